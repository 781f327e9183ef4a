"""The story that is on: its scenario, its playback, where it stands, and which story it was forked from."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from simulator.api.ports import Thumb
from simulator.consent.record import ConsentState
from simulator.domain.events import Event, PhotoAnalysed, PhotoUploaded
from simulator.journey.world import World
from simulator.tui.playing.playback import Moment, Playback

if TYPE_CHECKING:
    from collections.abc import Sequence

    from simulator.domain.analysis import Analysis
    from simulator.journey.scenario import Forked, Scenario


@dataclass
class Show:
    """One run on the screen.

    Attributes:
        run: the name under which it is recorded; empty until that is known.
        position: index into ``playback.moments``: the playhead.
        thumb: who answers the pop-up.
        parent: for a fork, what it was forked from, where that is known; it is never touched.
        failed: why it could not be played to its end, if it could not.
        aim: a kind of event and a day: the playhead goes to the first moment after it, once it has happened.
    """

    scenario: "Scenario"
    playback: Playback = field(default_factory=Playback)
    run: str = ""
    position: int = 0
    thumb: Thumb = Thumb.SCRIPT
    parent: "Show | None" = None
    failed: str = ""
    aim: "tuple[type[Event], int] | None" = None

    @property
    def forked(self) -> "Forked | None":
        """Where it comes from, if it is a fork."""
        return self.scenario.forked

    @property
    def moment(self) -> Moment:
        return self.playback.moments[self.position]

    @property
    def day(self) -> int:
        return self.moment.day

    @property
    def at(self) -> int:
        return self.moment.at

    @property
    def world(self) -> World:
        """The world where the playhead stands."""
        return self.playback.world(self.at)

    @property
    def last_day(self) -> int:
        """The last day that will be played."""
        return self.scenario.story.last_day

    @property
    def at_end(self) -> bool:
        """Whether nothing further is known yet, or ever will be."""
        return self.position == len(self.playback.moments) - 1

    def extend(self, events: "Sequence[Event]") -> None:
        """Take in what happened next; the playhead moves only to where it aims."""
        first = len(self.playback.events)
        self.playback.extend(events)
        self.position = min(self.position, len(self.playback.moments) - 1)
        if self.aim is None:
            return
        kind, day = self.aim
        for number, event in enumerate(events, first + 1):
            if isinstance(event, kind) and event.day == day:
                self.aim = None
                self.seek_event(number)
                return

    def happened(self) -> list[Event]:
        """The events that led from the moment before to this one."""
        before = self.playback.moments[self.position - 1].at if self.position else 0
        return self.playback.events[before : self.at]

    def step(self, by: int) -> bool:
        """Move the playhead by so many moments; whether it moved."""
        return self._go(self.position + by)

    def seek_day(self, day: int) -> bool:
        return self._go(self.playback.moment_on(day))

    def seek_event(self, at: int) -> bool:
        """Go to the first moment by which so many events have happened."""
        return self._go(self.playback.moment_at(at))

    def analyses(self) -> "dict[str, Analysis]":
        """Everything that the analyzer has said in this run so far, by photo."""
        seen = (event for event in self.playback.events if isinstance(event, PhotoAnalysed))
        return {event.photo: event.analysis for event in seen}

    def _go(self, position: int) -> bool:
        before = self.position
        self.position = min(max(position, 0), len(self.playback.moments) - 1)
        return self.position != before


def off_day(show: "Show") -> int:
    """The day whose deeds a switch turned here belongs to.

    Photos are sent after the day's deeds. Where they have left already, the switch comes too late for them and counts
    for the next day.
    """
    record = show.world.record
    allowed_today = record.state is ConsentState.GIVEN and record.changed == show.day
    so_far = show.playback.events[: show.at]
    sent = any(isinstance(event, PhotoUploaded) and event.day == show.day for event in so_far)
    return show.day + (allowed_today or sent)
