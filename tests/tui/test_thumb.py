"""The thumb on the phone, by keys, with a clock that only goes when it is told to."""

from collections import Counter
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from queue import SimpleQueue
from typing import Any

import pytest
from lent import LentStage, settled, text_of
from short import write_short
from textual.pilot import Pilot
from textual.widget import Widget
from told_stories import tell

from simulator.api.ports import Thumb, Wish
from simulator.consent.prompt import Choice
from simulator.consent.record import ConsentState
from simulator.domain.errors import ConsentError
from simulator.domain.events import ConsentGiven, ConsentRefused, ConsentWithdrawn, Manner, PhotoUploaded, PromptShown
from simulator.domain.log import hash_events
from simulator.tui.app import RollcallApp
from simulator.tui.pictures import render_tile
from simulator.tui.playing.show import Show
from simulator.tui.rooms.room import Room
from simulator.tui.rooms.story.phone.glance import Tap, Touch
from simulator.tui.rooms.story.phone.view import PhoneView
from simulator.tui.thumb import answer


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


CLOCK = Clock()


class PhoneRoom(Room):
    NAME = "story"

    def furnish(self) -> Iterable[Widget]:
        yield PhoneView(clock=CLOCK)

    def refresh_show(self) -> None:
        if self.show is not None:
            self.query_one(PhoneView).bring(self.show)


Hold = Callable[..., AbstractAsyncContextManager[tuple[RollcallApp, Pilot[Any]]]]


@pytest.fixture
def hold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Hold:
    story = write_short(tmp_path)
    monkeypatch.setitem(RollcallApp.MODES, "story", PhoneRoom)

    @asynccontextmanager
    async def held(thumb: Thumb, prompt: str | None = None) -> AsyncIterator[tuple[RollcallApp, Pilot[Any]]]:
        app = RollcallApp(LentStage(), render=render_tile, wish=Wish(story=story, thumb=thumb, prompt=prompt))
        async with app.run_test(size=(80, 38)) as pilot:
            await pilot.pause()
            await settled(app, pilot)
            app.screen.query_one(PhoneView).focus()
            yield app, pilot

    return held


def said(app: RollcallApp) -> str:
    return " ".join(text_of(app).replace("│", " ").split())


def on(app: RollcallApp) -> Show:
    assert app.show is not None
    return app.show


async def go(app: RollcallApp, pilot: Pilot[Any], at: int) -> None:
    on(app).seek_event(at)
    app.on_show_moved()
    await pilot.pause()


async def press(app: RollcallApp, pilot: Pilot[Any], *keys: str) -> None:
    await pilot.press(*keys)
    await settled(app, pilot)


async def walk(app: RollcallApp, pilot: Pilot[Any], *entries: str) -> None:
    """Tap these entries, each in the menu that is open."""
    phone = app.screen.query_one(PhoneView)
    for entry in entries:
        for _ in phone._taps():
            phone.action_move(1)
            if phone._cursor == Tap(Touch.ENTRY, entry):
                break
        else:
            raise AssertionError(entry)
        phone.action_tap()
        await settled(app, pilot)


WAY = ("menu", "menu.settings-and-privacy", "settings", "settings.camera-roll")


async def test_the_story_waits_for_the_person_at_the_keyboard_who_reads_and_refuses(hold: Hold) -> None:
    async with hold(Thumb.KEYBOARD) as (app, pilot):
        assert isinstance(on(app).playback.events[-1], PromptShown)
        await go(app, pilot, len(on(app).playback.events))
        CLOCK.now += 60
        await press(app, pilot, "right", "enter")
        refused = next(event for event in on(app).playback.events if isinstance(event, ConsentRefused))
        assert refused.manner is Manner.INFORMED
        assert "time enough to read it" in said(app)


async def test_the_whole_story_as_thumb_allow_walk_wrong_walk_right_revoke(hold: Hold) -> None:
    async with hold(Thumb.KEYBOARD) as (app, pilot):
        await go(app, pilot, len(on(app).playback.events))
        CLOCK.now += 1
        await press(app, pilot, "right", "right", "enter")
        parent = on(app)
        allowed = next(event for event in parent.playback.events if isinstance(event, ConsentGiven))
        assert allowed.manner is Manner.SLIP
        assert "a slip" in said(app)
        assert ConsentGiven in map(type, parent.happened())
        assert parent.playback.ended, "nobody revokes any more unless the thumb does"
        assert not any(isinstance(event, ConsentWithdrawn) for event in parent.playback.events)
        before = hash_events(parent.playback.events)

        parent.seek_day(6)
        app.on_show_moved()
        await pilot.pause()
        await press(app, pilot, "m")
        await press(app, pilot, *["down"] * 4, "enter")
        assert "Nothing here about your camera roll" in said(app)
        CLOCK.now += 20
        await press(app, pilot, "backspace")
        await press(app, pilot, *["down"] * 5, "enter", *["down"] * 4, "enter", *["down"] * 5, "enter")
        await press(app, pilot, *["down"] * 3, "enter")
        child = on(app)
        (withdrawn,) = (event for event in child.playback.events if isinstance(event, ConsentWithdrawn))
        assert withdrawn.taps == 7
        assert child.parent is parent
        assert hash_events(parent.playback.events) == before
        assert child.day == withdrawn.day
        assert withdrawn.day == 6, "no photo had left that day"
        assert child.forked is not None
        assert child.forked.change == f"switched off on day {withdrawn.day}"
        later = [event.day for event in child.playback.events if isinstance(event, PhotoUploaded)]
        assert max(later) < withdrawn.day
        assert "Off, after 7 taps, 1 wrong turn and 20.0 s" in said(app)


