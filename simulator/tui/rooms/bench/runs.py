"""The four scenarios, a row each: what is earned, what is missing, and the verdict."""

from typing import TYPE_CHECKING

from rich.text import Text
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from simulator.tui.rooms.bench.view import LIVE, BenchView, RunView
from simulator.vision.load.scenarios import ArrivalPattern

if TYPE_CHECKING:
    from textual import events

_SHARES = ("p50", "p90", "p95", "p99")
_SIGNS = {"VALID": "■ VALID", "INVALID": "✕ INVALID", LIVE: "● now"}


class RunTable(Widget):
    """One row can be chosen; its latencies are those of the histogram."""

    DEFAULT_CSS = """
    RunTable { height: 7; border: round $primary; padding: 0 1; }
    """
    bench: reactive[BenchView] = reactive(BenchView())
    chosen: reactive[str] = reactive(ArrivalPattern.SINGLE_STREAM.value)

    class Picked(Message):
        """A scenario was clicked."""

        def __init__(self, name: str) -> None:
            super().__init__()
            self.name = name

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.border_title = "Scenarios"
        self.border_subtitle = "more: queries that a percentile lacks until it is earned"

    def render(self) -> Text:
        head = f"  {'':<13}{'queries':>8}{'per s':>7}" + "".join(f"{share:>9}" for share in _SHARES)
        table = Text(head, style="", no_wrap=True, overflow="crop")
        table.stylize("dim")
        for pattern in ArrivalPattern:
            chosen = pattern.value == self.chosen
            row = f"{'▸' if chosen else ' '} {_row(pattern, self.bench.run(pattern))}"
            table.append("\n").append(row, "bold reverse" if chosen else "")
        return table

    def on_click(self, event: "events.Click") -> None:
        row = event.get_content_offset(self)
        if row is not None and 1 <= row.y <= len(ArrivalPattern):
            self.post_message(self.Picked(tuple(ArrivalPattern)[row.y - 1].value))


def _row(pattern: ArrivalPattern, run: RunView | None) -> str:
    if run is None:
        return f"{pattern.value:<13}  not measured"
    rate = "" if run.photos_a_second is None else f"{run.photos_a_second:.1f}"
    queries = f"{len(run.latencies)}/{run.wanted}" if run.verdict == LIVE and run.wanted else f"{len(run.latencies)}"
    cells = "".join(f"{_cell(run, share):>9}" for share in _SHARES)
    return f"{pattern.value:<13}{queries:>8}{rate:>7}{cells} {_SIGNS.get(run.verdict, run.verdict)}"


def _cell(run: RunView, share: str) -> str:
    told = run.percentile(share)
    if told is None:
        return "?"
    return f"{told.missing} more" if told.ms is None else f"{told.ms:.1f} ms"
