"""What is measured: the analyzer, and the pictures it is asked about."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from simulator.api.bench.order import LEAST_RATE, MOST_RATE, BenchOrder
from simulator.api.own_model import open_classifier
from simulator.catalog.load import load_scenario
from simulator.domain.analysis import Analysis
from simulator.domain.categories import Theme
from simulator.domain.errors import RollcallError
from simulator.drawing.darkroom import Darkroom
from simulator.journey.ports import PictureFile
from simulator.vision.analyzer import OnnxAnalyzer
from simulator.vision.classifier import Classifier
from simulator.vision.laps import LapStage, keep_no_laps
from simulator.vision.load.clock import SecondsClock, WallClock
from simulator.vision.load.samples import put_down, read_folder, save_at
from simulator.vision.own_model import open_model, read_model, require_input
from simulator.vision.scenenet import SIDE

_STORY = "accidental-allow"


@dataclass
class Subject:
    """The analyzer with its samples.

    Attributes:
        folder: where the samples lie as files, and where more may be put.
        photos: as they were drawn, or as they lay in the user's folder.
        files: the samples, read from disk whenever they are asked about.
        themes: what each drawn photo is of; empty where nobody knows.
        floats: a session of the float network, if the user gave one.
        reference: the warm-up's answers, which every later answer must equal.
        refused: one line for each file of the user's folder that cannot be read.
    """

    order: BenchOrder
    folder: Path
    photos: list[bytes]
    files: list[PictureFile]
    themes: list[Theme] = field(default_factory=list)
    floats: Any = None
    analyzer: OnnxAnalyzer | Classifier = field(default_factory=OnnxAnalyzer)
    clock: SecondsClock = field(default_factory=WallClock)
    reference: list[Analysis] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)

    def is_right(self, sample: int) -> bool:
        """Look at a sample, and say whether the answer is the reference's."""
        return self.analyzer.analyze(self.files[sample]) == self.reference[sample]


def check_order(order: BenchOrder) -> None:
    """Return if there is everything to measure it with.

    Raises:
        RollcallError: the rate is none, the user's folder has no pictures that can be read, or their model is not fit.
    """
    _check_rate(order)
    if order.photos is not None:
        read_folder(order.photos, order.samples)
    if order.model is not None:
        open_classifier(order.model).load()


def _check_rate(order: BenchOrder) -> None:
    if order.rate is not None and not LEAST_RATE <= order.rate <= MOST_RATE:
        raise RollcallError(
            f"rate {order.rate:g}: expected {LEAST_RATE:g} to {MOST_RATE:g} photos a second; choose another rate"
        )


def prepare(order: BenchOrder, folder: Path) -> Subject:
    """Draw or read the photos, and put the samples into ``folder``.

    Raises:
        RollcallError: the user's folder has no pictures that can be read, or a model of theirs is not fit, or the rate
            is none.
    """
    _check_rate(order)
    analyzer = open_analyzer(order.model)
    floats = None if order.floats is None else _open_floats(order.floats)
    refused: list[str] = []
    themes: list[Theme] = []
    if order.photos is not None:
        found = read_folder(order.photos, order.samples)
        photos = samples = found.photos
        refused = found.refused
    else:
        photos, themes = _draw(order)
        samples = [save_at(photo, order.size) for photo in photos]
    readers = put_down(samples, folder)
    files = [PictureFile(name=f"sample {number}", read=read) for number, read in enumerate(readers)]
    return Subject(
        order=order,
        folder=folder,
        photos=photos,
        files=files,
        themes=themes,
        floats=floats,
        analyzer=analyzer,
        refused=refused,
    )


def open_analyzer(model: Path | None, lap: Callable[[LapStage], None] = keep_no_laps) -> OnnxAnalyzer | Classifier:
    """The shipped analyzer, or the user's classifier. Raises `RollcallError` if that is not fit."""
    return OnnxAnalyzer(lap=lap) if model is None else open_classifier(model, lap)


def _open_floats(path: Path) -> Any:
    session = open_model(read_model(path))
    require_input(path, session, "tensor(float)", (3, SIDE, SIDE))
    return session


def _draw(order: BenchOrder) -> tuple[list[bytes], list[Theme]]:
    scenario = load_scenario(_STORY, seed=order.seed)
    person = scenario.live()
    darkroom = Darkroom(person.cast, person.pets, scenario.starts)
    roll = scenario.roll(person).photos
    # From all over the roll, since neighbours show the same occasion.
    chosen = [roll[len(roll) * number // order.samples] for number in range(order.samples)]
    return [darkroom.develop(photo) for photo in chosen], [photo.theme for photo in chosen]
