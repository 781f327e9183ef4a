"""Two ledgers of the same life, thing by thing."""

from collections.abc import Iterator
from dataclasses import dataclass

from simulator.domain.categories import DataCategory
from simulator.domain.holding import HoldingState
from simulator.retention.ledger import Entry, Ledger


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldDifferently:
    """One thing that is not held in the same way; None: it was never held there."""

    item: str
    category: DataCategory
    before: Entry | None
    after: Entry | None


def compare_ledgers(before: Ledger, after: Ledger) -> Iterator[HeldDifferently]:
    """Every thing whose state, days, or being permitted at all differs; those of ``before`` first.

    Names of clauses are no difference, since every set of terms has its own.
    """
    for item in dict.fromkeys((*before.entries, *after.entries)):
        one, other = before.entries.get(item), after.entries.get(item)
        if _held(one) != _held(other):
            known = one or other
            assert known is not None, "the id came from one of the two"
            yield HeldDifferently(item=item, category=known.holding.category, before=one, after=other)


def _held(entry: Entry | None) -> tuple[object, ...] | None:
    if entry is None:
        return None
    if entry.state is HoldingState.DELETED:
        return (entry.state, entry.changed)
    return (entry.state, entry.begins, entry.ends, entry.clause is None)
