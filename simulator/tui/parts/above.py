"""What may lie over any screen: the keys that were pressed, and the notice of a terminal that is too small."""

from collections import deque
from typing import TYPE_CHECKING

from rich.text import Text
from textual.widgets import Static

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.widget import Widget


def above_all() -> "Iterator[Widget]":
    """The widgets that every screen ends with, dialogs too."""
    yield PressedKeys()
    yield SmallNotice()


_SHOWN = 6
_SECONDS = 4.0
_NAMES = {
    "space": "Space",
    "enter": "Enter",
    "escape": "Esc",
    "tab": "Tab",
    "left": "←",
    "right": "→",
    "up": "↑",
    "down": "↓",
    "question_mark": "?",
    "full_stop": ".",
    "comma": ",",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "plus": "+",
    "minus": "-",
}


class PressedKeys(Static):
    """Floats above everything at the upper right; fades by itself."""

    DEFAULT_CSS = """
    PressedKeys { layer: notice; dock: right; width: auto; height: 1; margin: 2 2; display: none; }
    PressedKeys.-on { display: block; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._keys: deque[str] = deque(maxlen=_SHOWN)

    def press(self, key: str) -> None:
        """Show one more key."""
        self._keys.append(_NAMES.get(key, key.replace("_", " ")))
        text = Text()
        for name in self._keys:
            text.append(f" {name} ", "reverse bold")
            text.append(" ")
        self.update(text)
        self.add_class("-on")
        self.set_timer(_SECONDS, self._fade)

    def _fade(self) -> None:
        if self._keys:
            self._keys.popleft()
        if not self._keys:
            self.remove_class("-on")


LEAST = (80, 24)


class SmallNotice(Static):
    """Lies over a whole screen that has too few columns or rows."""

    DEFAULT_CSS = """
    SmallNotice { layer: notice; dock: top; width: 100%; height: 100%; display: none; background: $background;
                  content-align: center middle; text-align: center; }
    .-tiny SmallNotice, .-flat SmallNotice { display: block; }
    """

    def __init__(self) -> None:
        super().__init__(f"Rollcall needs {LEAST[0]} columns and {LEAST[1]} rows.\nMake this larger,\nor press Ctrl-C.")
