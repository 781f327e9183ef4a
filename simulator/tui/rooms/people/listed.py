"""People in a list, two lines each."""

from typing import TYPE_CHECKING, Any, ClassVar

from rich.text import Text
from textual.binding import Binding
from textual.widgets.option_list import Option

from simulator.tui.parts.calm_list import CalmList

if TYPE_CHECKING:
    from collections.abc import Sequence

_ROW = 5  # cells of a row's number; a greater one takes more, and so do its neighbours


class PeopleList(CalmList):
    """Enter plays with the one who is highlighted; the keys of pages belong to the screen."""

    BINDINGS: ClassVar[list[Any]] = [
        Binding("enter", "select", "Play"),
        Binding("right", "screen.page(1)", "Page", key_display="←→"),
        Binding("left", "screen.page(-1)", "Page back", show=False),
    ]

    def on_mount(self) -> None:
        self.border_title = "People"
        self._told: list[tuple[int, str]] = []

    def clear(self) -> None:
        """List nobody."""
        self._told.clear()
        self.clear_options()

    def add(self, told: "Sequence[tuple[int, str]]") -> None:
        """List people, each by their row and what `report.life.tell_summary` says of them."""
        first = not self._told
        self._told += told
        self.add_options(self._option(row, summary) for row, summary in told)
        if first and told:
            self.highlighted = 0

    def on_resize(self) -> None:
        place = self.highlighted
        self.clear_options()
        self.add_options(self._option(row, summary) for row, summary in self._told)
        self.highlighted = place

    def _option(self, row: int, summary: str) -> Option:
        """Cut to the width of the list, so that everybody has two lines."""
        width = max(_ROW + 1, self.scrollable_content_region.width - 1)
        who, _, household = summary.partition(": ")
        name, _, town = who.partition(", ")
        first = Text.assemble(f"{row:>{_ROW - 1}} ", (name, "bold"), f", {town}")
        second = Text.assemble("  ", (household, "dim"))
        for line in (first, second):
            line.truncate(width, overflow="ellipsis")
        return Option(Text("\n").join((first, second)), id=str(row))
