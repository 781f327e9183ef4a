"""The days of a story in one row, with its landmarks and the playhead; a click goes to a day."""

from collections.abc import Sequence
from typing import ClassVar

from rich.text import Text
from textual import events
from textual.message import Message
from textual.widget import Widget

from simulator.tui.playback import Landmark
from simulator.tui.widgets.ink import ink

_PLAYHEAD, _KNOWN, _UNKNOWN = "█", "━", "╌"


class DayStrip(Widget):
    """What has been played so far is a line, what has not yet is dashes."""

    DEFAULT_CSS = """
    DayStrip { height: 1; padding: 0 1; color: $text-muted; }
    DayStrip > .day-strip--playhead { color: $foreground; text-style: bold; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"day-strip--playhead"}

    class DayPicked(Message):
        """A click on a day."""

        def __init__(self, day: int) -> None:
            super().__init__()
            self.day = day

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._day = 0
        self._known = 0
        self._last = 1
        self._landmarks: Sequence[Landmark] = ()

    def bring(self, day: int, known: int, last: int, landmarks: Sequence[Landmark]) -> None:
        """The playhead, the last day that has been played, the last that will be, and what to mark."""
        self._day, self._known, self._last, self._landmarks = day, known, max(1, last), landmarks
        self.refresh()

    def _column(self, day: int) -> int:
        return min(self.content_size.width - 1, day * (self.content_size.width - 1) // self._last)

    def render(self) -> Text:
        width = self.content_size.width
        if width < 1:
            return Text()
        known = self._column(self._known) + 1
        row = [_KNOWN if column < known else _UNKNOWN for column in range(width)]
        for mark in self._landmarks:
            row[self._column(max(0, mark.day))] = mark.mark
        here = self._column(self._day)
        row[here] = _PLAYHEAD
        line = Text("".join(row), no_wrap=True)
        line.stylize(ink(self, "day-strip--playhead"), here, here + 1)
        return line

    def on_click(self, event: events.Click) -> None:
        across = event.get_content_offset(self)
        if across is not None:
            self.post_message(self.DayPicked(across.x * self._last // max(1, self.content_size.width - 1)))
