"""How often values of each size came, with marks for those that matter."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import floor

from simulator.tui.parts.charts.canvas import Canvas
from simulator.tui.parts.charts.chart import Chart
from simulator.tui.parts.charts.scale import round_ends, round_step, short_number

_SLOWEST = 4.0  # times the median, beyond which values share one last column: a single one must not flatten the rest
_LABELS = 9  # cells that the number of an axis wants around it


@dataclass(frozen=True, slots=True, kw_only=True)
class Bins:
    """Values counted by size.

    Attributes:
        low, step: the first bin holds values from ``low`` to less than ``low + step``.
        counts: of each bin.
        beyond: how many values lie above the last bin; ``most`` is the greatest of all.
    """

    low: float
    step: float
    counts: tuple[int, ...]
    beyond: int
    most: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Pointer:
    """A value to be pointed at, and what it is."""

    value: float
    label: str


def count_bins(values: Sequence[float], most: int) -> Bins:
    """At most ``most`` bins with round edges; the more values, the more bins (twice the rule of Rice)."""
    if not values or most < 1:
        return Bins(low=0.0, step=1.0, counts=(), beyond=0, most=0.0)
    ranked = sorted(values)
    cut = ranked[bisect_right(ranked, ranked[len(ranked) // 2] * _SLOWEST) - 1]
    wanted = max(1, min(most, round(4 * len(ranked) ** (1 / 3))))
    step = round_step(cut - ranked[0], wanted)
    low, high = round_ends(ranked[0], cut, step)
    while round((high - low) / step) > most:
        step = round_step(high - low, max(1, most - 1))
        low, high = round_ends(ranked[0], cut, step)
    counts = [0] * max(1, round((high - low) / step))
    beyond = 0
    for value in ranked:
        if value > high:
            beyond += 1
        else:
            counts[min(len(counts) - 1, floor((value - low) / step))] += 1
    return Bins(low=low, step=step, counts=tuple(counts), beyond=beyond, most=ranked[-1])


class Histogram(Chart):
    """Columns over a line of numbers; marks hang from above."""

    def __init__(self, unit: str, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self._unit = unit
        self._values: Sequence[float] = ()
        self._marks: tuple[Pointer, ...] = ()
        self._empty = ""

    def bring(self, values: Sequence[float], marks: tuple[Pointer, ...], empty: str = "") -> None:
        """Show these values; ``empty`` is said where there are none."""
        self._values, self._marks, self._empty = tuple(values), marks, empty
        self.redraw()

    def paint(self, canvas: Canvas) -> None:
        paint_histogram(canvas, self._values, self._marks, unit=self._unit, empty=self._empty)


def paint_histogram(
    canvas: Canvas, values: Sequence[float], marks: Sequence[Pointer], *, unit: str, empty: str = ""
) -> None:
    """Draw on the whole canvas; the last two rows are the line and its numbers."""
    if not values:
        canvas.say(empty)
        return
    bins = count_bins(values, max(1, canvas.width - 8))
    tallest = max((*bins.counts, bins.beyond))
    left = len(str(tallest)) + 2
    columns = len(bins.counts) + (2 if bins.beyond else 0)
    plot = _Plot(canvas=canvas, bins=bins, left=left, wide=max(1, (canvas.width - left) // max(1, columns)))
    labelled = plot.place_labels([mark for mark in marks if mark.value <= plot.last])
    plot = replace(plot, top=min(labelled, max(0, canvas.height - 5)))
    plot.paint(tallest, unit)
    plot.hang_marks([mark for mark in marks if mark.value <= plot.last])


@dataclass(frozen=True, slots=True, kw_only=True)
class _Plot:
    canvas: Canvas
    bins: Bins
    left: int
    wide: int
    top: int = 0

    @property
    def bottom(self) -> int:
        return self.canvas.height - 3

    @property
    def last(self) -> float:
        return self.bins.low + self.bins.step * len(self.bins.counts)

    def x_of(self, value: float) -> int:
        return self.left + int((value - self.bins.low) / self.bins.step * self.wide)

    def rows_of(self, marks: Sequence[Pointer]) -> list[int]:
        """A row for each label, so that no two of them meet; marks come in the order of their values."""
        ends: list[int] = []
        rows = []
        for mark in marks:
            start = self.label_at(mark)
            row = next((row for row, end in enumerate(ends) if end < start), len(ends))
            ends[row : row + 1] = [start + len(mark.label) + 2]
            rows.append(row)
        return rows

    def label_at(self, mark: Pointer) -> int:
        return max(self.left, min(self.x_of(mark.value), self.canvas.width - len(mark.label) - 2))

    def place_labels(self, marks: Sequence[Pointer]) -> int:
        """How many rows the labels take."""
        return max(self.rows_of(marks), default=-1) + 1

    def paint(self, tallest: int, unit: str) -> None:
        canvas, bottom = self.canvas, self.bottom
        high = max(1, bottom - self.top + 1)
        for row in range(high):
            canvas.put(self.left - 1, bottom - row, "│", "frame")
        canvas.put(0, self.top, f"{tallest:>{self.left - 2}} ┤", "frame")
        gap = 1 if self.wide > 2 else 0  # noqa: PLR2004  (too narrow to be told apart by gaps)
        for place, count in enumerate(self.bins.counts):
            # What came at all is seen: at least an eighth.
            eighths = max(1, round(count / tallest * high * 8)) if count else 0
            for x in range(self.wide - gap):
                canvas.column(self.left + place * self.wide + x, bottom, eighths, "one")
        beyond = f"{self.bins.beyond} up to {short_number(self.bins.most)} {unit} ▸"
        self._paint_axis(beyond if self.bins.beyond else unit, "mark" if self.bins.beyond else "frame")
        if self.bins.beyond:
            self._paint_beyond(tallest, high, gap)

    def _paint_axis(self, said: str, ink: str) -> None:
        canvas, line = self.canvas, self.bottom + 1
        end = self.left + len(self.bins.counts) * self.wide
        canvas.put(self.left - 1, line, "└" + "─" * (end - self.left), "frame")
        every = max(1, -(-_LABELS // self.wide))
        free = 0
        for place in range(0, len(self.bins.counts) + 1, every):
            x = self.left + place * self.wide
            number = short_number(round(self.bins.low + place * self.bins.step, 6))
            at = max(free, x - len(number) // 2)
            if at + len(number) > canvas.width - len(said) - 1:
                break
            canvas.put(x, line, "┴", "frame")
            canvas.put(at, line + 1, number, "words")
            free = at + len(number) + 1
        canvas.put(max(self.left, canvas.width - len(said)), line + 1, said, ink)

    def _paint_beyond(self, tallest: int, high: int, gap: int) -> None:
        """One more column, set apart, for all that is slower still."""
        start = self.left + (len(self.bins.counts) + 1) * self.wide
        for x in range(max(1, self.wide - gap)):
            self.canvas.column(start + x, self.bottom, max(1, round(self.bins.beyond / tallest * high * 8)), "two")

    def hang_marks(self, marks: Sequence[Pointer]) -> None:
        rows = self.rows_of(marks)
        for mark in marks:
            for y in range(self.top, self.bottom + 1):
                if self.canvas.is_empty(self.x_of(mark.value), y):
                    self.canvas.put(self.x_of(mark.value), y, "┊", "mark")
        for mark, row in zip(marks, rows, strict=True):
            if row < self.top:
                self.canvas.put(self.label_at(mark), row, f"┊{mark.label}", "mark")
