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
_NAME = " Rollcall "
_ALWAYS = (("?", "keys", "keys"), ("q", "quit", "quit"))  # key, words, action of the application


class Rooms(Widget):
    """Where one is, and how to go elsewhere, or out; a click does what its key does."""

    DEFAULT_CSS = """
    Rooms { height: 1; dock: top; background: $panel; color: $foreground; }
    """

    def __init__(self, here: str) -> None:
        super().__init__()
        self._here = here

    @property
    def _lead(self) -> str:
        """The name, where there is room for it."""
        rooms = sum(len(key) + len(words) + 3 for _, key, words in ROOMS)
        always = sum(len(key) + len(words) + 3 for key, words, _ in _ALWAYS)
        return _NAME if len(_NAME) + rooms + always <= self.size.width else " "

    def render(self) -> Text:
        row = Text(self._lead, style="bold")
        for name, key, words in ROOMS:
            # The room one is in stands in brackets: a second sign beside the colour.
            label = f"[{key} {words}]" if name == self._here else f" {key} {words} "
            row.append(label, style="bold reverse" if name == self._here else "")
        always = "".join(f" {key} {words} " for key, words, _ in _ALWAYS)
        row.append(" " * max(0, self.size.width - row.cell_len - len(always)))
        row.append(always, style="dim")
        return row

    async def on_click(self, event: events.Click) -> None:
        left = len(self._lead)
        for name, key, words in ROOMS:
            left += len(key) + len(words) + 3
            if len(self._lead) <= event.x < left:
                await self.app.run_action(f"app.go('{name}')")
                return
        right = self.size.width
        for key, words, action in reversed(_ALWAYS):
            right -= len(key) + len(words) + 3
            if right <= event.x < self.size.width:
                await self.app.run_action(action)
                return
