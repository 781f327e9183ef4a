"""A room in which the story that is on is played under other terms, with the person, the photos and the luck it has."""

from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

from textual import work
from textual.message import Message
from textual.widgets import Static
from textual.worker import get_current_worker

from simulator.api.ports import Recorded
from simulator.domain.errors import RollcallError
from simulator.tui.rooms.day_room import DayRoom

if TYPE_CHECKING:
    from collections.abc import Sequence

    from simulator.terms.clause import Terms
    from simulator.tui.playing.playback import Playback
    from simulator.tui.playing.show import Show

_EVERY = 40  # events between two words of progress


class UnderTermsRoom(DayRoom):
    """Plays it in the background, a set after another, says how far it is, and keeps what came of it.

    Subclasses have a line `#today` to say it in, and bring up to date in `refresh_meaning` what they show of it.
    """

    class Progress(Message):
        """How far playing a story under a set has come; the whole of it once that has ended."""

        def __init__(self, show: "Show", terms: str, day: int, whole: "Playback | None" = None) -> None:
            super().__init__()
            self.show, self.terms, self.day, self.whole = show, terms, day, whole

        def can_replace(self, message: Message) -> bool:
            # Asked of the older of two that wait: a newer one takes its place, but never that of a whole one.
            return self.whole is None and isinstance(message, UnderTermsRoom.Progress)

    class Ended(Message):
        """Nothing more is played of a story; ``problem`` says why, where it could not be played to its end."""

        def __init__(self, show: "Show", problem: str = "") -> None:
            super().__init__()
            self.show, self.problem = show, problem

    def __init__(self) -> None:
        super().__init__()
        self._played: dict[str, Playback] = {}
        self._played_for: Show | None = None
        self._playing = ""

    def refresh_meaning(self) -> None:
        """More was played, or nothing is played any more."""

    def forget_played(self) -> None:
        """Another story is on: nothing was played of it yet."""
        self._played, self._played_for, self._playing = {}, self.show, ""
        self.workers.cancel_group(self, "play")

    def play_under(self, show: "Show", wanted: "Sequence[Terms]") -> None:
        """Begin to play the story under these sets."""
        self._tell_playing(wanted[0].id, 0)
        self._play(show, wanted)

    @work(thread=True, exclusive=True, group="play", exit_on_error=False)
    def _play(self, show: "Show", wanted: "Sequence[Terms]") -> None:
        from simulator.tui.playing.playback import Playback

        worker = get_current_worker()
        for terms in wanted:
            playback = Playback()
            if terms.id == show.scenario.terms.id and not show.scenario.amendments:
                self.post_message(self.Progress(show, terms.id, show.last_day, show.playback))
                continue
            scenario = replace(show.scenario, terms=terms, amendments=(), forked=None)
            try:
                with closing(self.house.stage.play(scenario, show.analyses(), None)) as events:
                    for number, event in enumerate(events):
                        if isinstance(event, Recorded):
                            continue
                        playback.extend((event,))
                        if worker.is_cancelled:
                            return
                        if number % _EVERY == 0:
                            self.post_message(self.Progress(show, terms.id, max(0, event.day)))
            except (RollcallError, OSError) as error:
                self.post_message(self.Ended(show, str(error)))
                return
            self.post_message(self.Progress(show, terms.id, show.last_day, playback))
        self.post_message(self.Ended(show))

    def _tell_playing(self, terms: str, day: int) -> None:
        self._playing = f"Playing under {terms}: day {day}. Escape stops it."
        self.query_one("#today", Static).update(self._playing, layout=False)
        self.refresh_bindings()

    def on_under_terms_room_progress(self, message: Progress) -> None:
        """One that was on its way when the story changed, or when playing was stopped, tells nothing of now."""
        if message.show is not self._played_for:
            return
        if message.whole is not None:
            self._played[message.terms] = message.whole
            self.refresh_meaning()
        elif self._playing:
            self._tell_playing(message.terms, message.day)

    def on_under_terms_room_ended(self, message: Ended) -> None:
        if message.show is self._played_for and self._playing:
            # Whoever says so is about to return; to cancel it then would make a failure of what went well.
            self._rest()
            if message.problem:
                self.house.complain(message.problem)

    def action_stop(self) -> None:
        self.workers.cancel_group(self, "play")
        self._rest()

    def _rest(self) -> None:
        self._playing = ""
        self.refresh_meaning()
        self.refresh_bindings()

    @property
    def works(self) -> str:
        return "a story is being played under other terms" if self._playing else ""
