"""One photo as large as the screen, and over it what the analyzer saw."""

from typing import TYPE_CHECKING, Any, ClassVar, cast

from textual import work
from textual.binding import Binding
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from simulator.domain.errors import RollcallError
from simulator.tui.dialogs.left_once import LeftOnce
from simulator.tui.parts.above import above_all
from simulator.tui.parts.key_line import KeyLine
from simulator.tui.parts.told import Told
from simulator.tui.rooms.story.cloud import tell_known, tell_seen
from simulator.tui.rooms.story.photo_table import tabulate_photo
from simulator.tui.rooms.story.pixels import show_pixels, why_not
from simulator.tui.rooms.story.seen import view_cloud
from simulator.tui.rooms.story.seen_photo import SeenPhoto
from simulator.tui.rooms.story.tiles import view_roll
from simulator.tui.rooms.story.truth import view_truth

if TYPE_CHECKING:
    from PIL.Image import Image
    from textual.app import ComposeResult

    from simulator.domain.photo import Photo
    from simulator.tui.house import House
    from simulator.tui.playing.show import Show
    from simulator.tui.rooms.story.truth import TruthView
    from simulator.tui.table import FactTable

_LONG = 1024  # pixels, as photos are drawn for the analyzer
_SCROLL = Binding.Group("Scroll", compact=True)
_TURN = Binding.Group("Turn", compact=True)


