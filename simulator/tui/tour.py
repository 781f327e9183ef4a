"""The three-minute tour: where to stand, what to ask before it is shown, and what it then shows.

Every number that is told comes from the events of the story that is on.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from simulator.domain.events import (
    ConsentGiven,
    ConsentWithdrawn,
    IdeaKept,
    IdeaOffered,
    PhotoSelected,
    PhotoUploaded,
    PromptShown,
)
from simulator.domain.holding import HoldingState
from simulator.journey.wording import write_count
from simulator.tui.show import Show

_A_FORTNIGHT = 14
_AFTER_THE_PROMISE = 31


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """One place of the tour.

    Attributes:
        room: where it is seen.
        find: the playhead's position, or None while the story has not got there.
        tell: what is seen there.
        ask: what to guess before going on; empty at the end.
    """

    room: str
    find: Callable[[Show], int | None]
    tell: Callable[[Show], str]
    ask: str


def _at(kind: type) -> Callable[[Show], int | None]:
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


def _revoked_on(show: Show) -> int | None:
    return next((event.day for event in show.playback.events if isinstance(event, ConsentWithdrawn)), None)


def _after_the_promise(show: Show) -> int | None:
    revoked = _revoked_on(show)
    return None if revoked is None else min(revoked + _AFTER_THE_PROMISE, show.last_day)


def _tell_allow(show: Show) -> str:
    given = next(event for event in show.playback.events if isinstance(event, ConsentGiven))
    name = show.scenario.prompt_on(given.day).heading
    return f'"{name}" One tap on Allow: {given.manner}.'


def _tell_uploads(show: Show) -> str:
    so_far = show.playback.events[: show.at]
    sent = sum(isinstance(event, PhotoUploaded) for event in so_far)
    older = sum(isinstance(event, PhotoSelected) and event.because != "recent" for event in so_far)
    return f"{write_count(sent, 'photo')} left the phone today, {older} of them from long before."


def _tell_conclusions(show: Show) -> str:
    kinds = Counter(inference.kind.value for inference in show.world.inferences.values())
    told = ", ".join(f"{kind} {number}" for kind, number in kinds.items()) or "nothing yet"
    return f"Two weeks on, from {len(show.world.uploads)} photos it was concluded: {told}."


def _tell_revoke(show: Show) -> str:
    withdrawn = next(event for event in show.playback.events if isinstance(event, ConsentWithdrawn))
    return f"One tap to allow, {withdrawn.taps} to undo it, on day {withdrawn.day}."


def _tell_fates(show: Show) -> str:
    fates = Counter(entry.state for entry in show.world.ledger.entries.values())
    return (
        f"Day {show.day}: gone {fates[HoldingState.DELETED]}, going {fates[HoldingState.SCHEDULED]}, "
        f"kept {fates[HoldingState.ALIVE]}, and of {fates[HoldingState.SILENT]} the terms do not say."
    )


def _tell_value(show: Show) -> str:
    offered = sum(isinstance(event, IdeaOffered) for event in show.playback.events)
    kept = sum(isinstance(event, IdeaKept) for event in show.playback.events)
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
    """Where a tour stands; ``waiting`` while the story has not got to the stop."""

    stop: int = 0
    waiting: bool = True

    @property
    def here(self) -> Stop:
        return STOPS[self.stop]

    def move(self, by: int) -> bool:
        """Go to another stop; whether there is one."""
        there = self.stop + by
        if not 0 <= there < len(STOPS):
            return False
        self.stop, self.waiting = there, True
        return True

    def arrive(self, show: Show) -> bool:
        """Put the playhead where the stop is, if the story has got there and it was not done yet."""
        if not self.waiting or (found := self.here.find(show)) is None:
            return False
        show.position = found
        self.waiting = False
        return True

    def told(self, show: Show) -> tuple[str, str]:
        """What is told and what is asked at this stop."""
        if self.waiting:
            return "The story is being played up to here ...", ""
        return self.here.tell(show), self.here.ask
