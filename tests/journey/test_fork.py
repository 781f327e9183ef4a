from dataclasses import replace
from itertools import takewhile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from told_stories import tell
from truth import perform_truthfully

from simulator.catalog.load import load_prompt, load_scenario, load_terms
from simulator.catalog.shelf import names
from simulator.consent.ask import Answer
from simulator.consent.prompt import Choice
from simulator.consent.record import ConsentState
from simulator.domain.errors import ConsentError
from simulator.domain.events import (
    ConsentWithdrawn,
    Event,
    Manner,
    PhotoUploaded,
    PromptShown,
    SettingSwitched,
    TermsChanged,
)
from simulator.domain.log import hash_events
from simulator.domain.shelf import Shelf
from simulator.journey.fork import (
    Answered,
    Asked,
    Change,
    Revoked,
    Switched,
    Under,
    fork,
    hand_over,
    parting_day,
    script,
)
from simulator.journey.story import Deed
from simulator.journey.world import fold


def forked(story: str, *changes: Change) -> list[Event]:
    scenario, events = tell(story)
    return list(perform_truthfully(fork(scenario, events, *changes)))


def uploads(events: list[Event]) -> int:
    return sum(isinstance(event, PhotoUploaded) for event in events)


@pytest.mark.parametrize("story", names(Shelf.STORIES))
def test_what_happened_played_again_as_a_script_is_the_same_log(story: str) -> None:
    scenario, events = tell(story)
    assert script(scenario, events) == scenario
    assert fork(scenario, events) == scenario


@pytest.mark.parametrize(
    "change",
    [
        Answered(day=0, choice=Choice.ALLOW, manner=Manner.SLIP),
        Revoked(day=38),
        Asked(prompt=load_prompt("creative-ideas-2025-06")),
        Asked(prompt=load_prompt("creative-ideas-2025-06"), day=9),
        Under(terms=load_terms("meta-2025-06-test")),
        Under(terms=load_terms("meta-2025-06-test"), day=9),
    ],
)
def test_a_change_to_what_it_was_changes_nothing(change: Change) -> None:
    _, events = tell("accidental-allow")
    assert hash_events(forked("accidental-allow", change)) == hash_events(events)


def test_a_fork_differs_from_its_parent_in_what_is_done_and_in_nothing_else() -> None:
    scenario, events = tell("accidental-allow")
    child = fork(scenario, events, Revoked(day=None))
    kept = tuple(step for step in scenario.story.steps if step.do is not Deed.REVOKE)
    assert child == replace(scenario, story=replace(scenario.story, steps=kept, expect=None))
    assert len(kept) == len(scenario.story.steps) - 1
    assert scenario == load_scenario("accidental-allow")


CHANGES = st.one_of(
    st.builds(Revoked, day=st.integers(0, 75), taps=st.none() | st.integers(5, 20)),
    st.builds(Switched, day=st.integers(0, 75), on=st.booleans()),
    st.builds(Under, terms=st.sampled_from([load_terms(name) for name in names(Shelf.TERMS)]), day=st.integers(0, 75)),
    st.builds(Answered, day=st.just(0), choice=st.sampled_from(Choice), manner=st.sampled_from(Manner)),
)


@settings(max_examples=6, deadline=None)
@given(CHANGES)
def test_everything_before_the_changed_day_is_identical(change: Change) -> None:
    scenario, events = tell("accidental-allow")
    changed = parting_day(scenario, fork(scenario, events, change))

    def earlier(log: tuple[Event, ...] | list[Event]) -> list[Event]:
        return list(takewhile(lambda event: event.day < changed, log))

    assert earlier(forked("accidental-allow", change)) == earlier(events)


def test_worlds_part_on_the_first_day_on_which_something_else_is_done() -> None:
    scenario, events = tell("accidental-allow")
    for change, day in (
        (Revoked(day=5), 5),
        (Revoked(day=50), 38),
        (Revoked(day=None), 38),
        (Revoked(day=38), 76),
        (Under(terms=load_terms("gdpr-strict")), -75),
        (Under(terms=load_terms("gdpr-strict"), day=20), 20),
        (Asked(prompt=load_prompt("nagging")), -75),
        (Asked(prompt=load_prompt("nagging"), day=20), 76),
    ):
        assert parting_day(scenario, fork(scenario, events, change)) == day


def test_under_other_terms_from_a_day_on_the_story_is_the_same_until_then_and_the_change_is_an_event() -> None:
    _, events = tell("accidental-allow")
    later = forked("accidental-allow", Under(terms=load_terms("gdpr-strict"), day=20))
    before = [event for event in events if event.day < 20]
    assert later[: len(before)] == before
    assert later[len(before)] == TermsChanged(day=20, before="meta-2025-06-test", after="gdpr-strict")


def test_other_terms_from_day_0_on_have_held_from_the_beginning() -> None:
    scenario, events = tell("accidental-allow")
    strict = load_terms("gdpr-strict")
    child = fork(scenario, events, Under(terms=strict, day=20), Under(terms=strict, day=0))
    assert (child.terms, child.amendments) == (strict, ())


