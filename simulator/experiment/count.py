"""From some people in every world to their tally."""

import numpy as np
from numpy.typing import NDArray

from simulator.domain.categories import DataCategory
from simulator.domain.days import NEVER
from simulator.experiment.metric import SAYS, Metric
from simulator.experiment.outcome import End, Why
from simulator.experiment.plan import Plan
from simulator.experiment.rows.ends import OUTCOMES, ends, outcomes, why
from simulator.experiment.rows.play import Persons, WorldRows
from simulator.experiment.tally import NAMED, Flipped, Numbers, Tally
from simulator.population.luck import draw_uniform

# Of a share, the squares are the sums.
_COUNTS = np.array([place for place, metric in enumerate(Metric) if not SAYS[metric].share])


def tally(plan: Plan, persons: Persons, rows: tuple[WorldRows, ...]) -> Tally:
    """Count people who were played."""
    first, others = rows[0], rows[1:]
    seen, seen_sums, seen_squares = _field_test(plan, persons, rows)
    gaps = [np.subtract(other.metrics, first.metrics) for other in others]
    return Tally(
        people=len(persons),
        sums=np.array([_sums(row.metrics) for row in rows]),
        squares=np.array([_squares(row.metrics) for row in rows]),
        gaps=np.array([_sums(gap) for gap in gaps]).reshape(len(gaps), len(Metric)),
        gap_squares=np.array([_square_sums(gap) for gap in gaps]).reshape(len(gaps), len(Metric)),
        seen=seen,
        seen_sums=seen_sums,
        seen_squares=seen_squares,
        held=np.array([row.held for row in rows]).reshape(len(rows), len(DataCategory), 2),
        standing=np.array([_standing(row, plan.experiment.days) for row in rows]),
        flows=np.array([_flow(first, other) for other in others]).reshape(len(others), len(OUTCOMES), len(OUTCOMES)),
        causes=np.array([_causes(first, other) for other in others]).reshape(len(others), len(Why), len(End), len(End)),
        flipped=tuple(
            flipped for arm, other in enumerate(others, start=1) for flipped in _flipped(arm, persons, first, other)
        ),
    )


def _sums(metrics: NDArray[np.int32]) -> Numbers:
    sums: Numbers = metrics.sum(axis=1, dtype=np.int64)
    return sums


def _square_sums(metrics: NDArray[np.int32]) -> Numbers:
    return np.array([np.dot(wide, wide) for wide in (row.astype(np.int64) for row in metrics)], np.int64)


def _squares(metrics: NDArray[np.int32]) -> Numbers:
    squares = _sums(metrics)
    squares[_COUNTS] = _square_sums(metrics[_COUNTS])
    return squares


def assign(plan: Plan, persons: Persons) -> tuple[NDArray[np.intp], NDArray[np.intp], NDArray[np.intp]]:
    """Who takes part in the field test, as places; with the arm and the look of each.

    People come in the order of their rows, and luck that nothing else depends on gives each an arm.
    """
    test = plan.experiment.field_test
    taking = np.flatnonzero(persons < np.uint64(min(test.people, plan.people)))
    luck = draw_uniform(plan.seed, f"assignment/{plan.experiment.id}", persons[taking])
    arm = (luck * len(plan.worlds)).astype(np.intp)
    look = (persons[taking].astype(np.int64) * test.looks // min(test.people, plan.people)).astype(np.intp)
    return taking, arm, look


def _field_test(plan: Plan, persons: Persons, rows: tuple[WorldRows, ...]) -> tuple[Numbers, Numbers, Numbers]:
    shape = (plan.experiment.field_test.looks, len(rows))
    seen = np.zeros(shape, np.int64)
    sums, squares = (np.zeros((*shape, len(Metric)), np.int64) for _ in range(2))
    taking, arms, looks = assign(plan, persons)
    for arm, row in enumerate(rows):
        for look in np.unique(looks[arms == arm]):
            people = taking[(arms == arm) & (looks == look)]
            seen[look, arm] = len(people)
            sums[look, arm] = _sums(row.metrics[:, people])
            squares[look, arm] = _squares(row.metrics[:, people])
    return seen, sums, squares


def _standing(row: WorldRows, days: int) -> Numbers:
    course = row.course
    begun = np.bincount(course.given[course.given != NEVER], minlength=days)
    withdrawn = course.funnel.withdrawn
    ended = np.bincount(withdrawn[withdrawn != NEVER], minlength=days)
    return np.cumsum(begun[:days] - ended[:days])


def _flow(first: WorldRows, other: WorldRows) -> Numbers:
    size = len(OUTCOMES)
    pairs = outcomes(first.course).astype(np.int64) * size + outcomes(other.course)
    return np.bincount(pairs, minlength=size * size).reshape(size, size)


def _causes(first: WorldRows, other: WorldRows) -> Numbers:
    shape = (len(Why), len(End), len(End))
    code = why(first.course, other.course).astype(np.int64)
    code = (code * len(End) + ends(first.course)) * len(End) + ends(other.course)
    counted = np.bincount(code, minlength=int(np.prod(shape))).reshape(shape)
    counted[Why.NONE] = 0
    return counted


def _flipped(arm: int, persons: Persons, first: WorldRows, other: WorldRows) -> tuple[Flipped, ...]:
    cause = why(first.course, other.course)
    before, after = ends(first.course), ends(other.course)
    places = np.flatnonzero(cause)[:NAMED] if np.all(persons[1:] > persons[:-1]) else np.flatnonzero(cause)
    named = [
        Flipped(
            arm=arm,
            person=int(persons[place]),
            before=int(before[place]),
            after=int(after[place]),
            cause=int(cause[place]),
        )
        for place in places
    ]
    return tuple(sorted(named, key=lambda one: one.person)[:NAMED])
