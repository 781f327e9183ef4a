"""Lines that can be read aloud on a small terminal."""

from collections.abc import Iterable
from textwrap import fill

from simulator.domain.categories import DataCategory
from simulator.domain.data_kinds import DATA_KINDS
from simulator.report.spoken import WIDTH


def paragraph(text: str, *, indent: int = 0) -> str:
    """The text in lines of at most `WIDTH` characters, an address excepted; after the first, two further in."""
    return fill(
        text,
        WIDTH,
        initial_indent=" " * indent,
        subsequent_indent=" " * (indent + 2),
        break_long_words=False,
        break_on_hyphens=False,
    )


def name_all(categories: Iterable[DataCategory]) -> str:
    """``thumbnails, occasions``; ``everything`` when nothing is left out."""
    named = tuple(categories)
    return "everything" if len(named) == len(DataCategory) else ", ".join(DATA_KINDS[each].name for each in named)
