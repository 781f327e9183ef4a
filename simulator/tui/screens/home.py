"""Home: pick a story, and with what it is played; one key begins."""

from typing import TYPE_CHECKING, Any, ClassVar

from rich.text import Text
from textual import work
from textual.binding import Binding
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import Button, OptionList, Static
from textual.widgets.option_list import Option
from textual.worker import get_current_worker

from simulator.domain.errors import RollcallError
from simulator.tui.ports import Shelf, Wish
from simulator.tui.screens.room import Room
from simulator.tui.table import Table
from simulator.tui.widgets.strip import PhotoStrip
from simulator.tui.widgets.wishes import Wishes

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual.widget import Widget

    from simulator.journey.scenario import Scenario
    from simulator.tui.ports import RunLine
    from simulator.tui.views.sampled import Sample

_DEFAULT = "accidental-allow"
_MOST_RUNS = 50
_SAMPLED = 9
_ASKED = "Allow us to analyse your camera roll?"
_SAID = (
    "One tap. Then photos nobody ever shared go up, are looked at, and are kept under terms. "
    "This plays it out with synthetic people and drawn photos. It illustrates terms, never a company's real systems."
)


def _line(run: "RunLine") -> Text:
    details = (f"  {run.terms}, {run.status}", "dim")
    return Text.assemble(run.name, details, no_wrap=True, overflow="ellipsis")


