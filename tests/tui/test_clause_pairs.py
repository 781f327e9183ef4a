from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st
from told_stories import tell

from simulator.catalog.load import load_terms
from simulator.catalog.shelf import Kind, names
from simulator.domain.holding import HoldingState
from simulator.journey.world import fold
from simulator.report.difference import difference_as_record
from simulator.retention.meaning import Lot, weigh
from simulator.retention.schedule import preview
from simulator.terms.clause import Status, Terms
from simulator.terms.diff import compare_terms
from simulator.tui.views.clause_pairs import IN_WORDS, Likeness, Pair, light, pair_clauses
from simulator.tui.views.fates import FATES, KNOWN

SETS = st.sampled_from(names(Kind.TERMS))
WORDS = st.lists(st.sampled_from(["photos", "are", "kept", "gone,", "gone", "thirty", "days"])).map(" ".join)


def paired(before: Terms, after: Terms) -> Sequence[Pair]:
    return pair_clauses(before, after, compare_terms(before, after).clauses)


@settings(max_examples=15, deadline=None)
@given(SETS, SETS)
def test_every_clause_of_both_sets_stands_in_one_row(one: str, other: str) -> None:
    before, after = load_terms(one), load_terms(other)
    pairs = paired(before, after)
    assert [pair.before for pair in pairs if pair.before is not None] == list(before.clauses)
    assert sorted(pair.after.id for pair in pairs if pair.after is not None) == sorted(c.id for c in after.clauses)


def test_a_set_beside_itself_is_the_same_throughout() -> None:
    terms = load_terms("meta-2025-06-test")
    assert {pair.likeness for pair in paired(terms, terms)} == {Likeness.SAME}


@settings(max_examples=10, deadline=None)
@given(SETS, SETS)
def test_the_rows_say_of_ids_and_fields_what_terms_diff_says(one: str, other: str) -> None:
    before, after = load_terms(one), load_terms(other)
    record = difference_as_record(before, after, compare_terms(before, after))
    line_mode = {clause["id"]: clause["fields"] for clause in record["clauses"]}
    rows: dict[str, list[str]] = {}
    for pair in paired(before, after):
        if pair.likeness is not Likeness.SAME:
            rows |= {clause.id: list(pair.fields) for clause in (pair.before, pair.after) if clause is not None}
    assert rows == line_mode


def test_a_clause_by_another_name_stands_beside_the_one_about_the_same() -> None:
    pairs = paired(load_terms("meta-2025-06-test"), load_terms("gdpr-strict"))
    about = {(pair.before.id, pair.after.id) for pair in pairs if pair.before and pair.after}
    assert ("silent.consent-record", "consent.proof") in about
    assert ("silent.after-withdrawal", "withdrawal.erases") in about


@given(WORDS, WORDS)
def test_lit_words_are_words_of_the_text_and_the_rest_stands_in_both(one: str, other: str) -> None:
    before, after = light(one, other)
    assert "".join(text for text, _ in before) == one
    assert "".join(text for text, _ in after) == other
    same = ["".join(text for text, lit in side if not lit).split() for side in (before, after)]
    if any(lit for side in (before, after) for _, lit in side):
        assert same[0] == same[1]


@settings(max_examples=15, deadline=None)
@given(SETS, st.integers(0, 75))
def test_what_a_set_means_adds_up_to_what_is_held(name: str, day: int) -> None:
    _, events = tell("accidental-allow")
    ledger = fold([event for event in events if event.day <= day]).ledger
    held = sum(entry.state is not HoldingState.DELETED for entry in ledger.entries.values())
    meaning = weigh(ledger, load_terms(name), day)
    assert meaning.held == held
    assert sum(meaning.by_clause.values()) == held - meaning.count(Lot.NOT_SAID)


def test_before_a_withdrawal_the_storys_own_set_means_what_the_preview_says() -> None:
    scenario, events = tell("accidental-allow")
    ledger = fold([event for event in events if event.day <= 20]).ledger
    now, meaning = preview(ledger, scenario.terms), weigh(ledger, scenario.terms, 20)
    assert {lot: meaning.count(lot) for lot in Lot} == {
        Lot.NEVER: 0,
        Lot.GOES: len(now.goes),
        Lot.STAYS: len(now.stays),
        Lot.NOT_SAID: len(now.not_said),
    }


def test_every_status_and_every_fate_has_a_mark_of_its_own() -> None:
    assert len({sign.mark for sign in KNOWN.values()}) == len(Status)
    assert len({sign.mark for sign in FATES.values()}) == len(HoldingState)


def test_of_two_clauses_under_different_names_it_is_said_only_that_they_speak_of_the_same() -> None:
    pairs = paired(load_terms("meta-2025-06-test"), load_terms("gdpr-strict"))
    effects = [
        {clause.effect for clause in (pair.before, pair.after) if clause is not None}
        for pair in pairs
        if pair.likeness is Likeness.ABOUT
    ]
    assert any(len(both) == len(("permit", "forbid")) for both in effects), "opposite clauses are paired, too"
    assert IN_WORDS[Likeness.ABOUT] == "speaks of the same, under another name"
