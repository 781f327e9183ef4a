"""Reads one TOML file, politely: whatever is wrong with it is one line that says where."""

import tomllib
from pathlib import Path
from typing import Any, Final

from simulator.domain.errors import ScenarioError

# Bytes. The longest scenario that is shipped has some thousands; a lesson of a year would have a hundred thousand.
LARGEST: Final = 1 << 20


def read_toml(path: Path) -> dict[str, Any]:
    """The file as tomllib gives it.

    Raises:
        ScenarioError: there is no such file, it is no regular file, too large, not UTF-8, or not TOML; the message
            of the last two says where.
    """
    raw = _bytes_of(path)
    try:
        # A byte order mark, which some editors write, is not part of the text.
        return tomllib.loads(raw.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise ScenarioError(path, "", f"not UTF-8 text (at line {line}); save it as UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        lines = raw.count(b"\n") + 1
        end = f"at line {lines}, the end"
        raise ScenarioError(path, "", f"not valid TOML: {error}".replace("at end of document", end)) from error
    except RecursionError as error:
        raise ScenarioError(path, "", "not valid TOML: nested too deeply") from error
    except ValueError as error:
        raise ScenarioError(path, "", "not valid TOML: a number has thousands of digits") from error


def _bytes_of(path: Path) -> bytes:
    try:
        # A pipe or a device may never end, or never begin.
        if path.exists() and not path.is_file():
            what = "a folder" if path.is_dir() else "not a regular file"
            raise ScenarioError(path, "", f"{what}; expected a .toml file")
        with path.open("rb") as file:
            raw = file.read(LARGEST + 1)
    except FileNotFoundError as error:
        raise ScenarioError(path, "", "there is no such file") from error
    except OSError as error:
        raise ScenarioError(path, "", f"cannot be read: {error.strerror}") from error
    except ValueError as error:
        raise ScenarioError(path, "", "no file can have this name") from error
    if len(raw) > LARGEST:
        raise ScenarioError(path, "", f"larger than {LARGEST} bytes; expected a scenario")
    return raw
