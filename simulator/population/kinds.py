"""Kinds of lives, as `scenarios/people/*.toml` declares them. Every rate says where it comes from."""

from dataclasses import dataclass
from enum import StrEnum

from simulator.domain.categories import Theme
from simulator.domain.errors import RollcallError
from simulator.domain.people import PetKind, Relation
from simulator.domain.photo import PlaceKind


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


def check_kind(kind: LifeKind) -> None:
    """Refuse a kind of life that nobody can live.

    Raises:
        RollcallError: a range is upside down, a probability is no probability, or nothing is ever photographed.
    """
    ranges = {
        "household.friends": kind.household.friends,
        "household.colleagues": kind.household.colleagues,
        "trips.count": kind.trips.count,
        "trips.days": kind.trips.days,
        **{f"habits[{i}].people": habit.people for i, habit in enumerate(kind.habits)},
        **{f"habits[{i}].hours": habit.hours for i, habit in enumerate(kind.habits)},
    }
    for name, (low, high) in ranges.items():
        if not 0 <= low <= high:
            raise RollcallError(f"{name}: expected 0 <= first <= last, found {low}, {high}")
    shares = {"household.partner": kind.household.partner, "geotagged": kind.geotagged, "favourite": kind.favourite}
    for name, share in shares.items():
        if not 0 <= share <= 1:
            raise RollcallError(f"{name}: expected a probability from 0 to 1, found {share}")
    if not kind.towns or not kind.habits or not kind.camera_share:
        raise RollcallError("expected at least one town, one habit and one camera")
    if any(habit.per_month < 0 or habit.burst < 1 for habit in kind.habits):
        raise RollcallError("habits: expected per_month >= 0 and burst >= 1")
