"""Prompts whose buttons lie deep, insist, or make one wait; and what is said meanwhile."""

from dataclasses import replace
from functools import cache
from types import SimpleNamespace
from typing import Any

from truth import perform_truthfully

from simulator.catalog.load import load_scenario
from simulator.consent.prompt import Choice
from simulator.domain.events import ConsentRefused, PromptShown
from simulator.journey.scenario import Scenario
from simulator.tui.show import Show
from simulator.tui.views.phone.glance import Tap, Touch
from simulator.tui.views.phone.scene import view_phone
from simulator.tui.widgets.phone.finger import Finger


@cache
def told(prompt: str) -> tuple[Scenario, tuple[Any, ...]]:
    scenario = load_scenario("accidental-allow", prompt=prompt)
    scenario = replace(scenario, story=replace(scenario.story, last_day=3, steps=scenario.story.steps[:2]))
    return scenario, tuple(perform_truthfully(scenario))


class Held:
    """A finger on the question of a story, with a clock that goes when it is told to."""

    def __init__(self, prompt: str) -> None:
        scenario, events = told(prompt)
        self.now = 0.0
        self.show = Show(scenario=scenario)
        self.show.playback.extend(events)
        self.show.seek_event(next(at for at, event in enumerate(events, 1) if isinstance(event, PromptShown)))
        self.house: Any = SimpleNamespace(performer=None, show=self.show, perform=self._perform)
        self.finger = Finger(lambda: self.now)
        self.finger.arrive(self.show)
        self.finger.read(self.show, to_the_end=True)

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


def test_a_prompt_that_makes_one_wait_says_how_long() -> None:
    held = Held("pause-to-read")
    pause = held.show.scenario.prompt.design.pauses
    held.tap(Touch.CHOICE, Choice.REFUSE)
    assert f"{pause:.0f} s more" in held.said()
    assert held.house.show is held.show
    held.now = pause
    held.tap(Touch.CHOICE, Choice.REFUSE)
    assert held.house.show.parent is held.show


def test_what_need_not_be_answered_can_be_closed() -> None:
    held = Held("banner-in-feed")
    assert "✕" in held.buttons()
    before = held.show.position
    held.tap(Touch.IGNORE)
    assert held.show.position == before + 1


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
