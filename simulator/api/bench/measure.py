"""Measures an order, and tells what it finds, part by part; `order` lists the records.

It runs in a process of its own so that nothing else that the command does, not even printing, is part of what is timed.
"""

from collections.abc import Callable, Iterator
from functools import partial
from math import ceil
from pathlib import Path
from tempfile import TemporaryDirectory
from time import thread_time
from typing import Any

from simulator.api.bench.accuracy import measure_accuracy
from simulator.api.bench.card import describe_machine
from simulator.api.bench.installation import this_installation
from simulator.api.bench.order import BenchOrder
from simulator.api.bench.run_record import write_run
from simulator.api.bench.search import RateTrial, find_best, search_rate, write_peak
from simulator.api.bench.subject import Subject, prepare
from simulator.api.bench.tables import measure_cold, measure_ratios, measure_sizes, measure_stages
from simulator.api.bench.themes import measure_themes
from simulator.api.child import Desk
from simulator.vision.load.between import FLOOR_PROCESSES, find_floor_between
from simulator.vision.load.duel import take_turns
from simulator.vision.load.earned import queries_needed
from simulator.vision.load.effect import compare
from simulator.vision.load.judge import HEADLINE, find_noise
from simulator.vision.load.machine import read_load, read_processor
from simulator.vision.load.scenarios import ArrivalPattern, Load, TimedQuery, drive

_FLOOR_PAIRS = 40
_FLOOR_QUERIES = 24  # in each of the processes that are compared for the floor between them
_A_WHILE = 0.2  # seconds between two records of progress
_HALF = 0.5  # of the warm-up's speed: where a server is busy and yet keeps up

Record = dict[str, Any]


