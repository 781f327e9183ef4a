"""What a withdrawal, or the deletion of the account, means for one thing that is held."""

from collections.abc import Iterator

from simulator.domain.categories import DataCategory
from simulator.domain.events import HoldingKept, HoldingScheduled
from simulator.domain.holding import Holder
from simulator.retention.ledger import Entry, Ledger
from simulator.terms.clause import Clause, Clock, Terms
from simulator.terms.decide import Verdict
from simulator.terms.fate import leave_to_stay
from simulator.terms.readings import promise
from simulator.terms.rules import reaches, rule_for


class Settlement:
    """The questions that a withdrawal asks of the terms, each asked once a category.

    Args:
        ledger: what is held.
        terms: the terms.
        day: the day on which the clock starts.
        clock: which one; by default the withdrawal's.
    """

    def __init__(self, ledger: Ledger, terms: Terms, day: int, clock: Clock = Clock.WITHDRAWAL) -> None:
        self._ledger = ledger
        self._terms = terms
        self._day = day
        self._clock = clock
        self._rules: dict[tuple[DataCategory, Clock], Clause | None] = {}
        self._leave = {category: leave_to_stay(terms, category) for category in DataCategory}

    def of(self, entry: Entry) -> HoldingScheduled | HoldingKept:
        """In this order: its own rule, its own limit, leave to keep it or none, its parents' rule, silence."""
        return self._by_own_rule(entry) or self._by_leave(entry) or self._by_parents(entry)

    def _by_own_rule(self, entry: Entry) -> HoldingScheduled | None:
        if entry.holding.holder is Holder.AUDIENCE:
            # Terms bind the company; they delete nothing that friends have seen and saved.
            return None
        if rule := self._rule(entry.holding.category, self._clock):
            return self._scheduled(entry, rule, self._day)
        if rule := self._rule(entry.holding.category, Clock.COLLECTION):
            return self._scheduled(entry, rule, entry.holding.since)
        return None

    def _by_leave(self, entry: Entry) -> HoldingScheduled | HoldingKept | None:
        if self._clock is not Clock.WITHDRAWAL:
            # Leave to stay is about a withdrawal; of the end of an account only clauses on its own clock speak.
            return None
        leave = self._leave[entry.holding.category]
        day, item = self._day, entry.holding.id
        if leave.verdict is Verdict.PERMIT:
            return HoldingKept(day=day, item=item, clause=leave.clauses[0])
        if leave.verdict is Verdict.FORBID and entry.holding.holder is Holder.COMPANY:
            return HoldingScheduled(day=day, item=item, clause=leave.clauses[0], begins=day, ends=None)
        return None

    def _by_parents(self, entry: Entry) -> HoldingScheduled | HoldingKept:
        spared: str | None = None
        if entry.holding.holder is Holder.COMPANY:
            for rule, reached in self._rules_above(entry):
                if reached:
                    return self._scheduled(entry, rule, self._day)
                if reached is False:
                    spared = spared or rule.id
        return HoldingKept(day=self._day, item=entry.holding.id, clause=spared)

    def _rule(self, category: DataCategory, clock: Clock) -> Clause | None:
        key = (category, clock)
        if key not in self._rules:
            self._rules[key] = rule_for(self._terms, category, clock)
        return self._rules[key]

    def _rules_above(self, entry: Entry) -> Iterator[tuple[Clause, bool | None]]:
        """Each ancestor's rule on this clock, nearest first, and whether it says that it reaches this entry."""
        seen: dict[str, None] = dict.fromkeys(entry.holding.parents)
        queue = list(seen)
        categories: dict[DataCategory, None] = {}
        for item in queue:
            parent = self._ledger.entries[item].holding
            categories[parent.category] = None
            new = [above for above in parent.parents if above not in seen]
            seen.update(dict.fromkeys(new))
            queue.extend(new)
        for category in categories:
            rule = self._rule(category, self._clock)
            if rule is not None and rule.retain is not None:
                yield rule, reaches(rule.retain, entry.holding.category)

    def _scheduled(self, entry: Entry, rule: Clause, start: int) -> HoldingScheduled:
        promised = promise(rule, start)
        assert promised is not None, "a rule is a clause with a retention"
        return HoldingScheduled(
            day=self._day, item=entry.holding.id, clause=rule.id, begins=promised.begins, ends=promised.ends
        )
