"""Every shipped story comes out as it says: the scenario is the test."""

from dataclasses import replace

import pytest
from truth import perform_truthfully as perform

from simulator.catalog.load import load_scenario
from simulator.catalog.shelf import names
from simulator.consent.prompt import Choice
from simulator.domain.categories import DataCategory, Theme
from simulator.domain.errors import ConsentError
from simulator.domain.events import (
    ConsentWithdrawn,
    HoldingCreated,
    IdeaOffered,
    Manner,
    PhotoSelected,
    PhotoUploaded,
    RequestDenied,
    WithdrawalReceived,
)
from simulator.domain.photo import PhotoAccess
from simulator.domain.shelf import Shelf
from simulator.journey.story import Deed, Step, check_story
from simulator.journey.summary import summarise
from simulator.journey.world import fold
from simulator.report.spoken import tell_story


@pytest.mark.parametrize("story", names(Shelf.STORIES))
@pytest.mark.parametrize("seed", [7, 8, 4711])
def test_a_story_meets_its_expectation_in_any_world(story: str, seed: int) -> None:
    scenario = load_scenario(story, seed=seed)
    assert summarise(perform(scenario), scenario.story.expect, own_terms=True).failures == ()


def test_strict_terms_leave_nothing_unsaid() -> None:
    scenario = load_scenario("accidental-allow", terms="gdpr-strict")
    summary = summarise(perform(scenario), scenario.story.expect, own_terms=False)
    assert summary.failures == ()
    assert sum(count.silent for count in summary.held.values()) == 0


def test_an_answer_is_told_with_the_taps_that_it_took() -> None:
    for prompt, took in (("creative-ideas-2025-06", "one tap"), ("obstruction", "5 taps")):
        scenario = load_scenario("pop-up-declined", prompt=prompt)
        told = " ".join(" ".join(tell_story(perform(scenario), scenario)).split())
        assert f'taps "Don\'t allow": {took}, read and meant.' in told


def test_a_yes_that_was_not_read_is_told_in_words_that_are_true_of_one_read_in_part() -> None:
    scenario = load_scenario("never-noticed")
    assert "one tap, not read to its end" in " ".join(" ".join(tell_story(perform(scenario), scenario)).split())


@pytest.mark.parametrize(("terms", "starts"), [("on-device-only", False), ("meta-2025-06-test", True)])
def test_clocks_start_only_where_something_is_held(terms: str, *, starts: bool) -> None:
    scenario = load_scenario("accidental-allow", terms=terms)
    told = " ".join(tell_story(perform(scenario), scenario))
    assert "The company learns of it." in told
    assert ("Its clocks start today." in told) is starts


def test_what_terms_do_not_permit_is_counted_once_a_day() -> None:
    scenario = load_scenario("accidental-allow", terms="on-device-only")
    lines = [line.strip() for line in tell_story(perform(scenario), scenario)]
    assert "12 photos were not permitted to leave the phone, by phone.only." in lines
    assert "1 photo was not permitted to leave the phone, by phone.only." in lines
    days = "\n".join(lines).split("\nDay ")
    assert all(day.count("to leave the phone, by") <= 1 for day in days)


def test_a_photo_older_than_the_window_is_sent_only_for_its_theme_or_its_journey() -> None:
    scenario = load_scenario("accidental-allow")
    events = perform(scenario)
    roll = fold(events).roll
    selection = scenario.app.selection
    older = [e for e in events if isinstance(e, PhotoSelected) and e.day - roll[e.photo].day > selection.window]
    assert older
    assert all(event.because.startswith(("theme:", "place:")) for event in older)
    assert not any(roll[event.photo].theme is Theme.RECEIPT for event in older if event.because.startswith("theme"))


def test_limited_access_lets_only_the_picked_photos_go() -> None:
    events = perform(load_scenario("limited-access"))
    sent = {event.photo for event in events if isinstance(event, PhotoUploaded)}
    assert sent <= set(fold(events).picks)


def test_no_access_at_all_makes_the_consent_empty() -> None:
    scenario = load_scenario("accidental-allow")
    closed = replace(scenario, story=replace(scenario.story, access=PhotoAccess.NONE))
    assert not any(isinstance(event, PhotoUploaded) for event in perform(closed))


