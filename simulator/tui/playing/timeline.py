"""The whole story as one line: where it stands, what was sent on which day, and where one can jump to."""

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from simulator.domain.events import (
    ConsentGiven,
    ConsentRefused,
    ConsentWithdrawn,
    Event,
    PhotoUploaded,
    WithdrawalReceived,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from simulator.tui.playing.show import Show

AFTERWARDS = 30  # days after the revoke at which the terms that were read begin to delete


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """Something to jump to on the line.

    Attributes:
        at: how many events have happened by then; None for a day on which nothing need happen.
        key: the key that jumps there from anywhere, if one does.
    """

    day: int
    at: int | None
    sign: str
    label: str
    key: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineView:
    """The line and where the playhead stands on it.

    Attributes:
        last_day: the last day that will be played.
        known: the last day that is computed so far.
        place: the playhead in days; its fraction is how much of that day has been shown.
        uploads: how many photos were sent on each day that is computed.
    """

    last_day: int
    known: int
    ended: bool
    place: float
    uploads: tuple[int, ...]
    marks: tuple[Mark, ...]


def view_timeline(show: "Show") -> TimelineView:
    """The line as it is where the playhead stands."""
    playback = show.playback
    sent = Counter(event.day for event in playback.events if type(event) is PhotoUploaded)
    first = playback.moment_on(show.day - 1) + 1 if show.day else 0
    last = playback.moment_on(show.day)
    share = (show.position - first) / (last - first) if last > first else 1.0
    return TimelineView(
        last_day=show.last_day,
        known=playback.last_day,
        ended=playback.ended,
        # The end of a day stands just before the next, so that a day's own columns are reached.
        place=show.day + min(share, 0.99),
        uploads=tuple(sent[day] for day in range(playback.last_day + 1)),
        marks=find_marks(show),
    )


def find_marks(show: "Show") -> tuple[Mark, ...]:
    """Everything worth jumping to, in its order."""
    playback = show.playback
    keys: dict[type[Event], str] = {ConsentGiven: "a", ConsentRefused: "a", ConsentWithdrawn: "w"}
    found: list[Mark] = []
    used: set[str] = set()
    for landmark in playback.landmarks:
        key = keys.get(type(playback.events[landmark.at - 1]), "")
        key = "" if key in used else key
        used.add(key)
        found.append(Mark(day=landmark.day, at=landmark.at, sign=landmark.mark, label=landmark.label, key=key))
    if (after := day_afterwards(playback.events)) is not None and after <= show.last_day:
        found.append(Mark(day=after, at=None, sign="◇", label=f"{AFTERWARDS} days on", key="d"))
    return tuple(sorted(found, key=lambda mark: mark.day))


def day_afterwards(events: "Sequence[Event]") -> int | None:
    """Thirty days after the company learnt of the withdrawal, or after the switch while it does not know yet."""
    for kind in (WithdrawalReceived, ConsentWithdrawn):
        for event in events:
            if type(event) is kind:
                return event.day + AFTERWARDS
    return None
