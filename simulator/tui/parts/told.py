"""Lines of text that are told again and again, mostly the same."""

from collections.abc import Iterable

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static


class Told(Static):
    """Drawn anew only where it differs.

    To lay out the whole screen anew costs more than all else that a moment of a story does. So it is done only for
    more lines than there is room for, or for fewer where it would be seen: by a scrollbar, or by what stands below.
    """

    DEFAULT_CSS = """
    Told { width: 1fr; height: auto; }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  (Textual's name for it)
        super().__init__(id=id)
        self._lines: tuple[Content, ...] = ()

    def tell(self, lines: Iterable[Content]) -> None:
        """Show these lines."""
        new = tuple(lines)
        if [(line.plain, line.spans) for line in new] == [(line.plain, line.spans) for line in self._lines]:
            return
        self._lines = new
        content = Content("\n").join(new)
        width, room = self.content_size
        height = content.get_height({}, width) if width else 0
        self.update(content, layout=not (height == room > 0 or (0 < height < room and not self._shrinks())))

    def _shrinks(self) -> bool:
        """Whether it would be seen that there are fewer lines."""
        around = self.parent
        if not isinstance(around, Widget):
            return True
        return around.max_scroll_y > 0 or any(each.region.y > self.region.y for each in around.children)
