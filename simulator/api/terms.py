"""A set of terms that can be asked."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any, TypeVar

from simulator.api.table import Tabular
from simulator.domain.categories import DataCategory, Fact, Purpose
from simulator.domain.errors import TermsError
from simulator.report.terms import tell_terms, terms_as_record
from simulator.strict.words import nearest, shown
from simulator.terms.clause import Terms
from simulator.terms.decide import Decision, Request, decide_by_clauses

E = TypeVar("E", DataCategory, Purpose, Fact)


@dataclass(frozen=True, slots=True, repr=False)
class TermsSet(Tabular):
    """One set of terms; as text it is the whole set, as rows its clauses."""

    terms: Terms

    def decide(self, category: str, purpose: str, facts: Collection[str] = ()) -> Decision:
        """May this kind of data be used for this purpose? Three values: permitted, forbidden, or not spoken of.

        Args:
            category: a kind of data, such as ``photo.original``.
            purpose: a use, such as ``suggest``.
            facts: circumstances, such as ``opted_in``.

        Raises:
            TermsError: one of the words is unknown; names the nearest.
        """
        request = Request(
            category=_known(DataCategory, "category", category),
            purpose=_known(Purpose, "purpose", purpose),
            facts=frozenset(_known(Fact, "fact", fact) for fact in facts),
        )
        return decide_by_clauses(self.terms, request)

    def rows(self) -> list[dict[str, Any]]:
        """A row for each clause: what it allows or forbids, of which data, for which uses, and how well it is known."""
        return [
            {
                "clause": clause.id,
                "effect": None if clause.effect is None else clause.effect.value,
                "categories": [str(each) for each in clause.categories],
                "purposes": [each.value for each in clause.purposes],
                "status": clause.status.value,
                "says": clause.says,
                "source": clause.source.title,
            }
            for clause in self.terms.clauses
        ]

    def as_record(self) -> dict[str, Any]:
        """The object that `rollcall terms show --json` prints."""
        return terms_as_record(self.terms)

    def __repr__(self) -> str:
        return "\n".join(tell_terms(self.terms))


def _known(kinds: type[E], what: str, word: str) -> E:
    try:
        return kinds(word)
    except ValueError:
        hint = nearest(str(word), [member.value for member in kinds]) or f"known are {', '.join(kinds)}"
        raise TermsError(f"{what} {shown(word)}: there is none of that name; {hint}") from None
