"""Which cells of the calendar are sent whole, not at all, or in part."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from simulator.experiment.uploads.calendar import Calendar
from simulator.experiment.uploads.queue import Counts, Progress, Rows

NOTHING, ALL, SOME = (np.uint8(state) for state in range(3))
States = NDArray[np.uint8]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """What is sent of each cell.

    Attributes:
        states: by cell, in the order of `Calendar`.
        newer: for each person, how many old photos lie above the first old cell that is sent in part.
        one_by_one: people whose phone must be followed day by day; all their cells are in part.
    """

    states: States
    newer: Counts
    one_by_one: Rows


def find_reach(calendar: Calendar, progress: Progress, window: int) -> Reach:
    """Compare what lies above each day with what could be sent before the window left it."""
    days, people = calendar.plain.shape
    plain, reaching = (np.zeros((days, people), np.uint8) for _ in range(2))
    newer = _reach_back(calendar, progress, window, plain, reaching)
    _reach_forward(progress, plain, reaching)
    one_by_one = progress.held_up(window)
    plain[:, one_by_one] = SOME
    reaching[:, one_by_one] = SOME
    states = np.empty((2, people, days), np.uint8)
    states[0], states[1] = plain.T, reaching.T
    return Reach(states=states.reshape(-1), newer=newer, one_by_one=one_by_one)


def _reach_back(calendar: Calendar, progress: Progress, window: int, plain: States, reaching: States) -> Counts:
    standing, people = progress.standing, calendar.plain.shape[1]
    last, at_most = len(calendar.plain) - 1, progress.allowance[-1]
    above, offset, plain_ones, reaching_ones = (np.zeros(people, np.int16) for _ in range(4))
    reached = np.ones(people, bool)
    for day in range(int(standing.allow.max(initial=0)), -1, -1):
        old = standing.allow >= day
        old &= at_most > 0
        reaching_here = calendar.reaching[day] * old
        reaching_ones += reaching_here
        reaching[day] = old
        if (by := min(day + window, last)) < standing.first:
            continue
        limit = progress.allowance[by - standing.first]
        partly = reached & old
        partly &= above < limit
        np.copyto(offset, above, where=partly)
        plain_here = calendar.plain[day] * old
        plain_ones += plain_here * partly
        above += plain_here
        above += reaching_here
        reached &= above <= limit
        plain[day] = partly
        plain[day] += partly & ~reached & (plain_here > 0)
        reaching[day] += plain[day] == SOME
    # INVARIANT: who may not come through all that reaches back is looked at photo by photo, from the newest on.
    short = np.flatnonzero(plain_ones + reaching_ones > at_most)
    short = short[at_most[short] > 0]
    for day in range(last + 1):
        some = SOME * (standing.allow[short] >= day)
        plain[day, short] = some
        reaching[day, short] = some
    offset[short] = 0
    return offset


def _reach_forward(progress: Progress, plain: States, reaching: States) -> None:
    standing = progress.standing
    waiting = np.flatnonzero(progress.waiting[-1])
    stuck = progress.stuck(waiting) > 0
    for row, day in enumerate(range(standing.first, len(plain))):
        new = standing.until >= day
        new &= standing.allow < day
        state = new.astype(np.uint8)
        state[waiting] += stuck[row]
        plain[day] += state
        reaching[day] += state
