"""Which clause sets the clock for a kind of data."""

from simulator.domain.categories import DataCategory
from simulator.terms.clause import MODEL_CATEGORIES, Clause, Clock, Retain, Terms


def rule_for(terms: Terms, category: DataCategory, clock: Clock) -> Clause | None:
    """The clause whose retention runs for this data on this clock, or None: the terms do not say.

    A clause that names the category beats one that covers all data; among several the earliest begin, then the
    earliest in the terms.
    """
    speaking = [
        clause
        for clause in terms.clauses
        if clause.retain is not None and clause.retain.clock is clock and clause.covers(category)
    ]
    named = [clause for clause in speaking if clause.names(category)]
    return min(named or speaking, key=_begin, default=None)


def _begin(clause: Clause) -> int:
    return 0 if clause.retain is None else clause.retain.begin_delete_after or 0


def reaches(retain: Retain, derived: DataCategory) -> bool | None:
    """Whether the retention of some data also reaches what was made from it; None: not said."""
    return retain.covers_models if derived in MODEL_CATEGORIES else retain.covers_derived
