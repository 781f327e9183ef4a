"""How long a kind of data is held under some terms, as a rule that columns can apply.

The rules are read off the ledger: a few things are created, a withdrawal is settled, and the ledger says when they are
gone. So a row is held to the same clauses as a story.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import product

from simulator.domain.categories import DataCategory, Fact
from simulator.domain.data_kinds import DATA_KINDS
from simulator.domain.events import HoldingCreated
from simulator.domain.holding import Holder, Holding
from simulator.domain.reading import Reading
from simulator.retention.ends import Ends
from simulator.retention.ledger import EMPTY, apply_all
from simulator.retention.schedule import settle
from simulator.terms.clause import Terms
from simulator.terms.decide import DecisionTable, Request, Verdict, decide

_LATE = 100_000  # a day after every limit that runs from collection


@dataclass(frozen=True, slots=True, kw_only=True)
class Fate:
    """When something is gone; days are counted from its creation, or from the withdrawal.

    Attributes:
        collected: days from creation after which it is gone, or None: no such limit.
        withdrawn: days from the withdrawal after which it is gone at the latest, or None: the withdrawal ends nothing.
        stays_till_withdrawal: a silence that is read kindly ends with what it was made from, and not before the
            withdrawal.
    """

    collected: int | None
    withdrawn: int | None
    stays_till_withdrawal: bool = False


Fates = Mapping[Reading, Mapping[DataCategory, Fate]]


def may_hold(table: DecisionTable, category: DataCategory, *, opted_in: bool = True) -> bool:
    """Whether it comes into being at all; a silence forbids nothing."""
    facts = frozenset({Fact.OPTED_IN}) if opted_in else frozenset()
    request = Request(category=category, purpose=DATA_KINDS[category].held_for, facts=facts)
    return decide(table, request).verdict is not Verdict.FORBID


def read_fates(terms: Terms) -> Fates:
    """The fate of every kind of data that may be held, under both readings."""
    table = DecisionTable.of(terms)
    held = [category for category in _parents_first() if may_hold(table, category)]
    standing = _gone(terms, held, 0, None)
    late, at_once = _gone(terms, held, 0, _LATE), _gone(terms, held, _LATE, _LATE)
    fates: dict[Reading, dict[DataCategory, Fate]] = {reading: {} for reading in Reading}
    for reading, category in product(Reading, held):
        key = (reading, category)
        fates[reading][category] = _read(standing[key], late[key], at_once[key])
    return fates


def _read(standing: int | None, late: int | None, at_once: int | None) -> Fate:
    after = None if at_once is None else at_once - _LATE
    if standing is not None:
        return Fate(collected=standing, withdrawn=after if after is not None and after < standing else None)
    if late is None or after is None:
        return Fate(collected=None, withdrawn=None)
    if late - _LATE < after:
        return Fate(collected=after, withdrawn=None, stays_till_withdrawal=True)
    return Fate(collected=None, withdrawn=after)


def _parents_first() -> list[DataCategory]:
    placed: list[DataCategory] = []
    while len(placed) < len(DataCategory):
        placed += [
            each for each in DataCategory if each not in placed and set(DATA_KINDS[each].made_from) <= set(placed)
        ]
    return placed


def _gone(
    terms: Terms, held: list[DataCategory], since: int, withdrawn: int | None
) -> Mapping[tuple[Reading, DataCategory], int | None]:
    """The first day without one thing of each kind, created on that day, the withdrawal received on another."""
    ledger = apply_all(
        EMPTY,
        (
            HoldingCreated(
                day=since,
                holding=Holding(
                    id=category,
                    category=category,
                    holder=Holder.COMPANY,
                    since=since,
                    parents=tuple(parent for parent in DATA_KINDS[category].made_from if parent in held),
                    photos=(),
                    clause=None,
                ),
            )
            for category in held
        ),
    )
    if withdrawn is not None:
        ledger = apply_all(ledger, settle(ledger, terms, withdrawn))
    gone = {}
    for reading in Reading:
        ends = Ends(ledger, terms, reading)
        gone.update({(reading, category): ends.first_day_without(category) for category in held})
    return gone
