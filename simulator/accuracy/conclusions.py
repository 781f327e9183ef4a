"""Which conclusions are true, which are made up, and how few photos it takes."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from statistics import median

from simulator.accuracy.observed import ObservedRoll
from simulator.accuracy.people import groups_of, name_people, people_there
from simulator.accuracy.shares import Share, count_share, share_of
from simulator.domain.analysis import GeoPoint
from simulator.domain.events import Inference, InferenceKind
from simulator.journey.infer import infer
from simulator.journey.places import measure_metres

RIGHT_PLACE = 300.0  # metres
_HOME = "home"  # beside the ids of humans, of which none is this


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceAccuracy:
    """Where homes, or workplaces, were concluded to be.

    Attributes:
        found: of the people whose files carry places, those whose place was concluded within 300 m.
        metres: how far off each conclusion was, nearest first, wrong ones included.
    """

    kind: InferenceKind
    found: Share
    metres: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeUp:
    """Of the conclusions of one kind, those that are false.

    False is a place more than 300 m away; a recurring person with a single face of anybody else among theirs; an
    occasion of which not most photos are of that theme and day.
    """

    kind: InferenceKind
    false: Share


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenAway:
    """How few photos give something away, sent newest first.

    Attributes:
        what: ``home``, or ``person``: somebody who recurs.
        given_away: of those there were to be given away.
        photos: after how many photos the right conclusion was drawn and stayed, in ascending order.
        median_photos: the middle of these.
        resting_on: the middle of how many photos that conclusion then rested on.
    """

    what: InferenceKind
    given_away: Share
    photos: tuple[int, ...]
    median_photos: float | None
    resting_on: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ConclusionsAccuracy:
    """All conclusions over all rolls."""

    places: tuple[PlaceAccuracy, ...]
    made_up: tuple[MadeUp, ...]
    given_away: tuple[GivenAway, ...]


def measure_conclusions(rolls: Sequence[ObservedRoll]) -> ConclusionsAccuracy:
    """Draws conclusions from all photos of each roll, and from each beginning of it."""
    drawn = [(roll, infer({seen.photo.id: seen.analysis for seen in roll.photos})) for roll in rolls]
    verdicts = [(one.kind, is_true) for roll, found in drawn for one, is_true in judge(roll, found)]
    first = [first_given_away(roll) for roll in rolls]
    return ConclusionsAccuracy(
        places=tuple(_measure_place(kind, drawn) for kind in (InferenceKind.HOME, InferenceKind.WORK)),
        made_up=tuple(
            MadeUp(kind=kind, false=share_of(not is_true for of, is_true in verdicts if of is kind))
            for kind in InferenceKind
        ),
        given_away=(
            _give_away(InferenceKind.HOME, [one.home for one in first], sum(map(_has_places, rolls))),
            _give_away(
                InferenceKind.PERSON,
                [hit for one in first for hit in one.people],
                sum(len(people_there(roll)) for roll in rolls),
            ),
        ),
    )


def judge(roll: ObservedRoll, inferences: Iterable[Inference]) -> list[tuple[Inference, bool]]:
    """Each conclusion, and whether it is true; see `MadeUp`."""
    groups = groups_of(roll, roll.sights())
    return [(inference, _is_true(roll, inference, groups)) for inference in inferences]


def _is_true(roll: ObservedRoll, inference: Inference, groups: Mapping[str, Sequence[str]]) -> bool:
    if inference.kind is InferenceKind.PERSON:
        return len(set(groups[inference.id])) == 1
    if inference.kind is InferenceKind.OCCASION:
        return _is_true_occasion(roll, inference)
    return _metres_off(roll, inference) <= RIGHT_PLACE


def _is_true_occasion(roll: ObservedRoll, inference: Inference) -> bool:
    named = {
        seen.photo.id: f"occasion-{roll.starts + dt.timedelta(days=seen.photo.day)}-{seen.photo.theme}"
        for seen in roll.photos
    }
    return 2 * sum(named[photo] == inference.id for photo in inference.photos) > len(inference.photos)


def _metres_off(roll: ObservedRoll, inference: Inference) -> float:
    truth = roll.home if inference.kind is InferenceKind.HOME else roll.work
    assert inference.latitude is not None
    assert inference.longitude is not None
    return measure_metres(truth, GeoPoint(latitude=inference.latitude, longitude=inference.longitude))


def _has_places(roll: ObservedRoll) -> bool:
    return any(seen.analysis.place is not None for seen in roll.photos)


def _measure_place(kind: InferenceKind, drawn: Sequence[tuple[ObservedRoll, tuple[Inference, ...]]]) -> PlaceAccuracy:
    metres = [_metres_off(roll, one) for roll, found in drawn for one in found if one.kind is kind]
    hits = sum(off <= RIGHT_PLACE for off in metres)
    there = sum(_has_places(roll) for roll, _ in drawn)
    return PlaceAccuracy(kind=kind, found=count_share(hits, there), metres=tuple(sorted(map(round, metres))))


_Hit = tuple[int, int]  # photos sent, photos that the conclusion rests on


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstGivenAway:
    """After how many photos of one roll, and on how many of them it then rests."""

    home: _Hit | None
    people: tuple[_Hit, ...]


@cache
def first_given_away(roll: ObservedRoll) -> FirstGivenAway:
    """When home, and each person, was first concluded rightly for good.

    It concludes again after every photo, some seconds a roll; remembered, so that it can be done as rolls come in.
    """
    there = people_there(roll)
    standing: dict[str, _Hit] = {}
    for sent in range(1, len(roll.photos) + 1):
        right = _right_after(roll, sent, there)
        standing = {what: standing.get(what, (sent, resting)) for what, resting in right.items()}
    people = tuple(hit for what, hit in standing.items() if what in there)
    return FirstGivenAway(home=standing.get(_HOME), people=people)


def _right_after(roll: ObservedRoll, sent: int, there: set[str]) -> dict[str, int]:
    """What is rightly concluded from the first photos: home and people by id, with the photos it rests on."""
    part = ObservedRoll(home=roll.home, work=roll.work, starts=roll.starts, photos=roll.photos[:sent])
    drawn = infer({seen.photo.id: seen.analysis for seen in part.photos})
    groups = groups_of(part, part.sights())
    right: dict[str, int] = {}
    for one in drawn:
        if one.kind is InferenceKind.HOME and _metres_off(roll, one) <= RIGHT_PLACE:
            right[_HOME] = len(one.photos)
        for who in name_people([one], groups) & there:
            right[who] = max(right.get(who, 0), len(one.photos))
    return right


def _give_away(what: InferenceKind, hits: Iterable[_Hit | None], there: int) -> GivenAway:
    given = [hit for hit in hits if hit is not None]
    return GivenAway(
        what=what,
        given_away=count_share(len(given), there),
        photos=tuple(sorted(sent for sent, _ in given)),
        median_photos=float(median(sent for sent, _ in given)) if given else None,
        resting_on=float(median(rests for _, rests in given)) if given else None,
    )
