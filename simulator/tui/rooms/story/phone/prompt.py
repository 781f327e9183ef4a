"""The pop-up as a sheet: its words from the largest to the smallest, and its buttons as loud as they are."""

from collections.abc import Collection, Iterator, Sequence
from textwrap import wrap

from simulator.consent.boxes import set_already
from simulator.consent.design import Position
from simulator.consent.prompt import Button, Prompt
from simulator.tui.rooms.story.phone.glance import Hand, PhoneRow, Piece, Sheet, Tap, TextLook, Touch
from simulator.tui.rooms.story.phone.wrapped import BLANK, FORTH, paragraph

TICKED, UNTICKED = "☑", "☐"
_EVEN = 0.05  # buttons whose salience differs from one half by less are drawn even-handedly


def look_of(button: Button) -> TextLook:
    """How loud a button is; one half is even-handed."""
    if abs(button.salience - 0.5) <= _EVEN:
        return TextLook.EVEN
    return TextLook.LOUD if button.salience > 0.5 else TextLook.QUIET  # noqa: PLR2004  (what even-handed means)


def view_prompt(prompt: Prompt, hand: Hand, width: int) -> Sheet:
    """The sheet, in rows of ``width`` cells."""
    text = [*paragraph(prompt.heading, width, TextLook.STRONG)]
    body, boxes = prompt.parted
    for part in body:
        text += [BLANK, *paragraph(part, width)]
    for part in prompt.fine_print:
        text += [BLANK, *paragraph(part, width, TextLook.DIM)]
    if hand.insists:
        asked = [*paragraph("Are you sure?", width, TextLook.STRONG)]
        sure = _chip("Yes", TextLook.EVEN, Tap(Touch.CHOICE, hand.choice))
        return Sheet(text=tuple(asked), buttons=_set((sure, _chip("Back", TextLook.QUIET, Tap(Touch.BACK))), width))
    return Sheet(
        text=tuple(text),
        buttons=(*_boxes(boxes, set_already(prompt) ^ hand.turned, width), *_buttons(prompt, hand.layer, width)),
    )


def _boxes(boxes: Sequence[str], ticked: Collection[int], width: int) -> Iterator[PhoneRow]:
    """Each box with its words, and a blank line below them all."""
    for number, words in enumerate(boxes):
        tap = Tap(Touch.BOX, f"{number}")
        for place, line in enumerate(wrap(words, width - 4)):
            mark = (TICKED if number in ticked else UNTICKED) if place == 0 else " "
            yield PhoneRow((Piece(f" {mark} {line}", TextLook.PLAIN, tap),))
    if boxes:
        yield BLANK


def _buttons(prompt: Prompt, layer: int, width: int) -> tuple[PhoneRow, ...]:
    chips = [
        _chip(button.text, look_of(button), Tap(Touch.CHOICE, button.choice))
        for button in prompt.buttons
        if button.layer <= layer
    ]
    if any(button.layer > layer for button in prompt.buttons):
        chips.append(_chip(f"More choices {FORTH}", TextLook.QUIET, Tap(Touch.LAYER)))
    if prompt.design.position is not Position.DIALOG:
        chips.append(_chip("✕", TextLook.QUIET, Tap(Touch.IGNORE)))
    return _set(tuple(chips), width)


def _chip(text: str, look: TextLook, tap: Tap) -> Piece:
    return Piece(f" {text} ", look, tap)


def _set(chips: tuple[Piece, ...], width: int) -> tuple[PhoneRow, ...]:
    """Beside one another where they fit, else one below the other."""
    if sum(len(chip.text) + 2 for chip in chips) - 2 <= width:
        spaced = [piece for chip in chips for piece in (chip, Piece("  "))][:-1]
        return (PhoneRow((Piece(""), *spaced)),)
    rows: list[PhoneRow] = []
    for chip in chips:
        lines = wrap(chip.text.strip(), width - 4)
        rows += [PhoneRow((Piece(f" {line:^{width - 2}} ", chip.look, chip.tap),)) for line in lines]
        rows.append(BLANK)
    return tuple(rows[:-1])
