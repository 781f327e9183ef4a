"""The phone: what stands on it where the playhead is, and a thumb that can tap it."""

import time
from typing import TYPE_CHECKING, Any, ClassVar, cast

from rich.style import Style
from textual import events
from textual.binding import Binding
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip

from simulator.domain.errors import RollcallError
from simulator.tui.messages import ShowMoved
from simulator.tui.parts.painted import Painted
from simulator.tui.rooms.story.phone.finger import Finger
from simulator.tui.rooms.story.phone.glance import PAPER, Glance, Look, Tap, Touch
from simulator.tui.rooms.story.phone.paint import Brush, Layout, Target, lay_out, paint
from simulator.tui.rooms.story.phone.scene import has_menus, is_asked, view_phone
from simulator.tui.thumb import under_way, waiting

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.timer import Timer

    from simulator.tui.house import House
    from simulator.tui.playing.show import Show

_TICK = 0.5  # seconds between two looks at the thumb's clock
_BLANK = Glance(top=(), body=())


class PhoneView(Painted, can_focus=True):
    """A mock phone. `bring` shows it where a show's playhead is; keys, mouse and wheel tap and scroll it.

    Args:
        clock: seconds that only go forward.
    """

    DEFAULT_CSS = """
    PhoneView {
        width: 36; height: 1fr; min-height: 12; max-height: 34;
        border: round $foreground 60%; background: $surface; color: $foreground;
        border-title-align: center; border-subtitle-align: center; border-subtitle-color: $foreground 80%;
    }
    PhoneView:focus { border: round $accent; }
    PhoneView > .phone--strong { text-style: bold; }
    PhoneView > .phone--dim { color: $foreground 65%; }
    PhoneView > .phone--status { background: $panel; color: $foreground; }
    PhoneView > .phone--bar { background: $secondary; color: auto 95%; text-style: bold; }
    PhoneView > .phone--loud { background: $accent; color: auto 95%; text-style: bold; }
    PhoneView > .phone--even { background: $primary 40%; color: $foreground; }
    PhoneView > .phone--quiet { color: $foreground 75%; }
    PhoneView > .phone--note { background: $panel; color: $foreground; }
    PhoneView > .phone--sheet { background: $panel; color: $foreground; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"phone--{look}" for look in Look}
    BINDINGS: ClassVar[list[Any]] = [
        Binding("up", "move(-1)", "Up", show=False),
        Binding("down", "move(1)", "Up/down", key_display="↑↓"),
        Binding("left", "choose(-1)", "Choose", show=False),
        Binding("right", "choose(1)", "Choose", key_display="←→"),
        Binding("enter", "tap", "Tap"),
        Binding("backspace", "back", "Back"),
        Binding("m", "menu", "Menu"),
    ]

    class Touched(Message):
        """The thumb is on the phone; whoever plays the story should hold it, unless it was the thumb it waited for.

        By the time this is heard an answer may have been taken, so that nobody can tell any more.
        """

        def __init__(self, *, awaited: bool) -> None:
            super().__init__()
            self.awaited = awaited

    def __init__(self, *, clock: "Callable[[], float]" = time.monotonic, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.border_title = "phone"
        self._finger = Finger(clock)
        self._show: Show | None = None
        self._place: tuple[int, int, int] | None = None
        self._glance: Glance = _BLANK
        self._layout: Layout | None = None
        self._targets: Sequence[Target] = ()
        self._cursor: Tap | None = None
        self._ticker: Timer | None = None
        self._keys: tuple[bool | None, ...] = ()
        self._titles = ("", "")
        self._body_from = self._text_from = 0

    def bring(self, show: "Show") -> None:
        """Show the phone where that show's playhead is; cheap if it is there already."""
        place = (id(show), show.at, show.day)
        if place != self._place:
            self._place, self._show = place, show
            self._finger.arrive(show)
            self._cursor, self._body_from, self._text_from = None, 0, 0
        self._lay_out()

    def refresh_pictures(self) -> None:
        """Photos that were asked for can be shown now."""
        self.repaint()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Left and right belong to the story unless a sheet has buttons beside one another; no key does nothing."""
        show = self._show
        if show is None or not has_menus(show):
            return False
        match action:
            case "choose":
                return self._glance.sheet is not None
            case "back":
                return self._finger.can_go_back(show)
            case "menu":
                return self._finger.hand.walk.at is None and is_asked(show) is None
            case _:
                return True

    def action_move(self, by: int) -> None:
        """Scroll what can be scrolled, else go to the next thing that can be tapped."""
        layout = self._layout
        if layout is None:
            return
        if self._glance.sheet is not None and 0 <= self._text_from + by <= layout.text:
            self._text_from += by
        elif self._finger.hand.walk.at is not None:
            self._move_cursor(by)
        elif self._glance.sheet is None and 0 <= self._body_from + by <= layout.body:
            self._body_from += by
        else:
            self._move_cursor(by)
        self._lay_out()

    def action_choose(self, by: int) -> None:
        self._move_cursor(by)
        self.repaint()

    def action_tap(self) -> None:
        if self._cursor is None:
            self._move_cursor(1)
            self.repaint()
        else:
            self._do(self._cursor)

    def action_back(self) -> None:
        self._do(Tap(Touch.BACK))

    def action_menu(self) -> None:
        """Open the first menu from wherever the phone is."""
        if self._show is not None:
            opens = next(entry for entry in self._show.scenario.app.entries if entry.under is None)
            self._do(Tap(Touch.ENTRY, opens.id))

    def on_click(self, event: events.Click) -> None:
        at = event.get_content_offset(self)
        if at is not None:
            for target in self._targets:
                if target.y == at.y and target.left <= at.x < target.right:
                    self._cursor = target.tap
                    self._do(target.tap)
                    return

    def on_mouse_scroll_down(self) -> None:
        self._scroll(1)

    def on_mouse_scroll_up(self) -> None:
        self._scroll(-1)

    def _scroll(self, by: int) -> None:
        if self._layout is not None and self._glance.sheet is not None:
            self._text_from = min(max(self._text_from + by, 0), self._layout.text)
        elif self._layout is not None:
            self._body_from = min(max(self._body_from + by, 0), self._layout.body)
        self._lay_out()

    def _do(self, tapped: Tap) -> None:
        if self._show is None:
            return
        house = cast("House", self.app)
        awaited = waiting(house, self._show) is not None or under_way(house, self._show)
        self.post_message(self.Touched(awaited=awaited))
        try:
            self._finger.tap(house, self._show, tapped)
        except RollcallError as error:
            self.notify(str(error), severity="warning", markup=False)
        if tapped.touch is not Touch.BOX:
            # After a box comes the next one; all else leads to another sheet, or to none.
            self._cursor, self._body_from, self._text_from = None, 0, 0
        self._lay_out()
        self.post_message(ShowMoved())

    def _taps(self) -> list[Tap]:
        return list(dict.fromkeys(target.tap for target in self._targets))

    def _move_cursor(self, by: int) -> None:
        taps = self._taps()
        if taps:
            here = taps.index(self._cursor) + by if self._cursor in taps else (0 if by > 0 else -1)
            self._cursor = taps[here % len(taps)]

    def _lay_out(self) -> None:
        """Look at the show again, lay out what there is for the size that the phone has now, and have it painted."""
        self._look()
        self.repaint()

    def _look(self) -> None:
        width, height = self.content_size
        if self._show is None or width < 1 or height < 1:
            return
        self._glance = view_phone(self._show, self._finger.shown(self._show), width)
        self._layout = layout = lay_out(self._glance, height, body_from=self._body_from, text_from=self._text_from)
        if self._glance.sheet is not None and self._text_from >= layout.text:
            # It was scrolled so far, or there is no more text than fits.
            self._finger.read_to_the_end(self._show)
        self._tell_around()

    def on_resize(self, event: events.Resize) -> None:  # noqa: ARG002  (Textual's signature)
        # Textual tells the base of it after this, and the base paints what is laid out here.
        self._look()

    def paint(self, width: int, height: int) -> "Sequence[Strip]":  # noqa: ARG002  (what is laid out has the height)
        """What was laid out; nothing is learnt of the thumb here, however often it is painted."""
        if self._layout is None:
            return ()
        brush = Brush(
            width=width,
            paper=self.rich_style,
            style_of=self._style_of,
            photo_line=self._photo_line,
            cursor=self._cursor,
        )
        strips, targets = [], []
        for y, row in enumerate(self._layout.rows):
            strip, spans = paint(row, brush)
            strips.append(strip)
            if y >= self._layout.sheet_from or self._glance.sheet is None:
                targets += [Target(y, left, right, tap) for left, right, tap in spans]
        self._targets = targets
        return strips

    def _tell_around(self) -> None:
        """Bring up to date what stands around the phone: its titles, its keys, and the thumb's clock."""
        titles = (self._glance.owner, self._glance.state)
        if titles != self._titles:
            # Names come from outside: as content they are never read as markup.
            self._titles = titles
            self.border_title, self.border_subtitle = (Content(title) for title in titles)
        keys = tuple(self.check_action(name, ()) for name in ("choose", "back", "menu", "tap"))
        if keys != self._keys:
            self._keys = keys
            self.refresh_bindings()
        if self._ticker is not None:
            (self._ticker.resume if self._finger.hand.walk.at is not None else self._ticker.pause)()

    def _style_of(self, look: Look) -> "Style":
        if look is Look.PLAIN:
            return Style()
        style = self.get_component_rich_style(f"phone--{look}")
        # What has no paper of its own lies on whatever is below it.
        return style if look in PAPER else Style(color=style.color, bold=style.bold)

    def _photo_line(self, photo: str, line: int, rows: int) -> Strip | None:
        show, width = self._show, self.content_size.width
        known = None if show is None else show.world.roll.get(photo)
        if show is None or known is None:
            return None
        cells = cast("House", self.app).thumbnails.find_cells(show.scenario, known, width, rows)
        return None if cells is None else cells[line]

    def on_mount(self) -> None:
        self._ticker = self.set_interval(_TICK, self._lay_out, pause=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        return container.height
