"""Terms: two sets side by side, clause by clause, and what either means for the person of the story today."""

from typing import TYPE_CHECKING, Any, ClassVar

from textual import work
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widgets import ContentSwitcher, Static
from textual.worker import get_current_worker

from simulator.api.ports import Shelf, Thumb
from simulator.domain.agree import write_count
from simulator.domain.errors import RollcallError
from simulator.report.meaning import tell_standing
from simulator.retention.meaning import stand
from simulator.tui.dialogs.pick import Pick
from simulator.tui.held.in_force import InForce
from simulator.tui.parts.choices import Choices
from simulator.tui.rooms.terms.detail import PairDetail
from simulator.tui.rooms.terms.heads import SideHead
from simulator.tui.rooms.terms.meaning import MeaningBar
from simulator.tui.rooms.terms.outcome import Outcome, end_of
from simulator.tui.rooms.terms.pairs import ClausePairs
from simulator.tui.rooms.terms.rows import list_fates, list_meanings, list_uses
from simulator.tui.rooms.terms.sides import Aspect, Sides
from simulator.tui.rooms.terms.two_sides import Rows
from simulator.tui.rooms.terms.under_terms import UnderTermsRoom

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from textual.widget import Widget

    from simulator.retention.meaning import Meaning
    from simulator.terms.clause import Terms
    from simulator.tui.playing.show import Show
    from simulator.tui.rooms.terms.clause_pairs import Pair
    from simulator.tui.table import Table

_FIRST, _OTHER = "meta-2025-06-test", "gdpr-strict"
_SIDES = ("a", "b")
_LISTS = {Aspect.USES: "uses", Aspect.AFTERWARDS: "afterwards", Aspect.TODAY: "means"}


