"""Fork here: change one thing, play on, and see both worlds side by side with only the differences lit."""

from typing import TYPE_CHECKING, Any, ClassVar

from rich.text import Text
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from simulator.domain.errors import RollcallError
from simulator.domain.shelf import Shelf
from simulator.journey.fork import Asked, Revoked, Under
from simulator.tui.dialogs.number import NumberScreen
from simulator.tui.playing.branch import branch
from simulator.tui.playing.performer import Performer
from simulator.tui.rooms.fork.two_worlds import TwoWorlds
from simulator.tui.rooms.fork.view import (
    Possible,
    compare,
    compare_both_days,
    known_day,
    possible,
    say_no_further,
    say_parentless,
    worlds_on,
)
from simulator.tui.rooms.room import Room
from simulator.tui.table import FactTable

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual.widget import Widget

    from simulator.api.ports import Title
    from simulator.journey.fork import Change
    from simulator.tui.playing.show import Show

_PARENT = "parent"
_TICKS = 10  # a second, at most, that news of the fork is looked for


def _tell(show: "Show") -> str:
    return (
        f"The playhead stands on day {show.day}. Prompts and terms change from that day on; on day 0 they are "
        "others from the beginning.\n\nOne thing will be otherwise; all luck that it does not touch stays the same: "
        "the same person, the same photos, the same days.\n\nThe story itself is left as it is."
    )


def _where(show: "Show") -> tuple[int, int, int, int]:
    """What everything that is offered depends on."""
    return id(show), show.day, show.at, len(show.playback.events)


class _Changes(OptionList):
    BINDINGS: ClassVar[list[Any]] = [
        Binding("up", "cursor_up", "Up", show=False),
        Binding("down", "cursor_down", "Up/down", key_display="↑↓"),
        Binding("enter", "select", "Fork"),
    ]


