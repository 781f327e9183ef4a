"""What a withdrawal, or the deletion of the account, means for one thing that is held."""

from collections.abc import Iterator

from simulator.domain.categories import DataCategory
from simulator.domain.events import HoldingKept, HoldingScheduled
from simulator.domain.holding import Holder
from simulator.retention.ledger import Entry, Ledger
from simulator.terms.clause import Clause, Clock, Terms
from simulator.terms.fate import Fate, Rulings
from simulator.terms.readings import promise


class Settlement:
    """The rulings of the terms on what is held, as events of one day.

    Args:
        ledger: what is held.
        terms: the terms.
        day: the day on which the clock starts.
        clock: which one; by default the withdrawal's.
    """

    def __init__(self, ledger: Ledger, terms: Terms, day: int, clock: Clock = Clock.WITHDRAWAL) -> None:
        self._ledger = ledger
        self._day = day
        self._rulings = Rulings(terms, clock)

    def of(self, entry: Entry) -> HoldingScheduled | HoldingKept:
        """What is ruled on it: that it is deleted, with the days that are promised, or that it is kept."""
        holding, day = entry.holding, self._day
        # Terms bind the company; they delete nothing that friends have seen and saved.
        bound = holding.holder is Holder.COMPANY
        ruling = self._rulings.of(holding.category, self._kinds_above(entry), bound=bound)
        clause = ruling.outcome.clause
        if ruling.rule is not None:
            return self._scheduled(entry, ruling.rule)
        if ruling.outcome.fate is Fate.GOES and clause is not None:
            return HoldingScheduled(day=day, item=holding.id, clause=clause, begins=day, ends=None)
        return HoldingKept(day=day, item=holding.id, clause=clause)

    def _kinds_above(self, entry: Entry) -> Iterator[DataCategory]:
        """The kinds of everything that it was made from, nearest first, each once."""
        seen: dict[str, None] = dict.fromkeys(entry.holding.parents)
        queue = list(seen)
        told: set[DataCategory] = set()
        for item in queue:
            parent = self._ledger.entries[item].holding
            if parent.category not in told:
                told.add(parent.category)
                yield parent.category
            new = [above for above in parent.parents if above not in seen]
            seen.update(dict.fromkeys(new))
            queue.extend(new)

    def _scheduled(self, entry: Entry, rule: Clause) -> HoldingScheduled:
        limited = rule.retain is not None and rule.retain.clock is Clock.COLLECTION
        promised = promise(rule, entry.holding.since if limited else self._day)
        assert promised is not None, "a rule is a clause with a retention"
        return HoldingScheduled(
            day=self._day, item=entry.holding.id, clause=rule.id, begins=promised.begins, ends=promised.ends
        )
