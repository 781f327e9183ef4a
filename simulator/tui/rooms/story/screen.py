"""Story: the phone, the camera roll, the cloud and the ledger of one run, at any moment of it."""

from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import Binding
from textual.containers import Container, Horizontal
from textual.content import Content
from textual.widgets import Static

from simulator.domain.agree import write_count
from simulator.domain.events import PhotoUploaded
from simulator.tui.parts.timeline import Timeline
from simulator.tui.playing.timeline import view_timeline
from simulator.tui.rooms.story.caption import Caption
from simulator.tui.rooms.story.captions import Captions
from simulator.tui.rooms.story.cloud import Cloud
from simulator.tui.rooms.story.course import Course
from simulator.tui.rooms.story.day import view_day_ledger
from simulator.tui.rooms.story.day_ledger import DayLedger
from simulator.tui.rooms.story.phone.view import PhoneView
from simulator.tui.rooms.story.photo_table import tabulate_photo
from simulator.tui.rooms.story.played import PlayedRoom
from simulator.tui.rooms.story.roll import Roll
from simulator.tui.rooms.story.seen import view_cloud
from simulator.tui.rooms.story.tables import tabulate_caption, tabulate_ledger, tabulate_roll
from simulator.tui.rooms.story.tiles import view_roll
from simulator.tui.rooms.story.truth import view_truth

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PIL.Image import Image
    from textual import events
    from textual.strip import Strip
    from textual.widget import Widget

    from simulator.domain.photo import Photo
    from simulator.tui.playing.show import Show
    from simulator.tui.rooms.story.captions import CaptionView
    from simulator.tui.table import Table

_AHEAD = 60  # events; about five photos
_PANES = ("cloud", "roll", "ledger")
_RING = ("phone", *_PANES)
_TITLES = {"cloud": "Cloud", "roll": "Camera roll", "ledger": "Ledger"}
_NOTHING_ON = "No story is on.\n\nPress 1 and choose one, or . for the three-minute tour."


