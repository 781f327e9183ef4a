"""One photo in real pixels, where the terminal has them and `textual-image` is there (extra ``[pixels]``).

The screen is left for it: pixels under Textual vanish below whatever lies over them, and the terminal cannot be asked
what it can do while Textual reads from it.
"""

import shutil
import sys
from contextlib import suppress
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from textual.app import App, SuspendNotSupported

from simulator.tui.rooms.story.seen_photo import fit

if TYPE_CHECKING:
    from PIL.Image import Image

_NOT_INSTALLED = "Pixels need textual-image: pip install 'camera-rollcall[pixels]'."
_NO_PIXELS = "This terminal shows no pixels, neither as Sixel nor by kitty's protocol."
_NOT_HERE = "Pixels need a terminal of one's own; this one cannot be left."


def why_not() -> str:
    """Why there can be no pixels, as far as it is known without asking the terminal; empty if there may be."""
    return "" if find_spec("textual_image") is not None else _NOT_INSTALLED


def show_pixels(app: App[Any], image: "Image", caption: str) -> str:
    """Leave the screen, show the image until a key is pressed, and come back.

    Returns:
        Why it was not shown; empty if it was.
    """
    if reason := why_not():
        return reason
    try:
        with app.suspend():
            return _show(image, caption)
    except SuspendNotSupported:
        return _NOT_HERE


def _show(image: "Image", caption: str) -> str:
    import click
    from rich.console import Console
    from textual_image import renderable

    if renderable.Image not in {renderable.SixelImage, renderable.TGPImage}:
        return _NO_PIXELS
    columns, lines = shutil.get_terminal_size()
    width, height = fit(image.size, columns, lines - 2)
    console = Console(file=sys.__stdout__, force_terminal=True)
    console.clear()
    console.print(renderable.Image(image, width=width, height=height))
    console.print(f"{caption}   any key goes back", markup=False, highlight=False, end="")
    with suppress(KeyboardInterrupt, EOFError):
        click.getchar()
    console.clear()
    return ""
