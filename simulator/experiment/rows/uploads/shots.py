"""Photo by photo, for the few days that are sent in part: when each was taken, as `population.roll` has it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from simulator.experiment.rows.uploads.calendar import Calendar, Filed
from simulator.population.cohort import Days
from simulator.population.kinds import Habit
from simulator.population.luck import draw_bits_at, draw_uniform_at, mix_purpose, spread_persons
from simulator.population.occasions import name_occasion

_MINUTES = 24 * 60
_LATER = (1, 9)  # minutes between two shots of one occasion


@dataclass(frozen=True, slots=True, kw_only=True)
class Shots:
    """Photos, person by person, newest first; arrays of shape ``(k,)``.

    Attributes:
        rows: whose, as places in the cohort.
        days: when, counted from the cohort's first day.
        habits: of which habit.
        reaching: whether the phone chooses it however old it is.
    """

    rows: Days
    days: Days
    habits: Days
    reaching: NDArray[np.bool_]

    def where(self, chosen: NDArray[np.bool_] | Sequence[bool]) -> "Shots":
        chosen = np.asarray(chosen, np.bool_)
        return Shots(
            rows=self.rows[chosen],
            days=self.days[chosen],
            habits=self.habits[chosen],
            reaching=self.reaching[chosen],
        )


@lru_cache(maxsize=4096)
def _keys(seed: int, habit: Habit, draw: str, numbers: int, shots: int) -> NDArray[np.uint64]:
    names = (name_occasion(habit, number) for number in range(numbers))
    if not shots:
        return np.array([mix_purpose(seed, f"{name}/{draw}") for name in names], np.uint64)
    each = [[mix_purpose(seed, f"{name}/{shot}/{draw}") for shot in range(shots)] for name in names]
    return np.array(each, np.uint64)


def _room_for(most: int) -> int:
    """A power of two, so that tables of keys are made a few times and not for every batch."""
    return 1 << int(most).bit_length()


def take_shots(calendar: Calendar, chosen: Sequence[tuple[Filed, Days]]) -> Shots:
    """The photos of chosen occasions: for each piece, the places of its occasions that are wanted."""
    cohort = calendar.cohort
    parts = []
    for habit, group in groupby(chosen, key=lambda pair: pair[0].piece.habit):
        rows, days, numbers, reaching, photos = _occasions(list(group))
        whose = np.repeat(np.arange(len(rows)), photos)
        shots = np.arange(len(whose)) - np.repeat(np.cumsum(photos) - photos, photos)
        rows = rows[whose]
        minutes, keys = _moments(cohort.seed, cohort.kind.habits[habit], numbers[whose], shots, cohort.persons[rows])
        moments = (rows * cohort.days + (cohort.days - 1 - days[whose])) * _MINUTES + (_MINUTES - 1 - minutes)
        parts.append((rows, days[whose], np.full(len(whose), habit), reaching[whose], moments, keys))
    if not parts:
        nothing = np.zeros(0, np.int64)
        return Shots(rows=nothing, days=nothing, habits=nothing, reaching=np.zeros(0, np.bool_))
    rows, days, habits, reaching, moments, keys = (np.concatenate(column) for column in zip(*parts, strict=True))
    order = _newest_first(moments, keys)
    return Shots(rows=rows[order], days=days[order], habits=habits[order], reaching=reaching[order].astype(np.bool_))


def _occasions(group: list[tuple[Filed, Days]]) -> tuple[Days, ...]:
    """Rows, days, numbers, whether they reach back, and photos, of the chosen occasions of one habit."""
    columns = [
        (
            filed.piece.rows[places],
            filed.piece.days[places],
            filed.piece.number[places]
            if isinstance(filed.piece.number, np.ndarray)
            else np.full(len(places), filed.piece.number),
            filed.reach_at(places),
            filed.piece.photos[places],
        )
        for filed, places in group
    ]
    return tuple(np.concatenate(column) for column in zip(*columns, strict=True))


def _moments(
    seed: int, habit: Habit, numbers: Days, shots: Days, persons: NDArray[np.uint64]
) -> tuple[Days, NDArray[np.uint64]]:
    """The minute of each shot, and the luck that decides between shots of one minute."""
    size = _room_for(int(numbers.max(initial=0)))
    of_shot = (size, _room_for(int(shots.max(initial=0))))
    spread = spread_persons(persons)
    first, last = habit.hours[0] * 60, habit.hours[1] * 60 + 59
    begun = draw_uniform_at(_keys(seed, habit, "minute", size, 0)[numbers], spread)
    pause = draw_uniform_at(_keys(seed, habit, "later", *of_shot)[numbers, shots], spread)
    minutes = first + (begun * (last - first + 1)).astype(np.int64)
    minutes += shots * (_LATER[0] + (pause * (_LATER[1] - _LATER[0] + 1)).astype(np.int64))
    drawing = draw_bits_at(_keys(seed, habit, "drawing", *of_shot)[numbers, shots], spread)
    return np.minimum(minutes, _MINUTES - 1), drawing


def _newest_first(moments: Days, keys: NDArray[np.uint64]) -> Days:
    """The order by moment; within one moment the largest key first, as a camera roll read backwards has it."""
    order = np.argsort(moments)
    at = moments[order]
    same = at[1:] == at[:-1]
    tied = np.flatnonzero(np.concatenate(([False], same)) | np.concatenate((same, [False])))
    if len(tied):
        among = order[tied]
        order[tied] = among[np.lexsort((~keys[among], moments[among]))]
    return order
