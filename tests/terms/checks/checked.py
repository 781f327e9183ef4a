"""What one check finds in a few clauses."""

from any_terms import clause, terms_of

from simulator.terms.checks.finding import Case, Finding
from simulator.terms.checks.run import CHECKS
from simulator.terms.clause import Clause, Clock, Effect, Retain, Terms

FORBID_ALL = clause(id="never", effect=Effect.FORBID, categories=(), every_category_except=())


def case_of(terms: Terms, *, give: int = 1, withdraw: int = 1) -> Case:
    return Case(terms=terms, taps_to_give=give, taps_to_withdraw=withdraw)


def found_in(check: str, *clauses: Clause) -> list[Finding]:
    return list(CHECKS[check](case_of(terms_of(*clauses))))


def removal(name: str, clock: Clock = Clock.WITHDRAWAL, **said: object) -> Clause:
    """A clause about originals that says when they go; override ``categories`` with `dataclasses.replace`."""
    return clause(id=name, retain=Retain(clock=clock, **{"begin_delete_after": 0, **said}))
