"""The tour through the default story, and what a class does to it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from lent import opened, settled, text_of
from textual.pilot import Pilot
from told_stories import tell

from simulator.consent.prompt import Choice
from simulator.domain.events import Event, Manner, PhotoSelected, PhotoUploaded, PromptShown
from simulator.tui.app import RollcallApp
from simulator.tui.playing.show import Show
from simulator.tui.playing.tour import STOPS, Tour
from simulator.tui.rooms.story.screen import StoryScreen
from simulator.tui.thumb import answer, turn_off


@asynccontextmanager
async def touring(*, stop: int = 0) -> AsyncIterator[tuple[RollcallApp, Pilot[Any], Tour]]:
    """The tour at a stop, counted from 0."""
    async with opened(size=(110, 30)) as (app, pilot):
        app.begin_tour()
        await settled(app, pilot)
        for _ in range(stop):
            app.action_tour(1)
            await settled(app, pilot)
        assert app.tour is not None
        yield app, pilot, app.tour


def on(app: RollcallApp) -> Show:
    assert app.show is not None
    return app.show


def said(app: RollcallApp) -> str:
    return " ".join(text_of(app).split())


async def test_whoever_refuses_at_the_first_stop_is_led_back_by_the_next_key() -> None:
    async with touring() as (app, pilot, tour):
        story = on(app)
        answer(app, story, Choice.REFUSE, Manner.INFORMED)
        await settled(app, pilot)
        assert on(app).parent is story
        assert "Off the tour" in said(app)
        await pilot.press("full_stop")
        await settled(app, pilot)
        assert on(app) is story
        assert isinstance(story.happened()[-1], PromptShown)
        assert STOPS[0].ask in said(app)
        await pilot.press("full_stop")
        await settled(app, pilot)
        assert tour.stop == 1
        assert STOPS[1].ask in said(app)


def cut_before(show: Show, kind: type[Event]) -> Show:
    """The same show, not played further than to the first event of that kind."""
    events = show.playback.events
    cut = Show(scenario=show.scenario)
    cut.extend(events[: next(at for at, event in enumerate(events) if isinstance(event, kind))])
    cut.step(len(events))
    return cut


@pytest.mark.parametrize("stop", [1, 4, 5])
async def test_the_tour_waits_at_its_stop_while_a_story_without_it_is_looked_at(stop: int) -> None:
    async with touring(stop=stop) as (app, pilot, _):
        story = on(app)
        story.seek_event(next(at for at, event in enumerate(story.playback.events, 1) if type(event) is PromptShown))
        answer(app, story, Choice.REFUSE, Manner.INFORMED)
        await settled(app, pilot)
        assert "Off the tour" in said(app)


async def test_a_tour_that_was_left_early_goes_on_with_its_story_which_is_played_to_its_end() -> None:
    async with touring() as (app, pilot, _):
        whole = on(app).playback.events
        app.tour = Tour()
        app.take_up(cut := cut_before(on(app), PhotoUploaded), None)
        app.tour.arrive(cut)
        turn_off(app, cut, 4)
        await settled(app, pilot)
        assert on(app).parent is cut
        await pilot.press("comma")
        await settled(app, pilot)
        assert on(app) is cut
        assert cut.playback.events == whole


async def test_what_a_stop_has_told_stays_true_while_the_playhead_is_moved_by_hand() -> None:
    async with touring(stop=2) as (app, pilot, _):
        events = tell("accidental-allow")[1]
        sent = {event.photo for event in events if isinstance(event, PhotoUploaded) and event.day == 0}
        older = sum(isinstance(e, PhotoSelected) and e.photo in sent and e.older for e in events)
        words = f"{len(sent)} photos left the phone today, {older} of them" if older else f"{len(sent)} photos left"
        assert words in said(app)
        assert isinstance(app.screen, StoryScreen)
        for _ in range(9):
            app.screen.action_day(1)
        await pilot.pause()
        assert on(app).day == 9
        assert words in said(app)


async def test_a_tour_says_what_a_class_understands() -> None:
    async with touring(stop=1) as (app, pilot, _):
        assert '"Allow" is tapped: 1 tap, a slip of the thumb' in said(app)
        app.action_tour(1)
        app.action_tour(1)
        await settled(app, pilot)
        assert "the company has worked out from" in said(app)
        assert "by face" in said(app)


async def test_what_the_tour_says_hangs_below_its_first_word_and_keeps_each_key_beside_its_word() -> None:
    async with touring(stop=1) as (app, pilot, _):
        for width in range(80, 111, 3):
            await pilot.resize_terminal(width, 30)
            await pilot.pause()
            rows = text_of(app).splitlines()
            first = next(place for place, row in enumerate(rows) if row.startswith("   2/7   "))
            bar = rows[first : rows.index(next(row for row in rows if "x end of tour" in row)) + 1]
            assert all(row.startswith(" " * 9) and row[9] != " " for row in bar[1:])
            assert ". next   , back   x end of tour" in bar[-1]
