"""What the company's analyzer made of one photo, and what it has put together so far: beliefs, and nothing else."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from simulator.domain.categories import DataCategory
from simulator.domain.events import Inference, InferenceKind
from simulator.domain.holding import HoldingState
from simulator.journey.wording import write_day, write_weekday
from simulator.tui.rooms.story.tiles import newest_state, original_state

if TYPE_CHECKING:
    from simulator.domain.analysis import Analysis, Face, GeoPoint, Label
    from simulator.journey.world import World

_SAME = "the same person in "


class Sight(StrEnum):
    """Whether the company has the photo, and so whether its picture may be shown as theirs."""

    NOTHING = "nothing has been sent yet"
    NEVER_SENT = "it never left the phone"
    HELD = "held"
    ORIGINAL_GONE = "the original is gone"


@dataclass(frozen=True, slots=True, kw_only=True)
class FaceBox:
    """A face in the picture; ``person`` is the letter of whom it is taken for, if it is taken for anybody."""

    face: "Face"
    number: int
    person: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownPerson:
    """Somebody who keeps appearing.

    Attributes:
        letter: A is who was concluded first.
        here: whether this photo is one of theirs.
    """

    letter: str
    inference: Inference
    words: str
    here: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CloudView:
    """One photo, and everything that was put together so far.

    Attributes:
        photo: id of the photo in view; empty while there is none.
        newest: whether it is the one that was seen last, rather than one that was picked.
        fates: what became of each kind of data about this photo that was ever held.
    """

    photo: str
    newest: bool
    sight: Sight
    labels: Sequence["Label"]
    themes: Sequence["Label"]
    faces: tuple[FaceBox, ...]
    taken: str
    place: str
    people: tuple[KnownPerson, ...]
    conclusions: tuple[Inference, ...]
    fates: "dict[DataCategory, HoldingState]"
    analysed: bool
    seen: int


def view_cloud(world: "World", picked: str | None) -> CloudView:
    """The picked photo once it has been taken, or else the one that the analyzer saw last."""
    if picked not in world.roll:
        picked = None
    photo = picked if picked is not None else ["", *world.analyses][-1]
    analysis = world.analyses.get(photo)
    people = _people(world, photo)
    return CloudView(
        photo=photo,
        newest=picked is None,
        sight=_sight(world, photo),
        labels=() if analysis is None else analysis.labels,
        themes=() if analysis is None else analysis.themes,
        faces=() if analysis is None else _boxes(world, analysis, people),
        taken="" if analysis is None else write_taken(analysis.taken_at),
        place="" if analysis is None else write_place(analysis.place),
        people=people,
        conclusions=tuple(each for each in world.inferences.values() if each.kind is not InferenceKind.PERSON),
        fates=_fates(world, photo),
        analysed=analysis is not None,
        seen=len(world.analyses),
    )


def _sight(world: "World", photo: str) -> Sight:
    if not photo:
        return Sight.NOTHING
    if photo not in world.uploads:
        return Sight.NEVER_SENT
    return Sight.ORIGINAL_GONE if original_state(world, photo) is HoldingState.DELETED else Sight.HELD


def _people(world: "World", photo: str) -> tuple[KnownPerson, ...]:
    found = [each for each in world.inferences.values() if each.kind is InferenceKind.PERSON]
    return tuple(
        KnownPerson(
            letter=_letter(number), inference=each, words=each.claim.removeprefix(_SAME), here=photo in each.photos
        )
        for number, each in enumerate(found)
    )


def _letter(number: int) -> str:
    """A to Z, then AA."""
    more, last = divmod(number, 26)
    return (_letter(more - 1) if more else "") + chr(ord("A") + last)


def _boxes(world: "World", analysis: "Analysis", people: Sequence[KnownPerson]) -> tuple[FaceBox, ...]:
    """Faces, each with the nearest of those people who are said to be in this photo; none is two people's."""
    near = sorted(
        (_distance(face.code, code), number, person.letter)
        for person in people
        if person.here and (code := _code_of(world, person.inference)) is not None
        for number, face in enumerate(analysis.faces, start=1)
    )
    taken: dict[int, str] = {}
    for _, number, letter in near:
        if number not in taken and letter not in taken.values():
            taken[number] = letter
    return tuple(
        FaceBox(face=face, number=number, person=taken.get(number, ""))
        for number, face in enumerate(analysis.faces, start=1)
    )


def _code_of(world: "World", person: Inference) -> tuple[int, ...] | None:
    """The code of the face that a person is named after: ``person-p0066-1``."""
    _, photo, number = person.id.split("-")
    analysis = world.analyses.get(photo)
    index = int(number) - 1
    return analysis.faces[index].code if analysis is not None and index < len(analysis.faces) else None


def _distance(one: Sequence[int], other: Sequence[int]) -> int:
    return sum((a - b) ** 2 for a, b in zip(one, other, strict=False))


def _fates(world: "World", photo: str) -> "dict[DataCategory, HoldingState]":
    """Of one photo, the state of each kind of data that was made from it alone."""
    return {
        category: state
        for category in DataCategory
        if photo and (state := newest_state(world, f"{photo}/{category}")) is not None
    }


def write_taken(taken_at: str | None) -> str:
    """``Wed 18 June 2025, 18:20``, as the file says; empty if it does not."""
    if taken_at is None:
        return ""
    try:
        at = datetime.fromisoformat(taken_at)
    except ValueError:
        return ""
    return f"{write_weekday(at)[:3]} {write_day(at.date())}, {at:%H:%M}"


def write_place(place: "GeoPoint | None") -> str:
    """``44.6471 N, 63.5631 W``; empty if the file does not say."""
    if place is None:
        return ""
    north = f"{abs(place.latitude):.4f} {'N' if place.latitude >= 0 else 'S'}"
    return f"{north}, {abs(place.longitude):.4f} {'E' if place.longitude >= 0 else 'W'}"
