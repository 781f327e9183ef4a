"""Home: pick a story, and with what it is played; one key begins."""

from typing import TYPE_CHECKING, Any, ClassVar

from rich.text import Text
from textual import work
from textual.binding import Binding
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import Button, OptionList, Static
from textual.widgets.option_list import Option
from textual.worker import get_current_worker

from simulator.api.ports import DEFAULT_STORY, Wish
from simulator.domain.errors import RollcallError
from simulator.domain.shelf import Shelf
from simulator.tui.parts.calm_list import CalmList
from simulator.tui.parts.strip import PhotoStrip
from simulator.tui.rooms.home.card import view_story
from simulator.tui.rooms.home.card_widget import StoryPreview
from simulator.tui.rooms.home.run_line import tell_run
from simulator.tui.rooms.home.wishes import FIELDS, Wishes
from simulator.tui.rooms.room import Room
from simulator.tui.table import FactTable

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual import events
    from textual.widget import Widget

    from simulator.api.ports import RunLine
    from simulator.journey.scenario import Scenario
    from simulator.tui.parts.sampled import PhotoSample

_MOST_RUNS = 50
_SAMPLED = 9
_ASKED = "Allow us to analyse your camera roll?"
_SAID = "One tap, and photos nobody ever shared are sent, looked at and kept."
_NOTE = "Synthetic people, drawn photos. It illustrates terms, never a company's real systems."


