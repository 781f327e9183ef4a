"""What the model says about one row, given its control: a share before, and a share after."""

from dataclasses import dataclass

from simulator.behaviour.traits import logit
from simulator.behaviour.validation.anchor import NONE, Anchor, Model
from simulator.behaviour.validation.expressed import Expressed, implied_marks, overlay
from simulator.behaviour.validation.factors import FactorsRead, differing_marks, neutral, read_factors
from simulator.behaviour.validation.metrics import Denominator, Form, StudyMetric, StudyOutcome
from simulator.behaviour.validation.rates import unlogit

_LEAST = 1e-6
_YES = StudyMetric(outcome=StudyOutcome.ALLOWED, among=Denominator.SHOWN, form=Form.LEVEL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What is to be foretold.

    Attributes:
        of: the row.
        before, after: the control's design and the condition's.
        control: the row that is the control, if the study has one.
        footing: a row of the study that says what its request is worth, where the control cannot.
    """

    of: Expressed
    before: FactorsRead
    after: FactorsRead
    control: Expressed | None
    footing: Expressed | None = None

    @property
    def changed(self) -> frozenset[str]:
        """The marks in which the two designs differ, apart from those that the model makes nothing of."""
        return differing_marks(self.after.marks, self.before.marks)

    @property
    def has_effect(self) -> bool:
        after, before = self.after, self.before
        return (after.features, after.times, after.way) != (before.features, before.times, before.way)


def ask(of: Expressed, control: Expressed | None, footing: Expressed | None = None) -> Question:
    """The question that a row puts to the model; without a control it is compared with a neutral design."""
    if control is None:
        return Question(of=of, before=neutral(of.reading), after=of.reading, control=None, footing=footing)
    # What the unit of either says about the surroundings holds for both.
    implied = implied_marks(control.row) | implied_marks(of.row)
    after = read_factors(overlay(control.row.factors, of.row.factors), of.vocabulary, implied)
    return Question(of=of, before=control.reading, after=after, control=control)


@dataclass(frozen=True, slots=True, kw_only=True)
class Foretold:
    """Shares, put as saying yes: of the control, and of the condition; and the intercept that both have."""

    before: float
    after: float
    anchor: Anchor = NONE


def foretell(question: Question, model: Model, near: float = 0.0) -> Foretold:
    """What the model says; ``near`` is a guess at the study's intercept."""
    of, control = question.of, question.control
    metric = of.metric if of.is_level or control is None else control.metric
    anchor = _anchor(question, model, near)
    return Foretold(
        before=model.predict(question.before, metric, anchor),
        after=model.predict(question.after, metric, anchor),
        anchor=anchor,
    )


def _anchor(question: Question, model: Model, near: float) -> Anchor:
    control, footing = question.control, question.footing
    if control is not None and control.quantity is not None:
        return model.anchor(question.before, control.metric, control.quantity.value, near)
    if footing is not None and footing.quantity is not None:
        return model.anchor(footing.reading, _YES, footing.quantity.value, near)
    return NONE


def published_share(of: Expressed, before: float) -> float | None:
    """The share of the condition that a published level or contrast comes to, on a control at ``before``."""
    if of.quantity is None:
        return None
    value, odds = of.quantity.value, before / max(1 - before, _LEAST)
    # Of ratios and relative changes of noes, the noes are what is multiplied.
    turned = of.metric.turned
    match of.metric.form:
        case Form.LEVEL:
            return value
        case Form.RELATIVE:
            share = 1 - (1 - before) * (1 + value) if turned else before * (1 + value)
        case Form.RATIO:
            share = 1 - (1 - before) * value if turned else before * value
        case Form.ODDS_RATIO:
            share = odds * value / (1 + odds * value)
        case Form.LOG_ODDS:
            share = unlogit(logit(before) + value)
        case _:
            share = before + value
    return min(max(share, 0.0), 1.0)
