"""Is there, for each kind of data, a period for which it is kept, or a criterion that ends it?"""

from collections.abc import Iterator

from simulator.domain.categories import DataCategory
from simulator.terms.checks.finding import Case, Finding, Severity
from simulator.terms.clause import MODEL_CATEGORIES
from simulator.terms.fate import may_be_held

ID = "period-or-criterion"


def find_period_or_criterion(case: Case) -> Iterator[Finding]:
    """An error that names the data which may be held and on which no clock ever runs, after CCPA 1798.100(a)(3).

    Models are left out: the law speaks of categories of personal information, and whether a model is that is open.
    """
    timed = [clause for clause in case.terms.clauses if clause.retain is not None]
    without = tuple(
        category
        for category in DataCategory
        if category not in MODEL_CATEGORIES
        and may_be_held(case.terms, category)
        and not any(clause.covers(category) for clause in timed)
    )
    if without:
        yield Finding(
            check=ID,
            severity=Severity.ERROR,
            says="It may be held, and neither a period nor a criterion says until when.",
            categories=without,
        )
