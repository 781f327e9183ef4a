"""What can be changed where the playhead is, and two worlds side by side, in rows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from simulator.api.ports import Shelf
from simulator.consent.prompt import Choice
from simulator.consent.record import ConsentState
from simulator.domain.agree import write_count
from simulator.domain.events import (
    ConsentGiven,
    ConsentRefused,
    ConsentWithdrawn,
    Manner,
    PhotoUploaded,
)
from simulator.journey.apart import count_both, set_apart
from simulator.journey.fork import Answered, Change, Revoked, days_asked
from simulator.journey.scenario import Forked
from simulator.journey.story import TRIGGERS
from simulator.report.apart import say_change, say_consent, say_forked
from simulator.report.days import compare_days
from simulator.tui.parts.charts.eighths import draw_column
from simulator.tui.playing.show import off_day

if TYPE_CHECKING:
    from simulator.api.ports import Title
    from simulator.journey.world import World
    from simulator.tui.playing.show import Show

_LATER = (1, 7, 30)  # days after the Allow that are worth a try
_FEW = 2  # lines: one of a day, and one that says how many are left out
_MANY = 12  # photos of one day that fill a cell


@dataclass(frozen=True, slots=True, kw_only=True)
class Possible:
    """One thing that can be changed; one of the following says how, and none of them that it cannot be just now.

    Attributes:
        group: what kind of thing it is.
        words: the change, for people.
        change: the change itself.
        shelf, name: what has to be read first, from this shelf, by this id.
        days: what has to be typed first is one of these days.
    """

    group: str
    words: str
    change: Change | None = None
    shelf: Shelf | None = None
    name: str = ""
    days: range | None = None

    @property
    def offered(self) -> bool:
        return self.change is not None or self.shelf is not None or self.days is not None

    def is_like(self, other: "Possible") -> bool:
        """Whether it changes the same thing in the same way, be it from another day on."""
        named = (self.shelf, self.name)
        return named == (other.shelf, other.name) if self.shelf is not None else self.words == other.words


def say_parentless(forked: Forked) -> str:
    """Where a fork comes from that cannot be looked at any more."""
    said = say_forked(forked)
    return f"{said[:1].upper()}{said[1:]}. {forked.run} is not here any more, so nothing can be laid beside its fork."


def possible(show: "Show", prompts: "Sequence[Title]", terms: "Sequence[Title]") -> Iterator[Possible]:
    """Everything that can be changed in this story, what is nearest to the playhead first."""
    yield from _answers(show)
    yield from _days(show)
    scenario, day = show.scenario, show.day
    since = f"from day {day} on" if day else "from the beginning"
    group = f"Ask with another prompt, {since}"
    if any(step.do in TRIGGERS and step.day >= day for step in scenario.story.steps):
        yield from _shelved(group, Shelf.PROMPTS, prompts, scenario.prompt_on(day).id)
    else:
        asked = ", ".join(str(each) for each in days_asked(scenario))
        words = f"Nothing is asked any more; it was on day {asked}." if asked else "Nothing is ever asked."
        yield Possible(group=group, words=words)
    yield from _shelved(f"Under other terms, {since}", Shelf.TERMS, terms, scenario.terms_on(day).id)


def _shelved(group: str, shelf: Shelf, titles: "Sequence[Title]", own: str) -> Iterator[Possible]:
    for title in titles:
        if title.id != own:
            yield Possible(group=group, words=title.title, shelf=shelf, name=title.id)


def _answers(show: "Show") -> Iterator[Possible]:
    for event in show.playback.events:
        if isinstance(event, ConsentGiven | ConsentRefused):
            choice = Choice.REFUSE if isinstance(event, ConsentGiven) else Choice.ALLOW
            change = Answered(day=event.day, choice=choice, manner=Manner.INFORMED)
            yield Possible(group="Another answer", words=say_change(change, show.scenario), change=change)


def _days(show: "Show") -> Iterator[Possible]:
    group, last = "Turn the switch off", show.last_day
    events = show.playback.events
    given = [event.day for event in events if isinstance(event, ConsentGiven)]
    withdrawn = [event.day for event in events if isinstance(event, ConsentWithdrawn)]
    if not given:
        return
    if show.world.record.state is ConsentState.GIVEN and off_day(show) <= last:
        here = off_day(show)
        yield Possible(group=group, words=f"here, on day {here}", change=Revoked(day=here))
    if withdrawn:
        yield Possible(group=group, words="never", change=Revoked(day=None))
    for day in (given[0] + later for later in _LATER):
        if day <= last and day not in withdrawn:
            after = day - given[0]
            words = f"on day {day}, {write_count(after, 'day')} after Allow"
            yield Possible(group=group, words=words, change=Revoked(day=day))
    words = f"on another day, to be typed: {given[0]} to {last} …"
    yield Possible(group=group, words=words, days=range(given[0], last + 1))


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One thing of both worlds in words."""

    name: str
    before: str
    after: str

    @property
    def differs(self) -> bool:
        return self.before != self.after


