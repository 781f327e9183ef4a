"""What is said of the thumb's deeds: how an answer is counted, and what the way to the switch took."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from simulator.consent.app import App
from simulator.consent.prompt import Button, Choice, Prompt
from simulator.consent.record import ConsentState
from simulator.consent.thumb import READING_SOURCE, TAP_SOURCE, reading_seconds, word_count
from simulator.consent.walk import Walk
from simulator.domain.agree import write_count
from simulator.domain.events import Manner, PhotoAnalysed, PhotoUploaded
from simulator.domain.phone import Toggle
from simulator.journey.exposure import Exposure, Slip, run_clock
from simulator.report.spoken import MANNERS

if TYPE_CHECKING:
    from simulator.tui.playing.show import Show


def tell_answer(
    prompt: Prompt, button: Button, seconds: float, app: App, *, judged: Manner, counted: Manner
) -> Iterator[str]:
    """By which rule an answer at the keyboard is judged, and as what the story counts it if it was told before."""
    yield f'"{button.text}" after {seconds:.1f} s: {_judge(prompt, seconds, app, judged)}'
    if counted is not judged:
        yield f"The story goes on as it was told: {MANNERS[counted]}."


def tell_boxes(prompt: Prompt, ticked: int, meant: Choice) -> str:
    """What the boxes that were sent off come to; the story tells of any yes by the button of that name."""
    counted = f'as "{prompt.button(meant).text}"' if meant is Choice.ALLOW else "as a no"
    return f"{ticked or 'None'} of {prompt.design.boxes} boxes ticked: counted {counted}."


def _judge(prompt: Prompt, seconds: float, app: App, judged: Manner) -> str:
    least = reading_seconds(prompt)
    match judged:
        case Manner.SLIP:
            return f"a slip. A tap that is meant takes {app.upload.seconds_per_tap:.2f} s ({TAP_SOURCE})."
        case Manner.INFORMED:
            return f"time enough to read it ({READING_SOURCE}). Whether it is wanted no clock can tell."
        case _ if seconds >= least:
            return "not read to the end. Some of its words were never on the screen."
        case _:
            return f"not read. Reading its {word_count(prompt)} words takes {least:.0f} s or more ({READING_SOURCE})."


def expose(show: "Show", walk: Walk, seconds: float, milliseconds: float) -> Exposure | None:
    """What is done with the day's photos while the thumb walks, or None if nothing may be sent.

    Args:
        show: stands on the day.
        walk: through the settings.
        seconds: since it began.
        milliseconds: that the analyzer looks at one photo.
    """
    world = show.world
    if world.record.state is not ConsentState.GIVEN or world.record.manner is None:
        return None
    of_day = [event for event in show.playback.events if event.day == show.day]
    slip = Slip(
        day=show.day,
        manner=world.record.manner,
        undone=None,
        sent=sum(isinstance(event, PhotoUploaded) for event in of_day),
        seen=tuple(event.analysis for event in of_day if isinstance(event, PhotoAnalysed)),
    )
    return run_clock(slip, show.scenario, milliseconds, taps=walk.taps, seconds=seconds)


def tell_walk(show: "Show", walk: Walk, seconds: float, milliseconds: float) -> Iterator[str]:
    """The thumb's clock, and the clock of exposure beside it; the arguments are those of `expose`."""
    yield f"{_tell_taps(walk)}, {seconds:.0f} s"
    exposure = expose(show, walk, seconds, milliseconds)
    if exposure is None:
        return
    # Of a day that is still being played not everything is known.
    so_far = "" if show.playback.ended or show.playback.last_day > show.day else " so far"
    if not exposure.of:
        sent = write_count(len(show.world.uploads), "photo")
        yield f"Nothing new is sent today{so_far}. Sent before: {sent}."
        return
    yield (
        f"Meanwhile sent: {exposure.uploaded} of today's {exposure.of}{so_far}; looked at: {exposure.analysed}, "
        f"{write_count(exposure.faces, 'face')}, {write_count(exposure.places, 'place')}."
    )


def tell_turned(show: "Show", walk: Walk, seconds: float, day: int) -> str:
    """What it took to turn the switch off, beside what it takes somebody who knows the way; it counts for ``day``."""
    app = show.scenario.app
    taps = app.taps(Toggle.CLOUD_PROCESSING)
    return (
        f"Off, after {_tell_taps(walk)} and {seconds:.1f} s. Who knows the way needs {taps} and "
        f"{taps * app.upload.seconds_per_tap:.1f} s."
        + (f" Today's photos had left: it counts from day {day} on." if day > show.day else "")
    )


def _tell_taps(walk: Walk) -> str:
    wrong = f", {write_count(walk.wrong, 'wrong turn')}" if walk.wrong else ""
    return f"{write_count(walk.taps, 'tap')}{wrong}"
