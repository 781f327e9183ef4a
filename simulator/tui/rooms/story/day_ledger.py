"""The ledger as of the playhead's day: four numbers, how they came about, and what they are made of."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import Binding
from textual.containers import Container, VerticalScroll
from textual.content import Content

from simulator.domain.data_kinds import DATA_KINDS
from simulator.tui.held.fates import FATES
from simulator.tui.parts.charts.eighths import draw_bar
from simulator.tui.parts.columns import fit
from simulator.tui.parts.told import Told
from simulator.tui.rooms.story.day_stack import DayStack

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from simulator.tui.rooms.story.day import DayLedgerView

_DIM = "$foreground 60%"
_LEAST_BAR = 4


class DayLedger(Container, can_focus=True):
    """Gone, going, kept, not said: as of this day."""

    DEFAULT_CSS = """
    DayLedger { background: $surface; color: $foreground; layout: vertical; padding: 0 0 0 1; }
    DayLedger #totals { height: 4; }
    DayLedger #stack { height: 25%; min-height: 2; max-height: 10; }
    DayLedger #kinds-around { height: 1fr; scrollbar-size-vertical: 1; scrollbar-gutter: stable; }
    DayLedger #kinds { height: auto; }
    """
    BINDINGS: ClassVar[list[Any]] = [
        Binding("up", "lines(-1)", "Up", show=False),
        Binding("down", "lines(1)", "Down", show=False),
    ]

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  (Textual's name for it)
        super().__init__(id=id)
        self._view: DayLedgerView | None = None

    def compose(self) -> "ComposeResult":
        yield Told(id="totals")
        yield DayStack(id="stack")
        with VerticalScroll(id="kinds-around", can_focus=False):
            yield Told(id="kinds")

    def bring(self, view: "DayLedgerView") -> None:
        """Show this; nothing is drawn anew where it is the same."""
        if view == self._view:
            return
        self._view = view
        self._write(view)
        self.query_one(DayStack).bring(view)

    def on_resize(self) -> None:
        if self._view is not None:
            self._write(self._view)

    def _write(self, view: "DayLedgerView") -> None:
        width = self.content_size.width - 1
        self.query_one("#totals", Told).tell(tell_totals(view, width))
        self.query_one("#kinds", Told).tell(tell_kinds(view, width))

    def action_lines(self, by: int) -> None:
        """Scroll the kinds of data."""
        self.query_one("#kinds-around").scroll_relative(y=by, animate=False)

    def on_click(self) -> None:
        self.focus()


def tell_totals(view: "DayLedgerView", width: int) -> Iterator[Content]:
    """The four numbers, each with its mark, its word, its bar and what this day changed."""
    most = max(view.counts.values(), default=0) or 1
    for state, sign in FATES.items():
        count, news = view.counts[state], view.news[state]
        changed = f"{news:+d}" if news else ""
        bar = max(width - 24, _LEAST_BAR)
        yield Content.assemble(
            (f"{sign.mark} {sign.word:<9}", f"bold ${sign.color}"),
            (f"{count:>5} ", "bold"),
            (draw_bar(count / most, bar), f"${sign.color}"),
            (f" {changed:>5}", "bold" if news else ""),
        )


def tell_kinds(view: "DayLedgerView", width: int) -> Iterator[Content]:
    """Each kind of data that was ever held, with how much of it is in which state."""
    if not view.categories:
        yield Content.styled("Nothing has come to be held yet.", _DIM)
    for category, count in view.categories:
        parts = [
            (f"{getattr(count, state.value):>5} {sign.mark}", f"bold ${sign.color}")
            for state, sign in FATES.items()
            if getattr(count, state.value)
        ]
        room = max(width - 7 * len(parts) - 1, 6)
        yield Content.assemble(fit(DATA_KINDS[category].name, room), *parts)
