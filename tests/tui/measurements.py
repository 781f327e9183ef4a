"""The records of a measurement that nobody made: always the same, and shaped as the measuring process tells them."""

from collections.abc import Iterator
from typing import Any

from simulator.api.bench.run_record import write_run
from simulator.report.measured import Measured
from simulator.vision.load.scenarios import ArrivalPattern, Load, TimedQuery

Record = dict[str, Any]

CARD: Record = {
    "kind": "card",
    "date": "2026-11-26T07:35:31+00:00",
    "processor": "A processor of our own",
    "cores": 2,
    "flags": ["avx2", "avx512_vnni"],
    "int8": "Products of bytes are summed in one instruction.",
    "system": "Linux x86_64",
    "load": [0.5, 0.25, 0.125],
    "network_threads": 1,
    "versions": {"python": "3.11.7", "rollcall": "0.1.0"},
    "models": {"scene": "8c33d039f3621114", "faces": "427cbbe0fc41448d"},
    "seed": 7,
    "samples": 16,
    "source": "drawn photos",
    "size": "512px",
    "kernel": "6.1.0",
    "governor": None,
    "memory": 2**33,
    "provider": "CPUExecutionProvider",
    "session": {
        "intra_op_num_threads": 1,
        "inter_op_num_threads": 0,
        "graph_optimization_level": "ORT_ENABLE_ALL",
        "execution_mode": "ORT_SEQUENTIAL",
        "session.x64quantprecision": "1",
    },
    "commit": "0123abc",
    "code": "0123456789ab",
    "least_seconds": 10.0,
    "allow_noisy": False,
}
STAGES = {
    "read": 0.1,
    "decode": 2.5,
    "resize": 1.9,
    "network": 4.1,
    "faces": 16.4,
    "post-processing": 0.2,
    "store": 0.5,
}
RATIOS = (("floats to int8, 1 at a time", 1.84), ("floats to int8, 8 at a time", 2.02), ("one worker to two", 1.01))


def scenario(pattern: ArrivalPattern, count: int, *, interrupted: bool = False, slower: float = 1.0) -> Record:
    """``count`` queries between 24 and 47 ms times ``slower``, one of them twice as slow as that."""
    load = Load(pattern=pattern, samples=16, queries=64, seconds=None, seed=7, rate=1.0)
    queries = [
        TimedQuery(
            scheduled=float(number),
            begun=float(number),
            done=number + slower * (2 if number == 7 else 1) * (24 + number * number * 7 % 23) / 1000,
            worked=0.0,
            size=1,
            wrong=0,
        )
        for number in range(count)
    ]
    return write_run(load, queries, interrupted=interrupted)


def told_before() -> Iterator[Record]:
    """What is told before the first scenario."""
    yield {"kind": "begin", "part": "the drawing of the samples"}
    yield CARD
    yield {"kind": "begin", "part": "the warm-up"}
    yield {"kind": "warm-up", "queries": 32, "opening_ms": 80.0, "photos_a_second": 36.0}
    yield {
        "kind": "floor",
        "pairs": 40,
        "processes": 6,
        "share": 0.03,
        "within": 0.01,
        "between": 0.03,
        "processor_share": 0.99,
    }


def told(patterns: tuple[ArrivalPattern, ...] = tuple(ArrivalPattern), slower: float = 1.0) -> Iterator[Record]:
    """A whole measurement with its tables."""
    yield from told_before()
    for pattern in patterns:
        yield {"kind": "begin", "part": pattern.value}
        run = scenario(pattern, 64, slower=slower)
        yield {"kind": "progress", "scenario": pattern.value, "wanted": 64, "latencies_ms": run["latencies_ms"][:30]}
        yield run
    stages = {name: {"median_ms": ms, "mean_ms": ms} for name, ms in STAGES.items()}
    yield {"kind": "stages", "photos": 64, "faces_a_photo": 1.3, "stages": stages}
    for name, ratio in RATIOS:
        yield {
            "kind": "ratio",
            "name": name,
            "ratio": ratio,
            "low": ratio - 0.02,
            "high": ratio + 0.03,
            "rounds": 64,
            "first_ms": 7.6,
            "second_ms": 7.6 / ratio,
        }
    yield {"kind": "accuracy", "photos": 16, "labels_equal": 16, "themes_right": 15}
    yield {"kind": "note", "text": "sizes, for this test"}
    yield {"kind": "end"}


def result(**more: Any) -> Record:
    """What `rollcall bench --json` prints of it."""
    measured = Measured()
    for record in told(**more):
        measured.take(record)
    return measured.close()
