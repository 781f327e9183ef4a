"""The four scenarios of MLPerf Inference (Reddi et al. 2020, https://arxiv.org/abs/1911.02549), at our size.

single-stream   the next photo is asked about when the last is answered: one phone, one person waiting
multi-stream    the next eight are asked about when the last eight are answered: a page of thumbnails
server          photos come as they please, in a Poisson process; whoever waits, waits from when the photo came
offline         all photos lie there from the beginning; only how many a second matters
"""

from collections.abc import Callable, Iterator
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from itertools import count
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
        queries: how many queries are asked; None: until ``seconds`` have passed.
        seed: of the order of samples and of the server's arrivals.
        rate: queries a second in the server scenario; not used in others.
        workers: threads among which the samples of one query (multi-stream), or all of them (offline), are divided.
    """

    pattern: ArrivalPattern
    samples: int
    queries: int | None
    seconds: float | None
    seed: int
    rate: float = 0.0
    workers: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class TimedQuery:
    """One query, in seconds since the run began.

    Attributes:
        scheduled: when it came, from which its latency counts.
        done: when it was answered.
        size: how many samples it asked about.
        wrong: how many answers differed from the reference's.
    """

    scheduled: float
    done: float
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

    def is_open(self, asked: int, moment: float) -> bool:
        if self.load.queries is not None:
            return asked < self.load.queries
        return self.load.seconds is not None and moment < self.load.seconds

    def draw(self, size: int) -> list[int]:
        steps = range(self._drawn, self._drawn + size)
        self._drawn += size
        return [int(self._luck.uniform("bench/sample", step) * self.load.samples) for step in steps]

    def answer(self, size: int, scheduled: float | None = None) -> TimedQuery:
        samples = self.draw(size)
        start = self.now() if scheduled is None else scheduled
        right = list((map if self._crew is None else self._crew.map)(self._system, samples))
        return TimedQuery(scheduled=start, done=self.now(), size=size, wrong=right.count(False))

    def answer_each(self, size: int) -> Iterator[TimedQuery]:
        """As queries of one sample, each timed in the thread that answers it."""
        yield from (map if self._crew is None else self._crew.map)(self._time, self.draw(size))

    def _time(self, sample: int) -> TimedQuery:
        start = self.now()
        right = self._system(sample)
        return TimedQuery(scheduled=start, done=self.now(), size=1, wrong=int(not right))


def _stream(desk: _Desk, size: int) -> Iterator[TimedQuery]:
    asked = 0
    while desk.is_open(asked, desk.now()):
        asked += 1
        yield desk.answer(size)


def _serve(desk: _Desk) -> Iterator[TimedQuery]:
    for asked, moment in enumerate(draw_arrivals(desk.load.rate, desk.load.seed)):
        if not desk.is_open(asked, moment):
            return
        desk.wait_until(moment)
        yield desk.answer(1, scheduled=moment)


def _take_all(desk: _Desk) -> Iterator[TimedQuery]:
    asked = 0
    while desk.is_open(asked, desk.now()):
        size = _IN_FLIGHT * desk.load.workers
        if desk.load.queries is not None:
            size = min(size, desk.load.queries - asked)
        asked += size
        yield from desk.answer_each(size)


_PATTERNS: dict[ArrivalPattern, Callable[[_Desk], Iterator[TimedQuery]]] = {
    ArrivalPattern.SINGLE_STREAM: lambda desk: _stream(desk, 1),
    ArrivalPattern.MULTI_STREAM: lambda desk: _stream(desk, EIGHT),
    ArrivalPattern.SERVER: _serve,
    ArrivalPattern.OFFLINE: _take_all,
}
