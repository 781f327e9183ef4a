from dataclasses import replace
from functools import cache
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from told_stories import tell

from simulator.api.ports import Thumb
from simulator.domain.analysis import Analysis, Label
from simulator.domain.categories import DataCategory
from simulator.domain.events import (
    HoldingDeleted,
    HoldingReturned,
    InferenceKind,
    PhotoAnalysed,
    PhotoSelected,
    PhotoUploaded,
)
from simulator.domain.holding import HoldingState
from simulator.journey.scenario import Forked
from simulator.retention.totals import totals
from simulator.tui.parts.charts.eighths import draw_bar, draw_column
from simulator.tui.playing.show import Show
from simulator.tui.playing.timeline import view_timeline
from simulator.tui.rooms.story.captions import Captions
from simulator.tui.rooms.story.cloud import tell_seen
from simulator.tui.rooms.story.course import StateCourse
from simulator.tui.rooms.story.day import STACKED, view_day_ledger
from simulator.tui.rooms.story.day_ledger import tell_kinds
from simulator.tui.rooms.story.seen import Sight, view_cloud
from simulator.tui.rooms.story.tiles import view_roll
from simulator.tui.rooms.story.truth import view_truth
from simulator.tui.rooms.terms.outcome import HeldBand


def on(story: str = "accidental-allow", day: int | None = None, *, known: int | None = None) -> Show:
    """A story at the end of a day; ``known`` events of it have been heard."""
    scenario, events = tell(story)
    show = Show(scenario=scenario)
    show.playback.extend(events[:known])
    show.seek_day(scenario.story.last_day if day is None else day)
    return show


@cache
def captions_on_the_way() -> tuple[tuple[str, ...], ...]:
    show = on(day=0)
    show.step(-show.position)
    captions = Captions(show)
    said = [captions.view().sentences]
    while show.step(1):
        said.append(captions.view().sentences)
    return tuple(said)


@settings(max_examples=15, deadline=None)
@given(st.lists(st.integers(0, 10_000), min_size=1, max_size=6))
def test_a_caption_is_the_same_from_whichever_side_one_comes(places: list[int]) -> None:
    show = on()
    captions = Captions(show)
    along = captions_on_the_way()
    for place in places:
        show.step(place % len(along) - show.position)
        assert captions.view().sentences == along[show.position]


@settings(max_examples=15, deadline=None)
@given(st.sets(st.integers(1, 1808), max_size=4), st.sampled_from([1, 50]))
def test_captions_that_were_looked_at_while_the_story_came_in_pieces_say_the_same_afterwards(
    cuts: set[int], first: int
) -> None:
    events = tell("accidental-allow")[1]
    show = on(day=0, known=0)
    captions = Captions(show)
    places = [0, *sorted({first, *cuts}), len(events)]
    for known, so_far in pairwise(places):
        show.extend(events[known:so_far])
        show.step(len(events))
        captions.view()
    for day in (0, 38, 68):
        show.seek_day(day)
        assert captions.view().sentences == captions_on_the_way()[show.position]


@pytest.mark.parametrize(
    ("older", "of", "words"),
    [
        (1, 1, "1 photo to send, an older one."),
        (5, 5, "5 photos to send, all of them older ones."),
        (1, 5, "5 photos to send, 1 of them an older one."),
        (0, 5, "5 photos to send."),
    ],
)
def test_a_caption_counts_the_older_ones_of_what_the_phone_picks(older: int, of: int, words: str) -> None:
    show = Show(scenario=tell("accidental-allow")[0])
    show.extend(tell("accidental-allow")[1][:1])
    reasons = ["theme:pet"] * older + ["recent"] * (of - older)
    show.extend([PhotoSelected(day=0, photo=f"p{number}", because=because) for number, because in enumerate(reasons)])
    show.step(1)
    assert f"The phone picks {words}" in Captions(show).view().sentences


