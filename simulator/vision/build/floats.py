"""The network in 32-bit floats: what the quantised one is calibrated on and compared with."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from simulator.vision.build.layers import CEILING, PIXEL_SCALE, PIXEL_ZERO, Convolution, NetworkPlan

_OPSETS = {"": 18, "com.microsoft": 1}
IR_VERSION = 10  # the newest that ONNX Runtime 1.22, the oldest that we allow, reads
POOLED = "pooled"


def constant(name: str, value: Any, kind: type[np.generic]) -> Any:
    """A named tensor; a plain number stays a scalar, which ONNX Runtime wants of a scale."""
    return numpy_helper.from_array(np.array(value, dtype=kind, order="C"), name)


def convolve(layer: Convolution, inputs: Sequence[str], output: str, operator: str = "Conv") -> Any:
    """The node of a convolution; ``inputs`` are those of the operator, picture, weight and bias among them."""
    kernel = layer.weight.shape[-1]
    return helper.make_node(
        operator,
        inputs,
        [output],
        name=layer.name,
        kernel_shape=[kernel, kernel],
        strides=[layer.stride, layer.stride],
        pads=list(layer.pads),
        group=layer.groups,
    )


def assemble(nodes: Sequence[Any], constants: Sequence[Any], pixels: Any, outputs: dict[str, int | None]) -> Any:
    """A checked model; ``outputs`` gives the width of each output by name, None where it is a picture."""
    infos = [
        helper.make_tensor_value_info(name, TensorProto.FLOAT, [None] * 4 if width is None else ["batch", width])
        for name, width in outputs.items()
    ]
    graph = helper.make_graph(nodes, "rollcall-scene", [pixels], infos, constants)
    domains = sorted({node.domain for node in nodes})
    model = helper.make_model(
        graph,
        opset_imports=[helper.make_opsetid(domain, _OPSETS[domain]) for domain in domains],
        ir_version=IR_VERSION,
        producer_name="rollcall",
    )
    onnx.checker.check_model(model)
    return model


def float_model(plan: NetworkPlan, outputs: dict[str, int | None]) -> Any:
    """The plan as it stands; input ``pixels`` (batch, 3, 224, 224) float, already normalised.

    Outputs may be any layers' names, ``pooled`` and ``logits``; see `assemble`.
    """
    nodes, constants = [], [constant("zero", 0, np.float32), constant("ceiling", CEILING, np.float32)]
    for layer in plan.layers:
        if not isinstance(layer, Convolution):
            nodes.append(helper.make_node("Add", layer.sources, [layer.name], name=layer.name))
            continue
        weight, bias = f"{layer.name}.weight", f"{layer.name}.bias"
        constants += [constant(weight, layer.weight, np.float32), constant(bias, layer.bias, np.float32)]
        raw = f"{layer.name}.raw" if layer.clipped else layer.name
        nodes.append(convolve(layer, [layer.source, weight, bias], raw))
        if layer.clipped:
            nodes.append(helper.make_node("Clip", [raw, "zero", "ceiling"], [layer.name]))
    nodes.append(helper.make_node("GlobalAveragePool", [plan.layers[-1].name], ["pooled.grid"]))
    nodes.append(helper.make_node("Flatten", ["pooled.grid"], [POOLED]))
    constants += [
        constant("classes.weight", plan.classifier[0], np.float32),
        constant("classes.bias", plan.classifier[1], np.float32),
    ]
    nodes.append(helper.make_node("Gemm", [POOLED, "classes.weight", "classes.bias"], ["logits"]))
    pixels = helper.make_tensor_value_info("pixels", TensorProto.FLOAT, ["batch", 3, 224, 224])
    return assemble(nodes, constants, pixels, outputs)


def normalise(pixels: NDArray[np.uint8]) -> NDArray[np.float32]:
    """(n, 224, 224, 3) pixels as the float network wants them."""
    scaled = (pixels.astype(np.float32) - PIXEL_ZERO) * np.float32(PIXEL_SCALE)
    return np.ascontiguousarray(scaled.transpose(0, 3, 1, 2))
