"""How many photos of each kind a life leaves: drawn first, so that a row of a million opens as a story.

A count is Poisson with mean ``per_month x activity x days / 30``, drawn by inverting its distribution at one keyed
uniform; the thresholds are computed once for a habit and a level of activity. For a million people a guide table (Chen
& Asau 1974) answers wherever a cell of it holds no threshold, and `numpy.searchsorted` the few that are left.
"""

import math
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from simulator.population.kinds import LifeKind
from simulator.population.luck import draw_uniform

# Assumed: a third of people take half as many photos as their kind says, a third as many, a third twice as many.
ACTIVITY = (0.5, 1.0, 2.0)
DAYS_A_MONTH = 30
_TAIL = 1e-12
_CELLS = 1 << 10  # a power of two, so that the cell of a luck is exact
_UNDECIDED = -1


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


@lru_cache(maxsize=1024)
def _guide(per_month: float, days: int) -> NDArray[np.int32]:
    """By level of activity and cell of luck, the count; `_UNDECIDED` where a threshold lies in the cell."""
    edges = np.arange(_CELLS + 1) / _CELLS
    tables = []
    for activity in ACTIVITY:
        thresholds = _thresholds(per_month * activity * days / DAYS_A_MONTH)
        low = np.searchsorted(thresholds, edges[:-1], side="right")
        high = np.searchsorted(thresholds, edges[1:], side="left")
        tables.append(np.where(low == high, low, _UNDECIDED))
    return np.concatenate(tables).astype(np.int32)


def count_photos(kind: LifeKind, seed: int, persons: NDArray[np.uint64], days: int) -> NDArray[np.int32]:
    """Photos of each habit that each person takes in so many days.

    Args:
        kind: the kind of life that all of them lead.
        seed: the world.
        persons: rows of the population, shape ``(n,)``.
        days: length of the time covered.

    Returns:
        Counts, shape ``(n, len(kind.habits))``, one habit after the other in memory.
    """
    level = (draw_uniform(seed, "activity", persons) * len(ACTIVITY)).astype(np.intp)
    first_cell = level * _CELLS
    counts = np.empty((len(kind.habits), len(persons)), np.int32)
    for habit, found in zip(kind.habits, counts, strict=True):
        luck = draw_uniform(seed, f"count/{habit.theme}/{habit.occasion}", persons)
        cells = (luck * _CELLS).astype(np.intp)
        cells += first_cell
        np.take(_guide(habit.per_month, days), cells, out=found, mode="clip")
        undecided = np.flatnonzero(found == _UNDECIDED)
        for i, activity in enumerate(ACTIVITY):
            rows = undecided[level[undecided] == i]
            thresholds = _thresholds(habit.per_month * activity * days / DAYS_A_MONTH)
            found[rows] = np.searchsorted(thresholds, luck[rows], side="right")
    return counts.T
