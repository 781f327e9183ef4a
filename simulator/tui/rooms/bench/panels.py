"""What is told beside the latencies: stages, ratios, the card, and the result before."""

from math import log2
from typing import TYPE_CHECKING

from rich.text import Text
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from simulator.tui.parts.charts.bars import Axis, Bar, Bars
from simulator.tui.parts.charts.chart import SERIES
from simulator.tui.parts.charts.stack import Part, Stack

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from simulator.tui.rooms.bench.view import BenchView, ChangeView

_MARGIN = 0.15  # of a doubling, left free at both ends of an axis of ratios
_NOT_YET = "not measured"


def ratio_axis(ratios: "Sequence[float]", floor: float) -> Axis:
    """An axis of doublings, on which 2 is as far from 1 as a half is, with the noise floor around 1."""
    ends = [log2(ratio) for ratio in ratios if ratio > 0] or [0.0]
    return Axis(
        start=min(0.0, *ends) - _MARGIN,
        stop=max(0.0, *ends) + _MARGIN,
        reference=0.0,
        band=(-log2(1 + floor), log2(1 + floor)) if floor else None,
        dots=True,
    )


class StagesPanel(Vertical):
    """Where the time of one photo goes."""

    DEFAULT_CSS = """
    StagesPanel { border: round $primary; padding: 0 1; }
    StagesPanel Stack { height: 1; margin-bottom: 1; }
    """

    def compose(self) -> "ComposeResult":
        self.border_title = "Where the time goes"
        yield Stack()
        yield Bars()

    def bring(self, view: "BenchView") -> None:
        self.border_subtitle = Content(view.staged)
        parts = [Part(name=each.name, value=each.share, words=f"{each.share:.0%}") for each in view.stages]
        self.query_one(Stack).bring(parts)
        self.query_one(Stack).display = bool(parts)
        self.query_one(Bars).bring(
            [
                Bar(
                    name=each.name,
                    words=f"{each.median_ms:6.2f} ms {each.share:4.0%}",
                    value=each.median_ms,
                    ink=SERIES[place % len(SERIES)],
                )
                for place, each in enumerate(view.stages)
            ],
            empty=_NOT_YET,
        )


class RatiosPanel(Vertical):
    """Ratios of medians measured in turn, with the noise floor."""

    DEFAULT_CSS = """
    RatiosPanel { border: round $primary; padding: 0 1; }
    RatiosPanel Static { height: auto; color: $text-muted; }
    """

    def compose(self) -> "ComposeResult":
        self.border_title = "Ratios, measured in turn"
        yield Bars()
        yield Static(markup=False)

    def bring(self, view: "BenchView") -> None:
        floor = view.floor or 0.0
        self.border_subtitle = f"░ within {floor:.1%} of 1: noise" if view.floor is not None else ""
        bars = [
            Bar(
                name=each.name,
                words=f"{each.ratio:5.2f} [{each.low:.2f}, {each.high:.2f}]{' noise' if each.noise else ''}",
                value=log2(max(each.ratio, 1e-9)),
                low=log2(max(each.low, 1e-9)),
                high=log2(max(each.high, 1e-9)),
                ink="four" if each.noise else "one",
            )
            for each in view.ratios
        ]
        ends = [end for each in view.ratios for end in (each.low, each.high)]
        self.query_one(Bars).bring(bars, ratio_axis(ends, floor), empty=_NOT_YET)
        notes = self.query_one(Static)
        notes.update("\n".join(f"Left out: {note}." for note in view.notes))
        notes.display = bool(view.notes)


class CardPanel(VerticalScroll):
    """Without it, a number is about nothing."""

    DEFAULT_CSS = """
    CardPanel { border: round $primary; padding: 0 1; }
    """

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes, can_focus=False)

    def compose(self) -> "ComposeResult":
        self.border_title = "Run card"
        yield Static()

    def bring(self, view: "BenchView") -> None:
        lines = Text()
        for name, words in view.card:
            lines.append(f"{name:<12}", "dim")
            lines.append(f"{words}\n")
        self.query_one(Static).update(lines if view.card else Text(_NOT_YET, "dim"))


class ChangesPanel(Vertical):
    """This result against one before: what differs by more than noise, and what may not be compared at all."""

    DEFAULT_CSS = """
    ChangesPanel { border: round $primary; padding: 0 1; }
    ChangesPanel Static { height: auto; color: $text-muted; }
    """
    _cleared = False

    def compose(self) -> "ComposeResult":
        self.border_title = "Against the result before"
        yield Bars()
        yield Static(markup=False)

    def clear(self) -> None:
        """Nothing is compared."""
        if self.border_subtitle or not self._cleared:
            self.bring((), 0.0, "", "")
            self._cleared = True

    def bring(self, changes: "Sequence[ChangeView]", floor: float, before: str, said: str) -> None:
        """``before`` names the other result; ``said`` is what else must be known of the two."""
        self._cleared = False
        self.border_subtitle = Content(before)
        bars = [
            Bar(
                name=each.name,
                words=f"{each.standing} {each.ratio:.2f} [{each.low:.2f}, {each.high:.2f}]",
                value=log2(each.ratio),
                low=log2(each.low),
                high=log2(each.high),
                ink={"slower": "six", "faster": "three"}.get(each.standing, "four"),
            )
            for each in changes
            if each.ratio and each.low and each.high
        ]
        ends = [end for each in changes for end in (each.low, each.high) if end]
        self.query_one(Bars).bring(
            bars, ratio_axis(ends, floor), empty="" if said else "nothing to compare with; c picks"
        )
        apart = [f"{each.name}: not compared, {each.why}." for each in changes if each.why]
        told = self.query_one(Static)
        told.update("\n".join([*apart, *([said] if said else [])]))
        told.display = bool(apart or said)
