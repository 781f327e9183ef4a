"""What a screen shows, as rows: for export, and for holding it to what line mode says."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

Cell = str | int | float | bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FactTable:
    """Facts without layout; every row has a cell for each column.

    Attributes:
        notes: what has to be known to read them; not in a CSV, which has rows only.
    """

    title: str
    columns: tuple[str, ...]
    rows: Sequence[tuple[Cell, ...]]
    notes: Sequence[str] = ()


@runtime_checkable
class Tabulated(Protocol):
    """A screen whose content can be given as rows."""

    def table(self) -> FactTable | None:
        """What is shown, for export; None while there is nothing to export."""
        ...
