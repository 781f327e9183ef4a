"""The cattrs converter behind every reader: it takes what a field expects and turns nothing else into it."""

import dataclasses
import datetime as dt
import math
import re
from collections.abc import Callable, Mapping
from enum import IntEnum, StrEnum
from functools import partial
from types import MappingProxyType
from typing import Any, Final, get_args, get_origin

from cattrs import Converter
from cattrs.errors import IterableValidationNote
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override

from simulator.domain.errors import printable
from simulator.strict.words import nearest, shown, words_for

Hook = Callable[[Any, Any], Any]
Names = Mapping[type, Mapping[str, str]]

# What TOML 1.0 promises that every reader takes.
_WHOLE: Final = range(-(2**63), 2**63)
_WHOLE_KEY: Final = re.compile(r"0|-?[1-9][0-9]{0,17}")


class MisfitError(ValueError):
    """A value that its field does not expect."""

    def __init__(self, value: object, kind: Any, hint: str = "") -> None:
        found = f"expected {words_for(kind)}, found {shown(value)}"
        super().__init__(f"{found}; {hint}" if hint else found)


def strict_converter(*, as_written: bool = False, names: Names = MappingProxyType({})) -> Converter:
    """A converter for frozen dataclasses of plain values, enums, tuples, frozen sets and mappings.

    Args:
        as_written: for what must come out again byte for byte: a fraction that was written as ``1`` stays ``1``,
            and text and whole numbers may be any.
        names: of fields that data calls otherwise than their dataclass does.
    """
    converter = Converter(forbid_extra_keys=True, detailed_validation=True, unstruct_collection_overrides={tuple: list})
    plain: Mapping[type, Hook] = {
        str: _just(str) if as_written else _text,
        int: _just(int) if as_written else _whole,
        float: _just(int, float) if as_written else _number,
        bool: _just(bool),
        dt.date: _just(dt.date),
        StrEnum: _member,
        IntEnum: _named_member,
    }
    for kind, hook in plain.items():
        converter.register_structure_hook(kind, hook)
    converter.register_structure_hook_factory(dataclasses.is_dataclass, partial(_table, names))
    converter.register_structure_hook_factory(_is_list, _list)
    converter.register_structure_hook_factory(_is_mapping, _mapping)
    converter.register_unstructure_hook(IntEnum, lambda member: member.name.lower())
    converter.register_unstructure_hook_factory(dataclasses.is_dataclass, partial(_untable, names))
    return converter


def _just(*kinds: type) -> Hook:
    """A value of one of these types stays as it is."""

    def just(value: Any, kind: Any) -> Any:
        if type(value) not in kinds:
            raise MisfitError(value, kind)
        return value

    return just


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


def _member(value: Any, kind: Any) -> Any:
    if type(value) is not str:
        raise MisfitError(value, kind)
    try:
        return kind(value)
    except ValueError:
        raise MisfitError(value, kind, nearest(value, list(kind))) from None


def _named_member(value: Any, kind: Any) -> Any:
    """A code is called by its name: numbers are for columns of people."""
    known = {member.name.lower(): member for member in kind}
    if type(value) is not str or value not in known:
        raise MisfitError(value, kind)
    return known[value]


def _table(names: Names, kind: Any, converter: Converter) -> Hook:
    fields = make_dict_structure_fn(kind, converter, **_overrides(names, kind))

    def table(value: Any, _: Any) -> Any:
        if type(value) is not dict:
            raise MisfitError(value, kind)
        return fields(value, kind)

    return table


def _untable(names: Names, kind: Any, converter: Converter) -> Callable[[Any], dict[str, Any]]:
    """Keys in the order of the fields; a field that may be left out is left out where it says nothing."""
    fields = make_dict_unstructure_fn(kind, converter, **_overrides(names, kind))
    called = names.get(kind, {})
    optional = [
        (field.name, called.get(field.name, field.name), field.default)
        for field in dataclasses.fields(kind)
        if field.default is not dataclasses.MISSING
    ]

    def untable(value: Any) -> dict[str, Any]:
        record: dict[str, Any] = dict(fields(value))
        for name, key, default in optional:
            if getattr(value, name) == default:
                del record[key]
        return record

    return untable


def _overrides(names: Names, kind: Any) -> dict[str, Any]:
    return {name: override(rename=key) for name, key in names.get(kind, {}).items()}


def _is_list(kind: Any) -> bool:
    return get_origin(kind) in {tuple, frozenset}


def _list(kind: Any, converter: Converter) -> Hook:
    build, args = get_origin(kind), get_args(kind)
    fixed = build is tuple and args[-1] is not Ellipsis

    def entries(value: Any, _: Any) -> Any:
        if type(value) is not list or (fixed and len(value) != len(args)):
            raise MisfitError(value, kind)
        kinds = args if fixed else [args[0]] * len(value)
        hooks = [converter.get_structure_hook(of) for of in (kinds if fixed else args[:1])]
        taken = [
            _noted(hooks[place if fixed else 0], entry, of, place)
            for place, (entry, of) in enumerate(zip(value, kinds, strict=True))
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
        keys, values = converter.get_structure_hook(key_kind), converter.get_structure_hook(value_kind)
        return {
            _noted(keys, _as_whole(key) if key_kind is int else key, key_kind, key): _noted(
                values, entry, value_kind, key
            )
            for key, entry in value.items()
        }

    return mapping


def _as_whole(key: str) -> int | str:
    """TOML keys are text; a whole number has one spelling, so that two keys are never the same number."""
    return int(key) if _WHOLE_KEY.fullmatch(key) else key


def _noted(hook: Hook, value: Any, kind: Any, place: int | str) -> Any:
    try:
        return hook(value, kind)
    except Exception as error:
        error.__notes__ = [*getattr(error, "__notes__", ()), IterableValidationNote("", place, kind)]
        raise
