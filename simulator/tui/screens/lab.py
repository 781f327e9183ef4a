"""Lab: the same people, with the same luck, in several worlds; what differs, and who flipped."""

from typing import TYPE_CHECKING, Any, ClassVar, Final

from rich.text import Text
from textual import work
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.widget import Widget
from textual.widgets import Static

from simulator.domain.errors import RollcallError
from simulator.experiment.metric import Metric
from simulator.tui.meter import Meter
from simulator.tui.ports import Shelf, Trial
from simulator.tui.screens.number import NumberScreen
from simulator.tui.screens.pick import Pick
from simulator.tui.screens.room import Room
from simulator.tui.views.lab import LabView, says
from simulator.tui.views.lab_heard import Viewed
from simulator.tui.views.lab_table import tabulate
from simulator.tui.widgets.choices import Choices
from simulator.tui.widgets.lab.answers import AnswersPanel, FlowsPanel, FunnelPanel
from simulator.tui.widgets.lab.checks import ChecksPanel
from simulator.tui.widgets.lab.flipped import FlippedList, FlippedPanel
from simulator.tui.widgets.lab.held import HeldPanel
from simulator.tui.widgets.lab.order import TrialBar
from simulator.tui.widgets.lab.results import ArmsPanel, ContrastsPanel
from simulator.tui.widgets.scrolling import Scrolling

if TYPE_CHECKING:
    from collections.abc import Iterable

    from simulator.journey.scenario import Scenario
    from simulator.tui.table import Table

_TICKS: Final = 5  # a second, at most, that what was counted is drawn
_WIDE, _ALL_WIDE = 100, 150  # as the breakpoints of the application
_PAGES: Final = {
    "results": ("arms", "contrasts"),
    "answers": ("answers", "flows"),
    "afterwards": ("funnel", "held"),
    "people": ("flipped", "checks"),
}
_PAGE_WORDS: Final = ("Results", "Answers", "Afterwards", "People and checks")
_PANELS: Final = tuple(panel for panels in _PAGES.values() for panel in panels)
_PANEL_WORDS: Final = ("Worlds", "Differences", "Answers", "Flows", "Way out", "Held", "Flipped", "Checks")
_FIRST: Final = "prompt-wording"
_INVITED: Final = "Press space: the same people, with the same luck, meet the question in each of its worlds."
_MOST_SEED: Final = 2**63 - 1


