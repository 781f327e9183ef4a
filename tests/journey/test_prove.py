"""Claims about what is held, and the search for somebody of whom they are not true."""

from dataclasses import replace

import pytest

from simulator.catalog.load import load_scenario
from simulator.domain.categories import DataCategory
from simulator.domain.errors import TermsError
from simulator.domain.events import FaultKind
from simulator.domain.reading import Reading
from simulator.journey.claim import GROUPS, Condition, read_claim
from simulator.journey.prove import Trial, delete_account, try_claim, with_faults
from simulator.journey.story import check_story
from simulator.retention.faults import Fault
from simulator.terms.clause import Clock

BIOMETRIC = "no biometric is alive 31 days after withdrawal"


def tried(claim: str, story: str, terms: str, reading: Reading, *faults: Fault) -> Trial:
    scenario = load_scenario(story, terms=terms, reading=reading)
    return try_claim(read_claim(claim), replace(scenario, story=replace(scenario.story, faults=faults)))


def test_a_claim_is_read_word_by_word() -> None:
    claim = read_claim("No  photo.embedding is held 90 days after the withdrawal.")
    assert claim.text == "no photo.embedding is held 90 days after the withdrawal"
    assert claim.categories == (DataCategory.EMBEDDING,)
    assert (claim.condition, claim.days, claim.clock) == (Condition.HELD, 90, Clock.WITHDRAWAL)
    nothing = read_claim("nothing is silent after account deletion")
    assert (nothing.categories, nothing.days, nothing.clock) == (tuple(DataCategory), 0, Clock.ACCOUNT_DELETED)
    assert read_claim("no models is scheduled").clock is None


@pytest.mark.parametrize("group", GROUPS)
def test_every_group_names_something(group: str) -> None:
    assert read_claim(f"no {group} is alive 1 day after collection").categories == GROUPS[group]


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("all is well", "expected: no <category or group>"),
        ("", "expected: no <category or group>"),
        ("no biometrics is alive", "nothing is called 'biometrics'"),
        ("no photo is gone", "'gone' is none of"),
        ("no photo is held 3 days after lunch", "after 'lunch'"),
        ("no photo is held 9999 days after withdrawal", "at most 3660 days"),
        ("no photo is held -1 days after withdrawal", "expected: no <category or group>"),
    ],
)
def test_a_claim_that_cannot_be_read_is_refused(text: str, complaint: str) -> None:
    with pytest.raises(TermsError, match=complaint):
        read_claim(text)


def test_under_the_test_of_2025_a_face_outlives_the_withdrawal_if_silence_is_read_harshly() -> None:
    kindly = tried(BIOMETRIC, "accidental-allow", "meta-2025-06-test", Reading.KINDEST)
    harshly = tried(BIOMETRIC, "accidental-allow", "meta-2025-06-test", Reading.HARSHEST)
    assert kindly.counterexample is None
    assert kindly.things
    found = harshly.counterexample
    assert found is not None
    assert found.entry.holding.category in GROUPS["biometric"]
    assert (found.day, found.counted_from) == (38 + 31, 38)


@pytest.mark.parametrize("reading", Reading)
def test_strict_terms_hold_no_face_and_the_trial_says_that_there_was_none(reading: Reading) -> None:
    trial = tried(BIOMETRIC, "accidental-allow", "gdpr-strict", reading)
    assert (trial.counterexample, trial.things, trial.reached) == (None, 0, True)


def test_a_story_that_ends_too_soon_is_followed_until_the_claim_can_be_judged() -> None:
    claim = "no photo.original is held 29 days after withdrawal"
    found = tried(claim, "later-revoke", "meta-2025-06-test", Reading.KINDEST)
    assert found.counterexample is not None
    assert found.counterexample.day == 14 + 29
    much_later = tried(
        "no photo.embedding is held 900 days after withdrawal", "later-revoke", "meta-2025-06-test", Reading.KINDEST
    )
    assert much_later.counterexample is not None
    assert much_later.counterexample.day == 14 + 900


def test_a_new_yes_stops_the_clock_of_the_no_before() -> None:
    trial = tried(
        "nothing is alive 16 days after withdrawal", "allow-revoke-allow", "meta-2025-06-test", Reading.KINDEST
    )
    assert (trial.counterexample, trial.reached) == (None, False)


def test_a_fault_can_break_what_the_terms_keep() -> None:
    claim = "no photo is alive 31 days after withdrawal"
    assert tried(claim, "later-revoke", "gdpr-strict", Reading.HARSHEST).counterexample is None
    lost = Fault(day=0, what=FaultKind.DELETE_LOST, categories=(DataCategory.ORIGINAL,))
    found = tried(claim, "later-revoke", "gdpr-strict", Reading.HARSHEST, lost).counterexample
    assert found is not None
    assert found.entry.missed_by == lost.name


def test_days_from_collection_are_counted_for_each_thing() -> None:
    just_kept = tried("no photo is held 30 days after collection", "never-noticed", "gdpr-strict", Reading.KINDEST)
    broken = tried("no photo is held 29 days after collection", "never-noticed", "gdpr-strict", Reading.KINDEST)
    assert just_kept.counterexample is None
    assert broken.counterexample is not None
    assert broken.counterexample.day == broken.counterexample.entry.holding.since + 29


@pytest.mark.parametrize("story", ["accidental-allow", "backup-restored", "account-deleted"])
def test_every_fault_that_is_added_can_be_played(story: str) -> None:
    scenario = load_scenario(story)
    claim = read_claim(BIOMETRIC)
    lives = list(with_faults(scenario, claim))
    kinds = {fault.what for life in lives for fault in life.story.faults}
    assert kinds == set(FaultKind)
    for life in lives:
        check_story(life.story, life.prompt)
        check_story(delete_account(life).story, life.prompt)
