"""A table as a file: CSV for a spreadsheet, JSON for a program, text for a reader."""

import csv
import io
import json
from enum import StrEnum

from simulator.domain.errors import printable
from simulator.tui.table import Table


class Format(StrEnum):
    CSV = "csv"
    JSON = "json"
    TEXT = "txt"


def write_table(table: Table, form: Format) -> str:
    """The whole file; text from outside is in it as text, without control characters."""
    rows = [[printable(cell) if isinstance(cell, str) else cell for cell in row] for row in table.rows]
    if form is Format.CSV:
        file = io.StringIO()
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(table.columns)
        writer.writerows(rows)
        return file.getvalue()
    if form is Format.JSON:
        records = [dict(zip(table.columns, row, strict=True)) for row in rows]
        return json.dumps({"title": table.title, "rows": records}, indent=2) + "\n"
    shown = [list(table.columns), *([("" if cell is None else str(cell)) for cell in row] for row in rows)]
    widths = [max(len(row[i]) for row in shown) for i in range(len(table.columns))]
    lines = ("  ".join(f"{cell:{width}}" for cell, width in zip(row, widths, strict=True)).rstrip() for row in shown)
    return "\n".join([table.title, "", *lines, ""])