class ForkScreen(Room):
    """Pushed over the story; escape goes back to it as it was.

    Args:
        together: the story is a fork itself, and is seen beside what it was forked from.
    """

    NAME = "story"
    BINDINGS: ClassVar[list[Any]] = [
        Binding("escape", "leave", "Back"),
        Binding("left", "step(-1)", "Day back"),
        Binding("right", "step(1)", "Day on"),
        Binding("home", "go_to(0)", "First", show=False),
        Binding("end", "go_to(1)", "Last"),
        Binding("f", "again", "Other change"),
        Binding("k", "go_on", "Keep the fork"),
    ]
    DEFAULT_CSS = """
    ForkScreen #changes { width: 1fr; height: 1fr; border: round $accent; padding: 0 1; }
    ForkScreen #about { width: 40; height: 1fr; border: round $foreground 50%; padding: 1 2; }
    ForkScreen.-narrow #about { display: none; }
    ForkScreen #choose { height: 1fr; }
    ForkScreen TwoWorlds { display: none; height: 1fr; }
    ForkScreen.-forked TwoWorlds { display: block; }
    ForkScreen.-forked #choose { display: none; }
    """

    def __init__(self, *, together: bool = False) -> None:
        super().__init__()
        self._together = together
        self._both: tuple[Show, Show] | None = None
        self._performer: Performer | None = None
        self._possible: dict[str, Possible] = {}
        self._ids = 0
        self._titles: Sequence[Sequence[Title]] = ((), ())
        self._offered_at: tuple[int, int, int, int] | None = None
        self._day = 0
        self._steered = self._waits = False

    def furnish(self) -> "Iterable[Widget]":
        with Horizontal(id="choose"):
            changes = _Changes(id="changes")
            changes.border_title = "Change one thing"
            yield changes
            with Vertical(id="about") as about:
                about.border_title = "Fork here"
                yield Static(id="told", markup=False)
        yield TwoWorlds()

    def on_mount(self) -> None:
        self.set_interval(1 / _TICKS, self._hear)
        self._titles = [self.house.stage.titles(shelf) for shelf in (Shelf.PROMPTS, Shelf.TERMS)]
        self._offer()
        self.query_one("#changes").focus()
        if self._together:
            self._lay_together()

    def _offer(self) -> None:
        changes, show = self.query_one("#changes", OptionList), self.show
        at = changes.highlighted
        before = None if at is None else self._find(changes.get_option_at_index(at))
        if show is None:
            changes.clear_options()
            self.query_one("#told", Static).update("No story is on. Escape goes back; 1 is Home, where one begins.")
            return
        self._offered_at = _where(show)
        self.query_one("#told", Static).update(_tell(show))
        now = list(possible(show, *self._titles))
        if now == [*self._possible.values()] and changes.option_count:
            return  # as a story goes on while this is open, mostly nothing else comes to be possible
        changes.clear_options()
        # An id is never used again: a choice may have been made of what was listed before.
        first = self._ids
        self._ids += len(now)
        self._possible = {str(first + number): each for number, each in enumerate(now)}
        if show.forked is not None and show.parent is None:
            changes.add_option(Option(Text(say_parentless(show.forked)), disabled=True))
        elif show.forked is not None:
            changes.add_option(Option(Text(f"See it beside {show.forked.run}, which it was forked from"), id=_PARENT))
        group = ""
        for name, each in self._possible.items():
            if each.group != group:
                group = each.group
                changes.add_option(Option(Text(f"── {group} ──", style="bold"), disabled=True))
            changes.add_option(Option(Text(f"  {each.words}"), id=name, disabled=not each.offered))
        changes.action_first()
        again = next((name for name, each in self._possible.items() if before and each.is_like(before)), None)
        if again is not None:
            changes.highlighted = changes.get_option_index(again)

    def _find(self, option: Option) -> Possible | None:
        return None if option.id is None else self._possible.get(option.id)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        if event.option.id == _PARENT:
            self._lay_together()
        elif (chosen := self._find(event.option)) is not None:
            self._choose(chosen)

    def _lay_together(self) -> None:
        """The story that is on, beside what it was forked from."""
        show = self.show
        assert show is not None
        assert show.parent is not None
        self._see((show.parent, show))

    def _choose(self, chosen: Possible) -> None:
        if chosen.days is None:
            try:
                change = self._read(chosen)
            except RollcallError as error:
                self.house.complain(str(error))
                return
            self._fork(change)
            return

        def take(day: int | None) -> None:
            if day is not None:
                self._fork(Revoked(day=day))

        days = chosen.days
        self.app.push_screen(NumberScreen("Turn the switch off on day", days[-1], least=days[0]), take)

    def _fork(self, change: "Change") -> None:
        show = self.show
        assert show is not None
        try:
            child = branch(show, change)
        except RollcallError as error:
            self.house.complain(str(error))
            return
        if child.forked is not None and child.forked.day is None:
            self.notify(f"Nothing would differ: {child.forked.change}, as it is.", markup=False)
            return
        self._stop()
        self._performer = Performer(self.house.stage, child, show.analyses())
        self._see((show, child))

    def _see(self, both: "tuple[Show, Show]") -> None:
        self._both, self._steered, self._waits = both, False, False
        self.add_class("-forked")
        self.query_one(TwoWorlds).focus()
        self._show_both()
        self.refresh_bindings()

    def _read(self, chosen: Possible) -> "Change":
        if chosen.change is not None:
            return chosen.change
        stage, show = self.house.stage, self.show
        assert show is not None
        if chosen.shelf is Shelf.PROMPTS:
            return Asked(prompt=stage.prompt(chosen.name), day=show.day)
        return Under(terms=stage.terms(chosen.name), day=show.day)

    def _hear(self) -> None:
        if self._performer is None or self._both is None:
            return
        child, respondent = self._performer.show, self._performer.respondent
        failed, waited = child.failed, self._waits
        self._waits = respondent is not None and respondent.waiting
        if not self._performer.take() and self._waits == waited:
            return
        if child.failed != failed:
            self.house.complain(child.failed)
        self._show_both()

    def refresh_show(self) -> None:
        show = self.show
        if self._both is None and show is not None and _where(show) != self._offered_at:
            # It may be another day by now, and other things may have come to be known.
            self._offer()
        self._show_both()

    def _show_both(self) -> None:
        if self._both is None:
            return
        if not self._steered:
            # Both run on together, as far as both are known.
            self._day = known_day(*self._both)
        self.query_one(TwoWorlds).bring(*self._both, self._day, waits=self._waits)

    @property
    def works(self) -> str:
        return "a fork is being played" if self._performer is not None and self._performer.works else ""

    def table(self) -> FactTable | None:
        if self._both is None:
            return None
        before, after = self._both
        assert after.forked is not None
        lines = (*compare(*worlds_on(before, after, self._day)), *compare_both_days(before, after, self._day))
        return FactTable(
            title=f"Day {self._day}: as it was, and {after.forked.change}",
            columns=("what", "as it was", after.forked.change, "differs"),
            rows=[(line.name, line.before, line.after, line.differs) for line in lines],
        )

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Before anything is chosen there is nothing to step through; what is on already need not be kept."""
        if action == "go_on":
            return self._both is not None and self._both[1] is not self.show
        return self._both is not None if action in {"step", "go_to", "again"} else True

    def action_step(self, by: int) -> None:
        """Both a day further, or back."""
        self._go_to(self._day + by, back=by < 0)

    def action_go_to(self, end: int) -> None:
        """Both to the first day, or to the last."""
        if self._both is not None:
            self._go_to(known_day(*self._both) if end else 0, back=not end)
            self._steered = not end

    def _go_to(self, day: int, *, back: bool) -> None:
        if self._both is None:
            return
        self._steered = True
        known, last = known_day(*self._both), self._both[0].last_day
        before, self._day = self._day, min(max(day, 0), known)
        if before == self._day:
            self.notify(say_no_further(back=back, known=known, last=last), markup=False)
        self._show_both()

    def action_again(self) -> None:
        """Choose something else to change."""
        self._stop()
        self._both = None
        self.remove_class("-forked")
        self._offer()
        self.query_one("#changes").focus()
        self.refresh_bindings()

    def action_go_on(self) -> None:
        """The fork becomes the story that is on."""
        show, both = self.show, self._both
        if both is None or show is None:
            return
        child = both[1]
        child.seek_day(self._day if self._steered else show.day)
        performer, self._performer = self._performer, None
        self.house.take_up(child, performer)

    def action_leave(self) -> None:
        """Back to the story, which is as it was."""
        self._stop()
        self.dismiss()

    def on_unmount(self) -> None:
        self._stop()

    def _stop(self) -> None:
        if self._performer is not None:
            self._performer.stop()
            self._performer = None
