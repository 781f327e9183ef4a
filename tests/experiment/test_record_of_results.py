"""Results as JSON, and back."""

import json
from dataclasses import replace

import pytest
from small import small_plan, total

from simulator.experiment.conclude import conclude
from simulator.experiment.fragility import find_fragility
from simulator.experiment.metric import Metric
from simulator.experiment.record import read_results, results_as_record
from simulator.experiment.replay import replay


@pytest.mark.parametrize("people", [1, 2, 400])
def test_what_is_read_back_is_what_was_written_down_to_the_bit(people: int) -> None:
    plan = small_plan(people=people)
    results = conclude(plan, total(plan, people))
    record = results_as_record(results)
    text = json.dumps(record, allow_nan=False)
    assert read_results(json.loads(text)) == results
    assert json.dumps(results_as_record(read_results(json.loads(text)))) == text


def test_what_was_asked_afterwards_is_read_back_too() -> None:
    plan = small_plan(people=400)
    results = replace(
        conclude(plan, total(plan, 400)),
        replay=(replay(plan, Metric.ALLOW, 1, replays=10),),
        fragility=(find_fragility(plan, Metric.FIDELITY, 1),),
    )
    assert read_results(json.loads(json.dumps(results_as_record(results)))) == results
    assert {"replay", "fragility"}.isdisjoint(results_as_record(replace(results, replay=(), fragility=())))


def test_what_nobody_tested_has_no_chance_and_what_is_not_known_is_null() -> None:
    plan = small_plan(people=1)
    record = results_as_record(conclude(plan, total(plan, 1)))
    mean = record["arms"][0]["metrics"]["allow"]
    assert mean.keys() == {"value", "low", "high"}
    assert mean["low"] is mean["high"] is None


def test_a_result_of_before_the_planned_people_were_kept_is_still_read() -> None:
    plan = small_plan(people=2)
    record = results_as_record(conclude(plan, total(plan, 2)))
    del record["field_test"]["planned"]
    assert read_results(json.loads(json.dumps(record))).field_test.planned is None
