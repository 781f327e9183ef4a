from hypothesis import given, settings
from hypothesis import strategies as st
from told_stories import tell

from simulator.domain.events import ConsentGiven
from simulator.journey.world import fold
from simulator.tui.playing.playback import Playback


def played(story: str = "accidental-allow", pieces: int = 1) -> Playback:
    events = list(tell(story)[1])
    playback = Playback()
    size = -(-len(events) // pieces)
    for start in range(0, len(events), size):
        playback.extend(events[start : start + size])
    return playback


@settings(max_examples=10, deadline=None)
@given(st.lists(st.integers(0, 10_000), min_size=1, max_size=8))
def test_the_world_anywhere_is_the_fold_up_to_there_in_whatever_order_one_looks(places: list[int]) -> None:
    playback = played()
    for place in places:
        at = place % (len(playback.events) + 1)
        assert playback.world(at) == fold(playback.events[:at])


@settings(max_examples=10, deadline=None)
@given(st.integers(1, 40))
def test_where_one_can_stand_still_does_not_depend_on_how_the_news_came(pieces: int) -> None:
    at_once, in_pieces = played(), played(pieces=pieces)
    assert at_once.moments == in_pieces.moments
    assert at_once.landmarks == in_pieces.landmarks


def test_every_day_has_a_moment_at_its_end_also_one_on_which_nothing_happened() -> None:
    playback = played()
    last = playback.events[-1].day
    assert {moment.day for moment in playback.moments} == set(range(last + 1))
    for day in range(last + 1):
        end = playback.moments[playback.moment_on(day)]
        assert end.day == day
        assert end.at == sum(event.day <= day for event in playback.events)


def test_a_landmark_is_just_after_its_event() -> None:
    playback = played()
    (allowed,) = (mark for mark in playback.landmarks if mark.label == "Allow")
    assert isinstance(playback.events[allowed.at - 1], ConsentGiven)
    assert playback.moments[playback.moment_at(allowed.at)].at >= allowed.at
