"""How much is held, by category: as the ledger knows it, and as the two readings see it."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from simulator.domain.categories import DataCategory
from simulator.domain.holding import HoldingState
from simulator.domain.reading import Reading
from simulator.retention.ends import Ends
from simulator.retention.ledger import Ledger
from simulator.terms.clause import Terms


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """INVARIANT: the four add up to everything that was ever created."""

    alive: int
    scheduled: int
    deleted: int
    silent: int


def totals(ledger: Ledger) -> Mapping[DataCategory, Totals]:
    """Counts for each category that was ever held, in the order of `DataCategory`."""
    counts: dict[DataCategory, Counter[HoldingState]] = {}
    for entry in ledger.entries.values():
        counts.setdefault(entry.holding.category, Counter())[entry.state] += 1
    return {
        category: Totals(**{state.value: counts[category][state] for state in HoldingState})
        for category in DataCategory
        if category in counts
    }


def band(ledger: Ledger, day: int, terms: Terms) -> Mapping[DataCategory, tuple[int, int]]:
    """How many are still held on that day, read most kindly and most harshly, if nothing else happens until then.

    Whichever reading the story was played under, the band is the same. Categories as in `totals`.

    INVARIANT: the kindest number is never above the harshest.
    """
    kindest, harshest = (_held_on(ledger, day, Ends(ledger, terms, reading)) for reading in Reading)
    return {
        category: (kindest[category], harshest[category])
        for category in DataCategory
        if category in kindest or category in harshest
    }


def _held_on(ledger: Ledger, day: int, ends: Ends) -> Counter[DataCategory]:
    held: Counter[DataCategory] = Counter()
    for item, entry in ledger.entries.items():
        gone = ends.first_day_without(item)
        held[entry.holding.category] += entry.holding.since <= day and (gone is None or gone > day)
    return held
