"""Whether a run may be quoted, and if not, why and what mends it."""

from collections.abc import Sequence

from simulator.vision.load.earned import queries_needed
from simulator.vision.load.scenarios import ArrivalPattern, Load, TimedQuery

HEADLINE = 0.9  # the percentile that a valid run must have earned
_KEPT_UP = 0.9  # the share of the arrivals' rate that a server must answer at


def judge(load: Load, queries: Sequence[TimedQuery], *, interrupted: bool) -> tuple[str, ...]:
    """The reasons why a run is INVALID, each with its cure; none means VALID.

    Args:
        load: what was to be asked.
        queries: what was answered.
        interrupted: whether it was stopped before its end.
    """
    reasons = []
    if interrupted:
        reasons.append(f"interrupted after {len(queries)} queries; let it run to its end")
    wrong = sum(query.wrong for query in queries)
    if wrong:
        asked = sum(query.size for query in queries)
        reasons.append(
            f"{wrong} of {asked} answers differ from the warm-up's; an analyzer that answers by chance cannot be timed"
        )
    needed = queries_needed(HEADLINE)
    if len(queries) < needed and not interrupted:
        reasons.append(f"{len(queries)} queries, {needed} earn a p{HEADLINE * 100:.0f}; measure {needed}")
    # A short run may end in a burst, so that only one that is long enough can be told to have fallen behind.
    if load.pattern is ArrivalPattern.SERVER and len(queries) >= needed and _fell_behind(queries):
        reasons.append(f"answers came slower than the {load.rate:.3g} photos a second; choose a lower rate")
    return tuple(reasons)


def _fell_behind(queries: Sequence[TimedQuery]) -> bool:
    return queries[-1].done * _KEPT_UP > queries[-1].scheduled
