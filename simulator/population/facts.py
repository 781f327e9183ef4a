"""What may be asked of people, as columns: each is drawn when it is first asked for.

INVARIANT: a fact of a row is what is found when that row is opened as a person with a camera roll.
"""

from collections.abc import Iterator
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from simulator.domain.people import PetKind, Relation
from simulator.domain.photo import PlaceKind
from simulator.population.cohort import Cohort, between, plan_trips, weigh
from simulator.population.luck import draw_uniform_at, spread_persons
from simulator.population.occasions import HabitPiece, draw_occasions, occasion_key

Counts = NDArray[np.int64]

_RELATIONS = {
    "partner": Relation.PARTNER,
    "children": Relation.CHILD,
    "friends": Relation.FRIEND,
    "friends_children": Relation.FRIENDS_CHILD,
    "colleagues": Relation.COLLEAGUE,
}


class Facts:
    """The facts of a cohort, by the names of `population.query`."""

    def __init__(self, cohort: Cohort) -> None:
        self._cohort = cohort
        self._kind = cohort.kind
        self._seed, self._persons = cohort.seed, cohort.persons

    def count(self, fact: str) -> Counts:
        """A fact of `query.COUNTED` for each person, shape ``(n,)``."""
        cohort = self._cohort
        if fact in _RELATIONS:
            return cohort.company[_RELATIONS[fact]]
        if fact in self._pets:
            return self._pets[fact]
        match fact.partition("."):
            case ("trips", _, _):
                return self._sum([last >= first for first, last in cohort.trips])
            case ("days_away", _, _):
                return self._sum([np.maximum(last - first + 1, 0) for first, last in cohort.trips])
            case ("located", _, _):
                return cohort.located.astype(np.int64)
            case ("favourites", _, _):
                return self._favourites
            case ("photos" | "at", _, what) if what:
                return self._photos.get(fact, np.zeros(len(self._persons), np.int64))
            case _:
                return self._sum([found for name, found in self._photos.items() if name.startswith("photos.")])

    def has_name(self, fact: str, name: str) -> NDArray[np.bool_]:
        """Whether a fact of `query.NAMED` is, or for ``trip`` has among it, that name; shape ``(n,)``."""
        if fact == "trip":
            return self._travels_to(name)
        names = [town.name for town in self._kind.towns] if fact == "town" else list(self._kind.camera_share)
        chosen = self._towns if fact == "town" else self._cameras
        return np.isin(chosen, [place for place, each in enumerate(names) if each == name])

    def _sum(self, columns: list[NDArray[np.generic]]) -> Counts:
        return sum((column.astype(np.int64) for column in columns), np.zeros(len(self._persons), np.int64))

    @cached_property
    def _towns(self) -> Counts:
        return between(self._seed, self._persons, 0, len(self._kind.towns) - 1, "town")

    @cached_property
    def _cameras(self) -> Counts:
        return weigh(self._seed, self._persons, tuple(self._kind.camera_share.values()), "camera")

    @cached_property
    def _pets(self) -> dict[str, Counts]:
        home = self._kind.household
        pets = weigh(self._seed, self._persons, home.pets, "household/pets")
        found = {"pets": pets, **{kind.value: np.zeros(len(pets), np.int64) for kind in PetKind}}
        for each in range(len(home.pets) - 1):
            kinds = between(self._seed, self._persons, 0, len(home.pet_kinds) - 1, "pet/kind", each)
            for place, kind in enumerate(home.pet_kinds):
                found[kind.value] += (kinds == place) & (pets > each)
        return found

    def _travels_to(self, name: str) -> NDArray[np.bool_]:
        """The cohort has its journeys in the order of time; where they lead is drawn in the order of planning."""
        places, going = self._kind.trips.places, np.zeros(len(self._persons), bool)
        wanted = [place for place, each in enumerate(places) if each.name == name]
        planned = plan_trips(self._kind, self._seed, self._persons, self._cohort.first_day, self._cohort.last_day)
        for number, (first, last) in enumerate(planned):
            chosen = between(self._seed, self._persons, 0, len(places) - 1, "trip/town", number)
            going |= (last >= first) & np.isin(chosen, wanted)
        return going

    @cached_property
    def _spread(self) -> NDArray[np.uint64]:
        return spread_persons(self._persons)

    @cached_property
    def _pieces(self) -> list[HabitPiece]:
        return list(draw_occasions(self._cohort))

    @cached_property
    def _photos(self) -> dict[str, Counts]:
        """Photos by theme and by kind of place."""
        found: dict[str, Counts] = {}

        def add(name: str, piece: HabitPiece, photos: NDArray[np.int64]) -> None:
            column = found.setdefault(name, np.zeros(len(self._persons), np.int64))
            column += np.bincount(piece.rows, weights=photos, minlength=len(column)).astype(np.int64)

        for piece in self._pieces:
            habit, photos = self._kind.habits[piece.habit], piece.photos.astype(np.int64)
            add(f"photos.{habit.theme}", piece, photos)
            away = np.zeros(len(photos), bool) if piece.away is None else piece.away
            add(f"at.{PlaceKind.TRIP}", piece, photos * away)
            if habit.where is not PlaceKind.TRIP:
                add(f"at.{habit.where}", piece, photos * ~away)
        return found

    @cached_property
    def _favourites(self) -> Counts:
        hearts = np.zeros(len(self._persons), np.int64)
        for piece in self._pieces:
            for rows in self._hearted(piece):
                hearts += np.bincount(rows, minlength=len(hearts))
        return hearts

    def _hearted(self, piece: HabitPiece) -> Iterator[Counts]:
        """For each first, second ... photo of these occasions, whose it is if it was marked with a heart."""
        habit = self._kind.habits[piece.habit]
        for shot in range(int(piece.photos.max(initial=0))):
            taken = piece.photos > shot
            rows = piece.rows[taken]
            numbers = np.asarray(piece.number)
            keys = {
                number: occasion_key(self._seed, habit.theme, habit.occasion, number, f"{shot}/favourite")
                for number in np.unique(numbers).tolist()
            }
            each = numbers[taken] if numbers.ndim else None
            key = keys[int(numbers)] if each is None else np.array([keys[n] for n in each.tolist()], np.uint64)
            yield rows[draw_uniform_at(key, self._spread[rows]) < self._kind.favourite]
