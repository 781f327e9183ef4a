"""Recall on drawings of which the head never saw one: trains it anew without one drawing of every theme at a time."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from simulator.accuracy.evaluation import LeftOutAccuracy, LeftOutDrawing
from simulator.accuracy.shares import mean_share, share_of
from simulator.domain.categories import Theme
from simulator.drawing.darkroom import DRAWINGS, Darkroom
from simulator.vision.evaluate.observer import STARTS
from simulator.vision.evaluate.samples import make_pool, sample_photos
from simulator.vision.network import open_network, read_cards
from simulator.vision.picture import decode_picture
from simulator.vision.scenenet import LEAST_SIDE, Floats, see_pixels

PER_DRAWING = 6
_PEOPLE = 60
_STEPS = 200  # further ones change one guess in a hundred

Numbers = NDArray[np.int64]
Head = tuple[Floats, Floats]


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnSample:
    """A photo of one drawing, as the shipped network sees it; ``drawing`` counts those of its theme."""

    theme: Theme
    drawing: int
    name: str
    embedding: Floats


def draw_samples(seed: int, per_drawing: int = PER_DRAWING) -> Iterator[DrawnSample]:
    """``per_drawing`` photos of every drawing of every theme, with 60 strangers in them."""
    pool = make_pool(seed, _PEOPLE)
    darkroom = Darkroom(pool.people, pool.pets, STARTS)
    session = open_network(read_cards()["scene"])
    for theme in Theme:
        count = len(DRAWINGS[theme])
        for drawing, photo in sample_photos(seed, pool, theme, count, count * per_drawing):
            pixels = see_pixels(decode_picture(photo.id, darkroom.develop(photo), LEAST_SIDE).image)
            (embedding,) = session.run(["embedding"], {"pixels": pixels})
            name = darkroom.name_of_drawing(photo)
            yield DrawnSample(theme=theme, drawing=drawing, name=name, embedding=embedding[0])


def count_samples(per_drawing: int = PER_DRAWING) -> int:
    """How many photos `draw_samples` draws."""
    return per_drawing * sum(len(drawings) for drawings in DRAWINGS.values())


def guess_left_out(
    embeddings: Floats, themes: Numbers, drawings: Numbers, fit: Callable[[Floats, Numbers], Head]
) -> Floats:
    """The probability of every theme for every photo, by a head that saw no photo of its drawing."""
    scores = np.zeros((len(themes), int(themes.max()) + 1), np.float32)
    for drawing in range(int(drawings.max()) + 1):
        out = drawings == drawing
        weight, bias = fit(embeddings[~out], themes[~out])
        scores[out] = probabilities(embeddings[out] @ weight + bias)
    return scores


def probabilities(logits: Floats) -> Floats:
    """Softmax along the rows."""
    weights = np.exp(logits - logits.max(axis=1, keepdims=True))
    scores: Floats = weights / weights.sum(axis=1, keepdims=True)
    return scores


def fit_themes(embeddings: Floats, themes: Numbers) -> Head:
    """Multinomial logistic regression with the squares of all weights halved, as the build's (C = 1), in NumPy alone.

    Nesterov's accelerated gradient on centred embeddings; the bias, which is not penalised, takes the centre up again.
    """
    centre = embeddings.mean(axis=0)
    inputs = (embeddings - centre).astype(np.float32)
    wanted = np.eye(int(themes.max()) + 1, dtype=np.float32)[themes]
    step = 1 / (1 + 0.5 * float(np.linalg.norm(inputs, 2)) ** 2)
    bias_step = 2 / len(inputs)
    weight = ahead = np.zeros((inputs.shape[1], wanted.shape[1]), np.float32)
    bias = bias_ahead = np.zeros(wanted.shape[1], np.float32)
    for number in range(1, _STEPS + 1):
        off = probabilities(inputs @ ahead + bias_ahead) - wanted
        momentum = (number - 1) / (number + 2)
        new, new_bias = ahead - step * (inputs.T @ off + ahead), bias_ahead - bias_step * off.sum(axis=0)
        ahead, bias_ahead = new + momentum * (new - weight), new_bias + momentum * (new_bias - bias)
        weight, bias = new, new_bias
    return weight, bias - centre @ weight


def measure_left_out(samples: Sequence[DrawnSample]) -> LeftOutAccuracy:
    """Every drawing, by a head that never saw it."""
    threshold = read_cards()["scene"].threshold
    order = list(Theme)
    themes = np.array([order.index(sample.theme) for sample in samples])
    scores = guess_left_out(
        np.stack([sample.embedding for sample in samples]),
        themes,
        np.array([sample.drawing for sample in samples]),
        fit_themes,
    )
    guesses, sure = scores.argmax(axis=1), scores.max(axis=1) >= threshold
    right = guesses == themes
    rows = []
    for theme, name in dict.fromkeys((sample.theme, sample.name) for sample in samples):
        own = np.array([sample.name == name for sample in samples])
        wrong = Counter(order[guess].value for guess in guesses[own & ~right])
        rows.append(
            LeftOutDrawing(
                theme=theme,
                drawing=name.removeprefix(f"{theme}: "),
                recall=share_of(right[own].tolist()),
                answered=share_of(sure[own].tolist()),
                mistaken_for=wrong.most_common(1)[0][0] if wrong else None,
            )
        )
    by_theme = (share_of(right[themes == number].tolist()) for number in range(len(order)))
    return LeftOutAccuracy(
        mean_recall=mean_share(by_theme),
        recall=share_of(right.tolist()),
        answered=share_of(sure.tolist()),
        answered_right=share_of(right[sure].tolist()),
        drawings=tuple(rows),
    )
