"""Finds faces with BlazeFace (back camera), cuts them out upright, all at one size, and codes them."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from math import exp, inf, log
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from simulator.domain.analysis import Face
from simulator.vision.picture import scale_to

Floats = NDArray[np.float32]
Pixels = NDArray[np.uint8]
SIDE = 256  # of the network's longer side, in pixels: what it was trained on
MOST_FACES = 8
_GRIDS = ((16, 2), (32, 6))  # pixels a cell and anchors a cell, coarse cells last, as the network was trained
_WHOLE = 32  # sides of the network are multiples of the coarsest cell
_SUREST = 50.0  # log odds; beyond this their exponential means nothing more
_SAME_FACE = 0.3  # overlap of two boxes, as intersection over union, from which on they are one face
CROP_SIDE = 112
_ENOUGH = 0.7  # pixels for one of a crop's side; codes of as many were as good as of more (docs/analyzer.md)
_MOST_CODE = 127
# Where right eye, left eye, nose and mouth go in a crop: from crown to collar, so that hair and ears count.
_CANON = np.array([[43.0, 50.0], [69.0, 50.0], [56.0, 63.0], [56.0, 77.0]])


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundFace:
    """A face in pixels of the picture that was searched.

    Attributes:
        box: left, top, right, bottom.
        points: (x, y) of right eye, left eye, nose, mouth.
        score: in [0, 1].
    """

    box: tuple[float, float, float, float]
    points: tuple[tuple[float, float], ...]
    score: float


@cache
def _anchors(width: int, height: int) -> Floats:
    """The middles of the anchors in pixels of what the network sees, in the order of its answers; (count, 2)."""
    rows = []
    for cell, each in _GRIDS:
        x, y = np.meshgrid(*((np.arange(side // cell) + 0.5) * cell for side in (width, height)))
        rows.append(np.repeat(np.stack([x.ravel(), y.ravel()], axis=1), each, axis=0))
    return np.concatenate(rows).astype(np.float32)


def _fit(image: Image.Image) -> tuple[Pixels, float]:
    """The picture in the corner of the smallest black rectangle of whole cells, its longer side `SIDE` pixels.

    Returns:
        (1, height, width, 3), and how many pixels of the picture make one of these.
    """
    scale = max(image.size) / SIDE
    size = (max(1, round(image.width / scale)), max(1, round(image.height / scale)))
    small = scale_to(image, size)
    cells = (-(-size[0] // _WHOLE) * _WHOLE, -(-size[1] // _WHOLE) * _WHOLE)
    if cells != size:
        paper = Image.new("RGB", cells)
        paper.paste(small)
        small = paper
    return np.asarray(small)[None], scale


def overlap(box: Sequence[float], other: Sequence[float]) -> float:
    """Intersection over union of two boxes (left, top, right, bottom)."""
    width = min(box[2], other[2]) - max(box[0], other[0])
    height = min(box[3], other[3]) - max(box[1], other[1])
    if width <= 0 or height <= 0:
        return 0.0
    shared = width * height
    areas = sum((b[2] - b[0]) * (b[3] - b[1]) for b in (box, other))
    return shared / (areas - shared)


def find_faces(session: Any, image: Image.Image, threshold: float) -> tuple[FoundFace, ...]:
    """The `MOST_FACES` surest faces with a score of at least ``threshold``, surest first.

    The session is BlazeFace's, as `simulator.vision.network.open_network` opens it; the image is RGB and upright.
    """
    pixels, scale = _fit(image)
    near, far, near_boxes, far_boxes = session.run(None, {"pixels": pixels})
    # The network gives log odds. Most anchors are refused by these, and are worked out no further.
    scores = np.concatenate([near[0], far[0]])[:, 0].clip(-_SUREST, _SUREST)
    likely = np.flatnonzero(scores >= _log_odds(threshold))
    boxes = np.concatenate([near_boxes[0], far_boxes[0]])[likely]
    anchors = _anchors(pixels.shape[2], pixels.shape[1])[likely]
    found: list[FoundFace] = []
    for index in np.argsort(-scores[likely], kind="stable"):
        if len(found) == MOST_FACES:
            break
        score = 1 / (1 + exp(-float(scores[likely[index]])))
        face = _read_face(anchors[index], boxes[index], score, scale)
        if all(overlap(face.box, other.box) < _SAME_FACE for other in found):
            found.append(face)
    return tuple(found)


def _log_odds(probability: float) -> float:
    return log(probability / (1 - probability)) if probability > 0 else -inf


def _read_face(anchor: Floats, offsets: Floats, score: float, scale: float) -> FoundFace:
    """A face in pixels of the picture; anchor and offsets are in those of the network."""
    center = anchor + offsets[:2]
    half = offsets[2:4] / 2
    points = (anchor + offsets[4:12].reshape(4, 2)) * scale
    left, top = (float(v) for v in (center - half) * scale)
    right, bottom = (float(v) for v in (center + half) * scale)
    return FoundFace(
        box=(left, top, right, bottom),
        points=tuple((float(x), float(y)) for x, y in points),
        score=score,
    )


def is_fine(face: FoundFace) -> bool:
    """Whether the image that was searched shows enough of the face: a crop of it need not be enlarged by much."""
    turn, _ = _find_similarity(face, 1.0)
    return abs(turn) >= _ENOUGH


def cut_out(image: Image.Image, face: FoundFace, scale: float = 1.0) -> Pixels:
    """The face, turned and scaled so that eyes, nose and mouth lie where they lie in every other crop.

    Args:
        image: RGB, upright.
        face: as it was found.
        scale: how many times larger this image of the picture is than the one that was searched.

    Returns:
        (1, 112, 112, 3), as the network for face codes takes it.
    """
    turn, shift = _find_similarity(face, scale)
    step = int(abs(turn))
    if step > 1:
        # Of a near face, pixels would be passed over: their means are taken first.
        image, turn, shift = image.reduce(step), turn / step, shift / step
    similarity = (turn.real, -turn.imag, shift.real, turn.imag, turn.real, shift.imag)
    size = (CROP_SIDE, CROP_SIDE)
    return np.asarray(image.transform(size, Image.Transform.AFFINE, similarity, Image.Resampling.BILINEAR))[None]


def _find_similarity(face: FoundFace, scale: float) -> tuple[complex, complex]:
    """The turn (with its stretch) and the shift from the crop's canon to the picture, by least squares."""
    canon = _CANON[:, 0] + 1j * _CANON[:, 1]
    points = np.array([complex(x, y) for x, y in face.points]) * scale
    middle, centre = canon.mean(), points.mean()
    turn = np.vdot(canon - middle, points - centre) / np.vdot(canon - middle, canon - middle)
    return complex(turn), complex(centre - turn * middle)


def read_codes(session: Any, crops: Sequence[Pixels]) -> list[tuple[int, ...]]:
    """The code of each face that was cut out: 32 integers in [-127, 127]; the session is the network ``codes``'s."""
    (codes,) = session.run(["face_code"], {"pixels": np.concatenate(crops)})
    return [tuple(int(value) for value in code) for code in np.rint(codes).clip(-_MOST_CODE, _MOST_CODE)]


def describe_face(face: FoundFace, size: tuple[int, int], code: tuple[int, ...]) -> Face:
    """The face as it is told: in shares of the picture, whose width and height in pixels are ``size``."""
    width, height = size
    left, top, right, bottom = face.box
    return Face(
        left=round(left / width, 4),
        top=round(top / height, 4),
        width=round((right - left) / width, 4),
        height=round((bottom - top) / height, 4),
        score=round(face.score, 4),
        code=code,
    )
