"""The way out, stage by stage."""

import math
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest

from simulator.behaviour.behave import decide
from simulator.behaviour.features import features
from simulator.behaviour.funnel import Funnel, FunnelStage, SettingsPath, revoke, settings_path
from simulator.behaviour.traits import Traits, traits
from simulator.catalog.load import load_app, load_behaviour, load_prompt
from simulator.domain.days import NEVER

PARAMETERS = load_behaviour()
PERSONS = np.arange(20_000, dtype=np.uint64)
TRAITS = traits(7, PERSONS, PARAMETERS)
DECISIONS = decide(features(load_prompt("creative-ideas-2025-06")), TRAITS, PARAMETERS, 7, PERSONS)
PATH = settings_path(load_app("plaza"))


def leave(path: SettingsPath, last_day: int = 60, who: Traits = TRAITS) -> Funnel:
    given = np.zeros(len(PERSONS), np.int32)
    return revoke(who, DECISIONS, path, PARAMETERS, seed=7, persons=PERSONS, given=given, last_day=last_day)


def test_the_path_of_the_fictional_app_has_five_taps_and_a_twin() -> None:
    assert (PATH.taps, PATH.twins, PATH.confirms) == (5, True, 0)


def test_each_stage_is_passed_by_fewer() -> None:
    out = leave(replace(PATH, confirms=1))
    passed = [int((out.stage >= stage).sum()) for stage in list(FunnelStage)[1:]]
    assert passed == sorted(passed, reverse=True)
    assert 0 < passed[-1] < passed[0]


def test_who_allowed_nothing_has_nothing_to_leave() -> None:
    out = leave(PATH)
    assert (out.stage[~DECISIONS.allowed] == FunnelStage.STAYED).all()
    assert not out.regrets[~DECISIONS.allowed].any()


def test_a_withdrawal_has_a_day_after_the_yes_and_no_other_row_has_one() -> None:
    out = leave(PATH)
    gone = out.stage == FunnelStage.WITHDRAWN
    assert (out.withdrawn[~gone] == NEVER).all()
    assert ((out.withdrawn[gone] >= 1) & (out.withdrawn[gone] <= 60)).all()


def test_a_shorter_way_loses_nobody_and_lets_more_people_out() -> None:
    near, far = leave(replace(PATH, taps=1)), leave(PATH)
    assert (near.stage >= far.stage).all()
    assert (near.stage == FunnelStage.WITHDRAWN).sum() > 1.5 * (far.stage == FunnelStage.WITHDRAWN).sum()


def test_more_days_take_back_nothing_that_happened_before() -> None:
    early, late = leave(PATH, 20), leave(PATH, 60)
    gone = early.withdrawn != NEVER
    assert (late.withdrawn[gone] == early.withdrawn[gone]).all()


def test_people_drop_off_tap_by_tap() -> None:
    out = leave(replace(PATH, taps=5))
    looked = out.stage >= FunnelStage.LOOKED
    came = [int((out.menus[looked] >= menus).sum()) for menus in range(5)]
    assert came == sorted(came, reverse=True)
    assert came[4] == int((out.stage >= FunnelStage.FOUND).sum())
    for before, after in pairwise(came):
        assert 0.5 < after / before < 0.85


def share(path: SettingsPath, passed: FunnelStage, among: FunnelStage, who: Traits = TRAITS) -> tuple[float, float]:
    """Of those who came to one stage the share who came to another, with three standard errors of a half."""
    stage = leave(path, who=who).stage
    came = stage >= among
    return float((stage >= passed)[came].mean()), 1.5 / float(came.sum()) ** 0.5


def test_a_twin_beside_the_switch_is_taken_for_it_by_some_and_alone_it_is_never_missed() -> None:
    with_twin, error = share(PATH, FunnelStage.SWITCHED, FunnelStage.FOUND)
    assert with_twin == pytest.approx(PARAMETERS.leave.toggle.value, abs=error)
    assert share(replace(PATH, twins=False), FunnelStage.SWITCHED, FunnelStage.FOUND)[0] == 1


@pytest.mark.parametrize("confirms", range(4))
def test_each_question_whether_one_is_sure_keeps_the_same_share_from_leaving(confirms: int) -> None:
    held_on, error = share(replace(PATH, confirms=confirms), FunnelStage.WITHDRAWN, FunnelStage.SWITCHED)
    assert held_on == pytest.approx(PARAMETERS.leave.confirm.value**confirms, abs=error if confirms else 0)


@pytest.mark.parametrize("skill", [-2.0, 0.0, 2.0])
def test_two_standard_deviations_of_skill_move_the_log_odds_of_finding_the_switch_by_one(skill: float) -> None:
    alike = replace(TRAITS, skill=np.full(len(PERSONS), skill))
    found, error = share(PATH, FunnelStage.FOUND, FunnelStage.LOOKED, alike)
    # Five taps are four menus; without skill each is taken right with the chance that the model names.
    unskilled = PARAMETERS.leave.menu.value**4
    odds = unskilled / (1 - unskilled) * math.exp(skill / 2)
    assert found == pytest.approx(odds / (1 + odds), abs=error)
