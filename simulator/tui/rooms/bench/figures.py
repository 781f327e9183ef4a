"""The numbers that a class must read from the back of the room."""

from typing import TYPE_CHECKING

from textual.containers import Horizontal, Vertical
from textual.widgets import Digits, Label

from simulator.tui.rooms.bench.view import LIVE, RunView

if TYPE_CHECKING:
    from textual.app import ComposeResult

_NAMES = ("p50", "p90", "p99", "rate")


class Figures(Horizontal):
    """Three percentiles in milliseconds and the photos a second of one scenario; a dash where not earned."""

    DEFAULT_CSS = """
    Figures { height: 4; padding: 0 1; }
    Figures Vertical { width: 1fr; height: 4; }
    Figures Digits { width: 100%; color: $primary; text-style: bold; }
    Figures Label { color: $text-muted; width: 100%; }
    """

    def compose(self) -> "ComposeResult":
        for name in _NAMES:
            with Vertical():
                yield Digits("-", id=f"figure-{name}")
                yield Label("", id=f"caption-{name}", markup=False)

    def bring(self, run: RunView | None) -> None:
        """Show these; what has not changed is left alone."""
        for name in _NAMES[:-1]:
            told = None if run is None else run.percentile(name)
            earned = told is not None and told.ms is not None
            self._say(name, f"{told.ms:.1f}" if told is not None and told.ms is not None else "-")
            words = f"{name}, ms" if earned or told is None else f"{name}: {told.missing} queries missing"
            self._caption(name, words)
        rate = None if run is None else run.photos_a_second
        self._say("rate", "-" if rate is None else f"{rate:.1f}")
        live = run is not None and run.verdict == LIVE
        self._caption("rate", "photos a second, at the end" if live else "photos a second")

    def _say(self, name: str, number: str) -> None:
        digits = self.query_one(f"#figure-{name}", Digits)
        if digits.value != number:
            digits.update(number)

    def _caption(self, name: str, words: str) -> None:
        label = self.query_one(f"#caption-{name}", Label)
        if label.content != words:
            label.update(words)
