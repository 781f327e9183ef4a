"""A whole story walked through in a real terminal, and a record that holds afterwards."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from simulator.store.database import open_database
from simulator.store.read import verify
from simulator.store.runs import runs

if TYPE_CHECKING:
    from conftest import Terminal

LEFT, RIGHT, ESCAPE = "\x1b[D", "\x1b[C", "\x1b"


def line(terminal: "Terminal", beginning: str) -> str:
    """The last line that begins so."""
    return next((each for each in reversed(terminal.text.splitlines()) if each.startswith(beginning)), "")


def played(terminal: "Terminal") -> bool:
    """Whether the end of the story stands on the timeline: until then some keys say that it has not got there yet."""
    return "■" in line(terminal, " day ")


def told(terminal: "Terminal") -> str:
    """The caption, the timeline and the ledger's pane: what does not wait for photos to be drawn."""
    lines = terminal.text.splitlines()
    ledger = next(number for number, each in enumerate(lines) if "─ Ledger ─" in each)
    caption = next(number for number, each in enumerate(lines) if " Day " in each)
    return "\n".join([*(each[each.rfind("│", 0, -1) :] for each in lines[ledger:caption]), *lines[caption - 1 :]])


def assert_recorded(folder: Path) -> None:
    with open_database(folder / "rollcall.db") as database:
        assert [(run.status, verify(database, run).equal) for run in runs(database)] == [("finished", True)]


def test_the_whole_accidental_allow_by_keyboard_alone(start: Callable[..., "Terminal"], tmp_path: Path) -> None:
    terminal = start()
    terminal.wait_for("Three-minute tour")
    terminal.press("\r")
    terminal.wait_until(lambda: played(terminal), "the end of the story")
    for key, day in (("a", 0), ("w", 38), ("d", 68)):
        terminal.press(key)
        terminal.wait_for(f" Day {day}  ‖ paused")
    there = told(terminal)
    assert "Deleted: original" in there
    terminal.press(LEFT)
    terminal.wait_for(" Day 67 ")
    assert told(terminal) != there
    terminal.press(RIGHT)
    terminal.wait_until(lambda: told(terminal) == there, "what stood there before")

    terminal.press("3")
    terminal.wait_for("Day 68 of 75")
    assert "read harshly" in terminal.text
    terminal.press("w")
    terminal.wait_for("━ Why is this still here? ━")
    assert "the terms do not say" in terminal.text
    terminal.press(ESCAPE)
    # A key that follows Escape at once would be read as Alt and that key.
    terminal.wait_for("─ Why is this still here? ─")
    terminal.press("4")
    terminal.wait_for("[4 Terms]")
    terminal.press("1")
    terminal.wait_for("accidental-allow.7")
    terminal.press("q")
    assert terminal.end() == 0
    assert_recorded(tmp_path)
