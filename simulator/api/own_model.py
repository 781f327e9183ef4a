"""A classifier of the user's with its card beside it."""

from collections.abc import Callable
from pathlib import Path

from simulator.catalog.reader import structure
from simulator.catalog.toml import read_toml
from simulator.vision.classifier import Classifier, ClassifierCard
from simulator.vision.laps import LapStage, keep_no_laps


def open_classifier(path: Path, lap: Callable[[LapStage], None] = keep_no_laps) -> Classifier:
    """The model, as the ``.toml`` file of the same name declares it.

    Raises:
        ScenarioError: the card is missing or has a mistake.
        AnalyzerError: the model is not what the card declares.
    """
    card = path.with_suffix(".toml")
    return Classifier(path, structure(read_toml(card), ClassifierCard, card), lap)
