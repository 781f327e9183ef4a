"""One person with a life: who is around, where home and work are, when they travel."""

import math
from dataclasses import dataclass

from simulator.domain.people import Human, Pet, Relation
from simulator.domain.photo import Camera, Place, PlaceKind
from simulator.population.kinds import LifeKind, Town
from simulator.population.looks import name_cast
from simulator.population.luck import Luck

_KM_PER_DEGREE = 111.2
_PET_NAMES = ("Biscuit", "Miso", "Pepper", "Juno", "Otis", "Clover", "Waffles", "Luna", "Ziggy", "Maple")


@dataclass(frozen=True, slots=True, kw_only=True)
class Trip:
    """A journey from one day of the story to another, both included."""

    first: int
    last: int
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """The owner of a camera roll. Row ``luck.person`` of the population of ``luck.seed``."""

    luck: Luck
    kind: LifeKind
    town: Town
    cast: tuple[Human, ...]
    pets: tuple[Pet, ...]
    home: Place
    work: Place
    friends_place: Place
    haunts: tuple[Place, ...]
    trips: tuple[Trip, ...]
    camera: Camera

    @property
    def name(self) -> str:
        return self.cast[0].name


def _place_near(luck: Luck, town: Town, name: str, kind: PlaceKind, *, within_km: float) -> Place:
    who = f"place/{name}"
    angle = luck.uniform(f"{who}/angle") * math.tau
    distance = math.sqrt(luck.uniform(f"{who}/distance")) * within_km / _KM_PER_DEGREE
    # Rounded to what GPS means (about 1 m), so that the last bits of sine and cosine never reach an event.
    return Place(
        id=name.replace(" ", "-"),
        name=name if kind is not PlaceKind.TRIP else town.name,
        kind=kind,
        latitude=round(town.latitude + distance * math.sin(angle), 5),
        longitude=round(town.longitude + distance * math.cos(angle) / math.cos(math.radians(town.latitude)), 5),
    )


def _roles(luck: Luck, kind: LifeKind) -> tuple[tuple[str, Relation], ...]:
    home = kind.household
    children = luck.weigh(home.children, "household/children")
    friends = luck.between(*home.friends, "household/friends")
    colleagues = luck.between(*home.colleagues, "household/colleagues")
    roles = [("owner", Relation.OWNER)]
    if luck.chance(home.partner, "household/partner"):
        roles.append(("partner", Relation.PARTNER))
    roles += [(f"child-{i + 1}", Relation.CHILD) for i in range(children)]
    roles += [("parent-1", Relation.PARENT), ("parent-2", Relation.PARENT)]
    roles += [(f"friend-{i + 1}", Relation.FRIEND) for i in range(friends)]
    roles += [(f"friends-child-{i + 1}", Relation.FRIENDS_CHILD) for i in range(min(children, 1) * friends // 2)]
    roles += [(f"colleague-{i + 1}", Relation.COLLEAGUE) for i in range(colleagues)]
    return tuple(roles)


def _pets(luck: Luck, kind: LifeKind) -> tuple[Pet, ...]:
    count = luck.weigh(kind.household.pets, "household/pets")
    names = luck.sample(_PET_NAMES, count, "pet/name")
    return tuple(
        Pet(
            id=f"pet-{i + 1}",
            name=name,
            kind=luck.pick(kind.household.pet_kinds, "pet/kind", i),
            coat=round(luck.uniform("pet/coat", i), 3),
        )
        for i, name in enumerate(names)
    )


def _trips(luck: Luck, kind: LifeKind, first_day: int, last_day: int) -> tuple[Trip, ...]:
    trips: list[Trip] = []
    for i in range(luck.between(*kind.trips.count, "trip/count")):
        town = luck.pick(kind.trips.places, "trip/town", i)
        length = luck.between(*kind.trips.days, "trip/length", i)
        first = luck.between(first_day, max(first_day, last_day - length), "trip/first", i)
        place = _place_near(luck, town, f"trip {i + 1}", PlaceKind.TRIP, within_km=1.5)
        if all(first > other.last or first + length <= other.first for other in trips):
            trips.append(Trip(first=first, last=first + length - 1, place=place))
    return tuple(sorted(trips, key=lambda trip: trip.first))


def synthesize(kind: LifeKind, seed: int, person: int, *, first_day: int, last_day: int) -> Person:
    """Row ``person`` of the population of ``seed``: always the same human being.

    Args:
        kind: what kind of life it is.
        seed: the world.
        person: the row, 0 or more.
        first_day: the first day that the camera roll can cover; trips fall between it and
        last_day: the last, both included.
    """
    luck = Luck(seed, person)
    town = luck.pick(kind.towns, "town")
    makers = tuple(kind.camera_share)
    make, model = makers[luck.weigh(tuple(kind.camera_share.values()), "camera")].split(" ", 1)

    def near(name: str, place_kind: PlaceKind, within_km: float) -> Place:
        return _place_near(luck, town, name, place_kind, within_km=within_km)

    return Person(
        luck=luck,
        kind=kind,
        town=town,
        cast=name_cast(luck, _roles(luck, kind)),
        pets=_pets(luck, kind),
        home=near("home", PlaceKind.HOME, 6.0),
        work=near("work", PlaceKind.WORK, 6.0),
        friends_place=near("a friend's place", PlaceKind.FRIEND, 8.0),
        haunts=tuple(near(f"around town {i + 1}", PlaceKind.TOWN, 5.0) for i in range(6)),
        trips=_trips(luck, kind, first_day, last_day),
        camera=Camera(make=make, model=model),
    )
