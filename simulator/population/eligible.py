"""From a share of luck to a day on which a habit may fall, for many people: `population.roll` draws from the same days.

All days here are offsets from the first day of the cohort.
"""

from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from simulator.domain.photo import PlaceKind
from simulator.population.cohort import Cohort, Days
from simulator.population.kinds import Habit, Weekdays

SATURDAY, DAYS_A_WEEK = 5, 7

Offsets = NDArray[np.int32]
Spans = tuple[tuple[Offsets, Offsets], ...]
Rows = slice | Days


@lru_cache(maxsize=64)
def _allowed(days: int, weekday_of_first: int, filter_: Weekdays) -> NDArray[np.bool_]:
    weekend = (np.arange(days) + weekday_of_first) % DAYS_A_WEEK >= SATURDAY
    return np.ones(days, bool) if filter_ is Weekdays.ANY else weekend == (filter_ is Weekdays.WEEKEND)


@dataclass(frozen=True, slots=True)
class Eligible:
    """The days of one habit for many people.

    Attributes:
        size: how many days there are, shape ``(n,)``.
        spans: for each journey of theirs, where its days stand among the ``allowed`` and how many they are.
        allowed: the days of the calendar that the habit may fall on, or None: all of them.
        where: ``home``: not on journeys; ``trip``: on nothing else; ``town``: both.
    """

    size: NDArray[np.float64]
    spans: Spans
    allowed: Offsets | None
    where: PlaceKind

    def of(self, rows: Rows) -> "Eligible":
        spans = tuple((start[rows], length[rows]) for start, length in self.spans)
        return replace(self, size=self.size[rows], spans=spans)

    def pick(self, luck: NDArray[np.float64], rows: Rows) -> tuple[Offsets, NDArray[np.bool_] | None]:
        """The day for a luck in [0, 1), and whether it is on a journey; None: it cannot be. Shapes ``(k,)``."""
        # Days are few: 32 bits are twice as quick as 64.
        place = (luck * self.size[rows]).astype(np.int32)
        if self.where is PlaceKind.TRIP:
            return self._on_journey(place, rows), np.ones(len(place), bool)
        if self.where is not PlaceKind.TOWN:
            for start, length in self.spans:
                place += length[rows] * (place >= start[rows])
            return (place if self.allowed is None else self.allowed[place]), None
        away = np.zeros(len(place), bool)
        for start, length in self.spans:
            since = place - start[rows]
            away |= (since >= 0) & (since < length[rows])
        return (place if self.allowed is None else self.allowed[place]), away

    def _on_journey(self, place: Offsets, rows: Rows) -> Offsets:
        day = place
        before = np.zeros(len(place), np.int32)
        for start, length in self.spans:
            here = place >= before
            day = np.where(here, start[rows] + place - before, day)
            before = before + length[rows]
        return day


def eligible_days(cohort: Cohort, habit: Habit) -> Eligible:
    """The days on which a habit may fall, for each person of the cohort."""
    filter_ = Weekdays.ANY if habit.where is PlaceKind.TRIP else habit.days
    weekday_of_first = (cohort.first_day + cohort.weekday_of_day_0) % DAYS_A_WEEK
    allowed = _allowed(cohort.days, weekday_of_first, filter_)
    before = np.concatenate(([0], np.cumsum(allowed))).astype(np.int32)
    spans = []
    for first, last in cohort.trips:
        start = before[np.clip(first - cohort.first_day, 0, cohort.days)]
        spans.append((start, before[np.clip(last + 1 - cohort.first_day, 0, cohort.days)] - start))
    size = np.full(len(cohort.persons), float(before[-1]))
    away = sum((length for _, length in spans), np.zeros(len(cohort.persons), np.int32))
    if habit.where is PlaceKind.TRIP:
        size = away.astype(float)
    elif habit.where is not PlaceKind.TOWN:
        size -= away
    return Eligible(
        size=size,
        spans=tuple(spans),
        allowed=None if allowed.all() else np.flatnonzero(allowed).astype(np.int32),
        where=habit.where,
    )
