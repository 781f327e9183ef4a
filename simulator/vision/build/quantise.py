"""The network in 8 bits: unsigned activations, signed weights with one scale a channel (QDQ form).

On x86 this is the one combination that ONNX Runtime runs faster than floats. ReLU6 needs no node of its own: it is
the saturation of an unsigned byte whose range ends at 6.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from onnx import TensorProto, helper

from simulator.vision.build.calibrate import Calibration, Range
from simulator.vision.build.floats import POOLED, assemble, constant, convolve
from simulator.vision.build.layers import (
    CEILING,
    CLASSES,
    EMBEDDING,
    PIXEL_SCALE,
    PIXEL_ZERO,
    Convolution,
    Doubles,
    Plan,
)

FACE_BLOCK = "b4.sum"  # 40 channels of 28 x 28: edges and colours, and still where in the crop they are
_FACE_FIELD = 4
FACE_GRID = 40 * 7 * 7
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """A linear answer, kept in floats: (features, width) weights and (width,) biases.

    Attributes:
        name: of the output.
        source: ``embedding``, or ``face_grid``: what block `FACE_BLOCK` saw, as the means over 7 x 7 fields.
    """

    name: str
    source: str
    weight: NDArray[np.float32]
    bias: NDArray[np.float32]


Steps = dict[str, tuple[np.float32, int]]


def find_steps(plan: Plan, calibration: Calibration) -> Steps:
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

    plan: Plan
    steps: Steps
    weights: Mapping[str, QuantisedWeight]


def quantise(plan: Plan, calibration: Calibration) -> Rounded:
    """Rounds every weight, given the ranges of what flows between them."""
    steps = find_steps(plan, calibration)
    weights = {
        layer.name: quantise_weight(layer.weight, layer.bias, steps[layer.source][0], keep_sums=layer.depthwise)
        for layer in plan.convolutions
    }
    matrix, bias = plan.classifier
    weights["classes"] = quantise_weight(matrix.T, bias, steps[POOLED][0], keep_sums=False)
    return Rounded(plan=plan, steps=steps, weights=weights)


class _Writer:
    """Collects nodes and constants; a layer's bytes are called ``<name>.q``, their floats ``<name>``."""

    def __init__(self, steps: Steps) -> None:
        self._steps = steps
        self.nodes: list[Any] = []
        self.constants: list[Any] = []
        for name, (scale, zero) in steps.items():
            self.constants += [constant(f"{name}.scale", scale, np.float32), constant(f"{name}.zero", zero, np.uint8)]

    def add(self, operator: str, inputs: list[str], output: str, **attributes: Any) -> None:
        self.nodes.append(helper.make_node(operator, inputs, [output], **attributes))

    def round_off(self, source: str, name: str, steps_of: str) -> None:
        """From floats to bytes and back."""
        step = [f"{steps_of}.scale", f"{steps_of}.zero"]
        self.add("QuantizeLinear", [source, *step], f"{name}.q")
        self.add("DequantizeLinear", [f"{name}.q", *step], name)

    def add_weight(self, name: str, weight: QuantisedWeight) -> list[str]:
        """The names of weight and bias as floats."""
        self._add_integers(f"{name}.weight", weight.values, weight.scale)
        self._add_integers(f"{name}.bias", weight.bias, weight.bias_scale)
        return [f"{name}.weight", f"{name}.bias"]

    def _add_integers(self, name: str, values: NDArray[Any], scale: NDArray[np.float32]) -> None:
        kind = values.dtype.type
        self.constants += [
            constant(f"{name}.q", values, kind),
            constant(f"{name}.scale", scale, np.float32),
            constant(f"{name}.zero", np.zeros(len(scale)), kind),
        ]
        self.add("DequantizeLinear", [f"{name}.q", f"{name}.scale", f"{name}.zero"], name, axis=0)


def quantised_model(rounded: Rounded, heads: tuple[Head, ...] = (), peek: str | None = None) -> Any:
    """The model; input ``pixels`` (batch, 224, 224, 3) of bytes; outputs ``logits``, ``embedding`` and the heads.

    Without heads, what they can be trained on is put out too: ``face_grid``. With ``peek`` the model ends at that
    convolution, and what it gives before it is rounded to bytes is the only output.
    """
    writer = _Writer(rounded.steps)
    writer.add("Transpose", ["pixels"], "pixels.q", perm=[0, 3, 1, 2])
    writer.add("DequantizeLinear", ["pixels.q", "pixels.scale", "pixels.zero"], "pixels.float")
    pixels = helper.make_tensor_value_info("pixels", TensorProto.UINT8, ["batch", 224, 224, 3])
    for layer in rounded.plan.layers:
        raw = f"{layer.name}.raw"
        if isinstance(layer, Convolution):
            source = "pixels.float" if layer.source == "pixels" else layer.source
            writer.nodes.append(
                convolve(layer, [source, *writer.add_weight(layer.name, rounded.weights[layer.name])], raw)
            )
        else:
            writer.add("Add", list(layer.sources), raw)
        writer.round_off(raw, layer.name, layer.name)
        if layer.name == peek:
            return assemble(writer.nodes, writer.constants, pixels, {raw: None})
    _add_answers(writer, rounded.plan.layers[-1].name, rounded.weights["classes"])
    widths: dict[str, int | None] = {"logits": CLASSES, "embedding": EMBEDDING}
    for head in heads:
        _add_head(writer, head)
        widths[head.name] = len(head.bias)
    if not heads:
        widths["face_grid"] = FACE_GRID
    return assemble(writer.nodes, writer.constants, pixels, widths)


def _add_answers(writer: _Writer, last: str, classes: QuantisedWeight) -> None:
    writer.add("GlobalAveragePool", [last], "pooled.raw")
    writer.round_off("pooled.raw", "pooled.grid", POOLED)
    writer.add("Flatten", ["pooled.grid"], "pooled.flat")
    writer.round_off("pooled.flat", "embedding", POOLED)
    writer.add("Gemm", ["embedding", *writer.add_weight("classes", classes)], "logits", transB=1)
    field = [_FACE_FIELD, _FACE_FIELD]
    writer.add("AveragePool", [FACE_BLOCK], "face_fields", kernel_shape=field, strides=field)
    writer.add("Flatten", ["face_fields"], "face_grid")


def _add_head(writer: _Writer, head: Head) -> None:
    names = [f"{head.name}.weight", f"{head.name}.bias"]
    for name, values in zip(names, (head.weight, head.bias), strict=True):
        writer.constants.append(constant(name, values, np.float32))
    writer.add("Gemm", [head.source, *names], head.name)
