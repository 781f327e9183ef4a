"""People: whose camera rolls there are, and somebody who ..."""

from typing import TYPE_CHECKING, Any, ClassVar

from rich.table import Table as Grid
from rich.text import Text
from textual import work
from textual.binding import Binding
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.worker import get_current_worker

from simulator.api.ports import DEFAULT_STORY, Wish
from simulator.domain.errors import RollcallError
from simulator.domain.shelf import Shelf
from simulator.population.query import read_query
from simulator.population.row import read_row
from simulator.tui.parts.charts.bars import Bar, Bars
from simulator.tui.parts.strip import PhotoStrip
from simulator.tui.rooms.people.listed import PeopleList
from simulator.tui.rooms.people.portraits import Portraits
from simulator.tui.rooms.people.whose import Among, AmongBar
from simulator.tui.rooms.room import Room
from simulator.tui.table import FactTable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from textual.widget import Widget

    from simulator.journey.scenario import Scenario
    from simulator.tui.parts.sampled import PhotoSample
    from simulator.tui.rooms.people.view import PersonView

_PAGE = 30  # people listed at a time
_SAMPLED = 9
_NARROW, _PANELS = 100, ("facts", "themes", "roll")
_EXAMPLE = "children >= 1 and dog and trips >= 2 and photos.clinic >= 3"


class _Asked(Input):
    """Says at the foot what Enter does."""

    BINDINGS: ClassVar[list[Any]] = [Binding("enter", "submit", "Look")]