class LightboxScreen(LeftOnce[str]):
    """Answers with the photo that was in view when it was closed.

    The owner looks at their own photo here, so its picture is there whatever the company has of it.

    Args:
        show: where its playhead stands is what is known.
        photo: id of the photo to begin with.
    """

    DEFAULT_CSS = """
    LightboxScreen #light { height: 1fr; }
    LightboxScreen #words { width: 44; padding: 1 2; background: $surface; scrollbar-gutter: stable; }
    LightboxScreen #words Told { height: auto; margin-bottom: 1; }
    LightboxScreen.-narrow #light { layout: vertical; }
    LightboxScreen.-narrow #words { width: 1fr; height: 7; padding: 0 2; }
    LightboxScreen #bar { height: 1; background: $panel; padding: 0 1; text-style: bold; }
    """
    BINDINGS: ClassVar[list[Any]] = [
        Binding("b,left", "turn(-1)", "Turn back", group=_TURN),
        Binding("n,right", "turn(1)", "Turn on", group=_TURN),
        Binding("up", "lines(-1)", "Scroll up", group=_SCROLL, key_display="↑"),
        Binding("down", "lines(1)", "Scroll down", group=_SCROLL, key_display="↓"),
        Binding("pageup", "pages(-1)", "Page up", show=False),
        Binding("pagedown", "pages(1)", "Page down", show=False),
        Binding("home", "end(0)", "Newest", show=False),
        Binding("end", "end(-1)", "Oldest", show=False),
        Binding("r", "truth", "Truth"),
        Binding("u", "boxes", "Boxes"),
        Binding("x", "pixels", "Pixels"),
        Binding("escape,enter", "close", "Close"),
    ]

    def __init__(self, show: "Show", photo: str) -> None:
        super().__init__()
        self._show = show
        self._world, self._day = show.world, show.day
        self._photos = [tile.photo for tile in view_roll(self._world).tiles]
        self._place = next((place for place, each in enumerate(self._photos) if each.id == photo), 0)
        self._truth = False
        self._boxes = True

    @property
    def _photo(self) -> "Photo":
        return self._photos[self._place]

    @property
    def _width(self) -> int:
        return self.query_one("#words").scrollable_content_region.width

    @property
    def _house(self) -> "House":
        return cast("House", self.app)

    def compose(self) -> "ComposeResult":
        yield Static(id="bar")
        with Horizontal(id="light"):
            yield SeenPhoto(self._house.photo_render, id="picture")
            with VerticalScroll(id="words", can_focus=False):
                yield Told(id="seen")
                yield Told(id="known")
        yield from above_all()
        yield KeyLine()

    def on_mount(self) -> None:
        # Whether there is more than fits is known only once it is laid out.
        self.watch(self.query_one("#words"), "show_vertical_scrollbar", self.refresh_bindings)

    def on_resize(self) -> None:
        # Words are laid out for the width that there is.
        self.call_after_refresh(self._bring)

    def hear(self, *, pictures: bool = False) -> None:
        """A photo that was being drawn may be there by now; what is told of it is of the day it was opened on."""
        if pictures and self.query(SeenPhoto):
            self._bring_picture()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Words that are all in sight have no keys to scroll them."""
        words = self.query("#words")
        return action not in {"lines", "pages"} or (bool(words) and words.first().show_vertical_scrollbar)

    def on_screen_resume(self) -> None:
        # What was drawn meanwhile was told to the screen that lay over this one.
        self.hear(pictures=True)

    def _view_truth(self) -> "TruthView | None":
        return view_truth(self._show, self._photo.id, self._world) if self._truth else None

    def table(self) -> "FactTable":
        """What is believed of the photo; the facts of `rollcall photo`."""
        return tabulate_photo(view_cloud(self._world, self._photo.id), self._view_truth(), self._day)

    def _bring(self) -> None:
        view, truth = view_cloud(self._world, self._photo.id), self._view_truth()
        bar = f"{self._photo.id}   photo {self._place + 1} of {len(self._photos)}   day {self._day}: {view.sight}"
        self.query_one("#bar", Static).update(Content(bar))
        self.query_one("#seen", Told).tell(tell_seen(view, truth, self._width))
        self.query_one("#known", Told).tell(tell_known(view, truth))
        self._bring_picture()

    def _bring_picture(self) -> None:
        view = view_cloud(self._world, self._photo.id)
        image = self._house.thumbnails.find(self._show.scenario, self._photo)
        self.query_one(SeenPhoto).bring(image, view, open_eyes=True, boxes=self._boxes)

    def action_turn(self, by: int) -> None:
        """To the next older photo, or the next newer one."""
        there = self._place + by
        if 0 <= there < len(self._photos):
            self._place = there
            self._bring()
        else:
            self.notify("This is the oldest photo." if by > 0 else "This is the newest photo.", timeout=2)

    def action_lines(self, by: int) -> None:
        """Scroll the words."""
        self.query_one("#words").scroll_relative(y=by, animate=False)

    def action_pages(self, by: int) -> None:
        """Scroll the words by as many lines as are in sight."""
        words = self.query_one("#words")
        words.scroll_relative(y=by * words.scrollable_content_region.height, animate=False)

    def action_end(self, place: int) -> None:
        """To the newest photo, or the oldest."""
        self._place = place % len(self._photos)
        self._bring()

    def action_truth(self) -> None:
        """Show what was really drawn beside what was believed, or no more."""
        self._truth = not self._truth
        self._bring()

    def action_boxes(self) -> None:
        """Draw boxes around the faces, or none."""
        self._boxes = not self._boxes
        self._bring_picture()

    def action_pixels(self) -> None:
        """Leave the screen and show the photo in pixels, where the terminal has them."""
        if reason := why_not():
            self.notify(reason, severity="warning", markup=False)
        else:
            self._draw_large(self._photo)

    @work(thread=True, exclusive=True, group="pixels", exit_on_error=False)
    def _draw_large(self, photo: "Photo") -> None:
        try:
            image = self._house.stage.draw(self._show.scenario, photo, _LONG)
        except RollcallError as error:
            self.app.call_from_thread(self._house.complain, str(error))
            return
        self.app.call_from_thread(self._show_pixels, image, photo.id)

    def _show_pixels(self, image: "Image", name: str) -> None:
        if self.is_current and (reason := show_pixels(self.app, image, name)):
            self.notify(reason, severity="warning", markup=False)

    def action_close(self) -> None:
        """Back to where one was."""
        self.dismiss(self._photo.id)
