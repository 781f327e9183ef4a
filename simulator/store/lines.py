"""Reads a stored line back to the very event that was written: strictly, field by field."""

import json
from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Any, Final, get_args, get_origin

import cattrs

from simulator.domain import events
from simulator.domain.errors import StoreError
from simulator.domain.events import Event

KINDS: Final[Mapping[str, type[Event]]] = {
    name: kind
    for name, kind in vars(events).items()
    if isinstance(kind, type) and issubclass(kind, Event) and kind is not Event
}


def as_event(line: str, seq: int) -> Event:
    """The inverse of `domain.log.as_line`.

    Raises:
        StoreError: the line is not JSON, not at its place, of no known kind, or does not fit its kind.
    """
    try:
        record = json.loads(line)
        kind = KINDS[record.pop("kind")]
        if record.pop("seq") != seq:
            raise StoreError(f"event {seq} is not at its place")
        return _CONVERTER.structure(record, kind)
    except (cattrs.BaseValidationError, ValueError, TypeError, LookupError, AttributeError, RecursionError) as error:
        raise StoreError(f"event {seq} is damaged: {_innermost(error)}") from error


def _innermost(error: BaseException) -> str:
    while isinstance(error, BaseExceptionGroup):
        error = error.exceptions[0]
    return f"{type(error).__name__}: {error}"


def _exactly(*kinds: type) -> Callable[[Any, Any], Any]:
    """Accept a value of just these types and leave it as it is: a float that was written as ``1`` stays ``1``."""

    def check(value: Any, _: Any) -> Any:
        if type(value) not in kinds:
            raise TypeError(f"{kinds[-1].__name__} expected, not {type(value).__name__}")
        return value

    return check


def _is_tuple(kind: Any) -> bool:
    return get_origin(kind) is tuple


def _tuple_of(kind: Any, converter: cattrs.Converter) -> Callable[[Any, Any], Any]:
    (item, _) = get_args(kind)
    structure = converter.get_structure_hook(item)

    def each(value: Any, _: Any) -> tuple[Any, ...]:
        return tuple(structure(element, item) for element in _A_LIST(value, list))

    return each


def _strict_converter() -> cattrs.Converter:
    converter = cattrs.Converter(forbid_extra_keys=True)
    for kind, accepted in ((int, (int,)), (str, (str,)), (bool, (bool,)), (float, (int, float))):
        converter.register_structure_hook(kind, _exactly(*accepted))
    converter.register_structure_hook(StrEnum, lambda value, kind: kind(value))
    converter.register_structure_hook_factory(_is_tuple, _tuple_of)
    return converter


_A_LIST: Final = _exactly(list)
_CONVERTER: Final = _strict_converter()