class PeopleScreen(Room):
    NAME = "people"
    DEFAULT_CSS = """
    PeopleScreen #status { height: 1; padding: 0 1; color: $text-muted; }
    PeopleScreen #asked { border: none; height: 1; padding: 0 1; background: $boost; display: none; }
    PeopleScreen #people { width: 28; height: 1fr; border: round $primary; padding: 0; scrollbar-size-vertical: 1; }
    PeopleScreen.-wide #people { width: 32; }
    PeopleScreen.-xwide #people { width: 44; }
    PeopleScreen #person { width: 1fr; height: 1fr; }
    PeopleScreen #told { height: 1fr; }
    PeopleScreen #facts {
        width: 5fr; height: 1fr; border: round $primary; padding: 0 1; scrollbar-size-vertical: 1;
    }
    PeopleScreen #themes { width: 3fr; height: 1fr; border: round $primary; padding: 0 1; }
    PeopleScreen #roll { height: 1fr; margin: 0; }
    PeopleScreen.-wide #roll { height: 7; }
    PeopleScreen.-xtall #roll { height: 9; }
    PeopleScreen.-xtall Portraits { height: 20; }
    PeopleScreen OptionList:focus { border: round $accent; }
    """
    BINDINGS: ClassVar[list[Any]] = [
        Binding("f", "find", "Find"),
        # The line of choices shows these three keys, each beside what it changes.
        Binding("g", "go_to", "Go to", show=False),
        Binding("l", "life", "Life", show=False),
        Binding("s", "story", "Story", show=False),
        Binding("v", "view", "View"),
        Binding("escape", "clear", "Everybody"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._among = Among(story=DEFAULT_STORY)
        self._listed: list[int] = []
        self._pages: list[int] = []
        self._shown: PersonView | None = None
        self._sample: PhotoSample | None = None
        self._looked_at: Wish | None = None
        self._asks = ""
        self._panel = _PANELS[0]

    def furnish(self) -> "Iterable[Widget]":
        yield AmongBar()
        yield Static(id="status", markup=False)
        yield _Asked(id="asked", compact=True)
        with Horizontal():
            yield PeopleList(id="people", markup=False)
            with Vertical(id="person"):
                yield Portraits(self.house.photo_render)
                with Horizontal(id="told"):
                    with VerticalScroll(id="facts", can_focus=False):
                        yield Static(id="fact-lines")
                    yield Bars(id="themes")
                yield PhotoStrip(self.house.photo_render, id="roll")

    def on_mount(self) -> None:
        self.query_one("#themes").border_title = "Photos by theme"
        self.query_one("#people").focus()
        if self.show is not None:
            scenario = self.show.scenario
            self._among = self._among.change(seed=scenario.seed, first=scenario.story.person)
            # A file of the user's, or a story made for an experiment, cannot be found by its id.
            if self._shelves(Shelf.STORIES, scenario.story.id):
                self._among = self._among.change(story=scenario.story.id)
            if self._shelves(Shelf.PEOPLE, scenario.life.id):
                self._among = self._among.change(life=scenario.life.id)
        self._arrange()
        self._list()

    def _shelves(self, shelf: Shelf, name: str) -> bool:
        return any(title.id == name for title in self.house.stage.titles(shelf))

    # Who is listed

    def _list(self) -> None:
        """List the people among whom one looks, from the beginning."""
        self.query_one(AmongBar).among = self._among
        self._listed.clear()
        self.query_one(PeopleList).clear()
        # Nobody is shown who may not be among them.
        self._shown = self._looked_at = None
        self.query_one("#person").display = False
        self._say("looking ...")
        self._fill(self._among)

    @work(thread=True, exclusive=True, group="list", exit_on_error=False)
    def _fill(self, among: Among) -> None:
        from simulator.journey.search import count_rolls, find_people
        from simulator.report.life import tell_summary
        from simulator.tui.rooms.people.view import move_in

        over = _watch()
        try:
            query = read_query(among.query)
            scenario = self.house.stage.load(_wish(among, among.first))
            listed = 0
            for searched in find_people(query, scenario, start=among.first, wanted=_PAGE):
                if over():
                    return
                words = _tell_search(among, searched.rows, len(searched.found))
                self.app.call_from_thread(self._tell_progress, among, scenario.seed, words)
                fresh = searched.found[listed:]
                counts = count_rolls(scenario, fresh)
                told = [
                    (row, tell_summary(move_in(scenario, row).live(), photos))
                    for row, photos in zip(fresh, counts, strict=True)
                ]
                if over():
                    return
                self.app.call_from_thread(self._add, among, told)
                listed = len(searched.found)
        except RollcallError as error:
            self.app.call_from_thread(self._refuse, among, str(error))

    # What comes from the worker is of whom one looks among by now, or comes too late.

    def _add(self, among: Among, told: "Sequence[tuple[int, str]]") -> None:
        if among is self._among:
            self._listed += [row for row, _ in told]
            self.query_one(PeopleList).add(told)

    def _tell_progress(self, among: Among, seed: int, words: str) -> None:
        if among is self._among:
            self.query_one(AmongBar).seed = seed
            self._say(words)

    def _say(self, words: str) -> None:
        self.query_one("#status", Static).update(words)

    def _refuse(self, among: Among, problem: str) -> None:
        if among is self._among:
            self._say(problem)
            self.house.complain(problem)

    def action_page(self, by: int) -> None:
        """The rows after those that are listed, or those before."""
        if by > 0 and not self._listed and self.works:
            self.notify("Still looking for people.", timeout=2)
        elif by > 0 and not self._listed:
            self.notify("Nobody more is found; escape shows everybody again.", timeout=2)
        elif by > 0:
            self._pages.append(self._among.first)
            self._turn_to(self._listed[-1] + 1)
        elif self._pages:
            self._turn_to(self._pages.pop())
        elif self._among.first and not self._among.query:
            self._turn_to(max(0, self._among.first - _PAGE))
        else:
            self.notify("This is where the list begins.", timeout=2)

    def _turn_to(self, first: int) -> None:
        self._among = self._among.change(first=first)
        self._list()

    def action_life(self) -> None:
        """The next kind of life, and after the last the story's own."""
        lives = [None, *(title.id for title in self.house.stage.titles(Shelf.PEOPLE))]
        place = lives.index(self._among.life) if self._among.life in lives else 0
        self._among = self._among.change(life=lives[(place + 1) % len(lives)])
        self._list()

    def action_story(self) -> None:
        """The next story: it is what Enter plays, and whose days the camera rolls cover."""
        stories = [title.id for title in self.house.stage.titles(Shelf.STORIES)]
        place = stories.index(self._among.story) if self._among.story in stories else -1
        self._among = self._among.change(story=stories[(place + 1) % len(stories)])
        self._list()

    def action_find(self) -> None:
        """Ask for somebody who ..."""
        self._ask("find", self._among.query, f"somebody who ..., such as {_EXAMPLE}")

    def action_go_to(self) -> None:
        """Go to one row of one world."""
        self._ask("go", "", "SEED:ID, such as 7:483112")

    def _ask(self, what: str, value: str, example: str) -> None:
        self._asks = what
        asked = self.query_one("#asked", Input)
        asked.placeholder, asked.value = example, value
        asked.display = True
        asked.focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        try:
            among = self._read(event.value.strip())
        except RollcallError as error:
            self.house.complain(str(error))
            return
        self._among = among
        self._pages.clear()
        self._hush()
        self._list()

    def _read(self, text: str) -> Among:
        if self._asks == "find":
            read_query(text)
            return self._among.change(query=text, first=0)
        seed, row = read_row(text)
        if row >= 2**63 - 2 * _PAGE:
            raise RollcallError(f"{text!r}: expected a smaller ID: a page after it has to be there")
        return self._among.change(first=row, **({} if seed is None else {"seed": seed}))

    def _hush(self) -> None:
        asked = self.query_one("#asked", Input)
        asked.display = False
        self.query_one("#people").focus()

    def action_clear(self) -> None:
        """Leave the question; or, where none is open, look at everybody again."""
        if self.query_one("#asked", Input).display:
            self._hush()
        elif self._among.query:
            self._among = self._among.change(query="", first=0)
            self._pages.clear()
            self._list()
        else:
            self.notify("Everybody is listed; f finds somebody who ...", timeout=2)

    def on_choice_bar_clicked(self, event: AmongBar.Clicked) -> None:
        (self.action_story, self.action_life, self.action_go_to, self.action_find)[event.place]()

    @property
    def works(self) -> str:
        """People are listed by a worker, who may still be at it."""
        looks = any(each.node is self and each.group == "list" and not each.is_finished for each in self.workers)
        return "people are being looked for" if looks else ""

    # Who is shown

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        if event.option_id is None:
            return
        wish = _wish(self._among, int(event.option_id))
        if wish != self._looked_at:
            self._looked_at = wish
            self._look(wish)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        if event.option_id is not None:
            self.house.put_on(_wish(self._among, int(event.option_id)))

    @work(thread=True, exclusive=True, group="look", exit_on_error=False)
    def _look(self, wish: Wish) -> None:
        from simulator.tui.parts.sampled import sample_roll
        from simulator.tui.rooms.people.view import view_person

        over = _watch()
        try:
            scenario: Scenario = self.house.stage.load(wish)
            person = view_person(scenario)
            sample = sample_roll(scenario, _SAMPLED)
            if over():
                return
            self.app.call_from_thread(self._show_person, wish, person, sample)
            for place, who in enumerate(person.faces):
                image = self.house.stage.portrait(who)
                if over():
                    return
                self.app.call_from_thread(self.query_one(Portraits).put, place, image)
        except RollcallError as error:
            self.app.call_from_thread(self.house.complain, str(error))

    def _show_person(self, wish: Wish, person: "PersonView", sample: "PhotoSample") -> None:
        if wish != self._looked_at:
            return  # another is looked at by now, or nobody
        self._shown, self._sample = person, sample
        self.query_one("#person").display = True
        portraits = self.query_one(Portraits)
        portraits.border_title = Content(person.title)
        portraits.bring([(who.name, _relation(who)) for who in person.faces])
        lines = Grid.grid(padding=(0, 1))
        for name, words in person.facts:
            lines.add_row(Text(name, "dim"), Text(words))
        self.query_one("#fact-lines", Static).update(lines)
        self.query_one("#themes", Bars).bring(
            [Bar(name=theme.replace("_", " "), words=str(count), value=count) for theme, count in person.themes]
        )
        self.refresh_pictures()

    def refresh_pictures(self) -> None:
        if self._shown is None or self._sample is None:
            return
        find, scenario = self.house.thumbnails.find, self._shown.scenario
        found = [(photo.occasion, find(scenario, photo)) for photo in reversed(self._sample.photos)]
        self.query_one("#roll", PhotoStrip).show_photos(found[::-1], self._sample.title)

    def action_view(self) -> None:
        """The next of facts, themes and roll, where there is no room for all."""
        if self.size.width >= _NARROW:
            self.notify("Everything is shown already: there is room for it.", timeout=2)
            return
        self._panel = _PANELS[(_PANELS.index(self._panel) + 1) % len(_PANELS)]
        self._arrange()

    def on_resize(self) -> None:
        self._arrange()

    def _arrange(self) -> None:
        all_of_it = self.size.width >= _NARROW
        for panel in _PANELS:
            self.query_one(f"#{panel}").display = all_of_it or panel == self._panel
        self.query_one("#told").display = all_of_it or self._panel != "roll"

    def table(self) -> FactTable | None:
        """The person who is shown; the facts of `rollcall people SEED:ID`."""
        if self._shown is None:
            return None
        return FactTable(title=self._shown.title, columns=("fact", "value"), rows=self._shown.rows)


def _watch() -> "Callable[[], bool]":
    """Says whether the worker in whose thread this is called has been told to end."""
    worker = get_current_worker()
    return lambda: worker.is_cancelled


def _wish(among: Among, row: int) -> Wish:
    return Wish(story=among.story, life=among.life, seed=among.seed, person=row)


def _relation(who: object) -> str:
    kind = getattr(who, "relation", None) or getattr(who, "kind", "")
    return str(getattr(kind, "value", kind))


def _tell_search(among: Among, rows: int, found: int) -> str:
    if not among.query:
        return f"Rows {among.first:,} to {among.first + found - 1:,} of the population; synthetic, every one of them."
    return f"{found} found among the {rows:,} searched"
