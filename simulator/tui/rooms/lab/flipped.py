"""Who ends otherwise in the world that is looked at, by name, and why."""

from typing import TYPE_CHECKING, Any, ClassVar

from rich.table import Column as TableColumn
from rich.table import Table
from rich.text import Text
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from simulator.report.experiment import CAUSES
from simulator.tui.parts.columns import Cell, Column, Columns
from simulator.tui.rooms.lab.words import ENDS, causes_of, say_reason
from simulator.tui.rooms.lab.worlds import NOT_YET

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from simulator.experiment.results import Contrast, FlippedPerson, Results

_CAUSES = 3  # that are told above the list


class FlippedList(Columns):
    """A row for each of the people who are known by name; enter opens one as a story."""

    BINDINGS: ClassVar[list[Any]] = [Binding("enter", "choose", "Story")]

    def __init__(self) -> None:
        super().__init__(
            [
                Column(title="who", width=11),
                Column(title="row", width=9, right=True),
                Column(title="before", width=8),
                Column(title="after", width=8),
                Column(title="because", width=20, grows=True),
            ]
        )


class FlippedPanel(Vertical):
    """The causes, most frequent first, and the people."""

    DEFAULT_CSS = """
    FlippedPanel { border: round $primary; padding: 0 1; }
    FlippedPanel Static { height: auto; margin-bottom: 1; }
    FlippedPanel FlippedList { height: 1fr; background: $background; }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._contrast: Contrast | None = None

    def compose(self) -> "ComposeResult":
        yield Static(markup=False)
        yield FlippedList()

    @property
    def chosen(self) -> "FlippedPerson | None":
        """The person under the cursor."""
        named = self._contrast.flipped.named if self._contrast else ()
        cursor = self.query_one(FlippedList).cursor
        return named[cursor] if cursor < len(named) else None

    def bring(self, results: "Results | None", arm: int, world: str) -> None:
        """``world`` is the one that a person would be opened in."""
        contrast = self._contrast = None if results is None else results.contrast(arm)
        self.border_title = "Who flipped"
        self.border_subtitle = ""
        told: Text | Table = Text()
        if results is None or contrast is None:
            told = Text(NOT_YET if results is None else "a picks a world other than the first", "dim")
        elif not contrast.flipped.people:
            told = Text(f"Nobody ends otherwise in {contrast.arm} than in {contrast.against}.")
        else:
            self.border_title = Content(f"Who flipped, from {contrast.against} to {contrast.arm}")
            self.border_subtitle = Content(f"enter opens one in {world}; w: the other world")
            told = _tell_causes(contrast, results.people)
        self.query_one(Static).update(told)
        named, seed = ((), 0) if results is None or contrast is None else (contrast.flipped.named, results.seed)
        people = self.query_one(FlippedList)
        people.display = bool(named)
        people.bring(len(named), lambda index: _cells(named[index], seed))


def _tell_causes(contrast: "Contrast", people: int) -> Table:
    told = Table.grid(TableColumn(justify="right", min_width=7), TableColumn(), padding=(0, 1), expand=True)
    told.add_row(Text(f"{contrast.flipped.people:,}", "bold"), Text(f"of {people:,} people end otherwise", "bold"))
    causes = causes_of(contrast)
    for each in causes[:_CAUSES]:
        told.add_row(Text(f"{each.people:,}"), Text(say_reason(each)))
    if others := causes[_CAUSES:]:
        words = f"for {len(others)} other reasons" if len(others) > 1 else say_reason(others[0])
        told.add_row(Text(f"{sum(each.people for each in others):,}"), Text(words))
    return told


def _cells(one: "FlippedPerson", seed: int) -> list[Cell]:
    cells = (one.name, f"{seed}:{one.person}", ENDS[one.before], ENDS[one.after], CAUSES[one.cause])
    return [(text, "") for text in cells]
