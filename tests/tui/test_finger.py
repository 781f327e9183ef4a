"""Prompts whose buttons lie deep, insist, or make one wait; and what is said meanwhile."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from itertools import takewhile
from types import SimpleNamespace
from typing import Any

import pytest
from truth import perform_truthfully

from simulator.catalog.load import load_scenario
from simulator.consent.prompt import Choice
from simulator.consent.record import ConsentState
from simulator.consent.walk import Walk
from simulator.domain.errors import ConsentError
from simulator.domain.events import (
    ConsentGiven,
    ConsentRefused,
    Event,
    Manner,
    PhoneWentOffline,
    PhotoUploaded,
    PromptShown,
)
from simulator.journey.scenario import Scenario
from simulator.tui.playing.show import Show
from simulator.tui.rooms.story.phone.deeds import tell_walk
from simulator.tui.rooms.story.phone.finger import Finger
from simulator.tui.rooms.story.phone.glance import Tap, Touch
from simulator.tui.rooms.story.phone.scene import view_phone

Known = Callable[[Event], bool]


@cache
def told(prompt: str, steps: int = 2, last_day: int = 3) -> tuple[Scenario, tuple[Any, ...]]:
    """A story of few days in which, as far as its steps go, the app is opened and its question answered."""
    scenario = load_scenario("accidental-allow", prompt=prompt)
    scenario = replace(scenario, story=replace(scenario.story, last_day=last_day, steps=scenario.story.steps[:steps]))
    return scenario, tuple(perform_truthfully(scenario))


class Held:
    """A finger on the question of a story, with a clock that goes when it is told to; ``known`` events are heard."""

    def __init__(
        self,
        prompt: str,
        *,
        steps: int = 2,
        last_day: int = 3,
        known: Known = lambda _: True,
        read_through: bool = True,
    ) -> None:
        scenario, events = told(prompt, steps, last_day)
        self.now = 0.0
        self.show = Show(scenario=scenario)
        self.show.playback.extend(takewhile(known, events))
        self.show.seek_event(next(at for at, event in enumerate(events, 1) if isinstance(event, PromptShown)))
        self.house: Any = SimpleNamespace(
            performer=None, show=self.show, perform=self._perform, stage=SimpleNamespace(milliseconds=lambda: 60.0)
        )
        self.finger = Finger(lambda: self.now)
        self.finger.arrive(self.show)
        if read_through:
            self.finger.read_to_the_end(self.show)

    def _perform(self, show: Show, known: object) -> None:  # noqa: ARG002
        self.house.show = show

    def tap(self, touch: Touch, what: str = "") -> None:
        self.finger.tap(self.house, self.show, Tap(touch, what))

    def buttons(self) -> str:
        sheet = view_phone(self.show, self.finger.shown(self.show), 34).sheet
        assert sheet is not None
        return " ".join(piece.text.strip() for row in sheet.buttons for piece in row.pieces if piece.tap)

    def said(self) -> str:
        return " ".join(self.finger.shown(self.show).note)


def test_a_button_on_a_deeper_layer_is_found_only_there() -> None:
    held = Held("hidden-refusal")
    refuse = held.show.scenario.prompt.button(Choice.REFUSE).text
    assert refuse not in held.buttons()
    held.tap(Touch.LAYER)
    assert refuse in held.buttons()
    held.tap(Touch.BACK)
    assert refuse not in held.buttons()


def test_a_button_that_insists_takes_all_its_taps() -> None:
    held = Held("obstruction")
    button = held.show.scenario.prompt.button(Choice.REFUSE)
    held.now = 100
    for _ in range(button.layer - 1):
        held.tap(Touch.LAYER)
    for _ in range(button.taps - button.layer):
        held.tap(Touch.CHOICE, Choice.REFUSE)
        assert held.house.show is held.show
        assert "Yes" in held.buttons()
    held.tap(Touch.CHOICE, Choice.REFUSE)
    assert held.house.show.parent is held.show
    assert held.house.show.aim == (ConsentRefused, 0)


def test_boxes_that_are_ticked_already_and_sent_off_as_they_are_mean_yes_at_once() -> None:
    held = Held("preselected")
    held.now = 100
    assert held.buttons() == "☑ Photos of people. ☑ Photos of places. ☑ Everything else. Save my choice Accept all"
    held.tap(Touch.CHOICE, Choice.REFUSE)
    assert held.house.show.world.record.state is ConsentState.GIVEN or held.house.show.aim == (ConsentGiven, 0)
    assert '3 of 3 boxes ticked: counted as "Accept all".' in held.said()
    assert '"Save my choice" after 100.0 s' in held.said()


@pytest.mark.parametrize("left", [(), (1,), (0, 2)])
def test_a_choice_of_boxes_is_a_no_only_with_none_of_them_ticked_and_nobody_asks_whether_one_is_sure(
    left: tuple[int, ...],
) -> None:
    held = Held("preselected")
    held.now = 100
    for box in {0, 1, 2} - {*left}:
        held.tap(Touch.BOX, f"{box}")
    assert held.buttons().count("☑") == len(left)
    assert held.buttons().count("☐") == 3 - len(left)
    held.tap(Touch.CHOICE, Choice.REFUSE)
    if left:
        assert f'{len(left)} of 3 boxes ticked: counted as "Accept all".' in held.said()
    else:
        assert held.house.show.aim == (ConsentRefused, 0)
        assert "None of 3 boxes ticked: counted as a no." in held.said()


def test_accepting_all_is_a_yes_whatever_is_ticked() -> None:
    held = Held("preselected")
    held.now = 100
    held.tap(Touch.BOX, "1")
    held.tap(Touch.BOX, "1")
    assert held.buttons().count("☑") == 3
    held.tap(Touch.BOX, "1")
    before = held.show.position
    held.tap(Touch.CHOICE, Choice.ALLOW)
    assert held.show.position == before + 1
    assert held.show.world.record.state is ConsentState.GIVEN
    assert "boxes" not in held.said()


def test_a_prompt_that_makes_one_wait_says_how_long() -> None:
    held = Held("pause-to-read")
    pause = held.show.scenario.prompt.design.pauses
    held.tap(Touch.CHOICE, Choice.REFUSE)
    assert f"{pause:.0f} s more" in held.said()
    assert held.house.show is held.show
    held.now = pause
    held.tap(Touch.CHOICE, Choice.REFUSE)
    assert held.house.show.parent is held.show


def test_what_was_left_unanswered_can_be_closed() -> None:
    held = Held("banner-in-feed", steps=1)
    assert "✕" in held.buttons()
    before = held.show.position
    held.tap(Touch.IGNORE)
    assert held.show.position == before + 1
    assert held.show.world.record.state is ConsentState.ASKED


@pytest.mark.parametrize("known", [lambda _: True, lambda event: not isinstance(event, ConsentGiven)])
def test_closing_what_was_allowed_in_the_story_is_no_allow(known: Known) -> None:
    held = Held("banner-in-feed", known=known)
    with pytest.raises(ConsentError, match='in this story it is answered with "'):
        held.tap(Touch.IGNORE)
    assert held.show.world.record.state is ConsentState.ASKED


def test_the_same_answer_given_in_another_manner_says_as_what_the_story_counts_it() -> None:
    held = Held("creative-ideas-2025-06")
    held.now = 60
    held.tap(Touch.CHOICE, Choice.ALLOW)
    assert held.show.world.record.manner is Manner.SLIP
    assert "time enough to read it" in held.said()
    assert "The story goes on as it was told: a slip of the thumb" in held.said()


def test_the_same_answer_in_the_same_manner_needs_no_more_words() -> None:
    held = Held("creative-ideas-2025-06")
    held.now = 1
    held.tap(Touch.CHOICE, Choice.ALLOW)
    assert "a slip" in held.said()
    assert "as it was told" not in held.said()


def test_an_answer_that_is_told_but_not_known_yet_is_gone_on_to_once_it_is() -> None:
    held = Held("creative-ideas-2025-06", known=lambda event: not isinstance(event, ConsentGiven))
    held.house.performer = SimpleNamespace(show=held.show, respondent=None, busy=True)
    held.now = 1
    held.tap(Touch.CHOICE, Choice.ALLOW)
    assert held.house.show is held.show
    held.show.extend(told("creative-ideas-2025-06")[1][len(held.show.playback.events) :])
    assert ConsentGiven in map(type, held.show.happened())


def test_not_read_says_what_was_missing() -> None:
    short = Held("creative-ideas-2025-06")
    short.now = 5
    short.tap(Touch.CHOICE, Choice.REFUSE)
    assert "Reading its 108 words takes 22 s or more" in short.said()
    unseen = Held("creative-ideas-2025-06", read_through=False)
    unseen.now = 60
    unseen.tap(Touch.CHOICE, Choice.REFUSE)
    assert "Some of its words were never on the screen." in unseen.said()


def test_the_end_of_the_question_whether_one_is_sure_is_not_the_end_of_the_prompt() -> None:
    held = Held("obstruction", read_through=False)
    button = held.show.scenario.prompt.button(Choice.REFUSE)
    held.now = 100
    for _ in range(button.layer - 1):
        held.tap(Touch.LAYER)
    for _ in range(button.taps - button.layer):
        held.tap(Touch.CHOICE, Choice.REFUSE)
        held.finger.read_to_the_end(held.show)
    held.tap(Touch.CHOICE, Choice.REFUSE)
    assert "Some of its words were never on the screen." in held.said()


def test_a_menu_that_lies_over_the_prompt_is_not_the_end_of_the_prompt() -> None:
    held = Held("creative-ideas-2025-06", read_through=False)
    held.now = 100
    held.tap(Touch.ENTRY, "menu")
    held.finger.read_to_the_end(held.show)
    held.tap(Touch.HOME)
    held.tap(Touch.CHOICE, Choice.REFUSE)
    assert "Some of its words were never on the screen." in held.said()


def test_the_clock_of_a_question_starts_when_the_phone_comes_to_it() -> None:
    held = Held("creative-ideas-2025-06")
    held.now = 1000
    held.finger.arrive(held.show)
    held.now = 1001
    held.tap(Touch.CHOICE, Choice.ALLOW)
    assert '"Allow" after 1.0 s' in held.said()


def test_a_question_whose_clock_never_started_cannot_be_answered() -> None:
    held = Held("creative-ideas-2025-06")
    held.show.seek_event(1)
    held.finger.arrive(held.show)
    held.now = 1000
    with pytest.raises(ConsentError, match="day 0: the phone asks nothing here"):
        held.tap(Touch.CHOICE, Choice.ALLOW)


def test_a_switch_that_cannot_be_turned_any_more_is_not_said_to_be_off() -> None:
    held = Held("creative-ideas-2025-06", last_day=1)
    held.show.step(1000)
    held.finger.arrive(held.show)
    *way, switch = ("menu", "menu.settings-and-privacy", "settings", "settings.camera-roll", "switch.cloud")
    for entry in way:
        held.tap(Touch.ENTRY, entry)
    with pytest.raises(ConsentError):
        held.tap(Touch.ENTRY, switch)
    assert "Off, after" not in held.said()
    assert held.finger.hand.walk.at == way[-1]
    assert held.house.show is held.show


def test_a_day_that_is_still_being_played_is_counted_so_far() -> None:
    early = Held("creative-ideas-2025-06", known=lambda event: not isinstance(event, PhotoUploaded))
    early.show.step(1000)
    early.finger.arrive(early.show)
    early.tap(Touch.ENTRY, "menu")
    assert "Nothing new is sent today so far. Sent before: 0 photos." in early.said()


def test_a_single_photo_that_was_sent_before_is_counted_as_one() -> None:
    held = Held("creative-ideas-2025-06")
    quiet = Show(scenario=held.show.scenario)
    sent = [event for event in held.show.playback.events if isinstance(event, PhotoUploaded)][:1]
    quiet.extend([*takewhile(lambda event: not isinstance(event, PhotoUploaded), held.show.playback.events), *sent])
    quiet.extend([PhoneWentOffline(day=1)])
    quiet.step(1000)
    assert "Nothing new is sent today so far. Sent before: 1 photo." in tell_walk(quiet, Walk(at="menu", taps=1), 1, 60)


def test_the_clock_of_exposure_runs_while_the_thumb_walks() -> None:
    held = Held("creative-ideas-2025-06")
    held.show.seek_day(0)
    held.finger.arrive(held.show)
    held.tap(Touch.ENTRY, "menu")
    assert "Meanwhile sent: 0 of today's" in held.said()
    held.now = 2.0
    assert "Meanwhile sent: 2 of today's" in held.said()
    held.tap(Touch.ENTRY, "menu.saved")
    held.now = 600
    of = held.said().partition("of today's ")[2].partition(";")[0]
    assert f"Meanwhile sent: {of} of today's {of}; looked at: {of}" in held.said()
    assert "2 taps, 1 wrong turn, 600 s" in held.said()
