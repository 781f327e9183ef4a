"""What two sets of terms say differently: clause by clause, use by use, and after a withdrawal."""

import dataclasses
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from simulator.domain.categories import DataCategory, Fact, Purpose
from simulator.terms.clause import Clause, Terms
from simulator.terms.decide import Decision, Request, decide_by_clauses
from simulator.terms.fate import Fate, Outcome, after_withdrawal

MOMENTS: Mapping[str, frozenset[Fact]] = {
    "before a yes": frozenset(),
    "after a yes": frozenset({Fact.OPTED_IN}),
    "after a yes, once edited with AI": frozenset({Fact.OPTED_IN, Fact.EDITED}),
    "after a yes, once shared": frozenset({Fact.OPTED_IN, Fact.SHARED}),
    "after the withdrawal": frozenset({Fact.WITHDRAWN}),
}
# An edit or a share is told only where it changes what a yes alone had decided.
_PLAIN = MOMENTS["after a yes"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseChange:
    """A clause that only one of the two sets has, or that differs; ``fields`` names what differs."""

    id: str
    before: Clause | None
    after: Clause | None
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class UseChange:
    """A use of some data, at a moment, on which the verdicts differ."""

    moment: str
    category: DataCategory
    purpose: Purpose
    before: Decision
    after: Decision


@dataclass(frozen=True, slots=True, kw_only=True)
class FateChange:
    """What becomes of some data after a withdrawal, where that differs."""

    category: DataCategory
    before: Outcome
    after: Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class TermsDiff:
    clauses: tuple[ClauseChange, ...]
    uses: tuple[UseChange, ...]
    fates: tuple[FateChange, ...]


def compare_terms(before: Terms, after: Terms) -> TermsDiff:
    """Everything on which two sets differ; nothing at all when they are the same."""
    return TermsDiff(
        clauses=tuple(_clauses(before, after)), uses=tuple(_uses(before, after)), fates=tuple(_fates(before, after))
    )


def _clauses(before: Terms, after: Terms) -> Iterator[ClauseChange]:
    old, new = ({clause.id: clause for clause in terms.clauses} for terms in (before, after))
    for name in dict.fromkeys((*old, *new)):
        one, other = old.get(name), new.get(name)
        if one is None or other is None:
            yield ClauseChange(id=name, before=one, after=other)
        elif one != other:
            names = (field.name for field in dataclasses.fields(Clause))
            differ = tuple(each for each in names if getattr(one, each) != getattr(other, each))
            yield ClauseChange(id=name, before=one, after=other, fields=differ)


def _uses(before: Terms, after: Terms) -> Iterator[UseChange]:
    for moment, facts in MOMENTS.items():
        for category in DataCategory:
            for purpose in Purpose:
                pair = _pair(before, after, category, purpose, facts)
                if pair[0].verdict is pair[1].verdict:
                    continue
                if facts > _PLAIN and pair == _pair(before, after, category, purpose, _PLAIN):
                    continue
                yield UseChange(moment=moment, category=category, purpose=purpose, before=pair[0], after=pair[1])


def _pair(
    before: Terms, after: Terms, category: DataCategory, purpose: Purpose, facts: frozenset[Fact]
) -> tuple[Decision, Decision]:
    request = Request(category=category, purpose=purpose, facts=facts)
    return decide_by_clauses(before, request), decide_by_clauses(after, request)


def _fates(before: Terms, after: Terms) -> Iterator[FateChange]:
    for category in DataCategory:
        old, new = after_withdrawal(before, category), after_withdrawal(after, category)
        if _in_days(before, old) != _in_days(after, new):
            yield FateChange(category=category, before=old, after=new)


def _in_days(terms: Terms, outcome: Outcome) -> tuple[object, ...]:
    """The fate with its days: sets name their clauses as they like, so ids alone are no difference."""
    retain = None
    if outcome.fate is Fate.GOES:
        retain = next((clause.retain for clause in terms.clauses if clause.id == outcome.clause), None)
    days = (retain.clock, retain.begin_delete_after, retain.deadline, retain.backup_extra) if retain else ()
    return (outcome.fate, *days)
