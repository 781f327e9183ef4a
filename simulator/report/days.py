"""What happened in two logs, day by day in a few words, side by side."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from simulator.domain.events import (
    ConsentGiven,
    ConsentRefused,
    ConsentWithdrawn,
    Event,
    FaultOccurred,
    HoldingDeleted,
    IdeaOffered,
    InferenceDrawn,
    PhotoUploaded,
    PromptShown,
    StoryEnded,
    TermsChanged,
    WithdrawalReceived,
)
from simulator.domain.log import to_json
from simulator.report.lines import paragraph
from simulator.report.words import HAPPENINGS

_NAMED: Final[dict[type[Event], str]] = {
    PromptShown: "asked",
    ConsentGiven: "Allow",
    ConsentRefused: "refused",
    ConsentWithdrawn: "revoked",
    WithdrawalReceived: "the company learns",
    TermsChanged: "other terms",
    StoryEnded: "the end",
}
_COUNTED: Final[dict[type[Event], str]] = {
    PhotoUploaded: "sent",
    InferenceDrawn: "concluded",
    IdeaOffered: "offered",
    HoldingDeleted: "deleted",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class TwoDays:
    """One day of both, in words; empty where nothing of note happened."""

    day: int
    before: str
    after: str

    @property
    def differs(self) -> bool:
        return self.before != self.after


def name_event(event: Event) -> str:
    """What happened, in a word or three; empty if it is not of note by itself."""
    # Not everything that a story declares goes wrong: an account may be deleted by its owner.
    return HAPPENINGS[event.what] if isinstance(event, FaultOccurred) else _NAMED.get(type(event), "")


def compare_days(before: Sequence[Event], after: Sequence[Event], until: int) -> list[TwoDays]:
    """Each day up to that one on which anything of note happened in either."""
    one, other = _tell_days(before, until), _tell_days(after, until)
    return [TwoDays(day=day, before=one.get(day, ""), after=other.get(day, "")) for day in sorted({*one, *other})]


def tell_days_apart(before: Sequence[Event], after: Sequence[Event], until: int) -> Iterator[str]:
    """The days that differ, read aloud; nothing if none does."""
    apart = [each for each in compare_days(before, after, until) if each.differs]
    if apart:
        yield ""
        yield "Day by day, as it was | forked:"
    for each in apart:
        yield paragraph(f"day {each.day}: {each.before or 'nothing'} | {each.after or 'nothing'}", indent=2)


def days_as_record(before: Sequence[Event], after: Sequence[Event], until: int) -> list[dict[str, Any]]:
    """The same as objects."""
    return [to_json(each) for each in compare_days(before, after, until) if each.differs]


def _tell_days(events: Sequence[Event], until: int) -> dict[int, str]:
    named: dict[int, list[str]] = defaultdict(list)
    counts: dict[int, Counter[str]] = defaultdict(Counter)
    known: set[str] = set()
    for event in events:
        if event.day > until or (isinstance(event, InferenceDrawn) and event.inference.id in known):
            continue
        if isinstance(event, InferenceDrawn):
            # One that grows is drawn again and again.
            known.add(event.inference.id)
        if name := name_event(event):
            named[event.day].append(name)
        elif (thing := _COUNTED.get(type(event))) is not None:
            counts[event.day][thing] += 1
    return {
        day: ", ".join(
            [*named[day], *(f"{counts[day][thing]} {thing}" for thing in _COUNTED.values() if counts[day][thing])]
        )
        for day in {*named, *counts}
    }
