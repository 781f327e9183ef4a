"""Estimates, intervals and looks: what they promise is what they do."""

import math
from dataclasses import replace
from statistics import NormalDist

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from small import PLAN, small_plan, total, twins

from simulator.experiment.conclude import _rail, conclude
from simulator.experiment.estimate import (
    Sample,
    always_valid,
    chance_of_split,
    detectable,
    estimate_gap,
    estimate_mean,
    power_at,
)
from simulator.experiment.fragility import find_fragility
from simulator.experiment.metric import Metric
from simulator.experiment.replay import Repetitions, replay
from simulator.experiment.results import Estimate, FieldEstimate, Gap, RailVerdict


@given(st.lists(st.integers(-1000, 1000), min_size=2, max_size=60))
def test_a_sample_of_whole_numbers_has_the_mean_and_the_variance_that_numpy_finds(numbers: list[int]) -> None:
    sample = Sample(people=len(numbers), total=sum(numbers), squares=sum(number**2 for number in numbers))
    assert sample.mean == pytest.approx(np.mean(numbers))
    assert sample.variance == pytest.approx(np.var(numbers, ddof=1))


def test_an_interval_covers_a_mean_and_a_gap_as_textbooks_say() -> None:
    half = Sample(people=400, total=200, squares=200)
    mean = estimate_mean(half)
    assert (mean.low, mean.high) == pytest.approx((0.4509, 0.5491), abs=1e-4)
    gap = estimate_gap(half, Sample(people=400, total=240, squares=240))
    assert gap.value == pytest.approx(0.1)
    assert gap.p == pytest.approx(0.0044, abs=2e-4)
    assert gap.is_clear


def test_a_test_finds_what_it_can_detect_with_the_power_it_was_planned_for() -> None:
    error = 0.01
    assert power_at(detectable(error, 0.05, 0.8), error, 0.05) == pytest.approx(0.8, abs=1e-3)
    assert power_at(0.0, error, 0.05) == pytest.approx(0.05)


@pytest.mark.parametrize(
    ("seen", "chance"),
    [((500, 500), 1.0), ((531, 469), 0.0499), ((510, 480, 510), 0.5488), ((90, 110, 100, 100), 0.5724)],
)
def test_the_sample_ratio_check_is_pearsons(seen: tuple[int, ...], chance: float) -> None:
    assert chance_of_split(seen) == pytest.approx(chance, abs=1e-3)


def test_an_always_valid_interval_is_wider_than_a_single_look_and_narrows_with_people() -> None:
    widths = [always_valid(0.0, 1 / math.sqrt(n), n, 1000, 0.05)[1] for n in (100, 300, 1000, 3000)]
    assert widths == sorted(widths, reverse=True)
    assert all(width > 1.96 / math.sqrt(n) for width, n in zip(widths, (100, 300, 1000, 3000), strict=True))


def test_false_alarms_come_at_their_nominal_rate_and_looking_early_costs_more() -> None:
    test = replace(PLAN.experiment.field_test, people=1000, looks=10)
    coin = np.arange(2000, dtype=np.int64) % 2
    null = Repetitions(seed=3, test=test, arms=2, replays=1000).run(coin, coin, "null")
    alarms = np.mean(np.abs(null.gap[:, -1]) > null.reach[:, -1])
    assert abs(alarms - 0.05) < 0.021  # three standard errors of a thousand
    assert np.mean(null.first_naive < 10) > 0.12
    assert np.mean(null.first_valid < 10) < 0.05


def test_in_the_model_itself_two_arms_that_are_one_differ_in_five_tests_of_a_hundred() -> None:
    plan = twins(small_plan(people=3000, field=800))
    found = replay(plan, Metric.ALLOW, 1, replays=1000)
    assert found.truth == 0
    assert abs(found.false_alarms - 0.05) < 0.021  # three standard errors of a thousand
    assert found.false_valid < found.false_alarms < found.false_early


def test_a_replay_finds_what_the_formula_for_power_promises() -> None:
    plan = small_plan(people=4000, field=120, looks=4)
    found = replay(plan, Metric.FIDELITY, 1, replays=400)
    (contrast,) = conclude(plan, total(plan, 4000)).contrasts
    assert found.truth == pytest.approx(contrast.gaps[Metric.FIDELITY].paired.value)
    error = math.sqrt(2 * 0.25 / 60)
    assert abs(found.found - power_at(found.truth, error, 0.05)) < 0.1
    misled = NormalDist().cdf(-abs(found.truth) / error - NormalDist().inv_cdf(0.975))
    assert abs(found.wrong_sign - misled) < 0.019  # three standard errors of four hundred
    assert found.exaggeration > 1
    assert found.found_early > found.found
    assert found.people_valid <= found.people


