"""One metric in every world, and how it differs: the same people in both, and as a field test would see it."""

from typing import TYPE_CHECKING

from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from simulator.experiment.metric import SAYS
from simulator.report.experiment import write_mean, write_short_change
from simulator.tui.parts.charts.bars import Axis, Bar, Bars
from simulator.tui.rooms.lab.worlds import NOT_YET

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from simulator.experiment.metric import Metric
    from simulator.experiment.results import Estimate, Results

_INKS = {True: "two", False: "one"}  # of the world that is looked at, and of the others


class ArmsPanel(Vertical):
    """The mean of the chosen metric in each world, with its interval."""

    DEFAULT_CSS = """
    ArmsPanel { border: round $primary; padding: 0 1; }
    """

    def compose(self) -> "ComposeResult":
        yield Bars()

    def bring(self, results: "Results | None", metric: "Metric | None", arm: int) -> None:
        self.border_title = "Every world" if metric is None else f"{metric}: {SAYS[metric].says}"
        self.border_subtitle = "├─┤ 95 % interval"
        if results is None or metric is None:
            self.query_one(Bars).bring((), empty=NOT_YET)
            return
        means = [each.means[metric] for each in results.arms]
        bars = [
            _bar(f"{'▸' if place == arm else ' '} {each.id}", write_mean(metric, mean), mean, marked=place == arm)
            for place, (each, mean) in enumerate(zip(results.arms, means, strict=True))
        ]
        # A metric that is zero everywhere has an axis all the same.
        most = max((end for mean in means for end in (mean.value, mean.high) if end is not None), default=0.0)
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

    def bring(self, results: "Results | None", metric: "Metric | None", arm: int) -> None:
        self.border_title = Content(f"{metric or 'Difference'} less that of {_first_of(results)}")
        self.border_subtitle = "┊ no difference"
        contrasts = () if results is None or metric is None else results.contrasts
        names = [f"{'▸' if place == arm else ' '} {contrast.arm}" for place, contrast in enumerate(contrasts, start=1)]
        gaps = [] if metric is None else [contrast.gaps[metric] for contrast in contrasts]
        axis = _axis_of([each for gap in gaps for each in (gap.paired, gap.field)])
        words = (
            {}
            if metric is None
            else {each: write_short_change(metric, each) for gap in gaps for each in (gap.paired, gap.field)}
        )
        wide = max(map(len, words.values()), default=0)
        paired, field = (
            [
                _bar(name, f"{words[each]:>{wide}}", each, marked=place == arm)
                for place, (name, each) in enumerate(zip(names, kind, strict=True), start=1)
            ]
            for kind in ([gap.paired for gap in gaps], [gap.field for gap in gaps])
        )
        self.query_one("#paired", Bars).bring(paired, axis, empty=NOT_YET)
        self.query_one("#field", Bars).bring(field, axis, empty=NOT_YET)
        self._bars = len(gaps)
        self._fit()


def _first_of(results: "Results | None") -> str:
    return "the first" if results is None else results.arms[0].id


def _bar(name: str, words: str, estimate: "Estimate", *, marked: bool) -> Bar:
    known = estimate.low is not None and estimate.high is not None
    return Bar(
        name=name,
        words=words,
        value=estimate.value,
        low=estimate.low if known else None,
        high=estimate.high if known else None,
        ink=_INKS[marked],
    )


def _axis_of(estimates: "Sequence[Estimate]") -> Axis:
    """One axis for both kinds of difference, with zero on it."""
    ends = [end for each in estimates for end in (each.low, each.high) if end is not None] or [0.0]
    low, high = min(0.0, *ends), max(0.0, *ends)
    margin = (high - low) * 0.02 or 1.0
    return Axis(start=low - margin, stop=high + margin, reference=0.0, dots=True)
