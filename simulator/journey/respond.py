"""The behaviour model as somebody who answers in a story, as the same person answers in a row of the population."""

from dataclasses import dataclass, replace

import numpy as np

from simulator.behaviour.behave import MANNERS, Decisions, decide
from simulator.behaviour.features import features
from simulator.behaviour.funnel import revoke, settings_path
from simulator.behaviour.parameters import Parameters
from simulator.behaviour.traits import traits
from simulator.consent.ask import Answer
from simulator.consent.prompt import Choice, Prompt
from simulator.domain.days import NEVER
from simulator.journey.scenario import Scenario
from simulator.journey.story import TRIGGERS, Deed, Step, Story, after_the_question, at_the_end_of, follow


def read_answer(decisions: Decisions, row: int) -> Answer | None:
    """What one row of the decisions tapped and meant; None if it was ignored."""
    if not decisions.answered[row]:
        return None
    choice = Choice.ALLOW if decisions.allowed[row] else Choice.REFUSE
    return Answer(choice=choice, manner=MANNERS[decisions.manner[row]])


@dataclass(kw_only=True)
class ModelRespondent:
    """Row ``person`` of the population of ``seed``, answering by the model.

    Attributes:
        shown: how many prompts this respondent has met; it counts them, as people do.
    """

    parameters: Parameters
    seed: int
    person: int
    shown: int = 0

    def answer(self, prompt: Prompt, day: int) -> Answer | None:  # noqa: ARG002  (the model knows no calendar)
        persons = np.array([self.person], np.uint64)
        met, self.shown = self.shown, self.shown + 1
        decisions = decide(
            features(prompt),
            traits(self.seed, persons, self.parameters),
            self.parameters,
            self.seed,
            persons,
            exposure=met,
        )
        return read_answer(decisions, 0)


def write_script(scenario: Scenario, parameters: Parameters) -> Scenario:
    """The scenario with what the model has its person do: every answer, and the day on which the way out is found.

    A question that the script answers already is left as it is, and so is what follows from it.
    """
    story, met = scenario.story, 0
    while (day := _unanswered(story, scenario, met)) is not None:
        story = _answer_by_model(replace(scenario, story=story), day, met, parameters)
        met += 1
    return replace(scenario, story=replace(story, expect=None))


def _unanswered(story: Story, scenario: Scenario, met: int) -> int | None:
    """The day of the question that comes after so many others."""
    asked = [
        step.day
        for step, before, after in follow(story, scenario.prompt, scenario.rewordings)
        if step.do in TRIGGERS and after != before
    ]
    return asked[met] if met < len(asked) else None


def _answer_by_model(scenario: Scenario, day: int, met: int, parameters: Parameters) -> Story:
    story, seed = scenario.story, scenario.seed
    if any(step.do is Deed.ANSWER for step in story.steps_on(day)):
        return story
    persons = np.array([story.person], np.uint64)
    who = traits(seed, persons, parameters)
    decisions = decide(features(scenario.prompt_on(day)), who, parameters, seed, persons, exposure=met)
    answer = read_answer(decisions, 0)
    if answer is None:
        return story
    steps = after_the_question(story.steps, Step(day=day, do=Deed.ANSWER, choice=answer.choice, manner=answer.manner))
    left = revoke(
        who,
        decisions,
        settings_path(scenario.app),
        parameters,
        seed=seed,
        persons=persons,
        given=np.array([day], np.int32),
        last_day=story.last_day,
    ).withdrawn[0]
    if left != NEVER:
        steps = at_the_end_of(steps, Step(day=int(left), do=Deed.REVOKE))
    return replace(story, steps=tuple(steps))
