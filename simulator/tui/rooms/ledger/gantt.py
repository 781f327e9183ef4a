"""What is held when: lanes over days, under one reading of the terms or under both side by side."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.message import Message

from simulator.domain.holding import HoldingState
from simulator.tui.parts.columns import fit
from simulator.tui.parts.lines import Lines
from simulator.tui.playing.playback import Landmark
from simulator.tui.rooms.ledger.lanes import Lane

_LABEL, _COUNT, _GAP = 26, 5, 2
_NARROW_LABEL = 18
_ROOMY = 96  # columns from which on the labels need no cutting
_INK = {HoldingState.ALIVE: ("▓", "kept"), HoldingState.SCHEDULED: ("▒", "going"), HoldingState.SILENT: ("░", "silent")}
_LEGEND = ("kept", "promised to go", "not said")  # one on each line of the head
_HEAD, _TICKS, _MARKS = range(3)
_PLAYHEAD = "┃"
_EVERY = 10  # days between two numbers of the axis


@dataclass(frozen=True, slots=True, kw_only=True)
class GanttChart:
    """The same lanes under one reading, and its name."""

    title: str
    lanes: Sequence[Lane]


class Gantt(Lines):
    """``▓`` kept, ``▒`` promised to go, ``░`` not said; what lies after the playhead is dim: it is only foreseen."""

    HEADS = 3

    class DayPicked(Message):
        """A click on a day."""

        def __init__(self, day: int) -> None:
            super().__init__()
            self.day = day

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._charts: Sequence[GanttChart] = ()
        self._day = 0
        self._last_day = 1
        self._landmarks: Sequence[Landmark] = ()

    def bring(self, charts: Sequence[GanttChart], day: int, last_day: int, landmarks: Sequence[Landmark]) -> None:
        """Draw these; every chart has the same lanes in the same order."""
        self._charts, self._day, self._last_day, self._landmarks = charts, day, last_day, landmarks
        self.lay([1] * len(charts[0].lanes) if charts else [])

    @property
    def picked(self) -> Lane | None:
        """The lane under the cursor, of the first chart."""
        lanes = self._charts[0].lanes if self._charts else ()
        return lanes[self.cursor] if self.cursor < len(lanes) else None

    def _widths(self, width: int) -> tuple[int, int]:
        """How wide the labels are, and how wide each chart is."""
        label = _LABEL if width >= _ROOMY else _NARROW_LABEL
        charts = max(1, len(self._charts))
        return label, max(1, (width - 2 - label) // charts - _GAP - _COUNT)

    def draw_head(self, line: int, width: int) -> Iterable[Segment]:
        head = self.get_component_rich_style("lines--head")
        label, across = self._widths(width)
        (ink, name), words = tuple(_INK.values())[line], _LEGEND[line]
        yield Segment(f"  {ink}", head + self.style(name))
        yield Segment(fit(f" {words}", label - 1), head)
        for chart in self._charts:
            yield Segment(" " * _GAP, head)
            if line == _HEAD:
                yield Segment(fit(chart.title, across), head)
            else:
                yield Segment(self._ticks(across) if line == _TICKS else self._marks(across), head)
            yield Segment(fit("held" if line == _MARKS else "", _COUNT, right=True), head)

    def _ticks(self, across: int) -> str:
        row = [" "] * across
        free = 0
        for day in range(0, self._last_day + 1, _EVERY):
            at, number = self._column(day, across), str(day)
            if at >= free and at + len(number) <= across:
                row[at : at + len(number)] = number
                free = at + len(number) + 1
        return "".join(row)

    def _marks(self, across: int) -> str:
        row = ["─"] * across
        for mark in self._landmarks:
            if 0 <= mark.day <= self._last_day:
                row[self._column(mark.day, across)] = mark.mark
        row[self._column(self._day, across)] = _PLAYHEAD
        return "".join(row)

    def _column(self, day: int, across: int) -> int:
        """The first column of a day."""
        return min(across - 1, -(-day * across // (self._last_day + 1)))

    def draw_line(self, index: int, line: int, width: int, base: Style) -> Iterable[Segment]:  # noqa: ARG002
        label, across = self._widths(width)
        name = self._charts[0].lanes[index].label
        yield Segment(("▸ " if index == self.cursor else "  ") + fit(name, label), base)
        for chart in self._charts:
            yield Segment(" " * _GAP, base)
            yield from self._cells(chart.lanes[index], across, base)
            yield Segment(fit(str(chart.lanes[index].held[self._day]), _COUNT, right=True), base + Style(bold=True))

    def _cells(self, lane: Lane, across: int, base: Style) -> Iterator[Segment]:
        here = self._column(self._day, across)
        dim, now = Style(dim=True), Style(reverse=True)

        def look(column: int) -> tuple[HoldingState | None, int]:
            return lane.cells[column * (self._last_day + 1) // across], (column > here) - (column < here)

        for (state, side), columns in groupby(range(across), key=look):
            number = sum(1 for _ in columns)
            if state is None:
                yield Segment(_PLAYHEAD if side == 0 else " " * number, base)
            else:
                ink, name = _INK[state]
                yield Segment(
                    ink * number, base + self.style(name) + (dim if side > 0 else now if side == 0 else Style())
                )

    def on_click(self, event: events.Click) -> None:
        label, across = self._widths(self.scrollable_content_region.width)
        beyond = event.x - label - 2
        if beyond >= 0 and self._charts:
            column = beyond % (_GAP + across + _COUNT) - _GAP
            if 0 <= column < across:
                self.post_message(self.DayPicked(column * (self._last_day + 1) // across))
                event.prevent_default()  # a lane is picked by its label
