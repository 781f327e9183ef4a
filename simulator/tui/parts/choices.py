"""One row of words of which one is chosen; a click chooses another."""

from collections.abc import Sequence

from rich.text import Text
from textual import events
from textual.message import Message
from textual.widget import Widget


class Choices(Widget):
    """The views of a screen, side by side."""

    DEFAULT_CSS = """
    Choices { height: 1; background: $panel; color: $text-muted; }
    """

    class Picked(Message):
        """A click chose the word of that number."""

        def __init__(self, index: int) -> None:
            super().__init__()
            self.index = index

    def __init__(self, words: Sequence[str], *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._words = words
        self._chosen = 0
        self._note = ""

    def offer(self, words: Sequence[str]) -> None:
        """Other words to choose from."""
        self._words = words
        self.refresh()

    def choose(self, index: int, note: str = "") -> None:
        """Mark a word; the note stands at the right end of the row."""
        self._chosen, self._note = index, note
        self.refresh()

    def render(self) -> Text:
        row = Text(" ", no_wrap=True, overflow="ellipsis")
        for place, word in enumerate(self._words):
            # The chosen word stands in brackets: a second sign beside the colour.
            chosen = place == self._chosen
            row.append(f"[{word}]" if chosen else f" {word} ", style="bold reverse" if chosen else "")
        gap = self.size.width - row.cell_len - len(self._note) - 1
        return row.append(" " * gap + self._note) if gap > 0 else row

    def on_click(self, event: events.Click) -> None:
        left = 1
        for place, word in enumerate(self._words):
            if left <= event.x < left + len(word) + 2:
                self.post_message(self.Picked(place))
                return
            left += len(word) + 2
