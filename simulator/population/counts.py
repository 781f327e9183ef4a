"""How many photos of each kind a life leaves: drawn first, so that a row of a million opens as a story.

A count is Poisson with mean ``per_month x activity x days / 30``, drawn by inverting its distribution at one keyed
uniform; the thresholds are computed once for a habit and a level of activity, so a million people are one
`numpy.searchsorted`.
"""

import math
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from simulator.population.kinds import LifeKind
from simulator.population.luck import draw_uniform

# Assumed: a third of people take half as many photos as their kind says, a third as many, a third twice as many.
ACTIVITY = (0.5, 1.0, 2.0)
_TAIL = 1e-12


@lru_cache(maxsize=1024)
def _thresholds(mean: float) -> NDArray[np.float64]:
    probability = math.exp(-mean)
    below, count, thresholds = probability, 0, [probability]
    while 1 - below > _TAIL and count < 20 * mean + 50:
        count += 1
        probability *= mean / count
        below += probability
        thresholds.append(below)
    # Rounded, so that the last bits of `exp` on another machine cannot move a count.
    return np.round(np.array(thresholds), 12)


def count_photos(kind: LifeKind, seed: int, persons: NDArray[np.uint64], days: int) -> NDArray[np.int64]:
    """Photos of each habit that each person takes in so many days.

    Args:
        kind: the kind of life that all of them lead.
        seed: the world.
        persons: rows of the population, shape ``(n,)``.
        days: length of the time covered.

    Returns:
        Counts, shape ``(n, len(kind.habits))``.
    """
    level = (draw_uniform(seed, "activity", persons) * len(ACTIVITY)).astype(np.int64)
    counts = np.zeros((len(persons), len(kind.habits)), np.int64)
    for column, habit in enumerate(kind.habits):
        luck = draw_uniform(seed, f"count/{habit.theme}/{habit.occasion}", persons)
        for i, activity in enumerate(ACTIVITY):
            rows = level == i
            mean = habit.per_month * activity * days / 30
            counts[rows, column] = np.searchsorted(_thresholds(mean), luck[rows], side="right")
    return counts
