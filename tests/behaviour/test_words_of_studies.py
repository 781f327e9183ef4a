"""Values, metrics and design factors, as studies write them."""

import pytest
from studied import WORDS, row

from simulator.behaviour.validation.expressed import Expressed, express
from simulator.behaviour.validation.factors import MARKS, read_factors
from simulator.behaviour.validation.metrics import Denominator, Form, StudyMetric, StudyOutcome, read_metric
from simulator.behaviour.validation.quantity import Quantity, read_direction, read_quantity
from simulator.behaviour.validation.study import Factor
from simulator.behaviour.validation.vocabulary import Vocabulary, check_vocabulary
from simulator.domain.errors import RollcallError


@pytest.mark.parametrize(
    ("text", "interval", "value", "least", "most"),
    [
        ("39.2", "", 39.2, 39.2, 39.2),
        ("+22.5", "", 22.5, 22.5, 22.5),
        ("\u22128", "", -8.0, -8.0, -8.0),
        ("about 30", "approx", 30.0, 30.0, 30.0),
        ("5-55", "", 30.0, 5.0, 55.0),
        ("<0.1", "", 0.1, float("-inf"), 0.1),
        ("0.1", "<", 0.1, float("-inf"), 0.1),
        (">33", "", 33.0, 33.0, float("inf")),
    ],
)
def test_a_value_is_a_number_a_range_or_a_bound(
    text: str, interval: str, value: float, least: float, most: float
) -> None:
    assert read_quantity(text, interval) == Quantity(value=value, least=least, most=most)


@pytest.mark.parametrize("text", ["6.9 / 1.3", "2 vs 6", "almost all", "", "+", "1e400x"])
def test_what_is_no_number_or_several_is_none(text: str) -> None:
    assert read_quantity(text) is None


def test_a_direction_is_a_sign() -> None:
    assert [read_direction(text) for text in ("+", "-", "\u2212", "~0", "sharp")] == [1, -1, -1, None, None]


@pytest.mark.parametrize(
    ("name", "unit", "outcome", "among", "form", "turned"),
    [
        ("accept_rate", "% of all visitors", StudyOutcome.ALLOWED, Denominator.SHOWN, Form.LEVEL, False),
        ("accept_all_rate", "% of answers", StudyOutcome.ALLOWED, Denominator.ANSWERS, Form.LEVEL, False),
        ("Opt-in rate", "share", StudyOutcome.ALLOWED, Denominator.SHOWN, Form.LEVEL, False),
        ("deny_or_customise_rate", "%", StudyOutcome.ALLOWED, Denominator.SHOWN, Form.LEVEL, True),
        ("opt_out_rate", "%", StudyOutcome.ALLOWED, Denominator.SHOWN, Form.LEVEL, True),
        ("accept_rate_difference", "pp of the sample", StudyOutcome.ALLOWED, Denominator.SHOWN, Form.DIFFERENCE, False),
        ("accept_rate_change", "% (relative)", StudyOutcome.ALLOWED, Denominator.SHOWN, Form.RELATIVE, False),
        ("accept_rate_direction", "sign", StudyOutcome.ALLOWED, Denominator.SHOWN, Form.DIRECTION, False),
        ("odds_ratio", "x", StudyOutcome.ALLOWED, Denominator.SHOWN, Form.ODDS_RATIO, False),
        ("deny_rate_ratio", "x", StudyOutcome.ALLOWED, Denominator.SHOWN, Form.RATIO, True),
        ("interaction_rate", "% of visitors", StudyOutcome.ANSWERED, Denominator.SHOWN, Form.LEVEL, False),
        ("regret_rate", "% of grants", StudyOutcome.REGRETTED, Denominator.GRANTS, Form.LEVEL, False),
        ("delta_accept_rate", "pp", StudyOutcome.ALLOWED, Denominator.SHOWN, Form.DIFFERENCE, False),
        ("share_accepted", "%", StudyOutcome.ALLOWED, Denominator.SHOWN, Form.LEVEL, False),
        ("revoke_rate", "% of users", StudyOutcome.REVOKED, Denominator.SHOWN, Form.LEVEL, False),
    ],
)
def test_metrics_are_known_by_their_names(
    name: str, unit: str, outcome: StudyOutcome, among: Denominator, form: Form, *, turned: bool
) -> None:
    assert read_metric(name, unit) == StudyMetric(outcome=outcome, among=among, form=form, turned=turned)


