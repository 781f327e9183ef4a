"""No key that does nothing, no dead end: every key of every room is pressed, and Escape leads out of what it opened."""

from contextlib import AbstractAsyncContextManager
from typing import Any

import pytest
from lent import LentStage, opened, rested, shown
from textual.app import App
from textual.pilot import Pilot
from textual.screen import ActiveBinding, Screen

from simulator.tui.app import IDLE, RollcallApp

# With these everything ends, or somebody else's screen opens.
_LEFT_OUT = {"quit", "command_palette", *IDLE}
# How one moves in any list: at its ends it goes no further.
_MOVES = {"up", "down", "pageup", "pagedown", "home", "end"}


def look(app: RollcallApp) -> tuple[Any, ...]:
    """All that can be seen, colours and what has the focus included."""
    lines = [[(segment.text, segment.style) for segment in strip] for strip in app.screen._compositor.render_strips()]
    return (app.screen, app.focused, lines)


def offered(room: Screen[Any], *, everywhere: bool) -> list[ActiveBinding]:
    """What the keys here do, each once; ``everywhere``: also what they do in every room."""
    found = {
        bound.binding.action: bound
        for bound in room.active_bindings.values()
        if bound.enabled
        and not bound.binding.system
        and bound.binding.action not in _LEFT_OUT
        and not bound.binding.action.startswith("app.")
        and (bound.binding.key not in _MOVES or isinstance(bound.node, Screen))
        and (everywhere or not isinstance(bound.node, App))
    }
    return list(found.values())


async def press_all(app: RollcallApp, pilot: Pilot[Any], *, everywhere: bool) -> list[str]:
    """Do what each key does and come back; the keys after which nothing was to be seen or read."""
    room, mode, said = app.screen, app.current_mode, []
    app.notify = lambda message, **_: said.append(message)  # type: ignore[method-assign]
    app.deliver_text = lambda *_, **__: said.append("kept")  # type: ignore[method-assign,assignment,return-value]
    silent = []
    for bound in offered(room, everywhere=everywhere):
        if bound.binding.action not in {each.binding.action for each in room.active_bindings.values()}:
            continue  # no longer offered, after what another key did
        before, told = look(app), len(said)
        await app.run_action(bound.binding.action, bound.node)
        await rested(app, pilot)
        if look(app) == before and len(said) == told:
            silent.append(bound.binding.key)
        if app.current_mode != mode:
            app.action_go(mode)
            await rested(app, pilot)
        while app.screen is not room:
            over = app.screen
            await pilot.press("escape")
            await rested(app, pilot)
            assert app.screen is not over, f"{bound.binding.key} opens {over}, and Escape does not lead out"
    return silent


def entered(room: str) -> AbstractAsyncContextManager[tuple[Any, ...]]:
    return shown(room, day=50) if room in {"story", "ledger", "terms"} else opened(room=room)


@pytest.mark.parametrize("room", ["home", "story", "ledger", "terms", "bench", "people", "lab"])
async def test_every_key_that_is_offered_does_something_or_says_why_not_and_leads_back(room: str) -> None:
    async with entered(room) as (app, pilot, *_):
        assert isinstance(app.stage, LentStage)
        app.stage.people = 200
        await rested(app, pilot)
        assert await press_all(app, pilot, everywhere=room == "home") == []


@pytest.mark.parametrize("room", ["story", "ledger"])
async def test_without_a_story_no_key_is_offered_that_needs_one(room: str) -> None:
    async with opened(room=room) as (app, pilot):
        await rested(app, pilot)
        assert offered(app.screen, everywhere=False) == []
        await pilot.press("1", "enter")
        await rested(app, pilot)
        app.action_go(room)
        await rested(app, pilot)
        assert offered(app.screen, everywhere=False) != []
        assert app.focused is not None
