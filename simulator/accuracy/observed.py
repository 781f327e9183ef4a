"""The truth of a photo beside what the analyzer believed of it."""

import datetime as dt
from dataclasses import dataclass
from functools import cached_property

from simulator.domain.analysis import Analysis, GeoPoint, Label
from simulator.domain.photo import Photo
from simulator.journey.belief import is_sensitive
from simulator.journey.clusters import FaceSeen

Faces = dict[tuple[str, int], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnFace:
    """A face that is in the picture.

    Attributes:
        who: the id of the human whose it is.
        width: as a share of the picture's longer side.
        found: which of the analysis' faces it is, counted from 1; None: it was missed.
    """

    who: str
    width: float
    found: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation:
    """One photo.

    Attributes:
        guess: the likeliest theme with its probability, below the reject threshold too, for calibration only.
        faces: those that were drawn.
        milliseconds: processor time of the analysis.
    """

    photo: Photo
    analysis: Analysis
    guess: Label
    faces: tuple[DrawnFace, ...]
    milliseconds: float


@dataclass(frozen=True, kw_only=True, eq=False)
class ObservedRoll:
    """Every photo of one person; no roll equals another.

    Attributes:
        home, work: where they truly are.
        starts: the date of day 0.
        photos: in the order in which an app sends them: newest first.
    """

    home: GeoPoint
    work: GeoPoint
    starts: dt.date
    photos: tuple[Observation, ...]

    @cached_property
    def owners(self) -> Faces:
        """Whose each found face is, by photo and number; one that nobody drew is somebody of its own."""
        return {
            (seen.photo.id, number): next(
                (face.who for face in seen.faces if face.found == number), f"nobody {seen.photo.id} {number}"
            )
            for seen in self.photos
            for number in range(1, len(seen.analysis.faces) + 1)
        }

    def sights(self) -> tuple[FaceSeen, ...]:
        """The faces that `simulator.journey.infer` groups into people: none of a photo that may be sensitive."""
        return tuple(
            FaceSeen(photo=seen.photo.id, number=number, code=face.code)
            for seen in self.photos
            if not is_sensitive(seen.analysis)
            for number, face in enumerate(seen.analysis.faces, start=1)
        )
