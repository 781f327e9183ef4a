"""Reads a stored line back to the very event that was written: strictly, field by field."""

import json
from collections.abc import Mapping
from typing import Final

from simulator.domain import events
from simulator.domain.errors import StoreError
from simulator.domain.events import Event
from simulator.strict.converter import strict_converter
from simulator.strict.fit import UnfitError, fit

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
        return fit(record, kind, _CONVERTER)
    except UnfitError as error:
        raise StoreError(f"event {seq} is damaged: {error}") from error
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError) as error:
        raise StoreError(f"event {seq} is damaged: {type(error).__name__}: {error}") from error


_CONVERTER: Final = strict_converter(as_written=True)
