"""A dossier holds all that is held, why, and for how long at best and at worst."""

import json
from typing import Any

import pytest
from told_stories import tell

from simulator.catalog.shelf import names
from simulator.domain.events import RequestDenied
from simulator.domain.shelf import Shelf
from simulator.journey.summary import world_on
from simulator.report.exports.dossier import dossier
from simulator.report.exports.stated import NOT_STATED
from simulator.retention.totals import band

REVOKED = 14


def dossier_of(story: str, day: int, terms: str | None = None) -> dict[str, Any]:
    scenario, events = tell(story, terms)
    made = dossier("a-run", events, scenario.terms, day)
    assert json.loads(json.dumps(made)) == made
    return made


def holding(made: dict[str, Any], end: str) -> dict[str, Any]:
    return next(each for each in made["holdings"] if each["id"].endswith(end))


@pytest.mark.parametrize("story", names(Shelf.STORIES))
@pytest.mark.parametrize("day", [-70, 0, 20, 60])
def test_it_holds_what_the_ledger_holds_on_any_day(story: str, day: int) -> None:
    scenario, events = tell(story)
    made = dossier_of(story, day)
    world = world_on(events, day)
    assert [(each["id"], each["state"]) for each in made["holdings"]] == [
        (item, entry.state) for item, entry in world.ledger.entries.items()
    ]
    assert made["consent"]["state"] == world.record.state
    bands = band(world.ledger, day, scenario.terms).values()
    assert made["totals"]["still_held"] == {"kindest": sum(b[0] for b in bands), "harshest": sum(b[1] for b in bands)}
    assert sum(made["totals"][state] for state in ("alive", "scheduled", "deleted", "silent")) == len(made["holdings"])


@pytest.mark.parametrize("terms", ["meta-2025-06-test", "gdpr-strict", "on-device-only"])
def test_the_harshest_day_is_never_before_the_kindest(terms: str) -> None:
    for each in dossier_of("later-revoke", 60, terms)["holdings"]:
        kindest, harshest = each["gone"]["kindest"], each["gone"]["harshest"]
        assert harshest is None or (kindest is not None and kindest <= harshest)


def test_a_promise_without_an_end_has_a_day_at_best_and_none_at_worst() -> None:
    photo = holding(dossier_of("later-revoke", REVOKED), "/photo.original")
    assert photo["state"] == "scheduled"
    assert photo["decided_by"] == {"clause": "photos.removal", "status": "press"}
    assert photo["promise"] == {"begins": 44, "ends": NOT_STATED}
    assert photo["gone"] == {"kindest": 44, "harshest": None}


def test_a_silence_names_no_clause_and_its_lineage_is_whole() -> None:
    made = dossier_of("later-revoke", REVOKED)
    numbers = holding(made, "/photo.embedding")
    assert (numbers["state"], numbers["decided_by"], numbers["promise"]) == ("silent", NOT_STATED, NOT_STATED)
    known = {each["id"] for each in made["holdings"]}
    assert all(set(each["made_from"]) <= known for each in made["holdings"])
    assert numbers["made_from"]


def test_what_was_concluded_stands_in_words_with_the_state_of_what_is_held_of_it() -> None:
    made = dossier_of("later-revoke", 60)
    assert {each["kind"] for each in made["inferences"]} <= {"home", "work", "person", "occasion"}
    assert all(each["claim"] and each["photos"] for each in made["inferences"])
    assert any("silent" in each["holdings"].values() for each in made["inferences"])


def test_what_the_terms_kept_from_being_held_is_told_with_its_clauses() -> None:
    _, events = tell("later-revoke", "gdpr-strict")
    made = dossier_of("later-revoke", 60, "gdpr-strict")
    assert len(made["denied"]) == sum(isinstance(event, RequestDenied) for event in events) > 0
    assert all(each["clauses"] for each in made["denied"])


def test_ideas_carry_what_their_owner_did_with_them() -> None:
    ideas = dossier_of("edited-with-ai", 60)["ideas"]
    assert any("edited" in each["reactions"] for each in ideas)


def test_bystanders_are_those_in_uploaded_photos_and_nobody_asked_them() -> None:
    _, events = tell("later-revoke")
    world = world_on(events, 60)
    made = dossier_of("later-revoke", 60)
    wanted = {who for photo in world.uploads for who in world.roll[photo].people} - {"owner"}
    assert {each["id"] for each in made["bystanders"]} == wanted
    assert not any(each["asked"] for each in made["bystanders"])
    assert all(each["photos_uploaded"] for each in made["bystanders"])
    assert "name" not in {key for each in made["bystanders"] for key in each}


def test_before_anybody_is_asked_nothing_is_held_and_nobody_is_a_bystander() -> None:
    made = dossier_of("later-revoke", -1)
    assert (made["consent"], made["bystanders"]) == ({"state": "not asked", "history": []}, [])
    assert not any(each["category"].startswith("photo") for each in made["holdings"])


def test_under_the_kindest_terms_nothing_leaves_the_phone() -> None:
    made = dossier_of("later-revoke", 60, "on-device-only")
    assert (made["person"]["photos_uploaded"], made["inferences"], made["bystanders"]) == (0, [], [])
