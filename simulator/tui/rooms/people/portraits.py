"""The people and animals of a life, face by face."""

from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PIL.Image import Image
    from rich.style import Style

    from simulator.tui.pictures import Render

_CAPTION = 2  # rows under a face: the name, and who it is to the owner
_GAP = 1


class Portraits(Widget):
    """Tiles in rows, as many as fit; who does not is counted in the border.

    Args:
        render: how pictures become characters.
    """

    DEFAULT_CSS = """
    Portraits { border: round $primary; padding: 0 1; height: 9; }
    """

    def __init__(self, render: "Render", *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._renderer = render
        self._who: list[tuple[str, str]] = []
        self._images: list[Image | None] = []
        self._drawn: dict[tuple[int, int, int], Sequence[Strip]] = {}

    def bring(self, who: "Sequence[tuple[str, str]]") -> None:
        """Show these, a name and a relation each; their faces come later."""
        self._who, self._images = list(who), [None] * len(who)
        self._drawn.clear()
        self._count()
        self.refresh()

    def put(self, place: int, image: "Image") -> None:
        """The face of the ``place``-th."""
        if place < len(self._images):
            self._images[place] = image
            self._drawn = {key: strips for key, strips in self._drawn.items() if key[0] != place}
            self.refresh()

    def on_resize(self) -> None:
        self._count()

    def _tile(self) -> tuple[int, int]:
        """Columns and rows of a face: larger where there is much room."""
        return (14, 7) if self.content_size.height >= 2 * (7 + _CAPTION) else (10, 5)

    def _grid(self) -> tuple[int, int]:
        """Tiles beside each other, and above each other."""
        wide, high = self._tile()
        width, height = self.content_size
        return max(1, (width + _GAP) // (wide + _GAP)), max(1, height // (high + _CAPTION))

    def _count(self) -> None:
        across, down = self._grid()
        left_out = len(self._who) - across * down
        self.border_subtitle = f"and {left_out} more" if left_out > 0 else ""

    def render_line(self, y: int) -> Strip:
        wide, high = self._tile()
        across, down = self._grid()
        row, line = divmod(y, high + _CAPTION)
        width = self.content_size.width
        if row >= down:
            return Strip.blank(width, self.rich_style)
        strips = []
        for place in range(row * across, min((row + 1) * across, len(self._who))):
            strips.append(self._line(place, line, wide, high))
            strips.append(Strip([Segment(" " * _GAP, self.rich_style)], _GAP))
        return Strip.join(strips).adjust_cell_length(width, self.rich_style)

    def _line(self, place: int, line: int, wide: int, high: int) -> Strip:
        name, relation = self._who[place]
        if line >= high:
            style: Style = self.rich_style
            words = name if line == high else relation
            return Strip([Segment(f"{words[:wide]:^{wide}}", style)], wide)
        image = self._images[place]
        if image is None:
            return Strip([Segment(f"{'...' if line == high // 2 else '':^{wide}}", self.rich_style)], wide)
        key = (place, wide, high)
        if key not in self._drawn:
            self._drawn[key] = self._renderer(image, wide, high, name)
        return self._drawn[key][line]
