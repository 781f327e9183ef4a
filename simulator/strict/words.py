"""How keys, values and types of a scenario are called in a message to its author."""

import datetime as dt
import difflib
import re
import types
from collections.abc import Iterable, Mapping
from enum import IntEnum, StrEnum
from typing import Any, Final, Union, get_args, get_origin

_BARE: Final = re.compile(r"[A-Za-z0-9_-]+")
_LONGEST: Final = 60
_PLAIN: Final[Mapping[Any, str]] = {
    str: "text",
    int: "a whole number",
    float: "a number",
    bool: "true or false",
    dt.date: "a date such as 2025-06-27",
}


def shown(value: object) -> str:
    """A value as its author would recognise it, in at most 60 characters."""
    match value:
        case bool():
            return str(value).lower()
        case dict():
            return "a table"
        case list():
            return "a list"
        case str() | int() | float():
            text = repr(value[: _LONGEST + 1] if isinstance(value, str) else value)
        case _:
            text = str(value)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def as_key(above: str, name: str) -> str:
    """A dotted key, with quotes where TOML wants them."""
    bare = name if _BARE.fullmatch(name) and len(name) <= _LONGEST else shown(name).replace("'", '"')
    return f"{above}.{bare}" if above else bare


def nearest(name: str, known: Iterable[str]) -> str:
    """``did you mean 'x'?``, or nothing when no known word is near."""
    found = difflib.get_close_matches(name[:_LONGEST], known, n=1)
    return f"did you mean {str(found[0])!r}?" if found else ""


def words_for(kind: Any) -> str:
    """What a field of this type expects, in words."""
    origin, args = get_origin(kind), get_args(kind)
    if kind in _PLAIN:
        return _PLAIN[kind]
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return "one of " + ", ".join(member.value for member in kind)
    if isinstance(kind, type) and issubclass(kind, IntEnum):
        return "one of " + ", ".join(member.name.lower() for member in kind)
    if origin in {types.UnionType, Union}:
        return " or ".join(words_for(arg) for arg in args if arg is not type(None))
    if origin is tuple and args[-1] is not Ellipsis:
        return f"a list of {len(args)}: {', '.join(words_for(arg) for arg in args)}"
    if origin in {tuple, frozenset}:
        return f"a list, each entry {words_for(args[0])}"
    return "a table"
