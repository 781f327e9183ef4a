"""How everybody answered, in every world: the kinds of yes and of no, the ways between them, and the way out."""

from typing import TYPE_CHECKING

from textual.containers import Vertical
from textual.content import Content

from simulator.experiment.metric import Metric
from simulator.tui.parts.charts.bars import Bar, Bars
from simulator.tui.parts.charts.chart import SERIES
from simulator.tui.parts.charts.stack import share_out
from simulator.tui.rooms.lab.words import FUNNEL, alike, flows_of, parts_of, share_of
from simulator.tui.rooms.lab.worlds import NOT_YET, WorldsChart

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from simulator.experiment.results import ArmResult, Results
    from simulator.tui.parts.charts.canvas import Canvas

_YES, _NO, _NONE = "█", "▒", "·"
_LETTERED = 3  # cells from which a part has its letter within its pattern; narrower ones are a letter alone


class AnswerStrips(WorldsChart):
    """A strip for each world: solid for yes, shaded for no, a letter for each kind; below, what the letters mean."""

    def paint_worlds(self, canvas: "Canvas", results: "Results", arm: int) -> None:
        names = max(len(each.id) for each in results.arms) + 3
        # Twice as high where there is room for the legend all the same.
        tall = 2 if 3 * len(results.arms) + 4 <= canvas.height else 1
        for place, each in enumerate(results.arms):
            y = place * (tall + (tall > 1))
            canvas.put(0, y, f"{'▸' if place == arm else ' '} {each.id}", "strong")
            for row in range(tall):
                _paint_strip(canvas, names, y + row, parts_of(each), lettered=not row)
        self._paint_legend(canvas, results.arms[arm], len(results.arms) * (tall + (tall > 1)) + (tall == 1))

    def _paint_legend(self, canvas: "Canvas", arm: "ArmResult", y: int) -> None:
        canvas.put(0, y, f"In {arm.id}:", "frame")
        x, y = 0, y + 1
        for letter, words, share in parts_of(arm):
            told = f"{words} {share:.1%}"
            if x and x + len(told) + 2 > canvas.width:
                x, y = 0, y + 1
            canvas.put(x, y, letter, _ink(letter))
            canvas.put(x + 2, y, told, "words")
            x += len(told) + 5


def _ink(letter: str) -> str:
    """A yes and a no of the same kind have the same colour; pattern and letter's case tell them apart."""
    return "frame" if letter == "-" else SERIES["IRMSU".index(letter.upper())]


def _paint_strip(
    canvas: "Canvas", x: int, y: int, parts: "Sequence[tuple[str, str, float]]", *, lettered: bool
) -> None:
    cells = share_out([share for _, _, share in parts], max(0, canvas.width - x))
    for (letter, _, _), wide in zip(parts, cells, strict=True):
        ink = _ink(letter)
        fill = _NONE if letter == "-" else _YES if letter.isupper() else _NO
        canvas.put(x, y, fill * wide, ink)
        if lettered and wide:
            canvas.put(x + (1 if wide >= _LETTERED else 0), y, letter, "strong")
        x += wide


class AnswersPanel(Vertical):
    """The strips, in their frame."""

    DEFAULT_CSS = """
    AnswersPanel { border: round $primary; padding: 0 1; }
    """

    def compose(self) -> "ComposeResult":
        self.border_title = "How they answered"
        self.border_subtitle = f"{_YES} yes  {_NO} no  {_NONE} no answer"
        yield AnswerStrips()

    def bring(self, results: "Results | None", arm: int) -> None:
        self.query_one(AnswerStrips).bring(results, arm)


class FlowsPanel(Vertical):
    """Who answers otherwise in the world that is looked at, from which answer to which."""

    DEFAULT_CSS = """
    FlowsPanel { border: round $primary; padding: 0 1; }
    """

    def compose(self) -> "ComposeResult":
        yield Bars()

    def bring(self, results: "Results | None", arm: int) -> None:
        contrast = None if results is None else results.contrast(arm)
        if contrast is None:
            self.border_title, self.border_subtitle = "Other answers", ""
            said = NOT_YET if results is None else "a picks a world other than the first"
            self.query_one(Bars).bring((), empty=said)
            return
        self.border_title = Content(f"Other answers, from {contrast.against} to {contrast.arm}")
        self.border_subtitle = Content(f"{alike(contrast):,} answer alike")
        bars = [Bar(name=words, words=f"{people:,}", value=people, ink="two") for words, people in flows_of(contrast)]
        self.query_one(Bars).bring(bars, empty="nobody answers otherwise")


class FunnelChart(WorldsChart):
    """A row for each world, a column for each stage of the way out, in shares of all people."""

    _SECONDS = "seconds"
    _STAGE = max(len(words) for _, words in FUNNEL) + 1
    _NUMBER = 6  # cells of a share
    _LEAST_BAR = 3  # cells of which there must be more, or there is none

    def paint_worlds(self, canvas: "Canvas", results: "Results", arm: int) -> None:
        names = max(len(each.id) for each in results.arms) + 3
        stage = max(self._STAGE, min(18, (canvas.width - names - len(self._SECONDS)) // len(FUNNEL)))
        for at, (_, words) in enumerate(FUNNEL):
            canvas.put(names + at * stage, 0, words, "frame")
        canvas.put(names + len(FUNNEL) * stage, 0, self._SECONDS, "frame")
        tall = 2 if 2 * len(results.arms) + 2 <= canvas.height else 1
        for place, each in enumerate(results.arms):
            y = 1 + place * tall
            chosen = place == arm
            canvas.put(0, y, f"{'▸' if chosen else ' '} {each.id}", "strong" if chosen else "words")
            for at, (metric, _) in enumerate(FUNNEL):
                x, share = names + at * stage, share_of(each, metric)
                number = f"{share:.1%}"
                canvas.put(x, y, number, "strong" if chosen else "words")
                room = stage - self._NUMBER - 2
                if tall > 1:
                    canvas.row(x, y + 1, _eighths(share, stage - 2), "two" if chosen else "one")
                elif room > self._LEAST_BAR:
                    canvas.row(x + self._NUMBER, y, _eighths(share, room), "two" if chosen else "one")
            spent = share_of(each, Metric.SEARCH_SECONDS)
            canvas.put(names + len(FUNNEL) * stage, y, f"{spent:.1f}", "strong" if chosen else "words")
        self._tell(canvas, results.arms[arm], 2 + len(results.arms) * tall)

    def _tell(self, canvas: "Canvas", arm: "ArmResult", y: int) -> None:
        aware, out = share_of(arm, Metric.NOTICED), share_of(arm, Metric.WITHDRAWN)
        if aware > 0:
            told = f"In {arm.id}, {out / aware:.0%} of those who are aware of it and do not want it get out."
            canvas.put(0, y, told, "frame")


def _eighths(share: float, cells: int) -> int:
    return max(round(share * cells * 8), 1 if share > 0 else 0)


class FunnelPanel(Vertical):
    """The way out, in its frame."""

    DEFAULT_CSS = """
    FunnelPanel { border: round $primary; padding: 0 1; }
    """

    def compose(self) -> "ComposeResult":
        self.border_title = "The way out: of all people, how many get so far"
        yield FunnelChart()

    def bring(self, results: "Results | None", arm: int) -> None:
        self.query_one(FunnelChart).bring(results, arm)
