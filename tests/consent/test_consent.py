"""Consent has an order, and a settings tree has a length."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.catalog.load import load_app, load_prompt
from simulator.consent.app import check_app
from simulator.consent.ask import is_due
from simulator.consent.boxes import chosen, doubts, set_already
from simulator.consent.prompt import Choice, check_prompt
from simulator.consent.record import ConsentRecord, ConsentState, advance
from simulator.domain.errors import ConsentError
from simulator.domain.events import ConsentGiven, ConsentRefused, ConsentWithdrawn, Event, Manner, PromptShown
from simulator.domain.phone import Toggle, Trigger

PROMPT = load_prompt("creative-ideas-2025-06")
APP = load_app("plaza")

SHOWN = PromptShown(day=1, prompt=PROMPT.id, trigger=Trigger.APP_LAUNCH)
GIVEN = ConsentGiven(day=1, record="consent-1", manner=Manner.SLIP, taps=1)
REFUSED = ConsentRefused(day=1, record="consent-1", manner=Manner.INFORMED, taps=1)
WITHDRAWN = ConsentWithdrawn(day=1, record="consent-1", taps=5)


def test_allowing_takes_one_tap_and_undoing_it_five() -> None:
    assert APP.taps(Toggle.CLOUD_PROCESSING) == 5
    assert APP.path(Toggle.CLOUD_PROCESSING)[0] == "Menu"


def test_the_two_toggles_lie_beside_each_other_and_only_one_is_on_by_default() -> None:
    metadata, cloud = APP.switch(Toggle.METADATA_SUGGESTIONS), APP.switch(Toggle.CLOUD_PROCESSING)
    assert metadata.under == cloud.under
    assert metadata.default
    assert not cloud.default


def test_nobody_allows_before_being_asked() -> None:
    with pytest.raises(ConsentError, match="cannot follow 'not asked'"):
        advance(ConsentRecord(), GIVEN)


def test_consent_is_given_and_withdrawn_and_asked_for_again_under_a_new_record() -> None:
    record = ConsentRecord()
    for event in (SHOWN, GIVEN, WITHDRAWN, SHOWN):
        record = advance(record, event)
    assert (record.id, record.state) == ("consent-2", ConsentState.ASKED)


@given(st.lists(st.sampled_from([SHOWN, GIVEN, REFUSED, WITHDRAWN]), max_size=12))
def test_whatever_is_tried_a_consent_given_was_asked_for_just_before(events: list[Event]) -> None:
    record, accepted = ConsentRecord(), []
    for event in events:
        try:
            record = advance(record, event)
        except ConsentError:
            continue
        accepted.append(event)
    for before, event in zip([None, *accepted], accepted, strict=False):
        if event in (GIVEN, REFUSED):
            assert before is SHOWN
        if event is WITHDRAWN:
            assert before is GIVEN


def test_a_refused_prompt_comes_back_only_after_its_pause() -> None:
    refused = ConsentRecord(id="consent-1", state=ConsentState.REFUSED, changed=3)
    assert not is_due(PROMPT, refused, Trigger.APP_LAUNCH, 3 + 13)
    assert is_due(PROMPT, refused, Trigger.APP_LAUNCH, 3 + 14)
    assert not is_due(replace(PROMPT, again_after=None), refused, Trigger.APP_LAUNCH, 400)


def test_a_prompt_that_cannot_be_refused_is_refused() -> None:
    with pytest.raises(ConsentError, match="one that refuses"):
        check_prompt(replace(PROMPT, buttons=(PROMPT.button(Choice.ALLOW),)))


def test_the_last_parts_of_a_body_are_the_words_of_its_boxes_and_too_few_are_none() -> None:
    prompt = load_prompt("preselected")
    assert prompt.parted == (
        ("Untick what you do not want.",),
        ("Photos of people.", "Photos of places.", "Everything else."),
    )
    few = replace(prompt, body=("Untick what you do not want.",))
    assert few.parted == (few.body, ("Box 1", "Box 2", "Box 3"))
    assert PROMPT.parted == (PROMPT.body, ())


@pytest.mark.parametrize("set_in_advance", [True, False])
def test_the_button_with_as_many_taps_more_sends_the_boxes_off_and_any_of_them_is_a_yes(set_in_advance: bool) -> None:  # noqa: FBT001
    prompt = load_prompt("preselected")
    refuse, allow = prompt.button(Choice.REFUSE), prompt.button(Choice.ALLOW)
    if not set_in_advance:
        refuse, allow = replace(refuse, taps=1), replace(allow, taps=5)
        prompt = replace(prompt, buttons=(refuse, allow), design=replace(prompt.design, default_on=False))
    sends, at_once = (refuse, allow) if set_in_advance else (allow, refuse)
    assert set_already(prompt) == (frozenset({0, 1, 2}) if set_in_advance else frozenset())
    assert [chosen(prompt, sends, ticked) for ticked in ((), (1,), (0, 1, 2))] == ["refuse", "allow", "allow"]
    assert {chosen(prompt, at_once, ticked) for ticked in ((), (1,))} == {at_once.choice}
    # A yes by hand asks once more here: five taps are three boxes, the button, and one that insists.
    assert [doubts(prompt, sends, ticked) for ticked in ((), (1,))] == ([0, 0] if set_in_advance else [0, 1])


def test_a_menu_that_lies_inside_itself_is_refused() -> None:
    looped = tuple(replace(entry, under="settings") if entry.id == "menu" else entry for entry in APP.entries)
    with pytest.raises(ConsentError, match="lies inside itself"):
        check_app(replace(APP, entries=looped))


def test_an_app_without_the_switch_is_refused() -> None:
    without = tuple(entry for entry in APP.entries if entry.toggle is not Toggle.CLOUD_PROCESSING)
    with pytest.raises(ConsentError, match="exactly one switch"):
        check_app(replace(APP, entries=without))
