"""The analyzer's worth is counted by rules that can be checked by hand."""

import datetime as dt
import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.accuracy.conclusions import measure_conclusions
from simulator.accuracy.evaluation import Inputs, evaluate
from simulator.accuracy.faces import measure_faces
from simulator.accuracy.observed import DrawnFace, Observation, ObservedRoll
from simulator.accuracy.people import count_pairs, main_person, measure_people
from simulator.accuracy.profile import profile_of
from simulator.accuracy.shares import count_share, mean_share, share_of
from simulator.accuracy.themes import expected_error, measure_themes, sort_into_bins
from simulator.domain.analysis import Analysis, Face, GeoPoint, Label
from simulator.domain.categories import Theme
from simulator.domain.events import InferenceKind
from simulator.domain.photo import Camera, Light, Photo, Place, PlaceKind, Weather

MONDAY = dt.date(2025, 6, 30)
HOME, WORK = GeoPoint(latitude=45.0, longitude=-122.0), GeoPoint(latitude=45.1, longitude=-122.0)
CODES = {"ada": (0,) * 4, "ben": (100,) * 4, "cleo": (-100,) * 4}


def seen(
    number: int,
    theme: Theme = Theme.CHILD,
    said: Theme | None = None,
    *,
    score: float = 0.9,
    who: tuple[str, ...] = (),
    looks_like: tuple[str, ...] | None = None,
    day: int | None = None,
    hour: int = 20,
    at: GeoPoint | None = None,
) -> Observation:
    """One photo a day at eight in the evening; whoever is in it is found, and looks like themselves."""
    when = -number if day is None else day
    taken = dt.datetime.combine(MONDAY, dt.time(hour)) + dt.timedelta(days=when)
    faces = tuple(
        Face(left=0.1 * i, top=0.1, width=0.1, height=0.1, score=0.9, code=CODES[name])
        for i, name in enumerate(who if looks_like is None else looks_like)
    )
    return Observation(
        photo=Photo(
            id=f"p{number:03}",
            day=when,
            minute=hour * 60,
            utc_offset=0,
            theme=theme,
            variant=0.5,
            key=number,
            place=Place(id="home", name="home", kind=PlaceKind.HOME, latitude=45.0, longitude=-122.0),
            located=at is not None,
            people=who,
            pets=(),
            light=Light.INDOOR,
            weather=Weather.CLEAR,
            camera=Camera(make="a", model="b"),
            orientation=1,
            occasion="a day",
            favourite=False,
        ),
        analysis=Analysis(
            labels=(),
            themes=() if said is None else (Label(name=said.value, score=score),),
            faces=faces,
            taken_at=taken.isoformat(),
            place=at,
            model="0123456789ab",
        ),
        guess=Label(name=(said or theme).value, score=score),
        faces=tuple(DrawnFace(who=name, width=0.1, found=i + 1) for i, name in enumerate(who)),
        milliseconds=10.0 + number,
    )


def rolled(*photos: Observation) -> ObservedRoll:
    return ObservedRoll(home=HOME, work=WORK, starts=MONDAY, photos=photos)


def test_wilsons_interval_is_the_published_one() -> None:
    # Newcombe 1998, table I: 81 of 263 is 0.2553 to 0.3662; 0 of 20 is 0 to 0.1611; 1 of 29 is 0.0061 to 0.1718.
    for hits, of, low, high in ((81, 263, 0.2553, 0.3662), (0, 20, 0, 0.1611), (1, 29, 0.0061, 0.1718)):
        share = count_share(hits, of)
        assert (share.low, share.high) == (low, high)


def test_nothing_counted_is_no_share_rather_than_zero() -> None:
    share = count_share(0, 0)
    assert (share.share, share.low, share.high) == (None, None, None)
    assert mean_share([share]) is None
    assert mean_share([share, count_share(1, 2), count_share(1, 1)]) == 0.75


@pytest.mark.parametrize(("hits", "of"), [(2, 1), (-1, 3), (0, -1)])
def test_more_hits_than_things_is_a_mistake(hits: int, of: int) -> None:
    with pytest.raises(ValueError, match="expected 0 <= hits <= of"):
        count_share(hits, of)


@given(outcomes=st.lists(st.booleans(), min_size=1, max_size=500))
def test_the_interval_contains_the_share_and_shrinks_as_more_is_counted(outcomes: list[bool]) -> None:
    share, more = share_of(outcomes), share_of(outcomes * 4)
    assert share.low is not None
    assert share.high is not None
    assert share.share is not None
    assert 0 <= share.low <= share.share <= share.high <= 1
    assert more.low is not None
    assert more.high is not None
    assert more.high - more.low <= share.high - share.low