def test_of_terms_that_change_twice_those_hold_that_came_last_and_a_later_fork_keeps_the_first_change() -> None:
    scenario, events = tell("accidental-allow")
    strict, launch = load_terms("gdpr-strict"), load_terms("meta-2025-10-launch")
    once = fork(scenario, events, Under(terms=strict, day=20))
    twice = fork(once, perform_truthfully(once), Under(terms=launch, day=30))
    assert [twice.terms_on(day).id for day in (19, 20, 29, 30)] == [scenario.terms.id, strict.id, strict.id, launch.id]
    changes = [event for event in perform_truthfully(twice) if isinstance(event, TermsChanged)]
    assert [(event.day, event.before, event.after) for event in changes] == [
        (20, scenario.terms.id, strict.id),
        (30, strict.id, launch.id),
    ]
    sooner = fork(twice, perform_truthfully(twice), Under(terms=launch, day=10))
    assert [sooner.terms_on(day).id for day in (9, 10, 75)] == [scenario.terms.id, launch.id, launch.id]


def test_another_prompt_from_a_day_on_asks_from_that_day_on_and_not_before() -> None:
    scenario, events = tell("allow-revoke-allow")
    first, *_, last = (event.day for event in events if isinstance(event, PromptShown))
    child = fork(scenario, events, Asked(prompt=load_prompt("accept-highlighted"), day=first + 1))
    shown = {event.day: event.prompt for event in perform_truthfully(child) if isinstance(event, PromptShown)}
    assert (shown[first], shown[last]) == (scenario.prompt.id, "accept-highlighted")
    assert parting_day(scenario, child) == last


def test_refused_instead_nothing_is_sent_and_the_withdrawal_falls_away() -> None:
    events = forked("accidental-allow", Answered(day=0, choice=Choice.REFUSE, manner=Manner.INFORMED))
    assert uploads(events) == 0
    assert fold(events).record.state is ConsentState.REFUSED


def test_revoked_sooner_less_is_sent_and_never_revoked_more() -> None:
    _, events = tell("accidental-allow")
    sooner, never = forked("accidental-allow", Revoked(day=5)), forked("accidental-allow", Revoked(day=None))
    assert uploads(sooner) < uploads(list(events)) < uploads(never)
    assert fold(never).record.state is ConsentState.GIVEN


def test_the_taps_that_a_wrong_turn_costs_are_told() -> None:
    events = forked("accidental-allow", Revoked(day=5, taps=9))
    (withdrawn,) = (event for event in events if isinstance(event, ConsentWithdrawn))
    assert (withdrawn.day, withdrawn.taps) == (5, 9)


def test_the_other_switch_is_not_the_one() -> None:
    events = forked("accidental-allow", Switched(day=3, on=False))
    assert any(isinstance(event, SettingSwitched) and event.day == 3 for event in events)
    assert any(isinstance(event, PhotoUploaded) and event.day > 3 for event in events)


def test_of_two_consents_only_the_one_that_stands_is_withdrawn_on_another_day() -> None:
    scenario, events = tell("allow-revoke-allow")
    first, *_ = [event.day for event in events if isinstance(event, ConsentWithdrawn)]
    later = [step.day for step in scenario.story.steps if step.do is Deed.ANSWER]
    fewer = fork(scenario, events, Revoked(day=first - 1))
    assert [step.day for step in fewer.story.steps if step.do is Deed.ANSWER] == later


@pytest.mark.parametrize(
    ("story", "change", "words"),
    [
        ("accidental-allow", Answered(day=4, choice=Choice.ALLOW, manner=Manner.SLIP), "nothing is asked that day"),
        ("pop-up-declined", Revoked(day=4), "nobody ever says yes"),
        ("accidental-allow", Revoked(day=76), "from day 0 to day 75"),
        ("accidental-allow", Under(terms=load_terms("gdpr-strict"), day=76), "from day 0 to day 75"),
        ("accidental-allow", Asked(prompt=load_prompt("nagging"), day=-1), "from day 0 to day 75"),
    ],
)
def test_a_change_that_makes_no_sense_says_why(story: str, change: Change, words: str) -> None:
    with pytest.raises(ConsentError, match=words):
        forked(story, change)


class _Hand:
    """Refuses on the first question and allows on the next."""

    def __init__(self) -> None:
        self.asked = 0

    def answer(self, prompt: object, day: int) -> Answer:  # noqa: ARG002
        self.asked += 1
        choice = Choice.REFUSE if self.asked == 1 else Choice.ALLOW
        return Answer(choice=choice, manner=Manner.MISTAKEN)


def test_a_run_that_somebody_answered_by_hand_can_be_played_again_from_its_events() -> None:
    scenario = hand_over(load_scenario("allow-revoke-allow"))
    events = list(perform_truthfully(scenario, _Hand()))
    assert fold(events).record.state is ConsentState.GIVEN
    assert hash_events(perform_truthfully(script(scenario, events))) == hash_events(events)


def test_a_story_that_is_still_being_told_keeps_what_is_to_come() -> None:
    scenario, events = tell("accidental-allow")
    so_far = [event for event in events if event.day <= 10]
    assert script(scenario, so_far) == scenario
