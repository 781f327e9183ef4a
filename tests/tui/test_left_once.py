"""Keys in quick succession, before the first has taken a screen away."""

import pytest
from lent import opened
from textual import events

from simulator.tui.app import RollcallApp
from simulator.tui.dialogs.number import NumberScreen
from simulator.tui.dialogs.pick import Pick


def hit(app: RollcallApp, *keys: str) -> None:
    """All at once, as a terminal that was busy hands them over."""
    for key in keys:
        app.post_message(events.Key(key, "\r" if key == "enter" else None))


@pytest.mark.parametrize("key", ["enter", "escape"])
async def test_a_list_is_left_once_and_answers_once(key: str) -> None:
    async with opened() as (app, pilot):
        answers: list[str | None] = []
        await app.push_screen(Pick("Pick", [("a", "A"), ("b", "B")]), answers.append)
        await pilot.pause()
        home = app.screen_stack[-2]
        hit(app, key, key, key)
        await pilot.pause()
        assert answers == ["a" if key == "enter" else None]
        assert home in app.screen_stack or app.current_mode == "story"


async def test_a_screen_over_another_goes_and_leaves_the_one_below() -> None:
    async with opened() as (app, pilot):
        home = app.screen
        answers: list[int | None] = []
        await app.push_screen(NumberScreen("Below", 9), answers.append)
        await app.push_screen(NumberScreen("Above", 9), answers.append)
        above, below = app.screen_stack[-1], app.screen_stack[-2]
        assert isinstance(above, NumberScreen)
        assert isinstance(below, NumberScreen)
        above.dismiss(4)
        above.dismiss(5)
        await pilot.pause()
        assert (answers, app.screen) == ([4], below)
        below.dismiss(None)
        await pilot.pause()
        assert app.screen is home
