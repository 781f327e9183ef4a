"""From clauses to decisions: clause by clause, or looked up in a table that holds every possible answer."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from simulator.domain.categories import DataCategory, Fact, Purpose
from simulator.terms.clause import Clause, Effect, Status, Terms

_CATEGORIES = {category: place for place, category in enumerate(DataCategory)}
_PURPOSES = {purpose: place for place, purpose in enumerate(Purpose)}
_MASKS = {
    frozenset(facts): sum(1 << list(Fact).index(fact) for fact in facts)
    for size in range(len(Fact) + 1)
    for facts in combinations(Fact, size)
}


class Verdict(StrEnum):
    """INVARIANT: three values. Silence is neither permission nor prohibition."""

    SILENT = "silent"
    PERMIT = "permit"
    FORBID = "forbid"


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """May this data be used for this purpose under these facts?"""

    category: DataCategory
    purpose: Purpose
    facts: frozenset[Fact] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """A verdict and the ids of the clauses that decided, in the terms' order; a silence names none."""

    verdict: Verdict
    clauses: tuple[str, ...] = ()


SILENCE = Decision(verdict=Verdict.SILENT)


def decide_by_clauses(terms: Terms, request: Request) -> Decision:
    """The reading, clause by clause.

    INVARIANT: forbid beats permit, whatever their order or number; no clause at all is a silence.
    """
    speaking = [clause for clause in terms.clauses if clause.effect is not None and _speaks_of(clause, request)]
    for effect, verdict in ((Effect.FORBID, Verdict.FORBID), (Effect.PERMIT, Verdict.PERMIT)):
        if ids := tuple(clause.id for clause in speaking if clause.effect is effect):
            return Decision(verdict=verdict, clauses=ids)
    return SILENCE


def documented_silences(terms: Terms, request: Request) -> Iterator[Clause]:
    """The clauses that record a search for an answer to this request which found none."""
    return (clause for clause in terms.clauses if clause.status is Status.SILENT and _speaks_of(clause, request))


def _speaks_of(clause: Clause, request: Request) -> bool:
    return clause.covers(request.category) and request.purpose in clause.purposes and clause.holds_under(request.facts)


def cell(category: DataCategory, purpose: Purpose, facts: frozenset[Fact]) -> int:
    """Where the answer stands in every `DecisionTable`: categories, then purposes, then facts as a bit mask."""
    return (_CATEGORIES[category] * len(_PURPOSES) + _PURPOSES[purpose]) * len(_MASKS) + _MASKS[facts]


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionTable:
    """Every answer that a set of terms can give.

    Attributes:
        terms: the id of the terms.
        decisions: by `cell`, in C order over (category, purpose, facts), each axis in the order of its enum.
        codes: the verdicts alone, one byte a cell, for columns: 0 silent, 1 permit, 2 forbid.
    """

    terms: str
    decisions: tuple[Decision, ...]
    codes: bytes

    @classmethod
    def of(cls, terms: Terms) -> "DecisionTable":
        forbidding = _ids_by_cell(terms, Effect.FORBID)
        permitting = _ids_by_cell(terms, Effect.PERMIT)
        decisions = tuple(
            Decision(verdict=Verdict.FORBID, clauses=tuple(forbidding[place]))
            if place in forbidding
            else Decision(verdict=Verdict.PERMIT, clauses=tuple(permitting[place]))
            if place in permitting
            else SILENCE
            for place in range(len(_CATEGORIES) * len(_PURPOSES) * len(_MASKS))
        )
        code = {verdict: number for number, verdict in enumerate(Verdict)}
        return cls(terms=terms.id, decisions=decisions, codes=bytes(code[d.verdict] for d in decisions))


def _ids_by_cell(terms: Terms, effect: Effect) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for clause in terms.clauses:
        if clause.effect is not effect:
            continue
        facts = [given for given in _MASKS if clause.holds_under(given)]
        for category in filter(clause.covers, DataCategory):
            for purpose in dict.fromkeys(clause.purposes):
                for given in facts:
                    found.setdefault(cell(category, purpose, given), []).append(clause.id)
    return found


def decide(table: DecisionTable, request: Request) -> Decision:
    """The same answer as `decide_by_clauses`, by one look into the table."""
    return table.decisions[cell(request.category, request.purpose, request.facts)]
