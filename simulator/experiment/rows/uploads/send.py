"""How many photos of each habit leave each phone: the phone of `journey.select`, for many people at once.

INVARIANT: a person opened as a story sends as many photos of each theme.
"""

from dataclasses import dataclass
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from simulator.domain.days import NEVER
from simulator.experiment.rows.uploads.calendar import Calendar, Filed
from simulator.experiment.rows.uploads.follow import follow_phone
from simulator.experiment.rows.uploads.queue import ConsentSpans, Counts, Progress, run_days
from simulator.experiment.rows.uploads.reach import ALL, SOME, Offsets, Reach, find_reach
from simulator.experiment.rows.uploads.shots import Shots, take_shots
from simulator.population.cohort import Days


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """What left the phones.

    Attributes:
        by_habit: photos, ``int16``, shape ``(habits, n)``.
        by_day: photos sent by the end of each day of the story, from day 0 on, ``int16``, shape ``(days, n)``.
    """

    by_habit: Counts
    by_day: Counts


def send(calendar: Calendar, allow: NDArray[np.int32], until: NDArray[np.int32]) -> Sent:
    """Send what the phones select.

    Args:
        calendar: the photos of the people, filed for what their phones choose.
        allow: the day of the story on which each taps Allow, 0 or later, shape ``(n,)``.
        until: the last day of the story on which the consent stands, shape ``(n,)``; before ``allow`` for those who
            do not allow.
    """
    selection = calendar.selection
    start = calendar.cohort.first_day
    standing = ConsentSpans(
        first=-start, allow=(allow - start).astype(np.int16), until=(until - start).astype(np.int16)
    )
    progress = run_days(calendar, standing, selection.per_day)
    reach = find_reach(calendar, progress, selection.window)
    by_habit, chosen = _count_whole(calendar, reach)
    shots = take_shots(calendar, chosen)
    followed = np.isin(shots.rows, reach.one_by_one)
    old = shots.days <= standing.allow[shots.rows]
    before, since = shots.where(old & ~followed), shots.where(~old & ~followed)
    for sent in (
        before.where(_old_ones(progress, reach, selection.window, before)),
        since.where(_new_ones(calendar, progress, since)),
    ):
        np.add.at(by_habit, (sent.habits, sent.rows), np.int16(1))
    new = progress.taken - progress.waiting
    by_day = np.minimum(progress.allowance, by_habit.sum(axis=0, dtype=np.int16) - new[-1])
    by_day += new
    for row in reach.one_by_one.tolist():
        days, sent = follow_phone(
            shots.where(shots.rows == row), int(standing.allow[row]), int(standing.until[row]), selection
        )
        by_day[:, row] = np.searchsorted(days, np.arange(standing.first, len(calendar.plain)), side="right")
        np.add.at(by_habit[:, row], sent.habits, np.int16(1))
    return Sent(by_habit=by_habit, by_day=by_day)


def _count_whole(calendar: Calendar, reach: Reach) -> tuple[Counts, list[tuple[Filed, Days]]]:
    """Photos of days that are sent whole, and the occasions on days that are sent in part."""
    cohort = calendar.cohort
    by_habit = np.zeros((len(cohort.kind.habits), len(cohort.persons)), np.int16)
    chosen = []
    for habit, group in groupby(calendar.filed, key=lambda filed: filed.piece.habit):
        sums, limits = None, None
        for filed in group:
            piece = filed.piece
            mixed = isinstance(piece.number, np.ndarray)
            if limits is None or mixed:
                limits = _Limits.of(reach, piece.rows)
            whole, partly = limits.apply(reach, filed)
            photos = piece.photos * whole
            # The people of a piece are the first of those of the piece before, unless numbers are mixed.
            if mixed:
                np.add.at(by_habit[habit], piece.rows, photos)
            elif sums is None:
                sums, people = photos, piece.rows
            else:
                sums[: len(photos)] += photos
            if len(partly):
                chosen.append((filed, partly))
        if sums is not None:
            by_habit[habit][people] += sums
    return by_habit, chosen


@dataclass(frozen=True, slots=True)
class _Limits:
    """`Reach` in the order of the people of a piece; ``special`` are places among them, ``which`` of the special."""

    after: Offsets
    until: Offsets
    partly: Offsets
    special: Days
    which: Offsets

    @classmethod
    def of(cls, reach: Reach, rows: Days) -> "_Limits":
        which = reach.special[rows]
        special = np.flatnonzero(which != NEVER)
        return cls(reach.after[rows], reach.until[rows], reach.partly[rows], special, which[special])

    def apply(self, reach: Reach, filed: Filed) -> tuple[NDArray[np.bool_], Days]:
        """Which occasions of a piece are sent whole, and the places of those that are sent in part."""
        piece, width = filed.piece, len(filed.piece.rows)
        days = piece.days
        partly = days == self.partly[:width]
        whole = days <= self.until[:width]
        if filed.reaches is True:
            whole &= ~partly
        else:
            recent = days > self.after[:width]
            if filed.reaches is not False:
                recent |= filed.reaches
                recent &= ~partly
            whole &= recent
        count = np.searchsorted(self.special, width)
        if count:
            places = self.special[:count]
            states = reach.states[filed.reach_at(places).astype(np.intp), self.which[:count], days[places]]
            whole[places] = states == ALL
            partly[places] = states == SOME
        return whole, np.flatnonzero(partly)


def _old_ones(progress: Progress, reach: Reach, window: int, shots: Shots) -> NDArray[np.bool_]:
    """Which of the photos that were there at Allow are sent: by their rank among all that are newer."""
    first = _first_of(shots.rows)
    rank = reach.newer[shots.rows] + np.arange(len(first)) - first
    by = np.minimum(shots.days + window - progress.standing.first, len(progress.allowance) - 1)
    limit = np.where(by >= 0, progress.allowance[np.maximum(by, 0), shots.rows], 0)
    plain: NDArray[np.bool_] = ~shots.reaching & (rank < limit)
    passed: Days = np.cumsum(~shots.reaching & ~plain, dtype=np.int64)
    rank = rank - passed + np.where(first > 0, passed[first - 1], 0)
    sent: NDArray[np.bool_] = plain | (shots.reaching & (rank < progress.allowance[-1, shots.rows]))
    return sent


def _new_ones(calendar: Calendar, progress: Progress, shots: Shots) -> NDArray[np.bool_]:
    """Which of the photos taken since are sent: all but the oldest of their day, as many as wait at the end."""
    people, whose = np.unique(shots.rows, return_inverse=True)
    there = calendar.plain[shots.days, shots.rows] + calendar.reaching[shots.days, shots.rows]
    stuck = progress.stuck(people)[shots.days - progress.standing.first, whose]
    place = np.arange(len(whose)) - _first_of(shots.rows * len(calendar.plain) - shots.days)
    return place < there - stuck


def _first_of(groups: Days) -> Days:
    """For each place of a sorted array, the place of the first of its equals."""
    places = np.arange(len(groups))
    begins = np.concatenate(([True], groups[1:] != groups[:-1])) if len(groups) else np.zeros(0, bool)
    return np.maximum.accumulate(np.where(begins, places, 0))
