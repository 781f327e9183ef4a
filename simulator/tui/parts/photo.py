"""One photo, drawn with quarter blocks, with whatever lies over it."""

from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PIL.Image import Image

    from simulator.tui.pictures import Render


class PhotoView(Widget):
    """Shows an image that fills the widget; until there is one, a quiet placeholder with its name."""

    DEFAULT_CSS = """
    PhotoView { width: 24; height: 8; background: $panel; color: $text-muted; }
    """

    def __init__(self, render: "Render", *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self._renderer = render
        self._image: Image | None = None
        self._caption = ""
        self._strips: Sequence[Strip] = ()
        self._drawn_for: tuple[int, int] | None = None

    def show(self, image: "Image | None", name: str) -> None:
        """Show this image; None waits for it, under its name."""
        if image is self._image and name == self._caption:
            return
        self._image, self._caption, self._drawn_for = image, name, None
        self.refresh()

    def render_line(self, y: int) -> Strip:
        width, height = self.content_size
        if self._image is None or width < 1 or height < 1:
            text = f"{self._caption[:width] if y == height // 2 else '':^{width}}"
            return Strip([Segment(text, self.rich_style)], width)
        if self._drawn_for != (width, height):
            self._strips = self._renderer(self._image, width, height, self._caption)
            self._drawn_for = (width, height)
        return self._strips[y] if y < len(self._strips) else Strip.blank(width, self.rich_style)
