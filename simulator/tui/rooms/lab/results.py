"""One metric in every world, and how it differs: the same people in both, and as a field test would see it."""

from typing import TYPE_CHECKING

from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from simulator.tui.parts.charts.bars import Axis, Bar, Bars
from simulator.tui.rooms.lab.view import says
from simulator.tui.rooms.lab.worlds import NOT_YET

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from simulator.experiment.metric import Metric
    from simulator.tui.rooms.lab.view import LabView, Span

_INKS = {True: "two", False: "one"}  # of the world that is looked at, and of the others


class ArmsPanel(Vertical):
    """The mean of the chosen metric in each world, with its interval."""

    DEFAULT_CSS = """
    ArmsPanel { border: round $primary; padding: 0 1; }
    """

    def compose(self) -> "ComposeResult":
        yield Bars()

    def bring(self, view: "LabView", metric: "Metric | None", arm: int) -> None:
        self.border_title = "Every world" if metric is None else f"{metric}: {says(metric)}"
        self.border_subtitle = "├─┤ 95 % interval"
        if metric is None:
            self.query_one(Bars).bring((), empty=NOT_YET)
            return
        spans = [each.means[metric] for each in view.arms]
        bars = [
            _bar(f"{'▸' if place == arm else ' '} {each.id}", span, marked=place == arm)
            for place, (each, span) in enumerate(zip(view.arms, spans, strict=True))
        ]
        # A metric that is zero everywhere has an axis all the same.
        most = max((end for span in spans for end in (span.value, span.high) if end is not None), default=0.0)
        self.query_one(Bars).bring(bars, Axis(stop=most or 1.0), empty=NOT_YET)


class ContrastsPanel(Vertical):
    """The differences from the first world: both kinds, each under its name, on one axis."""

    DEFAULT_CSS = """
    ContrastsPanel { border: round $primary; padding: 0 1; }
    ContrastsPanel Static { height: 1; text-style: bold; }
    ContrastsPanel Static.-second { margin-top: 0; }
    ContrastsPanel.-roomy Static.-second { margin-top: 1; }
    ContrastsPanel Bars { height: 1; }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._bars = 0

    def compose(self) -> "ComposeResult":
        yield Static("same people in both worlds", markup=False)
        yield Bars(id="paired")
        yield Static("as a field test would see it", markup=False, classes="-second")
        yield Bars(id="field")

    def on_resize(self) -> None:
        self._fit()

    def _fit(self) -> None:
        """As high as there are bars, or a half each, where bars that do not fit are counted."""
        fits = 2 * self._bars + 2 <= self.content_size.height
        for chart in self.query(Bars):
            chart.styles.height = max(1, self._bars) if fits else "1fr"

    def bring(self, view: "LabView", metric: "Metric | None", arm: int) -> None:
        first = view.arms[0].id if view.arms else "the first"
        self.border_title = Content(f"{metric or 'Difference'} less that of {first}")
        self.border_subtitle = "┊ no difference"
        gaps = [] if metric is None else [contrast.gaps[metric] for contrast in view.contrasts]
        names = [
            f"{'▸' if place == arm else ' '} {contrast.arm}" for place, contrast in enumerate(view.contrasts, start=1)
        ]
        axis = _axis_of([span for gap in gaps for span in (gap.paired, gap.field)])
        wide = max((len(span.words) for gap in gaps for span in (gap.paired, gap.field)), default=0)
        paired = [
            _bar(name, gap.paired, marked=place == arm, wide=wide)
            for place, (name, gap) in enumerate(zip(names, gaps, strict=False), start=1)
        ]
        field = [
            _bar(name, gap.field, marked=place == arm, wide=wide)
            for place, (name, gap) in enumerate(zip(names, gaps, strict=False), start=1)
        ]
        self.query_one("#paired", Bars).bring(paired, axis, empty=NOT_YET)
        self.query_one("#field", Bars).bring(field, axis, empty=NOT_YET)
        self._bars = len(gaps)
        self._fit()


def _bar(name: str, span: "Span", *, marked: bool, wide: int = 0) -> Bar:
    known = span.low is not None and span.high is not None
    return Bar(
        name=name,
        words=f"{span.words:>{wide}}",
        value=span.value,
        low=span.low if known else None,
        high=span.high if known else None,
        ink=_INKS[marked],
    )


def _axis_of(spans: "Sequence[Span]") -> Axis:
    """One axis for both kinds of difference, with zero on it."""
    ends = [end for span in spans for end in (span.low, span.high) if end is not None] or [0.0]
    low, high = min(0.0, *ends), max(0.0, *ends)
    margin = (high - low) * 0.02 or 1.0
    return Axis(start=low - margin, stop=high + margin, reference=0.0, dots=True)
