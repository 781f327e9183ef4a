"""What can be changed where the playhead is, and two worlds side by side, in rows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from simulator.consent.prompt import Choice
from simulator.consent.record import ConsentState
from simulator.domain.events import ConsentGiven, ConsentRefused, ConsentWithdrawn, Manner, PhotoUploaded
from simulator.journey.apart import count_both, set_apart
from simulator.journey.fork import Answered, Change, Revoked
from simulator.report.apart import say_consent
from simulator.tui.ports import Shelf
from simulator.tui.thumb import off_day

if TYPE_CHECKING:
    from simulator.journey.world import World
    from simulator.tui.ports import Title
    from simulator.tui.show import Show

_LATER = (1, 7, 30)  # days after the Allow that are worth a try
_BARS = "▁▂▃▄▅▆▇█"


@dataclass(frozen=True, slots=True, kw_only=True)
class Possible:
    """One thing that can be changed.

    Attributes:
        group: what kind of thing it is.
        words: the change, for people.
        change: the change itself, unless it has to be read first:
        shelf, name: from this shelf, by this id.
    """

    group: str
    words: str
    change: Change | None = None
    shelf: Shelf | None = None
    name: str = ""


def possible(show: "Show", prompts: "Sequence[Title]", terms: "Sequence[Title]") -> Iterator[Possible]:
    """Everything that can be changed in this story, what is nearest to the playhead first."""
    yield from _answers(show)
    yield from _days(show)
    scenario = show.scenario
    for shelf, titles, own in ((Shelf.PROMPTS, prompts, scenario.prompt.id), (Shelf.TERMS, terms, scenario.terms.id)):
        group = "Ask with another prompt" if shelf is Shelf.PROMPTS else "Under other terms"
        for title in titles:
            if title.id != own:
                yield Possible(group=group, words=title.title, shelf=shelf, name=title.id)


def _answers(show: "Show") -> Iterator[Possible]:
    prompt = show.scenario.prompt
    for event in show.playback.events:
        if isinstance(event, ConsentGiven | ConsentRefused):
            choice = Choice.REFUSE if isinstance(event, ConsentGiven) else Choice.ALLOW
            yield Possible(
                group="Another answer",
                words=f'"{prompt.button(choice).text}" on day {event.day}',
                change=Answered(day=event.day, choice=choice, manner=Manner.INFORMED),
            )


def _days(show: "Show") -> Iterator[Possible]:
    group = "Turn the switch off"
    events = show.playback.events
    given = [event.day for event in events if isinstance(event, ConsentGiven)]
    withdrawn = [event.day for event in events if isinstance(event, ConsentWithdrawn)]
    if show.world.record.state is ConsentState.GIVEN and off_day(show) <= show.last_day:
        here = off_day(show)
        yield Possible(group=group, words=f"here, on day {here}", change=Revoked(day=here))
    if withdrawn:
        yield Possible(group=group, words="never", change=Revoked(day=None))
    for day in (given[0] + later for later in _LATER if given):
        if day <= show.last_day and day not in withdrawn:
            after = day - given[0]
            words = f"on day {day}, {after} day{'' if after == 1 else 's'} after Allow"
            yield Possible(group=group, words=words, change=Revoked(day=day))


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One thing of both worlds in words."""

    name: str
    before: str
    after: str

    @property
    def differs(self) -> bool:
        return self.before != self.after


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
        drawn.append(_BARS[min(most * len(_BARS) // 13, len(_BARS) - 1)] if most else " ")
    return "".join(drawn)
