"""What the charts of all worlds of an experiment have in common."""

from typing import TYPE_CHECKING

from simulator.tui.parts.charts.chart import Chart

if TYPE_CHECKING:
    from simulator.experiment.results import Results
    from simulator.tui.parts.charts.canvas import Canvas

NOT_YET = "nothing was counted yet"


class WorldsChart(Chart):
    """A chart of every world, of which one is looked at; subclasses draw it in `paint_worlds`."""

    def __init__(self) -> None:
        super().__init__()
        self._results: Results | None = None
        self._arm = 0

    def bring(self, results: "Results | None", arm: int) -> None:
        """Show this; ``arm`` is the world that is looked at."""
        self._results, self._arm = results, arm
        self.redraw()

    def paint(self, canvas: "Canvas") -> None:
        if self._results is None:
            canvas.say(NOT_YET)
        else:
            self.paint_worlds(canvas, self._results, self._arm)

    def paint_worlds(self, canvas: "Canvas", results: "Results", arm: int) -> None:
        """Draw this."""
        raise NotImplementedError
