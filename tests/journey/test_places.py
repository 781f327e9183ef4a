import itertools
from datetime import datetime

import pytest

from simulator.domain.analysis import GeoPoint
from simulator.journey.places import Sighting, find_home, find_work, measure_metres

HOME = GeoPoint(latitude=52.52, longitude=13.405)
OFFICE = GeoPoint(latitude=52.53, longitude=13.385)


def at(day: int, hour: int, place: GeoPoint = HOME, photo: str = "") -> Sighting:
    """In June 2025; the 2nd is a Monday."""
    return Sighting(photo=photo or f"p-{day}-{hour}", at=datetime(2025, 6, day, hour, 30), place=place)  # noqa: DTZ001 local time has no zone


def test_a_degree_of_latitude_is_111_kilometres() -> None:
    a, b = GeoPoint(latitude=0, longitude=0), GeoPoint(latitude=1, longitude=0)
    assert measure_metres(a, b) == pytest.approx(111_195, abs=1)


def test_half_the_world_is_measured_without_rounding_trouble() -> None:
    a, b = GeoPoint(latitude=0, longitude=0), GeoPoint(latitude=0, longitude=180)
    assert measure_metres(a, b) == pytest.approx(20_015_115, abs=1)


def test_three_evenings_give_a_home_away() -> None:
    home = find_home([at(2, 20), at(3, 22), at(4, 19)])
    assert home is not None
    assert (home.place, home.days, home.evenings) == (HOME, 3, 3)


def test_two_evenings_do_not() -> None:
    assert find_home([at(2, 20), at(2, 21), at(3, 22), at(3, 23)]) is None


def test_a_night_counts_once_though_it_has_two_dates() -> None:
    assert find_home([at(2, 23), at(3, 1), at(3, 22), at(4, 2)]) is None


def test_days_outweigh_photos() -> None:
    party = [at(day, 21, OFFICE, photo=f"party-{day}-{n}") for day in (5, 6, 7) for n in range(20)]
    home = find_home([*party, at(2, 20), at(3, 20), at(4, 20), at(9, 20)])
    assert home is not None
    assert home.place == HOME


def test_weekday_hours_away_from_home_are_work() -> None:
    evenings = [at(day, 20) for day in (2, 3, 4)]
    home = find_home(evenings)
    work = find_work(
        [*evenings, *[at(day, 11, OFFICE) for day in (2, 3, 4)], *[at(day, 12) for day in range(2, 7)]], home
    )
    assert work is not None
    assert (work.place, work.days, work.evenings) == (OFFICE, 3, 0)


def test_a_weekend_at_the_office_is_not_work() -> None:
    assert find_work([at(day, 11, OFFICE) for day in (1, 7, 8, 14)], None) is None


def test_the_centre_is_right_on_both_sides_of_the_date_line() -> None:
    sides = [GeoPoint(latitude=-16.8, longitude=longitude) for longitude in (179.9998, -179.9998, 179.9999, -179.9999)]
    home = find_home([at(day, 20, place) for day, place in enumerate(sides, start=2)])
    assert home is not None
    assert abs(home.place.longitude) == 180


def test_no_order_of_the_sightings_moves_the_home() -> None:
    spread = [at(day, 20, GeoPoint(latitude=52.52 + day * 0.0009, longitude=13.405)) for day in range(2, 8)]
    assert len({find_home(order) for order in itertools.permutations(spread)}) == 1


@pytest.mark.parametrize(("metres", "found"), [(160, False), (290, False), (310, True)])
def test_work_begins_where_neither_place_reaches_the_other(metres: float, *, found: bool) -> None:
    # A degree of latitude is 111,195 m, as above; each place reaches 150 m.
    beside = GeoPoint(latitude=HOME.latitude + metres / 111_195, longitude=HOME.longitude)
    home = find_home([at(day, 20) for day in (2, 3, 4)])
    work = find_work([at(day, 11, beside) for day in (2, 3, 4)], home)
    assert (work is not None) == found
