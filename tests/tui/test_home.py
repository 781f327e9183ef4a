from collections.abc import Sequence
from typing import Any

import pytest
from golden import check
from lent import LentStage, opened, pictured, settled, text_of
from textual.pilot import Pilot
from textual.widgets import OptionList

from simulator.api.ports import RunLine, Thumb, Wish
from simulator.catalog.load import load_scenario
from simulator.domain.errors import ScenarioError
from simulator.domain.reading import Reading
from simulator.journey.scenario import Scenario
from simulator.tui.dialogs.pick import Pick
from simulator.tui.parts.photo import PhotoView
from simulator.tui.rooms.home.card import view_story
from simulator.tui.rooms.home.screen import HomeScreen
from simulator.tui.rooms.home.wishes import FIELDS


@pytest.mark.parametrize("size", [(80, 24), (110, 30), (160, 45)])
async def test_home_looks_as_it_should(size: tuple[int, int]) -> None:
    async with opened(size=size) as (app, pilot):
        await pictured(app, pilot)
        check(f"home-{size[0]}x{size[1]}", text_of(app))


async def test_enter_plays_the_story_on_top_and_records_it() -> None:
    async with opened() as (app, pilot):
        await pilot.press("enter")
        await settled(app, pilot)
        assert app.current_mode == "story"
        assert app.show is not None
        assert app.show.playback.ended
        app.action_go("home")
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert "accidental-allow.7" in text_of(app)


async def test_photos_that_were_drawn_while_one_was_elsewhere_are_there_when_one_comes_back() -> None:
    async with opened() as (app, pilot):
        await pictured(app, pilot)
        first = app.screen.query(PhotoView).first()
        drawn = first._image
        assert drawn is not None
        # As if it were still being drawn.
        first.show(None, first._caption)
        app.action_go("people")
        await pilot.pause()
        app.action_go("home")
        await pilot.pause()
        assert first._image is drawn


