"""How far the counting has come, or what was counted."""

from typing import TYPE_CHECKING, Final

from rich.text import Text
from textual.widgets import Static

if TYPE_CHECKING:
    from simulator.tui.views.lab import LabView

_WIDE: Final = 100  # as the breakpoint of the application, from which on both things that are said stand in one line
_CELLS: Final = 24
_INVITED: Final = "Press space: the same people, with the same luck, meet the question in each of its worlds."


class Said(Static):
    DEFAULT_CSS = """
    Said { height: 2; padding: 0 1; }
    Said.-live { color: $accent; }
    """

    def __init__(self) -> None:
        super().__init__(markup=False)

    def bring(self, view: "LabView", counted: tuple[int, int] | None) -> None:
        """Tell of this result; ``counted`` is how many people of how many, while they are being counted."""
        self.update(self._tell(view) if counted is None else self._tell_progress(*counted))
        self.set_class(counted is not None, "-live")

    def _tell_progress(self, people: int, planned: int) -> Text:
        if people == planned:
            return Text.assemble(
                ("● Asking on  ", "bold"),
                "everybody is counted; now what the conclusion stands on",
                (f"{self._break}space stops it; what was counted is kept", "dim"),
            )
        done = people * _CELLS // planned
        return Text.assemble(
            ("● Counting  ", "bold"),
            f"{people:,} of {planned:,} people  ",
            "█" * done + "░" * (_CELLS - done),
            (f"{self._break}space stops it; what was counted is kept", "dim"),
        )

    def _tell(self, view: "LabView") -> Text:
        if not view.arms:
            return Text(_INVITED)
        if view.complete:
            told = f"{self._break}{view.people:,} people, {view.days} days, seed {view.seed}"
            return Text.assemble((f"■ {view.title}", "bold"), told)
        told = f"; space goes on{self._break}{view.title}, seed {view.seed}"
        return Text.assemble((f"◔ INCOMPLETE: {view.people:,} of {view.planned:,} people", "bold"), told)

    @property
    def _break(self) -> str:
        """Between the two things that are said: a line, or a gap where there is room beside each other."""
        return "\n" if self.screen.size.width < _WIDE else "   "
