"""Which of the faces that were found is which of those that were drawn."""

from collections.abc import Sequence

from simulator.domain.analysis import Face
from simulator.drawing.scene import FaceTruth
from simulator.vision.facefinder import overlap

HIT = 0.3  # intersection over union with the truth


def match_faces(truths: Sequence[FaceTruth], found: Sequence[Face], size: tuple[int, int]) -> dict[int, int]:
    """Pairs each drawn face with at most one found face, those that overlap most first.

    Args:
        truths: boxes in pixels of the drawn picture.
        found: what the analyzer gave.
        size: of the drawn picture.

    Returns:
        The index of the found face by the index of the drawn one, without those that were missed.
    """
    width, height = size
    boxes = [
        (
            face.left * width,
            face.top * height,
            (face.left + face.width) * width,
            (face.top + face.height) * height,
        )
        for face in found
    ]
    pairs = sorted(
        ((overlap(truth.box, box), drawn, hit) for drawn, truth in enumerate(truths) for hit, box in enumerate(boxes)),
        key=lambda pair: (-pair[0], pair[1:]),
    )
    matched: dict[int, int] = {}
    for shared, drawn, hit in pairs:
        if shared > HIT and drawn not in matched and hit not in matched.values():
            matched[drawn] = hit
    return matched
