"""The networks in 8 bits as ONNX: every layer takes bytes and gives bytes, in operators that say so.

The other way to write it, float operators between rounding and its reverse (QDQ), runs the same arithmetic once ONNX
Runtime has fused it, but is five times as many nodes to fuse whenever it is opened, and wrong until then.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from onnx import TensorProto, helper

from simulator.vision.build.floats import POOLED, assemble, constant, convolve
from simulator.vision.build.layers import CLASSES, EMBEDDING, Convolution, Layer
from simulator.vision.build.quantise import QuantisedWeight, Rounded, Steps
from simulator.vision.facefinder import CROP_SIDE
from simulator.vision.scenenet import SIDE

FACE_BLOCK = "b4.sum"  # 40 channels of 14 x 14: edges and colours, and still where in the crop they are
_FACE_FIELD = 2
FACE_GRID = 40 * 7 * 7
_ONNX_RUNTIME = "com.microsoft"  # the domain of its own operators


@dataclass(frozen=True, slots=True, kw_only=True)
class LinearHead:
    """A linear answer, kept in floats: (features, width) weights and (width,) biases.

    Attributes:
        name: of the output.
        source: ``embedding``, or ``face_grid``: what block `FACE_BLOCK` saw, as the means over 7 x 7 fields.
    """

    name: str
    source: str
    weight: NDArray[np.float32]
    bias: NDArray[np.float32]


class _Writer:
    """Collects nodes and constants, for pictures of ``side`` pixels square; a layer's bytes are called ``<name>.q``."""

    def __init__(self, rounded: Rounded, side: int = SIDE) -> None:
        self._rounded = rounded
        self._side = side
        self._nodes: list[Any] = []
        self._constants = list(_write_steps(rounded.steps))
        self.add("Transpose", ["pixels"], "pixels.q", perm=[0, 3, 1, 2])

    def add(self, operator: str, inputs: list[str], output: str, **attributes: Any) -> None:
        self._nodes.append(helper.make_node(operator, inputs, [output], **attributes))

    def add_layer(self, layer: Layer) -> None:
        step = _step(layer.name)
        if isinstance(layer, Convolution):
            weight = self._add_weight(layer.name)
            inputs = [f"{layer.source}.q", *_step(layer.source), *weight, *step, f"{layer.name}.bias.q"]
            self._nodes.append(convolve(layer, inputs, f"{layer.name}.q", "QLinearConv"))
        else:
            summands = [name for source in layer.sources for name in (f"{source}.q", *_step(source))]
            self.add("QLinearAdd", [*summands, *step], f"{layer.name}.q", domain=_ONNX_RUNTIME)

    def peek(self, layer: Convolution) -> str:
        """The name of what the layer gives before it is rounded to bytes."""
        weight, bias = self._add_weight(layer.name), f"{layer.name}.bias"
        self.add("DequantizeLinear", [f"{layer.source}.q", *_step(layer.source)], layer.source)
        self.add("DequantizeLinear", weight, f"{layer.name}.weight", axis=0)
        self.add("DequantizeLinear", [f"{bias}.q", f"{bias}.scale"], bias, axis=0)
        raw = f"{layer.name}.raw"
        self._nodes.append(convolve(layer, [layer.source, f"{layer.name}.weight", bias], raw))
        return raw

    def add_answers(self, last: str) -> None:
        """The embedding, and the labels from it."""
        self.add(
            "QLinearGlobalAveragePool",
            [f"{last}.q", *_step(last), *_step(POOLED)],
            "pooled.grid",
            domain=_ONNX_RUNTIME,
            channels_last=0,
        )
        self.add("Flatten", ["pooled.grid"], "embedding.q")
        self.add("DequantizeLinear", ["embedding.q", *_step(POOLED)], "embedding")
        weight = self._add_weight("classes")
        inputs = ["embedding.q", *_step(POOLED), *weight, "classes.bias.q"]
        self.add("QGemm", inputs, "logits", domain=_ONNX_RUNTIME, transB=1)

    def add_face_grid(self) -> None:
        field = [_FACE_FIELD, _FACE_FIELD]
        self.add("DequantizeLinear", [f"{FACE_BLOCK}.q", *_step(FACE_BLOCK)], FACE_BLOCK)
        self.add("AveragePool", [FACE_BLOCK], "face_fields", kernel_shape=field, strides=field)
        self.add("Flatten", ["face_fields"], "face_grid")

    def add_head(self, head: LinearHead) -> None:
        names = [f"{head.name}.weight", f"{head.name}.bias"]
        for name, values in zip(names, (head.weight, head.bias), strict=True):
            self._constants.append(constant(name, values, np.float32))
        self.add("Gemm", [head.source, *names], head.name)

    def finish(self, outputs: dict[str, int | None]) -> Any:
        used = {name for node in self._nodes for name in node.input}
        pixels = helper.make_tensor_value_info("pixels", TensorProto.UINT8, ["batch", self._side, self._side, 3])
        return assemble(self._nodes, [each for each in self._constants if each.name in used], pixels, outputs)

    def _add_weight(self, name: str) -> list[str]:
        """The names of the weight, its scale and its zero."""
        weight: QuantisedWeight = self._rounded.weights[name]
        names = [f"{name}.weight.q", f"{name}.weight.scale", f"{name}.weight.zero"]
        self._constants += [
            constant(names[0], weight.values, np.int8),
            constant(names[1], weight.scale, np.float32),
            constant(names[2], np.zeros(len(weight.scale)), np.int8),
            constant(f"{name}.bias.q", weight.bias, np.int32),
            constant(f"{name}.bias.scale", weight.bias_scale, np.float32),
        ]
        return names


