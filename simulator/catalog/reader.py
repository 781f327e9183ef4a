"""Reads one TOML file into one value of the domain, strictly: one mistake, one line that says how to mend it.

A string never becomes a number, a number never a truth value; a whole number is welcome where a fraction is expected.
A TOML date becomes what its field says: a date in a ``date`` field, ISO 8601 text in a ``str`` field, so that dates
may be written with or without quotes wherever the domain keeps them as text.
"""

import dataclasses
from typing import Final, TypeVar

from cattrs import BaseValidationError, ForbiddenExtraKeysError
from cattrs.errors import AttributeValidationNote, IterableValidationNote

from simulator.catalog.strict import MisfitError, strict_converter
from simulator.catalog.words import as_key, nearest, shown, words_for
from simulator.domain.errors import RollcallError, ScenarioError

_CONVERTER: Final = strict_converter()
T = TypeVar("T")
_Note = AttributeValidationNote | IterableValidationNote


def structure(data: object, kind: type[T], path: object) -> T:
    """Build a ``kind`` (a dataclass of the domain) from what `read_toml` gave; ``path`` is for the message.

    Raises:
        ScenarioError: a key is unknown or missing, or a value is not what its field expects; of several mistakes
            the first one, unknown keys before others.
    """
    try:
        return _CONVERTER.structure(data, kind)
    except (BaseValidationError, MisfitError) as error:
        key, problem = _first_problem(error, "")
        raise ScenarioError(path, key, problem) from error


def _first_problem(error: Exception, key: str) -> tuple[str, str]:
    notes = [note for note in getattr(error, "__notes__", ()) if isinstance(note, _Note)]
    for note in reversed(notes):
        key = _below(key, note)
    match error:
        case BaseValidationError():
            unknown = (inner for inner in error.exceptions if isinstance(inner, ForbiddenExtraKeysError))
            return _first_problem(next(unknown, error.exceptions[0]), key)
        case ForbiddenExtraKeysError():
            name = min(error.extra_fields)
            known = [field.name for field in dataclasses.fields(error.cl)]
            hint = nearest(name, known) or f"expected one of {', '.join(known)}"
            return as_key(key, name), f"unknown key {shown(name)}; {hint}"
        case KeyError():
            return key, f"missing key; expected {words_for(notes[0].type)}"
        case MisfitError() | RollcallError():
            return key, str(error)
    return key, f"cannot be read: {shown(str(error))}"


def _below(key: str, note: _Note) -> str:
    if isinstance(note, AttributeValidationNote):
        return as_key(key, note.name)
    return f"{key}[{note.index}]" if isinstance(note.index, int) else as_key(key, note.index)
