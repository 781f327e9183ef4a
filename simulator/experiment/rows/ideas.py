"""Creative ideas by rates: what the consent is asked for, and what is lost without it."""

from dataclasses import dataclass
from functools import lru_cache
from math import comb

import numpy as np
from numpy.typing import NDArray

from simulator.consent.app import App
from simulator.domain.categories import SENSITIVE_THEMES
from simulator.journey.suggest import CLUTTER, IDEAS_A_DAY
from simulator.population.counts import ACTIVITY
from simulator.population.kinds import LifeKind
from simulator.population.luck import draw_uniform

# Photos that can be shown, for each idea that can be made of them: collages, recaps, sets and restyles overlap.
# Derived from stories played with an analyzer that believes the truth; a test holds rows and stories together.
PHOTOS_FOR_ONE = 2.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Ideas:
    """Whole numbers, shape ``(n,)``."""

    offered: NDArray[np.int64]
    kept: NDArray[np.int64]


def offer(
    kind: LifeKind,
    app: App,
    seed: int,
    persons: NDArray[np.uint64],
    *,
    given: NDArray[np.int32],
    until: NDArray[np.int32],
) -> Ideas:
    """What is offered while a consent stands from ``given`` to ``until``, both included, and kept.

    It depends on nothing but the days, the kind of life and how active it is, so that a person who refuses loses what
    the same person who allows would have kept: the same luck in both worlds.
    """
    looks = until // app.ideas_every - (given - 1) // app.ideas_every
    level = (draw_uniform(seed, "activity", persons) * len(ACTIVITY)).astype(np.int64)
    a_day = sum(habit.per_month for habit in kind.habits if habit.theme not in SENSITIVE_THEMES | CLUTTER) / 30
    photos = a_day * np.array(ACTIVITY)[level] * (app.selection.window + until - given + 1)
    offered = np.minimum(IDEAS_A_DAY * looks, (photos / PHOTOS_FOR_ONE).astype(np.int64))
    offered = np.where(until >= given, np.maximum(offered, 0), 0)
    luck = draw_uniform(seed, "row/ideas", persons)
    kept = np.zeros(len(persons), np.int64)
    chances = _chances(app.kept, int(offered.max(initial=0)))
    for chance in chances:
        kept += luck >= chance[offered]
    return Ideas(offered=offered, kept=kept)


@lru_cache(maxsize=16)
def _chances(kept: float, most: int) -> NDArray[np.float64]:
    """Row ``k``, column ``n``: the chance that ``k`` or fewer of ``n`` ideas are kept; 1 from ``n`` on."""
    below = np.ones((most + 1, most + 1))
    for n in range(most + 1):
        exactly = np.array([comb(n, k) * kept**k * (1 - kept) ** (n - k) for k in range(n + 1)])
        below[:n, n] = np.cumsum(exactly)[:-1]
    return np.round(below[:-1], 12)
