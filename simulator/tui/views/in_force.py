"""Which terms are in force where the playhead stands, and every clause that the ledger can name by then."""

from contextlib import suppress
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
        earlier: those under which things came to be held before they were changed, the latest first.
    """

    terms: "Terms"
    earlier: "tuple[Terms, ...]" = ()

    @classmethod
    def on(cls, scenario: "Scenario", day: int) -> "InForce":
        terms, *earlier = scenario.terms_until(day)
        return cls(terms, tuple(earlier))

    @property
    def clauses(self) -> "Mapping[str, Clause]":
        """By id; of several with one id, the latest."""
        oldest_first = (*reversed(self.earlier), self.terms)
        return {clause.id: clause for terms in oldest_first for clause in terms.clauses}

    def ask(self, question: "Callable[[Terms], T]") -> T:
        """The answer of the terms in force; where they lack a clause that the ledger names, of those before.

        Raises:
            TermsError: none of them has it.
        """
        *later, first = (self.terms, *self.earlier)
        for terms in later:
            with suppress(TermsError):
                return question(terms)
        return question(first)
