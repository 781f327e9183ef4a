"""The top row: the rooms of the house, each with its key."""

from rich.text import Text
from textual import events
from textual.widget import Widget

# Name of the mode, key, words.
ROOMS = (
    ("home", "1", "Home"),
    ("story", "2", "Story"),
    ("ledger", "3", "Ledger"),
    ("terms", "4", "Terms"),
    ("bench", "5", "Bench"),
    ("people", "6", "People"),
    ("lab", "7", "Lab"),
)
_LEAD = " Rollcall "


class Rooms(Widget):
    """Where one is, and how to go elsewhere; a click goes there."""

    DEFAULT_CSS = """
    Rooms { height: 1; dock: top; background: $panel; color: $foreground; }
    """

    def __init__(self, here: str) -> None:
        super().__init__()
        self._here = here

    def render(self) -> Text:
        row = Text(_LEAD, style="bold")
        for name, key, words in ROOMS:
            # The room one is in stands in brackets: a second sign beside the colour.
            label = f"[{key} {words}]" if name == self._here else f" {key} {words} "
            row.append(label, style="bold reverse" if name == self._here else "")
        return row

    def on_click(self, event: events.Click) -> None:
        left = len(_LEAD)
        for name, key, words in ROOMS:
            width = len(key) + len(words) + 3
            if left <= event.x < left + width:
                self.app.switch_mode(name)
                return
            left += width
