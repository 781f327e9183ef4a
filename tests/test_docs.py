"""The page for newcomers names files, functions, events and rooms that are there."""

import ast
import re
from pathlib import Path

import pytest

from simulator.domain import events

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "architecture.md").read_text()
FOLDERS = ("simulator", "scenarios", "tests", "docs")
PATHS = sorted(set(re.findall(rf"(?<![\w/])(?:{'|'.join(FOLDERS)})/[\w./-]*\w/?", PAGE)))
LINKS = re.findall(r"\]\(([^)]+)\)", PAGE)
NAMED = sorted(set(re.findall(r"`(\w+)`\s\((simulator/[\w./]+\.py)\)", PAGE)))
_LAST_CELLS = re.findall(r"\| ([^|]*) \|$", PAGE.split("## Where to add")[0], re.MULTILINE)
EVENTS = sorted({name for cell in _LAST_CELLS for name in re.findall(r"`(\w+)`", cell)})


def test_the_page_can_be_read_in_one_sitting_and_is_found() -> None:
    assert len(PAGE.splitlines()) <= 150
    assert "(docs/architecture.md)" in (ROOT / "README.md").read_text()
    assert "(architecture.md)" in (ROOT / "docs" / "why.md").read_text()


@pytest.mark.parametrize("path", PATHS)
def test_a_path_that_the_page_names_exists(path: str) -> None:
    assert (ROOT / path).is_dir() if path.endswith("/") else (ROOT / path).exists()


@pytest.mark.parametrize("link", LINKS)
def test_a_link_of_the_page_leads_somewhere(link: str) -> None:
    assert (ROOT / "docs" / link).exists()


@pytest.mark.parametrize(("name", "path"), NAMED)
def test_what_the_page_says_is_in_a_module_is_defined_there(name: str, path: str) -> None:
    tree = ast.parse((ROOT / path).read_text())
    assert name in {each.name for each in tree.body if isinstance(each, ast.FunctionDef | ast.ClassDef)}


@pytest.mark.parametrize("name", EVENTS)
def test_an_event_that_the_page_names_can_happen(name: str) -> None:
    assert issubclass(getattr(events, name), events.Event)


def test_every_room_has_its_line_in_the_picture() -> None:
    (picture,) = re.findall(r"```text\n(.*?)```", PAGE, re.DOTALL)
    rooms = {path.parent.name for path in (ROOT / "simulator").glob("*/__init__.py")}
    assert sorted(re.findall(r"^(\w+) ", picture, re.MULTILINE)) == sorted(rooms)


def test_enough_was_found_on_the_page_for_these_tests_to_mean_something() -> None:
    assert len(PATHS) > 40
    assert len(NAMED) > 20
    assert len(EVENTS) > 15
