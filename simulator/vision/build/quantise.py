"""The network in 8 bits: unsigned activations, signed weights with one scale a channel.

On x86 this is the one combination that ONNX Runtime runs faster than floats. ReLU6 needs no node of its own: it is
the saturation of an unsigned byte whose range ends at 6.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from simulator.vision.build.calibrate import Calibration, Range
from simulator.vision.build.floats import POOLED
from simulator.vision.build.layers import CEILING, PIXEL_SCALE, PIXEL_ZERO, Doubles, NetworkPlan

_MOST_WEIGHT = 127
_MOST_BYTE = 255
_MOST_BIAS = 2.0**30


@dataclass(frozen=True, slots=True, kw_only=True)
class QuantisedWeight:
    """Integers that, times ``scale``, are nearly the weight; one scale a channel of output, and one for its bias."""

    values: NDArray[np.int8]
    scale: NDArray[np.float32]
    bias: NDArray[np.int32]
    bias_scale: NDArray[np.float32]


Steps = dict[str, tuple[np.float32, int]]


def find_steps(plan: NetworkPlan, calibration: Calibration) -> Steps:
    """The scale and the zero point of each layer's bytes."""
    steps: Steps = {"pixels": (np.float32(PIXEL_SCALE), PIXEL_ZERO)}
    clipped = {layer.name for layer in plan.convolutions if layer.clipped}
    for name, (lowest, highest) in calibration.ranges.items():
        steps[name] = _find_step((0.0, min(highest, CEILING)) if name in clipped else (lowest, highest))
    return steps


def _find_step(seen: Range) -> tuple[np.float32, int]:
    scale = np.float32((seen[1] - seen[0]) / _MOST_BYTE)
    return scale, round(-seen[0] / float(scale))


def quantise_weight(weight: Doubles, bias: Doubles, input_scale: np.float32, *, keep_sums: bool) -> QuantisedWeight:
    """One weight, channels of output first.

    With ``keep_sums`` each filter's integers add up to its own sum. An edge filter, whose sum is nearly 0, would else
    turn the flat areas that drawings are full of into a constant offset.
    """
    rows = weight.reshape(len(weight), -1)
    largest = np.abs(rows).max(axis=1)
    # A channel that is all but dead gets a coarser scale, so that its bias still fits into 32 bits.
    least = np.maximum(np.abs(bias) / (float(input_scale) * _MOST_BIAS), np.finfo(np.float32).tiny)
    scale = np.maximum(largest / _MOST_WEIGHT, least).astype(np.float32)
    exact = rows / scale.astype(np.float64)[:, None]
    rounded = np.rint(exact).clip(-_MOST_WEIGHT, _MOST_WEIGHT)
    if keep_sums:
        for row, integers in zip(exact, rounded, strict=True):
            _keep_sum(row, integers)
    bias_scale = input_scale * scale
    return QuantisedWeight(
        values=rounded.astype(np.int8).reshape(weight.shape),
        scale=scale,
        bias=np.rint(bias / bias_scale.astype(np.float64)).astype(np.int32),
        bias_scale=bias_scale,
    )


def _keep_sum(exact: Doubles, integers: Doubles) -> None:
    """Moves as few integers as possible by one, those that were rounded the farthest, until the sums agree."""
    residual = exact - integers
    missing = round(float(residual.sum()))
    step = np.sign(missing)
    movable = [i for i in np.argsort(-residual * step, kind="stable") if abs(integers[i] + step) <= _MOST_WEIGHT]
    for index in movable[: abs(missing)]:
        integers[index] += step


@dataclass(frozen=True, slots=True, kw_only=True)
class Rounded:
    """The network in integers: the plan, and each layer's step and weight; the weight of the labels is ``classes``."""

    plan: NetworkPlan
    steps: Steps
    weights: Mapping[str, QuantisedWeight]


def quantise(plan: NetworkPlan, calibration: Calibration) -> Rounded:
    """Rounds every weight, given the ranges of what flows between them."""
    steps = find_steps(plan, calibration)
    weights = {
        layer.name: quantise_weight(layer.weight, layer.bias, steps[layer.source][0], keep_sums=layer.depthwise)
        for layer in plan.convolutions
    }
    matrix, bias = plan.classifier
    weights["classes"] = quantise_weight(matrix.T, bias, steps[POOLED][0], keep_sums=False)
    return Rounded(plan=plan, steps=steps, weights=weights)
