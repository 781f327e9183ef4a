"""A classifier of the user's: any ONNX model that takes one picture and scores declared labels."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from time import perf_counter
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from simulator.domain.analysis import Analysis, Label
from simulator.domain.errors import AnalyzerError
from simulator.journey.ports import PictureFile
from simulator.vision.laps import LapStage, keep_no_laps
from simulator.vision.own_model import open_model, read_model, require_input
from simulator.vision.picture import decode_picture, scale_to
from simulator.vision.scenenet import rank

_MOST_LABELS = 5
_HASH_DIGITS = 12
_MOST_SIDE = 4096
_SUM_OF_ALL = 1e-3  # how far probabilities may be from adding up to 1


class AxisOrder(StrEnum):
    """The order of the input's axes: number, channels, height, width."""

    NCHW = "NCHW"
    NHWC = "NHWC"


class PixelKind(StrEnum):
    """What a pixel is handed over as."""

    FLOAT = "float32"
    BYTE = "uint8"


class ChannelOrder(StrEnum):
    """The order of a pixel's colours."""

    RGB = "RGB"
    BGR = "BGR"


_TENSORS = {PixelKind.FLOAT: "tensor(float)", PixelKind.BYTE: "tensor(uint8)"}
Triple = tuple[float, float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class InputCard:
    """How a picture goes in.

    Attributes:
        name: of the model's only input.
        height, width: pixels; the whole picture is squashed into them, unless it is cropped.
        mean, scale: of red, green and blue in [0, 255], whatever the order of channels; a float pixel is
            (value - mean) / scale.
        channels: the order in which the colours go in.
        crop: the largest rectangle of that shape in the picture's middle is taken, and of its sides this share; 1
            takes all of it.
    """

    name: str
    layout: AxisOrder
    height: int
    width: int
    dtype: PixelKind
    mean: Triple | None = None
    scale: Triple | None = None
    channels: ChannelOrder = ChannelOrder.RGB
    crop: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassifierCard:
    """What is declared of a model in the TOML file beside it.

    Attributes:
        sha256: of the model file.
        labels: a text file beside the model, one label a line, in the order of the output.
        output: the name of the output with one score for each label.
        probabilities: whether these are probabilities already; else they become some by softmax.
    """

    name: str
    sha256: str
    labels: str
    output: str
    probabilities: bool
    input: InputCard


class Classifier:
    """Satisfies `simulator.journey.ports.Analyzer`; knows neither themes nor faces.

    Args:
        path: the ONNX file.
        card: what is declared of it.
        lap: told each stage as it is done, in order.

    Raises:
        AnalyzerError: the model is not as declared; the message says in what.
    """

    def __init__(self, path: Path, card: ClassifierCard, lap: Callable[[LapStage], None] = keep_no_laps) -> None:
        start = perf_counter()
        self._path, self._card, self._lap = path, card, lap
        _check_input_card(path, card.input)
        self._side = math.ceil(max(card.input.height, card.input.width) / (card.input.crop or 1))
        self.sha256 = card.sha256
        self._session = self._open()
        self._labels = _read_labels(path.parent / card.labels)
        self._try_out()
        self._loading_ms = (perf_counter() - start) * 1000

    def load(self) -> float:
        """The milliseconds that opening took; it is open from the beginning."""
        return self._loading_ms

    def analyze(self, picture: PictureFile) -> Analysis:
        lap = self._lap
        content = picture.read()
        lap(LapStage.READ)
        decoded = decode_picture(picture.name, content, self._side)
        lap(LapStage.DECODE)
        pixels = self._see(decoded.image)
        lap(LapStage.RESIZE)
        scores = self._score(pixels)
        lap(LapStage.NETWORK)
        analysis = Analysis(
            labels=self._rank(scores),
            themes=(),
            faces=(),
            taken_at=decoded.taken_at,
            place=decoded.place,
            model=self.sha256[:_HASH_DIGITS],
        )
        lap(LapStage.POST)
        return analysis

    def _open(self) -> Any:
        model = read_model(self._path)
        if model.sha256 != self.sha256.lower():
            weights = "".join(f" with {file.name}" for file in model.beside)
            raise AnalyzerError(
                f"{self._path}: SHA-256{weights} is {model.sha256}, declared is {self.sha256[:12]}...; correct sha256"
                " in the file beside it if this is the model that you mean"
            )
        session = open_model(model)
        declared = self._card.input
        sides = (declared.height, declared.width)
        shape = (3, *sides) if declared.layout is AxisOrder.NCHW else (*sides, 3)
        if (name := require_input(self._path, session, _TENSORS[declared.dtype], shape)) != declared.name:
            raise AnalyzerError(
                f"{self._path}: its input is called '{name}', declared is '{declared.name}'; correct it"
            )
        outputs = [output.name for output in session.get_outputs()]
        if self._card.output not in outputs:
            raise AnalyzerError(
                f"{self._path}: has no output '{self._card.output}'; declare one of {', '.join(outputs)}"
            )
        return session

    def _try_out(self) -> None:
        """Look at a grey picture: a shape that is only known when the model runs is found out here, not later."""
        card = self._card
        try:
            scores = self._score(self._see(Image.new("RGB", (64, 64), "grey")))
        except Exception as problem:  # (a model may fail in any way when it runs)
            raise AnalyzerError(f"{self._path}: does not run on one picture ({problem}); export it again") from problem
        if scores.shape != (len(self._labels),):
            raise AnalyzerError(
                f"{self._path}: output '{card.output}' has shape {scores.shape} for one picture, {card.labels} has "
                f"{len(self._labels)} labels; declare the output and the labels that belong together"
            )
        if not np.isfinite(scores).all():
            raise AnalyzerError(f"{self._path}: output '{card.output}' is not finite; check mean and scale")
        if card.probabilities and not (scores.min() >= 0 and abs(scores.sum() - 1) < _SUM_OF_ALL):
            raise AnalyzerError(f"{self._path}: its scores are no probabilities; declare probabilities = false")

    def _see(self, image: Image.Image) -> NDArray[Any]:
        card = self._card.input
        seen = image if card.crop is None else _cut_middle(image, card.width / card.height, card.crop)
        pixels = np.asarray(scale_to(seen, (card.width, card.height)))
        if card.dtype is PixelKind.FLOAT:
            mean, scale = np.array([card.mean or (0.0,) * 3, card.scale or (1.0,) * 3], dtype=np.float32)
            pixels = (pixels.astype(np.float32) - mean) / scale
        if card.channels is ChannelOrder.BGR:
            pixels = pixels[..., ::-1]
        return np.ascontiguousarray(pixels.transpose(2, 0, 1) if card.layout is AxisOrder.NCHW else pixels)[None]

    def _score(self, pixels: NDArray[Any]) -> NDArray[Any]:
        (scores,) = self._session.run([self._card.output], {self._card.input.name: pixels})
        found: NDArray[Any] = np.asarray(scores, dtype=np.float32)
        # Some models keep axes of one: (1, 1000, 1, 1).
        return found.reshape(-1) if found.size == max(found.shape, default=0) else found[0]

    def _rank(self, scores: NDArray[Any]) -> tuple[Label, ...]:
        # Softmax gives probabilities back when it is given their logarithms.
        logits = np.log(np.maximum(scores, np.finfo(np.float32).tiny)) if self._card.probabilities else scores
        return rank(logits, self._labels, _MOST_LABELS)


def _check_input_card(path: Path, card: InputCard) -> None:
    if not all(1 <= side <= _MOST_SIDE for side in (card.height, card.width)):
        raise AnalyzerError(f"{path}: input.height, input.width: expected 1 to {_MOST_SIDE} pixels")
    if card.dtype is PixelKind.BYTE and (card.mean or card.scale):
        raise AnalyzerError(f"{path}: input.mean, input.scale: bytes go in as they are; leave both out")
    if card.crop is not None and not 0 < card.crop <= 1:
        raise AnalyzerError(f"{path}: input.crop: expected a share above 0 and up to 1")
    if card.scale is not None and 0 in card.scale:
        raise AnalyzerError(f"{path}: input.scale: expected three numbers other than 0")


def _cut_middle(image: Image.Image, shape: float, share: float) -> Image.Image:
    """The middle of a picture, ``shape`` times as wide as high."""
    width = share * min(image.width, image.height * shape)
    size = (max(1, round(width)), max(1, round(width / shape)))
    left, upper = (image.width - size[0]) // 2, (image.height - size[1]) // 2
    return image.crop((left, upper, left + size[0], upper + size[1]))


def _read_labels(path: Path) -> tuple[str, ...]:
    try:
        return tuple(path.read_text(encoding="utf-8").splitlines())
    except (OSError, ValueError) as problem:
        raise AnalyzerError(f"{path}: the labels cannot be read; put one label a line into it") from problem
