"""A photo as it was taken: the truth, from which it is drawn and which the analyzer never sees."""

from dataclasses import dataclass
from enum import StrEnum

from simulator.domain.categories import Theme


class PlaceKind(StrEnum):
    HOME = "home"
    WORK = "work"
    FRIEND = "friend"
    TOWN = "town"
    TRIP = "trip"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Somewhere on Earth; degrees north and east (WGS 84)."""

    id: str
    name: str
    kind: PlaceKind
    latitude: float
    longitude: float


class Light(StrEnum):
    DAYLIGHT = "daylight"
    GOLDEN = "golden"
    NIGHT = "night"
    INDOOR = "indoor"


class Weather(StrEnum):
    CLEAR = "clear"
    CLOUDY = "cloudy"
    RAIN = "rain"
    SNOW = "snow"


class PhotoAccess(StrEnum):
    """What the operating system lets the app read, as iOS 14 and Android 14 name it."""

    NONE = "none"
    LIMITED = "limited"
    FULL = "full"


@dataclass(frozen=True, slots=True, kw_only=True)
class Camera:
    make: str
    model: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Photo:
    """One photo in a camera roll.

    Attributes:
        id: unique within a story, in the order of taking: ``p0001``.
        day: the story's day on which it was taken; day 0 is the first day of the story, earlier days are negative.
        minute: minutes since local midnight, 0 to 1439.
        utc_offset: minutes that local time is ahead of UTC.
        theme: what it is of.
        variant: luck in [0, 1) that picks one of the theme's drawings.
        key: 64 bits of luck for everything else in the drawing.
        place: where it was taken; written to the file only if ``located``.
        people: ids of the humans in it, nearest first.
        pets: ids of the pets in it.
        orientation: EXIF orientation as the phone was held: 1, 3, 6 or 8.
        occasion: why it was taken, in words: ``Ada's birthday``, ``lunch``.
        favourite: whether the owner marked it with a heart.
    """

    id: str
    day: int
    minute: int
    utc_offset: int
    theme: Theme
    variant: float
    key: int
    place: Place
    located: bool
    people: tuple[str, ...]
    pets: tuple[str, ...]
    light: Light
    weather: Weather
    camera: Camera
    orientation: int
    occasion: str
    favourite: bool
