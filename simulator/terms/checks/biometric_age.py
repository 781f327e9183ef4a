"""Does biometric data go in time, by the measure of the two American laws that name one?"""

from collections.abc import Iterator
from dataclasses import dataclass

from simulator.domain.categories import DataCategory
from simulator.terms.checks.finding import Case, Finding, Severity
from simulator.terms.clause import Clock, Terms
from simulator.terms.fate import may_be_held
from simulator.terms.rules import rule_for

ID = "biometric-age"

# A template is face geometry; a cluster is information based on it.
BIOMETRIC = (DataCategory.FACE_TEMPLATE, DataCategory.PERSON_CLUSTER)


@dataclass(frozen=True, slots=True, kw_only=True)
class Floor:
    """The most days that a law allows, and the clocks on which a promise of so many days keeps to it."""

    law: str
    asks: str
    days: int
    clocks: tuple[Clock, ...]


# Numbers: 740 ILCS 14/15 and Texas Business and Commerce Code 503.001, as in the sets bipa-floor and cubi-floor.
FLOORS = (
    Floor(
        law="BIPA",
        asks="three years after the last interaction",
        days=1095,
        clocks=(Clock.COLLECTION, Clock.LAST_INTERACTION),
    ),
    Floor(
        law="CUBI",
        asks="one year after the purpose ends",
        days=365,
        clocks=(Clock.COLLECTION, Clock.PURPOSE_MET, Clock.WITHDRAWAL),
    ),
)


def find_biometric_age(case: Case) -> Iterator[Finding]:
    """An error for each floor and each reason: no clause sets a limit, or one that is too late or has no end."""
    for floor in FLOORS:
        short: dict[str | None, tuple[DataCategory, ...]] = {}
        for category in BIOMETRIC:
            if may_be_held(case.terms, category) and not _keeps_to(case.terms, category, floor):
                clause = _nearest(case.terms, category, floor)
                short[clause] = (*short.get(clause, ()), category)
        for clause, categories in short.items():
            why = "no clause sets a limit" if clause is None else f"{clause} sets no end, or a later one"
            yield Finding(
                check=ID,
                severity=Severity.ERROR,
                says=f"{floor.law} wants it destroyed {floor.asks} at the latest; {why}.",
                categories=categories,
                clauses=() if clause is None else (clause,),
            )


def _keeps_to(terms: Terms, category: DataCategory, floor: Floor) -> bool:
    rules = (rule_for(terms, category, clock) for clock in floor.clocks)
    retains = (rule.retain for rule in rules if rule is not None and rule.retain is not None)
    return any(each.deadline is not None and each.deadline + (each.backup_extra or 0) <= floor.days for each in retains)


def _nearest(terms: Terms, category: DataCategory, floor: Floor) -> str | None:
    return next((rule.id for clock in floor.clocks if (rule := rule_for(terms, category, clock))), None)