def test_a_switch_turned_off_offline_stops_uploads_at_once_and_starts_clocks_late() -> None:
    events = perform(load_scenario("revoked-while-offline"))
    (off,) = [event.day for event in events if isinstance(event, ConsentWithdrawn)]
    (told,) = [event.day for event in events if isinstance(event, WithdrawalReceived)]
    assert (off, told) == (12, 20)
    assert max(event.day for event in events if isinstance(event, PhotoUploaded)) < off


def test_what_was_deleted_and_is_sent_again_is_a_new_holding() -> None:
    scenario = load_scenario("allow-revoke-allow")
    world = fold(perform(scenario))
    again = [item for item in world.ledger.entries if item.endswith("photo.original#2")]
    assert again
    assert all(world.ledger.is_deleted(item.removesuffix("#2")) for item in again)


def test_a_photo_is_sent_once_for_every_allow_even_if_it_is_deleted_meanwhile() -> None:
    events = perform(load_scenario("limited-access", terms="gdpr-strict"))
    sent = [event.photo for event in events if isinstance(event, PhotoUploaded)]
    assert len(sent) == len(set(sent)) == 12


def test_an_edit_with_ai_is_what_lets_photos_into_a_training_set() -> None:
    scenario = load_scenario("edited-with-ai")
    trained = [e.holding for e in perform(scenario) if isinstance(e, HoldingCreated)]
    members = {h.photos[0] for h in trained if h.category is DataCategory.TRAINING_MEMBERSHIP}
    unedited = tuple(step for step in scenario.story.steps if step.do is not Deed.EDIT_IDEA)
    quiet = perform(replace(scenario, story=replace(scenario.story, steps=unedited)))
    assert members
    assert not any(
        isinstance(e, HoldingCreated) and e.holding.category is DataCategory.TRAINING_MEMBERSHIP for e in quiet
    )


def test_ideas_are_made_only_of_photos_that_are_held() -> None:
    events = perform(load_scenario("accidental-allow"))
    sent: set[str] = set()
    for event in events:
        if isinstance(event, PhotoUploaded):
            sent.add(event.photo)
        if isinstance(event, IdeaOffered):
            assert sent.issuperset(event.idea.photos)


@pytest.mark.parametrize("terms", names(Shelf.TERMS))
def test_a_story_under_any_terms_is_held_only_to_what_was_asked_and_answered(terms: str) -> None:
    scenario = load_scenario("accidental-allow", terms=terms)
    assert summarise(perform(scenario), scenario.story.expect, own_terms=False).failures == ()


def test_a_denial_is_told_once() -> None:
    events = perform(load_scenario("edited-with-ai", terms="gdpr-strict"))
    denied = [event.item for event in events if isinstance(event, RequestDenied)]
    assert len(denied) == len(set(denied))


@pytest.mark.parametrize(
    ("steps", "complaint"),
    [
        ([Step(day=0, do=Deed.ANSWER, choice=Choice.ALLOW, manner=Manner.SLIP)], "nothing was asked"),
        ([Step(day=3, do=Deed.REVOKE)], "no consent to revoke"),
        ([Step(day=0, do=Deed.OPEN_APP), Step(day=0, do=Deed.ANSWER)], "it needs 'choice'"),
        ([Step(day=0, do=Deed.SET_ACCESS)], "it needs 'access'"),
        ([Step(day=999, do=Deed.OPEN_APP)], "expected a day"),
        ([Step(day=5, do=Deed.OPEN_APP), Step(day=2, do=Deed.OPEN_APP)], "order of their days"),
    ],
)
def test_a_story_that_cannot_be_played_is_refused(steps: list[Step], complaint: str) -> None:
    scenario = load_scenario("accidental-allow")
    with pytest.raises(ConsentError, match=complaint):
        check_story(replace(scenario.story, steps=tuple(steps)), scenario.prompt)


def test_a_story_that_would_not_end_is_refused() -> None:
    scenario = load_scenario("accidental-allow")
    with pytest.raises(ConsentError, match="last_day"):
        check_story(replace(scenario.story, last_day=10**9), scenario.prompt)
    with pytest.raises(ConsentError, match="person"):
        check_story(replace(scenario.story, person=-1), scenario.prompt)
