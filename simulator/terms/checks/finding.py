from dataclasses import dataclass
from enum import StrEnum

from simulator.domain.categories import DataCategory
from simulator.terms.clause import Terms


class Severity(StrEnum):
    """An error falls short of a measure that a law names, or contradicts itself. A warning is something nobody says."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """What is checked: terms, and the number of taps, from opening the app, that a yes and its withdrawal take."""

    terms: Terms
    taps_to_give: int
    taps_to_withdraw: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that a check found, in one sentence, with the data and the clauses that it is about."""

    check: str
    severity: Severity
    says: str
    categories: tuple[DataCategory, ...] = ()
    clauses: tuple[str, ...] = ()

    @property
    def page(self) -> str:
        """The page that explains the check."""
        return f"docs/checks/{self.check}.md"
