"""What holds in every room: which screen is on top, and which story is on."""

import gc
import importlib
import pkgutil
from collections import Counter
from collections.abc import Iterator

import pytest
from lent import LentStage, opened, settled
from textual.widget import Widget

import simulator.tui
from simulator.api.ports import Wish
from simulator.domain.errors import ScenarioError
from simulator.journey.scenario import Scenario
from simulator.tui.app import RollcallApp
from simulator.tui.rooms.fork.screen import ForkScreen
from simulator.tui.rooms.story.lightbox import LightboxScreen
from simulator.tui.rooms.story.screen import StoryScreen
from simulator.tui.spared import Spared

ALLOWED = Wish(story="accidental-allow")


def told(app: RollcallApp) -> str:
    """Everything that was said in passing."""
    return "\n".join(note.message for note in app._notifications)


def kinds_of(base: type[Widget]) -> Iterator[type[Widget]]:
    for kind in base.__subclasses__():
        yield kind
        yield from kinds_of(kind)


def test_no_two_widgets_have_one_name_for_textual_styles_them_by_it() -> None:
    for module in pkgutil.walk_packages(simulator.tui.__path__, "simulator.tui."):
        importlib.import_module(module.name)
    ours = {kind for kind in kinds_of(Widget) if kind.__module__.startswith("simulator.")}
    names = Counter(kind.__name__ for kind in ours)
    assert [name for name, count in names.items() if count > 1] == []


async def test_what_the_screen_spares_the_collector_is_given_back_once_it_is_left() -> None:
    before = (gc.get_freeze_count(), gc.isenabled(), gc.get_threshold())
    async with opened(wish=ALLOWED) as (app, _):
        assert app.painted
        assert gc.get_freeze_count() > before[0]
    assert (gc.get_freeze_count(), gc.isenabled(), gc.get_threshold()) == before


def test_what_somebody_else_had_spared_stays_so() -> None:
    gc.freeze()
    try:
        spared = Spared()
        spared.spare()
        spared.release()
        assert gc.get_freeze_count() > 0
    finally:
        gc.unfreeze()


async def test_another_story_closes_what_lay_over_the_one_before() -> None:
    async with opened(wish=ALLOWED) as (app, pilot):
        await pilot.press("f")
        assert isinstance(app.screen, ForkScreen)
        await pilot.press("1")
        app.put_on(Wish(story="pop-up-declined"))
        await settled(app, pilot)
        assert app.show is not None
        assert app.show.scenario.story.id == "pop-up-declined"
        assert isinstance(app.screen, StoryScreen)


async def test_a_jump_closes_the_photo_that_was_looked_at() -> None:
    async with opened(wish=ALLOWED) as (app, pilot):
        assert app.show is not None
        app.show.seek_day(20)
        await settled(app, pilot)
        await pilot.press("enter")
        assert isinstance(app.screen, LightboxScreen)
        app.jump(1)
        await pilot.pause()
        assert isinstance(app.screen, StoryScreen)


async def test_a_recorded_run_is_opened_over_nothing_of_the_story_before() -> None:
    async with opened(wish=ALLOWED) as (app, pilot):
        await pilot.press("f", "1")
        app.open_run("accidental-allow.7")
        await settled(app, pilot)
        assert isinstance(app.screen, StoryScreen)


async def test_back_begins_no_tour_and_the_story_stays_on() -> None:
    async with opened(wish=ALLOWED) as (app, pilot):
        show = app.show
        await pilot.press("comma")
        await settled(app, pilot)
        assert app.tour is None
        assert app.show is show
        assert "No tour is on" in told(app)


async def test_on_home_the_tour_that_is_on_goes_on() -> None:
    async with opened() as (app, pilot):
        await pilot.press("full_stop")
        await settled(app, pilot)
        await pilot.press("1", "full_stop")
        await settled(app, pilot)
        assert app.tour is not None
        assert app.tour.stop == 1
        assert app.current_mode == "story"


async def test_a_story_that_cannot_be_put_on_leaves_no_tour_without_a_story(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: LentStage, wish: Wish) -> Scenario:  # noqa: ARG001
        raise ScenarioError("accidental-allow.toml", "", "cannot be read")

    monkeypatch.setattr(LentStage, "load", refuse)
    async with opened() as (app, pilot):
        await pilot.press("full_stop")
        await settled(app, pilot)
        assert app.tour is None
        assert app.show is None
        assert "cannot be read" in told(app)
