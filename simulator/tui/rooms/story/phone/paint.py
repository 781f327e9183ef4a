"""Rows of the phone as strips of cells, and where on them one can tap."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from simulator.tui.rooms.story.phone.glance import Glance, PhoneRow, Piece, Tap, TextLook


@dataclass(frozen=True, slots=True)
class Target:
    """Cells that can be tapped."""

    y: int
    left: int
    right: int
    tap: Tap


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """The rows of a phone of some height, from top to bottom, each dimmed or not.

    Attributes:
        rows: what stands in each line.
        sheet_from: the line at which the sheet begins, or the height if there is none.
        body, text: how many lines of body and of the sheet's text do not fit.
    """

    rows: tuple[PhoneRow, ...]
    sheet_from: int
    body: int
    text: int


def lay_out(glance: Glance, height: int, *, body_from: int, text_from: int) -> Layout:
    """Choose what fits: the bars stand still, body and sheet scroll.

    Args:
        glance: what there is.
        height: lines.
        body_from: how many lines of the body have been scrolled past.
        text_from: the same for the sheet's text.
    """
    room = max(height - len(glance.top) - len(glance.bottom) - len(glance.note), 0)
    shown = glance.body[body_from : body_from + room]
    rows = [*glance.top, *shown, *[PhoneRow()] * (room - len(shown)), *glance.note, *glance.bottom]
    if glance.sheet is None:
        return Layout(rows=tuple(rows[:height]), sheet_from=height, body=max(len(glance.body) - room, 0), text=0)
    sheet = glance.sheet
    most = max(height - len(glance.top) - len(glance.note) - len(sheet.buttons) - 3, 1)
    text = sheet.text[text_from : text_from + most]
    hidden = max(len(sheet.text) - most, 0)
    handle = PhoneRow((Piece(""), Piece("━━━━", TextLook.DIM), Piece("")))
    # Arrows say that the text goes on: what is cut off is not always seen to be.
    more = PhoneRow(
        (Piece(""), Piece("▼ more " if text_from < hidden else "▲ " if hidden else "", TextLook.DIM)), TextLook.SHEET
    )
    over = [handle, *text, more, *glance.note, *sheet.buttons, PhoneRow((), TextLook.SHEET)]
    over = [PhoneRow((Piece(" "), *row.pieces, Piece(" ")), TextLook.SHEET, row.photo) for row in over]
    start = max(height - len(over), 0)
    return Layout(rows=(*rows[:start], *over[: height - start]), sheet_from=start, body=0, text=hidden)


@dataclass(frozen=True, slots=True, kw_only=True)
class Brush:
    """What rows are painted with.

    Attributes:
        width: of every row, in cells.
        paper: the style of cells on which nothing is.
        style_of: how a look is drawn.
        photo_line: one line of a photo as high as so many rows, or None while it cannot be shown.
        cursor: what stands reversed.
    """

    width: int
    paper: Style
    style_of: Callable[[TextLook], Style]
    photo_line: Callable[[str, int, int], Strip | None]
    cursor: Tap | None


def paint(row: PhoneRow, brush: Brush) -> tuple[Strip, Sequence[tuple[int, int, Tap]]]:
    """One row as a strip, and the spans of it that can be tapped."""
    width, base = brush.width, brush.paper + brush.style_of(row.look)
    if row.photo is not None:
        strip = brush.photo_line(*row.photo)
        return (Strip.blank(width, base) if strip is None else strip), ()
    taken = sum(cell_len(piece.text) for piece in row.pieces)
    stretches = sum(not piece.text for piece in row.pieces)
    segments, spans, x = [], [], 0
    for piece in row.pieces:
        text = piece.text
        if not text:
            # Whatever room is left, shared by all that stretch; the last of them takes what does not divide.
            text = " " * (max(width - taken, 0) // stretches)
            taken, stretches = taken + len(text), stretches - 1
        style = base + brush.style_of(piece.look)
        if piece.tap is not None:
            spans.append((x, x + cell_len(text), piece.tap))
            if piece.tap == brush.cursor:
                style += Style(reverse=True, bold=True)
                # An arrow beside the colour; the room for it is the button's own.
                text = f"▸{text[1:]}" if text.startswith(" ") else text
        segments.append(Segment(text, style))
        x += cell_len(text)
    return Strip(segments).adjust_cell_length(width, base), spans
