"""A row of photos, as many as fit."""

from typing import TYPE_CHECKING

from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from simulator.tui.parts.photo import PhotoView

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PIL.Image import Image

    from simulator.tui.pictures import Render

_MOST = 9
_NAMED = 7  # rows, from which on each photo has its name under it
_NARROWEST = 14


class _Tile(Vertical):
    DEFAULT_CSS = """
    _Tile { width: 16; height: 100%; margin-right: 1; }
    _Tile PhotoView { width: 100%; height: 1fr; }
    _Tile Static { height: 1; text-wrap: nowrap; text-overflow: ellipsis; text-align: center; color: $text-muted; }
    """

    def __init__(self, render: "Render") -> None:
        super().__init__(PhotoView(render), Static())

    def show(self, image: "Image | None", name: str) -> None:
        self.query_one(PhotoView).show(image, name)
        self.query_one(Static).update(Content(name))


class PhotoStrip(Horizontal):
    """Photos beside each other, as many as there is room for, which they share.

    Args:
        render: how photos become characters.
    """

    DEFAULT_CSS = """
    PhotoStrip { height: 9; border: round $primary; margin: 0 1; overflow: hidden; }
    """

    def __init__(self, render: "Render", *, id: str | None = None) -> None:  # noqa: A002  (Textual's name)
        super().__init__(*(_Tile(render) for _ in range(_MOST)), id=id)
        self._known = _MOST

    def show_photos(self, photos: "Sequence[tuple[str, Image | None]]", title: str) -> None:
        """Show these, each under its name until its picture is there."""
        self.border_title = Content(title)
        for tile, (name, image) in zip(self.query(_Tile), photos, strict=False):
            tile.show(image, name)
        if len(photos) != self._known:
            self._known = len(photos)
            self._share()

    def on_resize(self) -> None:
        self._share()

    def _share(self) -> None:
        """Give each photo about the proportions of a photo, and all together the whole row."""
        width, height = self.content_size
        named = height >= _NAMED
        ideal = max(_NARROWEST, (height - named) * 8 // 3)
        fitting = max(1, min(self._known, _MOST, (width + 1) // (ideal + 1)))
        share, left = divmod(width + 1, fitting)
        for place, tile in enumerate(self.query(_Tile)):
            tile.display = place < fitting
            tile.styles.width = share - 1 + (place < left)
            tile.query_one(Static).display = named
