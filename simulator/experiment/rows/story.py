"""A row opened as a story: what this person did in one world, as steps that `journey` can play."""

from dataclasses import replace

import numpy as np

from simulator.behaviour.behave import Decisions, decide
from simulator.behaviour.features import features
from simulator.behaviour.traits import traits
from simulator.consent.prompt import Choice
from simulator.consent.record import ConsentState
from simulator.domain.days import NEVER
from simulator.domain.errors import RollcallError
from simulator.domain.events import Manner
from simulator.domain.photo import PhotoAccess
from simulator.experiment.metric import Metric
from simulator.experiment.plan import ArmWorld, Plan
from simulator.experiment.rows.course import days_of_asking
from simulator.experiment.rows.play import play
from simulator.journey.respond import read_answer
from simulator.journey.scenario import Scenario
from simulator.journey.story import TRIGGERS, Deed, Expectation, Step, Story
from simulator.population.cohort import pick_lives
from simulator.population.kinds import LifeKind


def find_world(plan: Plan, arm: str | None) -> int:
    """The place of an arm; the first when none is named.

    Raises:
        RollcallError: the experiment has no such arm.
    """
    ids = [world.arm.id for world in plan.worlds]
    if arm is None:
        return 0
    if arm not in ids:
        raise RollcallError(f"arm {arm!r}: {plan.experiment.id} has {', '.join(ids)}")
    return ids.index(arm)


def open_row(plan: Plan, person: int, arm: int) -> Scenario:
    """What one person lives through in one arm; played, it must send as many photos as the row says.

    Args:
        plan: the experiment.
        person: the row, 0 or more; it need not be among those who were counted.
        arm: place of the world.
    """
    world, persons = plan.worlds[arm], np.array([person], np.uint64)
    (row,) = play(replace(plan, worlds=(world,)), persons)
    experiment = plan.experiment
    withdrawn = int(row.course.funnel.withdrawn[0])
    steps = _answers(plan, world, persons, int(row.course.prompts[0]))
    if withdrawn != NEVER:
        steps.append(Step(day=withdrawn, do=Deed.REVOKE))
    photos = int(row.of(Metric.PHOTOS)[0])
    life = _life(plan, persons)
    return Scenario(
        story=Story(
            id=f"{experiment.id}-{world.arm.id}-{person}",
            title=f"Person {person} in {world.arm.title[:1].lower()}{world.arm.title[1:]}",
            about=f"One row of {experiment.title}",
            starts=experiment.starts,
            last_day=plan.last_day,
            roll_from=-experiment.earlier,
            person=person,
            seed=plan.seed,
            life=life.id,
            app=world.app.id,
            prompt=world.prompt.id,
            terms=world.terms.id,
            access=PhotoAccess.FULL,
            steps=tuple(steps),
            expect=Expectation(
                consent=_consent(row.course.answers, withdrawn),
                prompts_shown=(int(row.course.prompts[0]),) * 2,
                uploaded=(photos, photos),
            ),
        ),
        life=life,
        app=world.app,
        prompt=world.prompt,
        terms=world.terms,
        seed=plan.seed,
    )


def _life(plan: Plan, persons: np.ndarray) -> LifeKind:
    return plan.lives[int(pick_lives(plan.weights, plan.seed, persons)[0])]


def _answers(plan: Plan, world: ArmWorld, persons: np.ndarray, prompts: int) -> list[Step]:
    """The questions and the answers, asked as often as the row was."""
    deed = next(deed for deed, trigger in TRIGGERS.items() if trigger in world.prompt.triggers)
    who, shown = traits(plan.seed, persons, plan.parameters), features(world.prompt)
    steps = []
    for met, day in enumerate(days_of_asking(world, plan.experiment.days)[:prompts]):
        steps.append(Step(day=day, do=deed))
        answers = decide(shown, who, plan.parameters, plan.seed, persons, exposure=met)
        answer = read_answer(answers, 0)
        if answer is not None:
            steps.append(Step(day=day, do=Deed.ANSWER, choice=answer.choice, manner=answer.manner))
        elif answers.allowed[0]:
            # A yes that was set already and left alone.
            manner = Manner.UNREAD if answers.wanted[0] else Manner.MISTAKEN
            steps.append(Step(day=day, do=Deed.ANSWER, choice=Choice.ALLOW, manner=manner))
    return steps


def _consent(answers: Decisions, withdrawn: int) -> ConsentState:
    if answers.allowed[0]:
        return ConsentState.GIVEN if withdrawn == NEVER else ConsentState.WITHDRAWN
    return ConsentState.REFUSED if answers.answered[0] else ConsentState.ASKED
