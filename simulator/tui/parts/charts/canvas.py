"""Cells to draw on: a character and an ink each, turned into as few segments as there are runs of one ink."""

from collections.abc import Callable
from itertools import groupby

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from simulator.tui.parts.charts.eighths import draw_bar, draw_column


class Canvas:
    """A grid of cells.

    Attributes:
        width, height: in cells; both may be 0, and whatever falls outside is not drawn.
    """

    def __init__(self, width: int, height: int) -> None:
        self.width, self.height = max(0, width), max(0, height)
        self._cells = [[(" ", "")] * self.width for _ in range(self.height)]

    def put(self, x: int, y: int, text: str, ink: str) -> None:
        """Write from left to right; characters must be one cell wide."""
        if not 0 <= y < self.height:
            return
        for place, character in enumerate(text, x):
            if 0 <= place < self.width:
                self._cells[y][place] = (character, ink)

    def say(self, text: str) -> None:
        """Write in the middle: why there is nothing to draw."""
        self.put(max(0, (self.width - len(text)) // 2), self.height // 2, text, "frame")

    def is_empty(self, x: int, y: int) -> bool:
        """Whether nothing has been drawn in this cell yet; outside the grid nothing can be."""
        return 0 <= y < self.height and 0 <= x < self.width and self._cells[y][x][0] == " "

    def column(self, x: int, bottom: int, eighths: int, ink: str) -> None:
        """A bar that stands on row ``bottom`` and is so many eighths of a cell high."""
        for up in range(-(-eighths // 8)):
            self.put(x, bottom - up, draw_column(eighths / 8 - up), ink)

    def row(self, x: int, y: int, eighths: int, ink: str, full: str = "█") -> None:
        """A bar that begins at column ``x`` and is so many eighths of a cell long; ``full`` is its pattern."""
        self.put(x, y, full * (eighths // 8), ink)
        if eighths % 8 and full == "█":
            self.put(x + eighths // 8, y, draw_bar(eighths % 8 / 8, 1), ink)

    def strip(self, y: int, style_of: Callable[[str], Style]) -> Strip:
        """Row ``y`` as the terminal wants it."""
        if not 0 <= y < self.height:
            return Strip.blank(self.width, style_of(""))
        runs = groupby(self._cells[y], key=lambda cell: cell[1])
        return Strip(
            [Segment("".join(character for character, _ in cells), style_of(ink)) for ink, cells in runs], self.width
        )

    def text(self) -> str:
        """The characters alone, for tests and for export."""
        return "\n".join("".join(character for character, _ in row).rstrip() for row in self._cells)