class HomeScreen(Room):
    NAME = "home"
    DEFAULT_CSS = """
    HomeScreen #hero { height: auto; padding: 0 2; margin: 0 1; border: round $accent; }
    HomeScreen #hero Horizontal { height: 1; }
    HomeScreen #asked { text-style: bold; width: 1fr; }
    HomeScreen #note { color: $text-muted; }
    HomeScreen Button { height: 1; border: none; text-style: bold; }
    HomeScreen #tour { min-width: 28; }
    HomeScreen #choices { height: 1fr; }
    HomeScreen #left { width: 1fr; height: 1fr; border: round $primary; margin: 0 0 0 1; }
    HomeScreen #left:focus-within { border: round $accent; }
    HomeScreen #stories { height: 1fr; border: none; padding: 0 1; background: transparent; }
    HomeScreen #about { height: auto; padding: 0 1; border-top: solid $primary; }
    HomeScreen #play { width: 100%; margin: 0 1; }
    HomeScreen #right { width: 1fr; height: 1fr; }
    HomeScreen #runs { height: 1fr; min-height: 4; border: round $primary; margin: 0 1; padding: 0 1;
                       background: transparent;
                       text-wrap: nowrap; text-overflow: ellipsis; }
    HomeScreen #runs:focus { border: round $accent; }
    HomeScreen StoryPreview { display: none; width: 1fr; height: 1fr; margin: 0 0 0 1; }
    HomeScreen #strip { height: 5; border: none; border-top: round $primary; }
    HomeScreen.-tall #strip { height: 7; border: round $primary; }
    HomeScreen.-xtall #strip { height: 13; border: round $primary; }
    HomeScreen.-short #hero { border: none; }
    HomeScreen.-short #note { display: none; }
    HomeScreen.-xwide StoryPreview { display: block; }
    HomeScreen.-xwide #left { width: 46; }
    HomeScreen.-xwide #right { width: 50; }
    """
    BINDINGS: ClassVar[list[Any]] = [
        Binding("enter", "begin", "Play"),
        Binding("full_stop", "tour", "Guided tour", key_display="."),
        Binding("tab", "app.focus_next", "Next field"),
        Binding("r", "runs", "Recent runs"),
        Binding("escape", "stories", "Stories"),
        # The form shows these, each beside what it changes.
        *(Binding(key, f"field('{name}')", f"Choose: {label}", show=False) for name, key, label in FIELDS),
    ]

    def furnish(self) -> "Iterable[Widget]":
        with Vertical(id="hero"):
            with Horizontal():
                yield Static(f'"{_ASKED}"', id="asked", markup=False)
                yield Button("▶ Three-minute tour  .", id="tour", variant="warning", compact=True)
            yield Static(_SAID, id="said")
            yield Static(_NOTE, id="note")
        yield PhotoStrip(self.house.photo_render, id="strip")
        with Horizontal(id="choices"):
            with Vertical(id="left") as left:
                left.border_title = "Stories"
                yield CalmList(id="stories", markup=False)
                yield Static(id="about", markup=False)
                yield Button("▶ Play it  Enter", id="play", variant="primary", compact=True)
            yield StoryPreview()
            with VerticalScroll(id="right", can_focus=False):
                yield Wishes(id="wishes")
                runs = CalmList(id="runs", markup=False)
                runs.border_title = "Recent runs, times in UTC"
                runs.border_subtitle = "r, Enter opens it"
                yield runs

    def on_mount(self) -> None:
        self._offered = False
        self._whose: tuple[Scenario, PhotoSample] | None = None
        self._runs: Sequence[RunLine] | None = None
        self._heard: object = None
        self._stories = {story.id: story for story in self.house.stage.titles(Shelf.STORIES)}
        stories = self.query_one("#stories", OptionList)
        first = sorted(self._stories.values(), key=lambda story: story.id != DEFAULT_STORY)
        stories.add_options(Option(Text(story.title), id=story.id) for story in first)
        stories.highlighted = 0
        stories.focus()

    def refresh_show(self) -> None:
        if not self.house.painted:
            return
        if not self._offered:
            self._fill()
        show, performer = self.show, self.house.performer
        # A run that is being played is listed anew when it begins and when it ends, not with each of its events.
        heard = (id(show), performer is not None and performer.busy)
        if heard != self._heard:
            self._heard = heard
            self._read_runs()

    def on_screen_resume(self) -> None:
        self._heard = None

    def _fill(self) -> None:
        titles = self.house.stage.titles
        self.query_one(Wishes).offer(titles(Shelf.TERMS), titles(Shelf.PROMPTS), titles(Shelf.PEOPLE))
        self._offered = True
        self._look_again()

    def _look_again(self) -> None:
        """Something else is wished for; not before the first paint, which waits for no library."""
        if self._offered:
            self._look_up(self.wish)

    @work(thread=True, exclusive=True, group="whose", exit_on_error=False)
    def _look_up(self, wish: Wish) -> None:
        """Whose camera roll it would be; in a thread, since lives need libraries that the first paint does not."""
        from simulator.tui.parts.sampled import sample_roll

        worker = get_current_worker()
        try:
            scenario = self.house.stage.load(wish)
        except RollcallError:
            return
        sample = sample_roll(scenario, _SAMPLED)
        if not worker.is_cancelled:
            self.app.call_from_thread(self._show_whose, scenario, sample)

    def _show_whose(self, scenario: "Scenario", sample: "PhotoSample") -> None:
        self._whose = (scenario, sample)
        card = view_story(scenario, sample.name)
        self.query_one(StoryPreview).bring(card)
        self.query_one(Wishes).tell(card.told)
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
        if runs == self._runs and not problem:
            return
        self._runs = runs
        listed = self.query_one("#runs", OptionList)
        chosen = listed.highlighted_option
        listed.clear_options()
        titles = self._stories
        listed.add_options(
            Option(tell_run(run, titles[run.story].title if run.story in titles else run.story), id=run.name)
            for run in runs
        )
        names = [run.name for run in runs]
        if not runs:
            listed.add_option(Option(Text(problem or "None yet; Enter plays a story."), disabled=True))
        elif chosen is not None and chosen.id in names:
            listed.highlighted = names.index(chosen.id)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        if event.option_list.id == "stories" and event.option_id is not None:
            self.query_one("#about", Static).update(self._stories[event.option_id].about)
            self._look_again()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        if event.option_list.id == "runs":
            self.house.open_run(str(event.option_id))
        else:
            self.action_begin()

    def on_descendant_focus(self, event: "events.DescendantFocus") -> None:
        if isinstance(event.widget, OptionList) and event.widget.highlighted is None:
            event.widget.action_first()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        if event.button.id == "tour":
            self.action_tour()
        else:
            self.action_begin()

    def on_wishes_asked(self, event: Wishes.Asked) -> None:
        """Let somebody choose for a field."""
        from simulator.tui.dialogs.number import NumberScreen
        from simulator.tui.dialogs.pick import Pick

        form, name = self.query_one(Wishes), event.name
        if (most := form.most(name)) is not None:
            asked = NumberScreen(event.label, most, form.placeholder(name))
            self.app.push_screen(asked, lambda number: form.take(name, number))
        else:
            pick = Pick(event.label, form.choices(name), form.chosen(name))
            self.app.push_screen(pick, lambda chosen: form.take(name, chosen))

    def on_wishes_changed(self) -> None:
        self._look_again()

    @property
    def wish(self) -> Wish:
        """The story that is highlighted, with everything that was chosen for it."""
        stories = self.query_one("#stories", OptionList)
        story = stories.get_option_at_index(stories.highlighted or 0).id or DEFAULT_STORY
        return self.query_one(Wishes).wish(story)

    def table(self) -> FactTable:
        """What there is to choose from, and what was played: the rows of `rollcall list`."""
        shelves = (Shelf.STORIES, Shelf.TERMS, Shelf.PROMPTS, Shelf.PEOPLE)
        offered = [(shelf.value, each.id, each.title) for shelf in shelves for each in self.house.stage.titles(shelf)]
        played = [
            ("runs", run.name, ", ".join(filter(None, (run.terms, run.status, run.started_at, run.forked))))
            for run in self._runs or ()
        ]
        return FactTable(title="Home", columns=("what", "id", "title"), rows=[*offered, *played])

    def action_begin(self) -> None:
        """Play the highlighted story with what was chosen."""
        self.house.put_on(self.wish)

    def action_tour(self) -> None:
        """The default story with somebody who points at things; the next stop where a tour is on."""
        self.house.action_tour(1)

    def action_runs(self) -> None:
        """To the list of what was played before."""
        if self._runs is not None and not self._runs:
            self.notify("Nothing was played yet; Enter plays the story that is chosen.")
        else:
            self.query_one("#runs").focus()

    def action_stories(self) -> None:
        """Back to the list of stories."""
        self.query_one("#stories").focus()

    def action_field(self, name: str) -> None:
        """To a field of the form."""
        self.query_one(Wishes).open(name)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Among the stories there is no way back to them."""
        return action != "stories" or self.focused is None or self.focused.id != "stories"
