"""The screen in a real terminal: painted, quit, interrupted, hung up on, and much too small."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from test_readme import SHOWN

from simulator.store.database import open_database
from simulator.store.read import verify
from simulator.store.runs import runs

if TYPE_CHECKING:
    from conftest import Terminal

Start = Callable[..., "Terminal"]


def test_without_a_command_the_screen_opens_and_q_leaves_it(start: Start) -> None:
    terminal = start()
    terminal.wait_for("Three-minute tour")
    terminal.press("q")
    assert terminal.end() == 0


@pytest.mark.parametrize("key", ["\x03", "q"])
def test_leaving_in_the_middle_of_a_story_leaves_a_whole_record(start: Start, key: str, tmp_path: Path) -> None:
    terminal = start("screen", "accidental-allow")
    # Its first event was told, so its record has begun.
    terminal.wait_for("phone holds")
    terminal.press(key)
    assert terminal.end() == 0
    assert "Traceback" not in terminal.text
    with open_database(tmp_path / "rollcall.db") as database:
        assert [verify(database, run).equal for run in runs(database)] == [True]


def test_a_terminal_that_is_closed_leaves_a_whole_record(start: Start, tmp_path: Path) -> None:
    terminal = start("screen", "accidental-allow")
    terminal.wait_for("phone holds")
    terminal.hang_up()
    with open_database(tmp_path / "rollcall.db") as database:
        assert [verify(database, run).equal for run in runs(database)] == [True]


def test_twenty_columns_get_a_plain_notice_and_more_get_the_screen(start: Start) -> None:
    terminal = start(size=(20, 10))
    terminal.wait_for("larger")
    terminal.resize(100, 30)
    terminal.wait_for("Three-minute tour")
    terminal.press("q")
    assert terminal.end() == 0


def test_no_color_paints_no_colour(start: Start) -> None:
    terminal = start(NO_COLOR="1")
    terminal.wait_for("Three-minute tour")
    shades = {(cell.fg, cell.bg) for line in terminal.screen.buffer.values() for cell in line.values()}

    def is_grey(shade: str) -> bool:
        return shade == "default" or len({shade[0:2], shade[2:4], shade[4:6]}) == 1

    assert all(is_grey(ink) and is_grey(paper) for ink, paper in shades)


@pytest.mark.parametrize("command", [line for line in SHOWN if line.startswith("rollcall screen")])
def test_a_command_of_the_readme_that_opens_the_screen_works_as_shown(start: Start, command: str) -> None:
    terminal = start(*command.split()[1:])
    terminal.wait_for("2 Story")
    terminal.press("q")
    assert terminal.end() == 0


def test_a_story_that_is_misspelt_is_one_line_and_opens_nothing(start: Start) -> None:
    terminal = start("screen", "accidental-alow")
    assert terminal.end() == 2
    assert "did you mean 'accidental-allow'?" in " ".join(terminal.text.split())


def test_without_a_terminal_the_screen_says_what_to_do_instead() -> None:
    from click.testing import CliRunner

    from simulator.cli.main import rollcall

    result = CliRunner().invoke(rollcall, ["screen"])
    assert "rollcall play" in str(result.exception)
