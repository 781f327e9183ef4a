from pathlib import Path
from typing import Any, NoReturn

import pytest
from golden import check
from lent import LentStage, opened, settled, text_of
from short import write_short
from textual.pilot import Pilot
from textual.widgets import Input, OptionList

from simulator.api.ports import Thumb, Wish
from simulator.domain.errors import StoreError
from simulator.domain.events import ConsentWithdrawn, PhoneWentOffline, TermsChanged
from simulator.domain.log import hash_events
from simulator.journey.fork import Revoked
from simulator.journey.scenario import Forked
from simulator.report.apart import say_forked
from simulator.tui.app import RollcallApp
from simulator.tui.playing.playback import Playback
from simulator.tui.playing.show import Show
from simulator.tui.rooms.fork.screen import ForkScreen
from simulator.tui.rooms.fork.two_worlds import TwoWorlds
from simulator.tui.rooms.fork.view import Line, abridge, say_missing


async def played(screen: ForkScreen, pilot: Pilot[Any]) -> Show:
    while screen._performer is not None and screen._performer.busy:
        screen._hear()
        await pilot.pause(0.01)
    assert screen._both is not None
    screen._hear()
    screen._show_both()
    await pilot.pause()
    return screen._both[1]


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
        screen._choose(next(iter(screen._possible.values())))
        await played(screen, pilot)
        assert "Day 12 of 12" in text_of(app)
        screen.action_step(-1)
        await pilot.pause()
        assert "Day 11 of 12" in text_of(app)
        screen.action_go_to(0)
        for again in (lambda: screen.action_step(-1), lambda: screen.action_go_to(0)):
            app.clear_notifications()
            again()
            await pilot.pause()
            assert [note.message for note in app._notifications] == ["There is no day before this."]


async def test_everything_that_can_be_changed_can_be_played(tmp_path: Path) -> None:
    async with opened(wish=Wish(story=write_short(tmp_path))) as (app, pilot):
        screen = await forked(app, pilot)
        groups = {each.group: each for each in screen._possible.values() if each.offered and each.days is None}
        assert {"Another answer", "Turn the switch off", "Under other terms, from day 5 on"} <= set(groups)
        for each in groups.values():
            screen._choose(each)
            child = await played(screen, pilot)
            assert child.playback.ended, child.failed
            screen.action_again()


async def test_the_fork_can_be_kept_as_the_story_that_is_on(tmp_path: Path) -> None:
    async with opened(wish=Wish(story=write_short(tmp_path))) as (app, pilot):
        parent = app.show
        screen = await forked(app, pilot)
        screen._choose(next(iter(screen._possible.values())))
        child = await played(screen, pilot)
        screen.action_go_on()
        await settled(app, pilot)
        assert app.show is child
        assert child.parent is parent
        assert child.day == 5


async def test_other_terms_hold_from_the_day_of_the_fork_on_and_what_was_before_is_the_same(tmp_path: Path) -> None:
    async with opened(size=(110, 30), wish=Wish(story=write_short(tmp_path))) as (app, pilot):
        screen = await forked(app, pilot)
        screen._choose(next(each for each in screen._possible.values() if each.name == "gdpr-strict"))
        child = await played(screen, pilot)
        parent = app.show
        assert parent is not None
        before = [event for event in parent.playback.events if event.day < 5]
        assert child.playback.events[: len(before)] == before
        assert isinstance(child.playback.events[len(before)], TermsChanged)
        assert f"Forked from {parent.run}: under gdpr-strict from day 5 on" in text_of(app)
        assert "other terms" in text_of(app)


async def test_on_day_0_terms_and_prompts_are_others_from_the_beginning(tmp_path: Path) -> None:
    async with opened(wish=Wish(story=write_short(tmp_path))) as (app, pilot):
        screen = await forked(app, pilot, day=0)
        assert "Under other terms, from the beginning" in {each.group for each in screen._possible.values()}
        screen._choose(next(each for each in screen._possible.values() if each.name == "even-handed"))
        child = await played(screen, pilot)
        assert child.scenario.prompt.id == "even-handed"
        assert child.scenario.rewordings == ()


async def test_where_nothing_is_asked_any_more_it_is_said_instead_of_offered(tmp_path: Path) -> None:
    async with opened(wish=Wish(story=write_short(tmp_path))) as (app, pilot):
        screen = await forked(app, pilot)
        (prompts,) = (each for each in screen._possible.values() if each.group.startswith("Ask with"))
        assert not prompts.offered
        assert prompts.words in text_of(app)


