"""What the measuring process is told to do, and the shape of what it tells back.

Every record is what one JSON object can hold, with a ``kind``: card, warm-up, floor, scenario, stages, opening, ratio,
why, size, themes, accuracy, peak, note; and at the end one of: end, interrupted. *Why* comes only where int8 does not
win although it should. Between them come *begin*, which names the part that is measured next, and *progress*: a
scenario's latencies since the last such record, a few times a second.
"""

from dataclasses import dataclass
from pathlib import Path

from simulator.vision.load.judge import LEAST_SECONDS
from simulator.vision.load.peak import LatencyBound
from simulator.vision.load.samples import Size
from simulator.vision.load.scenarios import ArrivalPattern

LEAST_RATE, MOST_RATE = 0.01, 10_000.0  # photos a second in the server scenario


@dataclass(frozen=True, slots=True, kw_only=True)
class BenchOrder:
    """What to measure.

    Attributes:
        queries, seconds: how long each scenario lasts; both None: until its p90 is earned.
        least_seconds: how long at least; shorter ones are INVALID.
        allow_noisy: whether a run counts for which the processor was not free.
        bound: what latency the server has to keep; then the highest rate at which it does is searched for.
        rate: of the server scenario, a second; None: half of what the warm-up reached.
        samples: how many different pictures.
        photos: a folder of pictures to take instead of drawn ones.
        floats: an ONNX file with the float network.
        model: a classifier to measure instead of the shipped analyzer.
        brief: scenarios only, without stages, ratios and sizes.
        themes: what each theme costs, too.
    """

    patterns: tuple[ArrivalPattern, ...]
    queries: int | None
    seconds: float | None
    seed: int
    rate: float | None
    workers: int
    samples: int
    size: Size
    photos: Path | None
    floats: Path | None
    model: Path | None
    brief: bool
    themes: bool
    least_seconds: float = LEAST_SECONDS
    allow_noisy: bool = False
    bound: LatencyBound | None = None
