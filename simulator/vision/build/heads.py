"""Two linear answers on top of what the quantised network sees: which theme, and whose face."""

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from simulator.vision.build.calibrate import Pixels, batches
from simulator.vision.build.integers import LinearHead
from simulator.vision.build.layers import Doubles

SAME_PERSON = 120.0  # the journey's distance between codes of one person; codes are scaled so that it fits
FALSE_MERGES = 0.01
CODE_WIDTH = 32
_SHRINKAGE = 0.2
_THEME_DECIMALS = 3
_FACE_DECIMALS = 4

Floats = NDArray[np.float32]
Names = Sequence[str]


def collect(session: Any, output: str, pixels: Iterable[Pixels]) -> Floats:
    """One output of a network for many pictures, each (1, side, side, 3)."""
    stacked = np.concatenate(list(pixels))
    return np.concatenate([session.run([output], {"pixels": batch})[0] for batch in batches(stacked)])


def train_themes(embeddings: Floats, themes: NDArray[np.int64]) -> LinearHead:
    """Multinomial logistic regression; coefficients are rounded, so that the last bits of a solver do not matter."""
    from sklearn.linear_model import LogisticRegression

    solved = LogisticRegression(C=1.0, max_iter=2000).fit(embeddings, themes)
    return LinearHead(
        name="theme_logits",
        source="embedding",
        weight=np.round(solved.coef_.T, _THEME_DECIMALS).astype(np.float32),
        bias=np.round(solved.intercept_, _THEME_DECIMALS).astype(np.float32),
    )


def train_faces(grids: Floats, who: Names) -> LinearHead:
    """Linear discriminants: the directions in which people differ most, measured by how much one person varies.

    Not yet scaled: see `scale_faces`.
    """
    names, person = np.unique(np.array(who), return_inverse=True)
    means = np.stack([grids[person == index].mean(axis=0, dtype=np.float64) for index in range(len(names))])
    within = _spread_within(grids - means[person], len(grids) - len(names))
    root = np.linalg.cholesky(within)
    centre = means.mean(axis=0)
    whitened = np.linalg.solve(root, (means - centre).T).T
    directions = np.linalg.svd(whitened, full_matrices=False)[2][:CODE_WIDTH]
    weight = np.linalg.solve(root.T, directions.T)
    # A singular vector's sign is arbitrary; without this rule it would be the solver's choice.
    weight *= np.sign(weight[np.abs(weight).argmax(axis=0), np.arange(weight.shape[1])])
    return LinearHead(
        name="face_code",
        source="face_grid",
        weight=weight.astype(np.float32),
        bias=(-centre @ weight).astype(np.float32),
    )


def _spread_within(rest: Doubles, freedom: int) -> Doubles:
    """The covariance of one person's grids, shrunk towards a sphere."""
    covariance = rest.T @ rest / freedom
    sphere = np.eye(len(covariance)) * np.trace(covariance) / len(covariance)
    shrunk: Doubles = (1 - _SHRINKAGE) * covariance + _SHRINKAGE * sphere
    return shrunk


def scale_faces(head: LinearHead, grids: Floats, who: Names) -> LinearHead:
    """The same head, scaled so that `FALSE_MERGES` of all pairs of different people are nearer than `SAME_PERSON`.

    The faces shall be of people who were not trained on.
    """
    _, different = pair_distances(grids @ head.weight, who)
    factor = SAME_PERSON / np.quantile(different, FALSE_MERGES)
    return LinearHead(
        name=head.name,
        source=head.source,
        weight=np.round(head.weight * factor, _FACE_DECIMALS).astype(np.float32),
        bias=np.round(head.bias * factor, _FACE_DECIMALS).astype(np.float32),
    )


def pair_distances(codes: Floats, who: Names) -> tuple[Doubles, Doubles]:
    """Euclidean distances of all pairs of faces: of the same person, and of different people."""
    exact = codes.astype(np.float64)
    squares = (exact * exact).sum(axis=1)
    distances = np.sqrt(np.maximum(squares[:, None] + squares[None, :] - 2 * exact @ exact.T, 0))
    first, second = np.triu_indices(len(exact), 1)
    names = np.array(who)
    same = names[first] == names[second]
    pairs = distances[first, second]
    return pairs[same], pairs[~same]
