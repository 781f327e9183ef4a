"""A prompt beside an even-handed one, before any field test: what the model expects of it."""

from dataclasses import dataclass

from simulator.behaviour.features import Features, features
from simulator.behaviour.validation.anchor import Anchor, Model
from simulator.behaviour.validation.factors import FactorsRead
from simulator.behaviour.validation.metrics import Denominator, Form, StudyMetric, StudyOutcome
from simulator.behaviour.validation.rates import Rates, expect
from simulator.consent.prompt import Prompt

_YES = StudyMetric(outcome=StudyOutcome.ALLOWED, among=Denominator.SHOWN, form=Form.LEVEL)
# Assumed: what an even-handed dialog for the same thing would find. Half is where designs move most.
HALF = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """What a prompt does where an even-handed dialog is accepted by ``HALF``.

    Attributes:
        even: rates of the even-handed dialog.
        this: rates of the prompt, when it is met for the first time.
    """

    even: Rates
    this: Rates


def beside_an_even_handed_one(prompt: Prompt, model: Model) -> Expected:
    """What the model expects of a prompt and of an even-handed dialog, for a request of the same worth."""
    plain = FactorsRead(features=Features(), times=0, marks={}, idle={}, unknown=())
    anchor = model.anchor(plain, _YES, HALF)
    return Expected(even=_rates(Features(), model, anchor), this=_rates(features(prompt), model, anchor))


def _rates(shown: Features, model: Model, anchor: Anchor) -> Rates:
    return expect(shown, model.crowd, model.parameters, shift=anchor.shift)
