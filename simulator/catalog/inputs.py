"""Everything that a run was played with, as an object that JSON can carry, and read back as strictly as any file.

Files change and some scenarios stand in none: a fork, a row of an experiment with a switch that lies deeper.
"""

from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from typing import Any

from simulator.catalog.reader import structure
from simulator.consent.app import check_app
from simulator.consent.prompt import check_prompt
from simulator.domain.errors import RollcallError, ScenarioError
from simulator.domain.log import to_json
from simulator.journey.scenario import Scenario
from simulator.journey.story import check_story
from simulator.population.kinds import check_kind
from simulator.terms.check import check_terms


def write_scenario(scenario: Scenario) -> dict[str, Any]:
    """The scenario without where it was forked from, which is no input."""
    record: dict[str, Any] = to_json(scenario)
    del record["forked"]
    record["story"]["starts"] = scenario.starts.isoformat()
    return record


def read_scenario(record: Mapping[str, Any], where: object) -> Scenario:
    """What `write_scenario` wrote; ``where`` is for the message. Raises `ScenarioError`."""
    data = dict(record)
    with suppress(KeyError, TypeError, ValueError):
        # JSON has no dates.
        data["story"] = {**data["story"], "starts": date.fromisoformat(data["story"]["starts"])}
    scenario = structure(data, Scenario, where)
    try:
        _check(scenario)
    except RollcallError as error:
        raise ScenarioError(where, "", str(error)) from error
    return scenario


def _check(scenario: Scenario) -> None:
    check_kind(scenario.life)
    check_app(scenario.app)
    for prompt in (scenario.prompt, *(later.prompt for later in scenario.rewordings)):
        check_prompt(prompt)
    for terms in scenario.terms_until(scenario.story.last_day):
        check_terms(terms)
    check_story(scenario.story, scenario.prompt, scenario.rewordings)
