"""What a caller gave: whole numbers, names and files, refused in one line where they are something else."""

import operator
from pathlib import Path
from typing import Any

from simulator.domain.errors import RollcallError

MOST_SEED = 2**63 - 1
MOST_ROW = 2**63 - 1  # of the population of a seed


def read_whole(what: str, value: Any, least: int, most: int) -> int:
    """A whole number, of NumPy's too. Raises `RollcallError`: it is none, or not from ``least`` to ``most``."""
    try:
        number = operator.index(value)
    except TypeError:
        number = least - 1
    if isinstance(value, bool) or not least <= number <= most:
        raise RollcallError(f"{what} {value!r}: expected a whole number from {least} to {most}")
    return number


def read_seed(value: Any) -> int | None:
    """A world, or None: the story's or the experiment's own. Raises `RollcallError`."""
    return None if value is None else read_whole("seed", value, 0, MOST_SEED)


def read_name(what: str, value: Any) -> str:
    """The id of something that ships, or the path of a file. Raises `RollcallError`: it is neither."""
    if not isinstance(value, str | Path):
        raise RollcallError(f"{what} {value!r}: expected an id, or a file of yours")
    return str(value)


def read_optional_name(what: str, value: Any) -> str | None:
    """The same, or None: the story's own. Raises `RollcallError`."""
    return None if value is None else read_name(what, value)


def read_path(what: str, value: Any) -> Path | None:
    """A file, or None: none is named. Raises `RollcallError`: it is no path."""
    if not isinstance(value, str | Path | None):
        raise RollcallError(f"{what} {value!r}: expected the path of a file")
    return None if value is None else Path(value)
