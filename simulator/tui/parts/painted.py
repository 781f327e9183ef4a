"""A widget that paints all its rows at once, and has only those shown anew that differ."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

if TYPE_CHECKING:
    from textual import events


class Painted(Widget):
    """Subclasses give their rows in `paint`, and call `repaint` when there is something new.

    From one moment of a story to the next most rows stay as they are. To show all of them anew, each time, took half
    of all the time that a move of the playhead took.
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  (Textual's name for it)
        super().__init__(id=id)
        self._rows: Sequence[Strip] = ()

    def paint(self, width: int, height: int) -> Sequence[Strip]:
        """The rows for so many cells, each ``width`` cells long; what is missing below stays blank."""
        raise NotImplementedError

    def repaint(self) -> None:
        """Paint, and show what differs."""
        width, height = self.content_size
        if width < 1 or height < 1:
            return
        before, self._rows = self._rows, self.paint(width, height)
        if len(before) != len(self._rows):
            self.refresh()
            return
        changed = [y for y, row in enumerate(self._rows) if row != before[y]]
        if changed:
            self.refresh(*(Region(0, y, width, 1) for y in changed))

    def on_resize(self, event: "events.Resize") -> None:  # noqa: ARG002  (Textual's signature)
        self._rows = ()
        self.repaint()

    def notify_style_update(self) -> None:
        super().notify_style_update()
        if self.is_attached:
            self.repaint()

    def render_line(self, y: int) -> Strip:
        return self._rows[y] if y < len(self._rows) else Strip.blank(self.content_size.width, self.rich_style)