def known_day(before: "Show", after: "Show") -> int:
    """The last day that is over in both: what has not happened yet is no difference."""
    return min(show.last_day if show.playback.ended else max(show.playback.last_day - 1, 0) for show in (before, after))


def say_missing(before: "Show", after: "Show", *, waits: bool) -> str:
    """Why not both are known to their end; empty where they are.

    Args:
        before: what was forked.
        after: its fork.
        waits: the fork has asked, and waits for an answer.
    """
    if after.failed:
        return after.failed
    said = ["the fork waits for your answer: k keeps it"] if waits else []
    told = (("the story", before, False), ("the fork", after, waits))
    said += [
        f"{whose} has come to day {show.playback.last_day}"
        for whose, show, explained in told
        if not (explained or show.playback.ended)
    ]
    return "; ".join(said)


def say_no_further(*, back: bool, known: int, last: int) -> str:
    """Why both worlds cannot be gone through further, back or on.

    Args:
        back: towards the first day.
        known: the last day that is known of both.
        last: the last day there will be.
    """
    if back:
        return "There is no day before this."
    return "That is the last day." if known == last else f"Both are known to day {known} so far."


def worlds_on(before: "Show", after: "Show", day: int) -> "tuple[World, World]":
    """Both worlds at the end of that day, or as far as they are known."""
    one, other = (show.playback.world(_end_of(show, day)) for show in (before, after))
    return one, other


def _end_of(show: "Show", day: int) -> int:
    return show.playback.moments[show.playback.moment_on(day)].at


def compare(before: "World", after: "World") -> list[Line]:
    """Consent and numbers of both worlds; what is the same is among them, to be drawn quietly."""
    lines = [Line(name="consent", before=say_consent(before.record), after=say_consent(after.record))]
    return lines + [
        Line(name=count.name, before=str(count.before), after=str(count.after)) for count in count_both(before, after)
    ]


def compare_both_days(before: "Show", after: "Show", until: int) -> list[Line]:
    """What happened in both on each day on which anything of note did, up to that day."""
    both = compare_days(before.playback.events, after.playback.events, until)
    return [Line(name=f"day {each.day}", before=each.before, after=each.after) for each in both]


def abridge(lines: list[Line], room: int) -> list[Line]:
    """So many of them; where not all go in, those that differ: the first, and as many of the last as there is room.

    That some are left out is said before anything of them is shown.

    Args:
        lines: all there are.
        room: rows; a small window may leave fewer than none.
    """
    room = max(room, 0)
    kept = lines if len(lines) <= room else [line for line in lines if line.differs]
    if len(kept) <= room:
        return kept
    if room < _FEW:
        return [Line(name=f"… {len(kept)} days", before="…", after="…")][:room]
    last = kept[len(kept) - room + 2 :]
    return [kept[0], Line(name=f"… {len(kept) - len(last) - 1} more days", before="…", after="…"), *last]


def only_concluded(before: "World", after: "World") -> tuple[list[str], list[str]]:
    """What is concluded in one of the worlds alone, in words."""
    apart = set_apart(before, after).conclusions
    return (
        [before.inferences[each].claim for each in apart.before if each not in after.inferences],
        [after.inferences[each].claim for each in apart.after if each not in before.inferences],
    )


def bars(show: "Show", until: int, width: int) -> str:
    """Uploads by day as one line of ``width`` cells; days after ``until`` are dots."""
    days = [0] * (until + 1)
    for event in show.playback.events:
        if isinstance(event, PhotoUploaded) and event.day <= until:
            days[event.day] += 1
    last = max(show.last_day, 1)
    drawn = []
    for cell in range(width):
        first, end = cell * (last + 1) // width, max((cell + 1) * (last + 1) // width, cell * (last + 1) // width + 1)
        if first > until:
            drawn.append("·")
            continue
        most = max(days[first : min(end, until + 1)], default=0)
        drawn.append(draw_column(most / _MANY))
    return "".join(drawn)
