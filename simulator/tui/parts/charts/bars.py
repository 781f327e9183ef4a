"""Lying bars, each with its name, its value in words and, where there is one, its interval."""

from collections.abc import Sequence
from dataclasses import dataclass

from simulator.tui.parts.charts.canvas import Canvas
from simulator.tui.parts.charts.chart import PATTERNS, Chart

_NARROWEST = 8  # cells of bar below which names are cut before bars are


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One bar.

    Attributes:
        name: what it is of, to its left.
        words: its value as it is read, to its right.
        value: how long it is, from where the axis begins; None where that is not known.
        low, high: ends of its interval; both or none.
        ink: one of `chart.SERIES`; the pattern follows it.
    """

    name: str
    words: str
    value: float | None
    low: float | None = None
    high: float | None = None
    ink: str = "one"


@dataclass(frozen=True, slots=True, kw_only=True)
class Axis:
    """Where bars begin and end; None: where the longest of them, or of their intervals, does.

    Attributes:
        reference: a value to compare with, drawn through all bars: 1 for ratios, 0 for differences.
        band: from where to where a value says nothing, such as a noise floor around the reference.
        dots: whether each value is a point within its interval rather than the end of a bar.
    """

    start: float = 0.0
    stop: float | None = None
    reference: float | None = None
    band: tuple[float, float] | None = None
    dots: bool = False


class Bars(Chart):
    """As many bars as there is room for; intervals have a row of their own where they can."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self._bars: tuple[Bar, ...] = ()
        self._axis = Axis()
        self._empty = ""

    def bring(self, bars: Sequence[Bar], axis: Axis | None = None, empty: str = "") -> None:
        """Show these bars; ``empty`` is said where there are none."""
        self._bars, self._axis, self._empty = tuple(bars), axis or Axis(), empty
        self.redraw()

    def paint(self, canvas: Canvas) -> None:
        paint_bars(canvas, self._bars, self._axis, empty=self._empty)


def paint_bars(canvas: Canvas, bars: Sequence[Bar], axis: Axis | None = None, *, empty: str = "") -> None:
    """Draw from the top; bars for which there is no room are left out, and that is said in the last row."""
    if not bars:
        canvas.say(empty)
        return
    spread = any(bar.low is not None for bar in bars)
    ruled = _rule(canvas, bars, axis or Axis())
    tall = 2 if spread and not ruled.axis.dots and 2 * len(bars) <= canvas.height else 1
    shown = bars if len(bars) * tall <= canvas.height else bars[: max(0, canvas.height - 1)]
    for place, bar in enumerate(shown):
        ruled.paint(bar, place * tall, apart=tall > 1, dotted=ruled.axis.dots or (spread and tall == 1))
    if len(shown) < len(bars):
        canvas.put(0, canvas.height - 1, f"and {len(bars) - len(shown)} more"[: canvas.width], "frame")


def _rule(canvas: Canvas, bars: Sequence[Bar], axis: Axis) -> "_Ruled":
    words = max(len(bar.words) for bar in bars) + 1
    names = max(len(bar.name) for bar in bars) + 1
    names = max(1, min(names, canvas.width - words - _NARROWEST))
    ends = [end for bar in bars for end in (bar.value, bar.high) if end is not None]
    reached = max([*ends, *([axis.reference] if axis.reference is not None else [])], default=axis.start)
    stop = reached if axis.stop is None else axis.stop
    return _Ruled(
        canvas=canvas,
        axis=axis,
        left=names,
        wide=max(1, canvas.width - names - words),
        span=max(stop - axis.start, 1e-12),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Ruled:
    canvas: Canvas
    axis: Axis
    left: int
    wide: int
    span: float

    def cells(self, value: float) -> float:
        """How many cells from the beginning of the bars, within them."""
        return min(1.0, max(0.0, (value - self.axis.start) / self.span)) * self.wide

    def place(self, value: float) -> int:
        return self.left + min(self.wide - 1, int(self.cells(value)))

    def paint(self, bar: Bar, y: int, *, apart: bool, dotted: bool) -> None:
        """A bar with its interval in the row below, or, ``dotted``, a point within its interval instead."""
        name = bar.name if len(bar.name) < self.left else f"{bar.name[: max(0, self.left - 2)]}…"
        self.canvas.put(0, y, name, "words")
        self.canvas.put(self.canvas.width - len(bar.words), y, bar.words, "strong")
        if dotted:
            self._whisk(bar, y)
        elif bar.value is not None:
            eighths = round(self.cells(bar.value) * 8)
            self.canvas.row(self.left, y, max(eighths, 1 if bar.value > self.axis.start else 0), bar.ink, _full(bar))
        if apart:
            self._whisk(bar, y + 1)
        for row in (y, y + 1) if apart else (y,):
            self._refer(row)

    def _whisk(self, bar: Bar, y: int) -> None:
        if bar.low is not None and bar.high is not None:
            first, last = self.place(bar.low), self.place(bar.high)
            if last > first:
                self.canvas.put(first, y, "├" + "─" * (last - first - 1) + "┤", "words")
        if bar.value is not None:
            self.canvas.put(self.place(bar.value), y, "●", bar.ink)

    def _refer(self, y: int) -> None:
        """What is empty still is shaded where values say nothing, and ruled where they are compared with."""
        if self.axis.band is not None:
            for x in range(self.place(self.axis.band[0]), self.place(self.axis.band[1]) + 1):
                if self.canvas.is_empty(x, y):
                    self.canvas.put(x, y, "░", "band")
        if self.axis.reference is not None:
            x = self.place(self.axis.reference)
            if self.canvas.is_empty(x, y) or self.axis.band is not None:
                self.canvas.put(x, y, "┊", "mark")


def _full(bar: Bar) -> str:
    return PATTERNS.get(bar.ink, "█")
