"""Which terms are in force where the playhead stands, and every clause that the ledger can name by then."""

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from simulator.domain.errors import TermsError
from simulator.terms.formerly import with_former

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
        since: the days on which they and each of the earlier, but for the first, came into force.
    """

    terms: "Terms"
    earlier: "tuple[Terms, ...]" = ()
    since: tuple[int, ...] = ()

    @classmethod
    def on(cls, scenario: "Scenario", day: int) -> "InForce":
        terms, *earlier = scenario.terms_until(day)
        since = sorted((amendment.day for amendment in scenario.amendments if amendment.day <= day), reverse=True)
        return cls(terms, tuple(earlier), tuple(since))

    @property
    def rules(self) -> "Terms":
        """The terms in force, able to explain what came to be held under those before."""
        return with_former(self.terms, self.earlier)

    def on_day(self, day: int) -> "Terms":
        """The terms that were in force on that day."""
        changes = zip(self.since, (self.terms, *self.earlier), strict=False)
        return next((terms for first, terms in changes if first <= day), (self.terms, *self.earlier)[-1])

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
