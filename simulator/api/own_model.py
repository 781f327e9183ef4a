"""A classifier of the user's with its card beside it."""

from collections.abc import Callable
from pathlib import Path

from simulator.catalog.reader import structure
from simulator.catalog.toml import read_toml
from simulator.domain.errors import AnalyzerError, ScenarioError
from simulator.vision.card_sketch import sketch_card
from simulator.vision.classifier import Classifier, ClassifierCard
from simulator.vision.laps import LapStage, keep_no_laps


def open_classifier(path: Path, lap: Callable[[LapStage], None] = keep_no_laps) -> Classifier:
    """The model, as the ``.toml`` file of the same name declares it.

    Raises:
        ScenarioError: the card is missing or has a mistake.
        AnalyzerError: the model is not what the card declares.
    """
    card = path.with_suffix(".toml")
    if path.is_file() and not card.exists():
        how = f"rollcall analyze --model {path} --write-card"
        raise ScenarioError(card, "", f"{path.name} has no card; write one with `{how}`")
    return Classifier(path, structure(read_toml(card), ClassifierCard, card), lap)


def write_card(path: Path) -> Path:
    """Write a card beside the model, to be completed by whoever knows how it was trained.

    Returns:
        where the card is.

    Raises:
        AnalyzerError: it cannot be written, or is there already, or the model takes no pictures.
    """
    card, text = path.with_suffix(".toml"), sketch_card(path)
    try:
        with card.open("x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError as problem:
        raise AnalyzerError(f"{card}: is there already; rename it to have another written") from problem
    except OSError as problem:
        raise AnalyzerError(f"{card}: cannot be written: {problem.strerror}; copy the model elsewhere") from problem
    return card
