"""Where the playhead stands, in words."""

from datetime import timedelta
from typing import TYPE_CHECKING

from simulator.consent.record import ConsentState
from simulator.journey.wording import write_day

if TYPE_CHECKING:
    from simulator.journey.world import World
    from simulator.tui.playing.show import Show


def tell_where(show: "Show") -> str:
    """``Day 38 of 75, 4 August 2025: withdrawn, and the company knows``."""
    day = show.day
    date = write_day(show.scenario.starts + timedelta(days=day))
    return f"Day {day} of {show.last_day}, {date}: {_consent(show.world)}"


def _consent(world: "World") -> str:
    if world.account_deleted:
        return "the account is deleted"
    match world.record.state:
        case ConsentState.GIVEN:
            return "the yes stands"
        case ConsentState.WITHDRAWN:
            return "withdrawn, the company does not know" if world.is_withdrawal_pending else "withdrawn"
        case ConsentState.REFUSED:
            return "refused"
        case _:
            return "no answer yet"


def tell_whose(show: "Show") -> str:
    """``One tap in passing · Candace · meta-2025-06-test``."""
    started = show.playback.started
    name = started.cast[0].name if started is not None and started.cast else ""
    return " · ".join(filter(None, (show.scenario.story.title, name, show.scenario.terms_on(show.day).id)))
