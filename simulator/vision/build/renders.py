"""Drawn photos as the analyzer gets to see them: JPEG bytes, its own decoder, its own face finder."""

import datetime as dt
import io
from collections.abc import Iterator
from dataclasses import dataclass
from random import Random
from typing import Any

from PIL import Image

from simulator.domain.categories import Theme
from simulator.drawing.darkroom import DRAWINGS, Darkroom, Drawn
from simulator.vision.build.calibrate import Pixels
from simulator.vision.build.shifts import shift
from simulator.vision.evaluate.matching import HIT
from simulator.vision.evaluate.samples import make_pool, sample_photos
from simulator.vision.facefinder import FoundFace, cut_out, find_faces, overlap
from simulator.vision.picture import Picture, decode_picture
from simulator.vision.scenenet import LEAST_SIDE, see_pixels

THEMES = tuple(Theme)
_QUALITY = 85
_STARTS = dt.date(2025, 1, 1)
_LEAST_SCORE = 0.3  # faces below the threshold are kept here, so that the threshold can be judged


@dataclass(frozen=True, slots=True, kw_only=True)
class Crop:
    """A face that was found and cut out, and whose it is."""

    pixels: Pixels
    who: str
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Render:
    """One drawn photo, seen.

    Attributes:
        theme: index into `THEMES`.
        drawing: index into the theme's drawings.
        pixels, shifted: (1, 224, 224, 3), as drawn and as somebody else might have taken it.
        crops: faces that were found where one was drawn.
        truths: of every drawn face, its width as a share of the picture's longer side, and its score, 0 if missed.
        false_hits: scores of faces found where none was drawn.
    """

    theme: int
    drawing: int
    pixels: Pixels
    shifted: Pixels
    crops: tuple[Crop, ...]
    truths: tuple[tuple[float, float], ...]
    false_hits: tuple[float, ...]


def render_all(seed: int, people: int, per_theme: int, faces: Any) -> Iterator[Render]:
    """``per_theme`` photos of every theme with ``people`` strangers in them; ``faces`` is the face finder's session."""
    pool = make_pool(seed, people)
    darkroom = Darkroom(pool.people, pool.pets, _STARTS)
    for index, theme in enumerate(THEMES):
        for drawing, photo in sample_photos(seed, pool, theme, len(DRAWINGS[theme]), per_theme):
            drawn = darkroom.draw(photo)
            jpeg = _develop(drawn.image)
            picture = decode_picture(photo.id, jpeg, LEAST_SIDE)
            found = find_faces(faces, picture.image, _LEAST_SCORE)
            crops, truths, false_hits = _compare(drawn, photo.people, picture, found)
            shifted = decode_picture(photo.id, shift(jpeg, Random(f"shift/{photo.key}")), LEAST_SIDE)
            yield Render(
                theme=index,
                drawing=drawing,
                pixels=see_pixels(picture.image),
                shifted=see_pixels(shifted.image),
                crops=crops,
                truths=truths,
                false_hits=false_hits,
            )


def _develop(image: Image.Image) -> bytes:
    file = io.BytesIO()
    image.save(file, "JPEG", quality=_QUALITY)
    return file.getvalue()


def _compare(
    drawn: Drawn, people: tuple[str, ...], picture: Picture, found: tuple[FoundFace, ...]
) -> tuple[tuple[Crop, ...], tuple[tuple[float, float], ...], tuple[float, ...]]:
    scale = picture.image.width / drawn.image.width
    crops, truths, right = [], [], set()
    for truth in drawn.faces:
        box = tuple(edge * scale for edge in truth.box)
        hit = max(found, key=lambda face: overlap(face.box, box), default=None)
        score = 0.0
        if hit is not None and overlap(hit.box, box) > HIT:
            score = hit.score
            right.add(hit)
            crops.append(Crop(pixels=cut_out(picture.image, hit), who=people[truth.who], score=score))
        truths.append(((truth.box[2] - truth.box[0]) / max(drawn.image.size), score))
    return tuple(crops), tuple(truths), tuple(face.score for face in found if face not in right)