class Bench:
    """One order, measured part by part.

    Args:
        order: what to measure.
        tell: hears records of progress, between two queries and never within one.

    Attributes:
        during: which part is being measured, for whoever interrupts it.
    """

    def __init__(self, order: BenchOrder, tell: "Callable[[Record], None]") -> None:
        self.during = ""
        self._order = order
        self._tell = tell
        self._speed = 0.0

    def measure(self, folder: Path) -> Iterator[Record]:
        """All records, each as soon as it is known.

        Args:
            folder: empty, for samples and a store.

        Raises:
            AnalyzerError: there are no pictures to measure with.
        """
        yield self._begin("the drawing of the samples")
        subject = prepare(self._order, folder)
        yield describe_machine(self._order, subject)
        yield from _tell_refused(subject)
        yield self._begin("the warm-up")
        yield self._warm_up(subject)
        yield self._begin("the noise floor")
        yield self._find_floor(subject)
        for pattern in self._order.patterns:
            yield self._begin(pattern)
            if self._order.bound is not None and pattern is ArrivalPattern.SERVER:
                yield from self._search(subject)
            else:
                yield from self._run(subject, self._plan(subject, pattern))
        yield self._begin("the accuracy")
        yield measure_accuracy(subject)
        if not self._order.brief:
            yield self._begin("the stages")
            yield measure_stages(subject)
            yield self._begin("the ratios")
            if self._order.model is None:
                yield from measure_ratios(subject)
                yield from measure_sizes(subject)
                yield measure_cold(subject)
            else:
                yield {"kind": "note", "text": "ratios and sizes, which are those of the shipped network"}
        if self._order.themes:
            yield self._begin("the themes")
            yield measure_themes(subject)
        yield {"kind": "end"}

    def _begin(self, part: str) -> Record:
        self.during = part
        return {"kind": "begin", "part": part}

    def _warm_up(self, subject: Subject) -> Record:
        files, analyzer, clock = subject.files, subject.analyzer, subject.clock
        opening = analyzer.load()
        subject.reference.extend(analyzer.analyze(file) for file in files)
        start = clock.now()
        for file in files:
            analyzer.analyze(file)
        self._speed = len(files) / (clock.now() - start)
        return {
            "kind": "warm-up",
            "queries": 2 * len(files),
            "opening_ms": opening,
            "photos_a_second": self._speed,
        }

    def _find_floor(self, subject: Subject) -> Record:
        def look() -> bool:
            return subject.is_right(0)

        wall, work = subject.clock.now(), thread_time()
        first, second = take_turns([look, look], _FLOOR_PAIRS, subject.clock)
        share = (thread_time() - work) / (subject.clock.now() - wall)
        within = compare(first, second, self._order.seed, paired=True).reach
        here, model = this_installation(), self._order.model
        turns = [here.take_turn(subject.folder, _FLOOR_QUERIES, model) for _ in range(FLOOR_PROCESSES)]
        between = find_floor_between([turn["latencies_ms"] for turn in turns])
        return {
            "kind": "floor",
            "pairs": _FLOOR_PAIRS,
            "processes": FLOOR_PROCESSES,
            "share": max(within, between),
            "within": within,
            "between": between,
            "processor_share": share,
        }

    def _plan(self, subject: Subject, pattern: ArrivalPattern) -> Load:
        order = self._order
        queries = order.queries
        if queries is None and order.seconds is None:
            queries = queries_needed(HEADLINE)
        return Load(
            pattern=pattern,
            samples=len(subject.files),
            queries=queries,
            seconds=order.seconds,
            seed=order.seed,
            rate=order.rate if order.rate is not None else self._speed * _HALF,
            workers=1 if pattern is ArrivalPattern.SINGLE_STREAM else order.workers,
            least_seconds=order.least_seconds,
        )

    def _run(self, subject: Subject, load: Load) -> Iterator[Record]:
        answered: list[TimedQuery] = []
        try:
            self._drive(load, subject, answered)
        except KeyboardInterrupt:
            yield self._as_record(load, answered, interrupted=True)
            raise
        yield self._as_record(load, answered, interrupted=False)

    def _search(self, subject: Subject) -> Iterator[Record]:
        """The highest rate that keeps the bound, and the run at it; where none does, the last that was tried."""
        bound, plan = self._order.bound, self._plan(subject, ArrivalPattern.SERVER)
        assert bound is not None
        trials: list[RateTrial] = []
        try:
            for tried in search_rate(plan, bound, self._speed * plan.workers, partial(self._try, subject)):
                trials.append(tried)
                self._tell({"kind": "begin", "part": tried.words})
        except KeyboardInterrupt:
            yield write_peak(bound, trials)
            raise
        yield write_peak(bound, trials)
        best = find_best(trials)
        shown = best or trials[-1]
        record = self._as_record(shown.load, shown.queries, interrupted=False)
        if best is None:
            record["reasons"] = [*record["reasons"], f"no rate kept {bound.words}; allow more with --latency-bound"]
            record["verdict"] = "INVALID"
        yield record

    def _try(self, subject: Subject, load: Load, stop: Callable[[list[TimedQuery]], bool]) -> list[TimedQuery]:
        answered: list[TimedQuery] = []
        self._drive(load, subject, answered, stop)
        return answered

    def _as_record(self, load: Load, queries: list[TimedQuery], *, interrupted: bool) -> Record:
        noise = find_noise(queries, read_load(), read_processor().cores)
        return write_run(load, queries, interrupted=interrupted, noise=noise, allow_noisy=self._order.allow_noisy)

    def _drive(
        self,
        load: Load,
        subject: Subject,
        answered: list[TimedQuery],
        stop: Callable[[list[TimedQuery]], bool] = lambda _: False,
    ) -> None:
        """Fill ``answered``; what was answered stands if the run is interrupted."""
        told, shown = 0.0, 0
        for query in drive(load, subject.is_right, subject.clock):
            answered.append(query)
            if stop(answered):
                return
            if query.done - told >= _A_WHILE:
                fresh = [round(each.ms, 4) for each in answered[shown:]]
                told, shown = query.done, len(answered)
                # Measured: 30 microseconds a record, one in a hundred 65; at five a second 0.02 % of the time.
                about = {"scenario": load.pattern, "wanted": _expect(load, answered)}
                self._tell({"kind": "progress", **about, "latencies_ms": fresh})


def _tell_refused(subject: Subject) -> Iterator[Record]:
    """How many files cannot be read, and each of them once."""
    if bad := subject.refused:
        opened = len(bad) + len(subject.photos)
        yield {"kind": "note", "text": f"{len(bad)} of the {opened} photos that were opened, each for its own reason"}
    yield from ({"kind": "note", "text": line} for line in subject.refused)


def _expect(load: Load, answered: list[TimedQuery]) -> int | None:
    """How many queries there will be, as far as that can be told now; None where only the clock decides."""
    if load.queries is None:
        return None
    return max(load.queries, ceil(len(answered) * load.least_seconds / answered[-1].done))


def measure(order: BenchOrder, desk: Desk) -> None:
    """Tell each record as soon as it is known; an interruption is the last of them."""
    bench = Bench(order, desk.tell)
    with TemporaryDirectory(prefix="rollcall-bench-") as folder:
        try:
            with desk.stopping_at_once():
                for record in bench.measure(Path(folder)):
                    desk.tell(record)
        except KeyboardInterrupt:
            desk.tell({"kind": "interrupted", "during": bench.during})
