"""The panels of an experiment: one at a time where it is narrow, else two to a page, else the results beside a page."""

from typing import TYPE_CHECKING, Final

from textual.containers import Horizontal, Vertical

from simulator.tui.parts.choices import Choices
from simulator.tui.parts.scrolling import Scrolling
from simulator.tui.rooms.lab.answers import AnswersPanel, FlowsPanel, FunnelPanel
from simulator.tui.rooms.lab.checks import ChecksPanel
from simulator.tui.rooms.lab.flipped import FlippedList, FlippedPanel
from simulator.tui.rooms.lab.held import HeldPanel
from simulator.tui.rooms.lab.results import ArmsPanel, ContrastsPanel

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from simulator.experiment.metric import Metric
    from simulator.experiment.results import FlippedPerson, Results

_WIDE, _ALL_WIDE = 100, 150  # as the breakpoints of the application
_PAGES: Final = {
    "Results": ("arms", "contrasts"),
    "Answers": ("answers", "flows"),
    "Afterwards": ("funnel", "held"),
    "People and checks": ("flipped", "checks"),
}
_PANELS: Final = tuple(panel for panels in _PAGES.values() for panel in panels)
_PANEL_WORDS: Final = ("Worlds", "Differences", "Answers", "Flows", "Way out", "Held", "Flipped", "Checks")


class LabPages(Vertical):
    """Shows results; whoever changes what is looked at brings it again."""

    DEFAULT_CSS = """
    LabPages { height: 1fr; }
    LabPages > Horizontal { height: 1fr; }
    LabPages > Horizontal > Vertical { width: 1fr; height: 1fr; }
    LabPages > Horizontal > Vertical > * { height: 1fr; }
    LabPages #checks { border: round $primary; padding: 0 1; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._results: Results | None = None
        self._panel = 0

    def compose(self) -> "ComposeResult":
        yield Choices(_PANEL_WORDS)
        with Horizontal():
            with Vertical():
                yield ArmsPanel(id="arms")
                yield ContrastsPanel(id="contrasts")
            with Vertical():
                yield AnswersPanel(id="answers")
                yield FlowsPanel(id="flows")
            with Vertical():
                yield FunnelPanel(id="funnel")
                yield HeldPanel(id="held")
            with Vertical():
                yield FlippedPanel(id="flipped")
                with Scrolling(id="checks") as checks:
                    checks.border_title = "Checks"
                    yield ChecksPanel()

    def bring(self, results: "Results | None", metric: "Metric | None", arm: int, world: str) -> None:
        """Show this; ``world`` is the one that a person would be opened in."""
        worlds = self._worlds
        self._results = results
        self.query_one(ArmsPanel).bring(results, metric, arm)
        self.query_one(ContrastsPanel).bring(results, metric, arm)
        self.query_one(AnswersPanel).bring(results, arm)
        self.query_one(FlowsPanel).bring(results, arm)
        self.query_one(FunnelPanel).bring(results, arm)
        self.query_one(HeldPanel).bring(results, arm)
        self.query_one(FlippedPanel).bring(results, arm, world)
        self.query_one(ChecksPanel).bring(results, metric, arm)
        if self._worlds != worlds:
            # Only then has anything another size, or can it be moved in.
            self.fit()

    @property
    def _note(self) -> str:
        return "" if self._results is None else self._results.note

    @property
    def _worlds(self) -> int:
        return 0 if self._results is None else len(self._results.arms)

    @property
    def count(self) -> int:
        """How many views there are to choose from."""
        pages, first = self._pages()
        return pages - first

    @property
    def chosen(self) -> "FlippedPerson | None":
        """The person under the cursor."""
        return self.query_one(FlippedPanel).chosen

    def turn(self, by: int) -> None:
        """To the next view, or the one before."""
        pages, first = self._pages()
        here = self._panel if pages == len(_PANELS) else max(first, self._panel // 2)
        self._show(first + (here - first + by) % (pages - first))

    def on_choices_picked(self, event: Choices.Picked) -> None:
        self._show(event.index + self._pages()[1])

    def _show(self, index: int) -> None:
        """Show a panel, or a page, by its number."""
        self._panel = index if self._pages()[0] == len(_PANELS) else 2 * index
        self.fit()

    def sees(self, *panels: str) -> bool:
        """Whether one of these panels is shown."""
        return bool({*panels} & {*self._shown()})

    def _pages(self) -> tuple[int, int]:
        """How many views there are at this width, and which of them is the first to choose."""
        if self.screen.size.width < _WIDE:
            return len(_PANELS), 0
        return len(_PAGES), int(self.screen.size.width >= _ALL_WIDE)

    def _shown(self) -> tuple[str, ...]:
        pages, first = self._pages()
        if pages == len(_PANELS):
            return (_PANELS[self._panel],)
        page = tuple(_PAGES.values())[max(first, self._panel // 2)]
        return (*_PANELS[: 2 * first], *page)

    def fit(self) -> None:
        """Show what there is room for at this width."""
        pages, first = self._pages()
        single = pages == len(_PANELS)
        shown = self._shown()
        for panels in _PAGES.values():
            self.query_one(f"#{panels[0]}").parent.display = bool({*panels} & {*shown})  # type: ignore[union-attr]
            for panel in panels:
                self.query_one(f"#{panel}").display = panel in shown
        choices = self.query_one(Choices)
        choices.offer(_PANEL_WORDS if single else tuple(_PAGES)[first:])
        page = max(first, self._panel // 2)
        choices.choose(self._panel if single else page - first, "" if single else self._note)
        self._focus()
        self._size_panels(single=single)
        self.screen.refresh_bindings()

    def _focus(self) -> None:
        """Give the keys that move to what can be moved in."""
        if self.sees("flipped") and self.query_one(FlippedList).display:
            self.query_one(FlippedList).focus()
        elif self.sees("checks"):
            self.query_one("#checks").focus()

    def _size_panels(self, *, single: bool) -> None:
        """Above in each page stands what has a row or two for each world."""
        worlds = max(1, self._worlds)
        roomy = self.screen.size.height - 7 >= 4 * worlds + 10  # for both panels of the results, with their frames
        self.query_one("#contrasts").set_class(roomy, "-roomy")
        above = {
            "arms": worlds * (2 if roomy else 1) + 2,
            "answers": (3 * worlds + 7) if roomy else worlds + 7,
            "funnel": worlds * (2 if roomy else 1) + 5,
        }
        for panel, rows in above.items():
            self.query_one(f"#{panel}").styles.height = "1fr" if single else rows
