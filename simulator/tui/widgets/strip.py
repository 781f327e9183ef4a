"""A row of photos, as many as fit."""

from typing import TYPE_CHECKING

from textual.containers import Horizontal

from simulator.tui.widgets.photo import PhotoView

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PIL.Image import Image

    from simulator.tui.pictures import Render

_MOST = 9


class PhotoStrip(Horizontal):
    """Photos beside each other; those beyond the right edge are cut off.

    Args:
        render: how photos become characters.
    """

    DEFAULT_CSS = """
    PhotoStrip { height: 9; border: round $primary; margin: 0 1; overflow: hidden; }
    PhotoStrip PhotoView { width: 16; height: 100%; margin-right: 1; }
    """

    def __init__(self, render: "Render", *, id: str | None = None) -> None:  # noqa: A002  (Textual's name)
        super().__init__(*(PhotoView(render) for _ in range(_MOST)), id=id)

    def show_photos(self, photos: "Sequence[tuple[str, Image | None]]", title: str) -> None:
        """Show these, each under its name until its picture is there."""
        self.border_title = title
        for view, photo in zip(self.query(PhotoView), [*photos, *[("", None)] * _MOST], strict=False):
            view.show(photo[1], photo[0])
