"""What becomes of the question in one world: who is asked when, what they answer, who finds the way out."""

from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import NDArray

from simulator.behaviour.behave import Decisions, decide
from simulator.behaviour.features import features
from simulator.behaviour.funnel import Funnel, revoke, settings_path
from simulator.behaviour.parameters import Parameters
from simulator.behaviour.traits import Traits
from simulator.experiment.plan import World

NEVER = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """Columns, shape ``(n,)``.

    Attributes:
        answers: to the last question that each was asked.
        prompts: how often each was asked.
        replies: how often each answered; a yes that was set already and left alone counts as one.
        given: the day of the yes, or -1.
        funnel: what came of the yes.
        until: the last day on which a consent stands at night; before ``given`` where none does.
    """

    answers: Decisions
    prompts: NDArray[np.int16]
    replies: NDArray[np.int16]
    given: NDArray[np.int32]
    funnel: Funnel
    until: NDArray[np.int32]


def days_of_asking(world: World, days: int) -> tuple[int, ...]:
    """The days on which somebody who never allows is asked."""
    again = world.prompt.again_after
    if again is None:
        return (0,)
    return tuple(range(0, days, max(1, again)))[: world.arm.asks]


def follow(
    world: World, who: Traits, parameters: Parameters, *, seed: int, persons: NDArray[np.uint64], days: int
) -> Course:
    """Ask, ask again, and see who withdraws.

    Args:
        world: the arm.
        who: the traits of these people.
        parameters: of the behaviour model.
        seed: the world's seed.
        persons: rows of the population, shape ``(n,)``.
        days: how many are played.
    """
    shown = features(world.prompt)
    asking = days_of_asking(world, days)
    first = decide(shown, who, parameters, seed, persons)
    latest = {field.name: getattr(first, field.name).copy() for field in fields(Decisions)}
    prompts = np.ones(len(persons), np.int16)
    replies = (first.answered | first.allowed).astype(np.int16)
    given = np.where(first.allowed, 0, NEVER).astype(np.int32)
    for met, day in enumerate(asking[1:], start=1):
        rows = np.flatnonzero(given == NEVER)
        again = decide(shown, _rows_of(who, rows), parameters, seed, persons[rows], exposure=met)
        for name, column in latest.items():
            column[rows] = getattr(again, name)
        prompts[rows] += 1
        replies[rows] += again.answered | again.allowed
        given[rows[again.allowed]] = day
    answers = Decisions(**latest)
    last = days - 1
    funnel = revoke(
        who, answers, settings_path(world.app), parameters, seed=seed, persons=persons, given=given, last_day=last
    )
    until = np.where(funnel.withdrawn == NEVER, last, funnel.withdrawn - 1)
    until = np.where(given == NEVER, NEVER - 1, until).astype(np.int32)
    return Course(answers=answers, prompts=prompts, replies=replies, given=given, funnel=funnel, until=until)


def _rows_of(who: Traits, rows: NDArray[np.intp]) -> Traits:
    return Traits(**{field.name: getattr(who, field.name)[rows] for field in fields(Traits)})
