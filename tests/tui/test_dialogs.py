"""What lies over a room: it says how it is left, and forgets neither a small terminal nor a presenter."""

from collections.abc import Callable
from typing import Any

from lent import pictured, seen, shown, text_of
from textual.pilot import Pilot
from textual.screen import Screen

from simulator.tui.app import RollcallApp
from simulator.tui.dialogs.export import ExportScreen
from simulator.tui.dialogs.keys import KeysScreen
from simulator.tui.dialogs.number import NumberScreen
from simulator.tui.dialogs.pick import Pick
from simulator.tui.playing.show import Show
from simulator.tui.rooms.bench.own_inputs import OwnInputsScreen
from simulator.tui.rooms.bench.view import Own
from simulator.tui.rooms.ledger.why_dialog import WhyScreen
from simulator.tui.rooms.story.lightbox import LightboxScreen

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


async def lay(app: RollcallApp, pilot: Pilot[Any], over: Screen[Any]) -> None:
    await app.push_screen(over)
    await pilot.pause()


async def test_every_dialog_says_how_it_is_left_and_shows_a_presenters_keys() -> None:
    async with shown("story", day=20) as (app, pilot, show):
        app.action_presenter()
        for name, make in DIALOGS.items():
            await lay(app, pilot, make(show))
            assert "esc" in text_of(app).lower(), name
            await pilot.press("f7")
            assert " f7" in await seen(app, pilot), name
            depth = len(app.screen_stack)
            await pilot.press("escape")
            await pilot.pause()
            assert len(app.screen_stack) == depth - 1, name


async def test_every_dialog_says_that_a_terminal_is_too_small_and_comes_back() -> None:
    async with shown("story", day=20) as (app, pilot, show):
        for name, make in DIALOGS.items():
            await lay(app, pilot, make(show))
            await pictured(app, pilot)
            before = await seen(app, pilot)
            await pilot.resize_terminal(20, 8)
            assert "Make this larger" in await seen(app, pilot), name
            await pilot.resize_terminal(100, 30)
            await pictured(app, pilot)
            assert await seen(app, pilot) == before, name
            app.pop_screen()
