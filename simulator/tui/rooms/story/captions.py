"""What happens where the playhead stands, in a sentence that can be read from the back of a room."""

from copy import copy
from dataclasses import dataclass
from typing import TYPE_CHECKING

from simulator.api.ports import Thumb
from simulator.domain.agree import agree, write_count
from simulator.domain.events import Event, PhotoSelected, PhotoTaken, PhotoUploaded, RequestDenied, StoryStarted
from simulator.report.apart import say_forked
from simulator.report.spoken import Speaker, tell_older

if TYPE_CHECKING:
    from collections.abc import Sequence

    from simulator.tui.playing.show import Show

# Silent reading of English prose: 238 words a minute (Brysbaert 2019, doi:10.1016/j.jml.2019.104047).
_WORDS_A_SECOND = 238 / 60
_QUIET = 0.25  # seconds on a day on which nothing is said
_SENT = 0.6  # one photo of many
_LEAST = 0.4
_MOST = 4.0


@dataclass(frozen=True, slots=True, kw_only=True)
class CaptionView:
    """What is said at one moment.

    Attributes:
        day: the number of the day.
        date: ``Monday 4 August 2025``.
        sentences: what is new at this moment; on a quiet one, what there is to say of it.
        seconds: how long it takes to read, for whoever plays the story at its own pace.
    """

    day: int
    date: str
    sentences: tuple[str, ...]
    seconds: float


class Captions:
    """What there is to say at any moment of one story.

    It remembers how far its speaker had got when each day began, so that going back says the same as coming from
    before; what a speaker knows of days to come is asked for by nothing that was said earlier.
    """

    def __init__(self, show: "Show") -> None:
        self._show = show
        self._told = 0
        self._mornings: list[Speaker] = []

    def view(self) -> CaptionView:
        """The sentences that the playhead's moment adds to its day."""
        show = self._show
        speaker = self._speaker_on(show.day)
        if speaker is None:
            return CaptionView(day=0, date="", sentences=_about(show)[-1:], seconds=_LEAST)
        date = speaker.day_name(show.day).partition(", ")[2]
        if not show.at:
            about = _about(show)
            return CaptionView(day=0, date=date, sentences=about, seconds=_reading_time(about))
        said = _new_sentences(show, speaker)
        return CaptionView(
            day=show.day,
            date=date,
            sentences=said or (_quiet(show),),
            seconds=_pace(show.happened(), said),
        )

    def _speaker_on(self, day: int) -> Speaker | None:
        """A speaker that has told everything before that day; None while there is nobody to speak of."""
        started = self._show.playback.started
        if started is None:
            return None
        scenario, events = self._show.scenario, self._show.playback.events
        if not self._mornings:
            self._mornings.append(Speaker(started, scenario))
        while len(self._mornings) <= day:
            speaker = copy(self._mornings[-1])
            yesterday, end = len(self._mornings) - 1, self._told
            while end < len(events) and events[end].day <= yesterday:
                end += 1
            # Of the days before the first a speaker says nothing.
            _say(speaker, [event for event in events[self._told : end] if event.day >= 0])
            self._told = end
            self._mornings.append(speaker)
        return copy(self._mornings[day])


def _about(show: "Show") -> tuple[str, ...]:
    """What the story is; its own words tell what its script does, so they are kept for who follows that."""
    scenario = show.scenario
    title = f"{scenario.story.title}."
    if scenario.forked is not None:
        said = say_forked(scenario.forked)
        return (title, f"{said[:1].upper()}{said[1:]}.")
    match show.thumb:
        case Thumb.SCRIPT:
            return (title, scenario.story.about)
        case Thumb.KEYBOARD:
            return (f"The thumb is yours: what {scenario.app.name} asks, you answer.",)
        case Thumb.MODEL:
            return (f"A model of how people decide answers what {scenario.app.name} asks.",)


def _new_sentences(show: "Show", speaker: Speaker) -> tuple[str, ...]:
    """What the speaker says of this moment, having said everything of the days before."""
    events = show.playback.events[: show.at]
    fresh = show.happened()
    today = [event for event in events if event.day == show.day]
    before = today[: max(0, len(today) - len(fresh))]
    if all(isinstance(event, PhotoTaken) for event in before):
        # Whether photos stay is known only once something follows them.
        fresh = [*before, *(event for event in fresh if event.day == show.day or isinstance(event, StoryStarted))]
    else:
        _say(speaker, before)
    sending = _sending(today) if any(isinstance(event, PhotoUploaded) for event in fresh) else ()
    return (*_opening(events, fresh), *sending, *_say(speaker, fresh), *_picking(fresh))


def _say(speaker: Speaker, events: "Sequence[Event]") -> tuple[str, ...]:
    # Photos that leave are told one by one here, where the speaker counts those of a whole day.
    return tuple(speaker.say([event for event in events if not isinstance(event, PhotoUploaded)]))


def _opening(events: "Sequence[Event]", fresh: "Sequence[Event]") -> tuple[str, ...]:
    started = fresh[0] if fresh else None
    if not isinstance(started, StoryStarted):
        return ()
    earlier = sum(isinstance(event, PhotoTaken) and event.day < 0 for event in events)
    roll = f"{started.cast[0].name}'s phone holds {write_count(earlier, 'photo')}"
    return (f"{roll} of the last {write_count(-started.day, 'day')}.",)


def _picking(fresh: "Sequence[Event]") -> tuple[str, ...]:
    # Those that the terms keep on the phone are told as that already.
    kept = {event.item.partition("/")[0] for event in fresh if isinstance(event, RequestDenied)}
    picked = [event for event in fresh if isinstance(event, PhotoSelected) and event.photo not in kept]
    if not picked:
        return ()
    older = sum(event.older for event in picked)
    return (f"The phone picks {write_count(len(picked), 'photo')} to send{tell_older(older, len(picked))}.",)


def _sending(today: "Sequence[Event]") -> tuple[str, ...]:
    sent = sum(isinstance(event, PhotoUploaded) for event in today)
    picked = sum(isinstance(event, PhotoSelected) for event in today)
    return (f"Photo {sent} of {picked} leaves the phone." if picked > 1 else "1 photo leaves the phone.",)


def _quiet(show: "Show") -> str:
    events = show.playback.events
    today = [event for event in events[: show.at] if event.day == show.day]
    taken = sum(isinstance(event, PhotoTaken) for event in today)
    if taken == len(today) > 0:
        started = show.playback.started
        assert started is not None
        stays = agree(taken, "It has", "They have")
        return f"{started.cast[0].name} takes {write_count(taken, 'photo')}. {stays} not left the phone."
    return "The day ends." if today else "A day without a photo."


def _pace(fresh: "Sequence[Event]", said: "Sequence[str]") -> float:
    if not said:
        return _QUIET
    return _SENT if any(isinstance(event, PhotoUploaded) for event in fresh) else _reading_time(said)


def _reading_time(sentences: "Sequence[str]") -> float:
    words = sum(len(sentence.split()) for sentence in sentences)
    return min(max(words / _WORDS_A_SECOND, _LEAST), _MOST)
