"""EfficientNet-Lite0 as a flat list of layers, with batch normalisation folded into the weights.

Tan & Le 2019 (https://arxiv.org/abs/1905.11946); the Lite variant leaves out squeeze-and-excitation and has ReLU6.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from simulator.vision.build.weights import Weights

EMBEDDING = 1280
CLASSES = 1000
PIXEL_SCALE = 1 / 128  # the network wants (pixel - 127) / 128, so a pixel is its own quantised value
PIXEL_ZERO = 127
CEILING = 6.0
_SIDE = 224
_EPSILON = 1e-3
# (repeats, stride of the first) of each stage; the rest is told by the shapes of the weights
_STAGES = ((1, 1), (2, 2), (2, 2), (3, 2), (3, 1), (4, 2), (1, 1))

Doubles = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Convolution:
    """One convolution.

    Attributes:
        name: also the name of its output.
        source: whose output it reads; ``pixels`` for the first.
        weight: (out, in / groups, kernel, kernel).
        pads: top, left, bottom, right; TensorFlow's SAME, so not always symmetric.
        clipped: whether ReLU6 follows.
    """

    name: str
    source: str
    weight: Doubles
    bias: Doubles
    stride: int
    pads: tuple[int, int, int, int]
    groups: int
    clipped: bool

    @property
    def depthwise(self) -> bool:
        return self.groups > 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Shortcut:
    """The sum of two layers' outputs."""

    name: str
    sources: tuple[str, str]


Layer = Convolution | Shortcut


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkPlan:
    """The whole network: layers in order, then the mean over the last one's pixels, then ``classifier``.

    Attributes:
        classifier: (1280, 1000) weights and (1000,) biases.
    """

    layers: tuple[Layer, ...]
    classifier: tuple[Doubles, Doubles]

    @property
    def convolutions(self) -> tuple[Convolution, ...]:
        return tuple(layer for layer in self.layers if isinstance(layer, Convolution))


def plan_lite0(weights: Weights) -> NetworkPlan:
    """The layers of Lite0 for 224 x 224 pixels."""
    planner = _Planner(weights)
    planner.convolve("stem", "_conv_stem", "_bn0", stride=2)
    strides = [stride if repeat == 0 else 1 for repeats, stride in _STAGES for repeat in range(repeats)]
    for block, stride in enumerate(strides):
        planner.add_block(block, stride)
    planner.convolve("head", "_conv_head", "_bn1")
    classifier = (weights["_fc.weight"].astype(np.float64).T, weights["_fc.bias"].astype(np.float64))
    return NetworkPlan(layers=tuple(planner.layers), classifier=classifier)


class _Planner:
    """Appends layer after layer, keeping track of the size of the picture (pixels a side) and of what comes last."""

    def __init__(self, weights: Weights) -> None:
        self._weights = weights
        self._size = _SIDE
        self._last = "pixels"
        self._channels = 3
        self.layers: list[Layer] = []

    def add_block(self, block: int, stride: int) -> None:
        """Expand, filter each channel on its own, project; and add the input where the shapes allow."""
        source, channels, prefix, name = self._last, self._channels, f"_blocks.{block}._", f"b{block}"
        if f"{prefix}expand_conv.weight" in self._weights:
            self.convolve(f"{name}.expand", f"{prefix}expand_conv", f"{prefix}bn0")
        self.convolve(
            f"{name}.depthwise", f"{prefix}depthwise_conv", f"{prefix}bn1", stride=stride, groups=self._channels
        )
        self.convolve(f"{name}.project", f"{prefix}project_conv", f"{prefix}bn2", clipped=False)
        if stride == 1 and self._channels == channels:
            self.layers.append(Shortcut(name=f"{name}.sum", sources=(self._last, source)))
            self._last = f"{name}.sum"

    def convolve(
        self, name: str, tensor: str, norm: str, *, stride: int = 1, groups: int = 1, clipped: bool = True
    ) -> None:
        weight, bias = self._fold(f"{tensor}.weight", norm)
        kernel = weight.shape[-1]
        size = -(-self._size // stride)
        total = max((size - 1) * stride + kernel - self._size, 0)
        before = total // 2
        self.layers.append(
            Convolution(
                name=name,
                source=self._last,
                weight=weight,
                bias=bias,
                stride=stride,
                pads=(before, before, total - before, total - before),
                groups=groups,
                clipped=clipped,
            )
        )
        self._last, self._size, self._channels = name, size, weight.shape[0]

    def _fold(self, tensor: str, norm: str) -> tuple[Doubles, Doubles]:
        gain, shift, mean, variance = (
            self._weights[f"{norm}.{part}"].astype(np.float64)
            for part in ("weight", "bias", "running_mean", "running_var")
        )
        scale = gain / np.sqrt(variance + _EPSILON)
        weight: NDArray[Any] = self._weights[tensor].astype(np.float64)
        return weight * scale[:, None, None, None], shift - mean * scale
