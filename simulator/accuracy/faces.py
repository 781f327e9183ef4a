"""Which faces are found, by how large they are and in what light, and which were never there."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise

from simulator.accuracy.observed import DrawnFace, Observation
from simulator.accuracy.shares import Share, share_of
from simulator.domain.photo import Light

WIDTHS = (0.0, 0.04, 0.06, 0.08, 0.12, 0.2, 1.0)
_BANDS = {f"{low:.0%} to {high:.0%}": (low, high) for low, high in pairwise(WIDTHS)}
_COMPANY = {"alone": (1, 1), "two or three": (2, 3), "four or more": (4, 99)}

Drawn = tuple[Observation, DrawnFace]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Of the faces of one group, those found."""

    group: str
    found: Share


@dataclass(frozen=True, slots=True, kw_only=True)
class FacesAccuracy:
    """Faces of the rolls.

    Attributes:
        by_width: the width as a share of the picture's longer side.
        by_company: by how many faces were drawn in the photo.
        by_turn: of faces drawn one by one for this purpose, since a roll does not say how heads are turned.
        false: of all faces that were found, those that nobody drew.
        photos_with_false: of all photos, those with such a face.
    """

    found: Share
    by_width: tuple[Found, ...]
    by_light: tuple[Found, ...]
    by_company: tuple[Found, ...]
    by_turn: tuple[Found, ...]
    false: Share
    photos_with_false: Share


def measure_faces(seen: Sequence[Observation], by_turn: Sequence[Found] = ()) -> FacesAccuracy:
    """Detection over all photos; ``by_turn`` is passed through."""
    drawn = [(one, face) for one in seen for face in one.faces]
    false = [_false_faces(one) for one in seen]
    return FacesAccuracy(
        found=share_of(face.found is not None for _, face in drawn),
        by_width=tuple(_group(name, drawn, partial(_is_as_wide, low, high)) for name, (low, high) in _BANDS.items()),
        by_light=tuple(_group(light, drawn, partial(_is_lit, light)) for light in Light),
        by_company=tuple(_group(name, drawn, partial(_has_company, *span)) for name, span in _COMPANY.items()),
        by_turn=tuple(by_turn),
        false=share_of(no_face for faces in false for no_face in faces),
        photos_with_false=share_of(any(faces) for faces in false),
    )


def _false_faces(one: Observation) -> list[bool]:
    """For each face that was found, whether nobody drew it."""
    drawn = {face.found for face in one.faces}
    return [number not in drawn for number in range(1, len(one.analysis.faces) + 1)]


def _is_as_wide(low: float, high: float, one: Drawn) -> bool:
    return low <= one[1].width < high


def _is_lit(light: Light, one: Drawn) -> bool:
    return one[0].photo.light is light


def _has_company(fewest: int, most: int, one: Drawn) -> bool:
    return fewest <= len(one[0].faces) <= most


def _group(name: str, drawn: Sequence[Drawn], belongs: Callable[[Drawn], bool]) -> Found:
    return Found(group=name, found=share_of(one[1].found is not None for one in drawn if belongs(one)))
