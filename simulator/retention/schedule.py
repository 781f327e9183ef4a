"""What a withdrawal and the passing of days do to everything that is held."""

from collections.abc import Iterator
from dataclasses import dataclass

from simulator.domain.categories import DataCategory, Fact, Purpose
from simulator.domain.events import Event, HoldingDeleted, HoldingKept, HoldingScheduled
from simulator.domain.holding import Holder, HoldingState
from simulator.retention.ends import Ends
from simulator.retention.ledger import Entry, Ledger
from simulator.terms.clause import Clause, Clock, Terms
from simulator.terms.decide import Request, Verdict, decide_by_clauses
from simulator.terms.readings import Reading, promise
from simulator.terms.rules import reaches, rule_for


def settle(ledger: Ledger, terms: Terms, day: int) -> Iterator[Event]:
    """What the company's receipt of a withdrawal on that day means for each thing that is alive, oldest first.

    A silence is recorded as a silence under either reading; readings differ in what they expect of it later.

    Yields:
        `HoldingScheduled` where a clause promises deletion, or forbids keeping and names no day; `HoldingKept` with
        the clause that lets it stay, or with None where the terms do not say.
    """
    settlement = _Settlement(ledger, terms, day)
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
    settlement = _Settlement(ledger, terms, 0)
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


class _Settlement:
    """The questions a withdrawal asks of the terms, each asked once a category."""

    def __init__(self, ledger: Ledger, terms: Terms, day: int) -> None:
        self._ledger = ledger
        self._terms = terms
        self._day = day
        self._rules: dict[tuple[DataCategory, Clock], Clause | None] = {}
        self._leave = {
            category: decide_by_clauses(
                terms, Request(category=category, purpose=Purpose.STORE, facts=frozenset({Fact.WITHDRAWN}))
            )
            for category in DataCategory
        }

    def of(self, entry: Entry) -> HoldingScheduled | HoldingKept:
        """In this order: its own rule, its own limit, leave to keep it or none, its parents' rule, silence."""
        return self._by_own_rule(entry) or self._by_leave(entry) or self._by_parents(entry)

    def _by_own_rule(self, entry: Entry) -> HoldingScheduled | None:
        if entry.holding.holder is Holder.AUDIENCE:
            # Terms bind the company; they delete nothing that friends have seen and saved.
            return None
        if rule := self._rule(entry.holding.category, Clock.WITHDRAWAL):
            return self._scheduled(entry, rule, self._day)
        if rule := self._rule(entry.holding.category, Clock.COLLECTION):
            return self._scheduled(entry, rule, entry.holding.since)
        return None

    def _by_leave(self, entry: Entry) -> HoldingScheduled | HoldingKept | None:
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
        """Each ancestor's withdrawal rule, nearest first, and whether it says that it reaches this entry."""
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
            rule = self._rule(category, Clock.WITHDRAWAL)
            if rule is not None and rule.retain is not None:
                yield rule, reaches(rule.retain, entry.holding.category)

    def _scheduled(self, entry: Entry, rule: Clause, start: int) -> HoldingScheduled:
        promised = promise(rule, start)
        assert promised is not None, "a rule is a clause with a retention"
        return HoldingScheduled(
            day=self._day, item=entry.holding.id, clause=rule.id, begins=promised.begins, ends=promised.ends
        )
