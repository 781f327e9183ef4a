"""Reads one TOML file, politely: whatever is wrong with it is one line that says where."""

import tomllib
from pathlib import Path
from typing import Any

from simulator.catalog.file import read_text
from simulator.domain.errors import ScenarioError


def read_toml(path: Path) -> dict[str, Any]:
    """The file as tomllib gives it.

    Raises:
        ScenarioError: there is no such file, it is no regular file, too large, not UTF-8, or not TOML; the message
            of the last two says where.
    """
    text = read_text(path, expected="a .toml file")
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        lines = text.count("\n") + 1
        end = f"at line {lines}, the end"
        raise ScenarioError(path, "", f"not valid TOML: {error}".replace("at end of document", end)) from error
    except RecursionError as error:
        raise ScenarioError(path, "", "not valid TOML: nested too deeply") from error
    except ValueError as error:
        raise ScenarioError(path, "", "not valid TOML: a number has thousands of digits") from error