def test_a_theme_is_judged_by_what_was_said_and_what_was_there() -> None:
    photos = [
        seen(1, Theme.PET, Theme.PET),
        seen(2, Theme.PET, Theme.FOOD),
        seen(3, Theme.PET),
        seen(4, Theme.FOOD, Theme.FOOD),
        seen(5, Theme.DESK, Theme.FOOD),
    ]
    themes = measure_themes(photos)
    pet = next(row for row in themes.by_theme if row.theme is Theme.PET)
    food = next(row for row in themes.by_theme if row.theme is Theme.FOOD)
    assert (pet.recall.hits, pet.recall.of, pet.unknown.hits, pet.precision.share) == (1, 3, 1, 1.0)
    assert (food.precision.hits, food.precision.of) == (1, 3)
    assert (food.false_positive.hits, food.false_positive.of) == (2, 4)
    assert (themes.right.hits, themes.right.of, themes.unknown.hits) == (2, 4, 1)
    assert pet.milliseconds == 12.0


def test_below_the_threshold_counts_as_unknown_and_never_as_wrong() -> None:
    themes = measure_themes([seen(1, Theme.PET), seen(2, Theme.PET)])
    assert themes.right.of == 0
    assert themes.unknown.share == 1.0
    assert all(row.precision.of == row.false_positive.hits == 0 for row in themes.by_theme)


def test_calibration_is_the_distance_between_what_was_said_and_what_was_right() -> None:
    bins = sort_into_bins([(0.8, True), (0.8, False), (1.0, True), (0.25, False)])
    assert [one.right.of for one in bins] == [0, 0, 1, 0, 0, 0, 0, 0, 2, 1]
    # 0.25 off by 0.25 once, 0.8 off by 0.3 twice, 1.0 right: 0.85 over 4.
    assert expected_error(bins) == 0.2125
    assert expected_error(sort_into_bins([])) is None


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans()), min_size=1))
def test_every_guess_is_in_one_bin_and_the_error_is_a_share(guesses: list[tuple[float, bool]]) -> None:
    bins = sort_into_bins(guesses)
    assert sum(one.right.of for one in bins) == len(guesses)
    error = expected_error(bins)
    assert error is not None
    assert 0 <= error <= 1


def test_a_missed_face_and_a_face_nobody_drew_are_counted_apart() -> None:
    found = seen(1, who=("ada",))
    missed = replace(seen(2), faces=(DrawnFace(who="ben", width=0.05, found=None),))
    imagined = seen(3, looks_like=("cleo",))
    faces = measure_faces([found, missed, imagined])
    assert (faces.found.hits, faces.found.of) == (1, 2)
    assert (faces.false.hits, faces.false.of) == (1, 2)
    assert (faces.photos_with_false.hits, faces.photos_with_false.of) == (1, 3)
    by_width = {row.group: row.found for row in faces.by_width}
    assert (by_width["4% to 6%"].hits, by_width["4% to 6%"].of) == (0, 1)
    assert (by_width["8% to 12%"].hits, by_width["8% to 12%"].of) == (1, 1)


def test_pairs_are_counted_as_by_hand() -> None:
    # Pairs in groups: 3 + 1; of one person: aa, bb. Pairs of one person: a 3, b 1 + 1 + 1.
    precision, recall = count_pairs([["a", "a", "b"], ["b", "b"], ["a"]])
    assert (precision.hits, precision.of) == (2, 4)
    assert (recall.hits, recall.of) == (2, 6)


PARTITIONS = st.lists(st.lists(st.sampled_from("abcd"), min_size=1, max_size=6), min_size=1, max_size=8)


@given(PARTITIONS)
def test_one_group_for_each_person_is_perfect(groups: list[list[str]]) -> None:
    faces = [who for group in groups for who in group]
    perfect = [[who] * faces.count(who) for who in set(faces)]
    assert all(share.share in (None, 1.0) for share in count_pairs(perfect))


@given(PARTITIONS)
def test_joining_two_groups_never_lowers_recall(
    groups: list[list[str]],
) -> None:
    joined = [[*groups[0], *groups[-1]], *groups[1:-1]] if len(groups) > 1 else groups
    _, recall = count_pairs(groups)
    _, after = count_pairs(joined)
    assert after.of == recall.of
    assert after.hits >= recall.hits


