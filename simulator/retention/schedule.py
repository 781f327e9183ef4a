"""What a withdrawal and the passing of days do to everything that is held."""

from collections.abc import Iterator
from dataclasses import dataclass

from simulator.domain.categories import DataCategory
from simulator.domain.events import Event, HoldingDeleted, HoldingScheduled
from simulator.domain.holding import HoldingState
from simulator.retention.ends import Ends
from simulator.retention.ledger import Ledger
from simulator.retention.settlement import Settlement
from simulator.terms.clause import Terms
from simulator.terms.readings import Reading


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


def expire(ledger: Ledger, terms: Terms, day: int, reading: Reading) -> Iterator[Event]:
    """`HoldingDeleted` for each thing whose promised deletion, so read, is done on or before that day, oldest first.

    Promises are those made at a withdrawal and those that run from collection, which need no withdrawal. What the
    terms are silent about is never deleted by this, and what the audience has is out of everyone's reach.
    """
    ends = Ends(ledger, terms, reading)
    for entry in ledger.entries.values():
        if entry.state in {HoldingState.ALIVE, HoldingState.SCHEDULED}:
            clause, gone = ends.by_promise(entry)
            if clause is not None and gone is not None and gone <= day:
                yield HoldingDeleted(day=day, item=entry.holding.id, clause=clause)


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
