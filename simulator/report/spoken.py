"""A story as sentences that can be read aloud: one paragraph a day on which something happened."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import groupby
from textwrap import fill

from simulator.consent.prompt import Choice
from simulator.domain.agree import agree, write_count
from simulator.domain.categories import DataCategory, Purpose
from simulator.domain.data_kinds import DATA_KINDS
from simulator.domain.events import (
    ConsentGiven,
    ConsentRefused,
    ConsentWithdrawn,
    DeletionMissed,
    Event,
    FaultOccurred,
    HoldingCreated,
    HoldingDeleted,
    HoldingKept,
    HoldingReturned,
    HoldingScheduled,
    IdeaDismissed,
    IdeaEdited,
    IdeaKept,
    IdeaOffered,
    IdeaShared,
    InferenceDrawn,
    InferenceKind,
    Manner,
    PhoneCameOnline,
    PhoneWentOffline,
    PhotoAccessSet,
    PhotoAnalysed,
    PhotoSelected,
    PhotoTaken,
    PhotoUploaded,
    PromptShown,
    RequestDenied,
    StoryEnded,
    StoryStarted,
    TermsChanged,
    WithdrawalReceived,
)
from simulator.domain.phone import Toggle, Trigger
from simulator.domain.photo import PhotoAccess
from simulator.journey.scenario import Scenario
from simulator.journey.wording import write_day, write_weekday
from simulator.report.words import FAULTS

WIDTH = 80
MANNERS = {
    Manner.INFORMED: "read and meant",
    Manner.RELUCTANT: "against a better judgement",
    Manner.MISTAKEN: "not read to its end, or misread",
    Manner.SLIP: "a slip of the thumb, while something else was wanted",
    Manner.UNREAD: "not read to its end, and reading that would not have changed it",
}
_ACCESS = {
    PhotoAccess.NONE: "The phone lets the app read no photos at all.",
    PhotoAccess.FULL: "The phone lets the app read every photo on it.",
}
_REACTIONS = {IdeaKept: "keeps", IdeaShared: "shares", IdeaEdited: "edits with AI", IdeaDismissed: "dismisses"}
_MOST_PEOPLE_TOLD = 2


def _list(parts: Sequence[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"


def _tally(names: Iterable[str], *, most: int = 6) -> str:
    counted = Counter(names).most_common()
    told = [f"{name} {number}" if number > 1 else name for name, number in counted[:most]]
    rest = len(counted) - most
    return _list([*told, f"{rest} more"] if rest > 0 else told)


def _say_denials(denied: Iterable[RequestDenied]) -> Iterator[str]:
    counted = Counter((event.category, event.purpose, event.clauses) for event in denied)
    for (category, purpose, clauses), number in counted.items():
        if category is DataCategory.ORIGINAL and purpose is Purpose.STORE:
            were = agree(number, "was", "were")
            yield f"{write_count(number, 'photo')} {were} not permitted to leave the phone, by {_list(clauses)}."
        else:
            times = "" if number == 1 else f", {number} times"
            yield f"Not permitted: {DATA_KINDS[category].name} ({purpose}){times}, by {_list(clauses)}."


def tell_older(older: int, of: int) -> str:
    """``, 3 of them older ones``, of so many photos; nothing if none is."""
    if not older:
        return ""
    if older == of == 1:
        return ", an older one"
    return f", {'all' if older == of else older} of them {agree(older, 'an older one', 'older ones')}"


class Speaker:
    """Puts the events of one story into words.

    Args:
        started: the first event, which knows the names.
        scenario: whose menus are walked, whose prompts and terms are read out.
    """

    def __init__(self, started: StoryStarted, scenario: Scenario) -> None:
        self._name = started.cast[0].name
        self._start = date.fromisoformat(started.starts)
        self._app = scenario.app
        self._scenario = scenario
        self._titles: dict[str, str] = {}
        self._categories: dict[str, DataCategory] = {}
        self._stayed = 0

    def day_name(self, day: int) -> str:
        """``Day 38, Monday 4 August 2025``."""
        on = self._start + timedelta(days=day)
        return f"Day {day}, {write_weekday(on)} {write_day(on)}"

    def say(self, events: Sequence[Event]) -> Iterator[str]:
        """The sentences for the events of one day; none for a day on which photos were taken and stayed."""
        taken = sum(isinstance(event, PhotoTaken) for event in events)
        ended = any(isinstance(event, StoryEnded) for event in events)
        if taken + ended == len(events):
            self._stayed += taken
            events = ()
            if not ended:
                return
        if self._stayed:
            yield f"Meanwhile {self._name} has taken {write_count(self._stayed, 'photo')}. None of them left the phone."
            self._stayed = 0
        yield from self._say_terms(events)
        yield from self._say_deeds(events)
        yield from self._say_uploads(events)
        yield from self._say_conclusions(events)
        self._categories.update((e.holding.id, e.holding.category) for e in events if isinstance(e, HoldingCreated))
        yield from self._say_faults(events)
        yield from self._say_fates(events)

    def _say_terms(self, events: Sequence[Event]) -> Iterator[str]:
        for event in events:
            if isinstance(event, TermsChanged):
                before, now = (self._scenario.terms_on(day).title for day in (event.day - 1, event.day))
                yield f"From today other terms hold: {now}, instead of {before}. Nobody is asked again."

    def _say_deeds(self, events: Sequence[Event]) -> Iterator[str]:
        for event in events:
            prompt = self._scenario.prompt_on(event.day)
            match event:
                case PhotoAccessSet(access=access, picks=picks):
                    limited = f"The phone lets the app read {write_count(len(picks), 'picked photo')} and no other."
                    yield _ACCESS.get(access, limited)
                case PromptShown(trigger=trigger):
                    doing = "opens" if trigger is Trigger.APP_LAUNCH else "starts a story in"
                    yield f'{self._name} {doing} {self._app.name}. It asks: "{prompt.heading}"'
                case ConsentGiven(manner=manner, taps=taps) | ConsentRefused(manner=manner, taps=taps):
                    choice = Choice.ALLOW if isinstance(event, ConsentGiven) else Choice.REFUSE
                    took = agree(taps, "one tap", f"{taps} taps")
                    yield f'{self._name} taps "{prompt.button(choice).text}": {took}, {MANNERS[manner]}.'
                case ConsentWithdrawn(taps=taps):
                    path = " > ".join(self._app.path(Toggle.CLOUD_PROCESSING))
                    yield f"{self._name} turns cloud processing off: {taps} taps, {path}."
                case WithdrawalReceived():
                    settled = any(isinstance(other, HoldingScheduled | HoldingKept) for other in events)
                    yield f"The company learns of it.{' Its clocks start today.' if settled else ''}"
                case PhoneWentOffline():
                    yield "The phone goes offline."
                case PhoneCameOnline():
                    yield "The phone is online again."
                case _:
                    pass

    def _say_uploads(self, events: Sequence[Event]) -> Iterator[str]:
        taken = [event.photo for event in events if isinstance(event, PhotoTaken)]
        if taken:
            what = _tally(photo.occasion for photo in taken)
            yield f"{self._name} takes {write_count(len(taken), 'photo')}: {what}."
        sent = {event.photo for event in events if isinstance(event, PhotoUploaded)}
        if sent:
            chosen = [event for event in events if isinstance(event, PhotoSelected) and event.photo in sent]
            older = [event.because.partition(":")[2].replace("_", " ") for event in chosen if event.older]
            reach = f"{tell_older(len(older), len(sent))} ({_tally(older)})" if older else ""
            yield f"{write_count(len(sent), 'photo leaves', 'photos leave')} the phone{reach}."
        seen = [event.analysis for event in events if isinstance(event, PhotoAnalysed)]
        if seen:
            names = (analysis.themes[0].name if analysis.themes else "unknown" for analysis in seen)
            themes = _tally(name.replace("_", " ") for name in names)
            faces = write_count(sum(len(analysis.faces) for analysis in seen), "face")
            yield f"The analyzer thinks it sees: {themes}; {faces}."

    def _say_conclusions(self, events: Sequence[Event]) -> Iterator[str]:
        drawn = [event.inference for event in events if isinstance(event, InferenceDrawn)]
        people = [inference for inference in drawn if inference.kind is InferenceKind.PERSON]
        people.sort(key=lambda inference: -len(inference.photos))
        told = people[:_MOST_PEOPLE_TOLD]
        for inference in drawn:
            if inference in told or inference.kind is not InferenceKind.PERSON:
                yield f"Concluded: {inference.claim}."
        if len(people) > len(told):
            others = len(people) - len(told)
            yield f"Concluded: {others} more {agree(others, 'person who keeps', 'people who keep')} appearing."
        yield from _say_denials(event for event in events if isinstance(event, RequestDenied))
        yield from self._say_ideas(events)

    def _say_ideas(self, events: Sequence[Event]) -> Iterator[str]:
        for event in events:
            match event:
                case IdeaOffered(idea=idea):
                    self._titles[idea.id] = idea.title
                    made = write_count(len(idea.photos), "photo")
                    yield f'An idea is offered: "{idea.title}", a {idea.kind.replace("_", " ")} of {made}.'
                case IdeaKept(idea=name) | IdeaShared(idea=name) | IdeaEdited(idea=name) | IdeaDismissed(idea=name):
                    yield f'{self._name} {_REACTIONS[type(event)]} "{self._titles[name]}".'
                case _:
                    pass

    def _say_faults(self, events: Sequence[Event]) -> Iterator[str]:
        for event in events:
            if isinstance(event, FaultOccurred):
                yield f"As the story declares, {FAULTS[event.what]}"
        returned = [event for event in events if isinstance(event, HoldingReturned)]
        for fault, back in groupby(returned, key=lambda event: event.fault):
            yield f"Held again because of {fault}: {_tally(DATA_KINDS[event.holding.category].name for event in back)}."
        missed = [event for event in events if isinstance(event, DeletionMissed)]
        for (fault, late), due in groupby(missed, key=lambda event: (event.fault, event.late)):
            when = "never happens" if late is None else f"comes {write_count(late, 'day')} late"
            names = _tally(DATA_KINDS[self._categories[event.item]].name for event in due)
            yield f"Due to be deleted today, which {when} because of {fault}: {names}."

    def _say_fates(self, events: Sequence[Event]) -> Iterator[str]:
        scheduled = [event for event in events if isinstance(event, HoldingScheduled)]
        for (begins, ends), due in groupby(scheduled, key=lambda event: (event.begins, event.ends)):
            number = write_count(len(list(due)), "thing")
            end = "; the terms do not say by when" if ends is None else f", by day {ends} at the latest"
            yield f"{number} will be deleted, from day {begins} on{end}."
        kept = [event for event in events if isinstance(event, HoldingKept)]
        silent = sum(event.clause is None for event in kept)
        if silent:
            yield f"Of {write_count(silent, 'thing')} the terms do not say what becomes of them."
        if len(kept) > silent:
            yield f"{write_count(len(kept) - silent, 'thing')} may be kept, and a clause says so."
        gone = [DATA_KINDS[self._categories[event.item]].name for event in events if isinstance(event, HoldingDeleted)]
        if gone:
            yield f"Deleted: {_tally(gone)}."


def tell_story(events: Iterable[Event], scenario: Scenario) -> Iterator[str]:
    """The lines of a story, each as soon as its day is over; quiet days are passed over.

    Args:
        events: all of them, from `StoryStarted` on.
        scenario: what it is played with.
    """
    stream = iter(events)
    started = next(stream)
    assert isinstance(started, StoryStarted)
    speaker = Speaker(started, scenario)
    earlier = 0
    for day, of_day in groupby(stream, key=lambda event: event.day):
        happened = list(of_day)
        if day < 0:
            earlier += sum(isinstance(event, PhotoTaken) for event in happened)
            continue
        sentences = list(speaker.say(happened))
        if day == 0:
            roll = f"{started.cast[0].name}'s phone holds {write_count(earlier, 'photo')} of the last"
            sentences.insert(0, f"{roll} {write_count(-started.day, 'day')}.")
        if sentences:
            yield ""
            yield f"{speaker.day_name(day)}."
            for sentence in sentences:
                yield fill(sentence, WIDTH, initial_indent="  ", subsequent_indent="    ")
