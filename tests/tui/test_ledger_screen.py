import golden
import pytest
from lent import opened, seen, shown
from textual.widgets import OptionList

from simulator.domain.holding import HoldingState
from simulator.tui.app import RollcallApp
from simulator.tui.parts.timeline import Timeline
from simulator.tui.rooms.ledger.gantt import Gantt
from simulator.tui.rooms.ledger.screen import LedgerScreen
from simulator.tui.rooms.ledger.things import Things
from simulator.tui.rooms.ledger.why import WhyPanel
from simulator.tui.rooms.ledger.why_dialog import WhyScreen


def on(app: RollcallApp) -> LedgerScreen:
    assert isinstance(app.screen, LedgerScreen)
    return app.screen


@pytest.mark.parametrize("size", [(80, 24), (110, 30), (160, 45)])
async def test_the_ledger_looks_like_this(size: tuple[int, int]) -> None:
    async with shown("ledger", size=size, day=50) as (app, pilot, _):
        screen = on(app)
        for view in ("things", "when", "people", "buckets"):
            golden.check(f"ledger-{view}-{size[0]}x{size[1]}", await seen(app, pilot))
            screen.action_view()


async def test_without_a_story_it_says_what_to_press_and_no_key_breaks_it() -> None:
    async with opened(size=(80, 24), room="ledger") as (app, pilot):
        assert isinstance(app.screen, LedgerScreen)
        for action in ("day", "mark"):
            getattr(app.screen, f"action_{action}")(1)
        for action in ("view", "fate", "kind", "sort", "reading", "why", "back"):
            getattr(app.screen, f"action_{action}")()
        assert "Press 1" in await seen(app, pilot)
        assert app.screen.table() is None


async def test_where_there_is_no_room_enter_opens_the_reasons_and_escape_goes_back() -> None:
    async with shown("ledger", size=(80, 24), day=60) as (app, pilot, _):
        screen = on(app)
        await pilot.press("enter")
        assert isinstance(app.screen, WhyScreen)
        assert "Why is this still here?" in await seen(app, pilot)
        await pilot.press("escape")
        assert app.screen is screen


@pytest.mark.parametrize("key", ["escape", "w"])
async def test_where_the_reasons_stand_beside_the_list_a_key_leads_into_them_and_back(key: str) -> None:
    async with shown("ledger", day=60) as (app, pilot, _):
        screen = on(app)
        await pilot.press("f", "w")
        assert screen.query_one(WhyPanel).has_focus
        await pilot.press(key)
        assert screen.query_one(Things).has_focus
        assert "gone, oldest first" in await seen(app, pilot), "what is listed stays narrowed"


async def test_days_and_landmarks_are_walked_by_key_and_the_ends_say_so() -> None:
    async with shown("ledger", day=10) as (app, pilot, show):
        screen = on(app)
        await pilot.press("right", "right", "left")
        assert show.day == 11
        screen.action_mark(1)
        assert show.day == 38
        screen.action_mark(-1)
        assert show.day == 0
        screen.action_day(-1)
        screen.action_day(-1)
        for day in (38, 68, 75, 75):
            screen.action_mark(1)
            assert show.day == day
        screen.action_day(1)
        await pilot.pause()
        told = [each.message for each in app._notifications]
        assert told == ["This is the beginning.", "No landmark lies further on.", "This is the end."]


async def test_what_is_listed_is_narrowed_widened_and_sorted_and_the_cursor_stays_on_its_thing() -> None:
    async with shown("ledger", day=60) as (app, pilot, _):
        screen = on(app)
        things = screen.query_one(Things)
        everything = things.count
        things.point(40)
        picked = things.picked
        assert picked is not None
        screen.action_sort()
        screen.action_sort()
        assert things.picked is not None
        assert things.picked.id == picked.id
        for _ in (HoldingState.DELETED, HoldingState.SCHEDULED):
            screen.action_fate()
        assert {thing.state for thing in things.things} == {HoldingState.SCHEDULED}
        screen.action_kind()
        await pilot.pause()
        app.screen.query_one(OptionList).highlighted = 1
        await pilot.press("enter")
        assert {thing.category.value for thing in things.things} == {"photo.original"}
        await pilot.press("escape")
        assert things.count == everything


async def test_a_kind_opens_into_its_things_and_both_readings_stand_side_by_side() -> None:
    async with shown("ledger", day=60) as (app, pilot, show):
        screen = on(app)
        screen.action_view()
        assert "read most harshly" not in await seen(app, pilot)
        await pilot.click(Gantt, offset=(4, Gantt.HEADS + 2))
        assert screen.query_one(Gantt).cursor == 2
        await pilot.click(Gantt, offset=(40, Gantt.HEADS))
        assert screen.query_one(Gantt).cursor == 2, "a click on a day picks the day only"
        assert "p00" not in await seen(app, pilot), "the first click picks a kind, and the second one opens it"
        screen.query_one(Gantt).point(0)
        screen.action_mark(1)
        show.seek_day(60)
        screen.action_reading()
        screen.action_reading()
        text = await seen(app, pilot)
        assert "read most kindly" in text
        assert "read most harshly" in text
        screen.query_one(Gantt).action_choose()
        assert "p0070/photo.original" in await seen(app, pilot)
        screen.query_one(Gantt).action_choose()
        assert "Why is this still here?" in await seen(app, pilot)


async def test_nothing_breaks_where_there_is_no_room() -> None:
    async with shown("ledger", size=(160, 45), day=60) as (app, pilot, _):
        screen = on(app)
        for size in ((20, 6), (40, 12), (1, 1), (81, 24)):
            await pilot.resize_terminal(*size)
            await pilot.resize_terminal(160, 45)
            screen.action_view()
        assert "Still held" in await seen(app, pilot)


async def test_a_click_on_the_line_of_days_goes_there_and_the_wheel_goes_by_a_day() -> None:
    async with shown("ledger", size=(80, 24), day=50) as (app, pilot, show):
        line = app.screen.query_one(Timeline)
        assert line.size.height == 1
        await pilot.click(Timeline, offset=(6, 0))
        assert show.day == 0
        line.post_message(Timeline.Scrolled(1))
        await pilot.pause()
        assert show.day == 1


async def test_a_name_in_a_bucket_that_takes_two_rows_does_not_run_into_the_numbers() -> None:
    async with shown("ledger", size=(80, 24), day=39) as (app, pilot, _):
        for _ in range(3):
            on(app).action_view()
        await pilot.pause()
        bucket = on(app).query_one(".-not_said")
        bucket.styles.width = 24
        await seen(app, pilot)
        rows = [bucket.render_line(y).text.strip("│ ") for y in range(bucket.size.height)]
        second = next(place for place, row in enumerate(rows) if row.endswith("camera and")) + 1
        assert bucket.render_line(second).text.startswith("       phone")