@given(first=st.integers(2, 9), second=st.integers(2, 9))
def test_merging_two_people_lowers_precision_and_nothing_else(first: int, second: int) -> None:
    precision, recall = count_pairs([["a"] * first + ["b"] * second])
    assert recall.share == 1.0
    assert precision.hits == math.comb(first, 2) + math.comb(second, 2)
    assert precision.of == math.comb(first + second, 2)


def test_people_counted_stand_beside_people_there() -> None:
    photos = [seen(n, who=("ada",)) for n in (1, 2, 3)] + [seen(n, who=("ben",)) for n in (4, 5)]
    people = measure_people([rolled(*photos)])
    assert (people.there, people.counted, people.recognised.share) == (1, 1, 1.0)
    assert (people.precision.share, people.recall.share) == (1.0, 1.0)


@pytest.mark.parametrize(
    ("faces", "who"), [("a", "a"), ("aab", "a"), ("ab", None), ("aabc", None), ("aabb", None), ("aaabc", "a")]
)
def test_a_group_is_the_person_whose_more_than_half_of_its_faces_are(faces: str, who: str | None) -> None:
    assert main_person(list(faces)) == who


def test_faces_of_two_people_in_one_group_are_a_made_up_person() -> None:
    alike = [seen(n, who=("ada",)) for n in (1, 2, 3)] + [seen(4, who=("ben",), looks_like=("ada",))]
    found = measure_conclusions([rolled(*alike)])
    made_up = {row.kind: row.false for row in found.made_up}
    assert (made_up[InferenceKind.PERSON].hits, made_up[InferenceKind.PERSON].of) == (1, 1)


def test_home_is_given_away_by_the_third_evening() -> None:
    found = measure_conclusions([rolled(*(seen(n, at=HOME) for n in range(1, 7)))])
    home = next(row for row in found.given_away if row.what is InferenceKind.HOME)
    assert home.photos == (3,)
    assert home.resting_on == 3
    assert found.places[0].metres == (0,)
    assert found.places[0].found.share == 1.0


def test_a_right_home_that_gives_way_to_a_wrong_one_was_not_given_away() -> None:
    elsewhere = GeoPoint(latitude=45.5, longitude=-122.0)
    first = [seen(n, at=HOME) for n in range(1, 4)]
    found = measure_conclusions([rolled(*first, *(seen(n, at=elsewhere) for n in range(4, 9)))])
    home = next(row for row in found.given_away if row.what is InferenceKind.HOME)
    assert (home.given_away.hits, home.given_away.of) == (0, 1)
    made_up = {row.kind: row.false for row in found.made_up}
    assert made_up[InferenceKind.HOME].share == 1.0
    assert found.places[0].found.share == 0.0


def test_a_person_is_given_away_by_the_third_photo_on_a_second_day() -> None:
    photos = [seen(n, who=("ada",)) for n in (1, 2, 3, 4)]
    found = measure_conclusions([rolled(*photos)])
    person = next(row for row in found.given_away if row.what is InferenceKind.PERSON)
    assert person.photos == (3,)
    assert (person.given_away.hits, person.given_away.of) == (1, 1)


def test_an_occasion_that_was_another_theme_is_made_up() -> None:
    def occasion(theme: Theme) -> float | None:
        photos = [seen(n, theme, Theme.BEACH, day=-1) for n in (1, 2, 3)]
        rows = measure_conclusions([rolled(*photos)]).made_up
        return next(row.false.share for row in rows if row.kind is InferenceKind.OCCASION)

    assert occasion(Theme.BEACH) == 0.0
    assert occasion(Theme.STREET) == 1.0


def test_the_profile_leaves_out_what_was_never_counted() -> None:
    inputs = Inputs(life="x", seed=1, people=1, days=9)
    roll = rolled(seen(1, Theme.PET, Theme.PET), seen(2, Theme.PET), seen(3, Theme.FOOD, Theme.PET))
    profile = profile_of(evaluate(inputs, [roll], [], complete=True), name="mine", machine="m", measured="2025-06-30")
    assert [row.theme for row in profile.themes] == [Theme.PET, Theme.FOOD]
    assert (profile.themes[0].recall, profile.themes[0].unknown, profile.themes[0].false_positive) == (0.5, 0.5, 1.0)
    assert profile.conclusions == ()
    assert profile.model == "0123456789ab"
