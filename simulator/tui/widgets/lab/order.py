"""Which experiment shall be run: three choices in one line, each with the key that changes it."""

from typing import TYPE_CHECKING, Final

from rich.text import Text
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

if TYPE_CHECKING:
    from textual import events

PEOPLE: Final = (1_000, 10_000, 100_000, 1_000_000)


class TrialBar(Widget):
    """Experiment, people and seed; a click changes one."""

    DEFAULT_CSS = """
    TrialBar { height: 1; padding: 0 1; background: $surface; }
    """
    experiment: reactive[str] = reactive("")
    people: reactive[int] = reactive(PEOPLE[1])
    seed: reactive[int | None] = reactive(None)

    class Clicked(Message):
        """A choice was clicked; it is the ``place``-th."""

        def __init__(self, place: int) -> None:
            super().__init__()
            self.place = place

    def more_people(self) -> None:
        """Ten times as many; after the most, the fewest."""
        self.people = next((people for people in PEOPLE if people > self.people), PEOPLE[0])

    def _told(self) -> list[tuple[str, str, str]]:
        return [
            ("o", "Experiment", self.experiment or "none"),
            ("n", "People", f"{self.people:,}"),
            ("s", "Seed", "its own" if self.seed is None else str(self.seed)),
        ]

    def render(self) -> Text:
        row = Text(no_wrap=True, overflow="crop")
        for key, name, value in self._told():
            row.append(f"{key} ", "bold")
            row.append(f"{name} ", "dim")
            row.append(value, "bold")
            row.append("  ")
        return row

    def on_click(self, event: "events.Click") -> None:
        left = 1
        for place, (key, name, value) in enumerate(self._told()):
            width = len(key) + len(name) + len(value) + 4
            if left <= event.x < left + width:
                self.post_message(self.Clicked(place))
                return
            left += width
