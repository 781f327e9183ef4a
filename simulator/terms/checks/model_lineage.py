"""Do photos that were withdrawn live on in models that learnt from them?"""

from collections.abc import Iterator

from simulator.domain.categories import DataCategory
from simulator.domain.data_kinds import DATA_KINDS
from simulator.terms.checks.finding import Case, Finding, Severity
from simulator.terms.clause import MODEL_CATEGORIES, Effect, Terms
from simulator.terms.fate import Fate, after_withdrawal, may_be_held

ID = "model-lineage"


def find_model_lineage(case: Case) -> Iterator[Finding]:
    """A warning for each kind of model that may learn from photos and that no clause makes forget them."""
    for category in DataCategory:
        if category not in MODEL_CATEGORIES or not may_be_held(case.terms, category):
            continue
        outcome = after_withdrawal(case.terms, category)
        if outcome.fate is Fate.GOES:
            continue
        learns = _permits(case.terms, category)
        by = f"by {', '.join(learns)}" if learns else "because no clause forbids it"
        then = f"{outcome.clause} lets it keep that" if outcome.clause else "no clause says that it forgets"
        yield Finding(
            check=ID,
            severity=Severity.WARNING,
            says=f"It may learn from photos, {by}; when they are withdrawn, {then}.",
            categories=(category,),
            clauses=tuple(dict.fromkeys((*learns, *((outcome.clause,) if outcome.clause else ())))),
        )


def _permits(terms: Terms, category: DataCategory) -> tuple[str, ...]:
    purpose = DATA_KINDS[category].held_for
    return tuple(
        clause.id
        for clause in terms.clauses
        if clause.effect is Effect.PERMIT and clause.covers(category) and purpose in clause.purposes
    )
