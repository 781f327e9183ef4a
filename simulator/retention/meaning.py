"""What a set of terms would mean today for what is held, read off the ledger, with nothing played again."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from simulator.domain.categories import DataCategory, Fact
from simulator.domain.events import HoldingScheduled
from simulator.domain.holding import Holder, HoldingState
from simulator.retention.ledger import Entry, Ledger
from simulator.retention.settlement import Settlement
from simulator.terms.clause import Terms
from simulator.terms.decide import Request, Verdict, decide_by_clauses
from simulator.terms.lineage import HELD_FOR


class Lot(StrEnum):
    """What these terms do to a thing that is held, if the withdrawal comes today."""

    NEVER = "never"  # it would never have come to be held
    GOES = "goes"
    STAYS = "stays"
    NOT_SAID = "not_said"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fared:
    """How one thing fares.

    Attributes:
        clause: by which clause; None: none says.
        begins, ends: the days on which its deletion begins and is to be done, where one is promised.
    """

    category: DataCategory
    lot: Lot
    clause: str | None
    begins: int | None = None
    ends: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """Everything that is held today, if these were the terms and the withdrawal came today.

    Attributes:
        things: how many fare so; they add up to everything that is held today.
    """

    things: Mapping[Fared, int]

    @property
    def held(self) -> int:
        return sum(self.things.values())

    def count(self, lot: Lot) -> int:
        """How many have that lot."""
        return sum(number for fared, number in self.things.items() if fared.lot is lot)

    @property
    def by_clause(self) -> Mapping[str, int]:
        """How many things each clause decides about."""
        counted: Counter[str] = Counter()
        for fared, number in self.things.items():
            if fared.clause is not None:
                counted[fared.clause] += number
        return counted

    def of(self, category: DataCategory) -> Mapping[Fared, int]:
        """How the things of one kind fare; most first."""
        alike = [(fared, number) for fared, number in self.things.items() if fared.category is category]
        return dict(sorted(alike, key=lambda each: -each[1]))


def weigh(ledger: Ledger, terms: Terms, day: int) -> Meaning:
    """Ask these terms about everything that is held, whatever terms it came to be held under."""
    settlement = Settlement(ledger, terms, day)
    forbidden = _never_held(terms)
    things: Counter[Fared] = Counter()
    for entry in ledger.entries.values():
        if entry.state is not HoldingState.DELETED:
            things[_fare(entry, settlement, forbidden)] += 1
    return Meaning(things=things)


def _never_held(terms: Terms) -> Mapping[DataCategory, str]:
    """Kinds that may not come into being even after a yes, and the clause that forbids it."""
    facts = frozenset({Fact.OPTED_IN})
    asked = {
        category: decide_by_clauses(terms, Request(category=category, purpose=purpose, facts=facts))
        for category, purpose in HELD_FOR.items()
    }
    return {category: decision.clauses[0] for category, decision in asked.items() if decision.verdict is Verdict.FORBID}


def _fare(entry: Entry, settlement: Settlement, forbidden: Mapping[DataCategory, str]) -> Fared:
    category = entry.holding.category
    if entry.holding.holder is Holder.COMPANY and category in forbidden:
        return Fared(category=category, lot=Lot.NEVER, clause=forbidden[category])
    outcome = settlement.of(entry)
    if isinstance(outcome, HoldingScheduled):
        return Fared(category=category, lot=Lot.GOES, clause=outcome.clause, begins=outcome.begins, ends=outcome.ends)
    return Fared(category=category, lot=Lot.NOT_SAID if outcome.clause is None else Lot.STAYS, clause=outcome.clause)