def test_a_caption_counts_what_may_not_leave_and_does_not_say_that_it_is_sent() -> None:
    scenario, events = tell("accidental-allow", "on-device-only")
    show = Show(scenario=scenario)
    show.playback.extend(events)
    show.seek_day(1)
    said = Captions(show).view().sentences
    assert said[-1] == "12 photos were not permitted to leave the phone, by phone.only."
    assert not any("to send" in sentence for sentence in said)


@pytest.mark.parametrize(
    ("thumb", "words"),
    [
        (Thumb.SCRIPT, "The thumb hits Allow."),
        (Thumb.KEYBOARD, "The thumb is yours: what Plaza asks, you answer."),
        (Thumb.MODEL, "A model of how people decide answers what Plaza asks."),
    ],
)
def test_what_the_script_does_is_told_beforehand_only_where_it_is_played(thumb: Thumb, words: str) -> None:
    scenario, events = tell("accidental-allow")
    show = Show(scenario=scenario, thumb=thumb)
    for known in ((), events):
        show.extend(known)
        said = " ".join(Captions(show).view().sentences)
        assert words in said
        assert ("hits Allow" in said) is (thumb is Thumb.SCRIPT)


def test_a_fork_begins_with_what_was_changed_and_not_with_the_plot_of_its_parent() -> None:
    scenario, events = tell("accidental-allow")
    show = Show(scenario=replace(scenario, forked=Forked(run="one.7", day=0, change="never switched off")))
    show.extend(events)
    assert Captions(show).view().sentences == ("One tap in passing.", "Forked from one.7 on day 0: never switched off.")


def test_every_moment_has_something_to_say_and_nothing_twice_on_one_day() -> None:
    assert all(sentences and all(sentences) for sentences in captions_on_the_way())
    sent = [sentences[0] for sentences in captions_on_the_way() if sentences[0].startswith("Photo ")]
    uploads = sum(isinstance(event, PhotoUploaded) for event in tell("accidental-allow")[1])
    ones = sum("1 photo leaves" in sentence for sentences in captions_on_the_way() for sentence in sentences)
    assert len(sent) + ones == uploads


def test_a_caption_is_on_the_screen_as_long_as_it_takes_to_read() -> None:
    show = on(day=38)
    busy = Captions(show).view()
    show.seek_day(41)
    quiet = Captions(show).view()
    assert "A day without a photo." in quiet.sentences
    assert busy.seconds > quiet.seconds


def test_the_course_of_a_story_is_the_ledger_at_the_end_of_each_day() -> None:
    show = on()
    days = StateCourse().over(show.playback.events, show.last_day)
    assert len(days) == show.last_day + 1
    for day in range(0, show.last_day + 1, 7):
        world = show.playback.world(show.playback.moments[show.playback.moment_on(day)].at)
        held = totals(world.ledger)
        assert {state: days[day][state] for state in HoldingState} == {
            state: sum(getattr(count, state.value) for count in held.values()) for state in HoldingState
        }


@settings(max_examples=10, deadline=None)
@given(st.lists(st.integers(1, 1808), min_size=1, max_size=4))
def test_the_course_does_not_depend_on_how_the_news_came(cuts: list[int]) -> None:
    events = tell("accidental-allow")[1]
    course = StateCourse()
    for cut in sorted(cuts):
        course.over(events[:cut], 75)
    assert course.over(events, 75) == StateCourse().over(events, 75)


def test_the_ledger_of_a_day_tells_what_that_day_changed() -> None:
    show = on(day=68)
    view = view_day_ledger(show, StateCourse())
    gone = sum(isinstance(event, HoldingDeleted) and event.day == 68 for event in show.playback.events)
    assert view.news[HoldingState.DELETED] == gone > 0
    assert view.news[HoldingState.SCHEDULED] == -gone
    assert sum(view.stack[-1]) == view.created
    assert view.stack[-1] == tuple(view.counts[state] for state in STACKED)


def test_a_day_ledger_knows_nothing_of_the_days_to_come() -> None:
    whole, half = on(day=30), on(day=30, known=1000)
    assert view_day_ledger(whole, StateCourse()) == view_day_ledger(half, StateCourse())
    assert len(view_day_ledger(whole, StateCourse()).stack) == 31


