"""What the charts of all worlds of an experiment have in common."""

from typing import TYPE_CHECKING

from simulator.tui.parts.charts.chart import Chart

if TYPE_CHECKING:
    from simulator.tui.parts.charts.canvas import Canvas
    from simulator.tui.rooms.lab.view import LabView

NOT_YET = "nothing was counted yet"


class WorldsChart(Chart):
    """A chart of every world, of which one is looked at; subclasses draw it in `paint_worlds`."""

    def __init__(self) -> None:
        super().__init__()
        self._view: LabView | None = None
        self._arm = 0

    def bring(self, view: "LabView", arm: int) -> None:
        """Show this; ``arm`` is the world that is looked at."""
        self._view, self._arm = view, arm
        self.redraw()

    def paint(self, canvas: "Canvas") -> None:
        if self._view is None or not self._view.arms:
            canvas.say(NOT_YET)
        else:
            self.paint_worlds(canvas, self._view, self._arm)

    def paint_worlds(self, canvas: "Canvas", view: "LabView", arm: int) -> None:
        """Draw this; there is at least one world."""
        raise NotImplementedError
