"""A list in columns; those that do not fit are left out, the least important first."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style

from simulator.tui.parts.lines import Lines

Cell = tuple[str, str]  # text, and the name of a style of `Lines`, which may be empty


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """``rank`` 0 is always shown, greater ranks where there is room. One column takes what is left over."""

    title: str
    width: int
    rank: int = 0
    grows: bool = False
    right: bool = False


class Columns(Lines):
    """Rows of cells, fetched when they come into sight."""

    HEADS = 1

    def __init__(self, columns: Sequence[Column], *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._columns = columns
        self._fetch: Callable[[int], Sequence[Cell]] = lambda _: ()

    def bring(self, count: int, fetch: Callable[[int], Sequence[Cell]], cursor: int | None = None) -> None:
        """Show so many rows; ``fetch`` gives the cells of one, one for each column."""
        self._fetch = fetch
        self.lay([1] * count, cursor)

    def fitting(self, width: int) -> list[tuple[int, int]]:
        """Which columns there is room for, in order, and how wide each is."""
        chosen: list[int] = []
        left = width - 2
        for place, column in sorted(enumerate(self._columns), key=lambda each: each[1].rank):
            if column.rank == 0 or column.width + 1 <= left:
                chosen.append(place)
                left -= column.width + 1
        return [
            (place, self._columns[place].width + max(0, left) * self._columns[place].grows) for place in sorted(chosen)
        ]

    def draw_head(self, line: int, width: int) -> Iterable[Segment]:  # noqa: ARG002
        style = self.get_component_rich_style("lines--head")
        return self._row([(column.title, "") for column in self._columns], width, style, "  ")

    def draw_line(self, index: int, line: int, width: int, base: Style) -> Iterable[Segment]:  # noqa: ARG002
        return self._row(self._fetch(index), width, base, "▸ " if index == self.cursor else "  ")

    def _row(self, cells: Sequence[Cell], width: int, base: Style, lead: str) -> Iterator[Segment]:
        yield Segment(lead, base)
        for place, wide in self.fitting(width):
            text, name = cells[place]
            yield Segment(fit(text, wide, right=self._columns[place].right), base + self.style(name) if name else base)
            yield Segment(" ", base)


def fit(text: str, width: int, *, right: bool = False) -> str:
    """The text in just so many cells, cut with an ellipsis or filled with spaces."""
    if cell_len(text) > width:
        return set_cell_size(text, max(0, width - 1)) + "…" * (width > 0)
    return " " * (width - cell_len(text)) + text if right else set_cell_size(text, width)
