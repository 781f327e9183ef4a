"""The application: how it starts and ends, its rooms, its colours, its keys."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, ClassVar

from textual import events, work
from textual.app import App, SystemCommand
from textual.binding import Binding
from textual.screen import Screen
from textual.worker import Worker, WorkerState

from simulator.tui.commands import commands
from simulator.tui.dialogs.left_once import LeftOnce
from simulator.tui.messages import PhotoRefused, PhotosDrawn, ShowMoved
from simulator.tui.parts.above import LEAST, PressedKeys
from simulator.tui.parts.rooms import ROOMS
from simulator.tui.pictures import render_quarters
from simulator.tui.rooms.home.screen import HomeScreen
from simulator.tui.rooms.room import Room
from simulator.tui.staging import Staging
from simulator.tui.stylesheet import RememberedStylesheet
from simulator.tui.themes import CYCLE, DARK, OURS, stand_in
from simulator.tui.thumbnails import Thumbnails

if TYPE_CHECKING:
    from simulator.api.ports import Stage, Wish
    from simulator.tui.pictures import Render
    from simulator.tui.session import SessionRecorder

# Textual binds these everywhere, also where nothing is wider than its place and nothing is selected.
IDLE = {"scroll_left", "scroll_right", "page_left", "page_right", "screen.copy_text"}
_TICKS = 10  # a second, at most, that news of a story being played is looked for


def _story() -> Screen[Any]:
    from simulator.tui.rooms.story.screen import StoryScreen

    return StoryScreen()


def _ledger() -> Screen[Any]:
    from simulator.tui.rooms.ledger.screen import LedgerScreen

    return LedgerScreen()


def _terms() -> Screen[Any]:
    from simulator.tui.rooms.terms.screen import TermsScreen

    return TermsScreen()


def _bench() -> Screen[Any]:
    from simulator.tui.rooms.bench.screen import BenchScreen

    return BenchScreen()


def _people() -> Screen[Any]:
    from simulator.tui.rooms.people.screen import PeopleScreen

    return PeopleScreen()


def _lab() -> Screen[Any]:
    from simulator.tui.rooms.lab.screen import LabScreen

    return LabScreen()


class RollcallApp(Staging):
    """Everything on the screen.

    Args:
        stage: whatever plays, draws, measures and remembers.
        render: how photos become characters.
        wish: a story to begin with; None begins at home.
        recorder: writes down what is done, for a session that shall be played back.
        autoplay: whether a story plays by itself once it is on; without it nothing moves by the clock.
        room: where one is at first; the other rooms are made when they are first entered.
    """

    TITLE = "Rollcall"
    CSS_PATH = "app.tcss"
    MODES: ClassVar[dict[str, str | Callable[[], Screen[Any]]]] = {
        "home": HomeScreen,
        "story": _story,
        "ledger": _ledger,
        "terms": _terms,
        "bench": _bench,
        "people": _people,
        "lab": _lab,
    }
    DEFAULT_MODE = "home"
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012  (as the base has it)
        (0, "-tiny"),
        (LEAST[0], "-narrow"),
        (100, "-wide"),
        (150, "-xwide"),
    ]
    VERTICAL_BREAKPOINTS = [(0, "-flat"), (LEAST[1], "-short"), (30, "-tall"), (42, "-xtall")]  # noqa: RUF012
    ENABLE_COMMAND_PALETTE = True
    BINDINGS: ClassVar[list[Any]] = [
        *(Binding(key, f"go('{name}')", f"Go to {words}", show=False) for name, key, words in ROOMS),
        Binding("question_mark", "keys", "Keys", key_display="?", show=False),
        Binding("ctrl+p", "command_palette", "Commands", show=False),
        Binding("e", "export", "Export", show=False),
        Binding("t", "theme", "Colours", show=False),
        Binding("p", "presenter", "Show the keys that are pressed", show=False),
        Binding("f12", "shoot", "Screenshot", show=False),
        Binding("full_stop", "tour(1)", "Tour: next", show=False, key_display="."),
        Binding("comma", "tour(-1)", "Tour: back", show=False, key_display=","),
        Binding("x", "end_tour", "End of tour", show=False),
        Binding("ctrl+c", "quit", "Quit", show=False, priority=True),
        Binding("q", "quit", "Quit", show=False),
    ]

    def __init__(
        self,
        stage: "Stage",
        *,
        render: "Render" = render_quarters,
        wish: "Wish | None" = None,
        recorder: "SessionRecorder | None" = None,
        autoplay: bool = False,
        room: str = DEFAULT_MODE,
    ) -> None:
        # The base makes the screen of this mode first, and knows it as an attribute of the class.
        self.DEFAULT_MODE = room  # type: ignore[misc]
        super().__init__(stage)
        self.photo_render = render
        self.autoplay = autoplay
        self.thumbnails = Thumbnails(
            stage, render, lambda: self.post_message(PhotosDrawn()), lambda why: self.post_message(PhotoRefused(why))
        )
        self.painted = False
        self._first_wish = wish
        self._recorder = recorder
        self._presenting = False
        for theme in OURS:
            self.register_theme(theme)
        self.theme = DARK.name
        self.stylesheet = RememberedStylesheet(variables=self.get_css_variables())

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return stand_in(self.current_theme)

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:  # noqa: ARG002  (Textual's signature)
        return commands(self)

    def on_mount(self) -> None:
        self.set_interval(1 / _TICKS, self.hear)
        if self._first_wish is not None:
            self.call_after_refresh(self.put_on, self._first_wish)

    def on_ready(self) -> None:
        self.painted = True
        self._spared.spare()
        self._start_stage()
        self.post_message(ShowMoved())

    @work(thread=True, group="start", exit_on_error=False)
    def _start_stage(self) -> None:
        self.stage.start()

    @property
    def works(self) -> str:
        """What is being done in the background, in whatever room, as ``people are being counted``; empty: nothing."""
        if self.performer is not None and self.performer.works:
            return "a story is being played"
        rooms = (screen for stack in self._screen_stacks.values() for screen in stack if isinstance(screen, Room))
        return next(filter(None, (room.works for room in rooms)), "photos are being drawn" * self.thumbnails.busy)

    def report(self, error: BaseException) -> None:
        """Say of a fault of Rollcall's own what it was."""
        self.complain(f"a fault of Rollcall's own, please report it: {type(error).__name__}: {error}")

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        if event.state is WorkerState.ERROR and event.worker.error is not None:
            self.report(event.worker.error)

    def on_show_moved(self) -> None:
        if self.tour is not None and self.show is not None:
            self.tour.arrive(self.show)
        if (screen := self._on_top) is not None:
            screen.hear()

    def on_photos_drawn(self) -> None:
        if (screen := self._on_top) is not None:
            screen.hear(pictures=True)

    def on_photo_refused(self, message: PhotoRefused) -> None:
        self.complain(f"A photo cannot be drawn: {message.why}")

    @property
    def _on_top(self) -> LeftOnce[Any] | None:
        """The screen on top; none when all are closed and late news comes."""
        on_top = self.screen_stack[-1] if self.screen_stack else None
        return on_top if isinstance(on_top, LeftOnce) else None

    def on_resize(self, event: events.Resize) -> None:
        if self._recorder is not None:
            self._recorder.note_size(*event.size)

    def on_unmount(self) -> None:
        self.leave()
        self.thumbnails.close()
        if self._recorder is not None:
            self._recorder.close()
        self._spared.release()

    # Where one is

    def action_go(self, name: str) -> None:
        """Go to a room."""
        if name == self.current_mode:
            self.notify("This is where you are.", timeout=2)
        self.switch_mode(name)

    # Comforts

    def action_theme(self) -> None:
        """The next colours."""
        place = CYCLE.index(self.theme) + 1 if self.theme in CYCLE else 0
        self.theme = CYCLE[place % len(CYCLE)]
        self.notify(self.theme, title="Colours", timeout=2)

    def action_presenter(self) -> None:
        """Show the keys that are pressed, or no more."""
        self._presenting = not self._presenting
        self.notify("Keys are shown as they are pressed." if self._presenting else "Keys are shown no more.", timeout=2)

    def action_keys(self) -> None:
        """All keys that do something here, to be searched."""
        from simulator.tui.dialogs.keys import KeysScreen

        active = [
            bound
            for bound in self.screen.active_bindings.values()
            if bound.enabled and not bound.binding.system and bound.binding.action not in IDLE
        ]
        # What only this screen knows comes before how one moves in any list.
        active.sort(key=lambda bound: not isinstance(bound.node, Room | App))
        # Two keys of one binding are written alike; they stand there once.
        told = {
            (self.get_key_display(bound.binding), bound.binding.description or bound.binding.action): bound
            for bound in reversed(active)
        }
        keys = list(reversed(told))

        async def do(chosen: int | None) -> None:
            if chosen is not None:
                bound = told[keys[chosen]]
                await self.run_action(bound.binding.action, bound.node)

        self.push_screen(KeysScreen(keys), do)

    async def on_event(self, event: events.Event) -> None:
        # What comes from the terminal comes here first, and once more if nothing below took it.
        if isinstance(event, events.Key) and not event.is_forwarded:
            self._note_key(event.key)
        elif isinstance(event, events.MouseEvent) and not event.is_forwarded and self._recorder is not None:
            self._recorder.note_mouse(event)
        await super().on_event(event)

    def _note_key(self, key: str) -> None:
        if self._recorder is not None:
            self._recorder.note_key(key)
        if self._presenting:
            for pressed in self.screen.query(PressedKeys):
                pressed.press(key)
