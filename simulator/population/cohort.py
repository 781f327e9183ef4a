"""Many people at once: the lives of `population.person`, as columns.

INVARIANT: a row of a cohort and `synthesize` of the same person agree in everything that both know.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from simulator.domain.people import Relation
from simulator.population.kinds import Household, LifeKind
from simulator.population.luck import draw_uniform

NOT_MADE = 32_000  # the first day of a journey that is not made

Days = NDArray[np.int64]
Persons = NDArray[np.uint64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cohort:
    """People of one kind of life, rows of the population of ``seed``.

    Attributes:
        persons: which rows, shape ``(n,)``.
        first_day: the first day that the camera rolls cover, ``last_day`` the last, both included.
        trips: for each journey its first and last days, two arrays of shape ``(n,)``, in the order of time;
            a journey that is not made begins on day `NOT_MADE` and ends the day before.
        company: how many there are of each relation, shape ``(n,)`` each.
        located: whether this phone writes places into its photos, shape ``(n,)``.
    """

    kind: LifeKind
    seed: int
    persons: Persons
    first_day: int
    last_day: int
    weekday_of_day_0: int
    trips: tuple[tuple[Days, Days], ...]
    company: Mapping[Relation, Days]
    located: NDArray[np.bool_]

    @property
    def days(self) -> int:
        return self.last_day - self.first_day + 1


def synthesize_cohort(
    kind: LifeKind, seed: int, persons: Persons, *, first_day: int, last_day: int, weekday_of_day_0: int
) -> Cohort:
    """The lives of these rows; arguments as in `synthesize` and `roll`."""
    return Cohort(
        kind=kind,
        seed=seed,
        persons=persons,
        first_day=first_day,
        last_day=last_day,
        weekday_of_day_0=weekday_of_day_0,
        trips=_trips(kind, seed, persons, first_day, last_day),
        company=_company(kind.household, seed, persons),
        located=draw_uniform(seed, "geotagged", persons) < kind.geotagged,
    )


def between(  # noqa: PLR0917  (as `Luck.between`, with whose luck it is)
    seed: int, persons: Persons, low: int, high: int | Days, purpose: str, step: int = 0
) -> Days:
    """`Luck.between` for every row."""
    luck = draw_uniform(seed, purpose, persons, step)
    return low + (luck * (high - low + 1)).astype(np.int64)


def weigh(seed: int, persons: Persons, weights: tuple[float, ...], purpose: str) -> Days:
    """`Luck.weigh` for every row: the same subtractions in the same order, so that the last bits agree."""
    mark = draw_uniform(seed, purpose, persons) * sum(weights)
    chosen = np.full(len(persons), len(weights) - 1)
    undecided = np.ones(len(persons), bool)
    for index, weight in enumerate(weights):
        mark -= weight
        chosen[undecided & (mark < 0)] = index
        undecided &= mark >= 0
    return chosen


def _company(home: Household, seed: int, persons: Persons) -> Mapping[Relation, Days]:
    children = weigh(seed, persons, home.children, "household/children")
    friends = between(seed, persons, *home.friends, "household/friends")
    partner = draw_uniform(seed, "household/partner", persons) < home.partner
    return {
        Relation.OWNER: np.ones(len(persons), np.int64),
        Relation.PARTNER: partner.astype(np.int64),
        Relation.CHILD: children,
        Relation.PARENT: np.full(len(persons), 2),
        Relation.FRIEND: friends,
        Relation.FRIENDS_CHILD: np.minimum(children, 1) * friends // 2,
        Relation.COLLEAGUE: between(seed, persons, *home.colleagues, "household/colleagues"),
    }


def plan_trips(kind: LifeKind, seed: int, persons: Persons, first_day: int, last_day: int) -> list[tuple[Days, Days]]:
    """First and last days of every journey, in the order of planning; one that is not made begins on day `NOT_MADE`."""
    planned = between(seed, persons, *kind.trips.count, "trip/count")
    made: list[tuple[Days, Days]] = []
    for i in range(kind.trips.count[1]):
        length = between(seed, persons, *kind.trips.days, "trip/length", i)
        first = between(seed, persons, first_day, np.maximum(first_day, last_day - length), "trip/first", i)
        free = planned > i
        for other_first, other_last in made:
            free &= (first > other_last) | (first + length <= other_first)
        made.append((np.where(free, first, NOT_MADE), np.where(free, first + length, NOT_MADE) - 1))
    return made


def _trips(kind: LifeKind, seed: int, persons: Persons, first_day: int, last_day: int) -> tuple[tuple[Days, Days], ...]:
    made = plan_trips(kind, seed, persons, first_day, last_day)
    if len(made) <= 1:
        return tuple(made)
    firsts, lasts = (np.stack(column) for column in zip(*made, strict=True))
    order = np.argsort(firsts, axis=0, kind="stable")
    firsts, lasts = (np.take_along_axis(column, order, axis=0) for column in (firsts, lasts))
    return tuple(zip(firsts, lasts, strict=True))


def pick_lives(weights: tuple[float, ...], seed: int, persons: Persons) -> Days:
    """Which of several kinds of lives each of these rows leads, by its place among the weights."""
    return weigh(seed, persons, weights, "life")
