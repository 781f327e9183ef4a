"""Each condition against the control of its own study, in the study's own denominator."""

import pytest
from studied import PARAMETERS, WORDS, hold, row, shipped

from simulator.behaviour.calibration.targets import find_targets, training_means
from simulator.behaviour.validation.prediction import Prediction, PredictionKind, RowStanding, Validation
from simulator.behaviour.validation.scores import contrasts_of, score
from simulator.behaviour.validation.study import CALIBRATE
from simulator.behaviour.validation.validate import validate

FITTED = frozenset(each.key for each in shipped().rows if each.role == CALIBRATE)


@pytest.fixture(scope="module")
def whole() -> Validation:
    return validate(shipped(), WORDS, PARAMETERS, FITTED)


def contrast(result: Validation, condition: str) -> Prediction:
    return next(
        each for each in result.predictions if each.row.condition == condition and each.kind is PredictionKind.CONTRAST
    )


def test_held_out_contrasts_go_the_right_way_and_beat_saying_that_nothing_matters(whole: Validation) -> None:
    held = score(
        contrasts_of(whole.predictions, RowStanding.HELD_OUT), training_means(find_targets(shipped().rows, WORDS))
    )
    assert held.signs >= 6
    assert held.sign_accuracy is not None
    assert held.sign_accuracy >= 0.85
    assert held.mae is not None
    assert held.no_effect_mae is not None
    assert held.mae <= 8 < held.no_effect_mae


def test_every_row_is_predicted_is_a_control_or_says_why_not(whole: Validation) -> None:
    lines = {each.row.line for each in whole.predictions}
    lines |= {each.line for each in whole.skipped} | {each.line for each in whole.anchors}
    assert lines == {each.line for each in shipped().rows}
    assert all(each.reason for each in whole.skipped)


def test_rows_that_were_fitted_to_are_not_counted_as_held_out(whole: Validation) -> None:
    standings = {each.row.key: each.standing for each in whole.predictions}
    assert standings["luguri2021", "s1_aggr", "accept_rate"] is RowStanding.FITTED
    assert standings["luguri2021", "s2_hidden", "accept_rate"] is RowStanding.HELD_OUT
    assert standings["jbl2002", "e2_or", "odds_ratio"] is RowStanding.ASIDE


def test_the_control_is_found_by_its_design_among_conditions_of_the_same_experiment(whole: Validation) -> None:
    assert contrast(whole, "s1_aggr").control == "s1_control"
    assert contrast(whole, "s2_hidden").control == "s2_content_control"
    assert contrast(whole, "e2_bin_nu_mobile").control == "e2_bin_nn_mobile"


def test_the_least_manipulated_condition_is_the_control_whatever_it_is_called() -> None:
    result = hold(
        row("loud", 70, {"accept_highlighted": True, "confirmshame": True}), row("quiet", 60, {"reject_button": True})
    )
    assert contrast(result, "loud").control == "quiet"
    assert [each.condition for each in result.anchors] == ["quiet"]


def test_a_condition_called_control_is_one_even_if_it_is_dark() -> None:
    result = hold(row("control", 70, {"accept_highlighted": True}), row("fair", 60, {"accept_highlighted": False}))
    assert contrast(result, "fair").control == "control"
    assert contrast(result, "fair").sign_ok


def test_a_level_without_control_is_predicted_with_a_wide_interval_and_has_no_contrast() -> None:
    (only,) = hold(row("lone", 84, {"blocking": True})).predictions
    assert only.kind is PredictionKind.LEVEL
    assert only.high - only.low > 50
    assert "no control" in only.note


@pytest.mark.parametrize(
    ("metric", "value", "unit", "published"),
    [
        ("accept_rate", 62, "%", 12.0),
        ("accept_rate", 0.62, "share", 12.0),
        ("deny_rate", 38, "%", 12.0),
        ("accept_rate_difference", 12, "pp", 12.0),
        ("deny_rate_difference", -12, "pp", 12.0),
        ("accept_rate_change", 24, "% (relative)", 12.0),
        ("accept_rate_ratio", 1.24, "x", 12.0),
        ("odds_ratio", 0.62 / 0.38, "x", 12.0),
        ("deny_rate_ratio", 0.76, "x", 12.0),
    ],
)
def test_the_same_finding_is_the_same_in_every_way_of_writing_it(
    metric: str, value: float, unit: str, published: float
) -> None:
    result = hold(row("control", 50), row("loud", value, {"reject_button": False}, metric=metric, unit=unit))
    found = contrast(result, "loud")
    assert found.published == pytest.approx(published, abs=1e-3)
    assert found.predicted == pytest.approx(24.4, abs=1.0)
    assert found.sign_ok
    assert found.abs_error == pytest.approx(abs(found.predicted - published), abs=1e-3)


@pytest.mark.parametrize("level", [0.4, 2, 50, 98, 99.9])
def test_the_control_is_met_exactly_whatever_the_level(level: float) -> None:
    result = hold(row("control", level), row("same", level, {"scarcity": True}))
    assert contrast(result, "same").predicted == pytest.approx(0.0, abs=1e-3)


def test_where_nobody_or_everybody_accepts_the_control_the_rest_is_still_predicted() -> None:
    nobody = hold(row("control", 0), row("hidden", 1, {"reject_button": False}))
    everybody = hold(row("control", 100), row("warned", 90, {"risk_text": True}))
    assert 0 < contrast(nobody, "hidden").predicted < 5
    assert -20 < contrast(everybody, "warned").predicted < 0


def test_an_unknown_factor_is_named_and_the_rest_predicted() -> None:
    result = hold(
        row("control", 50),
        row("one", 60, {"sparkles": True, "reject_button": False}),
        row("other", 60, {"sparkles": True}),
    )
    assert contrast(result, "one").note == "not understood: sparkles"
    (skipped,) = result.skipped
    assert skipped.reason == "no design factor differs from its control; not understood: sparkles"


def test_a_bound_is_met_on_its_right_side() -> None:
    result = hold(row("control", 50), row("hidden", ">60", {"reject_button": False}))
    assert contrast(result, "hidden").abs_error == 0


def test_a_shorter_way_out_lets_more_people_leave() -> None:
    result = hold(
        row("one tap", 12, {"settings_depth": 1}, metric="revoke_rate"),
        row("control", 3, {"settings_depth": 5}, metric="revoke_rate"),
    )
    assert contrast(result, "one tap").sign_ok


def test_a_control_that_names_its_sample_is_still_a_control_and_another_sample_is_none() -> None:
    result = hold(
        row("control", 50, {"country": "FR"}),
        row("hidden", 70, {"reject_button": False}),
        row("elsewhere", 70, {"reject_button": False, "country": "DE"}),
    )
    assert contrast(result, "hidden").control == "control"
    assert not [each for each in result.predictions if each.row.condition == "elsewhere" and each.control]


def test_two_metrics_of_one_condition_are_not_each_others_control() -> None:
    result = hold(row("only", 60), row("only", 30, metric="deny_rate"))
    assert not [each for each in result.predictions if each.kind is PredictionKind.CONTRAST]
