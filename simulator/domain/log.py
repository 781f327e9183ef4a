"""The log of a story as text: one canonical JSON line an event, and one hash for all of them.

INVARIANT: same events, same lines, same hash: on any day, Python version, machine and batch size.
"""

import dataclasses
import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import Any

from simulator.domain.events import Event


def to_json(value: Any) -> Any:
    """A value of the domain as JSON's own types; a dataclass becomes an object with its fields in order."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {field.name: to_json(getattr(value, field.name)) for field in dataclasses.fields(value)}
    if isinstance(value, tuple | list):
        return [to_json(item) for item in value]
    if isinstance(value, Mapping):
        return {key: to_json(item) for key, item in value.items()}
    return value


def as_record(seq: int, event: Event) -> dict[str, Any]:
    """One event as a flat object: its place in the story, its day, its kind, then what it says."""
    fields = to_json(event)
    day = fields.pop("day")
    return {"seq": seq, "day": day, "kind": event.kind, **fields}


def as_line(seq: int, event: Event) -> str:
    """One event as one line of JSON, without spaces or non-ASCII characters."""
    return json.dumps(as_record(seq, event), separators=(",", ":"))


def hash_events(events: Iterable[Event]) -> str:
    """SHA-256 over the canonical lines, in hexadecimal."""
    digest = hashlib.sha256()
    for seq, event in enumerate(events):
        digest.update(as_line(seq, event).encode())
        digest.update(b"\n")
    return digest.hexdigest()
