"""What two sets say differently."""

from dataclasses import replace

from any_terms import any_terms, clause, patiently, silent, terms_of
from hypothesis import given

from simulator.domain.categories import DataCategory, Fact, Purpose
from simulator.terms.clause import Clock, Effect, Retain, Terms
from simulator.terms.decide import Verdict
from simulator.terms.diff import compare_terms
from simulator.terms.fate import Fate

KEPT = clause(id="kept", requires=(Fact.OPTED_IN,))


def removal(days: int) -> Terms:
    return terms_of(clause(retain=Retain(clock=Clock.WITHDRAWAL, begin_delete_after=days)))


@patiently
@given(any_terms)
def test_a_set_does_not_differ_from_itself_by_any_other_name(terms: Terms) -> None:
    found = compare_terms(terms, replace(terms, id="another", title="Another"))
    assert (found.clauses, found.uses, found.fates) == ((), (), ())


@patiently
@given(any_terms, any_terms)
def test_exchanging_the_two_exchanges_before_and_after(one: Terms, other: Terms) -> None:
    there, back = compare_terms(one, other), compare_terms(other, one)
    assert [(each.moment, each.category, each.purpose, each.after, each.before) for each in there.uses] == [
        (each.moment, each.category, each.purpose, each.before, each.after) for each in back.uses
    ]
    assert [(each.category, each.after, each.before) for each in there.fates] == [
        (each.category, each.before, each.after) for each in back.fates
    ]
    assert {each.id for each in there.clauses} == {each.id for each in back.clauses}


def test_a_clause_that_only_one_has_and_one_that_both_have_differently() -> None:
    changed = replace(KEPT, says="Photos may be kept for long.")
    new, differs = sorted(
        compare_terms(terms_of(KEPT), terms_of(changed, clause(id="also"))).clauses, key=lambda each: each.id
    )
    assert (new.id, new.before, new.fields) == ("also", None, ())
    assert (differs.id, differs.fields) == ("kept", ("says",))


def test_a_use_is_told_once_for_the_moment_from_which_it_differs() -> None:
    never = clause(id="never", effect=Effect.FORBID, requires=(Fact.OPTED_IN,))
    (use,) = compare_terms(terms_of(KEPT), terms_of(never)).uses
    assert (use.moment, use.category, use.purpose) == ("after a yes", DataCategory.ORIGINAL, Purpose.STORE)
    assert (use.before.verdict, use.after.verdict) == (Verdict.PERMIT, Verdict.FORBID)


def test_an_exception_for_what_was_shared_is_told_apart_from_the_plain_yes() -> None:
    excepted = replace(KEPT, unless=(Fact.SHARED,))
    assert [each.moment for each in compare_terms(terms_of(KEPT), terms_of(excepted)).uses] == [
        "after a yes, once shared"
    ]


def test_fates_differ_by_days_and_not_by_the_names_of_clauses() -> None:
    assert compare_terms(removal(0), terms_of(replace(removal(0).clauses[0], id="other"))).fates == ()
    (fate,) = compare_terms(removal(0), removal(30)).fates
    assert (fate.category, fate.before.fate, fate.after.fate) == (DataCategory.ORIGINAL, Fate.GOES, Fate.GOES)
    assert compare_terms(terms_of(silent(id="a")), terms_of(silent(id="b"))).fates == ()
