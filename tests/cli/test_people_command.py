import json
from typing import TYPE_CHECKING

import pytest

from simulator.population.query import COUNTED, NAMED

if TYPE_CHECKING:
    from invoked import Rollcall


def test_one_person_is_told_with_household_places_and_themes(rollcall: "Rollcall") -> None:
    told = rollcall("people", "7:61")
    assert (told.code, told.err) == (0, "")
    assert "Candace lives in Halifax (parent-in-town, 7:61)." in told.out
    assert "Pets: Pepper the dog, Maple the dog" in told.out
    assert "Nobody of these exists" in told.out


def test_somebody_who_is_found_is_so(rollcall: "Rollcall") -> None:
    told = rollcall("people", "--find", "dog >= 2 and trips = 2 and town = Halifax", "--show", 2, "--json")
    answer = json.loads(told.out)
    assert len(answer["people"]) == 2
    assert answer["searched"] == answer["people"][-1]["id"] + 1
    for person in answer["people"]:
        assert [pet["kind"] for pet in person["pets"]].count("dog") == 2
        assert len(person["trips"]) == 2
        assert person["town"] == "Halifax"


def test_the_same_person_is_found_and_looked_at(rollcall: "Rollcall") -> None:
    (found,) = json.loads(rollcall("people", "9:100", "--find", "not partner", "--show", 1, "--json").out)["people"]
    assert found["id"] >= 100
    assert json.loads(rollcall("people", f"9:{found['id']}", "--json").out) == found


def test_a_search_that_finds_nobody_says_how_many_were_searched(rollcall: "Rollcall") -> None:
    told = rollcall("people", "--find", "children > 90", "--most", 700)
    assert (told.code, told.err) == (0, "")
    assert "0 found among the 700 searched: children > 90" in told.out


def test_everything_that_can_be_asked_is_listed(rollcall: "Rollcall") -> None:
    listed = [line.split()[0] for line in rollcall("people", "--facts").out.splitlines()]
    assert listed == [*COUNTED, *NAMED]


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (("7:x",), "expected SEED:ID"),
        ((f"7:{2**63}",), "below 2**63"),
        (("--find", "zebra >= 1"), "is no fact of a person"),
        (("--find", "town = Paris"), "Portland, Minneapolis, Halifax"),
        (("--life", "martian"), "martian"),
    ],
)
def test_bad_input_is_refused_in_one_line(rollcall: "Rollcall", arguments: tuple[str, ...], complaint: str) -> None:
    told = rollcall("people", *arguments)
    assert (told.code, told.out) == (2, "")
    assert complaint in told.err
    assert len(told.err.splitlines()) == 1
