"""The calibrated effects lie where published studies put them, and calibrating again changes nothing."""

import pytest
from studied import PARAMETERS, WORDS, shipped

from simulator.behaviour.calibration.fit import fit
from simulator.behaviour.calibration.habituation import find_habituation
from simulator.behaviour.calibration.targets import find_targets
from simulator.behaviour.traits import logit
from simulator.behaviour.validation.anchor import Model
from simulator.behaviour.validation.factors import read_factors
from simulator.behaviour.validation.metrics import read_metric
from simulator.behaviour.validation.study import CALIBRATE, Factor
from simulator.catalog.load import DEFAULT_BEHAVIOUR
from simulator.catalog.shelf import find
from simulator.domain.shelf import Shelf
from simulator.report.behaviour import write_behaviour

MODEL = Model.of(PARAMETERS)
YES = read_metric("accept_rate", "%")
assert YES is not None


def effect(at: float, **factors: Factor) -> float:
    """Log-odds that these factors add to accepting, over all people, where a neutral dialog is accepted by ``at``."""
    surroundings = {name: factors[name] for name in ("blocking", "device") if name in factors}
    neutral = read_factors(surroundings, WORDS)
    anchor = MODEL.anchor(neutral, YES, at)
    return logit(MODEL.predict(read_factors(factors, WORDS), YES, anchor)) - logit(at)


@pytest.mark.parametrize("at", [0.2, 0.5, 0.8])
def test_a_refusal_on_a_second_layer_adds_one_to_one_point_six(at: float) -> None:
    assert 1.0 <= effect(at, reject_on_first_layer=False) <= 1.6


def test_a_highlighted_yes_adds_a_third_to_a_half_in_the_field() -> None:
    for device in ("desktop", "mobile"):
        neutral = read_factors({"blocking": False, "device": device}, WORDS)
        anchor = MODEL.anchor(neutral, YES, 0.3)
        loud = read_factors({"blocking": False, "device": device, "accept_highlighted": True}, WORDS)
        assert 0.3 <= logit(MODEL.predict(loud, YES, anchor)) - logit(0.3) <= 0.5


def test_a_text_on_consequences_takes_off_about_one_and_a_half_where_most_accept() -> None:
    assert -1.8 <= effect(0.83, risk_text=True) <= -1.0


def test_a_purpose_string_adds_a_fifth_to_two_fifths() -> None:
    assert 0.2 <= effect(0.66, rationale=True) <= 0.45


def test_hiding_what_matters_adds_about_nine_tenths() -> None:
    assert 0.4 <= effect(0.15, hidden_info=True) <= 1.4


def test_a_default_adds_at_most_a_half_to_choosing_and_passes_through_for_some_who_do_not_read() -> None:
    assert 0.0 <= PARAMETERS.words.default.value <= 0.5
    # Johnson 2002, experiment 2: odds 4.3 [1.6; 11.5], of which the lower half.
    assert 0.48 <= effect(0.5, default="on") <= 1.46


def test_obstruction_of_every_kind_together_adds_about_one_point_seven() -> None:
    added = effect(
        0.113, reject_on_first_layer=False, accept_highlighted=True, confirmshame=True, screens_to_refuse=6, delay_s=10
    )
    assert 1.3 <= added <= 2.1


def test_mobile_adds_about_nine_tenths_to_noticing() -> None:
    assert 0.6 <= PARAMETERS.notice.mobile.value <= 1.2


def test_a_sixth_to_a_quarter_read_what_is_like_a_permission_they_are_used_to() -> None:
    attention = read_metric("attention", "%")
    assert attention is not None
    used_to = read_factors({"exposure": "habituated"}, WORDS)
    assert 0.12 <= MODEL.predict(used_to, attention) <= 0.25


def test_a_tenth_of_grants_is_regretted() -> None:
    asked = read_factors({"blocking": True}, WORDS)
    anchor = MODEL.anchor(asked, YES, 0.84)
    regret = read_metric("regret_rate", "% of grants")
    assert regret is not None
    assert 0.05 <= MODEL.predict(asked, regret, anchor) <= 0.2


def test_every_fitted_value_lies_within_its_range_and_off_its_ends() -> None:
    fitted = [(name, each) for name, each in PARAMETERS.named() if each.fitted]
    assert 10 <= len(fitted) <= 15
    for name, each in fitted:
        assert each.range[0] < each.value < each.range[1], name


def test_calibrating_again_writes_the_registry_that_is_shipped_byte_by_byte() -> None:
    rows = shipped().rows
    result = fit(PARAMETERS, find_targets(rows, WORDS), find_habituation(rows))
    assert write_behaviour(result.parameters) == find(Shelf.BEHAVIOUR, DEFAULT_BEHAVIOUR).read_text(encoding="utf-8")
    assert result.misses_after < 1 < result.misses_before


def test_nothing_is_fitted_to_a_row_that_is_kept_for_validation() -> None:
    targets = find_targets(shipped().rows, WORDS)
    assert len(targets) >= 15
    assert {target.row.role for target in targets} == {CALIBRATE}
    controls = {target.question.control.row.role for target in targets if target.question.control is not None}
    assert "validate" not in controls
