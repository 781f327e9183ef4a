"""Takes out of each projecting convolution the mean error that rounding put in, channel by channel."""

from dataclasses import replace

import numpy as np

from simulator.vision.build.calibrate import Calibration, Pixels, batches, channel_means
from simulator.vision.build.integers import peek_model
from simulator.vision.build.quantise import Rounded
from simulator.vision.network import open_session

_FINEST = 16  # a correction is a multiple of this part of the layer's step: finer means differ between machines


def correct_biases(rounded: Rounded, calibration: Calibration, pixels: Pixels) -> Rounded:
    """The same network with biases moved so that each projection's channels have the float network's means.

    Layers are corrected in order, each behind those that are already correct.
    """
    for layer in rounded.plan.convolutions:
        if layer.clipped:
            continue
        session = open_session(peek_model(rounded, layer.name).SerializeToString())
        means = channel_means(session, f"{layer.name}.raw", batches(pixels))
        finest = float(rounded.steps[layer.name][0]) / _FINEST
        error = np.rint((calibration.means[layer.name] - means) / finest) * finest
        weight = rounded.weights[layer.name]
        moved = replace(weight, bias=weight.bias + np.rint(error / weight.bias_scale).astype(np.int32))
        rounded = replace(rounded, weights={**rounded.weights, layer.name: moved})
    return rounded
