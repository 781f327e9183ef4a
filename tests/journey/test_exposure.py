"""The exposure clock: what is done before a thumb can be back."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from told_stories import tell

from simulator.domain.events import Event, Manner
from simulator.journey.exposure import Exposure, Slip, find_slip, run_clock
from simulator.journey.scenario import Scenario


def of_default_story() -> tuple[Scenario, Slip]:
    scenario, events = tell("accidental-allow")
    slip = find_slip(events, None)
    assert slip is not None
    return scenario, slip


def clock(megabits: float, milliseconds: float) -> Exposure:
    scenario, slip = of_default_story()
    upload = replace(scenario.app.upload, megabits=megabits, megabytes=2.0, seconds_per_tap=2.0)
    return run_clock(slip, replace(scenario, app=replace(scenario.app, upload=upload)), milliseconds)


def test_the_slip_is_found_with_what_was_sent_on_its_day() -> None:
    scenario, slip = of_default_story()
    assert (slip.day, slip.manner, slip.undone) == (0, Manner.SLIP, 38)
    assert slip.sent == len(slip.seen) == scenario.app.selection.per_day


def test_where_nobody_allows_anything_there_is_no_clock() -> None:
    _, events = tell("pop-up-declined")
    assert find_slip(events, None) is None


def test_a_story_that_was_played_to_the_slip_only_is_told_when_it_was_undone() -> None:
    _, events = tell("accidental-allow")
    until: list[Event] = [event for event in events if event.day <= 0]
    slip = find_slip(until, 38)
    assert slip is not None
    assert slip.undone == 38


@pytest.mark.parametrize(
    ("megabits", "milliseconds", "uploaded", "analysed"),
    [
        (16.0, 20.0, 10, 9),  # a photo a second, and the last one is still looked at when the ten seconds are over
        (16.0, 2_000.0, 10, 4),
        (160.0, 20.0, 12, 12),  # the day's choice is sent long before
        (1.0, 20.0, 0, 0),
    ],
)
def test_ten_seconds_are_enough_for_so_many_photos(
    megabits: float, milliseconds: float, uploaded: int, analysed: int
) -> None:
    told = clock(megabits, milliseconds)
    assert (told.taps, told.seconds, told.of) == (5, 10.0, 12)
    assert (told.uploaded, told.analysed) == (uploaded, analysed)


def test_faces_and_places_are_those_of_the_analysed_photos() -> None:
    _, slip = of_default_story()
    told = clock(160.0, 20.0)
    assert told.faces == sum(len(analysis.faces) for analysis in slip.seen)
    assert told.located == sum(analysis.place is not None for analysis in slip.seen)
    assert 0 < told.places <= told.located
    assert (clock(1.0, 20.0).faces, clock(1.0, 20.0).places) == (0, 0)


SPEEDS = st.floats(0.5, 1e4)


@given(SPEEDS, SPEEDS)
def test_nothing_is_looked_at_before_it_has_arrived_and_a_slower_analyzer_never_sees_more(
    megabits: float, milliseconds: float
) -> None:
    told = clock(megabits, milliseconds)
    assert told.analysed <= told.uploaded <= told.of
    assert told.analysed <= told.alone
    assert 0 <= told.busy <= 1
    assert clock(megabits, 2 * milliseconds).analysed <= told.analysed
    assert clock(2 * megabits, milliseconds).uploaded >= told.uploaded
