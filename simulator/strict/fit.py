"""Builds one value of the domain from plain data; of several mistakes the first one is told."""

import dataclasses
from typing import TypeVar

from cattrs import BaseValidationError, Converter, ForbiddenExtraKeysError
from cattrs.errors import AttributeValidationNote, IterableValidationNote

from simulator.domain.errors import RollcallError
from simulator.strict.converter import MisfitError
from simulator.strict.words import as_key, nearest, shown, words_for

T = TypeVar("T")
_Note = AttributeValidationNote | IterableValidationNote


class UnfitError(ValueError):
    """Data that is not what a value expects.

    Attributes:
        key: the dotted path of the offending key; empty when the whole is at fault.
        problem: what was found, and what was expected.
    """

    def __init__(self, key: str, problem: str) -> None:
        super().__init__(f"{key}: {problem}" if key else problem)
        self.key = key
        self.problem = problem


def fit(data: object, kind: type[T], converter: Converter) -> T:
    """Build a ``kind`` from what TOML or JSON gave.

    Raises:
        UnfitError: a key is unknown or missing, or a value is not what its field expects; unknown keys before others.
    """
    try:
        return converter.structure(data, kind)
    except (BaseValidationError, MisfitError) as error:
        raise UnfitError(*_first_problem(error, "")) from error


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
