"""What is held because of the photos sent, day by day and at the end, under the terms of one world."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from simulator.domain.categories import DataCategory
from simulator.domain.reading import Reading
from simulator.experiment.rows.conclusions import Concluded
from simulator.experiment.rows.fate import Fate, Fates, may_hold, read_fates
from simulator.experiment.rows.uploads.queue import Counts
from simulator.terms.clause import Terms
from simulator.terms.decide import DecisionTable

_NOT = -1
Numbers = NDArray[np.integer[Any]]


@dataclass(frozen=True)
class Rules:
    """The terms of one world, as rows need them."""

    terms: Terms

    @cached_property
    def table(self) -> DecisionTable:
        return DecisionTable.of(self.terms)

    @cached_property
    def fates(self) -> Fates:
        return read_fates(self.terms)

    def allows(self, category: DataCategory, *, opted_in: bool = True) -> bool:
        return may_hold(self.table, category, opted_in=opted_in)

    def records_alive(
        self,
        category: DataCategory,
        count: Numbers,
        given: NDArray[np.int32],
        withdrawn: NDArray[np.int32],
        day: int,
    ) -> tuple[int, int]:
        """Of things that each person has ``count`` of, how many are held at the end of a day, kindest and harshest.

        They are taken to be as old as the yes, or as day 0 where there is none.
        """
        # What may be held without a consent only has no fate of its own among those that may be held with one.
        fates = [self.fates[reading].get(category, Fate(collected=None, withdrawn=None)) for reading in Reading]
        kindest, harshest = (
            int(np.dot(count, _is_alive(fate, np.maximum(given, 0), withdrawn, day).astype(np.int64))) for fate in fates
        )
        return kindest, harshest


def _is_alive(fate: Fate, since: NDArray[np.int32], withdrawn: NDArray[np.int32], day: int) -> NDArray[np.bool_]:
    """Whether something made on that day is held at the end of another."""
    stands = (withdrawn == _NOT) | (withdrawn > day)
    fresh: NDArray[np.bool_] = np.ones(len(since), np.bool_)
    if fate.collected is not None:
        fresh = since + fate.collected > day
    if fate.stays_till_withdrawal:
        fresh = stands | fresh
    if fate.withdrawn is not None:
        fresh = fresh & (stands | (withdrawn + fate.withdrawn > day))
    return fresh


def photos_alive(fate: Fate, by_day: Counts, withdrawn: NDArray[np.int32], day: int) -> Counts:
    """Of the photos sent, those held at the end of a day.

    Args:
        fate: of such a thing.
        by_day: photos sent by the end of each day, shape ``(days, n)``.
        withdrawn: the day of the withdrawal, or -1, shape ``(n,)``.
        day: of the story.
    """
    alive = by_day[day]
    if fate.collected is not None:
        before = day - fate.collected
        alive = alive - by_day[before] if before >= 0 else alive
        if fate.stays_till_withdrawal:
            alive = np.where((withdrawn == _NOT) | (withdrawn > day), by_day[day], alive)
    if fate.withdrawn is not None:
        alive = alive * ((withdrawn == _NOT) | (withdrawn + fate.withdrawn > day))
    held: Counts = alive
    return held


def photo_days(fate: Fate, by_day: Counts, withdrawn: NDArray[np.int32]) -> NDArray[np.int32]:
    """The sum of `photos_alive` over all days: one photo held for one night is one."""
    if fate.collected is None:
        ends = np.where(withdrawn == _NOT, len(by_day), withdrawn + (fate.withdrawn or 0))
        if fate.withdrawn is None:
            ends = np.full(len(withdrawn), len(by_day))
        total = np.zeros(by_day.shape[1], np.int32)
        for day, sent in enumerate(by_day):
            total += sent * (ends > day)
        return total
    return sum(
        (photos_alive(fate, by_day, withdrawn, day).astype(np.int32) for day in range(len(by_day))),
        np.zeros(by_day.shape[1], np.int32),
    )


def things_made(
    sent: Numbers, located: NDArray[np.bool_], found: Concluded, ideas: Numbers
) -> Mapping[DataCategory, Numbers]:
    """How many things of each kind come of the photos sent, shape ``(n,)`` each."""
    photos = sent.astype(np.int64)
    faces, drawn = found.with_faces, found.all
    return {
        **dict.fromkeys(_OF_EACH_PHOTO, photos),
        DataCategory.PLACE: photos * located,
        DataCategory.FACE_BOX: faces,
        DataCategory.FACE_TEMPLATE: faces,
        DataCategory.PERSON_CLUSTER: found.people,
        DataCategory.HOME: found.home,
        DataCategory.WORK: found.work,
        DataCategory.OCCASION: found.occasions,
        DataCategory.IDEA: ideas,
        DataCategory.RANKING_WEIGHTS: ideas,
        DataCategory.ADS_PROFILE: (drawn > 0).astype(np.int64),
    }


_OF_EACH_PHOTO = (
    DataCategory.ORIGINAL,
    DataCategory.THUMBNAIL,
    DataCategory.TIME,
    DataCategory.DEVICE,
    DataCategory.EMBEDDING,
    DataCategory.LABELS,
)
OF_ACCOUNT = (DataCategory.CONSENT_RECORD, DataCategory.INTERACTION_LOG)


def held_at(
    rules: Rules, made: Mapping[DataCategory, Numbers], by_day: Counts, withdrawn: NDArray[np.int32]
) -> Mapping[DataCategory, tuple[int, int]]:
    """How many of each kind are held at the end of the last day, by all these people, kindest and harshest.

    What was made from photos is taken to be as old as the photos of its owner are.
    """
    day = len(by_day) - 1
    shares: dict[Fate, NDArray[np.float64]] = {}
    held = {}
    for category, things in made.items():
        if not rules.allows(category):
            continue
        band = []
        for reading in Reading:
            fate = rules.fates[reading][category]
            if fate not in shares:
                alive = photos_alive(fate, by_day, withdrawn, day)
                shares[fate] = alive / np.maximum(by_day[day], 1)
            band.append(int(np.rint(things * shares[fate]).sum()))
        held[category] = (band[0], band[1])
    return held
