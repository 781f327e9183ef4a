"""Who ends otherwise in the world that is looked at, by name, and why."""

from typing import TYPE_CHECKING, Any, ClassVar

from rich.table import Column as TableColumn
from rich.table import Table
from rich.text import Text
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from simulator.tui.parts.columns import Cell, Column, Columns
from simulator.tui.rooms.lab.worlds import NOT_YET

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from simulator.tui.rooms.lab.view import ContrastView, FlippedView, LabView

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
        self._contrast: ContrastView | None = None

    def compose(self) -> "ComposeResult":
        yield Static(markup=False)
        yield FlippedList()

    @property
    def chosen(self) -> "FlippedView | None":
        """The person under the cursor."""
        named = self._contrast.named if self._contrast else ()
        cursor = self.query_one(FlippedList).cursor
        return named[cursor] if cursor < len(named) else None

    def bring(self, view: "LabView", arm: int, world: str) -> None:
        """``world`` is the one that a person would be opened in."""
        contrast = self._contrast = view.contrast(arm)
        self.border_title = "Who flipped"
        self.border_subtitle = ""
        told: Text | Table = Text()
        if contrast is None:
            told = Text("a picks a world other than the first" if view.contrasts else NOT_YET, "dim")
        elif not contrast.flipped:
            told = Text(f"Nobody ends otherwise in {contrast.arm} than in {contrast.against}.")
        else:
            self.border_title = Content(f"Who flipped, from {contrast.against} to {contrast.arm}")
            self.border_subtitle = Content(f"enter opens one in {world}; w: the other world")
            told = _tell_causes(contrast, view.people)
        self.query_one(Static).update(told)
        named = contrast.named if contrast else ()
        people = self.query_one(FlippedList)
        people.display = bool(named)
        people.bring(len(named), lambda index: _cells(named[index], view.seed))


def _tell_causes(contrast: "ContrastView", people: int) -> Table:
    told = Table.grid(TableColumn(justify="right", min_width=7), TableColumn(), padding=(0, 1), expand=True)
    told.add_row(Text(f"{contrast.flipped:,}", "bold"), Text(f"of {people:,} people end otherwise", "bold"))
    for cause, count in contrast.causes[:_CAUSES]:
        told.add_row(Text(f"{count:,}"), Text(cause))
    if others := contrast.causes[_CAUSES:]:
        words = f"for {len(others)} other reasons" if len(others) > 1 else others[0][0]
        told.add_row(Text(f"{sum(count for _, count in others):,}"), Text(words))
    return told


def _cells(one: "FlippedView", seed: int) -> list[Cell]:
    cells = (one.name, f"{seed}:{one.person}", one.before, one.after, one.cause)
    return [(text, "") for text in cells]
