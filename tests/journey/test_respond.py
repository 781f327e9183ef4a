import numpy as np
import pytest

from simulator.catalog.load import load_behaviour, load_prompt
from simulator.consent.behave import decide
from simulator.consent.features import features
from simulator.consent.traits import traits
from simulator.journey.respond import ModelRespondent, read_answer
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
