"""The float network with the shipped one's inputs, outputs and head for themes, so that only the rounding differs."""

from typing import Any

import numpy as np
from onnx import TensorProto, helper

from simulator.vision.build.floats import POOLED, assemble, constant, float_model
from simulator.vision.build.integers import LinearHead
from simulator.vision.build.layers import CLASSES, EMBEDDING, PIXEL_SCALE, PIXEL_ZERO, NetworkPlan


def exact_model(plan: NetworkPlan, themes: LinearHead) -> Any:
    """The model; input ``pixels`` of bytes; outputs ``logits``, ``embedding`` and ``theme_logits``.

    The head was trained on what the rounded network sees, which is what makes the decisions of the two comparable.
    """
    graph = float_model(plan, {"logits": CLASSES, POOLED: EMBEDDING}).graph
    for node in graph.node:
        node.input[:] = ["pixels.normal" if name == "pixels" else name for name in node.input]
    nodes = [
        helper.make_node("Transpose", ["pixels"], ["pixels.planes"], perm=[0, 3, 1, 2]),
        helper.make_node("Cast", ["pixels.planes"], ["pixels.float"], to=TensorProto.FLOAT),
        helper.make_node("Sub", ["pixels.float", "pixels.zero"], ["pixels.centred"]),
        helper.make_node("Mul", ["pixels.centred", "pixels.scale"], ["pixels.normal"]),
        *graph.node,
        helper.make_node("Identity", [POOLED], [themes.source]),
        helper.make_node("Gemm", [themes.source, "themes.weight", "themes.bias"], [themes.name]),
    ]
    constants = [
        *graph.initializer,
        constant("pixels.zero", PIXEL_ZERO, np.float32),
        constant("pixels.scale", PIXEL_SCALE, np.float32),
        constant("themes.weight", themes.weight, np.float32),
        constant("themes.bias", themes.bias, np.float32),
    ]
    pixels = helper.make_tensor_value_info("pixels", TensorProto.UINT8, ["batch", 224, 224, 3])
    widths: dict[str, int | None] = {"logits": CLASSES, themes.source: EMBEDDING, themes.name: len(themes.bias)}
    return assemble(nodes, constants, pixels, widths)
