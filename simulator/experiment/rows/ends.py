"""How it ended for a person in one world, and at which step two worlds parted."""

import numpy as np
from numpy.typing import NDArray

from simulator.behaviour.behave import MANNERS, Cause, part
from simulator.behaviour.funnel import FunnelStage
from simulator.domain.days import NEVER
from simulator.experiment.outcome import End, Why
from simulator.experiment.rows.course import Course

Codes = NDArray[np.int8]


OUTCOMES = tuple(f"allow.{manner}" for manner in MANNERS) + tuple(f"dont.{manner}" for manner in MANNERS) + ("ignored",)


def ends(course: Course) -> Codes:
    """Codes of `End`, shape ``(n,)``."""
    allowed = course.answers.allowed
    return np.where(
        allowed, np.where(course.funnel.withdrawn == NEVER, np.int8(End.YES), np.int8(End.WITHDRAWN)), np.int8(End.NO)
    )


def outcomes(course: Course) -> Codes:
    """Places in `OUTCOMES`, shape ``(n,)``; a yes by doing nothing counts as ignored."""
    manner = course.answers.manner
    code = np.where(course.answers.allowed, manner, manner + np.int8(len(MANNERS)))
    return np.where(manner == NEVER, np.int8(len(OUTCOMES) - 1), code).astype(np.int8)


def why(first: Course, second: Course) -> Codes:
    """For each person whose ends differ, the step at which they part, as a code of `Why`; 0 for the others."""
    differ = ends(first) != ends(second)
    cause = part(first.answers, second.answers).astype(np.int8)
    cause[cause.astype(bool) & (first.prompts != second.prompts)] = Why.ASKED_AGAIN
    both = first.answers.allowed & second.answers.allowed
    stage = np.minimum(first.funnel.stage, second.funnel.stage)
    parted = first.funnel.stage != second.funnel.stage
    search = np.where(parted, np.int8(Why.AWARE) + stage, np.int8(Why.IN_TIME)).astype(np.int8)
    late = both & (first.prompts != second.prompts)
    cause = np.where(both, np.where(late, np.int8(Why.ASKED_AGAIN), search), cause)
    return np.where(differ, cause, np.int8(Why.NONE)).astype(np.int8)


assert int(Why.SLIPPED) == int(Cause.SLIPPED), "the first codes are those of the model"
assert Why.HELD_ON - Why.AWARE == FunnelStage.WITHDRAWN - FunnelStage.NOTICED, "one cause for each stage of the way out"
