"""Text in rows of a given width."""

from textwrap import wrap

from simulator.tui.rooms.story.phone.glance import PhoneRow, Piece, Tap, TextLook

BLANK = PhoneRow()
FORTH, BACK = "\u203a", "\u2039"  # single angle quotation marks, as phones draw the way into a menu and out of it


def paragraph(
    text: str, width: int, look: TextLook = TextLook.PLAIN, tap: Tap | None = None, *, indent: int = 0
) -> list[PhoneRow]:
    """The text in as many rows as it takes, each of which can be tapped if any can."""
    lines = wrap(text, max(width, 1), initial_indent=" " * indent, subsequent_indent=" " * indent)
    return [PhoneRow((Piece(line, look, tap),), look) for line in lines or [""]]


def ends(left: str, right: str, look: TextLook, tap: Tap | None = None) -> PhoneRow:
    """One row with something at either end."""
    return PhoneRow((Piece(left, look, tap), Piece(""), Piece(right, look)), look)
