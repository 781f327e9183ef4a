"""What is held, as a fold of events: ``ledger = apply(ledger, event)``."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from simulator.domain.errors import LedgerError
from simulator.domain.events import (
    DeletionMissed,
    Event,
    HoldingCreated,
    HoldingDeleted,
    HoldingKept,
    HoldingReturned,
    HoldingScheduled,
)
from simulator.domain.holding import Holding, HoldingState


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One holding and what has become of it.

    Attributes:
        begins, ends: the days of a promised deletion. They outlive a deletion that came by that very promise, so
            that a ledger played under one reading can still be read under the other.
        clause: the clause that decided the present state, or None: the terms are silent.
        changed: the day on which the present state began.
        returned_by: the declared fault that brought it back after it had been deleted, if one did.
        missed_by: the declared fault for which its promised deletion did not happen when it was due, if one did.
        late: with ``missed_by``: how many days late its deletion is, or None: it never happens.
    """

    holding: Holding
    state: HoldingState
    begins: int | None
    ends: int | None
    clause: str | None
    changed: int
    returned_by: str | None = None
    missed_by: str | None = None
    late: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """Everything that was ever held, by id, in the order of creation; parents come before what was made from them.

    INVARIANT: created = alive + scheduled + deleted + silent: an entry never leaves and is in exactly one state.
    """

    entries: MappingProxyType[str, Entry]

    def is_deleted(self, item: str) -> bool:
        """Whether the item was held and is no more."""
        return item in self.entries and self.entries[item].state is HoldingState.DELETED


_Change = HoldingCreated | HoldingScheduled | HoldingKept | HoldingDeleted | DeletionMissed

EMPTY = Ledger(entries=MappingProxyType({}))


def apply(ledger: Ledger, event: Event) -> Ledger:
    """The ledger after the event; events that are not about holdings leave it as it is.

    Raises:
        LedgerError: the event contradicts what the ledger knows.
    """
    return apply_all(ledger, (event,))


def apply_all(ledger: Ledger, events: Iterable[Event]) -> Ledger:
    """The ledger after all the events, in order: the same as `apply` one by one, with one copy instead of many.

    Raises:
        LedgerError: an event contradicts what the ledger knows.
    """
    entries: dict[str, Entry] | None = None
    for event in events:
        match event:
            case HoldingCreated() | HoldingScheduled() | HoldingKept() | HoldingDeleted() | DeletionMissed():
                if entries is None:
                    entries = ledger.entries.copy()
                entry = _entry_after(entries, event)
                entries[entry.holding.id] = entry
            case _:
                pass
    return ledger if entries is None else Ledger(entries=MappingProxyType(entries))


def _entry_after(entries: Mapping[str, Entry], event: _Change) -> Entry:
    match event:
        case HoldingCreated(day=day, holding=holding):
            _refuse_creation(entries, event)
            return Entry(
                holding=holding,
                state=HoldingState.ALIVE,
                begins=None,
                ends=None,
                clause=holding.clause,
                changed=day,
                returned_by=event.fault if isinstance(event, HoldingReturned) else None,
            )
        case HoldingScheduled(day=day, item=item, clause=clause, begins=begins, ends=ends):
            entry = _held(entries, item, event)
            return replace(entry, state=HoldingState.SCHEDULED, begins=begins, ends=ends, clause=clause, changed=day)
        case HoldingKept(day=day, item=item, clause=kept_by):
            entry = _held(entries, item, event)
            if entry.state is HoldingState.SCHEDULED:
                raise LedgerError(f"day {day}: {item} is promised to go by {entry.clause}; only deletion can follow")
            state = HoldingState.SILENT if kept_by is None else HoldingState.ALIVE
            return replace(entry, state=state, clause=kept_by, changed=day)
        case HoldingDeleted(day=day, item=item, clause=clause):
            entry = _held(entries, item, event)
            if entry.clause != clause:
                entry = replace(entry, begins=None, ends=None)
            return replace(entry, state=HoldingState.DELETED, clause=clause, changed=day)
        case DeletionMissed(day=day, item=item, clause=clause, begins=begins, ends=ends, fault=fault, late=late):
            entry = _held(entries, item, event)
            entry = replace(entry, state=HoldingState.SCHEDULED, begins=begins, ends=ends, clause=clause, changed=day)
            return replace(entry, missed_by=fault, late=late)


def _refuse_creation(entries: Mapping[str, Entry], event: HoldingCreated) -> None:
    holding = event.holding
    # INVARIANT: deleted stays deleted: what is uploaded again is a new holding with a new id.
    if holding.id in entries:
        raise LedgerError(f"day {event.day}: {holding.id} was created before; give it the id {holding.id}#2 or later")
    # INVARIANT: every derived thing has a lineage, so nothing is made from what was never held.
    for parent in holding.parents:
        if parent not in entries:
            raise LedgerError(f"day {event.day}: {holding.id} is made from {parent}, which was never held")


def _held(entries: Mapping[str, Entry], item: str, event: Event) -> Entry:
    entry = entries.get(item)
    if entry is None:
        raise LedgerError(f"day {event.day}: {event.kind} for {item}, which was never created; create it first")
    # INVARIANT: deleted stays deleted.
    if entry.state is HoldingState.DELETED:
        raise LedgerError(f"day {event.day}: {event.kind} for {item}, which was deleted on day {entry.changed}")
    return entry
