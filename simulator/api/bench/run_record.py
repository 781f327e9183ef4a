"""One scenario's run as a record: what was answered, how fast, by how much of a processor, and whether it counts."""

from statistics import median
from typing import Any

from simulator.vision.load.earned import read_percentiles
from simulator.vision.load.judge import judge
from simulator.vision.load.scenarios import ArrivalPattern, Load, TimedQuery, share_of_processor


def write_run(
    load: Load, queries: list[TimedQuery], *, interrupted: bool, noise: str | None = None, allow_noisy: bool = False
) -> dict[str, Any]:
    """The record.

    Args:
        load: what was to be asked.
        queries: what was answered.
        interrupted: whether it was stopped before its end.
        noise: why it was not alone; a reason against it unless such a run is allowed, which is then said.
        allow_noisy: whether it is.
    """
    latencies = [query.ms for query in queries]
    photos = sum(query.size for query in queries)
    seconds = max((query.done for query in queries), default=0.0)
    reasons = [*judge(load, queries, interrupted=interrupted), *([noise] if noise and not allow_noisy else [])]
    return {
        "kind": "scenario",
        "scenario": load.pattern,
        "verdict": "INVALID" if reasons else "NOISY" if noise else "VALID",
        "reasons": reasons,
        "noise": noise,
        "queries": len(queries),
        "photos": photos,
        "workers": load.workers,
        "rate": load.rate if load.pattern is ArrivalPattern.SERVER else None,
        "seconds": seconds,
        "photos_a_second": photos / seconds if seconds else None,
        "wrong": sum(query.wrong for query in queries),
        "median_ms": median(latencies) if latencies else None,
        "processor_share": share_of_processor(queries),
        "processor_median_ms": median(query.worked * 1000 for query in queries) if queries else None,
        "percentiles": [
            {
                "share": told.share,
                "ms": told.ms,
                "bound_ms": told.bound,
                "needed": told.needed,
                "missing": told.missing,
            }
            for told in read_percentiles(latencies)
        ],
        "latencies_ms": [round(ms, 4) for ms in latencies],
        "processor_ms": [round(query.worked * 1000, 4) for query in queries],
    }