def test_the_sign_is_wrong_as_often_as_the_formula_says() -> None:
    found = replay(small_plan(people=4000, field=120, looks=1), Metric.FIDELITY, 1, replays=3000)
    error = math.sqrt(2 * 0.25 / 60)
    misled = NormalDist().cdf(-abs(found.truth) / error - NormalDist().inv_cdf(0.975))
    # Here 1.6 % are misled; three standard errors of three thousand.
    assert misled == pytest.approx(0.016, abs=0.001)
    assert abs(found.wrong_sign - misled) < 0.007
    assert abs(found.found - (power_at(found.truth, error, 0.05) - misled)) < 0.011


def test_a_small_change_of_an_assumed_number_turns_a_fragile_conclusion_round() -> None:
    plan = small_plan(people=2000)
    fragile = find_fragility(plan, Metric.FIDELITY, 1)
    assert fragile.tried > 10
    for turn in fragile.turns:
        there = replace(plan, parameters=plan.parameters.having({turn.parameter: turn.turns_at}))
        (contrast,) = conclude(there, total(there, 2000)).contrasts
        assert contrast.gaps[Metric.FIDELITY].paired.value * fragile.gap.value <= 0


def test_a_guardrail_holds_is_broken_or_stays_open() -> None:
    plan = small_plan(people=2000)
    rails = {}
    for most in (0.0, 0.5):
        guarded = replace(
            plan,
            experiment=replace(
                plan.experiment, guardrails=(replace(PLAN.experiment.guardrails[0], metric=Metric.ALLOW, most=most),)
            ),
        )
        (contrast,) = conclude(guarded, total(guarded, 2000)).contrasts
        rails[most] = contrast.rails[0].verdict
    # Asking until it is allowed makes a fifth of all people more allow it.
    assert rails == {0.0: RailVerdict.BROKEN, 0.5: RailVerdict.HOLDS}


@pytest.mark.parametrize(
    ("most", "verdict"),
    [
        (0.04, RailVerdict.BROKEN),
        (0.05, RailVerdict.OPEN),  # the end of the interval is no worse than what is allowed
        (0.08, RailVerdict.OPEN),
        (0.12, RailVerdict.OPEN),
        (0.15, RailVerdict.HOLDS),
    ],
)
@pytest.mark.parametrize("metric", [Metric.WRONG_ALLOW, Metric.FIDELITY])
def test_a_guardrail_is_judged_by_its_whole_interval_and_not_by_its_middle(
    metric: Metric, most: float, verdict: RailVerdict
) -> None:
    # Worse by 0.05 to 0.15: more of what should be rare, or less of what should be common.
    sign = -1 if metric is Metric.FIDELITY else 1
    ends = sorted((sign * 0.05, sign * 0.15))
    paired = Estimate(value=sign * 0.1, low=ends[0], high=ends[1], p=0.0)
    field = FieldEstimate(value=0.0, low=0.0, high=0.0, detectable=None, power=None, looks=())
    gap = Gap(says="", paired=paired, field=field)
    rail = _rail(metric, most, {metric: gap})
    assert (rail.worse.low, rail.worse.value, rail.worse.high) == (0.05, 0.1, 0.15)
    assert rail.verdict is verdict


@pytest.mark.parametrize(("people", "reach"), [(100, 0.38551), (1000, 0.09598), (3000, 0.05654)])
def test_an_always_valid_interval_reaches_as_far_as_the_theorem_says(people: int, reach: float) -> None:
    # By hand for 1000 planned and 0.05: rho squared is (5.99146 + ln 6.99146) / 1000 = 0.0079362. At 1000 people
    # n rho squared + 1 is 8.9362, ln(sqrt(8.9362) / 0.05) is 4.0908, and sqrt(2 * 8.9362 * 4.0908 / 7936.2) is 0.09598.
    low, high = always_valid(0.5, 1 / math.sqrt(people), people, 1000, 0.05)
    assert (low, high) == pytest.approx((0.5 - reach, 0.5 + reach), abs=1e-5)


def test_an_always_valid_interval_is_narrowest_for_whoever_planned_as_many_people_as_came() -> None:
    widths = {planned: always_valid(0.0, 0.03, 1000, planned, 0.05)[1] for planned in (100, 500, 1000, 2000, 10_000)}
    assert min(widths, key=widths.__getitem__) == 1000
