from dataclasses import replace

from any_terms import SOURCE, clause
from checked import case_of, found_in

from simulator.catalog.load import load_terms
from simulator.domain.categories import DataCategory, Fact, Purpose
from simulator.terms.checks.promise_against_policy import find_promise_against_policy
from simulator.terms.clause import Effect
from simulator.terms.decide import Request, Verdict, decide_by_clauses

CHECK = "promise-against-policy"
PROMISE = clause(id="promise", effect=Effect.FORBID, purposes=(Purpose.ADS,))
POLICY = clause(
    id="policy", purposes=(Purpose.ADS, Purpose.STORE), source=replace(SOURCE, url="https://example.org/policy")
)


def test_a_promise_that_another_document_takes_back_is_a_conflict() -> None:
    (found,) = found_in(CHECK, PROMISE, POLICY)
    assert found.clauses == ("promise", "policy")
    assert found.categories == (DataCategory.ORIGINAL,)
    assert "advertise" in found.says


def test_an_exception_within_one_document_is_no_conflict() -> None:
    assert found_in(CHECK, PROMISE, replace(POLICY, source=SOURCE)) == []


def test_clauses_that_never_hold_together_do_not_conflict() -> None:
    before, after = replace(POLICY, requires=(Fact.OPTED_IN,)), replace(PROMISE, requires=(Fact.WITHDRAWN,))
    assert found_in(CHECK, before, after) == []
    assert found_in(CHECK, replace(PROMISE, unless=(Fact.SHARED,)), replace(POLICY, requires=(Fact.SHARED,))) == []


def test_in_2026_the_pop_up_and_the_policy_disagree_about_advertising_and_the_decision_does_not_hide_it() -> None:
    terms = load_terms("meta-2026-05-us")
    asked = Request(category=DataCategory.ORIGINAL, purpose=Purpose.ADS, facts=frozenset({Fact.OPTED_IN}))
    assert decide_by_clauses(terms, asked).verdict is Verdict.FORBID
    assert [found.clauses for found in find_promise_against_policy(case_of(terms))] == [("ads.never", "policy.ads")]
