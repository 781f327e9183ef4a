"""Validation and calibration speak of the same people as the population does."""

import numpy as np
import pytest
from studied import PARAMETERS

from simulator.behaviour.behave import decide
from simulator.behaviour.features import Features
from simulator.behaviour.traits import traits
from simulator.behaviour.validation.rates import everybody, expect

MANY = np.arange(200_000, dtype=np.uint64)
WHO = traits(3, MANY, PARAMETERS)


@pytest.mark.parametrize(
    ("shown", "exposure"),
    [
        (Features(), 0),
        (Features(refusal_hidden=1.0, extra_steps=2.0, shame=1.0), 0),
        (Features(consequences=1.0), 3),
        (Features(blocking=0.0, salience_gap=0.4, concealed=1.0), 0),
        (Features(blocking=0.0, default_on=1.0), 1),
        (Features(default_on=1.0), 0),
        (Features(trick=1.0, millimetres=6.0), 0),
    ],
)
def test_a_rate_is_the_mean_of_what_people_do_in_a_population(shown: Features, exposure: int) -> None:
    rates = expect(shown, everybody(PARAMETERS), PARAMETERS, exposure=exposure)
    answers = decide(shown, WHO, PARAMETERS, 3, MANY, exposure=exposure)
    assert rates.allowed == pytest.approx(answers.allowed.mean(), abs=0.006)
    assert rates.answered == pytest.approx(answers.answered.mean(), abs=0.006)
    assert rates.attended == pytest.approx(answers.attended.mean(), abs=0.006)
    assert rates.regretted == pytest.approx((answers.allowed & ~answers.wanted).mean(), abs=0.006)


def test_what_a_request_is_worth_moves_the_level_from_almost_nobody_to_almost_everybody() -> None:
    crowd = everybody(PARAMETERS)
    low, middle, high = (expect(Features(), crowd, PARAMETERS, shift=shift).allowed for shift in (-8.0, 0.0, 8.0))
    assert low < 0.05
    assert 0.4 < middle < 0.7
    assert high > 0.95
