"""The four scenarios of MLPerf Inference (Reddi et al. 2020, https://arxiv.org/abs/1911.02549), at our size.

single-stream   the next photo is asked about when the last is answered: one phone, one person waiting
multi-stream    the next eight are asked about when the last eight are answered: a page of thumbnails
server          photos come as they please, in a Poisson process; whoever waits, waits from when the photo came
offline         all photos lie there from the beginning; only how many a second matters
"""

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from itertools import count, takewhile
from math import log1p

from simulator.population.luck import Luck
from simulator.vision.load.clock import SecondsClock

EIGHT = 8
_IN_FLIGHT = 8  # photos given to each worker at a time offline, so that a run can end on time


class ArrivalPattern(StrEnum):
    """In which order, and when, queries come."""

    SINGLE_STREAM = "single-stream"
    MULTI_STREAM = "multi-stream"
    SERVER = "server"
    OFFLINE = "offline"


# Answers one sample by its number, and says whether the answer was the reference's.
System = Callable[[int], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """What is asked, and until when.

    Attributes:
        samples: how many different samples there are to ask about.
        queries: how many queries are asked, and more until ``least_seconds`` have passed; None: until ``seconds`` have.
        seed: of the order of samples and of the server's arrivals.
        rate: queries a second in the server scenario; not used in others.
        workers: threads among which the samples of one query (multi-stream), or all of them (server and offline), are
            divided.
        least_seconds: how long a run lasts that may be quoted.
    """

    pattern: ArrivalPattern
    samples: int
    queries: int | None
    seconds: float | None
    seed: int
    rate: float = 0.0
    workers: int = 1
    least_seconds: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class TimedQuery:
    """One query, in seconds since the run began.

    Attributes:
        scheduled: when it came, from which its latency counts.
        begun: when work on it began.
        done: when it was answered.
        worked: seconds of a processor that it took, of all workers together.
        size: how many samples it asked about.
        wrong: how many answers differed from the reference's.
    """

    scheduled: float
    begun: float
    done: float
    worked: float
    size: int
    wrong: int

    @property
    def ms(self) -> float:
        return (self.done - self.scheduled) * 1000


def draw_arrivals(rate: float, seed: int) -> Iterator[float]:
    """Moments of a Poisson process, in seconds since its beginning; ``rate`` a second, without end."""
    luck, moment = Luck(seed, 0), 0.0
    for step in count():
        moment -= log1p(-luck.uniform("bench/arrival", step)) / rate
        yield moment


def share_of_processor(queries: Sequence[TimedQuery]) -> float | None:
    """Of one processor, while at least one query was being answered; None of no queries, or of no time at all.

    Several workers may get more than one, and wait for one another: below the share of one, others were at work here.
    """
    wall, end = 0.0, 0.0
    for query in sorted(queries, key=lambda each: each.begun):
        wall += max(0.0, query.done - max(query.begun, end))
        end = max(end, query.done)
    return sum(query.worked for query in queries) / wall if wall else None


def drive(load: Load, system: System, clock: SecondsClock) -> Iterator[TimedQuery]:
    """Ask, and yield each query as it is answered. Whoever iterates may stop at any moment; what was asked stands."""
    with _crew(load.workers) as crew:
        yield from _PATTERNS[load.pattern](_Desk(load, system, clock, crew))


@contextmanager
def _crew(workers: int) -> Iterator[Executor | None]:
    """Threads to divide work among, or None: a thread of its own would cost a lone worker a change of hands."""
    if workers == 1:
        yield None
        return
    crew = ThreadPoolExecutor(workers)
    try:
        yield crew
    finally:
        crew.shutdown(cancel_futures=True)


class _Desk:
    """Where queries are made out: which sample is next, and whether there is a next."""

    def __init__(self, load: Load, system: System, clock: SecondsClock, crew: Executor | None) -> None:
        self.load, self.clock = load, clock
        self._system, self._crew = system, crew
        self._luck = Luck(load.seed, 0)
        self._drawn = 0
        self._origin = clock.now()

    def now(self) -> float:
        return self.clock.now() - self._origin

    def wait_until(self, moment: float) -> None:
        self.clock.wait_until(self._origin + moment)

    def sleep_until(self, moment: float) -> None:
        self.clock.sleep_until(self._origin + moment)

    def is_open(self, asked: int, moment: float) -> bool:
        if self.load.queries is not None:
            return asked < self.load.queries or moment < self.load.least_seconds
        return self.load.seconds is not None and moment < self.load.seconds

    def draw(self, size: int) -> list[int]:
        steps = range(self._drawn, self._drawn + size)
        self._drawn += size
        return [int(self._luck.uniform("bench/sample", step) * self.load.samples) for step in steps]

    def answer(self, size: int) -> TimedQuery:
        """One query of so many samples, which the workers share."""
        start = self.now()
        parts = list((map if self._crew is None else self._crew.map)(self._time, self.draw(size)))
        return TimedQuery(
            scheduled=start,
            begun=start,
            done=self.now(),
            worked=sum(part.worked for part in parts),
            size=size,
            wrong=sum(part.wrong for part in parts),
        )

    def answer_each(self, size: int) -> Iterator[TimedQuery]:
        """As queries of one sample, each timed in the thread that answers it."""
        yield from (map if self._crew is None else self._crew.map)(self._time, self.draw(size))

    def answer_coming(self, moments: Iterator[float]) -> Iterator[TimedQuery]:
        """A query of one sample at each of these moments, yielded in their order."""
        under_way: deque[Future[TimedQuery]] = deque()
        for moment in moments:
            (sample,) = self.draw(1)
            if self._crew is None:
                self.wait_until(moment)
                yield self._time(sample, moment)
                continue
            self.sleep_until(moment)
            under_way.append(self._crew.submit(self._time, sample, moment))
            while under_way and under_way[0].done():
                yield under_way.popleft().result()
        for answered in under_way:
            yield answered.result()

    def _time(self, sample: int, scheduled: float | None = None) -> TimedQuery:
        start, worked = self.now(), self.clock.worked()
        right = self._system(sample)
        done, worked = self.now(), self.clock.worked() - worked
        since = start if scheduled is None else scheduled
        return TimedQuery(scheduled=since, begun=start, done=done, worked=worked, size=1, wrong=int(not right))


def _stream(desk: _Desk, size: int) -> Iterator[TimedQuery]:
    asked = 0
    while desk.is_open(asked, desk.now()):
        asked += 1
        yield desk.answer(size)


def _serve(desk: _Desk) -> Iterator[TimedQuery]:
    arrivals = enumerate(draw_arrivals(desk.load.rate, desk.load.seed))
    yield from desk.answer_coming(moment for _, moment in takewhile(lambda coming: desk.is_open(*coming), arrivals))


def _take_all(desk: _Desk) -> Iterator[TimedQuery]:
    asked = 0
    while desk.is_open(asked, desk.now()):
        size = _IN_FLIGHT * desk.load.workers
        if desk.load.queries is not None and asked < desk.load.queries:
            size = min(size, desk.load.queries - asked)
        asked += size
        yield from desk.answer_each(size)


_PATTERNS: dict[ArrivalPattern, Callable[[_Desk], Iterator[TimedQuery]]] = {
    ArrivalPattern.SINGLE_STREAM: lambda desk: _stream(desk, 1),
    ArrivalPattern.MULTI_STREAM: lambda desk: _stream(desk, EIGHT),
    ArrivalPattern.SERVER: _serve,
    ArrivalPattern.OFFLINE: _take_all,
}
