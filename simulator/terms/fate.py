"""What a withdrawal means for each kind of data, read from the clauses alone, before there is anybody."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, partial
from itertools import combinations

from simulator.domain.categories import DataCategory, Fact, Purpose
from simulator.domain.data_kinds import DATA_KINDS
from simulator.terms.clause import Clause, Clock, Terms
from simulator.terms.decide import SILENCE, Decision, Request, Verdict, decide_by_clauses
from simulator.terms.lineage import ancestors
from simulator.terms.rules import reaches, rule_for

# What somebody can be in: a consent that was withdrawn does not stand.
CIRCUMSTANCES = tuple(
    frozenset(facts)
    for size in range(len(Fact) + 1)
    for facts in combinations(Fact, size)
    if not {Fact.OPTED_IN, Fact.WITHDRAWN} <= set(facts)
)


class Fate(StrEnum):
    GOES = "goes"
    STAYS = "stays"
    NOT_SAID = "not said"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What becomes of it, and the clause that says so; a silence names none."""

    fate: Fate
    clause: str | None = None


def leave_to_stay(terms: Terms, category: DataCategory) -> Decision:
    """Whether it may still be stored after a withdrawal; leave that ends with a clock that runs is none."""
    request = Request(category=category, purpose=Purpose.STORE, facts=frozenset({Fact.WITHDRAWN}))
    decision = decide_by_clauses(terms, request)
    if decision.verdict is not Verdict.PERMIT:
        return decision
    timed = {
        clause.id
        for clause in terms.clauses
        if clause.retain is not None and clause.retain.clock in {Clock.WITHDRAWAL, Clock.COLLECTION}
    }
    lasting = tuple(clause for clause in decision.clauses if clause not in timed)
    return Decision(verdict=Verdict.PERMIT, clauses=lasting) if lasting else SILENCE


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """What the terms make of one thing; ``rule`` is the clause that promises its deletion, if it goes by a promise."""

    outcome: Outcome
    rule: Clause | None = None


class Rulings:
    """What a clock that starts means for things, in the one order in which clauses are asked.

    Its own rule on that clock; its own limit from collection; leave to stay or none; the rule of the nearest parent
    that says that it reaches what is made from it; silence.

    Args:
        terms: the terms; each question is asked of them once a category.
        clock: which one starts.
    """

    def __init__(self, terms: Terms, clock: Clock = Clock.WITHDRAWAL) -> None:
        self._clock = clock
        self._rule_for = cache(partial(rule_for, terms))
        self._leave = cache(partial(leave_to_stay, terms))

    def of(self, category: DataCategory, above: Iterable[DataCategory], *, bound: bool = True) -> Ruling:
        """The ruling on one thing.

        Args:
            category: what it is.
            above: the kinds that it was made from, nearest first.
            bound: whether the company has it. Terms delete nothing that somebody else has.
        """
        if bound:
            for clock in (self._clock, Clock.COLLECTION):
                if rule := self._rule_for(category, clock):
                    return _goes_by(rule)
        return self._by_leave(category, bound=bound) or self._by_parents(category, above if bound else ())

    def _by_leave(self, category: DataCategory, *, bound: bool) -> Ruling | None:
        if self._clock is not Clock.WITHDRAWAL:
            # Leave to stay is about a withdrawal; of the end of an account only clauses on its own clock speak.
            return None
        leave = self._leave(category)
        if leave.verdict is Verdict.PERMIT:
            return Ruling(outcome=Outcome(fate=Fate.STAYS, clause=leave.clauses[0]))
        if leave.verdict is Verdict.FORBID and bound:
            return Ruling(outcome=Outcome(fate=Fate.GOES, clause=leave.clauses[0]))
        return None

    def _by_parents(self, category: DataCategory, above: Iterable[DataCategory]) -> Ruling:
        spared: str | None = None
        for parent in above:
            rule = self._rule_for(parent, self._clock)
            if rule is None or rule.retain is None:
                continue
            reached = reaches(rule.retain, category)
            if reached:
                return _goes_by(rule)
            if reached is False:
                spared = spared or rule.id
        return Ruling(outcome=Outcome(fate=Fate.STAYS if spared else Fate.NOT_SAID, clause=spared))


def _goes_by(rule: Clause) -> Ruling:
    return Ruling(outcome=Outcome(fate=Fate.GOES, clause=rule.id), rule=rule)


def after_withdrawal(terms: Terms, category: DataCategory) -> Outcome:
    """What a withdrawal means for a thing of this kind that is made from all that such a thing can be made from."""
    return Rulings(terms).of(category, ancestors(category)).outcome


def may_be_held(terms: Terms, category: DataCategory) -> bool:
    """Whether there is any circumstance in which it is not forbidden to come into being; a silence forbids nothing."""
    purpose = DATA_KINDS[category].held_for
    return any(
        decide_by_clauses(terms, Request(category=category, purpose=purpose, facts=facts)).verdict is not Verdict.FORBID
        for facts in CIRCUMSTANCES
    )
