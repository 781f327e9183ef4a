"""A table as a file: CSV for a spreadsheet, JSON for a program, text for a reader."""

import csv
import io
import json
import os
import re
from enum import StrEnum
from pathlib import Path

from simulator.domain.errors import printable
from simulator.tui.table import Cell, FactTable

_FORMULA = ("=", "+", "-", "@")  # what a spreadsheet would reckon out instead of showing
_LONGEST = 100  # characters of a file's name
_MOST_OF_A_NAME = 1000
_MANY = 1000  # from where on whole numbers have more than four digits


class Format(StrEnum):
    CSV = "csv"
    JSON = "json"
    TEXT = "txt"


def write_table(table: FactTable, form: Format) -> str:
    """The whole file; text from outside is in it as text, without control characters."""
    title, columns = printable(table.title), [printable(column) for column in table.columns]
    notes = [printable(note) for note in table.notes]
    rows = [[printable(cell) if isinstance(cell, str) else cell for cell in row] for row in table.rows]
    if form is Format.CSV:
        file = io.StringIO()
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(map(_as_text, columns))
        writer.writerows([_as_text(cell) for cell in row] for row in rows)
        return file.getvalue()
    if form is Format.JSON:
        records = [dict(zip(columns, row, strict=True)) for row in rows]
        return json.dumps({"title": title, "notes": notes, "rows": records}, indent=2) + "\n"
    shown = [columns, *([_to_read(cell) for cell in row] for row in rows)]
    widths = [max(len(row[i]) for row in shown) for i in range(len(columns))]
    lines = ("  ".join(f"{cell:{width}}" for cell, width in zip(row, widths, strict=True)).rstrip() for row in shown)
    return "\n".join([title, *notes, "", *lines, ""])


def free_path(folder: Path, title: str, ending: str) -> Path:
    """Where in that folder something of that title can be kept without taking the place of another file."""
    name = "-".join(re.findall(r"\w+", title.lower()))[:_LONGEST] or "table"
    numbers = ("", *(f"-{number}" for number in range(2, _MOST_OF_A_NAME)))
    paths = (folder / f"rollcall-{name}{number}.{ending}" for number in numbers)
    # `Path.exists` raises for a folder that may not be looked into; why nothing is kept there the delivery says.
    free = (path for path in paths if not os.path.lexists(path))
    return next(free, folder / f"rollcall-{name}.{ending}")


def _to_read(cell: Cell) -> str:
    """Nobody reads more than four digits of what was measured or estimated."""
    if isinstance(cell, float):
        return f"{cell:.4g}" if abs(cell) < _MANY else f"{cell:.0f}"
    return "" if cell is None else str(cell)


def _as_text(cell: Cell) -> Cell:
    """The cell, so that a spreadsheet shows words as words; numbers stay numbers."""
    if not isinstance(cell, str) or not cell.startswith(_FORMULA):
        return cell
    try:
        float(cell)
    except ValueError:
        return f"'{cell}"
    return cell