class TermsScreen(UnderTermsRoom):
    NAME = "terms"
    AUTO_FOCUS = "#pairs"
    CSS = """
    TermsScreen {
        & #heads { height: 2; }
        & #head-b, & #detail-b { padding: 0 1 0 3; }
        & ContentSwitcher { height: 1fr; }
        & #pairs { height: 1fr; }
        & PairDetail { height: 6; }
        &.-tall PairDetail { height: 9; }
        &.-xtall PairDetail { height: 14; }
        & #today {
            height: 1; padding: 0 1; background: $surface; text-style: bold;
            text-wrap: nowrap; text-overflow: ellipsis;
        }
        & #meanings { height: 3; }
        &.-alone #meanings { display: none; }
    }
    """
    BINDINGS: ClassVar[list[Any]] = [
        Binding("a", "pick('a')", "Left set", group=Binding.Group("Sets", compact=True)),
        Binding("b", "pick('b')", "Right set", group=Binding.Group("Sets", compact=True)),
        Binding("s", "swap", "Swap"),
        Binding("v", "view", "View"),
        Binding("d", "differences", "Differ"),
        Binding("n", "next", "Next"),
        Binding("enter", "read", "Read", show=False),
        Binding("r", "play", "Play"),
        Binding("escape", "stop", "Stop"),
    ]

    class Read(Message):
        """Both sets have been read and paired."""

        def __init__(self, sides: Sides) -> None:
            super().__init__()
            self.sides = sides

    def __init__(self) -> None:
        super().__init__()
        self._chosen: dict[str, str] = {}
        self._sides: Sides | None = None
        self._asked: tuple[str, ...] = ()
        self._only_differences = False
        self._aspect = Aspect.CLAUSES
        self._decides: tuple[Mapping[str, int], Mapping[str, int]] = ({}, {})

    def furnish(self) -> "Iterable[Widget]":
        with Horizontal(id="heads"):
            for key in _SIDES:
                yield SideHead(key)
        yield Choices(tuple(Aspect))
        with ContentSwitcher(initial="clauses"):
            with Vertical(id="clauses"):
                yield ClausePairs(id="pairs")
                yield PairDetail()
            for name in _LISTS.values():
                yield Rows(id=name)
        yield Static(id="today", markup=False)
        with Horizontal(id="meanings"):
            for key in _SIDES:
                yield MeaningBar(id=f"meaning-{key}")

    # What is read --------------------------------------------------------------------------------------------------

    def _set_on(self, key: str) -> str:
        """The set on a side: the one that was picked, or the one in force in the story, or another than that."""
        if key in self._chosen:
            return self._chosen[key]
        first = _FIRST if self.show is None else self.show.scenario.terms_on(self.show.day).id
        if key == "a":
            return first
        return _OTHER if self._set_on("a") != _OTHER else _FIRST

    @property
    def _wanted(self) -> tuple[str, str]:
        return self._set_on("a"), self._set_on("b")

    def refresh_show(self) -> None:
        if self.show is not self._played_for:
            self.forget_played()
            self._sides, self._asked = None, ()
            # A set of the user's own is known by its id only while its story is on.
            shelf = {title.id for title in self.house.stage.titles(Shelf.TERMS)}
            if self._chosen and not shelf.issuperset(self._chosen.values()):
                self._chosen = {}
        wanted = self._wanted
        there = () if self._sides is None else (self._sides.before.id, self._sides.after.id)
        if wanted == there:
            self._asked = ()
        elif wanted != self._asked:
            # What is being read, or cannot be, is not asked for again with each piece of news.
            self._asked = wanted
            self._read(*wanted)
        self.refresh_meaning()

    @work(thread=True, exclusive=True, group="read", exit_on_error=False)
    def _read(self, before: str, after: str) -> None:
        worker = get_current_worker()
        try:
            one, other = self._terms(before), self._terms(after)
        except RollcallError as error:
            if not worker.is_cancelled:
                self.app.call_from_thread(self.house.complain, str(error))
            return
        sides = Sides.of(one, other)
        if not worker.is_cancelled:
            self.post_message(self.Read(sides))

    def _terms(self, name: str) -> "Terms":
        """Those that the story is played under need not be on the shelf."""
        played = () if self.show is None else self.show.scenario.terms_until(self.show.last_day)
        return next((terms for terms in played if terms.id == name), None) or self.house.stage.terms(name)

    def on_terms_screen_read(self, message: Read) -> None:
        if (message.sides.before.id, message.sides.after.id) != self._wanted:
            return  # others were picked meanwhile
        self._sides = sides = message.sides
        for key, terms in zip(_SIDES, (sides.before, sides.after), strict=True):
            self.query_one(f"#head-{key}", SideHead).bring(terms)
        self._bring_pairs()
        self.query_one("#uses", Rows).bring(list(list_uses(sides.diff.uses)))
        self.query_one("#afterwards", Rows).bring(list(list_fates(sides.before, sides.after, sides.diff.fates)))
        self.refresh_meaning()

    def _bring_pairs(self) -> None:
        if self._sides is not None:
            self.query_one(ClausePairs).bring(self._shown(self._sides))
            self._detail()
            self._note()

    def _note(self) -> None:
        """Which aspect is looked at, and how much there is of it."""
        told = "" if self._sides is None else self._sides.count(self._aspect, self.show)
        self.query_one(Choices).choose(list(Aspect).index(self._aspect), told)

    def _shown(self, sides: Sides) -> "Sequence[Pair]":
        return [pair for pair in sides.pairs if not self._only_differences or pair.differs]

    # What it means -------------------------------------------------------------------------------------------------

    def refresh_meaning(self) -> None:
        show = self.show
        self.set_class(show is None, "-alone")
        meanings = None if self._sides is None else self._sides.weigh(show)
        self.query_one("#today", Static).update(self._today(show, meanings and meanings[0]), layout=False)
        self.query_one("#means", Rows).bring([] if meanings is None else list(list_meanings(meanings)))
        self._note()
        for key, meaning in zip(_SIDES, meanings or (None, None), strict=True):
            played = None if show is None else self._outcome(show, self._set_on(key))
            self.query_one(f"#meaning-{key}", MeaningBar).bring(
                meaning, played, by_hand=show is not None and show.thumb is Thumb.KEYBOARD
            )
        self._decides = ({}, {}) if meanings is None else (meanings[0].by_clause, meanings[1].by_clause)
        self._detail()

    def _detail(self) -> None:
        self.query_one(PairDetail).bring(self.query_one(ClausePairs).picked, self._decides)

    def _today(self, show: "Show | None", meaning: "Meaning | None") -> str:
        if show is None:
            return "No story is on. Press 1 to pick one, and see here what either set means for a person."
        if self._playing:
            return self._playing
        started = show.playback.started
        name = started.cast[0].name if started is not None and started.cast else "its person"
        if meaning is not None and not meaning.held:
            return f"Day {show.day}: nothing is held about {name}"
        held = "what is" if meaning is None else f"the {write_count(meaning.held, 'thing')}"
        return f"Day {show.day}: {held} held about {name}, {tell_standing(stand(show.playback.events[: show.at]))}"

    def _outcome(self, show: "Show", terms: str) -> Outcome | None:
        playback, sides = self._played.get(terms), self._sides
        if playback is None or sides is None:
            return None
        rules = sides.before if sides.before.id == terms else sides.after
        return end_of(playback, InForce(rules), show.day)

    # What is done --------------------------------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """A key that does nothing now is not offered."""
        if action == "play":
            return self.show is not None and self.show.thumb is not Thumb.KEYBOARD and not self._playing
        if action == "day":
            return self.show is not None
        if action in {"differences", "next", "read"}:
            return self._aspect is Aspect.CLAUSES
        if action == "stop":
            return bool(self._playing)
        return True

    def action_pick(self, key: str) -> None:
        choices = [(title.id, f"{title.title}  ({title.id})") for title in self.house.stage.titles(Shelf.TERMS)]
        where = "left" if key == "a" else "right"

        def put(name: str | None) -> None:
            if name is not None:
                self._put({**{side: self._set_on(side) for side in _SIDES}, key: name})

        self.app.push_screen(Pick(f"Which set on the {where}?", choices, self._set_on(key)), put)

    def action_swap(self) -> None:
        self._put({"a": self._set_on("b"), "b": self._set_on("a")})

    def _put(self, names: dict[str, str]) -> None:
        self._chosen = names
        self.refresh_show()

    def action_view(self) -> None:
        """The next aspect: clauses, uses, after a withdrawal, what is held today."""
        aspects = list(Aspect)
        self._open(aspects[(aspects.index(self._aspect) + 1) % len(aspects)])

    def _open(self, aspect: Aspect) -> None:
        self._aspect = aspect
        self.query_one(ContentSwitcher).current = _LISTS.get(aspect, "clauses")
        self.query_one(f"#{_LISTS.get(aspect, 'pairs')}").focus()
        self._note()
        self.refresh_bindings()

    def action_differences(self) -> None:
        self._only_differences = not self._only_differences
        self._bring_pairs()
        self.notify("Only what is said differently." if self._only_differences else "All clauses.")

    def action_next(self) -> None:
        pairs = self.query_one(ClausePairs)
        order = [*range(pairs.cursor + 1, pairs.count), *range(pairs.cursor)]
        found = next((place for place in order if pairs.pairs[place].differs), None)
        if found is None:
            self.notify("Nothing else differs.")
        else:
            pairs.point(found)

    def action_play(self) -> None:
        show, sides, performer = self.show, self._sides, self.house.performer
        if show is None or sides is None:
            return
        if performer is not None and performer.busy:
            self.notify("The story itself is still being played; press r again when it has ended.")
        elif wanted := [terms for terms in (sides.before, sides.after) if terms.id not in self._played]:
            self.play_under(show, wanted)
        else:
            self.notify("Both sets are played already: what came of it stands at the foot.")

    def action_read(self) -> None:
        self.query_one(PairDetail).focus()

    # What is heard -------------------------------------------------------------------------------------------------

    def on_lines_moved(self) -> None:
        self._detail()

    def on_lines_chosen(self) -> None:
        if self._aspect is Aspect.CLAUSES:
            self.action_read()

    def on_choices_picked(self, event: Choices.Picked) -> None:
        self._open(list(Aspect)[event.index])

    def on_side_head_asked(self, event: SideHead.Asked) -> None:
        self.action_pick(event.key)

    def table(self) -> "Table | None":
        return None if self._sides is None else self._sides.table(self._aspect, self.show)
