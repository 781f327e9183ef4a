"""What the house promises about who loads what, proved at run time in a fresh interpreter."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "simulator"
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
        "from simulator.domain.shelf import Shelf\n"
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


# Two classes of one name, and why each may keep it.
DOUBLES: dict[str, str] = {}


def public_classes() -> Iterator[tuple[str, str]]:
    """The name and the module of each class whose name is public."""
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.parse(path.read_text("utf-8")).body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                yield node.name, path.relative_to(PACKAGE).as_posix()


def test_no_public_class_has_the_name_of_another_but_those_that_have_a_reason() -> None:
    found: dict[str, list[str]] = {}
    for name, module in public_classes():
        found.setdefault(name, []).append(module)
    doubled = {name: modules for name, modules in found.items() if len(modules) > 1}
    assert doubled.keys() == DOUBLES.keys(), doubled
