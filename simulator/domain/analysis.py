"""What an analyzer says about one picture file. It is a belief; the truth is the `Photo`."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A class name and a probability in [0, 1], rounded to four decimals."""

    name: str
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """A face found in a picture.

    Attributes:
        left, top, width, height: the box, as fractions of the upright picture's width and height.
        score: the detector's confidence in [0, 1].
        code: the face's appearance as small integers in [-127, 127]; near codes are likely the same person.
    """

    left: float
    top: float
    width: float
    height: float
    score: float
    code: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GeoPoint:
    """Degrees north and east (WGS 84), as the file's own EXIF gives them."""

    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysis:
    """Everything the analyzer reads out of one file.

    Attributes:
        labels: the five likeliest ImageNet classes, likeliest first.
        themes: the likeliest themes with at least the reject threshold, likeliest first; empty means unknown.
        taken_at: EXIF time as ISO 8601 with its offset when the file has one, else None.
        model: the first 12 hexadecimal digits of the model file's SHA-256.
    """

    labels: tuple[Label, ...]
    themes: tuple[Label, ...]
    faces: tuple[Face, ...]
    taken_at: str | None
    place: GeoPoint | None
    model: str
