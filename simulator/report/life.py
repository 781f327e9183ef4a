"""A synthetic person in sentences and as a record: household, places, journeys, camera, and what their roll is of."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from simulator.domain.agree import write_count
from simulator.domain.categories import Theme
from simulator.domain.people import Relation
from simulator.domain.photo import Photo
from simulator.population.person import Person
from simulator.report.lines import paragraph

Record = Mapping[str, Any]


def life_as_record(person: Person, photos: Sequence[Photo], starts: date) -> dict[str, Any]:
    """Everything that can be told of a person and their camera roll, as JSON has it.

    Args:
        person: whose life it is.
        photos: their whole camera roll.
        starts: the date of day 0.
    """
    relations = Counter(human.relation for human in person.cast)
    themes = Counter(photo.theme for photo in photos)
    return {
        "seed": person.luck.seed,
        "id": person.luck.person,
        "name": person.name,
        "life": person.kind.id,
        "town": person.town.name,
        "household": {relation.value: relations[relation] for relation in Relation if relation is not Relation.OWNER},
        "cast": [{"name": human.name, "relation": human.relation.value} for human in person.cast],
        "pets": [{"name": pet.name, "kind": pet.kind.value} for pet in person.pets],
        "home": [person.home.latitude, person.home.longitude],
        "work": [person.work.latitude, person.work.longitude],
        "trips": [
            {
                "to": trip.place.name,
                "first": (starts + timedelta(days=trip.first)).isoformat(),
                "last": (starts + timedelta(days=trip.last)).isoformat(),
            }
            for trip in person.trips
        ],
        "camera": f"{person.camera.make} {person.camera.model}",
        "located": person.luck.chance(person.kind.geotagged, "geotagged"),
        "photos": len(photos),
        "favourites": sum(photo.favourite for photo in photos),
        "themes": {theme.value: themes[theme] for theme in Theme if themes[theme]},
    }


def tell_summary(person: Person, photos: int) -> str:
    """One line: ``Rita, Minneapolis: partner, 2 children, dog, 2 trips, 442 photos``."""
    relations = Counter(human.relation for human in person.cast)
    parts = [
        *(["partner"] if relations[Relation.PARTNER] else []),
        *([write_count(relations[Relation.CHILD], "child", "children")] if relations[Relation.CHILD] else []),
        *(pet.kind.value for pet in person.pets),
        *([write_count(len(person.trips), "trip", "trips")] if person.trips else []),
        f"{photos} photos",
    ]
    return f"{person.name}, {person.town.name}: {', '.join(parts)}"


def tell_life(record: Record) -> Iterator[str]:
    """A person in lines, without their photos' themes."""
    yield paragraph(f"{record['name']} lives in {record['town']} ({record['life']}, {record['seed']}:{record['id']}).")
    for name, words in facts_of(record):
        yield paragraph(f"{name}: {words}", indent=2)


def facts_of(record: Record) -> Iterator[tuple[str, str]]:
    """What is told of a person, each with its name."""
    at_home = [f"{each['name']} ({each['relation']})" for each in record["cast"] if each["relation"] in _AT_HOME]
    yield "Household", ", ".join(at_home) or "lives alone"
    yield "Pets", ", ".join(f"{pet['name']} the {pet['kind']}" for pet in record["pets"]) or "none"
    for relation, words in _AROUND.items():
        if names := [each["name"] for each in record["cast"] if each["relation"] == relation]:
            yield words, ", ".join(names)
    yield "Places", f"home {_place(record['home'])}; work {_place(record['work'])}"
    trips = [f"{trip['to']}, {trip['first']} to {trip['last']}" for trip in record["trips"]]
    yield "Trips", "; ".join(trips) or "none"
    yield "Camera", f"{record['camera']}, {'writes' if record['located'] else 'does not write'} places into its files"
    yield "Roll", f"{record['photos']} photos, {record['favourites']} with a heart"


def tell_themes(record: Record) -> Iterator[str]:
    """How many photos there are of each theme, most first."""
    for theme, count in sorted(record["themes"].items(), key=lambda item: (-item[1], item[0])):
        yield f"  {theme.replace('_', ' '):<12}{count:5}"


_AT_HOME = {Relation.PARTNER.value, Relation.CHILD.value}
_AROUND = {
    Relation.PARENT.value: "Parents",
    Relation.FRIEND.value: "Friends",
    Relation.FRIENDS_CHILD.value: "Their children",
    Relation.COLLEAGUE.value: "Colleagues",
}


def _place(degrees: Sequence[float]) -> str:
    north, east = degrees
    return f"{abs(north):.4f} {'N' if north >= 0 else 'S'}, {abs(east):.4f} {'E' if east >= 0 else 'W'}"
