"""Choices in one line, each with the key that changes it."""

from typing import TYPE_CHECKING

from rich.text import Text
from textual.message import Message
from textual.widget import Widget

if TYPE_CHECKING:
    from textual import events


class ChoiceBar(Widget):
    """Shows keys, names and values; a click says which was meant. Subclasses give them in `told`."""

    DEFAULT_CSS = """
    ChoiceBar { height: 1; padding: 0 1; background: $surface; }
    """

    class Clicked(Message):
        """A choice was clicked; it is the ``place``-th."""

        def __init__(self, place: int) -> None:
            super().__init__()
            self.place = place

    def told(self) -> list[tuple[str, str, str]]:
        """For each choice its key, its name and its value."""
        return []

    def render(self) -> Text:
        row = Text(no_wrap=True, overflow="ellipsis")
        for key, name, value in self.told():
            row.append(f"{key} ", "bold")
            row.append(f"{name} ", "dim")
            row.append(f"{value}  ", "bold")
        return row

    def on_click(self, event: "events.Click") -> None:
        left = 1
        for place, (key, name, value) in enumerate(self.told()):
            width = len(key) + len(name) + len(value) + 4
            if left <= event.x < left + width:
                self.post_message(self.Clicked(place))
                return
            left += width
