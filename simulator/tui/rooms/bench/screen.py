"""Bench: how fast this machine's analyzer is, by rules that hold, while it is being measured."""

from typing import TYPE_CHECKING, Any, ClassVar

from textual import work
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.worker import get_current_worker

from simulator.domain.errors import RollcallError
from simulator.tui.dialogs.pick import Pick
from simulator.tui.meter import Meter
from simulator.tui.parts.charts.histogram import Histogram, Pointer
from simulator.tui.rooms.bench.figures import Figures
from simulator.tui.rooms.bench.order import OrderBar
from simulator.tui.rooms.bench.own_inputs import OwnInputsScreen
from simulator.tui.rooms.bench.panels import CardPanel, ChangesPanel, RatiosPanel, StagesPanel
from simulator.tui.rooms.bench.runs import RunTable
from simulator.tui.rooms.bench.table import tabulate_runs
from simulator.tui.rooms.bench.verdict import VerdictLines
from simulator.tui.rooms.bench.view import BenchRun, BenchView, ChangeView, Own, read_view, view_changes, write_when
from simulator.tui.rooms.room import Room
from simulator.vision.load.scenarios import ArrivalPattern

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.widget import Widget

    from simulator.api.ports import Record
    from simulator.tui.table import FactTable

_TICKS = 5  # a second, at most, that what was measured is drawn
_WIDE, _ALL_WIDE, _ALL_TALL = 100, 150, 42  # as the breakpoints of the application
_PANELS = ("histogram", "stages", "ratios", "card", "changes")
_LEFT, _ABOVE = ("histogram", "changes"), ("stages", "card")
_PATTERNS = tuple(pattern.value for pattern in ArrivalPattern)


