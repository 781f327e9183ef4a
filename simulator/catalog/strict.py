"""The cattrs converter behind the reader: it takes what a field expects and turns nothing else into it."""

import dataclasses
import datetime as dt
import math
import re
from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Any, Final, get_args, get_origin

from cattrs import Converter
from cattrs.errors import IterableValidationNote
from cattrs.gen import make_dict_structure_fn

from simulator.catalog.words import nearest, shown, words_for
from simulator.domain.errors import printable

Hook = Callable[[Any, Any], Any]

# What TOML 1.0 promises that every reader takes.
_WHOLE: Final = range(-(2**63), 2**63)
_WHOLE_KEY: Final = re.compile(r"0|-?[1-9][0-9]{0,17}")


class MisfitError(ValueError):
    """A value that its field does not expect."""

    def __init__(self, value: object, kind: Any, hint: str = "") -> None:
        found = f"expected {words_for(kind)}, found {shown(value)}"
        super().__init__(f"{found}; {hint}" if hint else found)


def strict_converter() -> Converter:
    """A converter for frozen dataclasses of plain values, enums, tuples, frozen sets and mappings."""
    converter = Converter(forbid_extra_keys=True, detailed_validation=True)
    plain: Mapping[type, Hook] = {
        str: _text,
        int: _whole,
        float: _number,
        bool: _truth,
        dt.date: _date,
        StrEnum: _member,
    }
    for kind, hook in plain.items():
        converter.register_structure_hook(kind, hook)
    converter.register_structure_hook_factory(dataclasses.is_dataclass, _table)
    converter.register_structure_hook_factory(_is_list, _list)
    converter.register_structure_hook_factory(_is_mapping, _mapping)
    return converter


def _text(value: Any, kind: Any) -> str:
    if type(value) is dt.date:
        return value.isoformat()
    if type(value) is not str:
        raise MisfitError(value, kind)
    lines = value.replace("\n", " ").replace("\t", " ")
    if printable(lines) != lines:
        raise MisfitError(value, kind, "it must have no control characters")
    return value


def _whole(value: Any, kind: Any) -> int:
    if type(value) is not int:
        raise MisfitError(value, kind)
    if value not in _WHOLE:
        raise MisfitError(value, kind, "it must fit in 64 bits")
    return value


def _number(value: Any, kind: Any) -> float:
    if type(value) is int and value in _WHOLE:
        return float(value)
    if type(value) is not float or not math.isfinite(value):
        raise MisfitError(value, kind)
    return value


def _truth(value: Any, kind: Any) -> bool:
    if type(value) is not bool:
        raise MisfitError(value, kind)
    return value


def _date(value: Any, kind: Any) -> dt.date:
    if type(value) is not dt.date:
        raise MisfitError(value, kind)
    return value


def _member(value: Any, kind: Any) -> Any:
    if type(value) is not str:
        raise MisfitError(value, kind)
    try:
        return kind(value)
    except ValueError:
        raise MisfitError(value, kind, nearest(value, list(kind))) from None


def _table(kind: Any, converter: Converter) -> Hook:
    fields = make_dict_structure_fn(kind, converter)

    def table(value: Any, _: Any) -> Any:
        if type(value) is not dict:
            raise MisfitError(value, kind)
        return fields(value, kind)

    return table


def _is_list(kind: Any) -> bool:
    return get_origin(kind) in {tuple, frozenset}


def _list(kind: Any, converter: Converter) -> Hook:
    build, args = get_origin(kind), get_args(kind)
    fixed = build is tuple and args[-1] is not Ellipsis

    def entries(value: Any, _: Any) -> Any:
        if type(value) is not list or (fixed and len(value) != len(args)):
            raise MisfitError(value, kind)
        kinds = args if fixed else [args[0]] * len(value)
        taken = [
            _noted(converter, entry, of, place) for place, (entry, of) in enumerate(zip(value, kinds, strict=True))
        ]
        if build is frozenset and len(set(taken)) < len(taken):
            raise MisfitError(next(entry for entry in value if value.count(entry) > 1), kind, "listed twice")
        return build(taken)

    return entries


def _is_mapping(kind: Any) -> bool:
    return get_origin(kind) in {dict, Mapping}


def _mapping(kind: Any, converter: Converter) -> Hook:
    key_kind, value_kind = get_args(kind)

    def mapping(value: Any, _: Any) -> Any:
        if type(value) is not dict:
            raise MisfitError(value, kind)
        return {
            _noted(converter, _as_whole(key) if key_kind is int else key, key_kind, key): _noted(
                converter, entry, value_kind, key
            )
            for key, entry in value.items()
        }

    return mapping


def _as_whole(key: str) -> int | str:
    """TOML keys are text; a whole number has one spelling, so that two keys are never the same number."""
    return int(key) if _WHOLE_KEY.fullmatch(key) else key


def _noted(converter: Converter, value: Any, kind: Any, place: int | str) -> Any:
    try:
        return converter.structure(value, kind)
    except Exception as error:
        error.__notes__ = [*getattr(error, "__notes__", ()), IterableValidationNote("", place, kind)]
        raise
