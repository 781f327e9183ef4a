"""A photo as the company has it: its picture with the faces found in it, or what there is instead."""

from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from simulator.tui.rooms.story.seen import Sight

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PIL.Image import Image

    from simulator.tui.pictures import Render
    from simulator.tui.rooms.story.seen import CloudView, FaceBox

_INSTEAD = {
    Sight.NOTHING: "nothing was sent yet",
    Sight.NEVER_SENT: "never left the phone",
    Sight.ORIGINAL_GONE: "✕ original deleted",
}
_HATCH = "\N{BOX DRAWINGS LIGHT DIAGONAL UPPER RIGHT TO LOWER LEFT}"
_CELL = 2  # a cell is about twice as high as wide


class SeenPhoto(Widget):
    """Fits the whole picture into the widget, so that boxes stand where the analyzer put them."""

    DEFAULT_CSS = """
    SeenPhoto { background: $glass; color: $foreground; width: 1fr; height: 1fr; }
    SeenPhoto > .seen-photo--box { color: $warning; text-style: bold; }
    SeenPhoto > .seen-photo--name { background: $warning; color: $background; text-style: bold; }
    SeenPhoto > .seen-photo--instead { color: $foreground 35%; }
    SeenPhoto > .seen-photo--words { color: $foreground; text-style: bold; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "seen-photo--box",
        "seen-photo--name",
        "seen-photo--instead",
        "seen-photo--words",
    }

    def __init__(self, render: "Render", *, id: str | None = None) -> None:  # noqa: A002  (Textual's name for it)
        super().__init__(id=id)
        self._renderer = render
        self._image: Image | None = None
        self._photo = ""
        self._instead = ""
        self._faces: tuple[FaceBox, ...] = ()
        self._shown: object = None
        self._lines: Sequence[Strip] = ()
        self._drawn_for: tuple[int, int] | None = None

    def bring(self, image: "Image | None", view: "CloudView", *, open_eyes: bool, boxes: bool = True) -> None:
        """Show this photo.

        Args:
            image: the photo; None while it is still being drawn.
            view: what is known of it.
            open_eyes: whether to show the picture even if the company does not have it.
            boxes: whether to draw the faces' boxes over it.
        """
        instead = "" if open_eyes and view.photo else _INSTEAD.get(view.sight, "")
        faces = view.faces if boxes else ()
        shown = (image, view.photo, instead, faces)
        if shown == self._shown:
            return
        self._shown = shown
        self._image, self._photo, self._instead, self._faces = shown
        self._drawn_for = None
        self.refresh()

    def render_line(self, y: int) -> Strip:
        width, height = self.content_size
        if width < 1 or height < 1:
            return Strip.blank(width, self.rich_style)
        if self._drawn_for != (width, height):
            self._lines = self._draw(width, height)
            self._drawn_for = (width, height)
        return self._lines[y] if y < len(self._lines) else Strip.blank(width, self.rich_style)

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._drawn_for = None

    def _draw(self, width: int, height: int) -> "Sequence[Strip]":
        if self._instead or self._image is None:
            return self._hatch(width, height, self._instead or (f"{self._photo} is being drawn" if self._photo else ""))
        columns, rows = fit(self._image.size, width, height)
        picture = list(self._renderer(self._image, columns, rows, self._photo))
        for box in self._faces:
            self._lay(picture, box, columns, rows)
        left = (width - columns) // 2
        blank = Strip.blank(width, self.rich_style)
        side = Strip.blank(left, self.rich_style)
        above = (height - rows) // 2
        lines = [Strip.join([side, line]).adjust_cell_length(width, self.rich_style) for line in picture]
        return [*[blank] * above, *lines, *[blank] * (height - above - rows)]

    def _hatch(self, width: int, height: int, words: str) -> "Sequence[Strip]":
        hatch = self.get_component_rich_style("seen-photo--instead")
        lines = [Strip([Segment(_HATCH * width, hatch)], width) for _ in range(height)]
        text = f" {words} "[:width]
        left = (width - len(text)) // 2
        told = Segment(text, self.get_component_rich_style("seen-photo--words"))
        rest = width - left - len(text)
        lines[height // 2] = Strip([Segment(_HATCH * left, hatch), told, Segment(_HATCH * rest, hatch)], width)
        return lines

    def _lay(self, picture: list[Strip], box: "FaceBox", columns: int, rows: int) -> None:
        """Draw the edges of a box over the picture; the picture shows through as their background."""
        face = box.face
        left, right = _span(face.left, face.width, columns)
        top, bottom = _span(face.top, face.height, rows)
        ink = self.get_component_rich_style("seen-photo--box")
        name = self.get_component_rich_style("seen-photo--name")
        across = right - left - 1
        for y in range(top, bottom + 1):
            if y == top:
                edge = "┏" + "━" * across + "┓"
            elif y == bottom:
                edge = "┗" + "━" * across + "┛"
            else:
                edge = "┃" + " " * across + "┃"
            for x, char in enumerate(edge, start=left):
                if char != " ":
                    picture[y] = _put(picture[y], x, char, ink)
        label = box.person or str(box.number)
        picture[top] = _put(picture[top], left, label[: right - left + 1], name, solid=True)


def fit(size: tuple[int, int], width: int, height: int) -> tuple[int, int]:
    """The most columns and rows within these that keep a picture's proportions."""
    across, down = size
    columns = min(width, max(1, round(height * _CELL * across / down)))
    return columns, min(height, max(1, round(columns * down / across / _CELL)))


def _span(start: float, length: float, cells: int) -> tuple[int, int]:
    """First and last cell, at least three apart where there is room, so that a box is seen as one."""
    first = min(max(int(start * cells), 0), cells - 1)
    last = min(max(int((start + length) * cells), first + 2), cells - 1)
    return max(0, min(first, last - 2)), last


def _put(line: Strip, x: int, text: str, style: Style, *, solid: bool = False) -> Strip:
    end = x + len(text)
    under = next(iter(line.crop(x, x + 1)), None)
    back = None if under is None or under.style is None else under.style.bgcolor
    over = style if solid or back is None else style + Style(bgcolor=back)
    return Strip.join([line.crop(0, x), Strip([Segment(text, over)], len(text)), line.crop(end)])