class BenchScreen(Room):
    NAME = "bench"
    DEFAULT_CSS = """
    BenchScreen #panels { height: 1fr; }
    BenchScreen #histogram { border: round $primary; padding: 0 1; }
    BenchScreen #left, BenchScreen #right { width: 1fr; height: 1fr; }
    BenchScreen.-xwide #right { width: 5fr; }
    BenchScreen.-xwide #left { width: 3fr; }
    BenchScreen.-short Figures { display: none; }
    BenchScreen.-xtall #above { height: 13; }
    BenchScreen.-xtall #changes { height: 9; }
    """
    BINDINGS: ClassVar[list[Any]] = [
        Binding("space", "measure", "Start/stop"),
        # The line of choices shows these five keys, each beside what it changes.
        Binding("s", "change(0)", "Scenario", show=False),
        Binding("n", "change(1)", "Queries", show=False),
        Binding("z", "change(2)", "Size", show=False),
        Binding("b", "change(3)", "Tables", show=False),
        Binding("i", "own", "Your own photos, model and rate", show=False),
        Binding("up", "pick(-1)", "Row", show=False),
        Binding("down", "pick(1)", "Row", key_display="↑↓"),
        Binding("v", "view", "View"),
        Binding("o", "open", "Open"),
        Binding("c", "compare", "Compare"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._meter: Meter | None = None
        self._bench = BenchRun()
        self._view = BenchView()
        self._beside: tuple[object, ...] = ()
        self._result: Record | None = None
        self._named = ""
        self._before: tuple[str, Record] | None = None
        self._changes: tuple[ChangeView, ...] | None = None  # None: nothing is compared
        self._chosen = _PATTERNS[0]
        self._follows = True
        self._panel = _PANELS[0]

    def furnish(self) -> "Iterable[Widget]":
        yield OrderBar()
        yield VerdictLines()
        yield RunTable()
        yield Figures()
        with Horizontal(id="panels"):
            with Vertical(id="left"):
                yield Histogram("ms", id="histogram")
                yield ChangesPanel(id="changes")
            with Vertical(id="right"):
                with Horizontal(id="above"):
                    yield StagesPanel(id="stages")
                    yield CardPanel(id="card")
                yield RatiosPanel(id="ratios")

    def on_mount(self) -> None:
        self.query_one("#histogram").border_title = "Latency"
        self._arrange()
        self._draw()
        self.set_interval(1 / _TICKS, self._listen)
        self._recall()

    def on_unmount(self) -> None:
        if self._meter is not None:
            self._meter.leave()

    # Measuring

    def action_measure(self) -> None:
        """Begin to measure, or end early and keep what was measured."""
        if self._meter is not None:
            self._meter.stop()
            self.notify("Stopping: what was measured is kept.", timeout=3)
            return
        if works := self.house.works:
            self.notify(f"{works.capitalize()}, which would take part in what is timed; wait for its end.")
            return
        try:
            self._meter = Meter(self.house.stage.measure(self.query_one(OrderBar).measurement))
        except RollcallError as error:
            self.house.complain(str(error))
            return
        if self._result is not None:
            self._before = (self._named, self._result)
        self._bench, self._result, self._named, self._changes = BenchRun(), None, "", None
        self._follows = True
        self._panel = _PANELS[0]
        self._arrange()
        self._draw()

    def _listen(self) -> None:
        meter = self._meter
        if meter is None:
            return
        busy, records = meter.busy, meter.take()
        self._bench.disturbed = self._bench.disturbed or self.house.works
        for record in records:
            self._bench.take(record)
        if not busy:
            self._meter = None
            if meter.failed:
                self.house.complain(meter.failed)
            result = self._bench.close(meter.failed)
            if result["scenarios"] and "floor" in result:
                self._result, self._named = result, "this one"
                self._keep(result)
        if records or not busy:
            if self._follows and self._bench.during in _PATTERNS:
                self._chosen = self._bench.during
            self._view = self._bench.view()
            self._draw()

    # Results of before

    @work(thread=True, exclusive=True, group="recall", exit_on_error=False)
    def _recall(self) -> None:
        stage = self.house.stage
        for place, name in enumerate(stage.results()[:2]):
            try:
                result = stage.read_result(name)
                read_view(result, name)
            except RollcallError as error:
                self.app.call_from_thread(self.house.complain, str(error))
                continue
            self.app.call_from_thread(self._place, name, result, before=place > 0)

    @work(thread=True, group="keep", exit_on_error=False)
    def _keep(self, result: "Record") -> None:
        try:
            name = self.house.stage.keep_result(result)
        except RollcallError as error:
            self.app.call_from_thread(self.house.complain, str(error))
            return
        self.app.call_from_thread(self._christen, name)

    def _christen(self, name: str) -> None:
        self._named = name
        self._weigh()
        self._draw()

    def _place(self, name: str, result: "Record", *, before: bool) -> None:
        """Put a result in its place, unless something is being measured that it would cover."""
        self._changes = None
        if before:
            self._before = (name, result)
        elif self._meter is None:
            self._result, self._named, self._view = result, name, read_view(result, name)
            self._follows = False
            if self._view.run(self._chosen) is None and self._view.runs:
                self._chosen = self._view.runs[0].name
        self._weigh()
        self._draw()

    @work(thread=True, exclusive=True, group="weigh", exit_on_error=False)
    def _weigh(self) -> None:
        if self._before is None or self._result is None:
            return
        (before, earlier), named, result = self._before, self._named, self._result
        try:
            comparison = self.house.stage.compare_results(earlier, result)
            changes = view_changes(comparison)
        except (RollcallError, LookupError, TypeError, ValueError):
            told = f"{before} and {named} cannot be compared: figures are missing in one; c picks another."
            self.app.call_from_thread(self.house.complain, told)
            return
        if not get_current_worker().is_cancelled:
            self.app.call_from_thread(self._show_changes, result, before, changes, comparison)

    def _show_changes(self, of: "Record", before: str, changes: tuple[ChangeView, ...], comparison: "Record") -> None:
        if of is not self._result:
            return  # another is looked at by now
        self._changes = changes
        unlike = comparison["unlike"]
        said = f"The two differ in: {', '.join(unlike)}. What is seen may be due to that." if unlike else ""
        if not changes:
            said = "No scenario in common: measure both with the same one."
        self.query_one(ChangesPanel).bring(changes, comparison["floor"], before, said)

    def action_open(self) -> None:
        """Look at another result."""
        self._ask("Open a result", before=False)

    def action_compare(self) -> None:
        """Compare with another result."""
        self._ask("Compare with", before=True)

    def _ask(self, title: str, *, before: bool) -> None:
        if self._meter is not None and not before:
            self.notify("A measurement is under way; space stops it and keeps what was measured.")
            return

        def take(name: str | None) -> None:
            if name is not None:
                self._read(name, before=before)

        kept = [(name, write_when(name)) for name in self.house.stage.results()]
        self.app.push_screen(Pick(title, kept, other="a file that rollcall bench --out wrote"), take)

    @work(thread=True, exclusive=True, group="read", exit_on_error=False)
    def _read(self, name: str, *, before: bool) -> None:
        try:
            result = self.house.stage.read_result(name)
            read_view(result, name)
        except RollcallError as error:
            self.app.call_from_thread(self.house.complain, str(error))
            return
        self.app.call_from_thread(self._place, name, result, before=before)

    # What is seen

    def action_change(self, place: int) -> None:
        """Another choice of what is measured next."""
        self.query_one(OrderBar).change(place)

    def action_own(self) -> None:
        """Measure photos or a model of the user's, or at another rate."""
        self._ask_own(self.query_one(OrderBar).own)

    def _ask_own(self, own: Own) -> None:
        if not self.is_current:
            return  # one has gone elsewhere meanwhile

        def take(typed: Own | None) -> None:
            if typed is not None:
                self._check(typed)

        self.app.push_screen(OwnInputsScreen(own), take)

    @work(thread=True, exclusive=True, group="check", exit_on_error=False)
    def _check(self, typed: Own) -> None:
        """Take what was typed if it can be measured; else say why not, and ask again."""
        try:
            self.house.stage.check_measurement(self.query_one(OrderBar).with_own(typed))
        except RollcallError as error:
            self.app.call_from_thread(self.house.complain, str(error))
            self.app.call_from_thread(self._ask_own, typed)
            return
        self.app.call_from_thread(setattr, self.query_one(OrderBar), "own", typed)

    def on_choice_bar_clicked(self, event: OrderBar.Clicked) -> None:
        if event.place < len(self.query_one(OrderBar).choices):
            self.action_change(event.place)
        else:
            self.action_own()

    def action_pick(self, by: int) -> None:
        """Another scenario's latencies."""
        self._pick(_PATTERNS[(_PATTERNS.index(self._chosen) + by) % len(_PATTERNS)])

    def on_run_table_picked(self, event: RunTable.Picked) -> None:
        self._pick(event.name)

    def _pick(self, name: str) -> None:
        self._chosen, self._follows = name, False
        self._draw()

    def action_view(self) -> None:
        """The next panel, where there is no room for all."""
        shown = self._shown()
        if len(shown) == len(_PANELS):
            self.notify("Everything is shown already: there is room for it.")
            return
        after = _PANELS.index(self._panel) + 1
        others = (*_PANELS[after:], *_PANELS[:after])
        # One that would change what is shown; the first of all shows what is shown without any choice.
        self._panel = next(panel for panel in others if panel not in shown or panel == _PANELS[0])
        self._arrange()

    def on_resize(self) -> None:
        self._arrange()

    def _shown(self) -> tuple[str, ...]:
        """The panels for which there is room, with the chosen one among them."""
        width, height = self.size
        if width < _WIDE:
            return (self._panel,)
        if width >= _ALL_WIDE and height >= _ALL_TALL:
            return _PANELS
        above = "card" if self._panel == "card" else "stages"
        if height >= _ALL_TALL:
            return ("histogram", "changes", above, "ratios")
        left = "changes" if self._panel == "changes" else "histogram"
        return (left, "ratios" if self._panel == "ratios" else above)

    def _arrange(self) -> None:
        shown = self._shown()
        for panel in _PANELS:
            self.query_one(f"#{panel}").display = panel in shown
        for place, panels in (("left", _LEFT), ("above", _ABOVE), ("right", (*_ABOVE, "ratios"))):
            self.query_one(f"#{place}").display = bool({*panels} & {*shown})

    def _draw(self) -> None:
        view, run = self._view, self._view.run(self._chosen)
        table = self.query_one(RunTable)
        table.bench, table.chosen = view, self._chosen
        table.border_title = Content(f"Scenarios, {self._named}" if self._named else "Scenarios")
        self.query_one(VerdictLines).bring(view, measuring=self._meter is not None)
        self.query_one(Figures).bring(run)
        latencies = self.query_one("#histogram", Histogram)
        latencies.border_title = f"Latency, {self._chosen}"
        marks = [] if run is None else [each for each in run.percentiles if each.ms is not None]
        latencies.bring(
            () if run is None else run.latencies,
            tuple(Pointer(value=each.ms or 0.0, label=f"{each.label} {each.ms:.1f}") for each in marks),
            empty=f"{self._chosen} was not measured",
        )
        # While latencies come in, these stand still: what is not drawn anew does not take part in what is timed.
        beside = (view.stages, view.ratios, view.floor, view.card, view.notes)
        if beside != self._beside:
            self._beside = beside
            self.query_one(StagesPanel).bring(view)
            self.query_one(RatiosPanel).bring(view)
            self.query_one(CardPanel).bring(view)
        if self._changes is None:
            self.query_one(ChangesPanel).clear()

    def table(self) -> "FactTable | None":
        return tabulate_runs(self._view)
