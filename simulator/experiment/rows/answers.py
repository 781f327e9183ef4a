"""What people answered and whether they found the way out, as metrics."""

import numpy as np
from numpy.typing import NDArray

from simulator.behaviour.behave import MANNERS
from simulator.behaviour.funnel import FunnelStage
from simulator.domain.days import NEVER
from simulator.domain.events import Manner
from simulator.experiment.metric import PLACE, Metric
from simulator.experiment.rows.course import Course

_ALLOW = {
    Manner.INFORMED: Metric.ALLOW_INFORMED,
    Manner.RELUCTANT: Metric.ALLOW_RELUCTANT,
    Manner.MISTAKEN: Metric.ALLOW_MISTAKEN,
    Manner.SLIP: Metric.ALLOW_SLIP,
    Manner.UNREAD: Metric.ALLOW_UNREAD,
}
_DONT = {
    Manner.INFORMED: Metric.DONT_INFORMED,
    Manner.RELUCTANT: Metric.DONT_RELUCTANT,
    Manner.MISTAKEN: Metric.DONT_MISTAKEN,
    Manner.SLIP: Metric.DONT_SLIP,
    Manner.UNREAD: Metric.DONT_UNREAD,
}
_STAGES = {
    FunnelStage.NOTICED: Metric.NOTICED,
    FunnelStage.LOOKED: Metric.LOOKED,
    FunnelStage.FOUND: Metric.FOUND,
    FunnelStage.SWITCHED: Metric.SWITCHED,
    FunnelStage.WITHDRAWN: Metric.WITHDRAWN,
}


def count_answers(course: Course, metrics: NDArray[np.int32]) -> None:
    """Fill in the metrics that follow from answers alone, ``(metrics, n)``."""
    answers, funnel = course.answers, course.funnel
    allowed, wanted = answers.allowed, answers.wanted
    ignored = answers.manner == NEVER
    columns = {
        Metric.FIDELITY: answers.matches,
        Metric.ALLOW: allowed,
        Metric.DONT: ~allowed,
        Metric.DONT_IGNORED: ~allowed & ignored,
        Metric.WRONG_ALLOW: allowed & ~wanted,
        Metric.WRONG_DONT: ~allowed & wanted,
        Metric.REGRET: funnel.regrets,
        Metric.PROMPTS: course.prompts,
        Metric.SEARCH_SECONDS: np.rint(funnel.seconds),
    }
    for code, manner in enumerate(MANNERS):
        here = answers.manner == code
        columns[_ALLOW[manner]] = allowed & here
        columns[_DONT[manner]] = ~allowed & here
    # Where doing nothing means yes, nobody read anything: a yes by luck, or by mistake.
    columns[Metric.ALLOW_UNREAD] = columns[Metric.ALLOW_UNREAD] | (allowed & ignored & wanted)
    columns[Metric.ALLOW_MISTAKEN] = columns[Metric.ALLOW_MISTAKEN] | (allowed & ignored & ~wanted)
    for stage, metric in _STAGES.items():
        columns[metric] = funnel.stage >= stage
    for metric, column in columns.items():
        metrics[PLACE[metric]] = column
