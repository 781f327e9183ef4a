"""Rows for a notebook: shown as a table, and handed on as a data frame where a library for those is installed."""

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from importlib import import_module
from importlib.util import find_spec
from typing import Any

Row = Mapping[str, Any]

_FRAMES = ("pandas", "polars")
_WIDEST = 40


class Tabular(ABC):
    """Anything that has rows."""

    @abstractmethod
    def rows(self) -> list[dict[str, Any]]:
        """The rows, each with the same keys in the same order; values are text, numbers, booleans, lists or None."""

    def to_frame(self) -> Any:
        """A `pandas.DataFrame` if pandas is installed, else a `polars.DataFrame`, else `rows`."""
        for library in _FRAMES:
            if find_spec(library) is not None:
                return import_module(library).DataFrame(self.rows())
        return self.rows()

    def __len__(self) -> int:
        return len(self.rows())

    def __iter__(self) -> Iterator[dict[str, Any]]:
        return iter(self.rows())

    def __repr__(self) -> str:
        return write_table(self.rows())

    def _repr_html_(self) -> str:
        return write_html(self.rows())


class Table(Tabular):
    """Plain rows."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self._rows = tuple(rows)

    def rows(self) -> list[dict[str, Any]]:
        """The rows."""
        return [dict(row) for row in self._rows]


def flatten(record: Row, above: str = "") -> dict[str, Any]:
    """One row of a nested record: ``{"gone": {"kindest": 3}}`` becomes ``{"gone.kindest": 3}``."""
    flat: dict[str, Any] = {}
    for name, value in record.items():
        if isinstance(value, Mapping):
            flat |= flatten(value, f"{above}{name}.")
        else:
            flat[f"{above}{name}"] = value
    return flat


def write_table(rows: Sequence[Row]) -> str:
    """Columns of text, with a line of their names above them."""
    if not rows:
        return "no rows"
    names = list(rows[0])
    lines = [names, *([_write(row[name]) for name in names] for row in rows)]
    widths = [max(len(line[place]) for line in lines) for place in range(len(names))]
    return "\n".join(
        "  ".join(f"{cell:{width}}" for cell, width in zip(line, widths, strict=True)).rstrip() for line in lines
    )


def write_html(rows: Sequence[Row], caption: str = "") -> str:
    """The same as an HTML table; all text is escaped."""
    told = f"<caption>{escape(caption)}</caption>" if caption else ""
    names = list(rows[0]) if rows else []
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in names)
    body = "".join(f"<tr>{''.join(f'<td>{escape(_write(row[name]))}</td>' for name in names)}</tr>" for row in rows)
    return f"<table>{told}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _write(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:.4g}"
    text = ", ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
    return text if len(text) <= _WIDEST else f"{text[: _WIDEST - 1]}…"
