"""Terms that change under a consent that stands."""

from dataclasses import replace

import pytest
from truth import perform_truthfully as perform

from simulator.catalog.load import load_scenario, load_terms
from simulator.domain.categories import DataCategory
from simulator.domain.events import (
    HoldingCreated,
    HoldingScheduled,
    PromptShown,
    RequestDenied,
    TermsChanged,
)
from simulator.domain.log import hash_events
from simulator.journey.scenario import Amendment, Scenario
from simulator.retention.compare import compare_ledgers
from simulator.retention.ledger import EMPTY, apply_all

META, STRICT, LATER = "meta-2025-06-test", "gdpr-strict", "meta-2026-05-us"


def amended(before: str, after: str, day: int = 7) -> Scenario:
    scenario = load_scenario("later-revoke", terms=before)
    return replace(scenario, amendments=(Amendment(day=day, terms=load_terms(after)),))


def test_the_change_is_an_event_and_nobody_is_asked_again() -> None:
    events = perform(amended(STRICT, LATER))
    (change,) = [event for event in events if isinstance(event, TermsChanged)]
    assert (change.day, change.before, change.after) == (7, STRICT, LATER)
    assert sum(isinstance(event, PromptShown) for event in events) == 1


def test_what_happened_before_the_change_stays_the_same() -> None:
    scenario = amended(STRICT, LATER)
    before = [event for event in perform(replace(scenario, amendments=())) if event.day < 7]
    assert before == [event for event in perform(scenario) if event.day < 7]


@pytest.mark.parametrize("terms", [META, STRICT])
def test_a_change_to_the_same_terms_changes_nothing_that_is_held(terms: str) -> None:
    scenario = amended(terms, terms)
    ledgers = [apply_all(EMPTY, perform(each)) for each in (replace(scenario, amendments=()), scenario)]
    assert list(compare_ledgers(*ledgers)) == []


def test_what_the_first_terms_denied_is_asked_about_anew() -> None:
    events = perform(amended(STRICT, LATER))
    denied = {event.item for event in events if isinstance(event, RequestDenied) and event.day < 7}
    later = {event.holding.id for event in events if isinstance(event, HoldingCreated) and event.day >= 7}
    clusters = {item for item in denied & later if item.endswith(DataCategory.PERSON_CLUSTER)}
    assert clusters


def test_a_withdrawal_after_the_change_is_settled_by_the_later_terms() -> None:
    events = perform(amended(META, STRICT))
    assert {event.clause for event in events if isinstance(event, HoldingScheduled)} == {"withdrawal.erases"}


def test_a_fork_that_changes_the_terms_leaves_its_parent_as_it_was() -> None:
    parent = load_scenario("later-revoke")
    before = hash_events(perform(parent))
    perform(replace(parent, amendments=(Amendment(day=3, terms=load_terms(STRICT)),)))
    assert hash_events(perform(parent)) == before


@pytest.mark.parametrize(
    ("story", "days"),
    [
        ("later-revoke", (range(1, 14),)),
        ("allow-revoke-allow", (range(1, 10), range(26, 61))),
        ("never-noticed", (range(1, 46),)),
        ("pop-up-declined", ()),
    ],
)
def test_a_yes_stands_from_the_day_after_it_until_the_switch(story: str, days: tuple[range, ...]) -> None:
    assert load_scenario(story).story.consented == days
