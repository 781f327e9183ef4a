import pytest
from golden import check
from lent import LentStage, opened, pictured, settled, text_of
from textual.widgets import Input, Select

from simulator.domain.errors import ScenarioError
from simulator.journey.scenario import Scenario
from simulator.tui.ports import Thumb, Wish
from simulator.tui.screens.home import HomeScreen


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


async def test_what_is_chosen_is_what_is_played() -> None:
    async with opened() as (app, pilot):
        home = app.screen
        assert isinstance(home, HomeScreen)
        await pilot.pause()
        home.query_one("#wish-terms", Select).value = "gdpr-strict"
        home.query_one("#wish-seed", Input).value = "11"
        home.query_one("#wish-person", Input).value = "3"
        home.query_one("#wish-thumb", Select).value = Thumb.KEYBOARD
        home.action_begin()
        await settled(app, pilot)
        assert app.show is not None
        scenario = app.show.scenario
        assert (scenario.terms.id, scenario.seed, scenario.story.person) == ("gdpr-strict", 11, 3)
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


async def test_the_photos_are_those_of_whoever_is_wished_for() -> None:
    async with opened(size=(110, 30)) as (app, pilot):
        await pictured(app, pilot)
        assert "Candace's camera roll" in text_of(app)
        app.screen.query_one("#wish-person", Input).value = "3"
        await pilot.pause()
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
