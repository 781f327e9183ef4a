"""A receipt says what was agreed to, for how long, and how to take it back; and it says what nobody said."""

import json
import re
from typing import Any

import pytest
from told_stories import tell

from simulator.catalog.load import load_terms
from simulator.catalog.shelf import names
from simulator.domain.categories import DataCategory, Purpose
from simulator.domain.errors import RollcallError
from simulator.domain.shelf import Shelf
from simulator.report.exports.person import pseudonym, start_of
from simulator.report.exports.receipt import receipt
from simulator.report.exports.stated import NOT_STATED

# Those that the standard makes mandatory, as section 7.2 of the guide "Consent Records and Receipts as per ISO/IEC TS
# 27560:2023 using DPV" (15 February 2026) lists them.
MANDATORY = {
    "schema_version",
    "record_id",
    "pii_principal_id",
    "privacy_notice",
    "language",
    "purposes",
    "pii_information",
    "pii_controllers",
    "storage_locations",
    "jurisdiction",
    "recipient_third_parties",
    "withdrawal_method",
    "validity_duration",
    "events",
}


def receipt_of(story: str, terms: str | None = None) -> dict[str, Any]:
    scenario, events = tell(story, terms)
    made = receipt("a-run", events, scenario.terms, scenario.prompt, scenario.app)
    assert json.loads(json.dumps(made)) == made
    return made


def retention(made: dict[str, Any], category: str) -> dict[str, Any]:
    return next(each["retention_period"] for each in made["pii_information"] if each["pii_type"] == category)


def test_it_has_every_field_that_the_standard_makes_mandatory() -> None:
    made = receipt_of("later-revoke")
    assert set(made) >= MANDATORY
    assert all({"pii_type", "retention_period"} <= set(each) for each in made["pii_information"])


def test_the_events_are_those_of_the_consent_and_end_in_its_state() -> None:
    made = receipt_of("later-revoke")
    steps = [(step["event"], step["state"]) for step in made["events"]]
    assert steps == [
        ("PromptShown", "asked"),
        ("ConsentGiven", "given"),
        ("ConsentWithdrawn", "withdrawn"),
        ("WithdrawalReceived", "withdrawn"),
    ]
    assert made["state"] == "withdrawn"
    assert made["record_id"] == "a-run/consent-1"


def test_a_second_allow_is_a_second_record_in_the_same_history() -> None:
    made = receipt_of("allow-revoke-allow")
    assert {step["record"] for step in made["events"]} >= {"consent-1", "consent-2"}
    assert made["record_id"] == f"a-run/{made['events'][-1]['record']}"


def test_the_withdrawal_is_told_as_a_path_with_its_taps_beside_those_of_the_yes() -> None:
    method = receipt_of("later-revoke")["withdrawal_method"]
    assert method["path"][0] == "Menu"
    assert (method["taps_to_give"], method["taps"], len(method["path"])) == (1, 5, 5)
    assert receipt_of("pop-up-declined")["withdrawal_method"]["taps_to_give"] == NOT_STATED


def test_an_end_that_is_not_said_is_not_stated_rather_than_left_out() -> None:
    made = receipt_of("later-revoke", "meta-2025-06-test")
    assert retention(made, "photo.original") == {
        "after_withdrawal": {"fate": "goes", "clause": "photos.removal"},
        "periods": [
            {
                "counted_from": "withdrawal",
                "deletion_begins_after_days": 30,
                "deletion_done_after_days": NOT_STATED,
                "backups_further_days": NOT_STATED,
                "reaches_what_was_made_from_it": NOT_STATED,
                "reaches_what_a_model_learnt": NOT_STATED,
                "clause": "photos.removal",
                "status": "press",
            }
        ],
    }
    assert retention(made, "photo.embedding") == {
        "after_withdrawal": {"fate": "not said", "clause": NOT_STATED},
        "periods": NOT_STATED,
    }


@pytest.mark.parametrize("terms", names(Shelf.TERMS))
def test_every_use_of_every_kind_of_data_is_permitted_forbidden_or_not_stated(terms: str) -> None:
    scenario, events = tell("pop-up-declined")
    made = receipt("a-run", events, load_terms(terms), scenario.prompt, scenario.app)
    assert [each["purpose"] for each in made["purposes"]] == list(Purpose)
    for purpose in made["purposes"]:
        answered = [each["pii_type"] for key in ("permitted", "forbidden") for each in purpose[key]]
        assert sorted([*answered, *purpose["not_stated"]]) == sorted(DataCategory)
        assert all(each["clauses"] for key in ("permitted", "forbidden") for each in purpose[key])


def test_what_no_set_of_terms_can_say_is_not_stated() -> None:
    made = receipt_of("later-revoke")
    assert {made[key] for key in ("language", "storage_locations", "validity_duration")} == {NOT_STATED}
    assert made["pii_controllers"] == [{"name": "Meta", "address": NOT_STATED, "contact": NOT_STATED}]


def test_the_person_is_no_name_and_the_same_in_every_story_of_theirs() -> None:
    started, other = start_of(tell("later-revoke")[1]), start_of(tell("later-revoke", "gdpr-strict")[1])
    assert pseudonym(started) == pseudonym(other)
    assert receipt_of("later-revoke")["pii_principal_id"] == pseudonym(started)
    # The question's own button says "Don't", and Don is somebody's name.
    told = json.dumps({**receipt_of("later-revoke"), "privacy_notice": None})
    assert not any(re.search(rf"\b{human.name}\b", told) for human in started.cast)


def test_a_post_that_was_shared_names_its_audience_as_a_recipient() -> None:
    for story in names(Shelf.STORIES):
        scenario, events = tell(story)
        made = receipt("a-run", events, scenario.terms, scenario.prompt, scenario.app)
        shared = any(event.kind == "IdeaShared" for event in events)
        assert bool(made["recipient_third_parties"]["in_this_run"]) is shared


def test_a_run_without_a_beginning_is_refused() -> None:
    scenario, _ = tell("later-revoke")
    with pytest.raises(RollcallError, match="no beginning"):
        receipt("a-run", (), scenario.terms, scenario.prompt, scenario.app)
