"""What shall be measured: four choices in one line, each with the key that changes it."""

from typing import TYPE_CHECKING

from rich.text import Text
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from simulator.tui.ports import Measurement
from simulator.tui.views.bench import queries_offered
from simulator.vision.load.scenarios import Pattern

if TYPE_CHECKING:
    from textual import events

_ALL = "all four"
_SCENARIOS = (_ALL, *(pattern.value for pattern in Pattern))
# As `vision.load.samples.Size` has them; written out here because that module loads a library of pictures.
SIZES = ("512px", "1mp", "12mp", "12mp-progressive")
_FIRST_QUERIES = 1  # the second offer earns the p90 that a valid run needs


class OrderBar(Widget):
    """Scenario, queries, size of photo, and whether stages and ratios are measured too; a click changes one."""

    DEFAULT_CSS = """
    OrderBar { height: 1; padding: 0 1; background: $surface; }
    """
    choices: reactive[tuple[int, int, int, int]] = reactive((0, _FIRST_QUERIES, 0, 0))

    class Clicked(Message):
        """A choice was clicked; it is the ``place``-th."""

        def __init__(self, place: int) -> None:
            super().__init__()
            self.place = place

    @property
    def measurement(self) -> Measurement:
        """What was chosen."""
        scenario, queries, size, tables = self.choices
        return Measurement(
            scenarios=tuple(Pattern) if not scenario else (_SCENARIOS[scenario],),
            queries=queries_offered()[queries][0],
            size=SIZES[size],
            brief=bool(tables),
        )

    def change(self, place: int) -> None:
        """The next of that choice."""
        counts = (len(_SCENARIOS), len(queries_offered()), len(SIZES), 2)
        changed = list(self.choices)
        changed[place] = (changed[place] + 1) % counts[place]
        self.choices = (changed[0], changed[1], changed[2], changed[3])

    def _told(self) -> list[tuple[str, str, str]]:
        scenario, queries, size, tables = self.choices
        number, earned = queries_offered()[queries]
        return [
            ("s", "Scenario", _SCENARIOS[scenario]),
            ("n", "Queries", f"{number}, earns {earned}"),
            ("z", "Size", SIZES[size]),
            ("b", "Tables", "no" if tables else "yes"),
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
