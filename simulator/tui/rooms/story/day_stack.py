"""Days side by side, each a stack of what was held at its end: exact to an eighth of a cell."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from rich.style import Style
from textual.strip import Strip

from simulator.tui.parts.cells import Cell, join_cells
from simulator.tui.parts.charts.eighths import draw_column
from simulator.tui.parts.painted import Painted

if TYPE_CHECKING:
    from simulator.tui.rooms.story.day import DayLedgerView

_SLIVER = 1 / 16  # of a cell: less is not drawn
# From the ground up, as in `simulator.tui.rooms.story.day.STACKED`; a pattern for each, so that colour is not needed.
_LAYERS = (("kept", "█"), ("silent", "▓"), ("going", "▒"), ("gone", "░"))


class DayStack(Painted):
    """The days up to the playhead; the place of those to come is left open."""

    DEFAULT_CSS = """
    DayStack { height: 6; color: $foreground; }
    DayStack > .stack--kept { color: $kept; }
    DayStack > .stack--silent { color: $silent; }
    DayStack > .stack--going { color: $going; }
    DayStack > .stack--gone { color: $gone; }
    DayStack > .stack--open { color: $foreground 25%; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "stack--kept",
        "stack--silent",
        "stack--going",
        "stack--gone",
        "stack--open",
    }

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  (Textual's name for it)
        super().__init__(id=id)
        self._view: DayLedgerView | None = None

    def bring(self, view: "DayLedgerView") -> None:
        """Show this; nothing is drawn anew where it is the same."""
        if self._view is None or (view.stack, view.last_day) != (self._view.stack, self._view.last_day):
            self._view = view
            self.repaint()

    def paint(self, width: int, height: int) -> Sequence[Strip]:
        return () if self._view is None else [self._row(self._view, y, width, height) for y in range(height)]

    def _row(self, view: "DayLedgerView", y: int, width: int, height: int) -> Strip:
        most = max((sum(day) for day in view.stack), default=0) or 1
        plain = self.rich_style
        cells: list[Cell] = []
        for column in range(width):
            day = column * (view.last_day + 1) // width
            if day < len(view.stack):
                cells.append(self._cell(view.stack[day], most, height - 1 - y, height) or (" ", plain))
            else:
                cells.append(("·" if y == height - 1 else " ", self.get_component_rich_style("stack--open")))
        return join_cells(cells, width)

    def _cell(self, day: Sequence[int], most: int, row: int, height: int) -> Cell | None:
        """The cell of a day in a row counted from the ground: what fills it, the border of two layers, or nothing."""
        low, high = row * most / height, (row + 1) * most / height
        ground = 0.0
        parts: list[tuple[float, str, Style]] = []
        for count, (name, pattern) in zip(day, _LAYERS, strict=True):
            share = min(ground + count, high) - max(ground, low)
            ground += count
            if share > 0:
                parts.append((share / (high - low), pattern, self.get_component_rich_style(f"stack--{name}")))
        if not parts:
            return None
        filled = sum(share for share, _, _ in parts)
        first, *above = sorted(sorted(parts, key=lambda part: -part[0])[:2], key=parts.index)
        if above and _SLIVER < first[0] < 1 - _SLIVER:
            # The border of two layers runs through this cell: one is its ink, the other its paper.
            return (draw_column(first[0]), Style(color=first[2].color, bgcolor=above[0][2].color))
        _, pattern, style = max(parts, key=lambda part: part[0])
        return (pattern if filled > 1 - _SLIVER else draw_column(filled), style)
