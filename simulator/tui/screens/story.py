"""Story: the phone, the cloud and the ledger of one run, at any moment of it."""

from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import Binding
from textual.widgets import Static

from simulator.tui.screens.room import Room

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.widget import Widget


class StoryScreen(Room):
    NAME = "story"
    BINDINGS: ClassVar[list[Any]] = [
        Binding("right", "step(1)", "Step"),
        Binding("left", "step(-1)", "Back"),
    ]

    def furnish(self) -> "Iterable[Widget]":
        yield Static(id="day")

    def action_step(self, by: int) -> None:
        if self.show is not None:
            self.show.step(by)
            self.refresh_show()

    def refresh_show(self) -> None:
        show = self.show
        words = "No story is on." if show is None else f"Day {show.day} of {show.last_day}, {show.at} events"
        self.query_one("#day", Static).update(words)
