"""What may lie over any screen: the keys that were pressed, and the notice of a terminal that is too small."""

from typing import TYPE_CHECKING

from simulator.tui.widgets.pressed import PressedKeys
from simulator.tui.widgets.small import SmallNotice

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.widget import Widget


def above_all() -> "Iterator[Widget]":
    """The widgets that every screen ends with, dialogs too."""
    yield PressedKeys()
    yield SmallNotice()
