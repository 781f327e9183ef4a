"""What a withdrawal and the passing of days do to everything that is held."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from simulator.domain.categories import DataCategory
from simulator.domain.events import DeletionMissed, Event, HoldingDeleted, HoldingKept, HoldingScheduled
from simulator.domain.holding import HoldingState
from simulator.domain.reading import Reading
from simulator.retention.ends import Ends
from simulator.retention.faults import Fault, delay_of
from simulator.retention.ledger import Entry, Ledger
from simulator.retention.settlement import Settlement
from simulator.terms.clause import Clock, Terms
from simulator.terms.readings import Promise


def settle(ledger: Ledger, terms: Terms, day: int) -> Iterator[Event]:
    """What the company's receipt of a withdrawal on that day means for each thing that is alive, oldest first.

    A silence is recorded as a silence under either reading; readings differ in what they expect of it later.

    Yields:
        `HoldingScheduled` where a clause promises deletion, or forbids keeping and names no day; `HoldingKept` with
        the clause that lets it stay, or with None where the terms do not say.
    """
    settlement = Settlement(ledger, terms, day)
    for entry in ledger.entries.values():
        if entry.state is HoldingState.ALIVE:
            yield settlement.of(entry)


def settle_returned(
    ledger: Ledger, terms: Terms, day: int, items: Collection[str], clock: Clock
) -> Iterator[HoldingScheduled | HoldingKept]:
    """The same for what a fault brought back after the clock had started: it starts for these things on that day.

    The terms do not speak of copies that come back, so each is settled as if it had just been collected.
    """
    settlement = Settlement(ledger, terms, day, clock)
    return (settlement.of(ledger.entries[item]) for item in items)


def close_account(ledger: Ledger, terms: Terms, day: int) -> Iterator[Event]:
    """What the deletion of the account on that day means for each thing that no deletion is promised of, oldest first.

    Yields:
        `HoldingScheduled` where a clause has a clock for it; `HoldingKept` with None where one that was alive is not
        spoken of. What was silent and still is stays as it was.
    """
    settlement = Settlement(ledger, terms, day, Clock.ACCOUNT_DELETED)
    for entry in ledger.entries.values():
        if entry.state in {HoldingState.ALIVE, HoldingState.SILENT}:
            outcome = settlement.of(entry)
            if entry.state is HoldingState.ALIVE or isinstance(outcome, HoldingScheduled):
                yield outcome


def expire(
    ledger: Ledger, terms: Terms, day: int, reading: Reading, faults: Collection[Fault] = ()
) -> Iterator[HoldingDeleted | DeletionMissed]:
    """`HoldingDeleted` for each thing whose promised deletion, so read, is done on or before that day, oldest first.

    Promises are those made at a withdrawal and those that run from collection, which need no withdrawal. What the
    terms are silent about is never deleted by this, and what the audience has is out of everyone's reach. Where one
    of the ``faults`` is in the way, `DeletionMissed` says so once, and the deletion comes late or never.
    """
    ends = Ends(ledger, terms, reading)
    for entry in ledger.entries.values():
        if entry.state not in {HoldingState.ALIVE, HoldingState.SCHEDULED}:
            continue
        promised, due = ends.by_promise(entry)
        if promised is None or due is None or due > day:
            continue
        fault = delay_of(faults, entry.holding, day) if entry.missed_by is None else None
        if fault is not None:
            yield _missed(entry, promised, fault, day)
        elif entry.missed_by is None or (entry.late is not None and due + entry.late <= day):
            yield HoldingDeleted(day=day, item=entry.holding.id, clause=promised.clause)


def _missed(entry: Entry, promised: Promise, fault: Fault, day: int) -> DeletionMissed:
    return DeletionMissed(
        day=day,
        item=entry.holding.id,
        clause=promised.clause,
        begins=promised.begins,
        ends=promised.ends,
        fault=fault.name,
        late=fault.days,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """One thing and the clause on which it goes or stays; None: no clause says."""

    item: str
    category: DataCategory
    clause: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What a withdrawal would do, or has done, to everything still held: goes, stays, not said."""

    goes: tuple[Ground, ...]
    stays: tuple[Ground, ...]
    not_said: tuple[Ground, ...]


def preview(ledger: Ledger, terms: Terms) -> Preview:
    """The three buckets, if the withdrawal arrived now; what an earlier withdrawal settled stays as it was settled."""
    settlement = Settlement(ledger, terms, 0)
    goes: list[Ground] = []
    stays: list[Ground] = []
    not_said: list[Ground] = []
    for item, entry in ledger.entries.items():
        category = entry.holding.category
        if entry.state is HoldingState.SCHEDULED:
            goes.append(Ground(item=item, category=category, clause=entry.clause))
        elif entry.state is HoldingState.SILENT:
            not_said.append(Ground(item=item, category=category, clause=None))
        elif entry.state is HoldingState.ALIVE:
            outcome = settlement.of(entry)
            bucket = goes if isinstance(outcome, HoldingScheduled) else not_said if outcome.clause is None else stays
            bucket.append(Ground(item=item, category=category, clause=outcome.clause))
    return Preview(goes=tuple(goes), stays=tuple(stays), not_said=tuple(not_said))