def test_the_roll_marks_what_was_sent_and_what_became_of_it() -> None:
    before, after = view_roll(on(day=37).world), view_roll(on(day=75).world)
    assert {tile.sign for tile in before.tiles} == {"", "↑■"}
    assert {tile.sign for tile in after.tiles} == {"", "↑✕"}
    assert before.sent == after.sent == len(on().world.uploads)
    assert after.tiles[0].photo.day >= after.tiles[-1].photo.day


def test_the_cloud_shows_the_photo_seen_last_unless_another_is_picked() -> None:
    show = on(day=3)
    last = [event.photo for event in show.playback.events[: show.at] if isinstance(event, PhotoAnalysed)][-1]
    assert view_cloud(show.world, None).photo == last
    other = next(iter(show.world.analyses))
    assert view_cloud(show.world, other).photo == other


def test_a_photo_that_is_not_taken_yet_is_not_looked_at() -> None:
    newest = [*on(day=75).world.roll][-1]
    early = on(day=3).world
    assert newest not in early.roll
    assert view_cloud(early, newest) == view_cloud(early, None)


@pytest.mark.parametrize(
    ("day", "sight"), [(0, Sight.HELD), (67, Sight.HELD), (68, Sight.ORIGINAL_GONE)]
)  # the promise of the terms: deletion begins thirty days after the switch
def test_the_cloud_has_a_picture_as_long_as_it_has_the_original(day: int, sight: Sight) -> None:
    assert view_cloud(on(day=day).world, "p0066").sight is sight


def test_what_the_analyzer_said_outlives_the_picture() -> None:
    view = view_cloud(on(day=75).world, "p0066")
    assert view.sight is Sight.ORIGINAL_GONE
    assert view.themes
    assert view.fates[DataCategory.ORIGINAL] is HoldingState.DELETED
    assert view.fates[DataCategory.LABELS] is HoldingState.SILENT


def test_what_is_told_of_a_photo_that_came_back_is_of_what_is_held_now() -> None:
    show = on("backup-restored")
    restored = {event.holding.id for event in show.playback.events if isinstance(event, HoldingReturned)}
    again = next(item for item in restored if item.partition("#")[0].endswith("/photo.original"))
    view = view_cloud(show.world, again.partition("/")[0])
    assert view.fates[DataCategory.ORIGINAL] is show.world.ledger.entries[again].state


def test_nothing_is_known_of_a_photo_that_never_left_the_phone() -> None:
    show = on(day=75)
    kept = next(photo for photo in show.world.roll if photo not in show.world.uploads)
    view = view_cloud(show.world, kept)
    assert view.sight is Sight.NEVER_SENT
    assert not view.analysed
    assert not view.fates


def test_a_face_gets_the_letter_of_a_person_only_in_photos_that_are_said_to_show_them() -> None:
    show = on(day=20)
    for photo, analysis in show.world.analyses.items():
        view = view_cloud(show.world, photo)
        here = {person.letter for person in view.people if photo in person.inference.photos}
        letters = [box.person for box in view.faces if box.person]
        assert set(letters) <= here
        assert len(letters) == len(set(letters))
        assert len(view.faces) == len(analysis.faces)


def test_an_analyzer_that_believes_the_truth_is_right_about_every_theme() -> None:
    show = on(day=20)
    for photo in show.world.analyses:
        truth = view_truth(show, photo)
        assert truth.theme is not None
        assert truth.theme.hit


def test_the_truth_tells_a_miss_from_a_hit() -> None:
    show = on(day=20)
    photo, analysis = next(iter(show.world.analyses.items()))
    wrong = Analysis(labels=(), themes=(), faces=(), taken_at=None, place=None, model=analysis.model)
    show.playback.events[:] = [
        PhotoAnalysed(day=event.day, photo=photo, analysis=wrong)
        if isinstance(event, PhotoAnalysed) and event.photo == photo
        else event
        for event in show.playback.events
    ]
    again = Show(scenario=show.scenario)
    again.playback.extend(show.playback.events)
    again.seek_day(3)
    truth = view_truth(again, photo)
    assert truth.theme is not None
    assert truth.theme.hit is False


