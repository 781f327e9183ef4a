"""Tests of terms as data: what somebody relies on, written down, so that a change of a clause shows."""

from dataclasses import dataclass

from simulator.domain.categories import DataCategory, Fact, Purpose
from simulator.domain.errors import TermsError
from simulator.terms.clause import Terms, find_clause
from simulator.terms.decide import DecisionTable, Request, Verdict, decide, documented_silences


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyTest:
    """One request and the answer that is wanted.

    Attributes:
        says: what is relied on, in one sentence.
        clauses: ids that must decide, all of them and in the terms' order; for a silence, those that document it.
            None: any may.
    """

    says: str
    category: DataCategory
    purpose: Purpose
    verdict: Verdict
    facts: frozenset[Fact] = frozenset()
    clauses: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyTests:
    """Tests of one set of terms, named by its id or its file."""

    id: str
    title: str
    terms: str
    tests: tuple[PolicyTest, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyAnswer:
    """What the terms answered to one test."""

    test: PolicyTest
    verdict: Verdict
    clauses: tuple[str, ...]

    @property
    def passed(self) -> bool:
        wanted = self.test.clauses
        return self.verdict is self.test.verdict and (wanted is None or wanted == self.clauses)


@dataclass(frozen=True, slots=True, kw_only=True)
class Examination:
    """All answers, and the clauses that no test made speak."""

    id: str
    terms: str
    answers: tuple[PolicyAnswer, ...]
    clauses: int
    uncovered: tuple[str, ...]

    @property
    def failed(self) -> tuple[PolicyAnswer, ...]:
        return tuple(answer for answer in self.answers if not answer.passed)


def check_policy_tests(tests: PolicyTests, terms: Terms) -> None:
    """Refuse tests that cannot pass because of how they are written.

    Raises:
        TermsError: there are none, or one wants a clause that the terms do not have.
    """
    if not tests.tests:
        raise TermsError("tests: there are none; write at least one [[tests]]")
    for number, test in enumerate(tests.tests):
        for clause in test.clauses or ():
            try:
                find_clause(terms, clause)
            except TermsError as error:
                raise TermsError(f"tests[{number}].clauses: {error}") from error


def examine(tests: PolicyTests, terms: Terms) -> Examination:
    """Ask the terms every request. A clause is covered when it decides one of them, or documents its silence."""
    table = DecisionTable.of(terms)
    answers = tuple(_answer(terms, table, test) for test in tests.tests)
    covered = {clause for answer in answers for clause in answer.clauses}
    return Examination(
        id=tests.id,
        terms=terms.id,
        answers=answers,
        clauses=len(terms.clauses),
        uncovered=tuple(clause.id for clause in terms.clauses if clause.id not in covered),
    )


def _answer(terms: Terms, table: DecisionTable, test: PolicyTest) -> PolicyAnswer:
    request = Request(category=test.category, purpose=test.purpose, facts=test.facts)
    decision = decide(table, request)
    clauses = decision.clauses
    if decision.verdict is Verdict.SILENT:
        clauses = tuple(clause.id for clause in documented_silences(terms, request))
    return PolicyAnswer(test=test, verdict=decision.verdict, clauses=clauses)