class StoryScreen(PlayedRoom):
    """Everything here is told by the events up to the playhead, and by nothing else.

    The truth, which events carry too, is shown only while it is asked for.
    """

    NAME = "story"
    AUTO_FOCUS = "#cloud"
    DEFAULT_CSS = """
    StoryScreen #nothing { width: 1fr; height: 1fr; content-align: center middle; text-align: center; display: none; }
    StoryScreen.-empty #nothing { display: block; }
    StoryScreen.-empty #scene, StoryScreen.-empty Caption, StoryScreen.-empty Timeline { display: none; }
    StoryScreen #scene { height: 1fr; }
    StoryScreen #panes { width: 1fr; height: 100%; }
    StoryScreen #panes > * { border: round $foreground 40%; border-title-color: $foreground; height: 1fr; }
    StoryScreen #panes > *:focus { border: heavy $primary; border-title-style: bold reverse; }
    StoryScreen.-short Caption { min-height: 2; max-height: 4; }
    StoryScreen.-short Timeline { height: 2; }
    StoryScreen.-short Caption #number { display: none; }
    StoryScreen.-xtall #stack { margin: 1 0; }
    StoryScreen.-narrow #panes > * { display: none; }
    StoryScreen.-narrow #panes > .-on { display: block; }
    StoryScreen.-wide #panes, StoryScreen.-xwide #panes {
        layout: grid; grid-size: 2 2; grid-columns: 7fr 6fr; grid-rows: 1fr 1fr;
    }
    StoryScreen.-wide Cloud, StoryScreen.-xwide Cloud { row-span: 2; }
    StoryScreen.-xwide #phone { width: 40; }
    StoryScreen.-xwide #panes { grid-columns: 7fr 5fr; }
    """
    BINDINGS: ClassVar[list[Any]] = [
        Binding("f", "fork", "Fork"),
        Binding("r", "truth", "Truth"),
        Binding("tab", "pane(1)", "Pane"),
        Binding("shift+tab", "pane(-1)", "Pane before", show=False),
        Binding("escape", "follow", "Follow", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._course = Course()
        self._on: Show | None = None
        self._captions: Captions
        self._picked: str | None = None
        self._truth = self._waited = False
        self._pane = "cloud"
        self._seen: object = None
        self._entitled: dict[str, tuple[str, str]] = {}

    def furnish(self) -> "Iterable[Widget]":
        render = self.house.photo_render
        yield Static(_NOTHING_ON, id="nothing")
        with Horizontal(id="scene"):
            yield PhoneView(id="phone")
            with Container(id="panes"):
                yield Cloud(render, id="cloud")
                yield Roll(self._find_cells, id="roll")
                yield DayLedger(id="ledger")
        yield Caption(id="caption")
        yield Timeline(id="timeline")

    # What is shown

    def refresh_show(self) -> None:
        show = self.show
        self.empty("#scene", now=show is None)
        if show is None:
            return
        if show is not self._on:
            self._begin(show)
        caption = self._captions.view()
        self.hold_for_answer(show)
        waits = self.asked and show.at_end
        if waits and not self._waited:
            # However one came to the question: what it waits for is done on the phone.
            self.query_one(PhoneView).focus()
        self._waited = waits
        self._bring(show, caption)
        self.keep_time(show, caption.seconds)

    def _begin(self, show: "Show") -> None:
        """Another story is on: nothing is picked any more, and it plays if it is at its beginning."""
        self._on, self._picked, self._course, self._captions = show, None, Course(), Captions(show)
        self.begin_playing(show)

    def _bring(self, show: "Show", caption: "CaptionView") -> None:
        self.query_one(Caption).bring(caption, self.tell_pace(show))
        self.query_one(Timeline).bring(view_timeline(show))
        visible = self._visible()
        seen = (id(show), show.at, show.day, self.asked, self._picked, self._truth, visible)
        if seen == self._seen:
            # Only what is known has grown: nothing else here can have changed.
            return
        self._seen = seen
        self._ask_ahead(show)
        self.query_one(PhoneView).bring(show)
        for name in visible:
            match self.query_one(f"#{name}"):
                case Cloud() as cloud:
                    self._bring_cloud(cloud, show)
                case Roll() as roll:
                    tiles = view_roll(show.world)
                    roll.bring(tiles, self._picked)
                    self._entitle(roll, f"{write_count(len(tiles.tiles), 'photo')}, ↑ {tiles.sent} sent")
                case DayLedger() as ledger:
                    held = view_day_ledger(show, self._course)
                    ledger.bring(held)
                    self._entitle(ledger, f"{held.created} ever held")

    def _bring_cloud(self, cloud: Cloud, show: "Show") -> None:
        view = view_cloud(show.world, self._picked)
        truth = view_truth(show, view.photo) if self._truth else None
        photo = show.world.roll.get(view.photo)
        cloud.bring(view, truth, None if photo is None else self._find(photo))
        self._entitle(cloud, f"{view.seen} seen so far")

    def _ask_ahead(self, show: "Show") -> None:
        """Let the photos be drawn that are sent next, so that their pictures are there when they are seen."""
        soon = [
            event.photo for event in show.playback.events[show.at : show.at + _AHEAD] if type(event) is PhotoUploaded
        ]
        roll = show.world.roll
        # The nearest is asked for last, since that is drawn first.
        for photo in reversed(soon):
            if photo in roll:
                self._find(roll[photo])

    def _entitle(self, pane: "Widget", below: str) -> None:
        """Write on a pane's border; only what differs, since all of the pane is drawn anew for it."""
        name = str(pane.id)
        written = (self._title(name), below)
        if self._entitled.get(name) != written:
            self._entitled[name] = written
            pane.border_title, pane.border_subtitle = Content(written[0]), Content(below)

    def _visible(self) -> "tuple[str, ...]":
        return (self._pane,) if self.has_class("-narrow") else _PANES

    def _title(self, name: str) -> str:
        if not self.has_class("-narrow"):
            return _TITLES[name]
        return "  ".join(f"[{_TITLES[each]}]" if each == name else _TITLES[each] for each in _PANES)

    def _find(self, photo: "Photo") -> "Image | None":
        return None if self.show is None else self.house.thumbnails.find(self.show.scenario, photo)

    def _find_cells(self, photo: "Photo", columns: int, rows: int) -> "Sequence[Strip] | None":
        show = self.show
        return None if show is None else self.house.thumbnails.find_cells(show.scenario, photo, columns, rows)

    def refresh_pictures(self) -> None:
        if self.show is not None:
            self.query_one(Roll).refresh_pictures()
            self.query_one(PhoneView).refresh_pictures()
            self._bring_cloud(self.query_one(Cloud), self.show)

    def table(self) -> "Table | None":
        """The part that has the focus: the phone's caption, the photo in the cloud, the roll, or the ledger."""
        show = self.show
        if show is None:
            return None
        match self._here():
            case "cloud":
                view = view_cloud(show.world, self._picked)
                return tabulate_photo(view, view_truth(show, view.photo) if self._truth else None, show.day)
            case "roll":
                return tabulate_roll(show, view_roll(show.world))
            case "ledger":
                return tabulate_ledger(show, view_day_ledger(show, self._course))
        return tabulate_caption(show, self._captions.view())

    # What is done

    def action_fork(self) -> None:
        """Change one thing here, in a world of its own."""
        from simulator.tui.rooms.fork.screen import ForkScreen

        if self.show is None:
            self.notify("There is nothing to fork: no story is on.")
            return
        self.rest()
        self.app.push_screen(ForkScreen())

    # What is looked at

    def action_truth(self) -> None:
        """Show what was really drawn beside what was believed, or no more."""
        self._truth = not self._truth
        self.moved()

    def action_pane(self, by: int) -> None:
        """To the next part of the screen."""
        self._look_at(_RING[(_RING.index(self._here()) + by) % len(_RING)])

    def _here(self) -> str:
        """The part that has the focus."""
        return next((name for name in _RING if self.query_one(f"#{name}").has_focus_within), self._pane)

    def _look_at(self, name: str) -> None:
        if name in _PANES:
            self._pane = name
            self._show_pane()
            self.moved()
        # At once: the next key may come before a focus that is only asked for.
        self.set_focus(self.query_one(f"#{name}"))

    def _show_pane(self) -> None:
        for name in _PANES:
            self.query_one(f"#{name}").set_class(name == self._pane, "-on")

    def on_mount(self) -> None:
        self._show_pane()

    def on_resize(self, event: "events.Resize") -> None:  # noqa: ARG002  (Textual's signature)
        # What was hidden before may be seen now.
        self.call_after_refresh(self.refresh_show)

    def on_timeline_sought(self, event: Timeline.Sought) -> None:
        self.go_to(event.day)

    def on_timeline_scrolled(self, event: Timeline.Scrolled) -> None:
        self.action_day(event.days)

    def on_phone_view_touched(self, event: PhoneView.Touched) -> None:
        """A thumb is on the phone: the story waits for it, or has been waiting and goes on once it has answered."""
        if not event.awaited:
            self.rest()

    def action_follow(self) -> None:
        """Nothing is picked any more: the cloud shows what was seen last."""
        if self._picked is None and self.query_one("#cloud").has_focus:
            self.notify("The cloud shows the newest photo already.", timeout=2)
        self._picked = None
        self._look_at("cloud")

    def on_roll_picked(self, event: Roll.Picked) -> None:
        self._picked = event.photo
        self.moved()

    def on_roll_opened(self, event: Roll.Opened) -> None:
        self._open(event.photo)

    def on_cloud_opened(self) -> None:
        if (show := self.show) is not None:
            self._open(view_cloud(show.world, self._picked).photo)

    def _open(self, photo: str) -> None:
        from simulator.tui.rooms.story.lightbox import LightboxScreen

        if self.show is None or not photo:
            self.notify("There is no photo to open yet.", timeout=2)
            return
        self.app.push_screen(LightboxScreen(self.show, photo), lambda last: self._look_at_photo(photo, last))

    def _look_at_photo(self, first: str, last: str | None) -> None:
        """Stay with the photo on which the lightbox was closed; where none was turned to, nothing is picked by that."""
        if last is not None and last != first:
            self._picked = last
            self.moved()