@pytest.mark.parametrize("awake", [False, True])
async def test_two_taps_on_allow_are_one_allow(hold: Hold, *, awake: bool) -> None:
    async with hold(Thumb.KEYBOARD) as (app, pilot):
        story, phone = on(app), app.screen.query_one(PhoneView)
        await go(app, pilot, len(story.playback.events))
        await pilot.press("right", "right")
        allow = phone._cursor
        assert allow is not None
        assert app.performer is not None
        respondent = app.performer.respondent
        assert respondent is not None
        queue = respondent._given
        if not awake:
            # The story's thread has not woken by the time of the second tap.
            respondent._given = SimpleQueue()
        phone._do(allow)
        phone._do(allow)
        if not awake:
            assert respondent._given.qsize() == 1
            queue.put(respondent._given.get())
            respondent._given = queue
        await settled(app, pilot)
        assert on(app) is story
        assert Counter(map(type, story.playback.events))[ConsentGiven] == 1
        assert story.world.record.state is ConsentState.GIVEN
        assert "a slip" in said(app)


async def test_another_answer_to_a_past_question_is_a_world_of_its_own(hold: Hold) -> None:
    async with hold(Thumb.SCRIPT) as (app, pilot):
        parent = on(app)
        asked = next(number for number, event in enumerate(parent.playback.events, 1) if isinstance(event, PromptShown))
        await go(app, pilot, asked)
        phone = app.screen.query_one(PhoneView)
        assert phone._glance.sheet is not None
        await press(app, pilot, "right", "enter")
        assert on(app).parent is parent
        assert not any(isinstance(event, PhotoUploaded) for event in on(app).playback.events)
        assert ConsentRefused in map(type, on(app).happened())
        assert on(app).world.record.state is ConsentState.REFUSED


async def test_the_answer_that_was_given_anyway_only_goes_on(hold: Hold) -> None:
    async with hold(Thumb.SCRIPT) as (app, pilot):
        parent = on(app)
        asked = next(number for number, event in enumerate(parent.playback.events, 1) if isinstance(event, PromptShown))
        await go(app, pilot, asked)
        position = parent.position
        await press(app, pilot, "left", "enter")
        assert on(app) is parent
        assert parent.position == position + 1


def test_an_answer_that_nobody_will_play_is_refused_where_a_recording_ends_at_the_question() -> None:
    scenario, events = tell("accidental-allow")
    asked = next(number for number, event in enumerate(events, 1) if isinstance(event, PromptShown))
    show = Show(scenario=scenario)
    show.playback.extend(events[:asked])
    show.seek_event(asked)
    with pytest.raises(ConsentError, match="day 0: what was recorded ends at this question"):
        answer(RollcallApp(LentStage(), render=render_tile), show, Choice.ALLOW, Manner.SLIP)
    assert show.aim is None


async def test_a_question_that_was_closed_is_not_asked_again_in_a_fork_from_a_later_day(hold: Hold) -> None:
    async with hold(Thumb.KEYBOARD, "banner-in-feed") as (app, pilot):
        story, phone = on(app), app.screen.query_one(PhoneView)
        await go(app, pilot, len(story.playback.events))
        phone._do(Tap(Touch.IGNORE))
        await settled(app, pilot)
        assert story.playback.ended
        story.seek_day(5)
        app.on_show_moved()
        await pilot.pause()
        await walk(app, pilot, *WAY, "switch.metadata")
        assert on(app).parent is story
        assert on(app).playback.ended
        assert on(app).playback.world(len(on(app).playback.events)).record.state is ConsentState.ASKED


async def test_the_other_switch_is_turned_and_the_walk_goes_on(hold: Hold) -> None:
    async with hold(Thumb.SCRIPT) as (app, pilot):
        parent = on(app)
        parent.seek_day(5)
        app.on_show_moved()
        await pilot.pause()
        await walk(app, pilot, *WAY, "switch.metadata")
        assert on(app).parent is parent
        assert "That was the other switch" in said(app)
        await walk(app, pilot, "switch.cloud")
        assert [event.day for event in on(app).playback.events if isinstance(event, ConsentWithdrawn)] == [5]


async def test_a_switch_that_is_off_says_so(hold: Hold) -> None:
    async with hold(Thumb.SCRIPT) as (app, pilot):
        parent = on(app)
        parent.seek_day(11)
        app.on_show_moved()
        await pilot.pause()
        await walk(app, pilot, *WAY, "switch.cloud")
        assert on(app) is parent
        assert "It is off" in said(app)


async def test_a_thumb_lifted_by_the_model_plays_to_the_end(hold: Hold) -> None:
    async with hold(Thumb.MODEL) as (app, _):
        assert on(app).playback.ended
