"""How the model fares over many rows, beside two baselines that know less."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from simulator.behaviour.validation.prediction import Prediction, PredictionKind, RowStanding


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """How the model fares on some contrasts, beside two baselines; errors are mean absolute, in points.

    Attributes:
        contrasts: how many have a number.
        signs, signs_ok: how many have a sign, and of how many it is right.
        mae: of the model.
        no_effect_mae: of saying that nothing changes anything.
        training_mean_mae: of saying what the studies fitted to found on average for the construct.
        inside: how many lie in their interval.
    """

    contrasts: int
    signs: int
    signs_ok: int
    mae: float | None
    no_effect_mae: float | None
    training_mean_mae: float | None
    inside: int

    @property
    def sign_accuracy(self) -> float | None:
        return self.signs_ok / self.signs if self.signs else None


def score(contrasts: Sequence[Prediction], trained: Mapping[str, float]) -> Score:
    """Score contrasts; ``trained`` is `training_means`."""
    numbers = [each for each in contrasts if each.published is not None and each.abs_error is not None]
    signs = [each for each in contrasts if each.sign_ok is not None]
    return Score(
        contrasts=len(numbers),
        signs=len(signs),
        signs_ok=sum(bool(each.sign_ok) for each in signs),
        mae=_mean([each.abs_error or 0.0 for each in numbers]),
        no_effect_mae=_mean([abs(each.published or 0.0) for each in numbers]),
        training_mean_mae=_mean(
            [abs((each.published or 0.0) - trained.get(each.construct, trained.get("", 0.0))) for each in numbers]
        ),
        inside=sum(bool(each.inside) for each in numbers),
    )


def by_construct(predictions: Sequence[Prediction], standing: RowStanding) -> dict[str, tuple[Prediction, ...]]:
    """The contrasts of one standing, by what they are about, in the order in which they first come."""
    found: dict[str, tuple[Prediction, ...]] = {}
    for each in contrasts_of(predictions, standing):
        found[each.construct] = (*found.get(each.construct, ()), each)
    return found


def contrasts_of(predictions: Sequence[Prediction], standing: RowStanding) -> tuple[Prediction, ...]:
    """The contrasts of one standing."""
    return tuple(each for each in predictions if each.kind is PredictionKind.CONTRAST and each.standing is standing)


def level_mae(
    predictions: Sequence[Prediction], standing: RowStanding, *, anchored: bool | None = None
) -> float | None:
    """Mean absolute error of levels in points; ``anchored`` True or False counts only those with or without control."""
    return _mean(
        [
            each.abs_error or 0.0
            for each in predictions
            if each.kind is PredictionKind.LEVEL
            and each.standing is standing
            and each.abs_error is not None
            and (anchored is None or bool(each.control) is anchored)
        ]
    )


def _mean(values: Sequence[float]) -> float | None:
    return sum(values) / len(values) if values else None
