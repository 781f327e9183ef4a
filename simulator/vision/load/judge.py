"""Whether a run may be quoted, and if not, why and what mends it."""

from collections.abc import Sequence

from simulator.vision.load.earned import queries_needed
from simulator.vision.load.scenarios import ArrivalPattern, Load, TimedQuery, share_of_processor

HEADLINE = 0.9  # the percentile that a valid run must have earned
LEAST_SHARE = 0.95  # of a processor, below which something else was timed, too
# As LoadGen has it unless it is told otherwise (`min_duration_ms`): so long that a run has seen a processor warm up and
# the system's own work come and go. A submission to MLPerf lasts ten minutes.
LEAST_SECONDS = 10.0
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
    if load.seconds is not None and load.seconds < load.least_seconds:
        reasons.append(
            f"{load.seconds:g} s, at least {load.least_seconds:g} are wanted; give more --seconds, or a shorter "
            "--min-duration"
        )
    # A short run may end in a burst, so that only one that is long enough can be told to have fallen behind.
    if load.pattern is ArrivalPattern.SERVER and len(queries) >= needed and _fell_behind(queries):
        reasons.append(f"answers came slower than the {load.rate:.3g} photos a second; choose a lower rate")
    return tuple(reasons)


def _fell_behind(queries: Sequence[TimedQuery]) -> bool:
    return queries[-1].done * _KEPT_UP > queries[-1].scheduled


def find_noise(queries: Sequence[TimedQuery], load: Sequence[float] | None, cores: int) -> str | None:
    """Why a run was not alone, with its cure; None where it had a processor to itself.

    Args:
        queries: what was answered.
        load: processes that wanted to run, as the system counts them; None where it does not.
        cores: how many there are for them.
    """
    share = share_of_processor(queries)
    if share is None or share >= LEAST_SHARE:
        return None
    return tell_noise(share, load, cores)


def tell_noise(share: float, load: Sequence[float] | None, cores: int) -> str:
    """The share of a processor that was had, why that is too little, and the cure."""
    told = "" if load is None else f"; load {load[0]:.1f} on {cores} cores"
    return (
        f"got {share:.0%} of a processor, {LEAST_SHARE:.0%} are wanted{told}; end what else runs here, or allow it "
        "with --allow-noisy"
    )
