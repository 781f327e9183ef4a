"""Does what was made from data outlive the data?"""

from collections.abc import Iterator

from simulator.domain.categories import DataCategory
from simulator.terms.checks.finding import Case, Finding, Severity
from simulator.terms.clause import MODEL_CATEGORIES, Terms
from simulator.terms.fate import Fate, after_withdrawal, may_be_held
from simulator.terms.lineage import ancestors

ID = "orphaned-data"

# Models have a check of their own; what somebody published was published by them, not derived about them.
_OTHERWISE = MODEL_CATEGORIES | {DataCategory.SHARED_POST}


def find_orphaned_data(case: Case) -> Iterator[Finding]:
    """For each clause that deletes after a withdrawal: what was made from that and is kept, or not spoken of."""
    for (parent, keeper), categories in _orphans(case.terms, Fate.STAYS).items():
        yield Finding(
            check=ID,
            severity=Severity.WARNING,
            says=f"{parent} deletes what this was made from, and {keeper} keeps it.",
            categories=categories,
            clauses=(parent, keeper) if keeper != parent else (parent,),
        )
    for (parent, _), categories in _orphans(case.terms, Fate.NOT_SAID).items():
        yield Finding(
            check=ID,
            severity=Severity.WARNING,
            says=f"{parent} deletes what this was made from, and no clause says what becomes of it.",
            categories=categories,
            clauses=(parent,),
        )


def _orphans(terms: Terms, fate: Fate) -> dict[tuple[str, str], tuple[DataCategory, ...]]:
    """Categories of that fate with an ancestor that goes, by the clause it goes by and their own."""
    found: dict[tuple[str, str], tuple[DataCategory, ...]] = {}
    for category in DataCategory:
        outcome = after_withdrawal(terms, category)
        if category in _OTHERWISE or outcome.fate is not fate or not may_be_held(terms, category):
            continue
        above = (after_withdrawal(terms, each) for each in ancestors(category) if may_be_held(terms, each))
        gone = next((each.clause for each in above if each.fate is Fate.GOES and each.clause), None)
        if gone is not None:
            key = (gone, outcome.clause or "")
            found[key] = (*found.get(key, ()), category)
    return found
