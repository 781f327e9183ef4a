"""Two installations measured in alternating processes: what differs by more than two processes of one of them do.

Where memory lies and how hot the processor is stays the same for a whole process, and differs in the next. So a process
is one observation, however many queries it answers, and only further processes say more.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from math import sqrt

import numpy as np
from numpy.typing import NDArray

from simulator.vision.load.earned import CONFIDENCE
from simulator.vision.load.effect import LatencyRatio, compare_queries, log_ratios

# The fewest rounds of which all may differ one way by luck in less than 1 % of cases: 2 / 2^8.
LEAST_ROUNDS = 8
# Student's 97.5 % point for the processes that a floor is measured with, less one: 19 of 20 pairs differ by less.
FLOOR_PROCESSES = 6
_STUDENT = 2.571

Timings = Sequence[Sequence[float]]  # by process, the same queries in the same order


@dataclass(frozen=True, slots=True, kw_only=True)
class NoiseFloors:
    """What the same thing may differ from itself by, as shares.

    Attributes:
        within: one process by itself, its second half against its first.
        between: as many processes of one installation against one another. It decides: it has what is within them, too,
            as far as that is left after so many.
    """

    within: float
    between: float


def compare_rounds(first: Timings, second: Timings) -> LatencyRatio:
    """How the second installation stands to the first, from one process of each in every round.

    In each round queries are compared each with itself, and the median is that round's one observation. The ratio is
    Hodges and Lehmann's median of their means, the 99 % interval that of Wilcoxon's signed ranks: both hold for any
    symmetrical luck, and one disturbed round moves neither far.

    Raises:
        ValueError: there are fewer than `LEAST_ROUNDS`, or not the same queries in all.
    """
    return _weigh([float(np.median(log_ratios(*both))) for both in zip(first, second, strict=True)])


def find_floors(installations: Sequence[Timings], halves: int, seed: int) -> NoiseFloors:
    """Each installation against itself, evaluated as `compare_rounds` evaluates two of them.

    Args:
        installations: the timings of each; a process's first ``halves`` queries and its next ask for the same photos.
        halves: how many queries that is.
        seed: of the bootstrap within processes.

    Raises:
        ValueError: there are fewer than `LEAST_ROUNDS` pairs of processes.
    """
    processes = [each for timings in installations for each in timings]
    within = [compare_queries(each[:halves], each[halves : 2 * halves], seed).reach for each in processes]
    # Every process in one pair at most, so that pairs share no luck.
    pairs = [both for timings in installations for both in zip(timings[::2], timings[1::2], strict=False)]
    between = _weigh([float(np.median(log_ratios(*both))) for both in pairs])
    return NoiseFloors(within=float(np.median(within)), between=between.reach)


def find_floor_between(timings: Timings) -> float:
    """By how much two of these processes, which do the same, may differ: a share that 19 of 20 pairs stay below.

    Raises:
        ValueError: there are not `FLOOR_PROCESSES` of them.
    """
    if len(timings) != FLOOR_PROCESSES:
        raise ValueError(f"expected {FLOOR_PROCESSES} processes")
    usual = np.median(np.log(np.asarray(timings, dtype=np.float64)), axis=0)
    levels = [float(np.median(np.log(np.asarray(each, dtype=np.float64)) - usual)) for each in timings]
    return float(np.expm1(_STUDENT * sqrt(2) * np.std(levels, ddof=1)))


def pool_floors(first: float, second: float) -> float:
    """One floor from two, each measured between processes: their root mean square, as spreads are averaged."""
    return sqrt((first**2 + second**2) / 2)


def _weigh(effects: Sequence[float]) -> LatencyRatio:
    if len(effects) < LEAST_ROUNDS:
        raise ValueError(f"expected at least {LEAST_ROUNDS} rounds")
    means = _walsh_means(effects)
    cut = _signed_rank_cut(len(effects))
    low, middle, high = np.exp([means[cut], float(np.median(means)), means[-1 - cut]])
    return LatencyRatio(ratio=float(middle), low=float(low), high=float(high))


def _walsh_means(effects: Sequence[float]) -> NDArray[np.float64]:
    """The mean of each two, and each by itself, ranked."""
    values = np.asarray(effects, dtype=np.float64)
    first, second = np.triu_indices(len(values))
    return np.sort((values[first] + values[second]) / 2)


@cache
def _signed_rank_cut(rounds: int) -> int:
    """How many means to leave out at either end for an interval that misses in at most 1 % of cases."""
    # In how many of the 2^rounds ways of signs the ranks of the positive ones add up to so much.
    ways = [1]
    for rank in range(1, rounds + 1):
        longer = [0] * rank
        ways = [without + with_it for without, with_it in zip(ways + longer, longer + ways, strict=True)]
    most = (1 - CONFIDENCE) / 2 * 2**rounds
    seen = 0
    for cut, count in enumerate(ways):
        seen += count
        if seen > most:
            return cut - 1
    raise AssertionError("half of all ways are more than the tail")


def alternate(rounds: int) -> list[tuple[int, int]]:
    """In which order the two take their turns; each round begins with the other, so that a drift favours neither."""
    return [(0, 1) if number % 2 == 0 else (1, 0) for number in range(rounds)]
