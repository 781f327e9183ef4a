"""The shipped network with its 8 bits taken out: the same layers in floats, to measure what the 8 bits save.

Its weights are the rounded ones, so its answers are not the upstream network's; its work is. Needs the onnx package.
"""

from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

import numpy as np

from simulator.domain.errors import AnalyzerError

if TYPE_CHECKING:
    from numpy.typing import NDArray

_CEILING = 6.0
_NEARLY = 1e-3
_BOUNDS = {"clip.floor": np.float32(0), "clip.ceiling": np.float32(_CEILING)}


class MissingOnnxError(AnalyzerError):
    """The onnx package is not installed."""


def make_float_twin(model: bytes) -> bytes:
    """An ONNX model with the input and the outputs of the quantised one, but float pixels, (n, 3, 224, 224).

    Raises:
        MissingOnnxError: onnx is not installed.
    """
    if find_spec("onnx") is None:
        raise MissingOnnxError(
            "int8 against floats: the float network is not shipped, and to make one from the int8 network takes the"
            " onnx package; pip install 'rollcall[build-model]', or give --float FILE"
        )
    import onnx

    twin = onnx.load_from_string(model)
    floats = _Floats(onnx, twin)
    nodes = [floats.rewrite(node) for node in twin.graph.node]
    used = {name for node in nodes for name in node.input}
    constants = [onnx.numpy_helper.from_array(value, name) for name, value in floats.values.items() if name in used]
    shape = ["batch", 3, 224, 224]
    pixels = onnx.helper.make_tensor_value_info("pixels", onnx.TensorProto.FLOAT, shape)
    for field, content in (
        (twin.graph.node, [node for node in nodes if node.output[0] not in floats.values]),
        (twin.graph.initializer, constants),
        (twin.graph.input, [pixels]),
    ):
        del field[:]
        field.extend(content)
    onnx.checker.check_model(twin)
    made: bytes = twin.SerializeToString()
    return made


class _Floats:
    """Rewrites node after node.

    Attributes:
        values: constants by name; those of the quantised network, and in floats what was made of them.
    """

    def __init__(self, onnx: Any, model: Any) -> None:
        self._onnx = onnx
        self.values: dict[str, NDArray[Any]] = {name: np.asarray(value) for name, value in _BOUNDS.items()}
        self.values |= {each.name: onnx.numpy_helper.to_array(each) for each in model.graph.initializer}

    def rewrite(self, node: Any) -> Any:
        """The node in floats; one whose output is among ``values`` is a constant by now and not needed."""
        match node.op_type:
            case "DequantizeLinear" if node.input[0] in self.values:
                self._dequantise(node)
                return node
            case "QuantizeLinear" if self._is_ceiling(node):
                return self._clip(node)
            # Channels come first from the beginning in the float network, so that nothing is left to transpose.
            case "DequantizeLinear" | "QuantizeLinear" | "Transpose":
                return self._onnx.helper.make_node("Identity", [node.input[0]], [node.output[0]])
            case _:
                return node

    def _dequantise(self, node: Any) -> None:
        whole, scale, zero = (self.values[name] for name in node.input)
        axis = next((each.i for each in node.attribute if each.name == "axis"), 1)
        # One scale for each slice along the axis, or one for all.
        shape = [-1 if place == axis else 1 for place in range(whole.ndim)] if scale.ndim else []
        middle = zero.astype(np.float32).reshape(shape)
        self.values[node.output[0]] = (whole.astype(np.float32) - middle) * scale.reshape(shape)

    def _is_ceiling(self, node: Any) -> bool:
        """Whether it was a ReLU6: in 8 bits that had no node, it was the saturation of a byte at both ends."""
        scale, zero = (self.values[name] for name in node.input[1:])
        return not zero.any() and abs(255 * float(scale) - _CEILING) < _NEARLY

    def _clip(self, node: Any) -> Any:
        return self._onnx.helper.make_node("Clip", [node.input[0], *_BOUNDS], [node.output[0]])
