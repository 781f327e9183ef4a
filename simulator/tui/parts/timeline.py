"""The whole story at the bottom of the screen: look where it stands, click where it should."""

from typing import TYPE_CHECKING, ClassVar

from textual.message import Message

from simulator.tui.parts.cells import Cell, join_cells
from simulator.tui.parts.charts.eighths import draw_column
from simulator.tui.parts.painted import Painted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.style import Style
    from textual import events
    from textual.strip import Strip

    from simulator.tui.playing.timeline import Mark, TimelineView

_GUTTER = "sent ", "day  ", "     "


class Timeline(Painted):
    """Photos sent each day, the line with its marks, and their names; in two rows without names, in one the line."""

    DEFAULT_CSS = """
    Timeline { height: 3; padding: 0 1; background: $background; color: $foreground; }
    Timeline > .timeline--sent { color: $accent; }
    Timeline > .timeline--ahead { color: $foreground 45%; }
    Timeline > .timeline--unknown { color: $foreground 25%; }
    Timeline > .timeline--past { color: $primary; text-style: bold; }
    Timeline > .timeline--head { color: $background; background: $accent; text-style: bold; }
    Timeline > .timeline--mark { color: $warning; text-style: bold; }
    Timeline > .timeline--label { color: $foreground 80%; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "timeline--sent",
        "timeline--ahead",
        "timeline--unknown",
        "timeline--past",
        "timeline--head",
        "timeline--mark",
        "timeline--label",
    }

    class Sought(Message):
        """Somebody pointed at a day."""

        def __init__(self, day: int) -> None:
            super().__init__()
            self.day = day

    class Scrolled(Message):
        """The wheel was turned over the line: so many days on, or back."""

        def __init__(self, days: int) -> None:
            super().__init__()
            self.days = days

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  (Textual's name for it)
        super().__init__(id=id)
        self._view: TimelineView | None = None
        self._dragging = False

    def bring(self, view: "TimelineView | None") -> None:
        """Show this; nothing is drawn anew where it is the same."""
        if view != self._view:
            self._view = view
            self.repaint()

    def paint(self, width: int, height: int) -> "Sequence[Strip]":
        columns = width - len(_GUTTER[0])
        if self._view is None or columns < 1:
            return ()
        strips = []
        rows = list(zip(_GUTTER, (self._bars, self._track, self._labels), strict=True))
        first = int(height == 1)  # one row alone is the line
        for gutter, tell in rows[first : first + height]:
            lead = [(char, self._style("label")) for char in gutter]
            strips.append(join_cells([*lead, *tell(self._view, columns)], width))
        return strips

    def _style(self, name: str) -> "Style":
        return self.get_component_rich_style(f"timeline--{name}")

    def _bars(self, view: "TimelineView", columns: int) -> list[Cell]:
        most = max(view.uploads, default=0) or 1
        head = _column(view, view.place, columns)
        row: list[Cell] = []
        for column in range(columns):
            days = _days(view, column, columns)
            if days.start > view.known:
                row.append(("░", self._style("unknown")))
                continue
            sent = max(view.uploads[days.start : days.stop], default=0)
            row.append((draw_column(sent / most), self._style("sent" if column <= head else "ahead")))
        return row

    def _track(self, view: "TimelineView", columns: int) -> list[Cell]:
        head = _column(view, view.place, columns)
        known = _column(view, view.known + 1, columns)
        row: list[Cell] = [
            ("━", self._style("past"))
            if column < head
            else ("─", self._style("ahead"))
            if column <= known
            else ("┄", self._style("unknown"))
            for column in range(columns)
        ]
        # The other way round than their names, of which the first is written: of two on one cell the same one is seen.
        for mark in reversed(_weighed(view)):
            row[_column(view, mark.day, columns)] = (mark.sign, self._style("mark"))
        row[head] = (row[head][0] if row[head][0] not in "━─┄" else "●", self._style("head"))
        return row

    def _labels(self, view: "TimelineView", columns: int) -> list[Cell]:
        row: list[Cell] = [(" ", self.rich_style)] * columns
        for mark in _weighed(view):
            text = _name(mark)
            start = min(_column(view, mark.day, columns), columns - len(text))
            # One blank on either side, so that names do not run together.
            around = row[max(0, start - 1) : start + len(text) + 1]
            if start >= 0 and all(char == " " for char, _ in around):
                styles = [self._style("mark" if place < len(mark.key) else "label") for place in range(len(text))]
                row[start : start + len(text)] = list(zip(text, styles, strict=True))
        return row

    def on_mouse_down(self, event: "events.MouseDown") -> None:
        self._dragging = True
        self.capture_mouse()
        self._point(event)

    def on_mouse_move(self, event: "events.MouseMove") -> None:
        if self._dragging:
            self._point(event)

    def on_mouse_up(self) -> None:
        self._dragging = False
        self.release_mouse()

    def on_mouse_scroll_down(self, event: "events.MouseScrollDown") -> None:
        event.stop()
        self.post_message(self.Scrolled(1))

    def on_mouse_scroll_up(self, event: "events.MouseScrollUp") -> None:
        event.stop()
        self.post_message(self.Scrolled(-1))

    def _point(self, event: "events.MouseEvent") -> None:
        columns = self.content_size.width - len(_GUTTER[0])
        if self._view is None or columns < 1:
            return
        column = event.x - self.gutter.left - len(_GUTTER[0])
        self.post_message(self.Sought(_days(self._view, min(max(column, 0), columns - 1), columns).start))


def _weighed(view: "TimelineView") -> "Sequence[Mark]":
    """Those with a key before the others, since what can be gone to at once is what one looks for."""
    return sorted(view.marks, key=lambda mark: mark.key == "")


def _name(mark: "Mark") -> str:
    return f"{mark.key} {mark.label}" if mark.key else mark.label


def _column(view: "TimelineView", day: float, columns: int) -> int:
    return min(int(day * columns / (view.last_day + 1)), columns - 1)


def _days(view: "TimelineView", column: int, columns: int) -> range:
    """The days that fall into a column; at least one."""
    days = view.last_day + 1
    first = -(-column * days // columns) if columns < days else column * days // columns
    return range(first, max(first + 1, -(-(column + 1) * days // columns) if columns < days else first + 1))
