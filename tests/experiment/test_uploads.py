"""A phone as columns sends what a phone as a loop sends."""

from dataclasses import replace
from functools import cache

import numpy as np
import pytest

from simulator.catalog.load import load_app, load_life_kind
from simulator.consent.app import Selection
from simulator.domain.photo import Photo, PlaceKind
from simulator.experiment.rows.uploads.calendar import file_photos
from simulator.experiment.rows.uploads.send import send
from simulator.experiment.rows.uploads.shots import _newest_first
from simulator.population.cohort import synthesize_cohort
from simulator.population.person import synthesize
from simulator.population.roll import roll

PLAZA = load_app("plaza").selection
FIRST, LAST = -40, 45
COVERED = {"first_day": FIRST, "last_day": LAST}
PEOPLE = 24


@cache
def lives(kind: str) -> tuple[tuple[Photo, ...], ...]:
    life = load_life_kind(kind)
    return tuple(
        roll(synthesize(life, 11, person, **COVERED), **COVERED, weekday_of_day_0=4).photos for person in range(PEOPLE)
    )


def by_hand(photos: tuple[Photo, ...], allow: int, until: int, selection: Selection) -> list[list[str]]:
    """The ids sent on each day."""
    sent: list[list[str]] = []
    done: set[str] = set()
    for day in range(allow, until + 1):
        chosen = [
            photo.id
            for photo in reversed(photos)
            if photo.day <= day
            and photo.id not in done
            and (
                day - photo.day <= selection.window
                or photo.theme in selection.older_themes
                or (selection.older_trips and photo.place.kind is PlaceKind.TRIP)
            )
        ][: selection.per_day]
        done.update(chosen)
        sent.append(chosen)
    return sent


@pytest.mark.parametrize("kind", ["parent-in-town", "student", "retired"])
@pytest.mark.parametrize(
    "selection",
    [
        PLAZA,
        replace(PLAZA, per_day=1),
        replace(PLAZA, per_day=3, window=2),
        replace(PLAZA, per_day=0),
        replace(PLAZA, window=5, older_trips=False),
        replace(PLAZA, per_day=40, older_themes=()),
    ],
    ids=["plaza", "one a day", "slow and short", "nothing", "no trips", "all at once"],
)
def test_columns_send_what_a_loop_over_photos_sends(kind: str, selection: Selection) -> None:
    luck = np.random.default_rng(5)
    allow = luck.integers(0, 30, PEOPLE)
    until = np.minimum(allow + luck.integers(-1, 50, PEOPLE), LAST)
    persons = np.arange(PEOPLE, dtype=np.uint64)
    life = load_life_kind(kind)
    cohort = synthesize_cohort(life, 11, persons, **COVERED, weekday_of_day_0=4)
    sent = send(file_photos(cohort, selection), allow, until)
    for person, photos in enumerate(lives(kind)):
        days = by_hand(photos, int(allow[person]), int(until[person]), selection)
        themes = {photo.id: photo.theme for photo in photos}
        found = [themes[photo] for day in days for photo in day]
        for theme in set(themes.values()):
            here = [place for place, habit in enumerate(life.habits) if habit.theme is theme]
            assert sent.by_habit[here, person].sum() == found.count(theme)
        so_far = np.cumsum([0] * int(allow[person]) + [len(day) for day in days])
        assert sent.by_day[: len(so_far), person].tolist() == so_far.tolist()
        assert (sent.by_day[len(so_far) :, person] == len(found)).all()


def test_of_two_shots_of_one_minute_the_one_that_a_camera_roll_has_last_is_sent_first() -> None:
    # Moments are counted backwards. A camera roll has the smaller key first and is read from its end.
    moments, keys = np.array([5, 3, 5, 9, 5]), np.array([10, 99, 30, 1, 20], np.uint64)
    assert _newest_first(moments, keys).tolist() == [1, 2, 4, 0, 3]