@pytest.mark.parametrize("name", ["share", "count", "correlation_direction", "time_s", "clicks", ""])
def test_what_the_model_says_nothing_of_is_no_metric(name: str) -> None:
    assert read_metric(name, "%") is None


@pytest.mark.parametrize(
    ("factors", "field", "value"),
    [
        ({"reject_on_first_layer": False}, "refusal_hidden", 1.0),
        ({"decline on first page": "no"}, "refusal_hidden", 1.0),
        ({"obstruction": True}, "refusal_hidden", 1.0),
        ({"clicks_to_accept": 2}, "refusal_hidden", -1.0),
        ({"screens_to_refuse": 6, "delay_s": 10}, "extra_steps", 5.0),
        ({"Accept highlighted": True}, "salience_gap", 0.4),
        ({"highlighted_button": "reject"}, "salience_gap", -0.4),
        ({"pre-ticked": True}, "default_on", 1.0),
        ({"default": "opt-out"}, "default_on", 1.0),
        ({"default": "off"}, "default_on", 0.0),
        ({"default": "opt-in"}, "default_on", 0.0),
        ({"opt_in_default": True}, "default_on", 0.0),
        ({"default": "reject all"}, "default_on", -1.0),
        ({"bright_pattern": "obstruction"}, "refusal_hidden", -1.0),
        ({"nudge": "social proof"}, "social", 1.0),
        ({"habituation": True}, "again", 0.0),
        ({"pattern": "confirmshaming and social proof"}, "shame", 1.0),
        ({"risk_text": "strong"}, "consequences", 1.0),
        ({"position": "top_bar"}, "prominence", 0.0),
        ({"device": "Desktop"}, "mobile", 0.0),
        ({"blocking": False}, "blocking", 0.0),
        ({"cookie_wall": True}, "forced", 1.0),
    ],
)
def test_design_factors_are_understood_in_many_spellings(factors: dict[str, Factor], field: str, value: float) -> None:
    reading = read_factors(factors, WORDS)
    assert getattr(reading.features, field) == value
    assert not reading.unknown


def test_what_is_not_understood_is_named_and_what_has_no_effect_is_told_apart() -> None:
    reading = read_factors({"blockchain": True, "gender": "f", "default": "mixed", "risk_text": True}, WORDS)
    assert reading.unknown == ("blockchain", "default")
    assert reading.idle == {"gender": "f"}
    assert reading.features.consequences == 1


def test_whoever_counts_all_visitors_counts_those_who_ignored_it() -> None:
    told = express(row("bar", 18.4, unit="% of all visitors"), WORDS)
    assert isinstance(told, Expressed)
    assert told.reading.features.blocking == 0


def test_a_denial_rate_is_an_acceptance_rate_turned_round() -> None:
    told = express(row("bar", 17, metric="deny_or_customise_rate"), WORDS)
    assert isinstance(told, Expressed)
    assert told.quantity is not None
    assert told.quantity.value == pytest.approx(0.83)


def test_a_share_above_one_is_none() -> None:
    assert express(row("bar", 139), WORDS) == "value '139' cannot be a share"


def test_words_for_nothing_are_refused() -> None:
    bad = Vocabulary(about="", idle=(), naming=(), flags={"sparkle": ("sparkly",)}, denials={}, counts={}, choices=())
    with pytest.raises(RollcallError, match="mark 'sparkle' is not known"):
        check_vocabulary(bad, MARKS)


@pytest.mark.parametrize(
    ("value", "unit", "share"), [(0.62, "", 0.62), (62, "", 0.62), (62, "%", 0.62), (0.5, "%", 0.005)]
)
def test_without_a_unit_what_could_be_a_share_is_one(value: float, unit: str, share: float) -> None:
    told = express(row("plain", value, unit=unit), WORDS)
    assert isinstance(told, Expressed)
    assert told.quantity is not None
    assert told.quantity.value == pytest.approx(share)
