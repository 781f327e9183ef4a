"""Terms that can still explain what came to be held before they were changed."""

from collections.abc import Iterable
from dataclasses import replace

from simulator.terms.clause import Clause, Terms


def with_former(terms: Terms, former: Iterable[Terms]) -> Terms:
    """The terms in force, with the clauses of former ones to be looked up by their ids: those decide nothing any more.

    Args:
        terms: those in force.
        former: those before, the latest first; of clauses with one id the latest is kept.
    """
    clauses = {clause.id: clause for clause in terms.clauses}
    for earlier in former:
        for clause in earlier.clauses:
            clauses.setdefault(clause.id, _silenced(clause))
    return replace(terms, clauses=tuple(clauses.values()))


def _silenced(clause: Clause) -> Clause:
    return replace(clause, effect=None, categories=(), every_category_except=None, purposes=())
