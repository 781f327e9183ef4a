"""What lies over a room: it says how it is left, and forgets neither a small terminal nor a presenter."""

from collections.abc import Callable
from typing import Any

import pytest
from lent import seen, shown, text_of
from textual.screen import Screen

from simulator.tui.screens.export import ExportScreen
from simulator.tui.screens.keys import KeysScreen
from simulator.tui.screens.lightbox import LightboxScreen
from simulator.tui.screens.number import NumberScreen
from simulator.tui.screens.own_inputs import OwnInputsScreen
from simulator.tui.screens.pick import Pick
from simulator.tui.screens.why import WhyScreen
from simulator.tui.show import Show
from simulator.tui.views.own import Own

DIALOGS: dict[str, Callable[[Show], Screen[Any]]] = {
    "export": lambda _: ExportScreen("things", 1),
    "keys": lambda _: KeysScreen([("q", "Quit")]),
    "photo": lambda show: LightboxScreen(show, "p0066"),
    "number": lambda _: NumberScreen("Go to day", 75),
    "own": lambda _: OwnInputsScreen(Own()),
    "pick": lambda _: Pick("Which?", [("one", "the first")]),
    "result": lambda _: Pick("Which result?", [("one", "the first")], other="a file"),
    "why": lambda _: WhyScreen(None),
}


@pytest.mark.parametrize("name", DIALOGS)
async def test_a_dialog_says_how_it_is_left(name: str) -> None:
    async with shown("story", day=20) as (app, pilot, show):
        await app.push_screen(DIALOGS[name](show))
        await pilot.pause()
        assert "esc" in text_of(app).lower()
        depth = len(app.screen_stack)
        await pilot.press("escape")
        await pilot.pause()
        assert len(app.screen_stack) == depth - 1


@pytest.mark.parametrize("name", DIALOGS)
async def test_a_dialog_in_a_terminal_that_is_too_small_says_so_and_comes_back(name: str) -> None:
    async with shown("story", day=20) as (app, pilot, show):
        await app.push_screen(DIALOGS[name](show))
        await pilot.pause()
        before = await seen(app, pilot)
        await pilot.resize_terminal(20, 8)
        assert "Make this larger" in await seen(app, pilot)
        await pilot.resize_terminal(100, 30)
        await pilot.pause()
        assert await seen(app, pilot) == before


@pytest.mark.parametrize("name", DIALOGS)
async def test_a_presenter_is_seen_pressing_keys_in_a_dialog(name: str) -> None:
    async with shown("story", day=20) as (app, pilot, show):
        app.action_presenter()
        await app.push_screen(DIALOGS[name](show))
        await pilot.pause()
        await pilot.press("f7")
        await pilot.pause()
        assert " f7" in await seen(app, pilot)
