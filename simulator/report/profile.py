"""An analyzer's profile as the TOML that the catalogue reads."""

import json
from collections.abc import Iterator
from typing import Any

from simulator.domain.log import to_json
from simulator.domain.profile import AnalyzerProfile


def write_profile(profile: AnalyzerProfile) -> str:
    """The text of a file for ``scenarios/analyzers/``."""
    return "\n".join(_lines(to_json(profile))) + "\n"


def _lines(fields: dict[str, Any]) -> Iterator[str]:
    yield "# Written by `rollcall evaluate --profile`; what the numbers mean is in docs/evaluation.md."
    for name, value in fields.items():
        if not isinstance(value, list):
            yield f"{name} = {_value(value)}"
    for name, rows in fields.items():
        if isinstance(rows, list):
            yield f"{name} = ["
            yield from (f"    {{ {', '.join(f'{key} = {_value(row[key])}' for key in row)} }}," for row in rows)
            yield "]"


def _value(value: str | float) -> str:
    # JSON's strings are TOML's, as long as nothing outside the basic plane is written as two halves.
    return json.dumps(value, ensure_ascii=False)
