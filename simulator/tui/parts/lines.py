"""A scrolling list with a cursor, of which only the lines in sight are ever drawn; subclasses draw them."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import Any, ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from simulator.tui.parts.ink import ink


class Lines(ScrollView, can_focus=True, inherit_bindings=False):
    """Items of one or more lines each, below ``HEADS`` lines that stay where they are."""

    DEFAULT_CSS = """
    Lines {
        scrollbar-size-vertical: 1;
        scrollbar-gutter: stable;
        overflow-x: hidden;
        background: $surface;
        color: $foreground;
        & > .lines--cursor { background: $primary 25%; }
        &:focus > .lines--cursor { background: $primary 45%; text-style: bold; }
        & > .lines--head { color: $foreground; text-style: bold; background: $surface; }
        & > .lines--quiet { text-style: dim; }
        & > .lines--strong { text-style: bold; }
        & > .lines--gone { color: $gone; }
        & > .lines--going { color: $going; }
        & > .lines--kept { color: $kept; }
        & > .lines--silent { color: $silent; }
        & > .lines--success { color: $success; }
        & > .lines--primary { color: $primary; }
        & > .lines--accent { color: $accent; }
        & > .lines--lit { color: $warning; text-style: bold underline; }
    }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"lines--{name}"
        for name in (
            *("cursor", "head", "quiet", "strong", "lit"),
            *("gone", "going", "kept", "silent", "success", "primary", "accent"),
        )
    }
    BINDINGS: ClassVar[list[Any]] = [
        Binding("up", "move(-1)", "Up", group=Binding.Group("Pick", compact=True), key_display="↑"),
        Binding("down", "move(1)", "Down", group=Binding.Group("Pick", compact=True), key_display="↓"),
        Binding("pageup", "page(-1)", "Page up", show=False),
        Binding("pagedown", "page(1)", "Page down", show=False),
        Binding("home", "move(-1000000)", "First", show=False),
        Binding("end", "move(1000000)", "Last", show=False),
        Binding("enter", "choose", "Open", show=False),
    ]
    HEADS: ClassVar[int] = 0

    class Moved(Message):
        """The cursor stands on another item."""

        def __init__(self, lines: "Lines", index: int) -> None:
            super().__init__()
            self.lines = lines
            self.index = index

        @property
        def control(self) -> "Lines":
            return self.lines

    class Chosen(Moved):
        """Enter, or a click on the item under the cursor."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        self._inks: dict[str, Style] = {}
        super().__init__(id=id, classes=classes)
        self.cursor = 0
        self._tops: Sequence[int] = (0,)

    # What subclasses draw ------------------------------------------------------------------------------------------

    def draw_head(self, line: int, width: int) -> Iterable[Segment]:  # noqa: ARG002
        """One of the lines that stay where they are."""
        return ()

    def draw_line(self, index: int, line: int, width: int, base: Style) -> Iterable[Segment]:
        """One line of an item; every segment's style is ``base`` plus something."""
        raise NotImplementedError

    # What subclasses say -------------------------------------------------------------------------------------------

    @property
    def count(self) -> int:
        return len(self._tops) - 1

    def lay(self, heights: Iterable[int], cursor: int | None = None) -> None:
        """There are items of these heights now; the cursor goes to that item, or stays."""
        self._tops = (0, *accumulate(heights))
        self.virtual_size = Size(self.scrollable_content_region.width, self._tops[-1] + self.HEADS)
        self.cursor = max(0, min(self.cursor if cursor is None else cursor, self.count - 1))
        self.refresh()

    def style(self, name: str) -> Style:
        """A style of this widget's CSS, without its background."""
        if name not in self._inks:
            self._inks[name] = ink(self, f"lines--{name}")
        return self._inks[name]

    def notify_style_update(self) -> None:
        """Another theme, or the focus, may have changed every colour."""
        self._inks = {}
        super().notify_style_update()

    # Drawing -------------------------------------------------------------------------------------------------------

    def render_line(self, y: int) -> Strip:
        width = self.scrollable_content_region.width
        base = self.rich_style
        if y < self.HEADS:
            head = self.get_component_rich_style("lines--head")
            return Strip(self.draw_head(y, width)).adjust_cell_length(width, head)
        line = y - self.HEADS + int(self.scroll_offset.y)
        if not self.count and line == 0:
            return Strip([Segment("  Nothing here.", base + self.style("quiet"))]).adjust_cell_length(width, base)
        if not 0 <= line < self._tops[-1] or width < 1:
            return Strip.blank(self.size.width, base)
        index = bisect_right(self._tops, line) - 1
        if index == self.cursor:
            base += self.get_component_rich_style("lines--cursor")
        drawn = Strip(self.draw_line(index, line - self._tops[index], width, base))
        return drawn.adjust_cell_length(width, base).crop(0, width)

    # Moving --------------------------------------------------------------------------------------------------------

    def point(self, index: int) -> None:
        """Put the cursor on an item and scroll it into sight."""
        if not self.count:
            return
        index = max(0, min(index, self.count - 1))
        if index != self.cursor:
            self.cursor = index
            self.refresh()
            self.post_message(self.Moved(self, index))
        top, bottom = self._tops[index], self._tops[index + 1]
        seen = max(1, self.scrollable_content_region.height - self.HEADS)
        offset = int(self.scroll_offset.y)
        if top < offset:
            self.scroll_to(y=top, animate=False)
        elif bottom > offset + seen:
            self.scroll_to(y=min(top, bottom - seen), animate=False)

    def action_move(self, by: int) -> None:
        self.point(self.cursor + by)

    def action_page(self, by: int) -> None:
        seen = max(1, self.scrollable_content_region.height - self.HEADS - 1)
        self.point(bisect_right(self._tops, self._tops[self.cursor] + by * seen) - 1)

    def action_choose(self) -> None:
        if self.count:
            self.post_message(self.Chosen(self, self.cursor))

    def on_click(self, event: events.Click) -> None:
        index = self.item_at(event.y)
        if index is None:
            return
        if index == self.cursor:
            self.action_choose()
        self.point(index)

    def item_at(self, y: int) -> int | None:
        """The item at a row of the widget, if there is one."""
        line = y - self.HEADS + int(self.scroll_offset.y)
        return bisect_right(self._tops, line) - 1 if y >= self.HEADS and 0 <= line < self._tops[-1] else None

    def on_resize(self) -> None:
        self.virtual_size = Size(self.scrollable_content_region.width, self._tops[-1] + self.HEADS)
        if self.count:
            # Wherever the cursor is by then: it may have moved meanwhile.
            self.call_after_refresh(self.action_move, 0)
