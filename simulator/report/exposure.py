"""The exposure clock in sentences."""

from collections.abc import Iterator

from simulator.domain.agree import write_count
from simulator.domain.phone import Toggle
from simulator.journey.exposure import Exposure, Slip
from simulator.journey.scenario import Scenario
from simulator.report.lines import paragraph


def tell_exposure(
    slip: Slip, exposure: Exposure, scenario: Scenario, milliseconds: float, measured_on: int | None
) -> Iterator[str]:
    """What was done, by what speed, and what else the story says.

    Args:
        slip: the day on which Allow was tapped.
        exposure: what was done before the switch was reached.
        scenario: the story.
        milliseconds: what the analyzer takes for a photo.
        measured_on: on how many photos that was measured just now; None: it was given.
    """
    app = scenario.app
    yield paragraph(f'"{scenario.story.title}": Allow is tapped on day {slip.day}, {_how(slip)}.')
    path = " > ".join(app.path(Toggle.CLOUD_PROCESSING))
    yield paragraph(
        f"The switch lies {write_count(exposure.taps, 'tap')} away: {path}. A thumb that knows the way and goes at "
        f"once needs {exposure.seconds:.1f} seconds."
    )
    yield paragraph(
        f"By then {exposure.uploaded} of the day's {write_count(exposure.of, 'photo')} have left the phone and "
        f"{exposure.analysed} have been looked at: {write_count(exposure.faces, 'face')} found, "
        f"{write_count(exposure.located, 'photo')} with a place, {exposure.places} of them different."
    )
    source = "as given" if measured_on is None else f"measured here, the median of {write_count(measured_on, 'photo')}"
    yield paragraph(
        f"The phone sends {app.upload.megabits:g} megabits a second, {app.upload.megabytes:g} megabytes a photo; the "
        f"analyzer takes {milliseconds:.1f} ms a photo ({source}) and works {exposure.busy:.0%} of that time. It waits "
        f"for the phone: one core could look at {exposure.alone} photos meanwhile."
    )
    if slip.undone is not None:
        yield paragraph(f"In the story nobody turns the switch off before day {slip.undone}.")
    else:
        yield paragraph("In the story nobody ever turns the switch off.")
    yield paragraph(f"Source of the speeds of phone and thumb: {app.upload.source}.")


def _how(slip: Slip) -> str:
    return {
        "slip": "by a slip",
        "mistaken": "by mistake",
        "reluctant": "reluctantly",
        "informed": "knowing what it means",
    }[slip.manner]
