"""Tests of terms as data: what passes, what fails, and what nobody asked about."""

import pytest
from any_terms import clause, silent, terms_of

from simulator.catalog.load import load_policy_tests, load_terms
from simulator.catalog.shelf import names
from simulator.domain.categories import DataCategory, Fact, Purpose
from simulator.domain.errors import TermsError
from simulator.domain.shelf import Shelf
from simulator.terms.decide import Verdict
from simulator.terms.policy_tests import PolicyTest, PolicyTests, check_policy_tests, examine

TERMS = terms_of(clause(id="kept", requires=(Fact.OPTED_IN,)), silent(id="searched", purposes=(Purpose.ADS,)))


def wanted(
    verdict: Verdict, *facts: Fact, purpose: Purpose = Purpose.STORE, clauses: tuple[str, ...] | None = None
) -> PolicyTest:
    return PolicyTest(
        says="Somebody relies on it.",
        category=DataCategory.ORIGINAL,
        purpose=purpose,
        facts=frozenset(facts),
        verdict=verdict,
        clauses=clauses,
    )


def asking(*tests: PolicyTest) -> PolicyTests:
    return PolicyTests(id="mine", title="Mine", terms="some-terms", tests=tests)


@pytest.mark.parametrize("name", names(Shelf.POLICY_TESTS))
def test_the_shipped_tests_pass(name: str) -> None:
    tests = load_policy_tests(name)
    assert examine(tests, load_terms(tests.terms)).failed == ()


@pytest.mark.parametrize("name", ["meta-2025-06-test", "on-device-only"])
def test_some_sets_are_covered_to_the_last_clause(name: str) -> None:
    assert examine(load_policy_tests(name), load_terms(name)).uncovered == ()


def test_the_verdict_must_be_as_wanted_and_so_must_the_clauses_if_any_are_named() -> None:
    tests = (
        wanted(Verdict.PERMIT, Fact.OPTED_IN),
        wanted(Verdict.PERMIT, Fact.OPTED_IN, clauses=("kept",)),
        wanted(Verdict.PERMIT, Fact.OPTED_IN, clauses=()),
        wanted(Verdict.PERMIT),
        wanted(Verdict.SILENT, clauses=()),
    )
    assert [answer.passed for answer in examine(asking(*tests), TERMS).answers] == [True, True, False, False, True]


def test_a_silence_is_covered_by_a_request_that_it_documents() -> None:
    test = wanted(Verdict.SILENT, purpose=Purpose.ADS, clauses=("searched",))
    examined = examine(asking(test), TERMS)
    assert examined.failed == ()
    assert (examined.clauses, examined.uncovered) == (2, ("kept",))


@pytest.mark.parametrize(
    ("tests", "complaint"),
    [
        ((), "tests: there are none"),
        ((wanted(Verdict.PERMIT, clauses=("kebt",)),), r"tests\[0\]\.clauses: terms some-terms: no clause 'kebt'"),
    ],
)
def test_tests_that_cannot_pass_are_refused(tests: tuple[PolicyTest, ...], complaint: str) -> None:
    with pytest.raises(TermsError, match=complaint):
        check_policy_tests(asking(*tests), TERMS)
