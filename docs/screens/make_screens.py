"""Makes a picture of every screen at three sizes, from a real run: ``python docs/screens/make_screens.py [NAME ...]``.

Photos are flat tiles with their names, so that the pictures are light and their differences can be read.
"""

import asyncio
import re
import sys
import tempfile
from collections.abc import Awaitable, Callable
from contextlib import closing
from pathlib import Path
from typing import Any

from textual.pilot import Pilot
from textual.widgets import OptionList

from simulator.api.ports import DEFAULT_STORY, Wish
from simulator.api.stage import RealStage
from simulator.tui.app import RollcallApp
from simulator.tui.pictures import Render, render_tile
from simulator.tui.rooms.fork.two_worlds import TwoWorlds

HERE = Path(__file__).parent
SIZES = ((80, 24), (110, 30), (160, 45))
_FONT = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)
_IDS = re.compile(r"terminal-\d+")


async def settle(app: RollcallApp, pilot: Pilot[Any]) -> None:
    """Wait until the story has been played and every photo on the screen is drawn."""
    while app.performer is not None and app.performer.busy:
        await pilot.pause(0.1)
    await pilot.pause(0.3)
    await app.workers.wait_for_complete()
    while app.thumbnails.busy:
        await pilot.pause(0.1)
    await pilot.pause(0.3)


def seeking(room: str, day: int, *keys: str) -> Callable[[RollcallApp, Pilot[Any]], Awaitable[None]]:
    """Go to a room with the playhead at the end of a day, then press keys."""

    async def go(app: RollcallApp, pilot: Pilot[Any]) -> None:
        if app.show is not None:
            app.show.seek_day(day)
        app.action_go(room)
        await pilot.pause(0.3)
        app.on_show_moved()
        await settle(app, pilot)
        await pilot.press(*keys)
        await settle(app, pilot)

    return go


async def ask(app: RollcallApp, pilot: Pilot[Any]) -> None:
    """Stand where the pop-up has just come up."""
    assert app.show is not None
    app.show.seek_event(next(mark.at for mark in app.show.playback.landmarks if mark.label == "asked"))
    app.action_go("story")
    app.on_show_moved()
    await settle(app, pilot)


def measuring(room: str, *keys: str) -> Callable[[RollcallApp, Pilot[Any]], Awaitable[None]]:
    """Go to a room, choose with these keys, and wait until it has measured or counted."""

    async def go(app: RollcallApp, pilot: Pilot[Any]) -> None:
        await seeking(room, 0, *keys, "space")(app, pilot)
        while getattr(app.screen, "_meter", None) is not None:
            await pilot.pause(0.2)
        await settle(app, pilot)

    return go


async def part(app: RollcallApp, pilot: Pilot[Any]) -> None:
    """Both worlds, the other one without a withdrawal, on the last day."""
    await seeking("story", 20, "f")(app, pilot)
    changes = app.screen.query_one(OptionList)
    changes.highlighted = next(
        place for place, option in enumerate(changes.options) if str(option.prompt).strip() == "never"
    )
    await pilot.press("enter")
    while not (worlds := app.screen.query_one(TwoWorlds)).whole:
        await pilot.pause(0.1)
    worlds.focus()
    await pilot.press("end")
    await settle(app, pilot)


SCREENS: dict[str, tuple[bool, Callable[[RollcallApp, Pilot[Any]], Awaitable[None]]]] = {
    "home": (False, seeking("home", 0)),
    "asked": (True, ask),
    "story": (True, seeking("story", 30)),
    "revoked": (True, seeking("story", 38)),
    "photo": (True, seeking("story", 20, "enter")),
    "fork": (True, seeking("story", 20, "f")),
    "worlds": (True, part),
    "ledger": (True, seeking("ledger", 69)),
    "terms": (True, seeking("terms", 69)),
    "bench": (False, measuring("bench", "s", "b")),
    "people": (False, seeking("people", 0)),
    "lab": (False, measuring("lab")),
    "keys": (True, seeking("story", 20, "question_mark")),
}


async def picture(name: str, size: tuple[int, int], db: Path, render: Render = render_tile) -> str:
    """One screen as SVG that loads no font."""
    with closing(RealStage(db)) as stage:
        return await _picture(name, size, stage, render)


async def _picture(name: str, size: tuple[int, int], stage: RealStage, render: Render) -> str:
    with_story, go = SCREENS[name]
    if with_story and not stage.runs():
        for _ in stage.play(stage.load(Wish(story=DEFAULT_STORY)), {}, None):
            pass
    app = RollcallApp(stage, render=render)
    async with app.run_test(size=size) as pilot:
        if with_story:
            app.open_run(stage.runs()[-1].name)
        while with_story and app.show is None:
            await pilot.pause(0.1)
        await settle(app, pilot)
        await go(app, pilot)
        svg = app.export_screenshot(title="Rollcall", simplify=True)
    return _IDS.sub("screen", _FONT.sub("", svg)).replace("Fira Code", "monospace")


def main() -> None:
    """Write the pictures that are named, or all."""
    with tempfile.TemporaryDirectory() as folder:
        for name in sys.argv[1:] or SCREENS:
            for columns, rows in SIZES:
                svg = asyncio.run(picture(name, (columns, rows), Path(folder) / "rollcall.db"))
                (HERE / f"{name}-{columns}x{rows}.svg").write_text(svg + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
