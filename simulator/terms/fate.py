"""What a withdrawal means for each kind of data, read from the clauses alone, before there is anybody."""

from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from simulator.domain.categories import DataCategory, Fact, Purpose
from simulator.domain.data_kinds import DATA_KINDS
from simulator.terms.clause import Clock, Terms
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


def after_withdrawal(terms: Terms, category: DataCategory) -> Outcome:
    """In the order of the ledger: its own rule, its own limit, leave to stay or none, its parents' rule, silence."""
    for clock in (Clock.WITHDRAWAL, Clock.COLLECTION):
        if rule := rule_for(terms, category, clock):
            return Outcome(fate=Fate.GOES, clause=rule.id)
    leave = leave_to_stay(terms, category)
    if leave.verdict is not Verdict.SILENT:
        fate = Fate.STAYS if leave.verdict is Verdict.PERMIT else Fate.GOES
        return Outcome(fate=fate, clause=leave.clauses[0])
    spared: str | None = None
    for above in ancestors(category):
        rule = rule_for(terms, above, Clock.WITHDRAWAL)
        if rule is None or rule.retain is None:
            continue
        reached = reaches(rule.retain, category)
        if reached:
            return Outcome(fate=Fate.GOES, clause=rule.id)
        if reached is False:
            spared = spared or rule.id
    return Outcome(fate=Fate.STAYS, clause=spared) if spared else Outcome(fate=Fate.NOT_SAID)


def may_be_held(terms: Terms, category: DataCategory) -> bool:
    """Whether there is any circumstance in which it is not forbidden to come into being; a silence forbids nothing."""
    purpose = DATA_KINDS[category].held_for
    return any(
        decide_by_clauses(terms, Request(category=category, purpose=purpose, facts=facts)).verdict is not Verdict.FORBID
        for facts in CIRCUMSTANCES
    )
