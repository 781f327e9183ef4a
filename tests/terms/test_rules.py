"""Which clause sets a clock, and what a promise or a silence comes to under either reading."""

from any_terms import any_terms, clause, patiently, terms_of
from hypothesis import given
from hypothesis import strategies as st

from simulator.domain.categories import DataCategory
from simulator.domain.reading import Reading
from simulator.terms.clause import Clause, Clock, Retain, Terms
from simulator.terms.readings import promise, silence_ends_on
from simulator.terms.rules import reaches, rule_for

KINDEST, HARSHEST = Reading.KINDEST, Reading.HARSHEST


def rule(name: str, begin: int, *, clock: Clock = Clock.WITHDRAWAL, **parts: object) -> Clause:
    return clause(id=name, retain=Retain(clock=clock, begin_delete_after=begin), **parts)


def test_a_clause_that_names_the_data_beats_one_about_all_data() -> None:
    terms = terms_of(rule("all", 0, categories=(), every_category_except=()), rule("photos", 30))
    assert rule_for(terms, DataCategory.ORIGINAL, Clock.WITHDRAWAL) is terms.clauses[1]
    assert rule_for(terms, DataCategory.LABELS, Clock.WITHDRAWAL) is terms.clauses[0]


def test_of_several_clauses_the_earliest_begin_wins() -> None:
    terms = terms_of(rule("late", 30), rule("early", 7), rule("also early", 7))
    assert rule_for(terms, DataCategory.ORIGINAL, Clock.WITHDRAWAL) is terms.clauses[1]


def test_a_rule_of_another_clock_is_no_rule() -> None:
    assert rule_for(terms_of(rule("x", 1, clock=Clock.COLLECTION)), DataCategory.ORIGINAL, Clock.WITHDRAWAL) is None


def test_models_are_reached_only_by_what_is_said_of_models() -> None:
    retain = Retain(clock=Clock.WITHDRAWAL, deadline=1, covers_derived=True)
    assert reaches(retain, DataCategory.LABELS) is True
    assert reaches(retain, DataCategory.RANKING_WEIGHTS) is None


def test_a_begin_without_a_deadline_is_done_at_once_or_never() -> None:
    promised = promise(rule("removal", 30), 12)
    assert promised is not None
    assert (promised.done_on(KINDEST), promised.done_on(HARSHEST)) == (42, None)


def test_backups_are_the_last_to_go() -> None:
    promised = promise(clause(retain=Retain(clock=Clock.WITHDRAWAL, deadline=90, backup_extra=90)), 10)
    assert promised is not None
    assert (promised.done_on(KINDEST), promised.done_on(HARSHEST)) == (10, 190)


def test_a_clause_without_retention_promises_nothing() -> None:
    assert promise(clause(), 3) is None


def test_a_silence_ends_with_the_first_parent_or_never() -> None:
    assert silence_ends_on(KINDEST, 10, [60, 40, None]) == 40
    assert silence_ends_on(KINDEST, 10, [3]) == 10
    assert silence_ends_on(KINDEST, 10, [None]) is None
    assert silence_ends_on(KINDEST, 10, []) == 10
    assert silence_ends_on(HARSHEST, 10, [40]) is None


@patiently
@given(any_terms, st.sampled_from(DataCategory), st.sampled_from(Clock), st.integers(-30, 300))
def test_the_kindest_reading_is_never_later_than_the_harshest(
    terms: Terms, category: DataCategory, clock: Clock, start: int
) -> None:
    found = rule_for(terms, category, clock)
    if found is not None and (promised := promise(found, start)) is not None:
        kindest, harshest = promised.done_on(KINDEST), promised.done_on(HARSHEST)
        assert kindest is not None
        assert harshest is None or kindest <= harshest
