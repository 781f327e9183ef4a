"""Law 4: forbid beats permit, and the table equals the reading in every cell."""

from collections.abc import Iterator
from itertools import combinations

import numpy as np
import pytest
from any_terms import any_clause, any_terms, clause, patiently, silent, terms_of
from hypothesis import given
from hypothesis import strategies as st
from pytest_benchmark.fixture import BenchmarkFixture

from simulator.catalog.load import load_terms
from simulator.catalog.shelf import names
from simulator.domain.categories import DataCategory, Fact, Purpose
from simulator.domain.shelf import Shelf
from simulator.terms.clause import Clause, Effect, Terms
from simulator.terms.decide import (
    DecisionTable,
    Request,
    Verdict,
    cell,
    decide,
    decide_by_clauses,
    documented_silences,
)

KEEP = Request(category=DataCategory.ORIGINAL, purpose=Purpose.STORE)


def every_request() -> Iterator[Request]:
    subsets = [frozenset(facts) for size in range(len(Fact) + 1) for facts in combinations(Fact, size)]
    for category in DataCategory:
        for purpose in Purpose:
            for facts in subsets:
                yield Request(category=category, purpose=purpose, facts=facts)


def any_request() -> st.SearchStrategy[Request]:
    return st.builds(
        Request,
        category=st.sampled_from(DataCategory),
        purpose=st.sampled_from(Purpose),
        facts=st.frozensets(st.sampled_from(Fact)),
    )


def test_what_nobody_speaks_of_is_silent_and_names_no_clause() -> None:
    about_ads = terms_of(clause(purposes=(Purpose.ADS,)))
    assert decide_by_clauses(about_ads, KEEP).verdict is Verdict.SILENT
    assert decide_by_clauses(about_ads, KEEP).clauses == ()


def test_a_forbid_beats_a_permit_whatever_their_order() -> None:
    yes, no = clause(id="yes"), clause(id="no", effect=Effect.FORBID)
    for clauses in ((yes, no), (no, yes)):
        decision = decide_by_clauses(terms_of(*clauses), KEEP)
        assert (decision.verdict, decision.clauses) == (Verdict.FORBID, ("no",))


def test_a_permission_holds_only_while_what_it_requires_does() -> None:
    terms = terms_of(clause(requires=(Fact.OPTED_IN,), unless=(Fact.WITHDRAWN,)))
    asked = {
        (): Verdict.SILENT,
        (Fact.OPTED_IN,): Verdict.PERMIT,
        (Fact.OPTED_IN, Fact.WITHDRAWN): Verdict.SILENT,
    }
    for facts, wanted in asked.items():
        request = Request(category=KEEP.category, purpose=KEEP.purpose, facts=frozenset(facts))
        assert decide_by_clauses(terms, request).verdict is wanted


def test_a_clause_about_everything_spares_what_it_excepts() -> None:
    terms = terms_of(clause(categories=(), every_category_except=(DataCategory.CONSENT_RECORD,)))
    permitted = {
        category
        for category in DataCategory
        if decide_by_clauses(terms, Request(category=category, purpose=Purpose.STORE)).verdict is Verdict.PERMIT
    }
    assert permitted == set(DataCategory) - {DataCategory.CONSENT_RECORD}


def test_a_documented_silence_decides_nothing_and_can_be_found() -> None:
    terms = terms_of(silent(id="searched"))
    assert decide_by_clauses(terms, KEEP).verdict is Verdict.SILENT
    assert [found.id for found in documented_silences(terms, KEEP)] == ["searched"]


@patiently
@given(any_terms, any_clause.filter(lambda drawn: drawn.effect is Effect.PERMIT), st.integers(0, 8), any_request())
def test_adding_a_permit_never_changes_a_forbid(terms: Terms, permit: Clause, place: int, request: Request) -> None:
    before = decide_by_clauses(terms, request)
    wider = terms_of(*terms.clauses[:place], permit, *terms.clauses[place:])
    after = decide_by_clauses(wider, request)
    if before.verdict is Verdict.FORBID:
        assert after == before
    assert after.verdict is not Verdict.FORBID or before.verdict is Verdict.FORBID


@patiently
@given(any_terms, any_request())
def test_one_forbid_that_speaks_is_enough(terms: Terms, request: Request) -> None:
    decision = decide_by_clauses(terms, request)
    by_id = {one.id: one for one in terms.clauses}
    speaking = [
        one
        for one in terms.clauses
        if one.covers(request.category) and request.purpose in one.purposes and one.holds_under(request.facts)
    ]
    assert (decision.verdict is Verdict.FORBID) == any(one.effect is Effect.FORBID for one in speaking)
    assert all(by_id[name].effect == decision.verdict.value for name in decision.clauses)


@patiently
@given(any_terms, any_request())
def test_every_decision_names_its_clauses_or_is_silent(terms: Terms, request: Request) -> None:
    decision = decide_by_clauses(terms, request)
    assert bool(decision.clauses) == (decision.verdict is not Verdict.SILENT)


@patiently
@given(any_terms)
def test_the_table_equals_the_reading_in_every_cell_of_any_terms(terms: Terms) -> None:
    table = DecisionTable.of(terms)
    for request in every_request():
        assert decide(table, request) == decide_by_clauses(terms, request)


@pytest.mark.parametrize("name", names(Shelf.TERMS))
def test_the_table_equals_the_reading_in_every_cell_of_the_shipped_terms(name: str) -> None:
    terms = load_terms(name)
    table = DecisionTable.of(terms)
    assert table.terms == name
    for request in every_request():
        assert decide(table, request) == decide_by_clauses(terms, request)


def test_the_codes_are_the_verdicts_as_one_byte_a_cell() -> None:
    table = DecisionTable.of(load_terms("gdpr-strict"))
    cube = np.frombuffer(table.codes, dtype=np.uint8).reshape(len(DataCategory), len(Purpose), 1 << len(Fact))
    requests = list(every_request())
    cells = np.array([cell(one.category, one.purpose, one.facts) for one in requests])
    verdicts = [list(Verdict)[code] for code in cube.reshape(-1)[cells]]
    assert verdicts == [decide(table, one).verdict for one in requests]
    assert sorted(cells) == list(range(cube.size))


def test_every_answer_there_is(benchmark: BenchmarkFixture) -> None:
    table = DecisionTable.of(load_terms("meta-2025-06-test"))
    requests = list(every_request())
    benchmark(lambda: [decide(table, request) for request in requests])