async def choose(pilot: Pilot[Any], *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await pilot.pause()


async def test_what_is_chosen_is_what_is_played() -> None:
    async with opened() as (app, pilot):
        home = app.screen
        assert isinstance(home, HomeScreen)
        await pilot.pause()
        await choose(pilot, "m", "down", "enter")
        chosen = home.wish.terms
        await choose(pilot, "s", "1", "1", "enter")
        await choose(pilot, "i", "3", "enter")
        await choose(pilot, "y", "down", "enter")
        await choose(pilot, "h")
        home.action_begin()
        await settled(app, pilot)
        assert app.show is not None
        scenario = app.show.scenario
        assert (scenario.terms.id, scenario.seed, scenario.story.person) == (chosen, 11, 3)
        assert (chosen, scenario.reading) != (None, Reading.KINDEST)
        assert app.show.thumb is Thumb.KEYBOARD


async def test_a_recorded_run_is_opened_again_as_it_was() -> None:
    async with opened() as (app, pilot):
        await pilot.press("enter")
        await settled(app, pilot)
        assert app.show is not None
        events = app.show.playback.events
        app.open_run("accidental-allow.7")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert app.show.playback.events == events
        assert app.performer is None


async def test_the_run_that_is_being_played_is_gone_back_to_and_goes_on() -> None:
    async with opened(wish=Wish(story="accidental-allow", thumb=Thumb.KEYBOARD)) as (app, pilot):
        show, performer = app.show, app.performer
        assert show is not None
        app.action_go("home")
        await pilot.pause()
        app.open_run(show.run)
        await app.workers.wait_for_complete([each for each in app.workers if each.group == "read"])
        await pilot.pause()
        assert (app.current_mode, app.show, app.performer) == ("story", show, performer)
        assert performer is not None
        assert performer.busy


async def test_a_click_on_another_story_points_at_it_and_a_second_one_plays_it() -> None:
    async with opened() as (app, pilot):
        stories = app.screen.query_one("#stories", OptionList)
        for places in ((0, 2), (2, 2)):
            await pilot.click(stories, offset=(4, 2))
            await pilot.pause()
            assert (app.current_mode == "story") == (places[0] == places[1])
            assert stories.highlighted == places[1]


async def test_a_click_on_the_first_run_points_at_it_too() -> None:
    async with opened(wish=Wish(story="pop-up-declined")) as (app, pilot):
        app.action_go("home")
        await pictured(app, pilot)
        listed = app.screen.query_one("#runs", OptionList)
        for room in ("home", "story"):
            await pilot.click(listed, offset=(4, 1))
            await pictured(app, pilot)
            assert app.current_mode == room


async def test_the_photos_are_those_of_whoever_is_wished_for() -> None:
    async with opened(size=(110, 30)) as (app, pilot):
        await pictured(app, pilot)
        assert "Candace's camera roll" in text_of(app)
        await choose(pilot, "i", "3", "enter")
        await pictured(app, pilot)
        assert "Candace" not in text_of(app)
        assert "camera roll, " in text_of(app)


async def test_a_look_up_that_fails_is_tried_again_for_the_next_story(monkeypatch: pytest.MonkeyPatch) -> None:
    load, refused = LentStage.load, []

    def refuse_once(self: LentStage, wish: Wish) -> Scenario:
        if not refused:
            refused.append(wish)
            raise ScenarioError("accidental-allow.toml", "", "cannot be read")
        return load(self, wish)

    monkeypatch.setattr(LentStage, "load", refuse_once)
    async with opened(size=(110, 30)) as (app, pilot):
        await pictured(app, pilot)
        await pilot.press("down")
        await pictured(app, pilot)
        assert refused
        assert "camera roll, " in text_of(app)


async def test_a_recorded_run_says_when_it_was_played_from_which_seed_and_under_which_terms() -> None:
    async with opened(size=(160, 45)) as (app, pilot):
        await pilot.press("enter")
        await settled(app, pilot)
        await pilot.press("1")
        await pictured(app, pilot)
        text = text_of(app)
        assert "accidental-allow.7  ✓ finished" in text
        assert "2025-06-27 10:00  seed 7  meta-2025-06-test" in text


async def test_runs_are_not_read_with_every_event_and_the_one_that_was_chosen_stays_chosen(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked, runs = [], LentStage.runs

    def count(self: LentStage) -> Sequence[RunLine]:
        asked.append(1)
        return runs(self)

    monkeypatch.setattr(LentStage, "runs", count)
    async with opened(wish=Wish(story="pop-up-declined")) as (app, pilot):
        await pilot.press("1")
        await pictured(app, pilot)
        await pilot.press("r")
        before = len(asked)
        for _ in range(5):
            app.on_show_moved()
            await pictured(app, pilot)
        assert len(asked) == before
        listed = app.screen.query_one("#runs", OptionList)
        assert listed.highlighted_option is not None
        app.put_on(Wish(story="never-noticed"))
        await settled(app, pilot)
        await pilot.press("1")
        await pictured(app, pilot)
        assert [option.id for option in listed.options] == ["never-noticed.7", "pop-up-declined.7"]
        assert listed.highlighted_option is not None
        assert listed.highlighted_option.id == "pop-up-declined.7"


async def test_a_field_says_what_the_story_says_until_something_else_is_chosen() -> None:
    async with opened(size=(160, 45)) as (app, pilot):
        await pictured(app, pilot)
        assert "m Terms   Meta, camera-roll test" in text_of(app)
        assert "61, Candace" in text_of(app)
        assert "1 chosen here" not in text_of(app)
        await choose(pilot, "i", "3", "enter")
        await pictured(app, pilot)
        assert "1 chosen here" in text_of(app)
        assert "• 3" in text_of(app)
        await pilot.press("backspace")
        await pictured(app, pilot)
        assert "1 chosen here" not in text_of(app)
        assert "61, Candace" in text_of(app)


async def test_every_field_is_reached_by_arrows_and_escape_leads_back_to_the_stories() -> None:
    async with opened() as (app, pilot):
        await choose(pilot, "y", "escape")
        for place in range(len(FIELDS)):
            # The cursor goes around, and Enter asks for the field that it is on.
            await choose(pilot, "down", "enter")
            asked = None if app.screen is app.get_screen_stack("home")[0] else app.screen
            assert (asked is None) is (FIELDS[place][0] == "harshest")
            if asked is not None:
                await pilot.press("escape")
        await pilot.press("escape")
        assert app.focused is app.screen.query_one("#stories")


async def test_a_click_on_a_field_chooses_for_it() -> None:
    async with opened() as (app, pilot):
        home = app.screen
        await pilot.click("#wishes", offset=(20, 1))
        await pilot.pause()
        assert isinstance(app.screen, Pick)
        await choose(pilot, "escape")
        await pilot.click("#wishes", offset=(20, 6))
        await pilot.pause()
        assert isinstance(home, HomeScreen)
        assert home.wish.harshest


async def test_with_much_room_the_pop_up_that_will_ask_is_shown_with_its_buttons() -> None:
    async with opened(size=(160, 45)) as (app, pilot):
        await pictured(app, pilot)
        text = text_of(app)
        assert "Plaza will ask" in text
        assert "[ Don't allow ]   [ Allow ]" in text


@pytest.mark.parametrize(
    ("story", "prompt", "asked"),
    [
        ("accidental-allow", "nagging", "on day 0 only"),
        ("allow-revoke-allow", None, "on days 0 to 25, 2 times at most"),
    ],
)
def test_it_is_said_on_which_days_a_story_can_ask_at_all(story: str, prompt: str | None, asked: str) -> None:
    card = view_story(load_scenario(story, prompt=prompt), "Ada")
    assert dict(card.facts)["Asked"] == asked
