"""Find somebody who ...: a population searched in the order of its rows, batch by batch, until enough are found."""

import operator
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from simulator.population.cohort import synthesize_cohort
from simulator.population.facts import Facts
from simulator.population.kinds import LifeKind
from simulator.population.query import NAMED, Compare, Condition, Query, check_query

MOST = 100_000  # rows searched before one gives up: about as many as a large study ever asks
_COMPARES: dict[Compare, Callable[[Any, Any], Any]] = {
    Compare.AT_LEAST: operator.ge,
    Compare.AT_MOST: operator.le,
    Compare.MORE: operator.gt,
    Compare.LESS: operator.lt,
    Compare.EQUAL: operator.eq,
    Compare.NOT: operator.ne,
}
_FIRST_BATCH, _BATCH = 500, 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class DaySpan:
    """The days that a camera roll covers, both included, and the weekday of day 0: 0 for Monday to 6 for Sunday."""

    first_day: int
    last_day: int
    weekday_of_day_0: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Searched:
    """How far a search has come.

    Attributes:
        rows: how many have been searched.
        found: the rows that match, among those.
        ended: whether nothing more will be searched.
    """

    rows: int
    found: tuple[int, ...]
    ended: bool


def search(
    query: Query, kind: LifeKind, seed: int, span: DaySpan, *, start: int = 0, wanted: int = 1, most: int = MOST
) -> Iterator[Searched]:
    """Search until ``wanted`` rows from ``start`` on match, or ``most`` were searched; may be left at any moment.

    Yields:
        After each batch, all that was found so far.

    Raises:
        RollcallError: nobody of this kind of life can be so.
    """
    check_query(query, kind)
    found: list[int] = []
    rows = 0
    while len(found) < wanted and rows < most:
        size = min(_BATCH if rows else _FIRST_BATCH, most - rows)
        persons = np.arange(start + rows, start + rows + size, dtype=np.uint64)
        found += persons[match(query, kind, seed, persons, span)].tolist()
        rows += size
        ended = len(found) >= wanted or rows >= most
        # Of a batch in which more were found than wanted, the rows after the last one count as not searched.
        reached = found[wanted - 1] - start + 1 if len(found) >= wanted else rows
        yield Searched(rows=reached, found=tuple(found[:wanted]), ended=ended)


def match(query: Query, kind: LifeKind, seed: int, persons: NDArray[np.uint64], span: DaySpan) -> NDArray[np.bool_]:
    """Whether each of these rows matches, shape ``(n,)``."""
    facts = draw_facts(kind, seed, persons, span)
    so = np.ones(len(persons), bool)
    for condition in query.conditions:
        so &= _holds(condition, facts)
    return so


def draw_facts(kind: LifeKind, seed: int, persons: NDArray[np.uint64], span: DaySpan) -> Facts:
    """What may be asked of these rows."""
    return Facts(
        synthesize_cohort(
            kind,
            seed,
            persons,
            first_day=span.first_day,
            last_day=span.last_day,
            weekday_of_day_0=span.weekday_of_day_0,
        )
    )


def _holds(condition: Condition, facts: Facts) -> NDArray[np.bool_]:
    if condition.fact in NAMED:
        has = facts.has_name(condition.fact, str(condition.value))
        return has if condition.compare is Compare.EQUAL else ~has
    holds: NDArray[np.bool_] = _COMPARES[condition.compare](facts.count(condition.fact), int(condition.value))
    return holds
