from pathlib import Path
from typing import Any

from golden import check
from lent import opened, settled, text_of
from short import write_short
from textual.pilot import Pilot

from simulator.domain.log import hash_events
from simulator.tui.app import RollcallApp
from simulator.tui.ports import Wish
from simulator.tui.screens.fork import ForkScreen
from simulator.tui.show import Show


async def played(screen: ForkScreen, pilot: Pilot[Any]) -> Show:
    while screen._performer is not None and screen._performer.busy:
        screen._hear()
        await pilot.pause(0.01)
    assert screen._child is not None
    screen._show_both()
    await pilot.pause()
    return screen._child


async def forked(app: RollcallApp, pilot: Pilot[Any], day: int = 5) -> ForkScreen:
    assert app.show is not None
    app.show.seek_day(day)
    screen = ForkScreen()
    await app.push_screen(screen)
    await pilot.pause()
    return screen


async def test_change_one_thing_and_see_both_worlds_at_three_sizes(tmp_path: Path) -> None:
    async with opened(size=(80, 24), wish=Wish(story=write_short(tmp_path))) as (app, pilot):
        screen = await forked(app, pilot)
        for offered in ("Another answer", "here, on day", "never", "Ask with another prompt"):
            assert offered in text_of(app)
        parent = app.show
        assert parent is not None
        before = hash_events(parent.playback.events)
        await pilot.press("enter")
        await played(screen, pilot)
        await pilot.press("end")
        for width, height in ((80, 24), (110, 30), (160, 45)):
            await pilot.resize_terminal(width, height)
            await pilot.pause()
            check(f"fork-{width}x{height}", text_of(app))
        await pilot.press("escape")
        assert app.show is parent
        assert hash_events(parent.playback.events) == before


async def test_the_story_is_forked_by_f(tmp_path: Path) -> None:
    async with opened(wish=Wish(story=write_short(tmp_path))) as (app, pilot):
        await pilot.press("f")
        assert isinstance(app.screen, ForkScreen)
        await pilot.press("escape")
        assert not isinstance(app.screen, ForkScreen)


async def test_both_step_together_and_at_either_end_it_is_said_why_not_further(tmp_path: Path) -> None:
    async with opened(wish=Wish(story=write_short(tmp_path))) as (app, pilot):
        screen = await forked(app, pilot)
        screen._fork(screen._possible[0])
        await played(screen, pilot)
        screen.action_step(1)
        await pilot.pause()
        assert "Day 6 of 12" in text_of(app)
        screen.action_go_to(0)
        screen.action_step(-1)
        await pilot.pause()
        assert "There is no day before this." in [note.message for note in app._notifications]


async def test_everything_that_can_be_changed_can_be_played(tmp_path: Path) -> None:
    async with opened(wish=Wish(story=write_short(tmp_path))) as (app, pilot):
        screen = await forked(app, pilot)
        groups = {each.group: each for each in screen._possible}
        assert {"Another answer", "Turn the switch off", "Under other terms"} <= set(groups)
        for each in groups.values():
            screen._fork(each)
            child = await played(screen, pilot)
            assert child.playback.ended, child.failed
            screen.action_again()


async def test_the_fork_can_be_kept_as_the_story_that_is_on(tmp_path: Path) -> None:
    async with opened(wish=Wish(story=write_short(tmp_path))) as (app, pilot):
        parent = app.show
        screen = await forked(app, pilot)
        screen._fork(screen._possible[0])
        child = await played(screen, pilot)
        screen.action_go_on()
        await settled(app, pilot)
        assert app.show is child
        assert child.parent is parent
        assert child.day == 5


async def test_without_a_story_there_is_a_way_back() -> None:
    async with opened() as (app, pilot):
        await app.push_screen(ForkScreen())
        await pilot.pause()
        assert "No story is on" in text_of(app)
        await pilot.press("escape")
        assert not isinstance(app.screen, ForkScreen)