def _step(name: str) -> list[str]:
    return [f"{name}.scale", f"{name}.zero"]


def _write_steps(steps: Steps) -> list[Any]:
    return [
        each
        for name, (scale, zero) in steps.items()
        for each in (constant(f"{name}.scale", scale, np.float32), constant(f"{name}.zero", zero, np.uint8))
    ]


def scene_model(rounded: Rounded, themes: LinearHead | None = None) -> Any:
    """The scene network; input ``pixels`` (batch, 224, 224, 3) of bytes; outputs ``logits``, ``embedding``, the head's.

    Without a head, ``embedding`` is what it can be trained on.
    """
    writer = _Writer(rounded)
    for layer in rounded.plan.layers:
        writer.add_layer(layer)
    writer.add_answers(rounded.plan.layers[-1].name)
    widths: dict[str, int | None] = {"logits": CLASSES, "embedding": EMBEDDING}
    if themes is not None:
        writer.add_head(themes)
        widths[themes.name] = len(themes.bias)
    return writer.finish(widths)


def code_model(rounded: Rounded, codes: LinearHead | None = None) -> Any:
    """The scene network up to `FACE_BLOCK` and the head for faces; input ``pixels`` (batch, 112, 112, 3) of bytes.

    The layers are those for pictures of twice the side: they pad alike, since both sides are halved evenly as often as
    they are here. Without a head, what it can be trained on is put out: ``face_grid``.
    """
    writer = _Writer(rounded, CROP_SIDE)
    for layer in rounded.plan.layers:
        writer.add_layer(layer)
        if layer.name == FACE_BLOCK:
            break
    writer.add_face_grid()
    if codes is None:
        return writer.finish({"face_grid": FACE_GRID})
    writer.add_head(codes)
    return writer.finish({codes.name: len(codes.bias)})


def peek_model(rounded: Rounded, name: str) -> Any:
    """The scene network up to one convolution; its only output is ``<name>.raw``: what is not yet rounded to bytes."""
    writer = _Writer(rounded)
    for layer in rounded.plan.layers:
        if layer.name == name:
            assert isinstance(layer, Convolution)
            return writer.finish({writer.peek(layer): None})
        writer.add_layer(layer)
    raise KeyError(name)
