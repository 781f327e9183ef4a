"""A room in which a story is played: whatever moves the playhead, by itself or by hand."""

from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import Binding

from simulator.tui.messages import ShowMoved
from simulator.tui.playing.pace import Pace
from simulator.tui.playing.timeline import day_afterwards, find_marks
from simulator.tui.rooms.room import Room

if TYPE_CHECKING:
    from textual.timer import Timer

    from simulator.tui.playing.show import Show

_WAITS = "It waits for your answer on the phone."
_WITHOUT = {"a": "Nobody has answered", "w": "Nothing has been revoked", "d": "Nothing has been revoked"}
_STEP = Binding.Group("Step", compact=True)
_DAY = Binding.Group("Day", compact=True)
_GO = Binding.Group("Go to", compact=True)
_SPEED = Binding.Group("Speed", compact=True)


class PlayedRoom(Room):
    """Plays the story that is on, one moment after another, each as long as its caption takes to read.

    Nothing moves by the clock unless the house lets stories play by themselves.
    """

    BINDINGS: ClassVar[list[Any]] = [
        Binding("space", "play", "Play"),
        Binding("left", "step(-1)", "Back", group=_STEP),
        Binding("right", "step(1)", "Step", group=_STEP),
        Binding("left_square_bracket,shift+left", "day(-1)", "Day back", group=_DAY, key_display="["),
        Binding("right_square_bracket,shift+right", "day(1)", "Day on", group=_DAY, key_display="]"),
        Binding("b", "mark(-1)", "Go to the mark before", group=_GO),
        Binding("n", "mark(1)", "Go to the next mark", group=_GO),
        Binding("a", "jump('a')", "Go to the answer", group=_GO),
        Binding("w", "jump('w')", "Go to the revoke", group=_GO),
        Binding("d", "jump('d')", "Go to 30 days after the revoke", group=_GO),
        Binding("g", "go_to_day", "Go to a day", group=_GO),
        Binding("minus", "speed(-1)", "Slower", group=_SPEED, key_display="-"),
        Binding("plus,equals_sign", "speed(1)", "Faster", group=_SPEED, key_display="+"),
        Binding("home", "end(0)", "Start", show=False),
        Binding("end", "end(1)", "End", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._pace = Pace()
        self._beat: Timer | None = None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Without a story there is nothing that a key could do here."""
        return self.show is not None

    @property
    def asked(self) -> bool:
        """Whether the story waits for the person at the keyboard."""
        performer = self.house.performer
        return performer is not None and performer.respondent is not None and performer.respondent.waiting

    def begin_playing(self, show: "Show") -> None:
        """Another story is on: it plays if it is at its beginning and nothing else moves it."""
        self._stop_beat()
        playing = self.house.autoplay and self.house.tour is None and show.position == 0
        self._pace = Pace(playing=playing)

    def tell_pace(self, show: "Show") -> str:
        """How the story is being played, in a few words."""
        performer = self.house.performer
        return self._pace.tell(show, asked=self.asked, busy=performer is not None and performer.busy)

    def hold_for_answer(self, show: "Show") -> None:
        """Pause for a prompt that waits, go on once it is answered."""
        self._pace.hold(asked=self.asked and show.at_end)

    def keep_time(self, show: "Show", seconds: float) -> None:
        """Let the next moment come once this one could be read, while the story plays by itself."""
        if show.at_end and show.playback.ended:
            self._pace.playing = False
        if not self._pace.playing or show.at_end or not self.is_current:
            self._stop_beat()
        elif self._beat is None:
            self._beat = self.set_timer(seconds / self._pace.speed, self.beat)

    def _stop_beat(self) -> None:
        if self._beat is not None:
            self._beat.stop()
            self._beat = None

    def beat(self) -> None:
        """One moment is over: the next."""
        self._stop_beat()
        if self.show is not None and self._pace.playing:
            self.show.step(1)
            self.moved()

    def on_screen_suspend(self) -> None:
        self._stop_beat()

    def moved(self) -> None:
        self._stop_beat()
        self.post_message(ShowMoved())

    def rest(self) -> None:
        """Play no further until it is asked for."""
        self._pace.playing = False
        # A prompt that waits is still to be gone on from.
        self._pace.interrupted = self._pace.interrupted and self.asked
        self.moved()

    def action_play(self) -> None:
        """Play, or pause; at the end, from the beginning."""
        show = self.show
        if show is None:
            return
        if self.asked and show.at_end:
            # It goes on as soon as it is answered.
            self._pace.interrupted = True
            self.notify(_WAITS, timeout=2)
            return
        self._pace.interrupted = False
        self._pace.playing = not self._pace.playing
        if self._pace.playing and show.at_end and show.playback.ended:
            show.step(-show.position)
        self.moved()

    def action_step(self, by: int) -> None:
        """So many moments on, or back."""
        if (show := self.show) is not None:
            self._seek(show.step(by), "This is where it begins." if by < 0 else self._no_further(show))

    def action_day(self, by: int) -> None:
        """So many days on, or back."""
        if (show := self.show) is not None:
            self._seek(show.seek_day(show.day + by), "This is day 0." if by < 0 else self._no_further(show))

    def action_mark(self, by: int) -> None:
        """To the next thing that is marked on the line, or the one before."""
        if (show := self.show) is None:
            return
        places = sorted({self._position_of(mark.at, mark.day) for mark in find_marks(show)} - {show.position})
        there = [place for place in places if (place - show.position) * by > 0]
        moved = bool(there) and show.step((there[0] if by > 0 else there[-1]) - show.position)
        self._seek(moved, "Nothing is marked before this." if by < 0 else f"Nothing is marked after this{_yet(show)}.")

    def action_jump(self, key: str) -> None:
        """To what has this key on the line."""
        if (show := self.show) is None:
            return
        mark = next((mark for mark in find_marks(show) if mark.key == key), None)
        if mark is None or mark.day > show.playback.last_day:
            self.notify(_why_not(show, key) if mark is None else "The story has not got there yet.")
            return
        show.step(self._position_of(mark.at, mark.day) - show.position)
        self.rest()

    def _position_of(self, at: int | None, day: int) -> int:
        assert self.show is not None
        playback = self.show.playback
        return playback.moment_on(day) if at is None else playback.moment_at(at)

    def action_end(self, end: int) -> None:
        """To the beginning, or as far as is known."""
        if (show := self.show) is not None:
            far = len(show.playback.moments) if end else -len(show.playback.moments)
            self._seek(show.step(far), self._no_further(show) if end else "This is where it begins.")

    def action_speed(self, by: int) -> None:
        """Faster, or slower."""
        if not self._pace.change(by):
            self.notify("It cannot be played any " + ("faster." if by > 0 else "slower."))
        self.moved()

    def action_go_to_day(self) -> None:
        """To a day by its number."""
        from simulator.tui.dialogs.number import NumberScreen

        if self.show is not None:
            self.app.push_screen(NumberScreen("Go to day", self.show.last_day), self.go_to)

    def go_to(self, day: int | None) -> None:
        if day is not None and (show := self.show) is not None:
            moved = show.seek_day(day)
            self._seek(moved, "" if show.day == day else self._no_further(show))

    def _seek(self, moved: bool, otherwise: str) -> None:  # noqa: FBT001  (what `Show` answers)
        """The playhead was moved by hand, so it stays there; or say why it could not be."""
        self.rest()
        if not moved and otherwise:
            self.notify(otherwise, timeout=2)

    def _no_further(self, show: "Show") -> str:
        if show.playback.ended:
            return "This is the end."
        return _WAITS if self.asked else "The story has not got further yet."


def _why_not(show: "Show", key: str) -> str:
    """Why nothing on the line has this key."""
    after = day_afterwards(show.playback.events)
    if key == "d" and after is not None:
        return f"That is day {after}, and the story ends on day {show.last_day}."
    return f"{_WITHOUT[key]}{_yet(show)}."


def _yet(show: "Show") -> str:
    """What has not happened in a story that is played to its end will not."""
    return "" if show.playback.ended else " yet"
