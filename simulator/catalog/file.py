"""Reads a user's file as text: bounded, regular, UTF-8, or one line that says what it is instead."""

from pathlib import Path
from typing import Final

from simulator.domain.errors import ScenarioError

# Bytes. The longest scenario that is shipped has some thousands; a lesson of a year would have a hundred thousand.
LARGEST: Final = 1 << 20


def read_text(path: Path, *, expected: str) -> str:
    """The file's text, with the line ends that it has.

    Args:
        path: of the file.
        expected: what it should be, for the message: ``a .toml file``.

    Raises:
        ScenarioError: there is no such file, it is no regular file, too large, or not UTF-8; the message of the last
            says where.
    """
    raw = _read_bytes(path, expected)
    try:
        # A byte order mark, which some editors write, is not part of the text.
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise ScenarioError(path, "", f"not UTF-8 text (at line {line}); save it as UTF-8") from error


def _read_bytes(path: Path, expected: str) -> bytes:
    try:
        # A pipe or a device may never end, or never begin.
        if path.exists() and not path.is_file():
            what = "a folder" if path.is_dir() else "not a regular file"
            raise ScenarioError(path, "", f"{what}; expected {expected}")
        with path.open("rb") as file:
            raw = file.read(LARGEST + 1)
    except FileNotFoundError as error:
        raise ScenarioError(path, "", "there is no such file") from error
    except OSError as error:
        raise ScenarioError(path, "", f"cannot be read: {error.strerror}") from error
    except ValueError as error:
        raise ScenarioError(path, "", "no file can have this name") from error
    if len(raw) > LARGEST:
        raise ScenarioError(path, "", f"larger than {LARGEST} bytes; expected {expected}")
    return raw
