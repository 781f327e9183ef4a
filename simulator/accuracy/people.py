"""Whether the groups of faces are people."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import comb

from simulator.accuracy.observed import ObservedRoll
from simulator.accuracy.shares import Share, count_share
from simulator.domain.events import Inference, InferenceKind
from simulator.journey.clusters import FaceSeen, group_people
from simulator.journey.infer import FEWEST_PERSON_DAYS, FEWEST_PHOTOS, infer


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleAccuracy:
    """Groups of faces against who the faces are.

    Attributes:
        precision: of the pairs of faces in one group, those of one person.
        recall: of the pairs of one person's found faces, those in one group.
        there: people drawn in at least three photos on two days, over all rolls.
        counted: recurring people that were concluded.
        recognised: of those there, those with a conclusion of which most faces are theirs.
    """

    precision: Share
    recall: Share
    there: int
    counted: int
    recognised: Share


def count_pairs(groups: Iterable[Sequence[Hashable]]) -> tuple[Share, Share]:
    """Pairwise precision and recall of a partition; each group lists whose its members truly are."""
    cells = [Counter(group) for group in groups]
    together = sum(comb(count, 2) for cell in cells for count in cell.values())
    grouped = sum(comb(cell.total(), 2) for cell in cells)
    same = sum(comb(count, 2) for count in sum(cells, Counter[Hashable]()).values())
    return count_share(together, grouped), count_share(together, same)


def groups_of(roll: ObservedRoll, sights: Sequence[FaceSeen]) -> dict[str, list[str]]:
    """Whose the faces of each group are, by the id that a conclusion about that group has."""
    return {
        f"person-{group[0].photo}-{group[0].number}": [roll.owners[face.photo, face.number] for face in group]
        for group in group_people(sights)
    }


def main_person(owners: Sequence[str]) -> str | None:
    """Whose more than half of the faces are."""
    who, count = Counter(owners).most_common(1)[0]
    return who if 2 * count > len(owners) else None


def name_people(inferences: Iterable[Inference], groups: Mapping[str, Sequence[str]]) -> set[str]:
    """Everybody of whom a conclusion is, going by most of its faces."""
    found = (main_person(groups[drawn.id]) for drawn in inferences if drawn.kind is InferenceKind.PERSON)
    return {who for who in found if who is not None}


def people_there(roll: ObservedRoll) -> set[str]:
    """Everybody who was drawn often enough that their recurring is there to be noticed."""
    photos: defaultdict[str, set[str]] = defaultdict(set)
    days: defaultdict[str, set[int]] = defaultdict(set)
    for seen in roll.photos:
        for face in seen.faces:
            photos[face.who].add(seen.photo.id)
            days[face.who].add(seen.photo.day)
    return {who for who in photos if len(photos[who]) >= FEWEST_PHOTOS and len(days[who]) >= FEWEST_PERSON_DAYS}


def measure_people(rolls: Sequence[ObservedRoll]) -> PeopleAccuracy:
    """Pairs and people, over all rolls; faces of different rolls are never compared."""
    members: list[list[tuple[int, str]]] = []
    there = counted = recognised = 0
    for number, roll in enumerate(rolls):
        groups = groups_of(roll, roll.sights())
        members += [[(number, who) for who in owners] for owners in groups.values()]
        drawn = infer({seen.photo.id: seen.analysis for seen in roll.photos})
        recurring = people_there(roll)
        there += len(recurring)
        counted += sum(inference.kind is InferenceKind.PERSON for inference in drawn)
        recognised += len(recurring & name_people(drawn, groups))
    precision, recall = count_pairs(members)
    return PeopleAccuracy(
        precision=precision, recall=recall, there=there, counted=counted, recognised=count_share(recognised, there)
    )
