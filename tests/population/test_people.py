"""People have lives, and the same seed always the same people."""

import math
import subprocess
import sys
from bisect import bisect_right
from dataclasses import replace
from itertools import accumulate

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.catalog.load import load_life_kind
from simulator.catalog.shelf import names
from simulator.domain.errors import RollcallError
from simulator.domain.people import AgeGroup, Relation
from simulator.domain.photo import PlaceKind
from simulator.domain.shelf import Shelf
from simulator.population.counts import ACTIVITY, count_photos
from simulator.population.kinds import check_kind
from simulator.population.luck import draw_uniform
from simulator.population.person import Person, synthesize
from simulator.population.roll import CameraRoll, roll

KIND = load_life_kind("parent-in-town")
ROWS = st.integers(0, 10_000)


def live(seed: int, row: int) -> Person:
    return synthesize(KIND, seed, row, first_day=-60, last_day=30)


def shoot(person: Person) -> CameraRoll:
    return roll(person, first_day=-60, last_day=30, weekday_of_day_0=4)


@settings(max_examples=20, deadline=None)
@given(seed=ROWS, row=ROWS)
def test_a_person_and_their_photos_are_the_same_whoever_was_made_in_between(seed: int, row: int) -> None:
    person = live(seed, row)
    photos = shoot(person)
    shoot(live(seed + 1, row))
    shoot(live(seed, row + 1))
    assert (live(seed, row), shoot(live(seed, row))) == (person, photos)


def test_people_do_not_depend_on_the_process_that_makes_them() -> None:
    program = (
        "from simulator.catalog.load import load_life_kind\n"
        "from simulator.population.person import synthesize\n"
        "from simulator.population.roll import roll\n"
        "p = synthesize(load_life_kind('parent-in-town'), 7, 3, first_day=-60, last_day=30)\n"
        "print(repr((p.cast, p.trips, roll(p, first_day=-60, last_day=30, weekday_of_day_0=4))))"
    )
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
    person = live(7, 3)
    assert told.strip() == repr((person.cast, person.trips, shoot(person)))


@settings(max_examples=20, deadline=None)
@given(row=ROWS)
def test_everybody_has_a_name_and_a_face_of_their_own(row: int) -> None:
    cast = live(7, row).cast
    assert cast[0].relation is Relation.OWNER
    assert len({human.name for human in cast}) == len({human.id for human in cast}) == len(cast)
    assert len({human.look for human in cast}) == len(cast)
    assert all(human.look.age is AgeGroup.CHILD for human in cast if human.relation is Relation.CHILD)


@settings(max_examples=20, deadline=None)
@given(row=ROWS)
def test_the_camera_roll_follows_the_life(row: int) -> None:
    person = live(7, row)
    photos = shoot(person).photos
    known = {human.id for human in person.cast}
    animals = {pet.id for pet in person.pets}
    moments = [(photo.day, photo.minute) for photo in photos]
    assert moments == sorted(moments)
    for photo in photos:
        assert -60 <= photo.day <= 30
        assert known.issuperset(photo.people)
        assert animals.issuperset(photo.pets)
        away = [trip for trip in person.trips if trip.first <= photo.day <= trip.last]
        assert (photo.place.kind is PlaceKind.TRIP) == bool(away)
        if photo.place.kind is PlaceKind.WORK:
            assert (photo.day + 4) % 7 < 5


def test_on_a_journey_nobody_takes_photos_of_what_they_do_at_home() -> None:
    at_home = tuple(habit for habit in KIND.habits if habit.where is PlaceKind.HOME)
    away = 0
    for row in range(10):
        person = synthesize(replace(KIND, habits=at_home), 7, row, first_day=-60, last_day=30)
        days = {day for trip in person.trips for day in range(trip.first, trip.last + 1)}
        assert not [photo for photo in shoot(person).photos if photo.day in days]
        away += len(days)
    assert away > 0


def test_a_row_of_the_population_opens_with_the_counts_it_was_drawn_with() -> None:
    rows = np.arange(40, dtype=np.uint64)
    counts = count_photos(KIND, 7, rows, 91)
    for row in range(40):
        person = live(7, row)
        photos = shoot(person).photos
        possible = [bool(person.trips) or habit.where is not PlaceKind.TRIP for habit in KIND.habits]
        assert len(photos) == int(counts[row][possible].sum())


