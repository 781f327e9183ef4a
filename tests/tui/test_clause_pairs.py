from collections import Counter
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from told_stories import tell

from simulator.catalog.load import load_terms
from simulator.catalog.shelf import names
from simulator.domain.categories import DataCategory
from simulator.domain.holding import HoldingState
from simulator.domain.shelf import Shelf
from simulator.journey.world import fold
from simulator.report.difference import difference_as_record
from simulator.report.meaning import tell_standing
from simulator.retention.meaning import Lot, stand, weigh
from simulator.retention.schedule import preview
from simulator.terms.clause import Status, Terms
from simulator.terms.diff import compare_terms
from simulator.tui.held.fates import FATES, KNOWN
from simulator.tui.rooms.terms.clause_pairs import IN_WORDS, Likeness, Pair, light, pair_clauses

SETS = st.sampled_from(names(Shelf.TERMS))
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
    standing = stand(event for event in events if event.day <= day)
    meaning = weigh(ledger, load_terms(name), day, standing, in_force=False)
    assert meaning.held == held
    assert sum(meaning.by_clause.values()) == held - meaning.count(Lot.NOT_SAID)


@settings(max_examples=20, deadline=None)
@given(st.sampled_from(names(Shelf.STORIES)), st.integers(0, 90))
def test_on_every_day_the_storys_own_set_means_what_the_preview_says_and_clocks_that_run_are_the_ledgers(
    story: str, day: int
) -> None:
    scenario, events = tell(story)
    happened = [event for event in events if event.day <= day]
    ledger = fold(happened).ledger
    now, meaning = preview(ledger, scenario.terms), weigh(ledger, scenario.terms, day, stand(happened), in_force=True)
    grounds = {Lot.GOES: now.goes, Lot.STAYS: now.stays, Lot.NOT_SAID: now.not_said, Lot.NEVER: ()}
    for lot, expected in grounds.items():
        counted: Counter[tuple[DataCategory, str | None]] = Counter()
        for fared, number in meaning.things.items():
            counted[fared.category, fared.clause] += number if fared.lot is lot else 0
        assert +counted == Counter((ground.category, ground.clause) for ground in expected)
    going = [entry for entry in ledger.entries.values() if entry.state is HoldingState.SCHEDULED]
    promised = {(entry.holding.category, entry.begins, entry.ends) for entry in going}
    assert promised <= {(fared.category, fared.begins, fared.ends) for fared in meaning.things}


def test_other_terms_are_asked_what_they_would_have_meant_by_the_withdrawal_that_came() -> None:
    _, events = tell("accidental-allow")
    happened = [event for event in events if event.day <= 60]
    meaning = weigh(fold(happened).ledger, load_terms("gdpr-strict"), 60, stand(happened), in_force=False)
    (photos,) = meaning.of(DataCategory.ORIGINAL)
    assert (photos.lot, photos.begins, photos.ends) == (Lot.GOES, 38, 68)


@pytest.mark.parametrize(
    ("story", "day", "words"),
    [
        ("accidental-allow", 30, "if a withdrawal came today"),
        ("accidental-allow", 60, "after the withdrawal of day 38"),
        ("allow-revoke-allow", 30, "if another withdrawal came today"),
        ("revoked-while-offline", 13, "if the withdrawal that is on its way came today"),
        ("pop-up-declined", 20, "without a yes, settled as if one were withdrawn today"),
        ("account-deleted", 40, "after the end of the account on day 14"),
    ],
)
def test_what_is_said_of_a_withdrawal_is_true_of_the_person_on_that_day(story: str, day: int, words: str) -> None:
    assert tell_standing(stand(event for event in tell(story)[1] if event.day <= day)) == words


def test_what_needs_a_yes_would_never_have_been_held_of_somebody_who_gave_none() -> None:
    _, events = tell("pop-up-declined")
    meaning = weigh(fold(list(events)).ledger, load_terms("gdpr-strict"), 20, stand(events), in_force=False)
    assert "consent.first" in {fared.clause for fared in meaning.of(DataCategory.ROLL_METADATA)}


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
