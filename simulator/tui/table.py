"""What a screen shows, as rows: for export, and for holding it to what line mode says."""

from collections.abc import Sequence
from dataclasses import dataclass

Cell = str | int | float | bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Facts without layout; every row has a cell for each column."""

    title: str
    columns: tuple[str, ...]
    rows: Sequence[tuple[Cell, ...]]