@pytest.mark.parametrize("name", names(Shelf.PEOPLE))
def test_every_shipped_kind_of_life_can_be_lived(name: str) -> None:
    kind = load_life_kind(name)
    for row in range(12):
        person = synthesize(kind, 7, row, first_day=-60, last_day=30)
        photos = roll(person, first_day=-60, last_day=30, weekday_of_day_0=4).photos
        assert len({photo.theme for photo in photos}) > 3
        assert all(photo.occasion and "somebody" not in photo.occasion for photo in photos)


def test_the_number_of_photos_has_the_mean_that_the_life_declares() -> None:
    counts = count_photos(KIND, 7, np.arange(20_000, dtype=np.uint64), 30)
    mean_activity = sum(ACTIVITY) / len(ACTIVITY)
    wanted = np.array([habit.per_month for habit in KIND.habits]) * mean_activity
    assert np.allclose(counts.mean(axis=0), wanted, rtol=0.05, atol=0.02)


def test_one_child_more_changes_no_other_face() -> None:
    more = replace(KIND, household=replace(KIND.household, children=(0.0, 0.0, 0.0, 1.0)))
    fewer = replace(KIND, household=replace(KIND.household, children=(0.0, 1.0, 0.0, 0.0)))
    many, few = (synthesize(kind, 7, 3, first_day=-60, last_day=30) for kind in (more, fewer))
    looks = {human.id: human.look for human in many.cast}
    assert len(many.cast) > len(few.cast)
    assert all(looks[human.id] == human.look for human in few.cast)


@pytest.mark.parametrize(
    ("broken", "complaint"),
    [
        (replace(KIND, geotagged=1.5), "geotagged"),
        (replace(KIND, habits=()), "habit"),
        (replace(KIND, trips=replace(KIND.trips, days=(6, 3))), "trips.days"),
        (replace(KIND, habits=(replace(KIND.habits[0], burst=0),)), "burst"),
        (replace(KIND, habits=(replace(KIND.habits[0], per_month=1e5),)), "per_month"),
        (replace(KIND, habits=(replace(KIND.habits[0], occasion="{x}"),)), "occasion"),
        (replace(KIND, household=replace(KIND.household, pet_kinds=())), "pet_kinds"),
        (replace(KIND, household=replace(KIND.household, friends=(0, 10**9))), "friends"),
        (replace(KIND, household=replace(KIND.household, children=(0.0,))), "children"),
        (replace(KIND, trips=replace(KIND.trips, places=())), "trips.places"),
        (replace(KIND, towns=(replace(KIND.towns[0], latitude=1000.0),)), "85 degrees"),
        (replace(KIND, camera_share={"Pixel": 1.0}), "camera_share"),
    ],
)
def test_a_life_that_nobody_can_live_is_refused(broken: object, complaint: str) -> None:
    with pytest.raises(RollcallError, match=complaint):
        check_kind(broken)  # type: ignore[arg-type]


def test_a_count_is_the_poisson_count_of_a_persons_luck_at_their_own_activity() -> None:
    rows = np.arange(3000, dtype=np.uint64)
    level = (draw_uniform(7, "activity", rows) * len(ACTIVITY)).astype(int).tolist()
    counts = count_photos(KIND, 7, rows, 91)
    for place, habit in enumerate(KIND.habits):
        luck = draw_uniform(7, f"count/{habit.theme}/{habit.occasion}", rows).tolist()
        means = [habit.per_month * activity * 91 / 30 for activity in ACTIVITY]
        # Added up by hand: the first count whose chance, with that of all smaller ones, is above the luck.
        sums = [
            list(accumulate(math.exp(n * math.log(mean) - mean - math.lgamma(n + 1)) for n in range(400)))
            for mean in means
        ]
        wanted = [bisect_right(sums[activity], one) for activity, one in zip(level, luck, strict=True)]
        assert counts[:, place].tolist() == wanted, habit.theme
