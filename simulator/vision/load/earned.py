"""Percentiles that are earned: below so many queries, a tail is luck and is not shown."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from math import ceil

CONFIDENCE = 0.99
SHOWN = (0.5, 0.9, 0.95, 0.99)


@dataclass(frozen=True, slots=True, kw_only=True)
class Percentile:
    """One percentile of latency.

    Attributes:
        share: of the queries that are at most as slow, in (0, 1).
        ms: the latency by nearest rank, or None while it is not earned.
        needed: from how many queries on it is shown.
        missing: how many are lacking; 0 when it is earned.
    """

    share: float
    ms: float | None
    needed: int
    missing: int


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


def _read(ranked: Sequence[float], share: float) -> Percentile:
    needed = queries_needed(share)
    missing = max(0, needed - len(ranked))
    ms = None if missing else ranked[ceil(share * len(ranked)) - 1]
    return Percentile(share=share, needed=needed, missing=missing, ms=ms)
