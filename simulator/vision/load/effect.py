"""How much one series of timings differs from another, with an interval, and whether that is more than noise."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import isqrt
from typing import Any

import numpy as np
from numpy.typing import NDArray

from simulator.population.luck import draw_bits
from simulator.vision.load.earned import CONFIDENCE

RESAMPLES = 2_000


class Significance(StrEnum):
    """What may be said of a difference."""

    SLOWER = "slower"
    FASTER = "faster"
    NOISE = "noise"


@dataclass(frozen=True, slots=True, kw_only=True)
class LatencyRatio:
    """A ratio of medians, or a median of ratios, with its 99 % interval; above 1 the second series is slower."""

    ratio: float
    low: float
    high: float

    @property
    def reach(self) -> float:
        """How far the interval lies from no difference at all, as a share: 0.03 for an interval of 0.98 to 1.03."""
        return max(1 - self.low, self.high - 1, 0.0)

    def stand(self, floor: float) -> Significance:
        """A difference counts only if its interval leaves out 1 and it is greater than the noise floor."""
        if self.low > 1 and self.ratio > 1 + floor:
            return Significance.SLOWER
        if self.high < 1 and self.ratio < 1 / (1 + floor):
            return Significance.FASTER
        return Significance.NOISE


def compare(base: Sequence[float], other: Sequence[float], seed: int, *, paired: bool) -> LatencyRatio:
    """How the median of ``other`` stands to that of ``base``, by a bootstrap.

    Neighbours in a series resemble one another, so runs of neighbours are drawn, as long as the root of the series,
    and not single timings.

    Args:
        base: timings in any unit.
        other: timings in the same unit.
        seed: of the bootstrap.
        paired: whether the two were taken in turn, so that what disturbed one disturbed its neighbour.

    Raises:
        ValueError: a series is empty, or a paired one is shorter than the other.
    """
    first, second = np.asarray(base, dtype=np.float64), np.asarray(other, dtype=np.float64)
    if not len(first) or not len(second) or (paired and len(first) != len(second)):
        raise ValueError("expected two series of timings, of one length if they are paired")
    drawn = _draw_blocks(len(first), seed, "bench/first")
    drawn_second = drawn if paired else _draw_blocks(len(second), seed, "bench/second")
    ratios = np.median(second[drawn_second], axis=1) / np.median(first[drawn], axis=1)
    tail = (1 - CONFIDENCE) / 2
    low, high = np.quantile(ratios, (tail, 1 - tail))
    return LatencyRatio(ratio=float(np.median(second) / np.median(first)), low=float(low), high=float(high))


def compare_queries(base: Sequence[float], other: Sequence[float], seed: int) -> LatencyRatio:
    """How ``other`` stands to ``base``, query by query: the median of the ratios of timings of the same thing.

    What makes one photo slower than the next makes it so in both series, and is in no ratio; so a difference is seen
    that the medians of two series hide among their photos.

    Args:
        base: timings in any unit.
        other: timings of the same queries, in their order.
        seed: of the bootstrap, which draws runs of neighbours.

    Raises:
        ValueError: there are no timings, or one series is shorter than the other.
    """
    ratios = log_ratios(base, other)
    drawn = np.median(ratios[_draw_blocks(len(ratios), seed, "bench/pairs")], axis=1)
    tail = (1 - CONFIDENCE) / 2
    low, high = np.exp(np.quantile(drawn, (tail, 1 - tail)))
    return LatencyRatio(ratio=float(np.exp(np.median(ratios))), low=float(low), high=float(high))


def log_ratios(base: Sequence[float], other: Sequence[float]) -> NDArray[np.float64]:
    """The logarithm of ``other`` over ``base``, pair by pair. Raises `ValueError` as `compare_queries` does."""
    if not base or len(base) != len(other):
        raise ValueError("expected two series of timings, of one length if they are paired")
    logs: NDArray[np.float64] = np.log(np.asarray(other, dtype=np.float64) / np.asarray(base, dtype=np.float64))
    return logs


def _draw_blocks(length: int, seed: int, purpose: str) -> NDArray[Any]:
    """Places in a series, (resamples, length): blocks of neighbours, each from anywhere in the ring."""
    block = isqrt(length - 1) + 1
    blocks = -(-length // block)
    steps = np.arange(RESAMPLES * blocks, dtype=np.uint64)
    starts = (draw_bits(seed, purpose, steps) % np.uint64(length)).astype(np.int64).reshape(RESAMPLES, blocks, 1)
    return (starts + np.arange(block)).reshape(RESAMPLES, -1)[:, :length] % length
