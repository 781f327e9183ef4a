"""The three-minute tour: where to stand, what to ask before it is shown, and what it then shows.

Every number that is told comes from the events of the story that is on.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

from simulator.consent.prompt import Choice
from simulator.domain.agree import write_count
from simulator.domain.events import (
    ConsentGiven,
    ConsentWithdrawn,
    Event,
    IdeaKept,
    IdeaOffered,
    InferenceKind,
    PhotoSelected,
    PhotoUploaded,
    PromptShown,
)
from simulator.domain.holding import HoldingState
from simulator.report.spoken import MANNERS, tell_older
from simulator.tui.playing.show import Show

_A_FORTNIGHT = 14
_AFTER_THE_PROMISE = 31
E = TypeVar("E", bound=Event)
_CONCLUDED: dict[InferenceKind, Callable[[int], str]] = {
    InferenceKind.HOME: lambda _: "where home is",
    InferenceKind.WORK: lambda _: "where work is",
    InferenceKind.PERSON: lambda number: f"{write_count(number, 'person', 'people')} by face",
    InferenceKind.OCCASION: lambda number: write_count(number, "occasion"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """One place of the tour.

    Attributes:
        room: where it is seen.
        find: the playhead's position, or None while the story has not got there.
        tell: what is seen there, by a show whose playhead is there.
        ask: what to guess before going on; empty at the end.
    """

    room: str
    find: Callable[[Show], int | None]
    tell: Callable[[Show], str]
    ask: str


def _at(kind: type[Event]) -> Callable[[Show], int | None]:
    def find(show: Show) -> int | None:
        found = next((at for at, event in enumerate(show.playback.events) if isinstance(event, kind)), None)
        return None if found is None else show.playback.moment_at(found + 1)

    return find


def _day(of: Callable[[Show], int | None]) -> Callable[[Show], int | None]:
    def find(show: Show) -> int | None:
        day = of(show)
        if day is None or (not show.playback.ended and show.playback.last_day <= day):
            return None
        return show.playback.moment_on(day)

    return find


def _happened(show: Show, kind: type[E]) -> list[E]:
    """All events of a kind up to the playhead."""
    return [event for event in show.playback.events[: show.at] if isinstance(event, kind)]


def _after_the_promise(show: Show) -> int | None:
    revoked = next((event.day for event in show.playback.events if isinstance(event, ConsentWithdrawn)), None)
    return None if revoked is None else min(revoked + _AFTER_THE_PROMISE, show.last_day)


def _tell_allow(show: Show) -> str:
    given = _happened(show, ConsentGiven)[0]
    button = show.scenario.prompt_on(given.day).button(Choice.ALLOW).text
    return f'"{button}" is tapped: {write_count(given.taps, "tap")}, {MANNERS[given.manner]}.'


def _tell_uploads(show: Show) -> str:
    sent = {event.photo for event in _happened(show, PhotoUploaded) if event.day == show.day}
    older = sum(event.photo in sent and event.older for event in _happened(show, PhotoSelected))
    return f"{write_count(len(sent), 'photo')} left the phone today{tell_older(older, len(sent))}."


def _tell_conclusions(show: Show) -> str:
    kinds = Counter(inference.kind for inference in show.world.inferences.values())
    told = ", ".join(_CONCLUDED[kind](number) for kind, number in kinds.items()) or "nothing yet"
    seen = write_count(len(show.world.uploads), "photo")
    return f"Two weeks on, the company has worked out from {seen}: {told}."


def _tell_revoke(show: Show) -> str:
    withdrawn = _happened(show, ConsentWithdrawn)[0]
    given = _happened(show, ConsentGiven)[0]
    return f"{write_count(given.taps, 'tap')} to allow, {withdrawn.taps} to undo it, on day {withdrawn.day}."


def _tell_fates(show: Show) -> str:
    fates = Counter(entry.state for entry in show.world.ledger.entries.values())
    return (
        f"Day {show.day}: gone {fates[HoldingState.DELETED]}, going {fates[HoldingState.SCHEDULED]}, "
        f"kept {fates[HoldingState.ALIVE]}, and of {fates[HoldingState.SILENT]} the terms do not say."
    )


def _tell_value(show: Show) -> str:
    offered, kept = len(_happened(show, IdeaOffered)), len(_happened(show, IdeaKept))
    return f"And what it brought: {write_count(offered, 'idea')} offered, {kept} kept. Whoever refuses loses these."


STOPS = (
    Stop(
        room="story",
        find=_at(PromptShown),
        tell=lambda show: f"Somebody opens {show.scenario.app.name}. Before anything else, it asks.",
        ask="Read the sheet in the phone. Where does your thumb go?",
    ),
    Stop(room="story", find=_at(ConsentGiven), tell=_tell_allow, ask="How many photos leave the phone by tonight?"),
    Stop(room="story", find=_day(lambda _: 0), tell=_tell_uploads, ask="What will be known after two weeks?"),
    Stop(
        room="story",
        find=_day(lambda _: _A_FORTNIGHT),
        tell=_tell_conclusions,
        ask="Allow was one tap. How many taps is the way back?",
    ),
    Stop(
        room="story",
        find=_at(ConsentWithdrawn),
        tell=_tell_revoke,
        ask="A month after the switch is off: what is gone?",
    ),
    Stop(room="ledger", find=_day(_after_the_promise), tell=_tell_fates, ask="Why is one of these still here? Enter."),
    Stop(room="story", find=_day(lambda show: show.last_day), tell=_tell_value, ask=""),
)


@dataclass
class Tour:
    """Goes through one story, and waits while another is on.

    Attributes:
        show: the story it goes through; None until it has seen one.
        waiting: whether the story has not got to the stop yet.
    """

    show: Show | None = None
    stop: int = 0
    waiting: bool = True
    _said: str = field(default="", repr=False)

    @property
    def here(self) -> Stop:
        return STOPS[self.stop]

    def leads(self, show: Show) -> bool:
        """Whether this is the tour's own story, rather than one that somebody forked from it."""
        return self.show is None or self.show is show

    def move(self, by: int) -> bool:
        """Go to another stop; whether there is one."""
        there = self.stop + by
        if not 0 <= there < len(STOPS):
            return False
        self.stop, self.waiting = there, True
        return True

    def arrive(self, show: Show) -> bool:
        """Put the playhead where the stop is, if the story has got there and it was not done yet."""
        self.show = self.show or show
        if show is not self.show or not self.waiting or (found := self.here.find(show)) is None:
            return False
        show.position = found
        # Told once, since the playhead may be moved on by hand.
        self._said, self.waiting = self.here.tell(show), False
        return True

    def told(self, show: Show) -> tuple[str, str]:
        """What is told and what is asked at this stop."""
        if not self.leads(show):
            change = "" if show.forked is None else f" ({show.forked.change})"
            return f"Off the tour, in a story of your own{change}. Press . to go back.", ""
        if self.waiting and show.failed:
            return f"The story cannot be played up to here: {show.failed}", ""
        if self.waiting:
            return "The story is being played up to here ...", ""
        return self._said, self.here.ask