class HomeScreen(Room):
    NAME = "home"
    DEFAULT_CSS = """
    HomeScreen #hero { height: auto; padding: 0 2; margin: 1 1 0 1; border: round $primary; }
    HomeScreen #asked { text-style: bold; width: 1fr; }
    HomeScreen #said { color: $text-muted; }
    HomeScreen #tour { height: 1; min-width: 28; border: none; margin: 0 0 0 2; text-style: bold; }
    HomeScreen #hero Horizontal { height: 1; }
    HomeScreen #choices { height: 1fr; }
    HomeScreen #left { width: 1fr; }
    HomeScreen #stories { height: 1fr; border: round $primary; margin: 0 0 0 1; padding: 0 1; }
    HomeScreen #about { height: 4; margin: 0 1 0 2; padding: 0 1; color: $text-muted; }
    HomeScreen #right { width: 1fr; height: 1fr; }
    HomeScreen #runs { height: 1fr; min-height: 4; border: round $secondary; margin: 0 1; padding: 0 1; }
    HomeScreen #strip { display: none; }
    HomeScreen.-tall #strip { display: block; height: 7; }
    HomeScreen.-xtall #strip { display: block; height: 15; }
    HomeScreen.-xtall PhotoView { width: 34; }
    HomeScreen.-short #said { display: none; }
    HomeScreen.-short #about { height: 3; }
    HomeScreen.-short #hero { margin: 0 1; }
    HomeScreen.-xwide #said { height: auto; }
    HomeScreen OptionList:focus { border: round $accent; }
    """
    BINDINGS: ClassVar[list[Any]] = [
        Binding("enter", "begin", "Play"),
        Binding("full_stop", "tour", "Guided tour", key_display="."),
        Binding("tab", "app.focus_next", "Next field"),
        Binding("r", "runs", "Recent runs"),
    ]

    def furnish(self) -> "Iterable[Widget]":
        with Vertical(id="hero"):
            with Horizontal():
                yield Static(f'"{_ASKED}"', id="asked", markup=False)
                yield Button("▶ Three-minute tour  .", id="tour", variant="primary", compact=True)
            yield Static(_SAID, id="said")
        yield PhotoStrip(self.house.photo_render, id="strip")
        with Horizontal(id="choices"):
            with Vertical(id="left"):
                stories = OptionList(id="stories", markup=False)
                stories.border_title = "Stories"
                stories.border_subtitle = "Enter plays it"
                yield stories
                yield Static(id="about", markup=False)
            with VerticalScroll(id="right", can_focus=False):
                yield Wishes(id="wishes")
                runs = OptionList(id="runs", markup=False)
                runs.border_title = "Recent runs"
                runs.border_subtitle = "r, Enter opens it"
                yield runs

    def on_mount(self) -> None:
        self._offered = False
        self._whose: tuple[Scenario, Sample] | None = None
        self._runs: Sequence[RunLine] = ()
        self._stories = {story.id: story for story in self.house.stage.titles(Shelf.STORIES)}
        stories = self.query_one("#stories", OptionList)
        first = sorted(self._stories.values(), key=lambda story: story.id != _DEFAULT)
        stories.add_options(Option(Text(story.title), id=story.id) for story in first)
        stories.highlighted = 0
        stories.focus()
        super().on_mount()
        self.call_after_refresh(self._fill)

    def refresh_show(self) -> None:
        self._read_runs()

    def _fill(self) -> None:
        titles = self.house.stage.titles
        self.query_one(Wishes).offer(titles(Shelf.TERMS), titles(Shelf.PROMPTS), titles(Shelf.LIVES))
        self._offered = True
        self._look_again()

    def _look_again(self) -> None:
        """Something else is wished for; not before the first paint, which waits for no library."""
        if self._offered:
            self._look_up(self.wish)

    @work(thread=True, exclusive=True, group="whose", exit_on_error=False)
    def _look_up(self, wish: Wish) -> None:
        """Whose camera roll it would be; in a thread, since lives need libraries that the first paint does not."""
        from simulator.tui.views.sampled import sample_roll

        worker = get_current_worker()
        try:
            scenario = self.house.stage.load(wish)
        except RollcallError:
            return
        sample = sample_roll(scenario, _SAMPLED)
        if not worker.is_cancelled:
            self.app.call_from_thread(self._show_whose, scenario, sample)

    def _show_whose(self, scenario: "Scenario", sample: "Sample") -> None:
        self._whose = (scenario, sample)
        self.refresh_pictures()

    def refresh_pictures(self) -> None:
        if self._whose is None:
            return
        scenario, sample = self._whose
        find = self.house.thumbnails.find
        # What is drawn last is drawn first, so the leftmost is asked for at the end.
        found = [(photo.occasion, find(scenario, photo)) for photo in reversed(sample.photos)]
        self.query_one(PhotoStrip).show_photos(found[::-1], sample.title)

    @work(thread=True, exclusive=True, group="runs", exit_on_error=False)
    def _read_runs(self) -> None:
        try:
            runs = self.house.stage.runs()
        except RollcallError as error:
            self.app.call_from_thread(self._show_runs, (), str(error))
            return
        self.app.call_from_thread(self._show_runs, runs[:_MOST_RUNS], "")

    def _show_runs(self, runs: "Sequence[RunLine]", problem: str) -> None:
        self._runs = runs
        listed = self.query_one("#runs", OptionList)
        place = listed.highlighted
        listed.clear_options()
        listed.add_options(Option(_line(run), id=run.name) for run in runs)
        if not runs:
            listed.add_option(Option(Text(problem or "None yet: what is played is recorded here."), disabled=True))
        elif place is not None:
            listed.highlighted = min(place, len(runs) - 1)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        if event.option_list.id == "stories" and event.option_id is not None:
            self.query_one("#about", Static).update(self._stories[event.option_id].about)
            self._look_again()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        if event.option_list.id == "runs":
            self.house.open_run(str(event.option_id))
        else:
            self.action_begin()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        if event.button.id == "tour":
            self.action_tour()

    def on_wishes_changed(self) -> None:
        self._look_again()

    def on_wishes_begun(self) -> None:
        self.action_begin()

    @property
    def wish(self) -> Wish:
        """The story that is highlighted, with everything that was chosen for it."""
        stories = self.query_one("#stories", OptionList)
        story = stories.get_option_at_index(stories.highlighted or 0).id or _DEFAULT
        return self.query_one(Wishes).wish(story)

    def table(self) -> Table:
        """What there is to choose from, and what was played: the rows of `rollcall list`."""
        shelves = (Shelf.STORIES, Shelf.TERMS, Shelf.PROMPTS, Shelf.LIVES)
        offered = [(shelf.value, each.id, each.title) for shelf in shelves for each in self.house.stage.titles(shelf)]
        played = [("runs", run.name, f"{run.terms}, {run.status}, {run.started_at}") for run in self._runs]
        return Table(title="Home", columns=("what", "id", "title"), rows=[*offered, *played])

    def action_begin(self) -> None:
        """Play the highlighted story with what was chosen."""
        self.house.put_on(self.wish)

    def action_tour(self) -> None:
        """The default story with somebody who points at things; the next stop where a tour is on."""
        self.house.action_tour(1)

    def action_runs(self) -> None:
        """To the list of what was played before."""
        self.query_one("#runs").focus()
