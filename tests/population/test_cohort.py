"""A row of a cohort is the person of the same number."""

from collections import Counter

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.catalog.load import load_life_kind
from simulator.catalog.shelf import names
from simulator.domain.shelf import Shelf
from simulator.population.cohort import NOT_MADE, pick_lives, synthesize_cohort
from simulator.population.occasions import draw_occasions
from simulator.population.person import synthesize
from simulator.population.roll import roll

COVERED = {"first_day": -40, "last_day": 20}
PERSONS = np.arange(700, 720, dtype=np.uint64)


@pytest.mark.parametrize("kind", names(Shelf.PEOPLE))
def test_columns_have_the_journeys_the_company_and_the_photos_of_each_person(kind: str) -> None:
    life = load_life_kind(kind)
    cohort = synthesize_cohort(life, 3, PERSONS, **COVERED, weekday_of_day_0=2)
    photos: Counter[tuple[int, str, int]] = Counter()
    for piece in draw_occasions(cohort):
        theme = life.habits[piece.habit].theme
        for row, day, taken in zip(piece.rows, piece.days, piece.photos, strict=True):
            photos[int(row), theme, int(day) + COVERED["first_day"]] += int(taken)
    for row, person in enumerate(PERSONS.tolist()):
        alone = synthesize(life, 3, person, **COVERED)
        journeys = [(int(first[row]), int(last[row])) for first, last in cohort.trips if first[row] != NOT_MADE]
        assert journeys == [(trip.first, trip.last) for trip in alone.trips]
        for relation, sizes in cohort.company.items():
            assert sizes[row] == sum(human.relation is relation for human in alone.cast)
        taken = roll(alone, **COVERED, weekday_of_day_0=2).photos
        assert Counter((row, photo.theme, photo.day) for photo in taken) == Counter(
            {key: count for key, count in photos.items() if key[0] == row}
        )
        assert {photo.located for photo in taken if photo.theme != "screenshot"} <= {bool(cohort.located[row])}


@settings(max_examples=20, deadline=None)
@given(cut=st.integers(1, 19))
def test_rows_do_not_depend_on_the_cohort_they_are_in(cut: int) -> None:
    life = load_life_kind("student")
    whole, part = (
        synthesize_cohort(life, 3, persons, **COVERED, weekday_of_day_0=2) for persons in (PERSONS, PERSONS[cut:])
    )
    assert (whole.located[cut:] == part.located).all()
    for (first, last), (first_alone, last_alone) in zip(whole.trips, part.trips, strict=True):
        assert (first[cut:] == first_alone).all()
        assert (last[cut:] == last_alone).all()


def test_lives_are_led_in_the_shares_of_their_weights() -> None:
    lives = pick_lives((3.0, 1.0), 7, np.arange(20_000, dtype=np.uint64))
    assert abs(float(np.mean(lives == 0)) - 0.75) < 0.012
