"""Ledger: what is gone, going, kept and not said where the playhead stands, and why."""

from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.widgets import ContentSwitcher, Static

from simulator.domain.agree import write_count
from simulator.domain.categories import DataCategory
from simulator.domain.data_kinds import DATA_KINDS
from simulator.domain.reading import Reading
from simulator.journey.bystanders import count_bystanders
from simulator.tui.dialogs.pick import Pick
from simulator.tui.held.fates import FATES
from simulator.tui.held.holdings import Order, count_figures, list_things
from simulator.tui.held.in_force import InForce
from simulator.tui.parts.choices import Choices
from simulator.tui.parts.timeline import Timeline
from simulator.tui.playing.timeline import view_timeline
from simulator.tui.rooms.day_room import DayRoom
from simulator.tui.rooms.ledger.buckets import ThreeBuckets
from simulator.tui.rooms.ledger.chain import give_reasons
from simulator.tui.rooms.ledger.figures import Band, Figure, FourFates
from simulator.tui.rooms.ledger.gantt import Chart, Gantt
from simulator.tui.rooms.ledger.lanes import draw_lanes
from simulator.tui.rooms.ledger.people import OtherPeople
from simulator.tui.rooms.ledger.preview import fill_buckets
from simulator.tui.rooms.ledger.tables import tabulate_buckets, tabulate_lanes, tabulate_people, tabulate_things
from simulator.tui.rooms.ledger.things import Things
from simulator.tui.rooms.ledger.where import tell_where, tell_whose
from simulator.tui.rooms.ledger.why import WhyPanel
from simulator.tui.rooms.ledger.why_dialog import WhyScreen

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from textual.widget import Widget

    from simulator.domain.holding import HoldingState
    from simulator.tui.held.holdings import Thing
    from simulator.tui.playing.show import Show
    from simulator.tui.rooms.ledger.chain import Why
    from simulator.tui.rooms.ledger.lanes import Lane
    from simulator.tui.table import Table

_VIEWS = {"things": "Things", "when": "Held when", "people": "Other people", "buckets": "If withdrawn"}
_READINGS = ((Reading.KINDEST,), (Reading.HARSHEST,), tuple(Reading))
_TITLES = {Reading.KINDEST: "read most kindly", Reading.HARSHEST: "read most harshly"}
_EMPTY = "No story is on. Press 1 to pick one; the ledger is of the story that is being played."


