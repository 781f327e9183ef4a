"""Events as they come, and the world after any of them: everything that is shown is a fold, so going back is exact."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce

from simulator.domain.events import (
    ConsentGiven,
    ConsentRefused,
    ConsentWithdrawn,
    Event,
    FaultOccurred,
    IdeaOffered,
    InferenceDrawn,
    PhoneCameOnline,
    PhoneWentOffline,
    PhotoUploaded,
    PromptShown,
    StoryEnded,
    StoryStarted,
    TermsChanged,
    WithdrawalReceived,
)
from simulator.journey.world import World, apply
from simulator.report.days import name_event

# With one of these something new begins to be seen; what follows belongs to it until the next.
_OPENING = (
    PromptShown,
    ConsentGiven,
    ConsentRefused,
    ConsentWithdrawn,
    WithdrawalReceived,
    PhoneWentOffline,
    PhoneCameOnline,
    PhotoUploaded,
    InferenceDrawn,
    IdeaOffered,
    FaultOccurred,
    TermsChanged,
)
_EVERY = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A place where the story can stand still.

    Attributes:
        at: how many events have happened by then.
        day: the day on which it stands; quiet days have a moment too.
    """

    at: int
    day: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Landmark:
    """Something to jump to: ``mark`` is one cell wide and says the kind without colour."""

    at: int
    day: int
    mark: str
    label: str


_MARKS: dict[type[Event], str] = {
    PromptShown: "?",
    ConsentGiven: "▲",
    ConsentRefused: "△",
    ConsentWithdrawn: "▼",
    WithdrawalReceived: "▽",
    FaultOccurred: "!",
    TermsChanged: "§",
    StoryEnded: "■",
}


class Playback:
    """A growing list of events that can be stood in anywhere.

    INVARIANT: ``world(at)`` depends on the first ``at`` events and on nothing else.
    """

    def __init__(self) -> None:
        self.events: list[Event] = []
        self.moments: list[Moment] = [Moment(at=0, day=0)]
        self.landmarks: list[Landmark] = []
        self._day = 0
        self._open = False
        self._worlds = [World()]
        self._last: tuple[int, World] = (0, World())

    @property
    def started(self) -> StoryStarted | None:
        first = self.events[0] if self.events else None
        return first if isinstance(first, StoryStarted) else None

    @property
    def ended(self) -> bool:
        return bool(self.events) and isinstance(self.events[-1], StoryEnded)

    @property
    def last_day(self) -> int:
        """The last day that is known so far."""
        return self.moments[-1].day

    def extend(self, events: Iterable[Event]) -> None:
        """Take in what happened next.

        INVARIANT: where one can stand does not depend on the pieces in which the events came, except for the last
        moment, which is wherever they have got to.
        """
        if self._open:
            self.moments.pop()
        for event in events:
            self._mark(event)
            self.events.append(event)
            if len(self.events) % _EVERY == 0:
                self._worlds.append(reduce(apply, self.events[-_EVERY:], self._worlds[-1]))
        self._open = self._stand(len(self.events), self._day)

    def world(self, at: int) -> World:
        """The world after the first ``at`` events."""
        near, world = self._last
        kept = at // _EVERY
        if not kept * _EVERY <= near <= at:
            near, world = kept * _EVERY, self._worlds[kept]
        world = reduce(apply, self.events[near:at], world)
        self._last = (at, world)
        return world

    def moment_on(self, day: int) -> int:
        """The index of the moment at which that day is over, or of the last known one before it."""
        return max(0, bisect_right(self.moments, day, key=lambda moment: moment.day) - 1)

    def moment_at(self, at: int) -> int:
        """The index of the first moment by which so many events have happened."""
        found = bisect_right(self.moments, at - 1, key=lambda moment: moment.at)
        return min(found, len(self.moments) - 1)

    def _mark(self, event: Event) -> None:
        at, day = len(self.events), max(event.day, 0)
        if day > self._day:
            self._close_days(at, day)
        elif isinstance(event, _OPENING):
            self._stand(at, day)
        if (mark := _MARKS.get(type(event))) is not None:
            self.landmarks.append(Landmark(at=at + 1, day=day, mark=mark, label=name_event(event)))

    def _close_days(self, at: int, day: int) -> None:
        """Stand at the end of the day before, and of every quiet day since."""
        for over in range(self._day, day):
            self._stand(at, over)
        self._day = day

    def _stand(self, at: int, day: int) -> bool:
        new = not self.moments or self.moments[-1] != Moment(at=at, day=day)
        if new:
            self.moments.append(Moment(at=at, day=day))
        return new
