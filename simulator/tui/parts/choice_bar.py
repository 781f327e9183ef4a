"""Choices in one line, each with the key that changes it."""

from typing import TYPE_CHECKING

from rich.text import Text
from textual.message import Message
from textual.widget import Widget

if TYPE_CHECKING:
    from textual import events


_GAP = "  "


class ChoiceBar(Widget):
    """Shows keys, names and values; a click says which was meant. Subclasses give them in `told`.

    Where it is narrow names are left out, the first ones first: put last what is not understood without its name.
    """

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
        for key, name, value in self._fitting():
            row.append(f"{key} ", "bold")
            row.append(name, "dim")
            row.append(f"{value}{_GAP}", "bold")
        return row

    def _fitting(self) -> list[tuple[str, str, str]]:
        """What is told, names with their blank; without the first names where there is no room for all."""
        told = [(key, f"{name} ", value) for key, name, value in self.told()]
        for place, (key, _, value) in enumerate(told):
            if sum(map(_width, told)) - len(_GAP) <= self.content_size.width:
                break
            told[place] = (key, "", value)
        return told

    def on_click(self, event: "events.Click") -> None:
        left = 1
        for place, choice in enumerate(self._fitting()):
            width = _width(choice)
            if left <= event.x < left + width:
                self.post_message(self.Clicked(place))
                return
            left += width


def _width(choice: tuple[str, str, str]) -> int:
    return sum(map(len, choice)) + 1 + len(_GAP)
