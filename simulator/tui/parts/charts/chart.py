"""What all charts have in common: inks, and drawing anew only when data or size have changed."""

from functools import partial
from typing import ClassVar

from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from simulator.tui.parts.charts.canvas import Canvas

INKS = ("frame", "words", "strong", "one", "two", "three", "four", "five", "six", "seven", "mark", "band")
# The second sign beside the colour, for the first to the seventh of a series.
PATTERNS = {"one": "█", "two": "▒", "three": "▓", "four": "░", "five": "▚", "six": "▞", "seven": "▤"}
SERIES = tuple(PATTERNS)


class Chart(Widget):
    """Draws a canvas; subclasses give `paint` and call `redraw` when they are brought something new."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"chart--{ink}" for ink in INKS}
    DEFAULT_CSS = """
    Chart { width: 1fr; height: 1fr; }
    Chart > .chart--frame { color: $text-muted; }
    Chart > .chart--words { color: $foreground; }
    Chart > .chart--strong { color: $foreground; text-style: bold; }
    Chart > .chart--one { color: $primary; }
    Chart > .chart--two { color: $accent; }
    Chart > .chart--three { color: $success; }
    Chart > .chart--four { color: $silent; }
    Chart > .chart--five { color: $warning; }
    Chart > .chart--six { color: $error; }
    Chart > .chart--seven { color: $secondary; }
    Chart > .chart--mark { color: $accent; text-style: bold; }
    Chart > .chart--band { color: $text-disabled; }
    """

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self._canvas: Canvas | None = None

    def paint(self, canvas: Canvas) -> None:
        """Draw everything."""

    def redraw(self) -> None:
        """What is shown has changed."""
        self._canvas = None
        self.refresh()

    def render_line(self, y: int) -> Strip:
        width, height = self.content_size
        if self._canvas is None or (self._canvas.width, self._canvas.height) != (width, height):
            self._canvas = Canvas(width, height)
            self.paint(self._canvas)
        return self._canvas.strip(y, partial(_style_of, self))


def _style_of(chart: Chart, ink: str) -> Style:
    return chart.get_component_rich_style(f"chart--{ink}") if ink else chart.rich_style
