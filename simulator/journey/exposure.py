"""The exposure clock: what is done with photos while a thumb is on its way from Allow to undo."""

from collections.abc import Sequence
from dataclasses import dataclass

from simulator.domain.analysis import Analysis
from simulator.domain.events import ConsentGiven, ConsentWithdrawn, Event, Manner, PhotoAnalysed, PhotoUploaded
from simulator.domain.phone import Toggle
from simulator.journey.scenario import Scenario

# Places nearer than this many decimals of a degree (about 110 m) are one place.
_PLACE_DECIMALS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Slip:
    """The day on which Allow was tapped.

    Attributes:
        manner: how that came about.
        undone: the day on which the switch was turned off in the story, None if it never was.
        sent: how many photos left the phone that day.
        seen: what the analyzer believed of each, in the order of sending.
    """

    day: int
    manner: Manner
    undone: int | None
    sent: int
    seen: tuple[Analysis, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Exposure:
    """What has been done when the thumb reaches the switch.

    Attributes:
        taps: from opening the app to the switch.
        seconds: what the taps take.
        uploaded, analysed: photos; ``faces``, ``located`` (with a place in them) and ``places`` (different ones) are of
            the analysed ones.
        of: how many photos would be sent that day at all.
        alone: how many photos the analyzer could look at in that time if the phone kept it busy.
        busy: the share of that time in which the analyzer works.
    """

    taps: int
    seconds: float
    uploaded: int
    analysed: int
    faces: int
    located: int
    places: int
    of: int
    alone: int
    busy: float


def find_slip(events: Sequence[Event], undone: int | None) -> Slip | None:
    """The first Allow of a story and what was sent on its day, or None if nobody allowed anything.

    Args:
        events: of the story, at least to the end of that day.
        undone: the day of the withdrawal if it is known already; else it is looked for in the events.
    """
    given = next((event for event in events if isinstance(event, ConsentGiven)), None)
    if given is None:
        return None
    later = (event.day for event in events if isinstance(event, ConsentWithdrawn))
    of_day = [event for event in events if event.day == given.day]
    return Slip(
        day=given.day,
        manner=given.manner,
        undone=next(later, undone),
        sent=sum(isinstance(event, PhotoUploaded) for event in of_day),
        seen=tuple(event.analysis for event in of_day if isinstance(event, PhotoAnalysed)),
    )


def run_clock(
    slip: Slip, scenario: Scenario, milliseconds: float, *, taps: int | None = None, seconds: float | None = None
) -> Exposure:
    """Photos go up one after another, and each is looked at when it has arrived and the one before is done.

    Args:
        slip: what would be sent that day.
        scenario: whose app says how fast the phone sends and the thumb taps.
        milliseconds: what the analyzer takes for a photo.
        taps: of a thumb that was watched; else of one that knows the way.
        seconds: that it took; else what as many taps take.
    """
    speed = scenario.app.upload
    taps = scenario.app.taps(Toggle.CLOUD_PROCESSING) if taps is None else taps
    window = taps * speed.seconds_per_tap if seconds is None else seconds
    each, look = speed.megabytes * 8 / speed.megabits, milliseconds / 1000
    uploaded = min(slip.sent, int(window / each))
    done, arrived, analysed = 0.0, 0.0, 0
    while analysed < min(uploaded, len(slip.seen)):
        arrived += each
        done = max(done, arrived) + look
        if done > window:
            break
        analysed += 1
    seen = slip.seen[:analysed]
    places = [analysis.place for analysis in seen if analysis.place is not None]
    return Exposure(
        taps=taps,
        seconds=window,
        uploaded=uploaded,
        analysed=analysed,
        faces=sum(len(analysis.faces) for analysis in seen),
        located=len(places),
        places=len(
            {(round(place.latitude, _PLACE_DECIMALS), round(place.longitude, _PLACE_DECIMALS)) for place in places}
        ),
        of=slip.sent,
        alone=int(window / look),
        busy=analysed * look / window if window else 0.0,
    )
