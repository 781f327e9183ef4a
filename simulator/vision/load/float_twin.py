"""The shipped network with its 8 bits taken out: the same layers in floats, to measure what the 8 bits save.

Its weights are the rounded ones, so its answers are not the upstream network's; its work is. Needs the onnx package.
"""

from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

import numpy as np

from simulator.domain.errors import AnalyzerError

if TYPE_CHECKING:
    from numpy.typing import NDArray

_CEILING = 6.0
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
            " onnx package; pip install 'camera-rollcall[build-model]', or give --float FILE"
        )
    import onnx

    twin = onnx.load_from_string(model)
    floats = _Floats(onnx, twin)
    nodes = [made for node in twin.graph.node for made in floats.rewrite(node)]
    used = {name for node in nodes for name in node.input}
    constants = [onnx.numpy_helper.from_array(value, name) for name, value in floats.values.items() if name in used]
    shape = ["batch", 3, 224, 224]
    pixels = onnx.helper.make_tensor_value_info("pixels", onnx.TensorProto.FLOAT, shape)
    for field, content in (
        (twin.graph.node, nodes),
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

    def rewrite(self, node: Any) -> Iterator[Any]:
        """The node in floats, and what its bytes did unsaid."""
        match node.op_type:
            # Channels come first from the beginning in the float network, so that nothing is left to transpose.
            case "DequantizeLinear" | "Transpose":
                yield self._make("Identity", [node.input[0]], node.output[0])
            case "QLinearConv":
                yield from self._convolve(node)
            case "QLinearAdd":
                yield self._make("Add", [node.input[0], node.input[3]], node.output[0])
            case "QLinearGlobalAveragePool":
                yield self._make("GlobalAveragePool", [node.input[0]], node.output[0])
            case "QGemm":
                yield self._make("Gemm", self._inputs(node, node.input[6]), node.output[0], node.attribute)
            case _:
                yield node

    def _make(self, operator: str, inputs: Sequence[str], output: str, attributes: Sequence[Any] = ()) -> Any:
        made = self._onnx.helper.make_node(operator, inputs, [output])
        made.attribute.extend(attributes)
        return made

    def _convolve(self, node: Any) -> Iterator[Any]:
        (output,) = node.output
        inputs = self._inputs(node, node.input[8])
        # A byte whose zero is 0 had been through a ReLU6: in 8 bits that has no node, it is saturation at both ends.
        if self.values[node.input[7]].any():
            yield self._make("Conv", inputs, output, node.attribute)
        else:
            yield self._make("Conv", inputs, f"{output}.raw", node.attribute)
            yield self._make("Clip", [f"{output}.raw", *_BOUNDS], output)

    def _inputs(self, node: Any, bias: str) -> list[str]:
        """What goes in, the weight and the bias; of a convolution or a product of matrices."""
        weight = node.input[3]
        whole, scale, zero = (self.values[name] for name in node.input[3:6])
        # One scale for each channel of output, which comes first.
        shape = [-1] + [1] * (whole.ndim - 1)
        middle = zero.astype(np.float32).reshape(shape)
        self.values[f"{weight}.float"] = (whole.astype(np.float32) - middle) * scale.reshape(shape)
        self.values[f"{bias}.float"] = self.values[bias].astype(np.float32) * (self.values[node.input[1]] * scale)
        return [node.input[0], f"{weight}.float", f"{bias}.float"]
