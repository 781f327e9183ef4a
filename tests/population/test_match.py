"""Somebody who ...: what is found in columns is true of the person who is opened."""

from collections import Counter
from functools import cache

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.catalog.load import load_life_kind
from simulator.catalog.shelf import names
from simulator.domain.errors import RollcallError
from simulator.domain.people import PetKind, Relation
from simulator.domain.shelf import Shelf
from simulator.population.cohort import synthesize_cohort
from simulator.population.facts import Facts
from simulator.population.match import DaySpan, match, search
from simulator.population.person import synthesize
from simulator.population.query import COUNTED, NAMED, Compare, Condition, Query, read_query
from simulator.population.roll import roll

SPAN = DaySpan(first_day=-75, last_day=75, weekday_of_day_0=4)
KIND = load_life_kind("parent-in-town")


@cache
def opened(life: str, row: int) -> tuple[dict[str, int], dict[str, set[str]]]:
    """The facts of a person as they are found by living with them."""
    person = synthesize(load_life_kind(life), 7, row, first_day=SPAN.first_day, last_day=SPAN.last_day)
    photos = roll(
        person, first_day=SPAN.first_day, last_day=SPAN.last_day, weekday_of_day_0=SPAN.weekday_of_day_0
    ).photos
    relations = Counter(human.relation for human in person.cast)
    animals = Counter(pet.kind for pet in person.pets)
    kind = person.kind
    counted = {
        "partner": relations[Relation.PARTNER],
        "children": relations[Relation.CHILD],
        "friends": relations[Relation.FRIEND],
        "friends_children": relations[Relation.FRIENDS_CHILD],
        "colleagues": relations[Relation.COLLEAGUE],
        "pets": len(person.pets),
        **{pet.value: animals[pet] for pet in PetKind},
        "trips": len(person.trips),
        "days_away": sum(trip.last - trip.first + 1 for trip in person.trips),
        "located": int(person.luck.chance(kind.geotagged, "geotagged")),
        "photos": len(photos),
        "favourites": sum(photo.favourite for photo in photos),
        **{fact: 0 for fact in COUNTED if "." in fact},
        **Counter(f"photos.{photo.theme}" for photo in photos),
        **Counter(f"at.{photo.place.kind}" for photo in photos),
    }
    named = {
        "town": {person.town.name},
        "camera": {f"{person.camera.make} {person.camera.model}"},
        "trip": {trip.place.name for trip in person.trips},
    }
    return counted, named


@pytest.mark.parametrize("life", names(Shelf.PEOPLE))
def test_every_fact_of_a_row_is_true_of_the_person_who_is_opened(life: str) -> None:
    kind, rows = load_life_kind(life), range(1000, 1040)
    facts = Facts(
        synthesize_cohort(
            kind,
            7,
            np.array(rows, np.uint64),
            first_day=SPAN.first_day,
            last_day=SPAN.last_day,
            weekday_of_day_0=SPAN.weekday_of_day_0,
        )
    )
    for fact in COUNTED:
        assert facts.count(fact).tolist() == [opened(life, row)[0][fact] for row in rows], fact
    for fact, options in (
        ("town", [town.name for town in kind.towns]),
        ("camera", list(kind.camera_share)),
        ("trip", [town.name for town in kind.trips.places]),
    ):
        for name in options:
            assert facts.has_name(fact, name).tolist() == [name in opened(life, row)[1][fact] for row in rows], name


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 5000), st.integers(1, 700))
def test_whether_somebody_matches_does_not_depend_on_who_else_is_searched(first: int, size: int) -> None:
    query = read_query("photos.clinic >= 2 and favourites > 8")
    rows = np.arange(first, first + size, dtype=np.uint64)
    together = match(query, KIND, 7, rows, SPAN)
    middle = size // 2
    alone = match(query, KIND, 7, rows[middle : middle + 1], SPAN)
    assert together[middle] == alone[0]


def test_a_search_finds_the_first_rows_that_match_and_says_how_many_it_looked_at() -> None:
    query = read_query("children >= 1 and dog and trips >= 2 and photos.clinic >= 3")
    *_, last = search(query, KIND, 7, SPAN, wanted=3)
    assert len(last.found) == 3
    assert last.rows == last.found[-1] + 1
    assert last.ended
    everybody = np.arange(last.rows, dtype=np.uint64)
    assert np.flatnonzero(match(query, KIND, 7, everybody, SPAN)).tolist() == list(last.found)
    for row in last.found:
        counted, _ = opened("parent-in-town", row)
        assert counted["children"] >= 1
        assert counted["dog"] >= 1
        assert counted["trips"] >= 2
        assert counted["photos.clinic"] >= 3


def test_a_search_for_nobody_ends_at_its_bound() -> None:
    found = list(search(read_query("children > 90"), KIND, 7, SPAN, most=12_345))
    assert [each.rows for each in found] == [500, 10_500, 12_345]
    assert (found[-1].found, found[-1].ended) == ((), True)


def test_a_query_is_read_and_written_the_same() -> None:
    text = 'children >= 1 and dog = 0 and trips < 2 and town = "Halifax" and camera != "Apple iPhone 15"'
    assert str(read_query(text)) == text
    assert read_query("children>=1 and not dog  and trips<2 and town=Halifax and camera != 'x'").conditions[1] == (
        Condition(fact="dog", compare=Compare.EQUAL, value=0)
    )
    assert read_query("dog") == Query((Condition(fact="dog", compare=Compare.AT_LEAST, value=1),))
    assert read_query("  ") == Query()


@given(st.text(max_size=60))
def test_any_text_is_a_query_or_is_refused_in_one_line(text: str) -> None:
    try:
        query = read_query(text)
    except RollcallError as error:
        told = str(error)
    else:
        told = str(query)
        assert read_query(told) == query
    assert len(told.splitlines()) <= 1 or '"' in told


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("childs >= 1", "did you mean children?"),
        ("children >= one", "a whole number, found one"),
        ("children >=", "and a number"),
        ("children >= 1 dog", "and a number"),
        ("dog and", "on both sides of 'and'"),
        ("not", "after 'not'"),
        ("not dog = 1", "a fact alone"),
        ("town", "town = a name"),
        ("town > Halifax", "town = a name"),
        ("children >= -1", "a whole number"),
        ("zebra", "there are"),
    ],
)
def test_what_is_no_query_is_refused_and_says_what_was_expected(text: str, complaint: str) -> None:
    with pytest.raises(RollcallError, match=complaint):
        read_query(text)


def test_a_town_where_nobody_of_that_life_lives_is_refused() -> None:
    with pytest.raises(RollcallError, match="Portland, Minneapolis, Halifax"):
        list(search(read_query("town = Paris"), KIND, 7, SPAN))
    assert set(NAMED) == {"town", "camera", "trip"}
