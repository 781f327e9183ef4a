"""How far back each phone comes, and which days are sent whole, not at all, or in part."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from simulator.domain.days import NEVER
from simulator.experiment.rows.uploads.calendar import Calendar
from simulator.experiment.rows.uploads.queue import Counts, Progress, Rows

NOTHING, ALL, SOME = (np.uint8(state) for state in range(3))
States = NDArray[np.uint8]
Offsets = NDArray[np.int32]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """What is sent; arrays of shape ``(n,)`` unless they say otherwise.

    Attributes:
        after: plain photos are sent whole from the day after this one on.
        until: the last day of which anything is sent, or `NEVER`.
        partly: the day of which plain photos are sent in part, or `NEVER`.
        newer: how many old photos lie above the first day that is sent in part.
        special: `NEVER` but for people of whom more than one day is sent in part, who are numbered.
        states: `NOTHING`, `ALL` or `SOME` of their plain and of their reaching photos, shape ``(2, special, days)``.
        one_by_one: those of them whose phone must be followed day by day.
    """

    after: Offsets
    until: Offsets
    partly: Offsets
    newer: Counts
    special: Offsets
    states: States
    one_by_one: Rows


def find_reach(calendar: Calendar, progress: Progress, window: int) -> Reach:
    """Compare what lies above each day with what could be sent before the window left it."""
    standing, at_most = progress.standing, progress.allowance[-1]
    whole, partly, newer, short = _reach_back(calendar, progress, window)
    after = standing.allow.astype(np.int32) - whole
    until = np.where(at_most > 0, standing.until, NEVER).astype(np.int32)
    one_by_one = progress.held_up(window)
    special = np.union1d(np.union1d(short, np.flatnonzero(progress.waiting[-1])), one_by_one)
    plain, reaching = _states(calendar, progress, special, after[special], partly[special])
    for state in (plain, reaching):
        state[np.isin(special, short)[:, None] & _old(calendar, progress, special)] = SOME
        state[np.isin(special, one_by_one)] = SOME
    newer[short] = 0
    numbers = np.full(len(newer), NEVER, np.int32)
    numbers[special] = np.arange(len(special))
    return Reach(
        after=after,
        until=until,
        partly=partly,
        newer=newer,
        special=numbers,
        states=np.stack((plain, reaching)),
        one_by_one=one_by_one,
    )


def _reach_back(calendar: Calendar, progress: Progress, window: int) -> tuple[Counts, Offsets, Counts, Rows]:
    """Days sent whole, the day sent in part, what is newer than that, and who must be looked at from the newest on."""
    standing, people = progress.standing, calendar.plain.shape[1]
    last, at_most = len(calendar.plain) - 1, progress.allowance[-1]
    above, newer, whole, plain_ones, reaching_ones = (np.zeros(people, np.int16) for _ in range(5))
    partly = np.full(people, NEVER, np.int32)
    reached = at_most > 0
    for day in range(int(standing.allow.max(initial=0)), -1, -1):
        old = standing.allow >= day
        reaching_here = calendar.reaching[day] * old
        reaching_ones += reaching_here
        if (by := min(day + window, last)) < standing.first:
            continue
        limit = progress.allowance[by - standing.first]
        begun = reached & old
        begun &= above < limit
        np.copyto(newer, above, where=begun)
        plain_here = calendar.plain[day] * old
        plain_ones += plain_here * begun
        above += plain_here
        above += reaching_here
        reached &= above <= limit
        whole += begun & reached
        begun &= ~reached
        begun &= plain_here > 0
        np.copyto(partly, day, where=begun)
    # INVARIANT: who may not come through all that reaches back is looked at photo by photo, from the newest on.
    short = np.flatnonzero((plain_ones + reaching_ones > at_most) & (at_most > 0))
    return whole, partly, newer, short


def _old(calendar: Calendar, progress: Progress, rows: Rows) -> NDArray[np.bool_]:
    """Days up to Allow, shape ``(len(rows), days)``."""
    return np.arange(len(calendar.plain)) <= progress.standing.allow[rows][:, None]


def _states(
    calendar: Calendar, progress: Progress, rows: Rows, after: Offsets, partly: Offsets
) -> tuple[States, States]:
    """What is sent of each day of these people, were it not for those who are looked at from the newest on."""
    days, standing = np.arange(len(calendar.plain)), progress.standing
    old, stands = _old(calendar, progress, rows), days <= standing.until[rows][:, None]
    sends = (progress.allowance[-1, rows] > 0)[:, None]
    new = (stands & ~old).astype(np.uint8)
    new[:, standing.first :] += ((progress.stuck(rows) > 0).T) & ~old[:, standing.first :]
    some = (days == partly[:, None]).astype(np.uint8) * SOME
    plain = new + (old & sends & (days > after[:, None])) * ALL + some
    reaching = new + (old & sends & (days != partly[:, None])) * ALL + some
    return plain.astype(np.uint8), reaching.astype(np.uint8)
