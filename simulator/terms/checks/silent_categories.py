"""Of which data do the terms not say what may be done with it, or what becomes of it?"""

from collections.abc import Iterator
from itertools import product

from simulator.domain.categories import DataCategory, Fact, Purpose
from simulator.terms.checks.finding import Case, Finding, Severity
from simulator.terms.clause import Clause, Status, Terms
from simulator.terms.decide import Request, Verdict, decide_by_clauses, documented_silences
from simulator.terms.fate import CIRCUMSTANCES, Fate, after_withdrawal, may_be_held

ID = "silent-categories"


def find_silent_categories(case: Case) -> Iterator[Finding]:
    """A warning for each silence that was searched for, an error for what was not even searched for."""
    terms = case.terms
    for clause in terms.clauses:
        if clause.status is Status.SILENT and (categories := _left_silent(terms, clause)):
            yield Finding(
                check=ID, severity=Severity.WARNING, says=clause.says, categories=categories, clauses=(clause.id,)
            )
    unaddressed = tuple(each for each in DataCategory if not any(clause.covers(each) for clause in terms.clauses))
    if unaddressed:
        yield Finding(
            check=ID,
            severity=Severity.ERROR,
            says="No clause speaks of this, and no search for one is written down.",
            categories=unaddressed,
        )
    unsearched = tuple(each for each in DataCategory if each not in unaddressed and _is_unsearched(terms, each))
    if unsearched:
        yield Finding(
            check=ID,
            severity=Severity.ERROR,
            says="What becomes of this after a withdrawal is not said, and no search for it is written down.",
            categories=unsearched,
        )


def _left_silent(terms: Terms, clause: Clause) -> tuple[DataCategory, ...]:
    """The data of a documented silence of which at least one use that it speaks of really is undecided."""
    facts = [given for given in CIRCUMSTANCES if clause.holds_under(given)]
    return tuple(
        category
        for category in filter(clause.covers, DataCategory)
        if any(
            decide_by_clauses(terms, Request(category=category, purpose=purpose, facts=given)).verdict is Verdict.SILENT
            for purpose, given in product(clause.purposes, facts)
        )
    )


def _is_unsearched(terms: Terms, category: DataCategory) -> bool:
    if after_withdrawal(terms, category).fate is not Fate.NOT_SAID or not may_be_held(terms, category):
        return False
    kept = Request(category=category, purpose=Purpose.STORE, facts=frozenset({Fact.WITHDRAWN}))
    return next(documented_silences(terms, kept), None) is None
