"""Kinds of lives, as `scenarios/people/*.toml` declares them. Every rate says where it comes from."""

from dataclasses import dataclass
from enum import StrEnum

from simulator.domain.categories import Theme
from simulator.domain.errors import RollcallError
from simulator.domain.people import PetKind, Relation
from simulator.domain.photo import PlaceKind

_POLAR, _HALF_A_TURN, _FAR_EAST = 85, 180, 14 * 60
_MOST_PHOTOS = 1000


class Weekdays(StrEnum):
    ANY = "any"
    WORKING = "working"
    WEEKEND = "weekend"


@dataclass(frozen=True, slots=True, kw_only=True)
class Town:
    """A real town: degrees north and east, and the minutes its summer clock is ahead of UTC."""

    name: str
    latitude: float
    longitude: float
    utc_offset: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Household:
    """Who lives here and who is near.

    Attributes:
        partner: probability of a partner.
        children, pets: weights of having 0, 1, 2 ... of them.
        friends: fewest and most friends who turn up in photos.
        pet_kinds: what the pets may be.
    """

    partner: float
    children: tuple[float, ...]
    pets: tuple[float, ...]
    friends: tuple[int, int]
    colleagues: tuple[int, int]
    pet_kinds: tuple[PetKind, ...]
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Habit:
    """Something that makes this kind of person take photos.

    Attributes:
        per_month: photos in 30 days, the mean of a Poisson draw.
        burst: photos taken on one such occasion.
        hours: first and last full hour at which it begins, local time.
        company: relations of those who may be in the picture; ``owner`` means the photographer is in it.
        people: fewest and most people in the picture.
        pets: whether the household's pets may be in it.
        occasion: why, in words; ``{name}`` is the first person in the picture.
        once_each: at most one such occasion for each of the company, such as a birthday.
    """

    theme: Theme
    per_month: float
    burst: int
    hours: tuple[int, int]
    days: Weekdays
    where: PlaceKind
    indoors: bool
    company: tuple[Relation, ...]
    people: tuple[int, int]
    occasion: str
    source: str
    pets: bool = False
    once_each: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Trips:
    """Journeys in the time that the camera roll covers: how many, how long in days, and where to."""

    count: tuple[int, int]
    days: tuple[int, int]
    places: tuple[Town, ...]
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LifeKind:
    id: str
    title: str
    about: str
    towns: tuple[Town, ...]
    household: Household
    trips: Trips
    habits: tuple[Habit, ...]
    camera_share: dict[str, float]
    geotagged: float
    favourite: float


def _check_ranges(kind: LifeKind) -> None:
    ranges = {
        "household.friends": (kind.household.friends, 50),
        "household.colleagues": (kind.household.colleagues, 50),
        "trips.count": (kind.trips.count, 50),
        "trips.days": (kind.trips.days, 366),
        **{f"habits[{i}].people": (habit.people, 20) for i, habit in enumerate(kind.habits)},
        **{f"habits[{i}].hours": (habit.hours, 23) for i, habit in enumerate(kind.habits)},
    }
    for name, ((low, high), most) in ranges.items():
        if not 0 <= low <= high <= most:
            raise RollcallError(f"{name}: expected 0 <= first <= last <= {most}, found {low}, {high}")


def _check_shares(kind: LifeKind) -> None:
    shares = {"household.partner": kind.household.partner, "geotagged": kind.geotagged, "favourite": kind.favourite}
    for name, share in shares.items():
        if not 0 <= share <= 1:
            raise RollcallError(f"{name}: expected a probability from 0 to 1, found {share}")
    weights = {
        "household.children": kind.household.children,
        "household.pets": kind.household.pets,
        "camera_share": tuple(kind.camera_share.values()),
    }
    for name, given in weights.items():
        if not given or min(given) < 0 or sum(given) <= 0:
            raise RollcallError(f"{name}: expected weights >= 0 with a sum above 0")


def _check_places(kind: LifeKind) -> None:
    for town in (*kind.towns, *kind.trips.places):
        if abs(town.latitude) > _POLAR or abs(town.longitude) > _HALF_A_TURN or abs(town.utc_offset) > _FAR_EAST:
            raise RollcallError(f"town {town.name!r}: expected a place below 85 degrees and a clock within 14 hours")
    if kind.trips.count[1] and not kind.trips.places:
        raise RollcallError("trips.places: expected at least one, or trips.count = [0, 0]")


def _check_habits(kind: LifeKind) -> None:
    for i, habit in enumerate(kind.habits):
        if not (0 <= habit.per_month <= _MOST_PHOTOS and 1 <= habit.burst <= _MOST_PHOTOS):
            raise RollcallError(f"habits[{i}]: expected per_month from 0 and burst from 1 to {_MOST_PHOTOS}")
        try:
            habit.occasion.format(name="")
        except (KeyError, IndexError, ValueError) as error:
            raise RollcallError(f"habits[{i}].occasion: expected words and at most {{name}}") from error


def check_kind(kind: LifeKind) -> None:
    """Refuse a kind of life that nobody can live.

    Raises:
        RollcallError: a range is upside down, a probability is no probability, or nothing is ever photographed.
    """
    if not kind.towns or not kind.habits or not kind.household.pet_kinds:
        raise RollcallError("expected at least one town, one habit and one of household.pet_kinds")
    if any(" " not in camera for camera in kind.camera_share):
        raise RollcallError("camera_share: expected a make and a model in each name, such as 'Google Pixel 8'")
    _check_ranges(kind)
    _check_shares(kind)
    _check_places(kind)
    _check_habits(kind)
