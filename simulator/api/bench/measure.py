"""Measures an order, and tells what it finds, part by part; `order` lists the records.

It runs in a process of its own so that nothing else that the command does, not even printing, is part of what is timed.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import thread_time
from typing import Any

from simulator.api.bench.card import describe_machine
from simulator.api.bench.order import BenchOrder
from simulator.api.bench.subject import Subject, prepare
from simulator.api.bench.tables import measure_cold, measure_ratios, measure_sizes, measure_stages
from simulator.api.bench.themes import measure_themes
from simulator.api.child import Desk
from simulator.domain.log import to_json
from simulator.vision.load.duel import take_turns
from simulator.vision.load.earned import queries_needed, read_percentiles
from simulator.vision.load.effect import compare
from simulator.vision.load.judge import HEADLINE, judge
from simulator.vision.load.scenarios import ArrivalPattern, Load, TimedQuery, drive

_FLOOR_PAIRS = 40
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
            yield from self._run(subject, pattern)
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
        effect = compare(first, second, self._order.seed, paired=True)
        return {"kind": "floor", "pairs": _FLOOR_PAIRS, "share": effect.reach, "processor_share": share}

    def _run(self, subject: Subject, pattern: ArrivalPattern) -> Iterator[Record]:
        order = self._order
        queries = order.queries
        if queries is None and order.seconds is None:
            queries = queries_needed(HEADLINE)
        rate = order.rate if order.rate is not None else self._speed * _HALF
        load = Load(
            pattern=pattern,
            samples=len(subject.files),
            queries=queries,
            seconds=order.seconds,
            seed=order.seed,
            rate=rate,
            workers=order.workers if pattern in {ArrivalPattern.MULTI_STREAM, ArrivalPattern.OFFLINE} else 1,
        )
        answered: list[TimedQuery] = []
        try:
            self._drive(load, subject, answered)
        except KeyboardInterrupt:
            yield _as_record(load, answered, interrupted=True)
            raise
        yield _as_record(load, answered, interrupted=False)

    def _drive(self, load: Load, subject: Subject, answered: list[TimedQuery]) -> None:
        """Fill ``answered``; what was answered stands if the run is interrupted."""
        told, shown = 0.0, 0
        for query in drive(load, subject.is_right, subject.clock):
            answered.append(query)
            if query.done - told >= _A_WHILE:
                fresh = [round(each.ms, 4) for each in answered[shown:]]
                told, shown = query.done, len(answered)
                # Measured: 30 microseconds a record, one in a hundred 65; at five a second 0.02 % of the time.
                about = {"scenario": load.pattern, "wanted": load.queries}
                self._tell({"kind": "progress", **about, "latencies_ms": fresh})


def _tell_refused(subject: Subject) -> Iterator[Record]:
    """How many files cannot be read, and each of them once."""
    if bad := subject.refused:
        opened = len(bad) + len(subject.photos)
        yield {"kind": "note", "text": f"{len(bad)} of the {opened} photos that were opened, each for its own reason"}
    yield from ({"kind": "note", "text": line} for line in subject.refused)


def _as_record(load: Load, queries: list[TimedQuery], *, interrupted: bool) -> Record:
    latencies = [query.ms for query in queries]
    photos = sum(query.size for query in queries)
    seconds = queries[-1].done if queries else 0.0
    reasons = judge(load, queries, interrupted=interrupted)
    return {
        "kind": "scenario",
        "scenario": load.pattern,
        "verdict": "INVALID" if reasons else "VALID",
        "reasons": list(reasons),
        "queries": len(queries),
        "photos": photos,
        "workers": load.workers,
        "rate": load.rate if load.pattern is ArrivalPattern.SERVER else None,
        "seconds": seconds,
        "photos_a_second": photos / seconds if seconds else None,
        "wrong": sum(query.wrong for query in queries),
        "median_ms": median(latencies) if latencies else None,
        "percentiles": to_json(read_percentiles(latencies)),
        "latencies_ms": [round(ms, 4) for ms in latencies],
    }


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
