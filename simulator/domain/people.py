"""Human beings as a photo sees them: who they are to the owner, and what they look like."""

from dataclasses import dataclass
from enum import StrEnum


class AgeGroup(StrEnum):
    CHILD = "child"
    TEEN = "teen"
    ADULT = "adult"
    ELDER = "elder"


class Relation(StrEnum):
    """What somebody is to the owner of the camera roll."""

    OWNER = "owner"
    PARTNER = "partner"
    CHILD = "child"
    PARENT = "parent"
    FRIEND = "friend"
    FRIENDS_CHILD = "friend's child"
    COLLEAGUE = "colleague"


class HairStyle(StrEnum):
    BALD = "bald"
    CROPPED = "cropped"
    SHORT = "short"
    BOB = "bob"
    LONG = "long"
    CURLY = "curly"
    BUN = "bun"
    TIED = "tied"


@dataclass(frozen=True, slots=True, kw_only=True)
class Appearance:
    """A face that stays the same from photo to photo.

    Proportions are offsets in [-1, 1] from an average face; ``skin`` runs from 0 (lightest) to 1 (darkest);
    ``hair_color`` and ``iris`` run over a palette in [0, 1); ``beard`` runs from 0 (none) to 1 (full);
    ``outfit`` in [0, 1) is the hue this person likes to wear.
    """

    age: AgeGroup
    skin: float
    hair_color: float
    hair_style: HairStyle
    face_width: float
    face_length: float
    jaw: float
    eye_spacing: float
    eye_size: float
    brow: float
    nose: float
    mouth: float
    iris: float
    beard: float
    glasses: bool
    freckles: bool
    earrings: bool
    outfit: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Human:
    """Somebody who can be in a photo. Only the owner is ever asked for consent.

    Attributes:
        id: unique within a story: ``owner``, ``partner``, ``friend-2`` ...
    """

    id: str
    name: str
    relation: Relation
    look: Appearance


class PetKind(StrEnum):
    DOG = "dog"
    CAT = "cat"
    RABBIT = "rabbit"
    BIRD = "bird"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pet:
    """An animal of the household; ``coat`` in [0, 1) picks its colours."""

    id: str
    name: str
    kind: PetKind
    coat: float
