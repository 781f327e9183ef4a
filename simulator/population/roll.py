"""The camera roll follows the life: who is in the photo, where, when, and why."""

from dataclasses import dataclass, replace

import numpy as np

from simulator.domain.categories import Theme
from simulator.domain.people import Human, Relation
from simulator.domain.photo import Light, Photo, Place, PlaceKind, Weather
from simulator.population.counts import count_photos
from simulator.population.kinds import Habit, Weekdays
from simulator.population.person import Person

_SATURDAY = 5
_DAYS_A_WEEK = 7
_EPOCH = 100_000  # added to a day to make a step of luck: steps are never negative
_WEATHER = (Weather.CLEAR, Weather.CLEAR, Weather.CLEAR, Weather.CLOUDY, Weather.CLOUDY, Weather.RAIN)
# EXIF orientations: phones are mostly held sideways for views and upright for people; assumed.
_HELD = (1, 1, 1, 6, 6, 3, 8)
_GOLDEN_HOURS = ((6, 8), (18, 20))
_DARK_BEFORE, _DARK_AFTER = 6, 21


@dataclass(frozen=True, slots=True, kw_only=True)
class CameraRoll:
    """Every photo of the time covered, in the order of taking."""

    photos: tuple[Photo, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Occasion:
    habit: Habit
    day: int
    minute: int
    place: Place
    people: tuple[Human, ...]
    key: str


def _days_for(habit: Habit, person: Person, days: range, weekday_of_day_0: int) -> list[int]:
    away = {day for trip in person.trips for day in range(trip.first, trip.last + 1)}
    allowed = [
        day
        for day in days
        if habit.days is Weekdays.ANY
        or ((day + weekday_of_day_0) % _DAYS_A_WEEK >= _SATURDAY) == (habit.days is Weekdays.WEEKEND)
    ]
    if habit.where is PlaceKind.TRIP:
        return [day for day in days if day in away]
    if habit.where is PlaceKind.TOWN:
        return allowed
    return [day for day in allowed if day not in away]


def _place_for(habit: Habit, person: Person, day: int, key: str) -> Place:
    for trip in person.trips:
        if trip.first <= day <= trip.last:
            return trip.place
    if habit.where is PlaceKind.HOME:
        return person.home
    if habit.where is PlaceKind.WORK:
        return person.work
    if habit.where is PlaceKind.FRIEND:
        return person.friends_place
    return person.luck.pick(person.haunts, f"{key}/place")


def _people_for(habit: Habit, person: Person, key: str, done: set[str]) -> tuple[Human, ...]:
    luck = person.luck
    company = [human for human in person.cast if human.relation in habit.company and human.id not in done]
    wanted = luck.between(*habit.people, f"{key}/people")
    chosen = list(luck.sample(company, wanted, f"{key}/who"))
    # Whoever holds the phone of a selfie is nearest to it.
    chosen.sort(key=lambda human: human.relation is not Relation.OWNER)
    return tuple(chosen)


def _occasions(habit: Habit, person: Person, count: int, days: range, weekday_of_day_0: int) -> list[_Occasion]:
    luck = person.luck
    eligible = _days_for(habit, person, days, weekday_of_day_0)
    if not eligible:
        return []
    done: set[str] = set()
    occasions = []
    wanted = -(-count // habit.burst)
    if habit.once_each:
        wanted = min(wanted, sum(human.relation in habit.company for human in person.cast))
    for i in range(wanted):
        key = f"occasion/{habit.theme}/{habit.occasion}/{i}"
        day = luck.pick(eligible, f"{key}/day")
        people = _people_for(habit, person, key, done)
        if habit.once_each:
            done.update(human.id for human in people[:1])
        minute = luck.between(habit.hours[0] * 60, habit.hours[1] * 60 + 59, f"{key}/minute")
        place = _place_for(habit, person, day, key)
        occasions.append(_Occasion(habit=habit, day=day, minute=minute, place=place, people=people, key=key))
    return occasions


def _light(habit: Habit, minute: int) -> Light:
    hour = minute // 60
    if habit.indoors:
        return Light.INDOOR
    if hour < _DARK_BEFORE or hour >= _DARK_AFTER:
        return Light.NIGHT
    if any(first <= hour < last for first, last in _GOLDEN_HOURS):
        return Light.GOLDEN
    return Light.DAYLIGHT


def _take(person: Person, occasion: _Occasion, shot: int, located: bool) -> Photo:  # noqa: FBT001  (a fact of the person)
    luck, habit, key = person.luck, occasion.habit, f"{occasion.key}/{shot}"
    minute = min(occasion.minute + shot * luck.between(1, 9, f"{key}/later"), 24 * 60 - 1)
    pets = tuple(pet.id for pet in person.pets[: luck.between(1, 2, f"{key}/pets")]) if habit.pets else ()
    on_screen = habit.theme is Theme.SCREENSHOT
    offset = next((t.utc_offset for t in person.kind.trips.places if t.name == occasion.place.name), None)
    return Photo(
        id="",
        day=occasion.day,
        minute=minute,
        utc_offset=person.town.utc_offset if offset is None else offset,
        theme=habit.theme,
        variant=round(luck.uniform(f"{key}/variant"), 6),
        key=luck.bits(f"{key}/drawing"),
        place=occasion.place,
        located=located and not on_screen,
        people=tuple(human.id for human in occasion.people),
        pets=pets,
        light=_light(habit, minute),
        weather=luck.pick(_WEATHER, "weather", occasion.day + _EPOCH),
        camera=person.camera,
        orientation=1 if on_screen else luck.pick(_HELD, f"{key}/held"),
        occasion=habit.occasion.format(name=occasion.people[0].name if occasion.people else "somebody"),
        favourite=luck.chance(person.kind.favourite, f"{key}/favourite"),
    )


def roll(person: Person, *, first_day: int, last_day: int, weekday_of_day_0: int) -> CameraRoll:
    """The photos that this person takes, given how many of each kind luck has drawn.

    Args:
        person: whose life it is.
        first_day: the first day covered, negative for days before the story.
        last_day: the last day covered.
        weekday_of_day_0: 0 for Monday to 6 for Sunday.
    """
    luck = person.luck
    days = range(first_day, last_day + 1)
    counts = count_photos(person.kind, luck.seed, np.array([luck.person], np.uint64), len(days))[0]
    located = luck.chance(person.kind.geotagged, "geotagged")
    photos = []
    for habit, count in zip(person.kind.habits, counts.tolist(), strict=True):
        occasions = _occasions(habit, person, count, days, weekday_of_day_0)
        for shot in range(count if occasions else 0):
            occasion = occasions[shot % len(occasions)]
            photos.append(_take(person, occasion, shot // len(occasions), located))
    photos.sort(key=lambda photo: (photo.day, photo.minute, photo.key))
    return CameraRoll(photos=tuple(replace(photo, id=f"p{i + 1:04}") for i, photo in enumerate(photos)))
