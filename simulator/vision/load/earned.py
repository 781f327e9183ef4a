"""Percentiles that are earned: below so many queries, a tail is luck and is not shown."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from math import ceil, exp, lgamma, log, sqrt

CONFIDENCE = 0.99
SHOWN = (0.5, 0.9, 0.95, 0.99)


@dataclass(frozen=True, slots=True, kw_only=True)
class Percentile:
    """One percentile of latency.

    Attributes:
        share: of the queries that are at most as slow, in (0, 1).
        needed: from how many queries on it is shown.
        missing: how many are lacking; 0 when it is earned.
        ms: an estimate, the latency by nearest rank; about as often below the true percentile as above it. None while
            it is not earned.
        bound: what the true percentile does not exceed, with 99 % confidence; None while it is not earned.
    """

    share: float
    needed: int
    missing: int
    ms: float | None
    bound: float | None


@cache
def queries_needed(share: float, confidence: float = CONFIDENCE) -> int:
    """The fewest queries of which, with ``confidence``, at least two are slower than the true percentile.

    That holds whatever the latencies' distribution is (S. S. Wilks 1942, https://doi.org/10.1214/aoms/1177731537, of
    second order): 64 for 0.9, 130 for 0.95, 662 for 0.99. So an earned percentile never hangs on one slow query.
    """
    queries = 2
    while share**queries + queries * (1 - share) * share ** (queries - 1) > 1 - confidence:
        queries += 1
    return queries


def read_percentiles(latencies: Sequence[float], shares: Sequence[float] = SHOWN) -> tuple[Percentile, ...]:
    """Each percentile of latencies in milliseconds, or how many queries it lacks."""
    ranked = sorted(latencies)
    return tuple(_read(ranked, share) for share in shares)


@cache
def bound_rank(queries: int, share: float, confidence: float = CONFIDENCE) -> int | None:
    """How many queries are slower than the one that the true percentile does not exceed, with ``confidence``.

    The number of queries slower than the true percentile is binomial, whatever the latencies' distribution is; LoadGen
    stops by the same rule. None: not even the slowest query is such a bound. Two slower ones, `queries_needed`, make
    the second slowest one.
    """
    slower = 1 - share
    # Ten standard deviations below the mean there is nothing left to add up.
    first = max(0, int(queries * slower - 10 * sqrt(queries * slower * share)))
    chance, count = 0.0, first
    while (chance := chance + _chance(queries, count, slower)) <= 1 - confidence:
        count += 1
    return count - 1 if count else None


def _chance(queries: int, count: int, share: float) -> float:
    """That of so many queries exactly ``count`` are among that share; by logarithms, which do not vanish."""
    ways = lgamma(queries + 1) - lgamma(count + 1) - lgamma(queries - count + 1)
    return exp(ways + count * log(share) + (queries - count) * log(1 - share))


def _read(ranked: Sequence[float], share: float) -> Percentile:
    needed = queries_needed(share)
    missing = max(0, needed - len(ranked))
    if missing:
        return Percentile(share=share, needed=needed, missing=missing, ms=None, bound=None)
    above = bound_rank(len(ranked), share)
    assert above is not None
    return Percentile(
        share=share,
        needed=needed,
        missing=0,
        ms=ranked[ceil(share * len(ranked)) - 1],
        bound=ranked[len(ranked) - 1 - above],
    )
