"""On which days a life leaves photos: the occasions of `population.roll`, as columns.

INVARIANT: the same habit, the same number of the occasion and the same person have the same day at both depths.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from simulator.domain.photo import PlaceKind
from simulator.population.cohort import Cohort, Days, Persons
from simulator.population.counts import count_photos
from simulator.population.eligible import Eligible, eligible_days
from simulator.population.kinds import Habit, Weekdays
from simulator.population.luck import draw_uniform_at, mix_purpose, spread_persons

# With fewer people than this, the rest of a habit's occasions are drawn together instead of number by number.
_FEW = 600


@dataclass(frozen=True, slots=True, kw_only=True)
class HabitPiece:
    """Some occasions of one habit, each of another person or with another number; arrays of shape ``(k,)``.

    Attributes:
        habit: its place in ``kind.habits``.
        number: which of that person's occasions of this habit it is, one for all or one for each.
        rows: whose it is, as places in the cohort.
        days: when it is, counted from the cohort's first day.
        away: whether it is on a journey; None when it cannot be.
        photos: how many were taken.
    """

    habit: int
    number: int | Days
    rows: Days
    days: NDArray[np.int32]
    away: NDArray[np.bool_] | None
    photos: NDArray[np.int16]


def name_occasion(habit: Habit, number: int) -> str:
    """The purpose of luck that every draw for one occasion begins with."""
    return f"occasion/{habit.theme}/{habit.occasion}/{number}"


@lru_cache(maxsize=1 << 16)
def occasion_key(seed: int, theme: str, occasion: str, number: int, draw: str) -> int:
    """The mixed purpose of one draw for one occasion."""
    return mix_purpose(seed, f"occasion/{theme}/{occasion}/{number}/{draw}")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Takers:
    """The people who have a habit, those with the most occasions first; arrays of shape ``(k,)``.

    Attributes:
        spread: `spread_persons` of theirs.
        each, extra: photos of every occasion, and how many of the first occasions have one more.
    """

    rows: Days
    spread: Persons
    wanted: NDArray[np.int16]
    eligible: Eligible
    each: NDArray[np.int16]
    extra: NDArray[np.int16]


def draw_occasions(cohort: Cohort) -> Iterator[HabitPiece]:
    """Every occasion of every person, with as many photos as `roll` takes on it.

    Photos are counted in 16 bits: nobody may take more than 32,767 of one habit in all the days.
    """
    counts = count_photos(cohort.kind, cohort.seed, cohort.persons, cohort.days)
    spread = spread_persons(cohort.persons)
    calendars: dict[tuple[PlaceKind, Weekdays], Eligible] = {}
    for place, habit in enumerate(cohort.kind.habits):
        key = (habit.where, habit.days)
        if key not in calendars:
            calendars[key] = eligible_days(cohort, habit)
        takers = _takers(cohort, habit, counts[:, place].astype(np.int16), calendars[key], spread)
        if len(takers.rows):
            yield from _pieces(cohort.seed, place, habit, takers)


def _takers(cohort: Cohort, habit: Habit, counts: NDArray[np.int16], eligible: Eligible, spread: Persons) -> _Takers:
    wanted = (counts + np.int16(habit.burst - 1)) // np.int16(habit.burst)
    if habit.once_each:
        for_each = sum((cohort.company[relation] for relation in set(habit.company)), np.zeros(len(counts), np.int64))
        wanted = np.minimum(wanted, for_each).astype(np.int16)
    if habit.where is PlaceKind.TRIP:
        wanted *= eligible.size > 0
    rows = np.argsort(-wanted, kind="stable")[: np.count_nonzero(wanted)]
    wanted, counts = wanted[rows], counts[rows]
    each = counts // wanted
    return _Takers(
        rows=rows,
        spread=spread[rows],
        wanted=wanted,
        eligible=eligible.of(rows),
        each=each,
        extra=counts - each * wanted,
    )


def _pieces(seed: int, place: int, habit: Habit, takers: _Takers) -> Iterator[HabitPiece]:
    most = int(takers.wanted[0])
    reach = np.cumsum(np.bincount(takers.wanted)[::-1])[::-1]  # of how many people there are so many occasions
    even = not takers.extra.any()
    for number in range(most):
        width = int(reach[number + 1])
        if width < _FEW:
            yield _rest(seed, place, habit, takers, first=number, width=width)
            return
        first = slice(width)
        luck = draw_uniform_at(occasion_key(seed, habit.theme, habit.occasion, number, "day"), takers.spread[first])
        days, away = takers.eligible.pick(luck, first)
        photos = takers.each[first] if even else takers.each[first] + (takers.extra[first] > number)
        yield HabitPiece(habit=place, number=number, rows=takers.rows[first], days=days, away=away, photos=photos)


def _rest(seed: int, place: int, habit: Habit, takers: _Takers, *, first: int, width: int) -> HabitPiece:
    """The occasions from number ``first`` on, of the people who have so many, in one piece."""
    left = takers.wanted[:width] - first
    whose = np.repeat(np.arange(width), left)
    numbers = first + np.arange(len(whose)) - np.repeat(np.cumsum(left) - left, left)
    keys = np.array(
        [occasion_key(seed, habit.theme, habit.occasion, number, "day") for number in range(int(takers.wanted[0]))],
        np.uint64,
    )
    luck = draw_uniform_at(keys[numbers], takers.spread[whose])
    days, away = takers.eligible.pick(luck, whose)
    photos = takers.each[whose] + (takers.extra[whose] > numbers)
    return HabitPiece(habit=place, number=numbers, rows=takers.rows[whose], days=days, away=away, photos=photos)
