"""Where scenarios stand: in the package when it is installed, beside it when one works on it."""

import os
import re
from pathlib import Path
from typing import Final

import simulator
from simulator.domain.errors import ScenarioError
from simulator.domain.shelf import Shelf
from simulator.strict.words import nearest, shown

# INVARIANT: an id names no folder, so that no id leaves the shelf.
_ID: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def is_id(text: str) -> bool:
    """Whether this can be the id of a scenario: lower-case letters, digits, single hyphens between them."""
    return _ID.fullmatch(text) is not None


def names(shelf: Shelf) -> tuple[str, ...]:
    """The ids of all shipped scenarios on a shelf, sorted. Raises `ScenarioError` when none were shipped at all."""
    return tuple(sorted(path.stem for path in (_scenarios() / shelf).glob("*.toml") if is_id(path.stem)))


def is_file_name(name: str) -> bool:
    """Whether this names a file of the user's, by its suffix or a separator, rather than a shipped scenario."""
    return name.endswith(".toml") or any(separator in name for separator in ("/", os.sep, os.altsep) if separator)


def find(shelf: Shelf, name: str) -> Path:
    """The file of a shipped scenario, or the user's own file when ``name`` looks like one (it may not exist).

    Raises:
        ScenarioError: no scenario on this shelf has that id; the message names the nearest, or all.
    """
    if is_file_name(name):
        return Path(name)
    known = names(shelf)
    if name not in known:
        hint = nearest(name, known) or f"there are {', '.join(known) or 'none'}"
        raise ScenarioError(shelf, "", f"none is called {shown(name)}; {hint} (`rollcall list {shelf}` shows them)")
    return _scenarios() / shelf / f"{name}.toml"


def studies_file() -> Path:
    """The published studies that are shipped, a CSV file: they calibrate the behaviour model and validate it."""
    return _scenarios() / "studies" / "published.csv"


def vocabulary_file() -> Path:
    """The words in which those studies, and others, write down what they varied."""
    return _scenarios() / "studies" / "vocabulary.toml"


def _scenarios() -> Path:
    package = Path(simulator.__file__).parent
    for folder in (package / "_scenarios", package.parent / "scenarios"):
        if folder.is_dir():
            return folder
    raise ScenarioError("scenarios", "", f"not beside {package}; install Rollcall again")
