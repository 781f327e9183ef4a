"""The scene network's pixels and answers; the model build trains on exactly these."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from simulator.domain.analysis import Label
from simulator.domain.errors import AnalyzerError
from simulator.vision.picture import scale_to

Floats = NDArray[np.float32]
Pixels = NDArray[np.uint8]
SIDE = 224
# Of the shorter side, decoded. A little less than the network's own, so that a picture of a megapixel, 864 pixels high,
# is decoded at a quarter; docs/analyzer.md says what that costs.
LEAST_SIDE = 210
_LABELS = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What one run gives for one picture: raw scores by class and by theme."""

    logits: Floats
    theme_logits: Floats


def read_labels(path: Path) -> tuple[str, ...]:
    """The names of the 1,000 ImageNet classes, one a line, in the network's order.

    Raises:
        AnalyzerError: the file is missing or has another number of lines.
    """
    try:
        names = tuple(path.read_text(encoding="utf-8").splitlines())
    except (OSError, ValueError) as problem:
        raise AnalyzerError(f"{path}: the class names cannot be read; reinstall camera-rollcall") from problem
    if len(names) != _LABELS:
        raise AnalyzerError(f"{path}: {len(names)} class names, expected {_LABELS}; reinstall camera-rollcall")
    return names


def see_pixels(image: Image.Image) -> Pixels:
    """The whole picture, squashed into a square: (1, 224, 224, 3)."""
    return np.asarray(scale_to(image, (SIDE, SIDE)))[None]


def look(session: Any, pixels: Pixels) -> Answer:
    """Runs the scene network on one picture."""
    logits, theme_logits = session.run(["logits", "theme_logits"], {"pixels": pixels})
    return Answer(logits=logits[0], theme_logits=theme_logits[0])


def rank(logits: Floats, names: Sequence[str], most: int, threshold: float = 0.0) -> tuple[Label, ...]:
    """The ``most`` likeliest names with a probability of at least ``threshold``, likeliest first."""
    weights = np.exp(logits.astype(np.float64) - logits.max())
    scores = weights / weights.sum()
    likeliest = np.argsort(-scores, kind="stable")[:most]
    return tuple(
        Label(name=names[index], score=round(float(scores[index]), 4))
        for index in likeliest
        if scores[index] >= threshold
    )
