"""Lab: the same people, with the same luck, in several worlds; what differs, and who flipped."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any, ClassVar, Final

from textual import work
from textual.binding import Binding
from textual.widgets import Static
from textual.worker import get_current_worker

from simulator.api.ports import Trial
from simulator.domain.errors import RollcallError
from simulator.domain.shelf import Shelf
from simulator.experiment.metric import SAYS, Metric
from simulator.tui.dialogs.number import NumberScreen
from simulator.tui.dialogs.pick import Pick
from simulator.tui.meter import Meter
from simulator.tui.rooms.lab.order import TrialBar
from simulator.tui.rooms.lab.pages import LabPages
from simulator.tui.rooms.lab.said import Said
from simulator.tui.rooms.lab.table import tabulate
from simulator.tui.rooms.room import Room

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual.widget import Widget

    from simulator.api.ports import Counted
    from simulator.experiment.results import Results
    from simulator.journey.scenario import Scenario
    from simulator.tui.table import FactTable


_TICKS: Final = 5  # a second, at most, that what was counted is drawn
_FIRST: Final = "prompt-wording"
_MOST_SEED: Final = 2**63 - 1


class LabScreen(Room):
    NAME = "lab"
    AUTO_FOCUS = ""
    DEFAULT_CSS = """
    LabScreen.-wide Said, LabScreen.-xwide Said { height: 1; }
    LabScreen.-wide #note, LabScreen.-xwide #note { display: none; }
    LabScreen #note { height: 1; padding: 0 1; color: $text-muted; text-style: italic; }
    """
    BINDINGS: ClassVar[list[Any]] = [
        Binding("space", "count", "Run/stop"),
        # The line of choices shows these five keys, each beside what it changes.
        Binding("o", "experiment", "Experiment", show=False),
        Binding("n", "people", "People", show=False),
        Binding("s", "seed", "Seed", show=False),
        Binding("r", "replays", "Repeat the field test", show=False),
        Binding("f", "fragility", "What it stands on", show=False),
        Binding("k", "recall", "Earlier"),
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
        self._results: Results | None = None  # None: nothing was counted yet
        self._current = True  # whether the plan is what it was, so that its people can be opened
        self._counted = (0, 0)  # of how many, while it is counted
        self._counting = Trial(experiment="", people=0, seed=None)
        self._trial = self._counting  # of what is shown
        self._arm = 0
        self._metric: Metric | None = None
        self._in_first = False

    def furnish(self) -> "Iterable[Widget]":
        yield TrialBar()
        yield Said()
        yield LabPages()
        yield Static(id="note", markup=False)

    def on_mount(self) -> None:
        names = [title.id for title in self.house.stage.titles(Shelf.EXPERIMENTS)]
        self.query_one(TrialBar).experiment = _FIRST if _FIRST in names else names[0] if names else ""
        self.query_one(LabPages).fit()
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
        trial = self._counting = self.query_one(TrialBar).trial
        self._counted = (0, trial.people)
        try:
            self._meter = Meter(self.house.stage.run_experiment(trial))
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
        newest = next((record["results"] for record in reversed(records) if "results" in record), None)
        if newest is not None:
            self._trial, self._current = self._counting, True
            self._take(newest)
        if newest is not None or not busy:
            self._draw()

    def _take(self, results: "Results") -> None:
        other = self._results is None or _world_of(results) != _world_of(self._results)
        self._results, self._counted = results, (results.people, results.planned)
        if other:
            # The first world that there is something to compare with.
            self._arm, self._in_first = 1, False
        if self._metric is None or (other and self._metric not in results.metrics):
            self._metric = results.metrics[0]

    @property
    def works(self) -> str:
        return "" if self._meter is None else "people are being counted"

    # Choosing

    def action_experiment(self) -> None:
        """Pick another experiment."""
        bar = self.query_one(TrialBar)

        def take(name: str | None) -> None:
            if name is not None:
                bar.experiment = name

        shelf = [(each.id, f"{each.id}: {each.title}") for each in self.house.stage.titles(Shelf.EXPERIMENTS)]
        self.app.push_screen(Pick("Experiment", shelf, bar.experiment, other="or a file of yours, .toml"), take)

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

    def action_replays(self) -> None:
        """Repeat the field test that often, once everybody is counted; or do not."""
        self.query_one(TrialBar).more_replays()

    def action_fragility(self) -> None:
        """Find what the conclusion stands on, once everybody is counted; or do not."""
        bar = self.query_one(TrialBar)
        bar.fragility = not bar.fragility

    def on_choice_bar_clicked(self, event: TrialBar.Clicked) -> None:
        choices = self.action_experiment, self.action_people, self.action_seed
        (*choices, self.action_replays, self.action_fragility)[event.place]()

    # Results of before

    @work(thread=True, exclusive=True, group="recall", exit_on_error=False)
    def action_recall(self) -> None:
        """Pick from what was counted before."""
        try:
            kept = self.house.stage.trials()
        except RollcallError as error:
            self.app.call_from_thread(self.house.complain, str(error))
            return
        self.app.call_from_thread(self._offer, [(each.id, each.title) for each in kept])

    def _offer(self, kept: "Sequence[tuple[str, str]]") -> None:
        if not self.is_current:
            return  # one has gone elsewhere meanwhile
        if self._meter is not None:
            self.notify("People are being counted; space stops it and keeps what was counted.")
        elif not kept:
            self.notify("Nothing was counted before; space begins.")
        else:

            def take(number: str | None) -> None:
                if number is not None:
                    self._recall(number)

            self.app.push_screen(Pick("Counted before", kept), take)

    @work(thread=True, exclusive=True, group="recall", exit_on_error=False)
    def _recall(self, number: str) -> None:
        try:
            counted = self.house.stage.read_trial(number)
        except RollcallError as error:
            self.app.call_from_thread(self.house.complain, str(error))
            return
        self.app.call_from_thread(self._place, counted)

    def _place(self, counted: "Counted") -> None:
        """Show a result of before, and choose what it was made with."""
        if self._meter is not None:
            return
        results, self._current = counted.results, counted.current
        if self._current:
            bar = self.query_one(TrialBar)
            bar.experiment, bar.people, bar.seed = results.experiment, results.people, results.seed
            self._trial = bar.trial
        self._take(results)
        self._draw()

    def action_arm(self, by: int) -> None:
        """Look at another world."""
        if self._results is None:
            self.notify("Nothing was counted yet; space begins.")
            return
        self._arm = (self._arm + by) % len(self._results.arms)
        self._draw()

    def action_metric(self, by: int) -> None:
        """The next of the metrics that this experiment is about."""
        if self._results is None or self._metric is None:
            self.notify("Nothing was counted yet; space begins.")
            return
        metrics = self._results.metrics
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

        shelf = [(metric.value, f"{metric.value}: {SAYS[metric].says}") for metric in Metric]
        self.app.push_screen(Pick("Metric", shelf, self._metric.value), take)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Keys that would change nothing that is seen are not offered."""
        if action in {"metric", "pick_metric"}:
            return self.query_one(LabPages).sees("arms", "contrasts", "checks")
        return self.query_one(LabPages).sees("flipped") if action == "other_world" else True

    # One person

    def action_other_world(self) -> None:
        """Open people in the first world, or in the one that is looked at."""
        if self._results is None or self._results.contrast(self._arm) is None:
            self.notify("This is the first world; a picks another to compare it with.")
            return
        self._in_first = not self._in_first
        self.notify(f"A person is opened in {self._world}.", timeout=3, markup=False)
        self._draw()

    @property
    def _world(self) -> str:
        return "" if self._results is None else self._results.arms[0 if self._in_first else self._arm].id

    def on_lines_chosen(self) -> None:
        person = self.query_one(LabPages).chosen
        if person is None or self._results is None:
            return
        if not self._current:
            self.notify("The plan has changed since, or was a file of yours: count it again to open its people.")
        else:
            self.notify(f"Opening {person.name} in {self._world}.", timeout=3, markup=False)
            self._open(replace(self._trial, people=1, seed=self._results.seed), person.person, self._world)

    @work(thread=True, exclusive=True, group="open", exit_on_error=False)
    def _open(self, trial: Trial, person: int, world: str) -> None:
        worker = get_current_worker()
        try:
            scenario = self.house.stage.open_person(trial, person, world)
        except RollcallError as error:
            self.app.call_from_thread(self.house.complain, str(error))
            return
        if not worker.is_cancelled:
            self.app.call_from_thread(self._perform, scenario)

    def _perform(self, scenario: "Scenario") -> None:
        from simulator.tui.playing.show import Show

        self.house.tour = None
        self.house.perform(Show(scenario=scenario))

    # What is seen

    def action_view(self, by: int) -> None:
        """The next panel, or the next page where there is room for pages."""
        self.query_one(LabPages).turn(by)

    def on_resize(self) -> None:
        self.query_one(LabPages).fit()

    def _draw(self) -> None:
        self._draw_said()
        self.query_one(LabPages).bring(self._results, self._metric, self._arm, self._world)
        self.query_one("#note", Static).update("" if self._results is None else self._results.note)

    def _draw_said(self) -> None:
        self.query_one(Said).bring(self._results, None if self._meter is None else self._counted, self._counting)

    def table(self) -> "FactTable | None":
        """Every metric in every world, with both kinds of difference, as `rollcall experiment --json` has them."""
        return None if self._results is None else tabulate(self._results)


def _world_of(results: "Results") -> tuple[str, int, tuple[str, ...]]:
    """What makes two results ones of the same worlds."""
    return results.experiment, results.seed, tuple(arm.id for arm in results.arms)
