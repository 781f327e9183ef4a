"""Who is who: faces grouped into people by how near their codes are, without a name and without being told how many."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from simulator.domain.errors import AnalyzerError

# Mean Euclidean distance between codes. The shipped model's codes are scaled so that 1 % of the pairs of different
# people are nearer than this (docs/analyzer.md; `codes` in models.toml).
SAME_PERSON = 120.0


@dataclass(frozen=True, slots=True, kw_only=True)
class FaceSeen:
    """One face in one photo; ``number`` counts the faces of that photo from 1."""

    photo: str
    number: int
    code: tuple[int, ...]


def group_people(faces: Sequence[FaceSeen], same_person: float = SAME_PERSON) -> tuple[tuple[FaceSeen, ...], ...]:
    """Faces grouped into people: agglomeration by average linkage, as long as the nearest two groups are near enough.

    Args:
        faces: what was seen; a face's place in this order says only who comes first in the answer.
        same_person: the largest mean Euclidean distance between the codes of two groups that are one person.

    Returns:
        A partition of the faces. Faces within a group, and groups by their first face, in the order given.

    Raises:
        AnalyzerError: codes of different lengths, which no distance is defined for.

    INVARIANT: two faces in one photo are never the same person. The order of the faces does not change the groups.
    """
    lengths = {len(face.code) for face in faces}
    if len(lengths) > 1:
        raise AnalyzerError(f"face codes of {sorted(lengths)} numbers: analyse all photos with the same model")
    if not faces:
        return ()
    # Ties are broken by what the faces are, not by when they came.
    ranked = sorted(range(len(faces)), key=lambda at: (faces[at].code, faces[at].photo, faces[at].number))
    groups = _agglomerate(_distances([faces[at] for at in ranked]), same_person)
    in_order = sorted(sorted(ranked[member] for member in group) for group in groups)
    return tuple(tuple(faces[at] for at in group) for group in in_order)


def _distances(faces: Sequence[FaceSeen]) -> npt.NDArray[np.float64]:
    """Euclidean distances between all codes; infinite within a photo, and on the diagonal."""
    codes = np.array([face.code for face in faces], dtype=np.float64)
    squares = (codes * codes).sum(axis=1)
    # Whole numbers far below 2**53: no machine rounds them differently, in whatever order it adds.
    distances: npt.NDArray[np.float64] = np.sqrt(squares[:, None] + squares[None, :] - 2 * codes @ codes.T)
    photos = np.array([face.photo for face in faces])
    distances[photos[:, None] == photos[None, :]] = np.inf
    return distances


def _agglomerate(distances: npt.NDArray[np.float64], same_person: float) -> list[list[int]]:
    """Join the two nearest groups again and again; infinity outlives every average, so it forbids for good."""
    groups: dict[int, list[int]] = {at: [at] for at in range(len(distances))}
    while len(groups) > 1:
        first, second = divmod(int(np.argmin(distances)), len(distances))
        if not distances[first, second] <= same_person:
            break
        kept, gone = len(groups[first]), len(groups[second])
        mean = (kept * distances[first] + gone * distances[second]) / (kept + gone)
        distances[first, :] = distances[:, first] = mean
        distances[second, :] = distances[:, second] = np.inf
        groups[first] += groups.pop(second)
    return list(groups.values())
