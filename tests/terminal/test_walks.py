"""A whole story walked through in a real terminal, and a record that holds afterwards."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from simulator.store.database import open_database
from simulator.store.read import verify
from simulator.store.runs import runs

if TYPE_CHECKING:
    from conftest import Terminal

LEFT, RIGHT, DOWN = "\x1b[D", "\x1b[C", "\x1b[B"
ENTER, ESCAPE, BACKSPACE, BACK_TAB, END = "\r", "\x1b", "\x7f", "\x1b[Z", "\x1b[F"

_SHORT = """
id = "short"
title = "Five days"
about = "For tests."
starts = 2025-06-27
last_day = 5
roll_from = -2
person = 61
seed = 7
life = "parent-in-town"
app = "plaza"
prompt = "creative-ideas-2025-06"
terms = "meta-2025-06-test"
access = "full"
steps = [
    { day = 0, do = "open_app" },
    { day = 0, do = "answer", choice = "allow", manner = "slip" },
]

[expect]
consent = "given"
uploaded = [1, 60]
"""


def line(terminal: "Terminal", beginning: str) -> str:
    """The last line that begins so."""
    return next((each for each in reversed(terminal.text.splitlines()) if each.startswith(beginning)), "")


def played(terminal: "Terminal") -> bool:
    """Whether the end of the story stands on the timeline: until then some keys say that it has not got there yet."""
    return "■" in line(terminal, " day ")


def assert_recorded(folder: Path, *, count: int = 1) -> None:
    with open_database(folder / "rollcall.db") as database:
        assert [verify(database, run).equal for run in runs(database)] == [True] * count


def test_the_whole_accidental_allow_by_keyboard_alone(start: Callable[..., "Terminal"], tmp_path: Path) -> None:
    terminal = start()
    terminal.wait_for("Three-minute tour")
    terminal.press(ENTER)
    terminal.wait_until(lambda: played(terminal), "the end of the story")
    for key, day in (("a", 0), ("w", 38), ("d", 68)):
        terminal.press(key)
        terminal.wait_for(f" Day {day}  ‖ paused")
    day_67, day_68 = ("Day 67 ", "Going       77", "◇───"), ("Day 68 ", "Gone        77", "Deleted: original", "◇●──")
    for key, seen in (("", day_68), (LEFT, day_67), (RIGHT, day_68)):
        terminal.press(key)
        for words in seen:
            terminal.wait_for(words)

    terminal.press("3")
    terminal.wait_for("Day 68 of 75")
    terminal.wait_for("read harshly")
    terminal.press("w")
    terminal.wait_for("━ Why is this still here? ━")
    terminal.wait_for("the terms do not say")
    terminal.press(ESCAPE)
    # A key that follows Escape at once would be read as Alt and that key.
    terminal.wait_for("─ Why is this still here? ─")
    terminal.press("4")
    terminal.wait_for("[4 Terms]")
    terminal.press("1")
    terminal.wait_for("accidental-allow.7")
    terminal.wait_for("finished")
    terminal.press("q")
    assert terminal.end() == 0
    assert_recorded(tmp_path)


def test_a_thumb_at_the_keyboard_allows_by_a_slip_and_walks_the_menus_to_the_switch(
    start: Callable[..., "Terminal"], tmp_path: Path
) -> None:
    terminal = start()

    def press(keys: str, seen: str) -> None:
        terminal.press(keys)
        terminal.wait_for(seen)

    terminal.wait_for("Three-minute tour")
    press(DOWN * 8, "only those twelve can leave")
    press("y", "yours: you answer, you revoke")
    press(DOWN + ENTER, "1 chosen here")
    # The mark on the line: the end of what is known is the question only once that has been heard of.
    press(BACK_TAB + ENTER, "  asked\n")
    press(END, "? waits for your answer")
    terminal.wait_for("Don't allow    Allow")
    press(RIGHT * 2 + ENTER, '"Allow" after')
    terminal.wait_until(lambda: played(terminal), "the end of the story")
    assert "w revoked" not in terminal.text
    press(END, "Day 40  ■ the end")
    press("g", "0 to 40; enter takes it")
    press("12" + ENTER, " Day 12  ‖ paused")

    press("m", "Settings & privacy")
    press(DOWN * 5 + ENTER, "Privacy checkup")
    press(DOWN * 3 + ENTER, "Nothing here about your camera")
    press(BACKSPACE, "Privacy checkup")
    press(DOWN * 4 + ENTER, "Notifications")
    press(DOWN * 5 + ENTER, "when you're browsing")
    terminal.wait_for("6 taps, 1 wrong turn, ")
    press(DOWN * 3 + ENTER, "Off, after 7 taps, 1 wrong turn")
    terminal.wait_for("w revoked")
    terminal.wait_until(lambda: played(terminal), "the end of the story with the switch off")
    terminal.wait_for("cloud off")
    terminal.press("q")
    assert terminal.end() == 0
    assert_recorded(tmp_path, count=2)


def test_the_mouse_answers_goes_along_the_line_and_into_another_room_and_leaves(
    start: Callable[..., "Terminal"], tmp_path: Path
) -> None:
    story = tmp_path / "short.toml"
    story.write_text(_SHORT)
    terminal = start("screen", str(story))
    terminal.wait_until(lambda: played(terminal), "the end of the story")
    terminal.press("\x1b[Hn")
    terminal.wait_for("Don't allow")
    terminal.click("   Allow ", right=4)
    terminal.wait_for('taps "Allow"')
    terminal.click(" day  ", right=80)
    terminal.wait_for(" Day 4  ‖ paused")
    terminal.click(" day  ", right=6)
    terminal.wait_for(" Day 0  ‖ paused")
    terminal.click("3 Ledger")
    terminal.wait_for("Day 0 of 5")
    terminal.click("q quit")
    assert terminal.end() == 0
    assert_recorded(tmp_path)
