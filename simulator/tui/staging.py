"""What is on: a story is put on, opened again from its record, led through by a tour, and left."""

from contextlib import suppress
from typing import TYPE_CHECKING

from textual import work
from textual.worker import get_current_worker

from simulator.tui.delivery import Exporting
from simulator.tui.messages import ShowMoved
from simulator.tui.spared import Spared

if TYPE_CHECKING:
    from collections.abc import Mapping

    from simulator.api.ports import Stage, Wish
    from simulator.domain.analysis import Analysis
    from simulator.tui.playing.performer import Performer
    from simulator.tui.playing.show import Show
    from simulator.tui.playing.tour import Tour


class Staging(Exporting):
    """The part of the application that plays one story at a time in the background, and goes where it is seen."""

    def __init__(self, stage: "Stage") -> None:
        super().__init__()
        self.stage = stage
        self.show: Show | None = None
        self.performer: Performer | None = None
        self.tour: Tour | None = None
        self._spared = Spared()

    def put_on(self, wish: "Wish") -> None:
        """Begin a story and go where it is seen."""
        self._load(wish, None)

    @work(thread=True, exclusive=True, group="read", exit_on_error=False)
    def _load(self, wish: "Wish", tour: "Tour | None") -> None:
        from simulator.domain.errors import RollcallError
        from simulator.tui.playing.branch import take_over
        from simulator.tui.playing.show import Show

        worker = get_current_worker()
        try:
            scenario = take_over(self.stage.load(wish), wish.thumb)
        except RollcallError as error:
            if not worker.is_cancelled:
                self.call_from_thread(self.complain, str(error))
            return
        if not worker.is_cancelled:
            self.call_from_thread(self._begin, Show(scenario=scenario, thumb=wish.thumb), tour)

    def _begin(self, show: "Show", tour: "Tour | None") -> None:
        self.tour = tour
        self.perform(show)

    def perform(self, show: "Show", known: "Mapping[str, Analysis] | None" = None) -> None:
        """Play a show in the background, and go where it is seen; the one before is left."""
        from simulator.tui.playing.performer import Performer

        self.leave()
        self.take_up(show, Performer(self.stage, show, known or {}))

    def take_up(self, show: "Show", performer: "Performer | None") -> None:
        """Go where a show is seen that is being played already, or has been; the one before is left."""
        self.leave()
        self.show, self.performer = show, performer
        if show.playback.ended:
            self._spared.spare()
        self._see("story")

    def _see(self, room: str) -> None:
        """Go to a room; what lies over it spoke of what was seen there before, and is closed."""
        self.switch_mode(room)
        while len(self.screen_stack) > 1:
            self.pop_screen()
        self.post_message(ShowMoved())

    @work(thread=True, exclusive=True, group="read", exit_on_error=False)
    def open_run(self, name: str) -> None:
        """Put a recorded run on the screen; to the one that is being played one goes back, and it goes on."""
        played = self.performer is not None and self.performer.busy
        if played and self.show is not None and self.show.run == name:
            self.call_from_thread(self._see, "story")
            return
        from simulator.domain.errors import RollcallError
        from simulator.tui.playing.show import Show

        worker = get_current_worker()
        try:
            scenario, happened = self.stage.read(name)
        except RollcallError as error:
            if not worker.is_cancelled:
                self.call_from_thread(self.complain, str(error))
            return
        show = Show(scenario=scenario, run=name)
        show.playback.extend(happened)
        if scenario.forked is not None:
            with suppress(RollcallError):
                before, happened = self.stage.read(scenario.forked.run)
                show.parent = Show(scenario=before, run=scenario.forked.run)
                show.parent.playback.extend(happened)
        if not worker.is_cancelled:
            self.call_from_thread(self._resume, show)

    def _resume(self, show: "Show") -> None:
        self.tour = None
        self.take_up(show, None)
        if show.parent is not None:
            from simulator.tui.rooms.fork.screen import ForkScreen

            self.push_screen(ForkScreen(together=True))
        elif show.forked is not None:
            from simulator.tui.rooms.fork.view import say_parentless

            self.notify(say_parentless(show.forked), markup=False, timeout=10)

    def leave(self) -> None:
        """Stop playing; what happened so far stays recorded."""
        if self.performer is not None:
            self.performer.stop()
            self.performer = None

    def jump(self, at: int) -> None:
        """Go to where so many events have happened, and to where it is seen."""
        if self.show is not None:
            self.show.seek_event(at)
            self._see("story")

    def complain(self, problem: str) -> None:
        """Say what went wrong; nothing else changes."""
        self.notify(problem, severity="error", markup=False, timeout=10)

    def hear(self) -> bool:
        """Take in what has been played meanwhile; whether there was any."""
        if self.performer is None or not self.performer.take():
            return False
        if self.show is not None and self.show.failed:
            self.complain(self.show.failed)
        # What has happened is kept as it is. To look through it for garbage held the loop for 0.1 s at a time.
        self._spared.spare()
        self.post_message(ShowMoved())
        return True

    # The tour

    def begin_tour(self) -> None:
        """Begin the three-minute tour."""
        from simulator.api.ports import DEFAULT_STORY, Wish
        from simulator.tui.playing.tour import Tour

        self._load(Wish(story=DEFAULT_STORY), Tour())

    def action_tour(self, by: int) -> None:
        """To the next stop of the tour, or the one before; without a tour, begin it."""
        if self.tour is None:
            if by > 0:
                self.begin_tour()
            else:
                self.notify("No tour is on; . begins one.")
        elif self.show is not None and not self.tour.leads(self.show):
            self._go_back_to_the_tour(self.tour)
        elif self.tour.move(by):
            self._see(self.tour.here.room)
        else:
            self.notify("This is the end of the tour; x ends it." if by > 0 else "This is where the tour begins.")

    def _go_back_to_the_tour(self, tour: "Tour") -> None:
        show = tour.show
        assert show is not None
        if show.playback.ended:
            self.take_up(show, None)
        else:
            self.perform(show, show.analyses())
        self._see(tour.here.room)

    def action_end_tour(self) -> None:
        """No tour any more; the story stays on."""
        if self.tour is None:
            self.notify("No tour is on; . begins one.")
            return
        self.tour = None
        self.post_message(ShowMoved())
