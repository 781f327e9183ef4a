"""The numbers that stand in the golden files: hashes of stories, tallies of experiments, answers of the model."""

from functools import reduce
from operator import add
from typing import Any, Final

import numpy as np
from truth import perform_truthfully

from simulator.behaviour.behave import MANNERS, Decisions, decide
from simulator.behaviour.features import features
from simulator.behaviour.funnel import Funnel, FunnelStage, revoke, settings_path
from simulator.behaviour.traits import traits
from simulator.catalog.load import load_app, load_behaviour, load_prompt, load_scenario
from simulator.catalog.plans import load_plan
from simulator.catalog.shelf import names
from simulator.domain.log import hash_events
from simulator.domain.shelf import Shelf
from simulator.experiment.run import run

EXPERIMENTS: Final = ("prompt-wording", "re-prompt", "terms")
_PEOPLE, _SEED, _LAST_DAY = 2_000, 7, 59


def hash_stories() -> dict[str, str]:
    """The hash of the event log of each story that ships, with an analyzer that believes the truth."""
    return {story: hash_events(perform_truthfully(load_scenario(story))) for story in names(Shelf.STORIES)}


def count_experiments() -> dict[str, Any]:
    """The whole tally of each of these experiments, for a few people."""
    return {name: _count(name) for name in EXPERIMENTS}


def _count(name: str) -> dict[str, Any]:
    done = run(load_plan(name, people=_PEOPLE, seed=_SEED), size=_PEOPLE // 2)
    return reduce(add, (batch.tally for batch in done)).as_record()


def count_answers() -> dict[str, Any]:
    """How many of a few people come to which step, for each prompt that ships; met for the first and the third time."""
    parameters, persons = load_behaviour("published"), np.arange(_PEOPLE, dtype=np.uint64)
    who, path = traits(_SEED, persons, parameters), settings_path(load_app("plaza"))
    counted = {}
    for prompt in names(Shelf.PROMPTS):
        shown = features(load_prompt(prompt))
        first = decide(shown, who, parameters, _SEED, persons)
        third = decide(shown, who, parameters, _SEED, persons, exposure=2, rested=False)
        way_out = revoke(
            who,
            first,
            path,
            parameters,
            seed=_SEED,
            persons=persons,
            given=np.zeros(_PEOPLE, np.int32),
            last_day=_LAST_DAY,
        )
        counted[prompt] = {"first": _steps(first), "third": _steps(third), "way_out": _stages(way_out)}
    return counted


def _steps(answers: Decisions) -> dict[str, Any]:
    columns = ("answered", "attended", "believed", "meant", "taken", "slipped", "allowed", "wanted", "matches")
    steps: dict[str, Any] = {column: int(getattr(answers, column).sum()) for column in columns}
    manners = {manner.value: int((answers.manner == code).sum()) for code, manner in enumerate(MANNERS)}
    # Seconds are sums of logarithms and exponents, whose last bit differs between processors.
    return {**steps, "manners": manners, "median_seconds": round(float(np.median(answers.seconds)), 4)}


def _stages(way_out: Funnel) -> dict[str, int]:
    stages = {stage.name.lower(): int((way_out.stage == stage).sum()) for stage in FunnelStage}
    days = {"noticed_days": int(way_out.noticed.sum()), "withdrawn_days": int(way_out.withdrawn.sum())}
    return {**stages, "regrets": int(way_out.regrets.sum()), "menus": int(way_out.menus.sum()), **days}
