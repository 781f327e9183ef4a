"""The model at a story's pop-up is the same person as in a row."""

from dataclasses import replace

import numpy as np
import pytest
from truth import perform_truthfully

from simulator.behaviour.behave import decide
from simulator.behaviour.features import features
from simulator.behaviour.traits import traits
from simulator.catalog.load import load_behaviour, load_prompt, load_scenario
from simulator.consent.prompt import Choice
from simulator.consent.record import ConsentState
from simulator.domain.log import hash_events
from simulator.journey.fork import hand_over, script
from simulator.journey.respond import ModelRespondent, read_answer, write_script
from simulator.journey.story import Deed, ScriptedRespondent, check_story
from simulator.journey.summary import summarise
from simulator.population.luck import draw_bits

PARAMETERS = load_behaviour()
PROMPT = load_prompt("creative-ideas-2025-06")
PEOPLE = draw_bits(1, "who", np.arange(200, dtype=np.uint64)) >> np.uint64(24)


@pytest.mark.parametrize("seed", [7, 1_000_003])
def test_two_hundred_people_answer_in_a_story_as_in_their_row_each_time_they_are_asked(seed: int) -> None:
    who = traits(seed, PEOPLE, PARAMETERS)
    rows = [decide(features(PROMPT), who, PARAMETERS, seed, PEOPLE, exposure=times) for times in range(3)]
    for row, person in enumerate(PEOPLE.tolist()):
        respondent = ModelRespondent(parameters=PARAMETERS, seed=seed, person=person)
        told = [respondent.answer(PROMPT, day=14 * times) for times in range(3)]
        assert told == [read_answer(decisions, row) for decisions in rows]


def test_who_answers_instead_of_the_script_may_leave_nothing_to_revoke() -> None:
    scenario = load_scenario("accidental-allow")
    somebody = next(
        person
        for person in range(100)
        if (answer := ModelRespondent(parameters=PARAMETERS, seed=7, person=person).answer(PROMPT, 0)) is not None
        and answer.choice is Choice.REFUSE
    )
    model = ModelRespondent(parameters=PARAMETERS, seed=7, person=somebody)
    events = perform_truthfully(scenario, model)
    told = summarise(events, None, own_terms=True)
    assert (told.consent, told.uploaded, told.as_record()["expect"]) == (ConsentState.REFUSED, 0, "not held to")
    again = perform_truthfully(script(scenario, events))
    assert hash_events(again) == told.event_hash


def test_the_model_writes_a_script_that_says_what_the_model_says() -> None:
    scenario = hand_over(load_scenario("allow-revoke-allow"))
    seen = set()
    for person in range(12):
        one = replace(scenario, story=replace(scenario.story, person=person))
        written = write_script(one, PARAMETERS)
        check_story(written.story, written.prompt)
        respondent = ModelRespondent(parameters=PARAMETERS, seed=one.seed, person=person)
        first = respondent.answer(PROMPT, 0)
        assert ScriptedRespondent(written.story).answer(PROMPT, 0) == first
        seen |= {step.do for step in written.story.steps}
        assert write_script(written, PARAMETERS).story.steps == written.story.steps
    assert {Deed.ANSWER, Deed.COMPOSE_STORY} <= seen
