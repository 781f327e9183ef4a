"""Shows that go otherwise than the script, or than another show that is left as it was."""

from itertools import takewhile
from typing import TYPE_CHECKING

from simulator.api.ports import Thumb
from simulator.journey.fork import Change, fork, hand_over, mark, parting_day, script
from simulator.report.apart import say_change
from simulator.tui.playing.show import Show

if TYPE_CHECKING:
    from simulator.journey.scenario import Scenario


def take_over(scenario: "Scenario", thumb: Thumb) -> "Scenario":
    """The scenario for whoever answers: for anybody but its script without that script's answers and withdrawals."""
    if thumb is Thumb.SCRIPT:
        return scenario
    return hand_over(scenario) if thumb is Thumb.KEYBOARD else _fill_in(hand_over(scenario))


def _fill_in(scenario: "Scenario") -> "Scenario":
    from simulator.catalog.load import load_behaviour
    from simulator.journey.respond import write_script

    return write_script(scenario, load_behaviour())


def branch(show: Show, *changes: Change) -> Show:
    """A show with something changed, which has happened already as far as both are the same.

    Args:
        show: the parent, which is not touched.
        changes: what is changed.

    Raises:
        ConsentError: the change makes no sense in this story.
    """
    events = show.playback.events
    before, after = script(show.scenario, events), fork(show.scenario, events, *changes)
    if show.thumb is Thumb.MODEL:
        after = _fill_in(after)
    after = mark(before, after, show.run, ", ".join(say_change(change, after) for change in changes))
    child = Show(scenario=after, thumb=show.thumb, parent=show)
    parting = parting_day(before, after)
    child.playback.extend(takewhile(lambda event: event.day < parting, events))
    return child
