"""Which terms are in force where the playhead stands, and every clause that the ledger can name by then."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from simulator.domain.errors import TermsError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from simulator.journey.scenario import Scenario
    from simulator.terms.clause import Clause, Terms

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class InForce:
    """The terms of one day.

    Attributes:
        terms: those in force.
        before: those under which things came to be held earlier, if they have changed since.
    """

    terms: "Terms"
    before: "Terms | None" = None

    @classmethod
    def on(cls, scenario: "Scenario", day: int) -> "InForce":
        amendment = scenario.amendment
        if amendment is None or day < amendment.day:
            return cls(scenario.terms)
        return cls(amendment.terms, scenario.terms)

    @property
    def clauses(self) -> "Mapping[str, Clause]":
        """By id; of two with one id, the one in force."""
        both = (self.before, self.terms)
        return {clause.id: clause for terms in both if terms is not None for clause in terms.clauses}

    def ask(self, question: "Callable[[Terms], T]") -> T:
        """The answer of the terms in force; where they lack a clause that the ledger names, of those before.

        Raises:
            TermsError: neither has it.
        """
        try:
            return question(self.terms)
        except TermsError:
            if self.before is None:
                raise
            return question(self.before)
