"""How far a phone comes that sends the newest photos first, so many a day, as columns.

What was on the phone when Allow was tapped is *old*, what is taken later *new*. New photos go first. What a day's
allowance has left goes to the old ones, newest first, while the window still reaches them.

All days in these modules are counted from the first day of the cohort.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from simulator.experiment.rows.uploads.calendar import Calendar

Counts = NDArray[np.int16]
Rows = NDArray[np.intp]


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentSpans:
    """From when to when consents stand.

    Attributes:
        first: the earliest day on which anybody can allow.
        allow: the day of each Allow, shape ``(n,)``.
        until: the last day on which something is sent, shape ``(n,)``; before ``allow`` where nothing ever is.
    """

    first: int
    allow: Counts
    until: Counts


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """What the phones send, day by day from ``standing.first`` on; arrays of shape ``(days, n)``.

    Attributes:
        allowance: how many old photos could have been sent by the end of the day.
        waiting: new photos that wait at the end of the day.
        taken: new photos taken by the end of the day, while a consent stood.
    """

    standing: ConsentSpans
    allowance: Counts
    waiting: Counts
    taken: Counts

    def stuck(self, rows: Rows) -> Counts:
        """New photos of each day that wait at the very end, shape ``(days, len(rows))``.

        What is sent last lies on top: of all that came by a day, as much is left as the pile was ever low since.
        """
        lowest = np.minimum.accumulate(self.waiting[::-1, rows], axis=0)[::-1]
        return np.diff(lowest, axis=0, prepend=np.zeros((1, len(rows)), np.int16))

    def held_up(self, window: int) -> Rows:
        """People whose phone is never done with the new photos for so long that the window may leave some behind."""
        longest = run = np.zeros(self.waiting.shape[1], np.int16)
        for waiting in self.waiting:
            run = (run + np.int16(1)) * (waiting > 0)
            longest = np.maximum(longest, run)
        return np.flatnonzero(longest > window)


def run_days(calendar: Calendar, standing: ConsentSpans, per_day: int) -> Progress:
    """Let the days pass, with at most ``per_day`` photos sent on each."""
    days, people = calendar.plain.shape
    allowance, waiting, taken = (np.zeros((days - standing.first, people), np.int16) for _ in range(3))
    none = np.zeros(people, np.int16)
    before = (none, none, none)
    for row, day in enumerate(range(standing.first, days)):
        stands = standing.until >= day
        stands &= standing.allow <= day
        new = calendar.plain[day] + calendar.reaching[day]
        new *= stands & (standing.allow < day)
        np.add(before[2], new, out=taken[row])
        new += before[1]
        most = stands * np.int16(per_day)
        most -= new
        np.add(before[0], np.maximum(most, 0), out=allowance[row])
        np.maximum(-most, 0, out=waiting[row])
        before = (allowance[row], waiting[row], taken[row])
    return Progress(standing=standing, allowance=allowance, waiting=waiting, taken=taken)
