"""Where somebody lives and works, from nothing but the times and places that photos carry."""

import math
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime

import numpy as np
import numpy.typing as npt

from simulator.domain.analysis import GeoPoint

EARTH_RADIUS = 6_371_008.8  # metres, IUGG mean
SAME_PLACE = 150.0  # metres: a phone indoors is often 50 m off, and a block of flats or an office is 100 m long
FEWEST_DAYS = 3
EVENING, MORNING = 19, 8
WORK_STARTS, WORK_ENDS = 9, 17
SATURDAY = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """One photo with a place and a local time."""

    photo: str
    at: datetime
    place: GeoPoint


@dataclass(frozen=True, slots=True, kw_only=True)
class Haunt:
    """A place where somebody keeps being.

    Attributes:
        place: the mean of the photos' places, rounded to four decimals.
        photos: ids of the photos it rests on, sorted.
        days: distinct days; a night belongs to the day on which it began.
        evenings: those of the days with a photo between 19:00 and 08:00.
    """

    place: GeoPoint
    photos: tuple[str, ...]
    days: int
    evenings: int


def measure_metres(a: GeoPoint, b: GeoPoint) -> float:
    """Great-circle distance by the haversine formula."""
    return float(_distances([a, b])[0, 1])


def find_home(sightings: Collection[Sighting]) -> Haunt | None:
    """The place with photos on the most distinct evenings, nights and weekend days; at least three."""
    return _busiest([seen for seen in sightings if _is_evening(seen.at) or seen.at.weekday() >= SATURDAY])


def find_work(sightings: Collection[Sighting], home: Haunt | None) -> Haunt | None:
    """The place away from home with photos between 9 and 17 on the most distinct weekdays; at least three."""
    return _busiest(
        [
            seen
            for seen in sightings
            if seen.at.weekday() < SATURDAY
            and WORK_STARTS <= seen.at.hour < WORK_ENDS
            # Twice the reach, so that the fringe of the home is not taken for a second place.
            and (home is None or measure_metres(seen.place, home.place) > 2 * SAME_PLACE)
        ]
    )


def _busiest(sightings: Sequence[Sighting]) -> Haunt | None:
    """The photos within reach of the one photo that has the most days, then photos, around it.

    INVARIANT: the order of the sightings does not matter; ties go to the south-west, then to the first photo id.
    """
    if len(sightings) < FEWEST_DAYS:
        return None
    ranked = sorted(sightings, key=lambda seen: (seen.place.latitude, seen.place.longitude, seen.photo))
    near = _distances([seen.place for seen in ranked]) <= SAME_PLACE
    days = np.array([_day_of(seen.at) for seen in ranked])
    on_day = (days[:, None] == np.unique(days)[None, :]).astype(np.float32)
    day_counts = (near.astype(np.float32) @ on_day > 0).sum(axis=1)
    # One more day outweighs any number of photos; argmax takes the first of equals.
    seed = int(np.argmax(day_counts * (len(ranked) + 1) + near.sum(axis=1)))
    if day_counts[seed] < FEWEST_DAYS:
        return None
    members = [seen for seen, within in zip(ranked, near[seed], strict=True) if within]
    return Haunt(
        place=_mean_place(ranked[seed].place, [seen.place for seen in members]),
        photos=tuple(sorted(seen.photo for seen in members)),
        days=int(day_counts[seed]),
        evenings=len({_day_of(seen.at) for seen in members if _is_evening(seen.at)}),
    )


def _is_evening(at: datetime) -> bool:
    return at.hour >= EVENING or at.hour < MORNING


def _day_of(at: datetime) -> int:
    """Days since year 1; what happens before 8 in the morning belongs to the evening before."""
    return date.toordinal(at) - (at.hour < MORNING)


def _distances(places: Sequence[GeoPoint]) -> npt.NDArray[np.float64]:
    """Metres between all pairs of places, as a square matrix."""
    latitude = np.radians([place.latitude for place in places])
    longitude = np.radians([place.longitude for place in places])
    half_up = np.sin((latitude[:, None] - latitude[None, :]) / 2)
    half_across = np.sin((longitude[:, None] - longitude[None, :]) / 2)
    chord = half_up**2 + np.cos(latitude)[:, None] * np.cos(latitude)[None, :] * half_across**2
    metres: npt.NDArray[np.float64] = 2 * EARTH_RADIUS * np.arcsin(np.sqrt(np.clip(chord, 0, 1)))
    return metres


def _mean_place(origin: GeoPoint, places: Sequence[GeoPoint]) -> GeoPoint:
    """The mean of places near an origin, correct across the date line."""
    north = math.fsum(place.latitude - origin.latitude for place in places) / len(places)
    east = math.fsum((place.longitude - origin.longitude + 180) % 360 - 180 for place in places) / len(places)
    longitude = (origin.longitude + east + 180) % 360 - 180
    return GeoPoint(latitude=round(origin.latitude + north, 4), longitude=round(longitude, 4))