def test_the_truth_about_home_is_a_distance_and_about_people_a_name() -> None:
    show = on(day=20)
    truth = view_truth(show, "")
    kinds = {inference.kind: inference.id for inference in show.world.inferences.values()}
    home = truth.claims[kinds[InferenceKind.HOME]]
    assert home.hit
    assert home.words.endswith("m from where it is")
    people = [truth.claims[each.id].words for each in show.world.inferences.values() if "person" in each.id]
    names = {who.name for who in show.playback.started.cast} if show.playback.started else set()
    assert all(any(name in words for name in names) for words in people)


def test_the_line_knows_what_was_computed_and_where_to_jump() -> None:
    early, late = view_timeline(on(day=5, known=900)), view_timeline(on(day=38))
    assert not early.ended
    assert early.known < early.last_day == late.last_day
    assert [mark.key for mark in early.marks if mark.key] == ["a"]
    assert {mark.key: mark.day for mark in late.marks if mark.key} == {"a": 0, "w": 38, "d": 68}
    assert sum(late.uploads) == len(on().world.uploads)


@pytest.mark.parametrize(
    ("story", "label"), [("account-deleted", "account deleted"), ("delete-lost", "deletions get lost")]
)
def test_what_a_story_declares_is_named_on_the_line_and_not_all_of_it_is_a_fault(story: str, label: str) -> None:
    assert [mark.label for mark in view_timeline(on(story)).marks if mark.sign == "!"] == [label]


def test_the_playhead_moves_on_with_every_moment_of_a_day_and_never_back() -> None:
    show = on(day=0)
    show.step(-show.position)
    places = [view_timeline(show).place]
    while show.step(1):
        places.append(view_timeline(show).place)
    assert places == sorted(places)
    assert places[-1] < show.last_day + 1


@given(st.floats(0, 1), st.integers(1, 60))
def test_a_bar_is_as_wide_as_it_is_told_and_whatever_is_there_is_seen(share: float, cells: int) -> None:
    bar = draw_bar(share, cells)
    assert len(bar) == cells
    assert (bar.strip() != "") is (share > 0)
    assert (draw_column(share) != " ") is (share > 0)


def test_two_readings_that_come_to_the_same_are_one_number() -> None:
    assert HeldBand(created=660, kindest=118, harshest=118).tell() == "118 still held of 660 ever held"
    assert HeldBand(created=660, kindest=0, harshest=118).tell() == "0 to 118 still held of 660 ever held"


def test_the_name_of_a_label_is_whole_where_its_column_has_room_and_ends_with_an_ellipsis_where_not() -> None:
    view = replace(view_cloud(on(day=75).world, "p0066"), labels=(Label(name="hand-held_computer", score=0.4),))

    def label(width: int) -> str:
        return next(line.plain for line in tell_seen(view, None, width) if line.plain.startswith("label"))

    assert "hand-held computer " in label(42)
    assert "hand-held comp… " in label(36)
    assert {len(label(width)) for width in (30, 36)} == {30, 36}


def test_the_name_of_a_kind_of_data_that_is_too_long_for_the_ledger_ends_with_an_ellipsis() -> None:
    rows = [line.plain for line in tell_kinds(view_day_ledger(on(day=75), StateCourse()), 29)]
    assert "facts about the came…    1 ?" in rows


def test_the_truth_does_not_say_the_kind_of_a_place_that_is_called_by_it() -> None:
    show = on(day=75)
    homes = [photo.id for photo in show.world.roll.values() if photo.place.name == "home"]
    trips = [photo for photo in show.world.roll.values() if photo.place.name != photo.place.kind]
    assert homes
    assert {view_truth(show, photo).place.words for photo in homes} == {"home"}  # type: ignore[union-attr]
    for photo in trips:
        place = view_truth(show, photo.id).place
        assert place is not None
        assert place.words == f"{photo.place.name} ({photo.place.kind})"
