"""Text in rows of a given width."""

from textwrap import wrap

from simulator.tui.rooms.story.phone.glance import Look, Piece, Row, Tap

BLANK = Row()
FORTH, BACK = "\u203a", "\u2039"  # single angle quotation marks, as phones draw the way into a menu and out of it


def paragraph(text: str, width: int, look: Look = Look.PLAIN, tap: Tap | None = None, *, indent: int = 0) -> list[Row]:
    """The text in as many rows as it takes, each of which can be tapped if any can."""
    lines = wrap(text, max(width, 1), initial_indent=" " * indent, subsequent_indent=" " * indent)
    return [Row((Piece(line, look, tap),), look) for line in lines or [""]]


def ends(left: str, right: str, look: Look, tap: Tap | None = None) -> Row:
    """One row with something at either end."""
    return Row((Piece(left, look, tap), Piece(""), Piece(right, look)), look)
