"""How far a prediction may be off: what is not known of the parameters, and what differs from study to study."""

from dataclasses import dataclass
from math import sqrt

from simulator.behaviour.parameters import Parameter
from simulator.behaviour.traits import logit
from simulator.behaviour.validation.anchor import Model
from simulator.behaviour.validation.foretell import Foretold, Question, foretell
from simulator.behaviour.validation.metrics import StudyOutcome
from simulator.behaviour.validation.rates import unlogit

# Standard deviations in log-odds, assumed: of an effect from study to study, and of what a request is worth where
# nothing anchors it. The second makes an interval of about thirty points each way, as wide as what was found.
BETWEEN_STUDIES, UNANCHORED = 0.35, 1.2
_NINETY = 1.645
# These have no part in a rate.
_APART = ("finger", "time")


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """Shares of the condition between which nine in ten are expected.

    Attributes:
        level: for its level.
        contrast: for its level if the control is as foretold; the same where a control anchors both.
    """

    level: tuple[float, float]
    contrast: tuple[float, float]


def spread(question: Question, model: Model, said: Foretold) -> Spread:
    """How far off a prediction may be."""
    level = contrast = BETWEEN_STUDIES**2
    if question.control is None and question.footing is None:
        level += UNANCHORED**2
    apart = _APART if question.of.metric.outcome is StudyOutcome.REVOKED else (*_APART, "leave")
    for name, parameter in model.parameters.named():
        if name.startswith(apart) or not (step := _step(parameter)):
            continue
        moved = foretell(question, Model.of(model.parameters.having({name: parameter.value + step})), said.anchor.shift)
        after, before = logit(moved.after) - logit(said.after), logit(moved.before) - logit(said.before)
        level += after**2
        contrast += (after - before) ** 2
    return Spread(level=_around(said.after, level), contrast=_around(said.after, contrast))


def _around(share: float, variance: float) -> tuple[float, float]:
    at, reach = logit(share), _NINETY * sqrt(variance)
    return unlogit(at - reach), unlogit(at + reach)


def _step(parameter: Parameter) -> float:
    """One standard deviation, so that a bend in the effect counts as it is; downward where upward is out of range."""
    low, high = parameter.range
    deviation = (high - low) / 4
    return deviation if parameter.value + deviation <= high else -deviation
