"""What the house promises about who loads what, proved at run time in a fresh interpreter."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = ("numpy", "onnxruntime", "faker", "sqlite_utils", "PIL")


def loaded_by(statement: str) -> set[str]:
    told = subprocess.run(
        [sys.executable, "-c", f"import sys\n{statement}\nprint(*{{name.partition('.')[0] for name in sys.modules}})"],
        capture_output=True,
        text=True,
        check=True,
    )
    return set(told.stdout.split())


def test_the_screen_is_painted_before_anything_heavy_is_loaded() -> None:
    statement = (
        "from simulator.tui.app import RollcallApp\n"
        "from simulator.api.stage import RealStage\n"
        "from simulator.api.ports import Shelf\n"
        "RollcallApp(RealStage(None)).stage.titles(Shelf.STORIES)"
    )
    assert loaded_by(statement).isdisjoint(HEAVY)


@pytest.mark.parametrize("command", ["play", "held", "photo", "fork", "bench.command", "evaluate"])
def test_a_command_in_line_mode_loads_no_screen(command: str) -> None:
    assert "textual" not in loaded_by(f"import simulator.cli.{command}")


def test_help_waits_for_no_library_of_numbers() -> None:
    assert loaded_by("import simulator.cli.main").isdisjoint({*HEAVY, "textual"})


def test_no_two_modules_of_tests_have_the_same_name() -> None:
    # Tests are no package, so pytest would collect only the first of them.
    modules = [path.name for path in Path(__file__).parent.rglob("*.py") if path.name != "conftest.py"]
    assert sorted(modules) == sorted(set(modules))


def test_no_number_is_written_as_the_length_of_a_text() -> None:
    package = Path(__file__).parents[1] / "simulator"
    assert [path.name for path in package.rglob("*.py") if re.search(r"\blen\([\"']", path.read_text("utf-8"))] == []
