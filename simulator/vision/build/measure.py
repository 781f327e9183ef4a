"""What the built network is worth, on photos, people and drawings that it was not trained on. One line a finding."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
from numpy.typing import NDArray

from simulator.vision.build.calibrate import Pixels, batches
from simulator.vision.build.floats import POOLED, float_model, normalise
from simulator.vision.build.heads import SAME_PERSON, Floats, collect, pair_distances, train_themes
from simulator.vision.build.layers import CLASSES, EMBEDDING, NetworkPlan
from simulator.vision.build.renders import THEMES, Render
from simulator.vision.evaluate.leave_out import guess_left_out, probabilities
from simulator.vision.network import open_session
from simulator.vision.picture import decode_picture, read_picture_file
from simulator.vision.scenenet import see_pixels

_CONFIDENT = 0.3
_CROPS = 30
_SIZES = (0.0, 0.06, 0.08, 0.12, 0.2, 1.0)
_PHOTO_NAMES = ("*.png", "*.jpg", "*.jpeg")


def measure_themes(logits: Floats, themes: NDArray[np.int64], threshold: float, what: str) -> Iterator[str]:
    """Accuracy, and what the reject threshold does."""
    scores = probabilities(logits)
    likeliest = scores.argmax(axis=1)
    right, sure = likeliest == themes, scores.max(axis=1) >= threshold
    yield (
        f"themes, {what}: {right.mean():.3f} right of {len(themes)}; at {threshold} {sure.mean():.3f} are answered, "
        f"{right[sure].mean():.3f} of them right"
    )
    wrong = [f"{THEMES[t]} as {THEMES[g]}" for t, g in zip(themes[~right], likeliest[~right], strict=True)]
    if wrong:
        yield f"  most often mistaken: {', '.join(sorted(set(wrong), key=lambda pair: -wrong.count(pair))[:6])}"


def measure_left_out(renders: Sequence[Render], embeddings: Floats, threshold: float) -> Iterator[str]:
    """Recall on drawings of which none was trained on: leaves out one of every theme at a time.

    The embeddings are the renders', in order.
    """
    themes = np.array([render.theme for render in renders])
    drawings = np.array([render.drawing for render in renders])
    scores = guess_left_out(embeddings, themes, drawings, _fit)
    right, sure = scores.argmax(axis=1) == themes, scores.max(axis=1) >= threshold
    yield (
        f"themes, drawings never seen: {right.mean():.3f} right of {len(right)}; at {threshold} "
        f"{sure.mean():.3f} are answered, {(right & sure).sum() / max(1, sure.sum()):.3f} of them right"
    )


def _fit(embeddings: Floats, themes: NDArray[np.int64]) -> tuple[Floats, Floats]:
    head = train_themes(embeddings, themes)
    return head.weight, head.bias


def measure_finding(renders: Sequence[Render], threshold: float) -> Iterator[str]:
    """How many drawn faces are found, by width as a share of the picture's longer side."""
    truths = np.array([truth for render in renders for truth in render.truths])
    for low, high in pairwise(_SIZES):
        within = (truths[:, 0] >= low) & (truths[:, 0] < high)
        if within.any():
            found = (truths[within, 1] >= threshold).mean()
            yield f"faces {low:.0%} to {high:.0%} wide: {found:.3f} found of {within.sum()}"
    false_hits = sum(score >= threshold for render in renders for score in render.false_hits)
    yield f"faces where none was drawn: {false_hits} in {len(renders)} photos"


def measure_codes(codes: Floats, who: Sequence[str]) -> Iterator[str]:
    """How well distance tells people apart, over all pairs."""
    same, different = pair_distances(codes, who)
    merged = np.searchsorted(np.sort(different), same)
    yield (
        f"face codes: AUC {1 - merged.mean() / len(different):.4f} over {len(who)} faces of {len(set(who))} people; "
        f"at {SAME_PERSON:.0f}: {(same <= SAME_PERSON).mean():.3f} of one person's pairs, "
        f"{(different <= SAME_PERSON).mean():.4f} of different people's; "
        f"median {np.median(same):.0f} against {np.median(different):.0f}; largest number {np.abs(codes).max():.0f}"
    )


def measure_rounding(plan: NetworkPlan, session: Any, pixels: Pixels, what: str) -> Iterator[str]:
    """How far the quantised network is from the float one."""
    exact = open_session(float_model(plan, {"logits": CLASSES, POOLED: EMBEDDING}).SerializeToString())
    floats = [exact.run(["logits", POOLED], {"pixels": normalise(batch)}) for batch in batches(pixels)]
    logits, pooled = (np.concatenate(parts) for parts in zip(*floats, strict=True))
    seen, embedding = (collect(session, name, [pixels]) for name in ("logits", "embedding"))
    agree = logits.argmax(axis=1) == seen.argmax(axis=1)
    sure = probabilities(logits).max(axis=1) > _CONFIDENT
    lengths = np.linalg.norm(pooled, axis=1) * np.linalg.norm(embedding, axis=1)
    cosine = (pooled * embedding).sum(axis=1) / lengths
    yield (
        f"int8 against float on {len(pixels)} {what}: same first label {agree.mean():.3f} "
        f"({agree[sure].mean():.3f} where float is above {_CONFIDENT}), cosine {cosine.mean():.4f}, "
        f"least {cosine.min():.4f}"
    )


def crop_photos(folder: Path) -> Pixels:
    """Random crops of every photo in a folder, a half to the whole of each side."""
    crops = []
    for path in sorted(found for pattern in _PHOTO_NAMES for found in folder.glob(pattern)):
        image = decode_picture(path.name, read_picture_file(path)).image
        luck = Random(path.name)
        for _ in range(_CROPS):
            width, height = (round(side * luck.uniform(0.5, 1)) for side in image.size)
            left, top = luck.randint(0, image.width - width), luck.randint(0, image.height - height)
            crops.append(see_pixels(image.crop((left, top, left + width, top + height))))
    return np.concatenate(crops)