@pytest.mark.parametrize("size", [(80, 24), (160, 45)])
async def test_any_day_can_be_typed_for_the_switch_and_what_is_no_such_day_is_refused_in_a_line(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with opened(size=size, wish=Wish(story=write_short(tmp_path))) as (app, pilot):
        screen = await forked(app, pilot)
        screen._choose(next(each for each in screen._possible.values() if each.days is not None))
        await pilot.pause()
        assert "0 to 12" in text_of(app)
        typed = app.screen.query_one(Input)
        typed.value = "13"
        await pilot.press("enter")
        assert "A whole number from 0 to 12." in [note.message for note in app._notifications]
        typed.value = "6"
        await pilot.press("enter")
        child = await played(screen, pilot)
        assert "switched off on day 6" in text_of(app)
        assert [event.day for event in child.playback.events if isinstance(event, ConsentWithdrawn)] == [6]


async def test_a_change_to_what_it_is_makes_no_fork_and_says_so(tmp_path: Path) -> None:
    async with opened(wish=Wish(story=write_short(tmp_path))) as (app, pilot):
        screen = await forked(app, pilot)
        screen._fork(Revoked(day=10))
        await pilot.pause()
        assert screen._both is None
        assert "Nothing would differ: switched off on day 10, as it is." in [
            note.message for note in app._notifications
        ]


async def recorded_fork(app: RollcallApp, pilot: Pilot[Any]) -> tuple[str, str]:
    """Fork the story that is on, and leave the fork; the names of both runs."""
    screen = await forked(app, pilot)
    screen._fork(Revoked(day=6))
    child = await played(screen, pilot)
    await pilot.press("escape")
    assert app.show is not None
    return app.show.run, child.run


@pytest.mark.parametrize("size", [(80, 24), (160, 45)])
async def test_a_recorded_fork_opens_beside_its_parent_with_the_day_and_the_change(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with opened(size=size, wish=Wish(story=write_short(tmp_path))) as (app, pilot):
        parent, child = await recorded_fork(app, pilot)
        app.open_run(child)
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert isinstance(app.screen, ForkScreen)
        told = text_of(app)
        assert f"Forked from {parent}: switched off on day 6" in told
        assert "Day 12 of 12" in told
        assert "≠" in told
        assert "Keep the fork" not in told
        await pilot.press("escape")
        assert app.show is not None
        assert app.show.run == child
        await pilot.press("f")
        assert f"See it beside {parent}" in text_of(app)
        await pilot.press("enter")
        assert f"Forked from {parent}" in text_of(app)


async def test_a_fork_whose_parent_is_gone_says_so_and_stays_a_story(tmp_path: Path) -> None:
    async with opened(wish=Wish(story=write_short(tmp_path))) as (app, pilot):
        parent, child = await recorded_fork(app, pilot)
        stage = app.stage
        assert isinstance(stage, LentStage)
        stage.lost.add(parent)
        app.open_run(child)
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert not isinstance(app.screen, ForkScreen)
        gone = f"Forked from {parent}: switched off on day 6. {parent} is not here any more"
        assert any(note.message.startswith(gone) for note in app._notifications)
        await pilot.press("f")
        assert f"Forked from {parent}: switched off on day 6." in text_of(app)


async def test_a_fork_that_was_left_half_way_is_laid_beside_its_parent_as_far_as_it_came(tmp_path: Path) -> None:
    async with opened(wish=Wish(story=write_short(tmp_path))) as (app, pilot):
        _, child = await recorded_fork(app, pilot)
        stage = app.stage
        assert isinstance(stage, LentStage)
        events = stage.played[-1][1]
        del events[next(at for at, event in enumerate(events) if event.day > 6) :]
        app.open_run(child)
        await app.workers.wait_for_complete()
        await pilot.pause()
        told = text_of(app)
        assert "Day 5 of 12" in told
        assert "the fork has come to day 6" in told
        assert "the story has come" not in told
        assert "the end" not in told
        await pilot.press("right")
        assert "Both are known to day 5 so far." in [note.message for note in app._notifications]


async def test_home_tells_of_a_recorded_fork_where_it_comes_from(tmp_path: Path) -> None:
    async with opened(size=(160, 45), wish=Wish(story=write_short(tmp_path))) as (app, pilot):
        parent, child = await recorded_fork(app, pilot)
        app.action_go("home")
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert child in text_of(app)
        assert f"forked from {parent}: switched off" in text_of(app)


def test_of_many_days_the_first_that_differs_and_the_last_are_kept_and_it_is_said_how_many_are_not() -> None:
    days = [Line(name=f"day {day}", before="x", after="x" if day % 2 else "y") for day in range(20)]
    assert abridge(days, 20) == days
    assert [line.name for line in abridge(days, 10)] == [f"day {day}" for day in range(0, 20, 2)]
    assert [line.name for line in abridge(days, 4)] == ["day 0", "… 7 more days", "day 16", "day 18"]
    assert [line.name for line in abridge(days, 3)] == ["day 0", "… 8 more days", "day 18"]
    assert [line.name for line in abridge(days, 2)] == ["day 0", "… 9 more days"]
    assert [line.name for line in abridge(days, 1)] == ["… 10 days"]
    assert abridge(days, 0) == []


def test_where_there_is_less_than_no_room_and_nothing_differs_no_day_is_shown() -> None:
    assert abridge([Line(name="day 0", before="x", after="x")], -1) == []


def begun(*, failed: str = "") -> Show:
    playback = Playback()
    playback.extend([PhoneWentOffline(day=5)])
    return Show(scenario=LentStage().load(Wish(story="accidental-allow")), playback=playback, failed=failed)


def test_of_two_worlds_it_is_said_how_far_they_have_come_and_what_keeps_them() -> None:
    before = begun()
    assert say_missing(before, begun(), waits=False) == "the story has come to day 5; the fork has come to day 5"
    asked = "the fork waits for your answer: k keeps it; the story has come to day 5"
    assert say_missing(before, begun(), waits=True) == asked
    assert say_missing(before, begun(failed="no such file"), waits=False) == "no such file"


async def test_a_fork_says_that_it_waits_for_an_answer_and_complains_once_of_what_went_wrong(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(wish=Wish(story=write_short(tmp_path), thumb=Thumb.KEYBOARD)) as (app, pilot):
        screen = await forked(app, pilot, day=0)
        under = next(each for each in screen._possible.values() if each.name == "gdpr-strict")
        screen._choose(under)
        while not screen._waits:
            await pilot.pause(0.01)
            screen._hear()
        await pilot.pause()
        assert "the fork waits for your answer: k keeps it" in text_of(app)

        def fail(*_: object) -> NoReturn:
            raise StoreError("[disk] is full")

        screen.action_again()
        monkeypatch.setattr(app.stage, "play", fail)
        screen._choose(under)
        child = await played(screen, pilot)
        screen._hear()
        await pilot.pause()
        assert child.failed == "[disk] is full"
        assert [note.message for note in app._notifications] == ["[disk] is full"]
        assert "[disk] is full" in str(screen.query_one(TwoWorlds)._border_subtitle)


async def test_without_a_story_there_is_a_way_back() -> None:
    async with opened() as (app, pilot):
        await app.push_screen(ForkScreen())
        await pilot.pause()
        assert "No story is on" in text_of(app)
        await pilot.press("escape")
        assert not isinstance(app.screen, ForkScreen)


async def test_what_can_be_changed_is_offered_anew_for_the_day_on_which_the_story_stands_by_then(
    tmp_path: Path,
) -> None:
    async with opened(size=(110, 30), wish=Wish(story=write_short(tmp_path))) as (app, pilot):
        screen = await forked(app, pilot)
        assert "The playhead stands on day 5." in " ".join(text_of(app).split())
        changes = screen.query_one("#changes", OptionList)
        names = [each.name for each in screen._possible.values()]
        changes.highlighted = changes.get_option_index(str(names.index("gdpr-strict")))
        app.action_go("ledger")
        await pilot.pause()
        assert app.show is not None
        app.show.seek_day(8)
        app.on_show_moved()
        app.action_go("story")
        await pilot.pause()
        assert app.screen is screen
        assert "Under other terms, from day 8 on" in text_of(app)
        assert " day 5" not in text_of(app)
        await pilot.press("enter")
        child = await played(screen, pilot)
        assert child.forked is not None
        assert child.forked.change == "under gdpr-strict from day 8 on"
        assert screen.table().title.endswith(": as it was, and under gdpr-strict from day 8 on")


def test_a_fork_says_the_day_once_and_the_day_where_they_part_only_if_it_is_another() -> None:
    assert (
        say_forked(Forked(run="a.7", day=5, change="switched off on day 5")) == "forked from a.7: switched off on day 5"
    )
    late = Forked(run="a.7", day=5, change="switched off on day 50")
    assert say_forked(late) == "forked from a.7 on day 5: switched off on day 50"
    both = Forked(run="a.7", day=5, change="switched off on day 9, under gdpr-strict from day 5 on")
    assert say_forked(both).startswith("forked from a.7 on day 5: ")
