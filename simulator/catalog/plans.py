"""From an experiment's id, or file, to a plan with everything that it names."""

from pathlib import Path

from simulator.catalog.load import (
    load_analyzer_profile,
    load_app,
    load_behaviour,
    load_experiment,
    load_life_kind,
    load_prompt,
    load_terms,
)
from simulator.catalog.shelf import find
from simulator.consent.app import App
from simulator.domain.errors import ScenarioError
from simulator.domain.shelf import Shelf
from simulator.experiment.design import MOST_PEOPLE, Experiment
from simulator.experiment.plan import Plan, build_world
from simulator.population.counts import ACTIVITY, DAYS_A_MONTH
from simulator.population.kinds import LifeKind

MOST_PHOTOS = 30_000  # of one phone


def load_plan(name: str, *, people: int | None = None, seed: int | None = None) -> Plan:
    """An experiment, ready to be run; what is given here stands in for what it says itself.

    Raises:
        ScenarioError: one of the files cannot be read or makes no sense, or nobody takes part.
    """
    experiment = load_experiment(name)
    path = find(Shelf.EXPERIMENTS, name)
    wanted = experiment.people if people is None else people
    if not 1 <= wanted <= MOST_PEOPLE:
        raise ScenarioError(path, "people", f"expected 1 to {MOST_PEOPLE}, found {wanted}")
    app = load_app(experiment.app)
    lives = tuple(load_life_kind(life) for life in experiment.lives)
    _check_amounts(path, experiment, app, lives)
    return Plan(
        experiment=experiment,
        people=wanted,
        seed=experiment.seed if seed is None else seed,
        lives=lives,
        profile=load_analyzer_profile(experiment.analyzer),
        parameters=load_behaviour(experiment.behaviour),
        worlds=tuple(build_world(arm, load_prompt(arm.prompt), load_terms(arm.terms), app) for arm in experiment.arms),
    )


def _check_amounts(path: Path, experiment: Experiment, app: App, lives: tuple[LifeKind, ...]) -> None:
    """Photos are counted in 16 bits."""
    if app.selection.per_day * experiment.days > MOST_PHOTOS:
        raise ScenarioError(path, "days", f"{app.id} may send more than {MOST_PHOTOS} photos in so many days")
    months = (experiment.earlier + experiment.days) / DAYS_A_MONTH
    for life in lives:
        expected = sum(habit.per_month for habit in life.habits) * max(ACTIVITY) * months
        # Nobody takes twice as many as are expected of the most active, where these are thousands.
        if 2 * expected > MOST_PHOTOS:
            raise ScenarioError(path, "lives", f"{life.id} may take more than {MOST_PHOTOS} photos in so many days")
