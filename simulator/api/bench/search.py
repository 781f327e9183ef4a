"""The highest rate that keeps a bound on latency: a few trials, each given up as soon as it cannot succeed."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from simulator.vision.load.earned import read_percentiles
from simulator.vision.load.judge import judge
from simulator.vision.load.peak import MOST_TRIALS, LatencyBound, RateSearch
from simulator.vision.load.scenarios import Load, TimedQuery

# Drives a load until it ends, or until the function that hears what was answered so far says that it is enough.
Drive = Callable[[Load, Callable[[list[TimedQuery]], bool]], list[TimedQuery]]


@dataclass(frozen=True, slots=True, kw_only=True)
class RateTrial:
    """One rate that was tried, and what came of it."""

    number: int
    load: Load
    bound: LatencyBound
    queries: list[TimedQuery]
    kept: bool

    @property
    def words(self) -> str:
        """How it went, and how far the search has come."""
        kept = "kept" if self.kept else "did not keep"
        return (
            f"the search for the highest rate: {self.load.rate:.3g} a second {kept} {self.bound.words}, trial "
            f"{self.number} of at most {MOST_TRIALS}"
        )

    def as_record(self) -> dict[str, Any]:
        (told,) = read_percentiles([query.ms for query in self.queries], (self.bound.share,))
        return {
            "rate": self.load.rate,
            "queries": len(self.queries),
            "ms": told.ms,
            "bound_ms": told.bound,
            "kept": self.kept,
        }


def search_rate(plan: Load, bound: LatencyBound, most: float, drive: Drive) -> Iterator[RateTrial]:
    """Each trial as it is done.

    Args:
        plan: a server's load; its rate, and how many queries it has, are the trial's.
        bound: what has to be kept.
        most: photos a second that cannot be exceeded.
        drive: carries a trial out.
    """
    search = RateSearch(most=most)
    while (rate := search.choose()) is not None:
        wanted = bound.queries_at(rate, plan.least_seconds)
        load = replace(plan, rate=rate, queries=wanted, seconds=None, least_seconds=0.0)
        queries = drive(load, lambda answered, wanted=wanted: bound.is_lost(answered, wanted))  # type: ignore[misc]
        kept = bound.is_kept(queries) and not judge(load, queries, interrupted=len(queries) < wanted)
        search.take(rate, kept=kept)
        yield RateTrial(number=search.trials, load=load, bound=bound, queries=queries, kept=kept)


def find_best(trials: Sequence[RateTrial]) -> RateTrial | None:
    """That of the highest rate that kept the bound; None if none did."""
    return max((trial for trial in trials if trial.kept), key=lambda trial: trial.load.rate, default=None)


def write_peak(bound: LatencyBound, trials: Sequence[RateTrial]) -> dict[str, Any]:
    """The search as a record; what was tried stands if it was interrupted."""
    best = find_best(trials)
    return {
        "kind": "peak",
        "latency_bound_ms": bound.ms,
        "share": bound.share,
        "rate": None if best is None else best.load.rate,
        "trials": [trial.as_record() for trial in trials],
    }
