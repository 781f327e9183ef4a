"""What values flow through the float network when it looks at drawn photos."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from simulator.vision.build.floats import POOLED, float_model, normalise
from simulator.vision.build.layers import Doubles, NetworkPlan
from simulator.vision.network import open_session

_BATCH = 8
_MANTISSA = 8

Pixels = NDArray[np.uint8]
Range = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Calibration:
    """Seen over all calibration pictures.

    Attributes:
        ranges: lowest (at most 0) and highest value by layer, and of ``pooled``, snapped outward.
        means: by layer that projects, the mean of each channel.
    """

    ranges: dict[str, Range]
    means: dict[str, Doubles]


def batches(pixels: Pixels) -> Iterator[Pixels]:
    """Eight pictures at a time: more are no faster."""
    for start in range(0, len(pixels), _BATCH):
        yield pixels[start : start + _BATCH]


def channel_means(session: Any, name: str, feeds: Iterator[NDArray[Any]]) -> Doubles:
    """The mean of each channel of one layer over all pictures."""
    total: Any = 0.0
    count = 0
    for feed in feeds:
        (values,) = session.run([name], {"pixels": feed})
        total = total + values.mean(axis=(2, 3), dtype=np.float64).sum(axis=0)
        count += len(feed)
    return np.asarray(total / count)


def calibrate(plan: NetworkPlan, pixels: Pixels) -> Calibration:
    """Runs the float network over (n, 224, 224, 3) pixels."""
    names = [layer.name for layer in plan.layers] + [POOLED]
    session = open_session(
        float_model(plan, {name: 1280 if name == POOLED else None for name in names}).SerializeToString()
    )
    lowest, highest = dict.fromkeys(names, 0.0), dict.fromkeys(names, 0.0)
    projections = {layer.name for layer in plan.convolutions if not layer.clipped}
    sums: dict[str, Any] = dict.fromkeys(projections, 0.0)
    for batch in batches(pixels):
        for name, values in zip(names, session.run(names, {"pixels": normalise(batch)}), strict=True):
            lowest[name] = min(lowest[name], float(values.min()))
            highest[name] = max(highest[name], float(values.max()))
            if name in projections:
                sums[name] = sums[name] + values.mean(axis=(2, 3), dtype=np.float64).sum(axis=0)
    return Calibration(
        ranges={name: (_snap(lowest[name]), _snap(highest[name])) for name in names},
        means={name: np.asarray(total / len(pixels)) for name, total in sums.items()},
    )


def _snap(value: float) -> float:
    """Rounds outward to eight bits of mantissa, so that the last bit of a sum on another machine moves nothing."""
    if value == 0:
        return 0.0
    step = 2.0 ** (math.floor(math.log2(abs(value))) - _MANTISSA)
    return math.copysign(math.ceil(abs(value) / step - 1e-4) * step, value)