class LabScreen(Room):
    NAME = "lab"
    AUTO_FOCUS = ""
    DEFAULT_CSS = """
    LabScreen #said { height: 2; padding: 0 1; }
    LabScreen.-wide #said, LabScreen.-xwide #said { height: 1; }
    LabScreen.-wide #note, LabScreen.-xwide #note { display: none; }
    LabScreen #said.-live { color: $accent; }
    LabScreen #note { height: 1; padding: 0 1; color: $text-muted; text-style: italic; }
    LabScreen #pages { height: 1fr; }
    LabScreen #pages > Vertical { width: 1fr; height: 1fr; }
    LabScreen #pages > Vertical > * { height: 1fr; }
    LabScreen #checks { border: round $primary; padding: 0 1; }
    """
    BINDINGS: ClassVar[list[Any]] = [
        Binding("space", "count", "Run/stop"),
        # The line of choices shows these three keys, each beside what it changes.
        Binding("o", "experiment", "Experiment", show=False),
        Binding("n", "people", "People", show=False),
        Binding("s", "seed", "Seed", show=False),
        Binding("left", "view(-1)", "View before", show=False),
        Binding("right", "view(1)", "View", key_display="←→"),
        Binding("a", "arm(1)", "World"),
        Binding("A", "arm(-1)", "World before", show=False),
        Binding("m", "metric(1)", "Metric"),
        Binding("M", "pick_metric", "All metrics", show=False),
        Binding("w", "other_world", "Open in"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._meter: Meter | None = None
        self._view = LabView()
        self._counted = (0, 0)  # of how many, while it is counted
        self._worlds = 0
        self._panel = 0
        self._arm = 0
        self._metric: Metric | None = None
        self._in_first = False

    def furnish(self) -> "Iterable[Widget]":
        yield TrialBar()
        yield Static(id="said", markup=False)
        yield Choices(_PANEL_WORDS)
        with Horizontal(id="pages"):
            with Vertical(id="results"):
                yield ArmsPanel(id="arms")
                yield ContrastsPanel(id="contrasts")
            with Vertical(id="answers-page"):
                yield AnswersPanel(id="answers")
                yield FlowsPanel(id="flows")
            with Vertical(id="afterwards"):
                yield FunnelPanel(id="funnel")
                yield HeldPanel(id="held")
            with Vertical(id="people"):
                yield FlippedPanel(id="flipped")
                with Scrolling(id="checks"):
                    yield ChecksPanel()
        yield Static(id="note", markup=False)

    def on_mount(self) -> None:
        self.query_one("#checks").border_title = "Checks"
        names = [title.id for title in self.house.stage.titles(Shelf.EXPERIMENTS)]
        self.query_one(TrialBar).experiment = _FIRST if _FIRST in names else names[0] if names else ""
        self._arrange()
        self._draw()
        self.set_interval(1 / _TICKS, self._listen)

    def on_unmount(self) -> None:
        if self._meter is not None:
            self._meter.leave()

    # Counting

    def action_count(self) -> None:
        """Begin to count, or stop; what was counted is kept, and counting goes on from there."""
        if self._meter is not None:
            self._meter.stop()
            self.notify("Stopping: what was counted is kept.", timeout=3)
            return
        bar = self.query_one(TrialBar)
        trial = Trial(experiment=bar.experiment, people=bar.people, seed=bar.seed)
        self._counted = (0, trial.people)
        try:
            self._meter = Meter(Viewed(self.house.stage.run_experiment(trial)))
        except RollcallError as error:
            self.house.complain(str(error))
        self._draw_said()

    def _listen(self) -> None:
        meter = self._meter
        if meter is None:
            return
        busy, records = meter.busy, meter.take()
        if not busy:
            self._meter = None
            if meter.failed:
                self.house.complain(meter.failed)
        newest = next((record["view"] for record in reversed(records) if "view" in record), None)
        if newest is not None:
            self._take(newest)
        if newest is not None or not busy:
            self._draw()

    def _take(self, view: LabView) -> None:
        other = view.experiment != self._view.experiment or view.seed != self._view.seed
        self._view, self._counted = view, (view.people, view.planned)
        if other:
            # The last world is the one that most differs by the way experiments are written.
            self._arm, self._in_first = 1, False
        if self._metric is None or (other and self._metric not in view.metrics):
            self._metric = view.metrics[0]

    # Choosing

    def action_experiment(self) -> None:
        """Pick another experiment."""
        bar = self.query_one(TrialBar)

        def take(name: str | None) -> None:
            if name is not None:
                bar.experiment = name

        shelf = [(each.id, f"{each.id}: {each.title}") for each in self.house.stage.titles(Shelf.EXPERIMENTS)]
        self.app.push_screen(Pick("Experiment", shelf, bar.experiment), take)

    def action_people(self) -> None:
        """Ten times as many people."""
        self.query_one(TrialBar).more_people()

    def action_seed(self) -> None:
        """Another world of people."""
        bar = self.query_one(TrialBar)

        def take(seed: int | None) -> None:
            if seed is not None:
                bar.seed = seed

        self.app.push_screen(NumberScreen("Seed of the world", _MOST_SEED, "7"), take)

    def on_choice_bar_clicked(self, event: TrialBar.Clicked) -> None:
        (self.action_experiment, self.action_people, self.action_seed)[event.place]()

    def action_arm(self, by: int) -> None:
        """Look at another world."""
        if not self._view.arms:
            self.notify("Nothing was counted yet; space begins.")
            return
        self._arm = (self._arm + by) % len(self._view.arms)
        self._draw()

    def action_metric(self, by: int) -> None:
        """The next of the metrics that this experiment is about."""
        metrics = self._view.metrics
        if self._metric is None:
            self.notify("Nothing was counted yet; space begins.")
            return
        place = metrics.index(self._metric) + by if self._metric in metrics else 0
        self._metric = metrics[place % len(metrics)]
        self._draw()

    def action_pick_metric(self) -> None:
        """Pick from all metrics: every one is counted."""
        if self._metric is None:
            self.notify("Nothing was counted yet; space begins.")
            return

        def take(name: str | None) -> None:
            if name is not None:
                self._metric = Metric(name)
                self._draw()

        shelf = [(metric.value, f"{metric.value}: {says(metric)}") for metric in Metric]
        self.app.push_screen(Pick("Metric", shelf, self._metric.value), take)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Keys that would change nothing that is seen are not offered."""
        if action in {"metric", "pick_metric"}:
            return self._sees("arms", "contrasts", "checks")
        return self._sees("flipped") if action == "other_world" else True

    def _sees(self, *panels: str) -> bool:
        found = (panel for name in panels for panel in self.query(f"#{name}"))
        return any(
            all(part.display for part in panel.ancestors_with_self if isinstance(part, Widget)) for panel in found
        )

    # One person

    def action_other_world(self) -> None:
        """Open people in the first world, or in the one that is looked at."""
        if self._view.contrast(self._arm) is None:
            self.notify("This is the first world; a picks another to compare it with.")
            return
        self._in_first = not self._in_first
        self.notify(f"A person is opened in {self._world}.", timeout=3, markup=False)
        self._draw()

    @property
    def _world(self) -> str:
        arms = self._view.arms
        return arms[0 if self._in_first else self._arm].id if arms else ""

    def on_lines_chosen(self) -> None:
        person = self.query_one(FlippedPanel).chosen
        if person is not None:
            self.notify(f"Opening {person.name} in {self._world}.", timeout=3, markup=False)
            self._open(Trial(experiment=self._view.experiment, people=1, seed=self._view.seed), person.person)

    @work(thread=True, exclusive=True, group="open", exit_on_error=False)
    def _open(self, trial: Trial, person: int) -> None:
        try:
            scenario = self.house.stage.open_person(trial, person, self._world)
        except RollcallError as error:
            self.app.call_from_thread(self.house.complain, str(error))
            return
        self.app.call_from_thread(self._perform, scenario)

    def _perform(self, scenario: "Scenario") -> None:
        from simulator.tui.show import Show

        self.house.tour = None
        self.house.perform(Show(scenario=scenario))

    # What is seen

    def action_view(self, by: int) -> None:
        """The next panel, or the next page where there is room for pages."""
        pages, first = self._pages()
        here = self._panel if pages == len(_PANELS) else max(first, self._panel // 2)
        there = first + (here - first + by) % (pages - first)
        self._show(there)

    def on_choices_picked(self, event: Choices.Picked) -> None:
        self._show(event.index + self._pages()[1])

    def _show(self, index: int) -> None:
        """Show a panel, or a page, by its number."""
        self._panel = index if self._pages()[0] == len(_PANELS) else 2 * index
        self._arrange()

    def _pages(self) -> tuple[int, int]:
        """How many views there are to choose from at this width, and which is the first of them."""
        if self.size.width < _WIDE:
            return len(_PANELS), 0
        return len(_PAGES), int(self.size.width >= _ALL_WIDE)

    def on_resize(self) -> None:
        self._arrange()

    def _arrange(self) -> None:
        """One panel on a narrow screen, a page of two on a wide one, and beside the results on a very wide one."""
        pages, first = self._pages()
        single = pages == len(_PANELS)
        page = max(first, self._panel // 2)
        pinned = {0} if first else set()
        for place, panels in enumerate(_PAGES.values()):
            shown = place == page or place in pinned
            self.query_one(f"#{panels[0]}").parent.display = shown  # type: ignore[union-attr]
            for panel in panels:
                self.query_one(f"#{panel}").display = not single or panel == _PANELS[self._panel]
        choices = self.query_one(Choices)
        choices.offer(_PANEL_WORDS if single else _PAGE_WORDS[first:])
        choices.choose(self._panel if single else page - first, "" if single else self._view.note)
        self._focus()
        self._size_panels()
        self.refresh_bindings()

    def _focus(self) -> None:
        """Give the keys that move to what can be moved in."""
        if self._sees("flipped") and self.query_one(FlippedList).display:
            self.query_one(FlippedList).focus()
        elif self._sees("checks"):
            self.query_one("#checks").focus()

    def _size_panels(self) -> None:
        """Above in each page stands what has a row or two for each world."""
        single = self._pages()[0] == len(_PANELS)
        worlds = max(1, len(self._view.arms))
        roomy = self.size.height - 7 >= 4 * worlds + 10  # for both panels of the results, with their frames
        self.query_one("#contrasts").set_class(roomy, "-roomy")
        above = {
            "arms": worlds * (2 if roomy else 1) + 2,
            "answers": (3 * worlds + 7) if roomy else worlds + 7,
            "funnel": worlds * (2 if roomy else 1) + 5,
        }
        for panel, rows in above.items():
            self.query_one(f"#{panel}").styles.height = "1fr" if single else rows

    def _draw(self) -> None:
        view, arm = self._view, self._arm
        self._draw_said()
        self.query_one(ArmsPanel).bring(view, self._metric, arm)
        self.query_one(ContrastsPanel).bring(view, self._metric, arm)
        self.query_one(AnswersPanel).bring(view, arm)
        self.query_one(FlowsPanel).bring(view, arm)
        self.query_one(FunnelPanel).bring(view, arm)
        self.query_one(HeldPanel).bring(view, arm)
        self.query_one(FlippedPanel).bring(view, arm, self._world)
        self.query_one(ChecksPanel).bring(view, self._metric, arm)
        self.query_one("#note", Static).update(view.note)
        if len(view.arms) != self._worlds:
            # Only then has anything another size, or can it be moved in.
            self._worlds = len(view.arms)
            self._arrange()

    def _draw_said(self) -> None:
        said = self.query_one("#said", Static)
        said.update(self._tell())
        said.set_class(self._meter is not None, "-live")

    def _tell(self) -> Text:
        view = self._view
        if self._meter is not None:
            people, planned = self._counted
            cells = 24
            done = people * cells // planned
            return Text.assemble(
                ("● Counting  ", "bold"),
                f"{people:,} of {planned:,} people  ",
                "█" * done + "░" * (cells - done),
                (f"{self._break}space stops it; what was counted is kept", "dim"),
            )
        if not view.arms:
            return Text(_INVITED)
        if view.complete:
            told = f"{self._break}{view.people:,} people, {view.days} days, seed {view.seed}"
            return Text.assemble((f"■ {view.title}", "bold"), told)
        told = f"; space goes on{self._break}{view.title}, seed {view.seed}"
        return Text.assemble((f"◔ INCOMPLETE: {view.people:,} of {view.planned:,} people", "bold"), told)

    @property
    def _break(self) -> str:
        """Between the two things that are said: a line, or a gap where there is room beside each other."""
        return "\n" if self.size.width < _WIDE else "   "

    def table(self) -> "Table | None":
        """Every metric in every world, with both kinds of difference, as `rollcall experiment --json` has them."""
        return tabulate(self._view)
