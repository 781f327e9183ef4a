"""The highest rate at which a server keeps a bound on latency: what is left between too slow and too fast is halved."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import ceil

from simulator.vision.load.earned import bound_rank, queries_needed, read_percentiles
from simulator.vision.load.judge import HEADLINE
from simulator.vision.load.scenarios import TimedQuery

MOST_TRIALS = 8
_CLOSE = 1.05  # a rate that is kept and one that is not, no further from one another, end the search


@dataclass(frozen=True, slots=True, kw_only=True)
class LatencyBound:
    """What a server has to keep.

    Attributes:
        ms: the latency that a share of the queries must not exceed.
        share: of the queries, in (0, 1).
    """

    ms: float
    share: float

    @property
    def words(self) -> str:
        return f"a p{self.share * 100:g} of {self.ms:g} ms"

    def queries_at(self, rate: float, least_seconds: float) -> int:
        """How many queries a trial at this rate takes: what earns the percentile and a valid run, for long enough."""
        return max(queries_needed(self.share), queries_needed(HEADLINE), ceil(rate * least_seconds))

    def is_kept(self, queries: Sequence[TimedQuery]) -> bool:
        """Whether the percentile is at most the bound, with 99 % confidence."""
        (told,) = read_percentiles([query.ms for query in queries], (self.share,))
        return told.bound is not None and told.bound <= self.ms

    def is_lost(self, queries: Sequence[TimedQuery], wanted: int) -> bool:
        """Whether a trial of so many queries cannot keep the bound any more, whatever is still to come."""
        allowed = bound_rank(wanted, self.share)
        return sum(query.ms > self.ms for query in queries) > (allowed or 0)


@dataclass
class RateSearch:
    """Which rate to try next.

    Attributes:
        most: what this machine cannot exceed, a second.
        best: the highest rate that kept the bound; None while none did.
        trials: how many were made.
    """

    most: float
    best: float | None = None
    trials: int = 0
    _lost: float = field(init=False)

    def __post_init__(self) -> None:
        self._lost = self.most

    def choose(self) -> float | None:
        """The rate to try next; None at the end of the search."""
        if self.trials == MOST_TRIALS or (self.best is not None and self._lost / self.best < _CLOSE):
            return None
        return ((self.best or 0.0) + self._lost) / 2

    def take(self, rate: float, *, kept: bool) -> None:
        """What came of that rate."""
        self.trials += 1
        if kept:
            self.best = rate
        else:
            self._lost = rate
