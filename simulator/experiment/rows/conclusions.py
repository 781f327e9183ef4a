"""What is concluded from photos that are only counted: by the habits they come from and the analyzer's profile.

From here on a row is an estimate, drawn with keyed luck, where a story looks at real pictures; tests hold the two to
the same means.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from simulator.domain.categories import SENSITIVE_THEMES
from simulator.domain.events import InferenceKind
from simulator.domain.people import Relation
from simulator.domain.photo import PlaceKind
from simulator.domain.profile import AnalyzerProfile
from simulator.experiment.rows.uploads.queue import Counts
from simulator.journey.infer import FEWEST_PHOTOS, OCCASIONS
from simulator.journey.places import EVENING, FEWEST_DAYS, MORNING, WORK_ENDS, WORK_STARTS
from simulator.population.cohort import Cohort
from simulator.population.kinds import Habit, Weekdays
from simulator.population.luck import draw_uniform

_WORKING_SHARE = {Weekdays.ANY: 5 / 7, Weekdays.WORKING: 1.0, Weekdays.WEEKEND: 0.0}
_SURE = -30.0  # the logarithm of a chance that is none
_COUNTED_TO = 3  # by `_at_least_three`
Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Concluded:
    """Whole numbers, shape ``(n,)``.

    Attributes:
        bystanders: different people beside the owner in the photos sent.
        home, work: 1 where it was found.
        people: recurring people found, the owner among them.
        occasions: found.
        with_faces: photos in which a face is found.
        sensitive: photos sent of a theme that nothing is concluded from.
    """

    bystanders: NDArray[np.int32]
    home: NDArray[np.int32]
    work: NDArray[np.int32]
    people: NDArray[np.int32]
    occasions: NDArray[np.int32]
    with_faces: NDArray[np.int32]
    sensitive: NDArray[np.int32]

    @property
    def all(self) -> NDArray[np.int32]:
        return self.home + self.work + self.people + self.occasions


def conclude(cohort: Cohort, sent: Counts, profile: AnalyzerProfile) -> Concluded:
    """What follows from the photos sent, ``(habits, n)``, of people who sent any."""
    habits = cohort.kind.habits
    recall = {row.theme: row.recall for row in profile.themes}
    false = {row.kind: row.false for row in profile.conclusions}
    occasions = [-(-sent[place] // np.int16(habit.burst)) for place, habit in enumerate(habits)]
    seen, known = _appearances(cohort, sent, occasions, profile.face_recall)
    size = cohort.company
    exposed = _total(cohort, (size[r] * -np.expm1(seen[r]) for r in seen if r is not Relation.OWNER))
    recurring = _total(cohort, (size[r] * _at_least_three(known[r]) for r in known))
    evenings = _weighed(habits, occasions, PlaceKind.HOME, _share_of_evenings)
    weekdays = _weighed(habits, occasions, PlaceKind.WORK, _share_of_work)
    home = cohort.located * _at_least_three(evenings)
    work = cohort.located * _at_least_three(weekdays)
    celebrated = _total(
        cohort,
        (
            (sent[place] // np.int16(habit.burst)) * recall.get(habit.theme, 1.0) ** habit.burst
            for place, habit in enumerate(habits)
            if habit.theme in OCCASIONS and habit.burst >= FEWEST_PHOTOS
        ),
    )
    faces = _total(cohort, (sent[place] * _chance_of_a_face(habit) for place, habit in enumerate(habits)))
    sensitive = [sent[place] for place, habit in enumerate(habits) if habit.theme in SENSITIVE_THEMES]
    return Concluded(
        bystanders=_draw(cohort, "bystanders", exposed),
        home=_draw(cohort, "home", home),
        work=_draw(cohort, "work", work / (1 - false.get(InferenceKind.WORK, 0.0))),
        people=_draw(cohort, "people", recurring / (1 - false.get(InferenceKind.PERSON, 0.0))),
        occasions=_draw(cohort, "occasions", celebrated),
        with_faces=_draw(cohort, "faces", faces * profile.face_recall),
        sensitive=sum(sensitive, np.zeros(sent.shape[1], np.int32)),
    )


def _total(cohort: Cohort, parts: Iterable[NDArray[np.floating[Any] | np.integer[Any]]]) -> Numbers:
    total = np.zeros(len(cohort.persons))
    for part in parts:
        total += part
    return total


def _draw(cohort: Cohort, what: str, expected: Numbers) -> NDArray[np.int32]:
    """A whole number with that mean."""
    return (expected + draw_uniform(cohort.seed, f"row/{what}", cohort.persons)).astype(np.int32)


def _at_least_three(mean: Numbers) -> Numbers:
    """The chance that a Poisson number with that mean is `FEWEST_DAYS` or more."""
    assert FEWEST_DAYS == FEWEST_PHOTOS == _COUNTED_TO, "the closed form below counts no further"
    return 1 - np.exp(-mean) * (1 + mean + mean * mean / 2)


def _appearances(
    cohort: Cohort, sent: Counts, occasions: list[Counts], face_recall: float
) -> tuple[Mapping[Relation, Numbers], Mapping[Relation, Numbers]]:
    """For each relation: the log of the chance that one of them is on no photo, and how often one's face is found."""
    seen: dict[Relation, Numbers] = {}
    found: dict[Relation, Numbers] = {}
    for place, habit in enumerate(cohort.kind.habits):
        company = [relation for relation in dict.fromkeys(habit.company) if habit.people[1]]
        if not company:
            continue
        group = sum((cohort.company[relation] for relation in company), np.zeros(len(cohort.persons), np.int64))
        missed, share = _tables(habit.people, 1 + int(group.max(initial=0)))
        absent = occasions[place] * missed[group]
        present = sent[place] * (share * face_recall)[group]
        for relation in company:
            seen[relation] = seen.get(relation, 0.0) + absent
            if habit.theme not in SENSITIVE_THEMES:
                found[relation] = found.get(relation, 0.0) + present
    return seen, found


@lru_cache(maxsize=256)
def _tables(people: tuple[int, int], sizes: int) -> tuple[Numbers, Numbers]:
    """By the size of the company: the log of the chance that one of them is not in a photo, and the chance of being."""
    wanted = np.arange(people[0], people[1] + 1)
    size = np.arange(sizes)
    share = np.minimum(wanted[:, None] / np.maximum(size, 1), 1.0).mean(axis=0) * (size > 0)
    with np.errstate(divide="ignore"):
        return np.maximum(np.log1p(-share), _SURE), share


def _chance_of_a_face(habit: Habit) -> float:
    few, many = habit.people
    return 1 - (few == 0) / (many - few + 1) if habit.company else 0.0


def _weighed(
    habits: tuple[Habit, ...], occasions: list[Counts], where: PlaceKind, share_of: Callable[[Habit], float]
) -> Numbers:
    total = np.zeros(len(occasions[0]))
    for place, habit in enumerate(habits):
        if habit.where is where:
            total += occasions[place] * share_of(habit)
    return total


def _hours(habit: Habit) -> range:
    return range(habit.hours[0], habit.hours[1] + 1)


def _share_of_evenings(habit: Habit) -> float:
    """Of the occasions of a habit, those that fall on an evening, a night or a weekend."""
    late = sum(hour >= EVENING or hour < MORNING for hour in _hours(habit)) / len(_hours(habit))
    working = _WORKING_SHARE[habit.days]
    return 1 - working + working * late


def _share_of_work(habit: Habit) -> float:
    at_work = sum(WORK_STARTS <= hour < WORK_ENDS for hour in _hours(habit)) / len(_hours(habit))
    return _WORKING_SHARE[habit.days] * at_work
