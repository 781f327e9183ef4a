"""What a set of terms means today for what is held, read off the ledger, with nothing played again."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from simulator.domain.categories import DataCategory, Fact
from simulator.domain.data_kinds import DATA_KINDS
from simulator.domain.events import (
    ConsentGiven,
    ConsentWithdrawn,
    Event,
    FaultKind,
    FaultOccurred,
    HoldingScheduled,
    WithdrawalReceived,
)
from simulator.domain.holding import Holder, HoldingState
from simulator.retention.ledger import Entry, Ledger
from simulator.retention.settlement import Settlement
from simulator.terms.clause import Clock, Terms
from simulator.terms.decide import Request, Verdict, decide_by_clauses


class Lot(StrEnum):
    """What these terms do to a thing that is held, once a withdrawal has come."""

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
    """Everything that is held today, if these were the terms.

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How a person's consent stands with the company.

    Attributes:
        came: the withdrawals that it has learnt of and the end of the account, oldest first: day and clock.
        stands: whether it has a yes that was not withdrawn, as far as it knows.
        on_its_way: whether the switch is off on the phone and it does not know yet.
        consented: whether there ever was a yes.
    """

    came: tuple[tuple[int, Clock], ...] = ()
    stands: bool = True
    on_its_way: bool = False
    consented: bool = True


def stand(events: Iterable[Event]) -> Standing:
    """How it stands after everything that happened."""
    came: list[tuple[int, Clock]] = []
    stands = on_its_way = consented = False
    for event in events:
        match event:
            case ConsentGiven():
                stands, on_its_way, consented = True, False, True
            case ConsentWithdrawn():
                # After the end of the account nobody hears of it.
                on_its_way = stands
            case WithdrawalReceived(day=day):
                came.append((day, Clock.WITHDRAWAL))
                stands = on_its_way = False
            case FaultOccurred(day=day, what=FaultKind.ACCOUNT_DELETED):
                came.append((day, Clock.ACCOUNT_DELETED))
                stands = on_its_way = False
            case _:
                pass
    return Standing(came=tuple(came), stands=stands, on_its_way=on_its_way, consented=consented)


def weigh(ledger: Ledger, terms: Terms, day: int, standing: Standing, *, in_force: bool) -> Meaning:
    """Ask these terms about everything that is held.

    The terms in force are asked only about what is kept: what is promised or unsaid stays as it was settled,
    by whatever terms, and what is held is held. Other terms are asked what they would have meant by the same
    withdrawals, and whether they would have let it be held at all. What no withdrawal has reached is settled as by
    one that comes today.

    Args:
        ledger: as it stands on that day.
        terms: those that are asked.
        day: today.
        standing: of the consent, as of today.
        in_force: whether the story is played under these terms today.
    """
    forbidden = {} if in_force else _never_held(terms, consented=standing.consented)
    today = (day, Clock.WITHDRAWAL)
    settlements = {start: Settlement(ledger, terms, *start) for start in (*standing.came, today)}
    things: Counter[Fared] = Counter()
    for entry in ledger.entries.values():
        if entry.state is HoldingState.DELETED:
            continue
        settled = _settled(entry) if in_force else None
        if settled is None:
            reached = [start for start in standing.came if start[0] >= entry.holding.since] or [today]
            settled = _fare(entry, [settlements[start] for start in reached], forbidden)
        things[settled] += 1
    return Meaning(things=things)


def _settled(entry: Entry) -> Fared | None:
    """How it fares by what was settled; None for what is alive."""
    match entry.state:
        case HoldingState.SCHEDULED:
            lot = Lot.GOES
        case HoldingState.SILENT:
            lot = Lot.NOT_SAID
        case _:
            return None
    return Fared(category=entry.holding.category, lot=lot, clause=entry.clause, begins=entry.begins, ends=entry.ends)


def _never_held(terms: Terms, *, consented: bool) -> Mapping[DataCategory, str]:
    """Kinds that may not come into being, even after a yes if there was one, and the clause that forbids it."""
    facts = frozenset({Fact.OPTED_IN} if consented else ())
    asked = {
        category: decide_by_clauses(terms, Request(category=category, purpose=kind.held_for, facts=facts))
        for category, kind in DATA_KINDS.items()
    }
    return {category: decision.clauses[0] for category, decision in asked.items() if decision.verdict is Verdict.FORBID}


def _fare(entry: Entry, settlements: Sequence[Settlement], forbidden: Mapping[DataCategory, str]) -> Fared:
    category = entry.holding.category
    if entry.holding.holder is Holder.COMPANY and category in forbidden:
        return Fared(category=category, lot=Lot.NEVER, clause=forbidden[category])
    outcomes = [settlement.of(entry) for settlement in settlements]
    # The first promise stands: a later withdrawal, or the end of the account, is asked only about what is kept.
    outcome = next((each for each in outcomes if isinstance(each, HoldingScheduled)), outcomes[-1])
    if isinstance(outcome, HoldingScheduled):
        return Fared(category=category, lot=Lot.GOES, clause=outcome.clause, begins=outcome.begins, ends=outcome.ends)
    return Fared(category=category, lot=Lot.NOT_SAID if outcome.clause is None else Lot.STAYS, clause=outcome.clause)
