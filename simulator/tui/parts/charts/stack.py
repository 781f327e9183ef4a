"""One bar that is a whole, divided into its parts, with a legend."""

from collections.abc import Sequence
from dataclasses import dataclass

from simulator.tui.parts.charts.canvas import Canvas
from simulator.tui.parts.charts.chart import PATTERNS, SERIES, Chart


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of a whole: its name, its size in any unit, and its size in words."""

    name: str
    value: float
    words: str


class Stack(Chart):
    """The whole in one row; the legend in as many as there is room for."""

    DEFAULT_CSS = """
    Stack { height: 3; }
    """

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self._parts: tuple[Part, ...] = ()
        self._empty = ""

    def bring(self, parts: Sequence[Part], empty: str = "") -> None:
        self._parts, self._empty = tuple(parts), empty
        self.redraw()

    def paint(self, canvas: Canvas) -> None:
        paint_stack(canvas, self._parts, empty=self._empty)


def share_out(values: Sequence[float], cells: int) -> list[int]:
    """Whole cells for each value, as near to its share as can be, and all of them together (largest remainders)."""
    whole = sum(values)
    if whole <= 0:
        return [0] * len(values)
    exact = [value / whole * cells for value in values]
    given = [int(part) for part in exact]
    order = sorted(range(len(values)), key=lambda place: (given[place] - exact[place], place))
    for place in order[: cells - sum(given)]:
        given[place] += 1
    return given


def paint_stack(canvas: Canvas, parts: Sequence[Part], *, empty: str = "") -> None:
    """The bar in the first row, the legend below it, each part with its pattern."""
    if not any(part.value > 0 for part in parts):
        canvas.put(0, 0, empty[: canvas.width], "frame")
        return
    x = 0
    for place, (part, cells) in enumerate(
        zip(parts, share_out([part.value for part in parts], canvas.width), strict=True)
    ):
        ink = SERIES[place % len(SERIES)]
        canvas.put(x, 0, PATTERNS[ink] * cells, ink)
        if len(part.name) + 4 <= cells:
            canvas.put(x + 1, 0, f" {part.name} ", "strong")
        x += cells
    _tell(canvas, parts)


def _tell(canvas: Canvas, parts: Sequence[Part]) -> None:
    x, y = 0, 1
    for place, part in enumerate(parts):
        ink = SERIES[place % len(SERIES)]
        words = f"{part.name} {part.words}"
        if x and x + len(words) + 2 > canvas.width:
            x, y = 0, y + 1
        canvas.put(x, y, PATTERNS[ink], ink)
        canvas.put(x + 2, y, words, "words")
        x += len(words) + 5
