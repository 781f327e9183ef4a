"""What is held, thing by thing and in figures, as the ledger has it where the playhead stands."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import inf

from simulator.domain.categories import DataCategory
from simulator.domain.data_kinds import DATA_KINDS
from simulator.domain.holding import HoldingState
from simulator.domain.reading import Reading
from simulator.retention.clocks import clock_of
from simulator.retention.ends import Ends
from simulator.retention.ledger import Entry, Ledger
from simulator.retention.totals import band
from simulator.terms.clause import Clause, Clock, Status
from simulator.tui.held.fates import FATES
from simulator.tui.held.in_force import InForce

_CLOCKS = {
    Clock.WITHDRAWAL: "withdrawal",
    Clock.COLLECTION: "collection",
    Clock.PHOTO_DELETED: "photo deleted",
    Clock.ACCOUNT_DELETED: "account deleted",
    Clock.LAST_INTERACTION: "last use",
    Clock.PURPOSE_MET: "purpose met",
}
ENDLESS = "∞"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """How much is held, and how far apart the two readings of the terms are.

    Attributes:
        counts: by state; they add up to ``created``.
        kinds: by state, the kind of which most are in it, in words.
        kindest, harshest: how many are still held on this day under each reading.
    """

    counts: Mapping[HoldingState, int]
    kinds: Mapping[HoldingState, str]
    kindest: int
    harshest: int

    @property
    def created(self) -> int:
        return sum(self.counts.values())


def count_figures(ledger: Ledger, rules: InForce, day: int) -> Figures:
    """Count what is in each state, and read the band on that day."""
    kinds: dict[HoldingState, Counter[DataCategory]] = {state: Counter() for state in FATES}
    for entry in ledger.entries.values():
        kinds[entry.state][entry.holding.category] += 1
    bands = band(ledger, day, rules.terms).values()
    return Figures(
        counts={state: counted.total() for state, counted in kinds.items()},
        kinds={state: _name_most(counted) for state, counted in kinds.items()},
        kindest=sum(low for low, _ in bands),
        harshest=sum(high for _, high in bands),
    )


def _name_most(counted: Counter[DataCategory]) -> str:
    """``77 thumbnails +511``."""
    if not counted:
        return ""
    ((most, number),) = counted.most_common(1)
    rest = counted.total() - number
    return f"{number} {DATA_KINDS[most].name}" + (f" +{rest}" if rest else "")


class Order(StrEnum):
    """How things can be sorted; the value is the word for it."""

    AGE = "oldest first"
    KIND = "by kind"
    FATE = "by fate"
    STAY = "longest stay first"


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """One holding.

    Attributes:
        clause: the clause that decides its present state, or None: the terms do not say.
        gone: the first day without it, read most kindly and most harshly; None: never known to be gone.
    """

    entry: Entry
    clause: Clause | None
    gone: tuple[int | None, int | None]

    @property
    def id(self) -> str:
        return self.entry.holding.id

    @property
    def state(self) -> HoldingState:
        return self.entry.state

    @property
    def category(self) -> DataCategory:
        return self.entry.holding.category

    @property
    def status(self) -> Status:
        return Status.SILENT if self.clause is None else self.clause.status

    @property
    def until(self) -> str:
        """``38`` or ``38..∞``: the day it is gone, read most kindly and most harshly."""
        kindest, harshest = (ENDLESS if day is None else str(day) for day in self.gone)
        return kindest if kindest == harshest else f"{kindest}..{harshest}"


def list_things(
    ledger: Ledger,
    rules: InForce,
    *,
    state: HoldingState | None = None,
    category: DataCategory | None = None,
    order: Order = Order.AGE,
) -> Sequence[Thing]:
    """Everything that was ever held, or what is in that state and of that kind."""
    kindest, harshest = (Ends(ledger, rules.terms, reading) for reading in Reading)
    clauses = rules.clauses
    found = [
        Thing(
            entry=entry,
            clause=None if entry.clause is None else clauses.get(entry.clause),
            gone=(kindest.first_day_without(item), harshest.first_day_without(item)),
        )
        for item, entry in ledger.entries.items()
        if state in {None, entry.state} and category in {None, entry.holding.category}
    ]
    return _sorted(found, order)


def _sorted(things: list[Thing], order: Order) -> list[Thing]:
    match order:
        case Order.AGE:
            return things
        case Order.KIND:
            kinds = {category: place for place, category in enumerate(DataCategory)}
            return sorted(things, key=lambda thing: kinds[thing.category])
        case Order.FATE:
            fates = {state: place for place, state in enumerate(reversed(list(FATES)))}
            return sorted(things, key=lambda thing: fates[thing.state])
        case Order.STAY:
            return sorted(things, key=lambda thing: [-inf if day is None else -day for day in reversed(thing.gone)])


def tell_clock(thing: Thing, rules: InForce) -> str:
    """``withdrawal, running``; ``none``."""
    clock = rules.ask(lambda terms: clock_of(terms, thing.entry))
    if clock is None:
        return "none"
    if thing.state is HoldingState.DELETED:
        return f"{_CLOCKS[clock.clock]}, run out"
    return f"{_CLOCKS[clock.clock]}, {'running' if clock.runs else 'not started'}"
