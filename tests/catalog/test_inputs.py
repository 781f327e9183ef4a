import json
from dataclasses import replace

import pytest

from simulator.catalog.inputs import read_scenario, write_scenario
from simulator.catalog.load import load_prompt, load_scenario, load_terms
from simulator.catalog.shelf import names
from simulator.consent.prompt import Rewording
from simulator.domain.errors import ScenarioError
from simulator.domain.shelf import Shelf
from simulator.experiment.plan import with_taps
from simulator.journey.fork import hand_over
from simulator.journey.scenario import Amendment, Forked, Scenario


def through_json(scenario: Scenario) -> Scenario:
    return read_scenario(json.loads(json.dumps(write_scenario(scenario))), "run x")


@pytest.mark.parametrize("story", names(Shelf.STORIES))
def test_every_story_comes_back_as_it_was(story: str) -> None:
    told = load_scenario(story)
    for scenario in (told, hand_over(told)):
        assert through_json(scenario) == scenario


@pytest.mark.parametrize("terms", names(Shelf.TERMS))
def test_terms_and_prompts_that_come_later_and_a_changed_app_come_back(terms: str) -> None:
    told = load_scenario("accidental-allow")
    scenario = replace(
        told,
        app=with_taps(told.app, 8),
        amendments=(Amendment(day=5, terms=load_terms(terms)),),
        rewordings=(Rewording(day=7, prompt=load_prompt("nagging")),),
    )
    assert through_json(scenario) == scenario


def test_where_a_fork_comes_from_is_no_input() -> None:
    scenario = load_scenario("accidental-allow")
    forked = replace(scenario, forked=Forked(run="x.7", day=5, change="never switched off"))
    assert write_scenario(forked) == write_scenario(scenario)


def test_a_damaged_record_is_one_line_that_says_where() -> None:
    record = json.loads(json.dumps(write_scenario(load_scenario("accidental-allow"))))
    for damaged, words in (
        ({**record, "app": 3}, "run x: app"),
        ({**record, "story": {**record["story"], "starts": "soon"}}, "run x: story.starts"),
        ({"story": record["story"]}, "missing key"),
        ({**record, "prompt": {**record["prompt"], "buttons": []}}, "one that allows and one that refuses"),
    ):
        with pytest.raises(ScenarioError, match=words) as told:
            read_scenario(damaged, "run x")
        assert "\n" not in str(told.value)
