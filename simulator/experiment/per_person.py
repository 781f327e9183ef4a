"""Rows as a table: one line for each person in each arm."""

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from simulator.domain.categories import Theme
from simulator.experiment.metric import PLACE
from simulator.experiment.outcome import End
from simulator.experiment.plan import Plan
from simulator.experiment.rows.ends import OUTCOMES, ends, outcomes
from simulator.experiment.rows.play import Persons, WorldRows
from simulator.population.cohort import pick_lives

Columns = Mapping[str, NDArray[Any]]


def as_columns(plan: Plan, persons: Persons, rows: tuple[WorldRows, ...]) -> Columns:
    """Columns of ``arms x n`` lines, arm by arm: who, in which arm, what was answered and when, and every metric.

    ``given`` and ``withdrawn`` are days of the story, -1 for never; ``photos.<theme>`` counts the photos sent.
    """
    lives = np.array([life.id for life in plan.lives])[pick_lives(plan.weights, plan.seed, persons)]
    named = np.array(OUTCOMES)
    told = np.array([end.name.lower() for end in End])
    columns: dict[str, NDArray[Any]] = {
        "person": np.tile(persons, len(rows)),
        "life": np.tile(lives, len(rows)),
        "arm": np.repeat([world.arm.id for world in plan.worlds], len(persons)),
        "wanted": np.concatenate([row.course.answers.wanted for row in rows]),
        "outcome": np.concatenate([named[outcomes(row.course)] for row in rows]),
        "end": np.concatenate([told[ends(row.course)] for row in rows]),
        "given": np.concatenate([row.course.given for row in rows]),
        "withdrawn": np.concatenate([row.course.funnel.withdrawn for row in rows]),
    }
    for metric, place in PLACE.items():
        columns[metric.value] = np.concatenate([row.metrics[place] for row in rows])
    for place, theme in enumerate(Theme):
        columns[f"photos.of.{theme}"] = np.concatenate([row.themes[place] for row in rows])
    return columns