class LedgerScreen(DayRoom):
    NAME = "ledger"
    AUTO_FOCUS = "#things"
    CSS = """
    LedgerScreen {
        & #empty { display: none; padding: 1 2; }
        &.-empty #empty { display: block; }
        &.-empty #ledger { display: none; }
        & #ledger { height: 1fr; }
        & #where { height: 1; padding: 0 1; background: $surface; }
        & Timeline { height: 1; }
        &.-tall Timeline, &.-xtall Timeline { height: 2; }
        & ContentSwitcher { height: 1fr; }
        & #things-and-why { height: 1fr; }
        & #things { width: 1fr; height: 1fr; }
        & WhyPanel { display: none; width: 46; height: 1fr; }
        &.-wide WhyPanel, &.-xwide WhyPanel { display: block; }
        &.-xwide WhyPanel { width: 62; }
        &.-wide ThreeBuckets > Container, &.-xwide ThreeBuckets > Container { layout: horizontal; }
        &.-tall Figure, &.-xtall Figure {
            height: 6;
            & > Digits { display: block; }
            & > .figure--number { display: none; }
            & > .figure--kinds { display: block; }
        }
    }
    """
    BINDINGS: ClassVar[list[Any]] = [
        Binding("b", "mark(-1)", "Landmark before", group=Binding.Group("Day", compact=True)),
        Binding("n", "mark(1)", "Landmark after", group=Binding.Group("Day", compact=True)),
        Binding("v", "view", "View"),
        Binding("f", "fate", "Fate"),
        Binding("c", "kind", "Kind"),
        Binding("s", "sort", "Sort"),
        Binding("k", "reading", "Reading"),
        Binding("w", "why", "Why"),
        Binding("escape", "leave_why", "Back to the list"),
        Binding("escape", "back", "All"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._view = "things"
        self._fate: HoldingState | None = None
        self._kind: DataCategory | None = None
        self._order = Order.AGE
        self._readings: tuple[Reading, ...] | None = None

    def furnish(self) -> "Iterable[Widget]":
        yield Static(_EMPTY, id="empty", markup=False)
        with Vertical(id="ledger"):
            yield Static(id="where", markup=False)
            yield Timeline()
            yield FourFates()
            yield Band()
            yield Choices(tuple(_VIEWS.values()))
            with ContentSwitcher(initial="things-and-why"):
                with Horizontal(id="things-and-why"):
                    yield Things(id="things")
                    yield WhyPanel()
                yield Gantt(id="when")
                yield OtherPeople(id="people")
                yield ThreeBuckets(id="buckets")

    # What is shown -------------------------------------------------------------------------------------------------

    def refresh_show(self) -> None:
        show = self.show
        self.empty("#ledger", now=show is None)
        if show is None:
            return
        figures = count_figures(show.world.ledger, self._rules(show), show.day)
        self.query_one("#where", Static).update(self._where(show), layout=False)
        self.query_one(Timeline).bring(view_timeline(show))
        self.query_one(FourFates).bring(figures, self._fate if self._view == "things" else None)
        self.query_one(Band).bring(figures)
        self._refresh_view(show)

    def _where(self, show: "Show") -> str:
        where, whose = tell_where(show), tell_whose(show)
        gap = self.size.width - 2 - len(where) - len(whose)
        return where + " " * gap + whose if gap > 1 else where

    def _refresh_view(self, show: "Show") -> None:
        note = ""
        match self._view:
            case "things":
                things = self.query_one(Things)
                things.bring_things(self._things(show), self._rules(show))
                note = self._filtered(things.count)
                self._explain()
            case "when":
                charts = [Chart(title=_TITLES[reading], lanes=lanes) for reading, lanes in self._lanes(show).items()]
                self.query_one(Gantt).bring(charts, show.day, show.last_day, show.playback.landmarks)
            case "people":
                self.query_one(OtherPeople).bring(*count_bystanders(show.world.ledger, show.world.roll))
            case _:
                buckets = fill_buckets(show.world.ledger, self._rules(show))
                self.query_one(ThreeBuckets).bring(buckets, show.day, received=show.world.withdrawal_received)
        self.query_one(Choices).choose(list(_VIEWS).index(self._view), note)

    def _filtered(self, count: int) -> str:
        """``77 things: original photos, by fate``."""
        which = [FATES[self._fate].word.lower()] if self._fate is not None else []
        which += [DATA_KINDS[self._kind].name] if self._kind is not None else []
        told = f"{count} {', '.join(which)}" if which else write_count(count, "thing")
        return f"{told}, {self._order}"

    def _rules(self, show: "Show") -> InForce:
        return InForce.on(show.scenario, show.day)

    def _things(self, show: "Show") -> "Sequence[Thing]":
        return list_things(
            show.world.ledger, self._rules(show), state=self._fate, category=self._kind, order=self._order
        )

    def _lanes(self, show: "Show") -> "Mapping[Reading, Sequence[Lane]]":
        happened = show.playback.events[: show.at]
        ledger, rules = show.world.ledger, self._rules(show)
        return {
            reading: draw_lanes(happened, ledger, rules, reading=reading, last_day=show.last_day, category=self._kind)
            for reading in self._shown_readings(show)
        }

    def _shown_readings(self, show: "Show") -> tuple[Reading, ...]:
        return self._readings or (tuple(Reading) if self.has_class("-xwide") else (show.scenario.reading,))

    def _why(self) -> "Why | None":
        show, thing = self.show, self.query_one(Things).picked
        if show is None or thing is None:
            return None
        return give_reasons(show.world.ledger, self._rules(show), thing, show.day)

    def _explain(self) -> None:
        panel = self.query_one(WhyPanel)
        if panel.display:
            panel.bring(self._why())

    def table(self) -> "Table | None":
        show = self.show
        if show is None:
            return None
        match self._view:
            case "things":
                return tabulate_things(self._things(show), self._rules(show), show.day)
            case "when":
                return tabulate_lanes(self._lanes(show))
            case "people":
                return tabulate_people(*count_bystanders(show.world.ledger, show.world.roll), show.day)
            case _:
                return tabulate_buckets(fill_buckets(show.world.ledger, self._rules(show)), show.day)

    # What is done --------------------------------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """A key that does nothing in the view that is open is not offered."""
        if self.show is None:
            return False
        views = {"fate": {"things"}, "sort": {"things"}, "why": {"things"}, "reading": {"when"}}
        if action == "kind":
            return self._view in {"things", "when"}
        if action == "leave_why":
            return isinstance(self.focused, WhyPanel)
        if action == "back":
            return self._fate is not None or self._kind is not None
        return self._view in views.get(action, {self._view})

    def action_view(self) -> None:
        names = list(_VIEWS)
        self._open(names[(names.index(self._view) + 1) % len(names)])

    def _open(self, view: str) -> None:
        self._view = view
        self.query_one(ContentSwitcher).current = "things-and-why" if view == "things" else view
        self.query_one(f"#{view}").focus()
        self._changed()

    def action_fate(self) -> None:
        fates = [None, *FATES]
        self._fate = fates[(fates.index(self._fate) + 1) % len(fates)]
        self._changed()

    def action_sort(self) -> None:
        orders = list(Order)
        self._order = orders[(orders.index(self._order) + 1) % len(orders)]
        self._changed()

    def action_kind(self) -> None:
        show = self.show
        if show is None:
            return
        counts: dict[DataCategory, int] = {}
        for entry in show.world.ledger.entries.values():
            counts[entry.holding.category] = counts.get(entry.holding.category, 0) + 1
        kinds = [(each.value, f"{counts[each]:>5}  {DATA_KINDS[each].name}") for each in DataCategory if each in counts]
        choices = [("", f"{sum(counts.values()):>5}  everything"), *kinds]
        self.app.push_screen(Pick("Which kind?", choices, self._kind or ""), self._narrow)

    def _narrow(self, kind: str | None) -> None:
        if kind is not None:
            self._kind = DataCategory(kind) if kind else None
            self._changed()

    def action_reading(self) -> None:
        if self.show is None:
            return
        shown = _READINGS.index(self._shown_readings(self.show))
        self._readings = _READINGS[(shown + 1) % len(_READINGS)]
        self._changed()

    def action_why(self) -> None:
        """To the reasons, or from them back to the list."""
        panel = self.query_one(WhyPanel)
        if self.focused is panel:
            self.action_leave_why()
        elif panel.display:
            panel.focus()
        elif (why := self._why()) is not None:
            self.app.push_screen(WhyScreen(why))
        elif self.show is not None:
            self.notify("Nothing is under the cursor.")

    def action_leave_why(self) -> None:
        self.query_one(Things).focus()

    def action_back(self) -> None:
        self._fate = self._kind = None
        self._changed()

    def _changed(self) -> None:
        self.refresh_show()
        self.refresh_bindings()

    # What is heard -------------------------------------------------------------------------------------------------

    def on_lines_moved(self) -> None:
        if self._view == "things":
            self._explain()

    def on_lines_chosen(self) -> None:
        if self._view == "things":
            self.action_why()
        elif (lane := self.query_one(Gantt).picked) is not None:
            if lane.item is None:
                self._narrow(lane.category.value)
            elif self.show is not None:
                things = {thing.id: thing for thing in list_things(self.show.world.ledger, self._rules(self.show))}
                why = give_reasons(self.show.world.ledger, self._rules(self.show), things[lane.item], self.show.day)
                self.app.push_screen(WhyScreen(why))

    def on_gantt_day_picked(self, event: Gantt.DayPicked) -> None:
        self.seek(event.day)

    def on_timeline_sought(self, event: Timeline.Sought) -> None:
        self.seek(event.day)

    def on_timeline_scrolled(self, event: Timeline.Scrolled) -> None:
        self.action_day(event.days)

    def on_figure_picked(self, event: Figure.Picked) -> None:
        self._fate = None if self._fate is event.state else event.state
        self._open("things")

    def on_choices_picked(self, event: Choices.Picked) -> None:
        self._open(list(_VIEWS)[event.index])

    def on_resize(self) -> None:
        if self.query(WhyPanel):
            self.call_after_refresh(self.refresh_show)
