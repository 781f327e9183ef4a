"""Lines made of single cells: runs of one style become one segment."""

from collections.abc import Iterable
from itertools import groupby

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

Cell = tuple[str, Style]


def join_cells(cells: Iterable[Cell], width: int) -> Strip:
    """A strip of these one-column cells.

    Args:
        cells: from the left; each text is one column wide.
        width: how many there are.
    """
    runs = groupby(cells, key=lambda cell: cell[1])
    return Strip([Segment("".join(text for text, _ in run), style) for style, run in runs], width)
