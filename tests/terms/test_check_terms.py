"""A set of terms that contradicts itself is refused, in one line that says how to mend it."""

from dataclasses import replace

import pytest
from any_terms import SOURCE, any_terms, clause, patiently, silent, terms_of
from hypothesis import given

from simulator.domain.categories import DataCategory, Fact
from simulator.domain.errors import TermsError
from simulator.terms.check import check_terms
from simulator.terms.clause import Clause, Clock, Effect, Retain, Status, Terms, find_clause

FAULTS = {
    "two clauses have this id": (clause(), clause()),
    "categories": (clause(categories=()),),
    "either categories": (clause(every_category_except=()),),
    "purposes": (clause(purposes=()),),
    "also in requires": (clause(requires=(Fact.SHARED,), unless=(Fact.SHARED,)),),
    "source.title": (clause(source=replace(SOURCE, title=" ")),),
    "source.url": (clause(source=replace(SOURCE, url="a blog")),),
    "source.retrieved": (clause(source=replace(SOURCE, retrieved="last week")),),
    "needs a quotation": (clause(source=replace(SOURCE, quoted="")),),
    "cannot be quoted": (silent(source=SOURCE),),
    "decides nothing": (silent(effect=Effect.PERMIT),),
    "promises nothing": (silent(retain=Retain(clock=Clock.WITHDRAWAL, deadline=1)),),
    "effect: is missing": (clause(effect=None),),
    "says: is empty": (clause(says=""),),
    "neither begin_delete_after nor deadline": (clause(retain=Retain(clock=Clock.WITHDRAWAL)),),
    "before the clock starts": (clause(retain=Retain(clock=Clock.WITHDRAWAL, deadline=-1)),),
    "deletion cannot end first": (clause(retain=Retain(clock=Clock.WITHDRAWAL, begin_delete_after=9, deadline=3)),),
    "there are none": (),
}


@pytest.mark.parametrize("problem", FAULTS)
def test_each_fault_is_told_in_one_line_with_terms_and_key(problem: str) -> None:
    with pytest.raises(TermsError, match=problem) as caught:
        check_terms(terms_of(*FAULTS[problem]))
    assert str(caught.value).startswith("terms some-terms: ")
    assert len(str(caught.value).splitlines()) == 1


@pytest.mark.parametrize(
    "dates",
    [
        {"in_force_from": "May 2025"},
        {"in_force_to": "soon"},
        {"in_force_from": "2025-06-01", "in_force_to": "2025-05-01"},
    ],
)
def test_a_date_that_is_none_or_runs_backwards_is_refused(dates: dict[str, str]) -> None:
    with pytest.raises(TermsError, match="in_force"):
        check_terms(replace(terms_of(clause()), **dates))


def test_an_inferred_clause_needs_no_quotation() -> None:
    inferred: Clause = clause(status=Status.INFERRED, source=replace(SOURCE, quoted=""))
    assert check_terms(terms_of(inferred)).clauses == (inferred,)


@patiently
@given(any_terms)
def test_what_hypothesis_calls_terms_makes_sense(terms: Terms) -> None:
    assert check_terms(terms) is terms


def test_a_clause_is_found_by_its_id_or_the_error_lists_the_ids() -> None:
    terms = terms_of(clause(id="kept"), clause(id="gone", categories=(DataCategory.HOME,)))
    assert find_clause(terms, "gone").categories == (DataCategory.HOME,)
    with pytest.raises(TermsError, match="kept, gone"):
        find_clause(terms, "gome")
