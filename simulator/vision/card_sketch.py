"""A card for a model of the user's, as far as the model itself can tell it."""

import json
from pathlib import Path
from typing import Any

from simulator.domain.errors import AnalyzerError
from simulator.vision.classifier import AxisOrder, PixelKind
from simulator.vision.own_model import open_model, read_model
from simulator.vision.scenenet import SIDE

_KINDS = {"tensor(float)": PixelKind.FLOAT, "tensor(uint8)": PixelKind.BYTE}
_LABELS = "labels.txt"
_COLOURS, _AXES = 3, 4
_NORMS = """mean = [0.0, 0.0, 0.0]          # of red, green, blue in 0 to 255, as in training; a pixel goes in as
scale = [255.0, 255.0, 255.0]   # (value - mean) / scale
"""
_CARD = """name = {name}
sha256 = {sha256}
labels = {labels}        # write it: {count}, one a line, in the order of the output
output = {output}
probabilities = false        # true if the scores add up to 1 already; else softmax makes them

[input]
name = {input}
layout = {layout}
height = {height}
width = {width}
dtype = {dtype}
channels = "RGB"             # or BGR
# crop = 0.875               # the middle of the picture, and this share of it, instead of all of it squashed
{norms}"""


def sketch_card(path: Path) -> str:
    """TOML with what the model tells of itself, and a guess, with a comment, at what it does not tell.

    Raises:
        AnalyzerError: there is no such model, or it takes something else than pictures.
    """
    model = read_model(path)
    session = open_model(model)
    (found,) = session.get_inputs()
    kind = _KINDS.get(found.type)
    layout = _guess_layout(found.shape)
    if kind is None or layout is None:
        raise AnalyzerError(
            f"{path}: input '{found.name}' is {found.type} of {found.shape}, expected one picture of three colours in "
            "float32 or uint8; export it so"
        )
    height, width = found.shape[2:] if layout is AxisOrder.NCHW else found.shape[1:3]
    output = session.get_outputs()[0]
    return _CARD.format(
        name=json.dumps(path.stem),
        sha256=json.dumps(model.sha256),
        labels=json.dumps(_LABELS),
        count=_count_labels(output.shape),
        output=json.dumps(output.name),
        input=json.dumps(found.name),
        layout=json.dumps(layout),
        height=_as_side(height),
        width=_as_side(width),
        dtype=json.dumps(kind),
        norms=_NORMS if kind is PixelKind.FLOAT else "",
    )


def _guess_layout(shape: list[Any]) -> AxisOrder | None:
    """By which axis has three; a name in place of a number may be anything."""
    if len(shape) != _AXES:
        return None
    if shape[1] == _COLOURS:
        return AxisOrder.NCHW
    return AxisOrder.NHWC if shape[3] == _COLOURS else None


def _as_side(side: int | str | None) -> str:
    return str(side) if isinstance(side, int) else f"{SIDE}                 # a guess: the model takes any"


def _count_labels(shape: list[Any]) -> str:
    numbers = [each for each in shape[1:] if isinstance(each, int) and each > 1]
    return f"{numbers[0]} labels" if len(numbers) == 1 else "the labels"
