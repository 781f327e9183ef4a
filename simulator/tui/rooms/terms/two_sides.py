"""Something of two sets of terms side by side in one scroll, so that neither can run away from the other."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from textwrap import wrap
from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Size

from simulator.tui.parts.lines import Lines

if TYPE_CHECKING:
    from simulator.tui.rooms.terms.rows import Row

LEAD = 4  # the cursor and a mark
_MIDDLE = " │ "
_INDENT = "  "

Run = tuple[str, str]  # text, and the name of a style of `Lines`, which may be empty
Texts = list[list[Run]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """Lines over the whole width, then lines on either side, then lines over the whole width again."""

    above: Texts
    left: Texts
    right: Texts
    below: Texts
    mark: str = " "
    ink: str = ""

    @property
    def middle(self) -> int:
        return max(len(self.left), len(self.right))

    @property
    def height(self) -> int:
        return len(self.above) + self.middle + len(self.below)


class TwoSides(Lines):
    """Subclasses say how many items there are, and what each of them is at a width."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._items: list[Item] = []

    def items(self, whole: int, side: int) -> Iterable[Item]:
        """All items, wrapped at these widths: of the whole, and of one side."""
        raise NotImplementedError

    def wrap(self, cursor: int | None = None) -> None:
        """Lay everything out anew; the cursor goes to that item, or stays."""
        width = self.scrollable_content_region.width
        self._items = list(self.items(max(1, width - LEAD), self._side(width)))
        # A line more than is written, so that items stand apart.
        self.lay([item.height + 1 for item in self._items], cursor)

    def _side(self, width: int) -> int:
        return max(1, (width - LEAD - len(_MIDDLE)) // 2)

    def on_resize(self) -> None:
        self.virtual_size = Size(self.scrollable_content_region.width, self.virtual_size.height)
        self.wrap()

    def draw_line(self, index: int, line: int, width: int, base: Style) -> Iterable[Segment]:
        item = self._items[index]
        mark = f"{'▸' if index == self.cursor else ' '} {item.mark} " if line == 0 else " " * LEAD
        yield Segment(mark, base + self.style(item.ink or "quiet"))
        at = line - len(item.above)
        if at < 0:
            yield from self._runs(item.above[line], width - LEAD, base)
        elif at < item.middle:
            yield from self._sides(item, at, self._side(width), base)
        elif at < item.middle + len(item.below):
            yield from self._runs(item.below[at - item.middle], width - LEAD, base)

    def _sides(self, item: Item, at: int, side: int, base: Style) -> Iterator[Segment]:
        yield from self._runs(item.left[at] if at < len(item.left) else [], side, base)
        yield Segment(_MIDDLE, base + self.style("quiet"))
        yield from self._runs(item.right[at] if at < len(item.right) else [], side, base)

    def _runs(self, runs: Sequence[Run], room: int, base: Style) -> Iterator[Segment]:
        left = room
        for text, name in runs:
            piece = text[:left]
            left -= len(piece)
            yield Segment(piece, base + self.style(name) if name else base)
        yield Segment(" " * left, base)


class Rows(TwoSides):
    """Plain sentences on either side, with what they are about above or below."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._rows: Sequence[Row] = ()

    def bring(self, rows: "Sequence[Row]") -> None:
        """Show these; the cursor stays where it is, as far as there are rows."""
        if rows != self._rows:
            self._rows = rows
            self.wrap()

    def items(self, whole: int, side: int) -> Iterator[Item]:
        for row in self._rows:
            yield Item(
                above=[[(line, "strong")] for line in wrap(row.above, whole)],
                left=[[(line, "")] for line in wrap(row.left, side)],
                right=[[(line, "accent" if row.left != row.right else "")] for line in wrap(row.right, side)],
                below=[
                    [(line, "quiet")]
                    for text in row.below
                    for line in wrap(text, whole, initial_indent=_INDENT, subsequent_indent=_INDENT * 2)
                ],
                mark=row.mark,
            )
