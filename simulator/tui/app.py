"""The application: its rooms, its colours, and the story that is on."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from textual.app import App
from textual.binding import Binding
from textual.screen import Screen

from simulator.tui.messages import PhotosDrawn, ShowMoved
from simulator.tui.pictures import render_quarters
from simulator.tui.screens.home import HomeScreen
from simulator.tui.screens.room import Room
from simulator.tui.themes import DARK, FALLBACK, OURS
from simulator.tui.thumbnails import Thumbnails
from simulator.tui.widgets.rooms import ROOMS

if TYPE_CHECKING:
    from simulator.domain.analysis import Analysis
    from simulator.tui.performer import Performer
    from simulator.tui.pictures import Render
    from simulator.tui.ports import Stage, Wish
    from simulator.tui.show import Show

_TICKS = 10  # a second, at most, that news of a story being played is looked for


def _story() -> Screen[Any]:
    from simulator.tui.screens.story import StoryScreen

    return StoryScreen()


class RollcallApp(App[None]):
    """Everything on the screen.

    Args:
        stage: whatever plays, draws, measures and remembers.
        render: how photos become characters.
        wish: a story to begin with; None begins at home.
    """

    TITLE = "Rollcall"
    CSS_PATH = "app.tcss"
    MODES: ClassVar[dict[str, str | Callable[[], Screen[Any]]]] = {
        "home": HomeScreen,
        "story": _story,
    }
    DEFAULT_MODE = "home"
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012  (the base class declares it so)
        (0, "-narrow"),
        (100, "-wide"),
        (150, "-xwide"),
    ]
    VERTICAL_BREAKPOINTS = [  # noqa: RUF012
        (0, "-short"),
        (30, "-tall"),
        (42, "-xtall"),
    ]
    BINDINGS: ClassVar[list[Any]] = [
        *(Binding(key, f"go('{name}')", words, show=False) for name, key, words in ROOMS),
        Binding("question_mark", "show_help_panel", "Keys", key_display="?"),
        Binding("ctrl+p", "command_palette", "Commands", show=False),
        Binding("q", "quit", "Quit"),
    ]

    def __init__(self, stage: "Stage", *, render: "Render" = render_quarters, wish: "Wish | None" = None) -> None:
        super().__init__()
        self.stage = stage
        self.photo_render = render
        self.show: Show | None = None
        self.performer: Performer | None = None
        self._first_wish = wish
        self.thumbnails = Thumbnails(stage, lambda: self.post_message(PhotosDrawn()))
        for theme in OURS:
            self.register_theme(theme)
        self.theme = DARK.name

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return FALLBACK

    def on_mount(self) -> None:
        self.set_interval(1 / _TICKS, self._hear)
        if self._first_wish is not None:
            self.call_after_refresh(self.put_on, self._first_wish)

    def action_go(self, name: str) -> None:
        """Go to a room."""
        self.switch_mode(name)

    def put_on(self, wish: "Wish") -> None:
        """Begin a story and go where it is seen."""
        from simulator.domain.errors import RollcallError
        from simulator.tui.show import Show

        try:
            scenario = self.stage.load(wish)
        except RollcallError as error:
            self.notify(str(error), severity="error", markup=False)
            return
        self.perform(Show(scenario=scenario, thumb=wish.thumb))
        self.switch_mode("story")

    def perform(self, show: "Show", known: "Mapping[str, Analysis] | None" = None) -> None:
        """Put a show on the screen and play it in the background; the one before is left."""
        from simulator.tui.performer import Performer

        self.leave()
        self.show = show
        self.performer = Performer(self.stage, show, known or {})
        self.post_message(ShowMoved())

    def leave(self) -> None:
        """Stop playing; what happened so far stays recorded."""
        if self.performer is not None:
            self.performer.stop()
            self.performer = None

    def _hear(self) -> None:
        if self.performer is not None and self.performer.take():
            self.post_message(ShowMoved())

    def on_show_moved(self) -> None:
        if isinstance(self.screen, Room):
            self.screen.hear()

    def on_photos_drawn(self) -> None:
        if isinstance(self.screen, Room):
            self.screen.hear(pictures=True)

    def on_unmount(self) -> None:
        self.leave()
        self.thumbnails.close()
