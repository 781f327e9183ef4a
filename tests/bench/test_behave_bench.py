"""A million people answer one prompt and look for the way out: columns in batches, one core."""

import numpy as np
from pytest_benchmark.fixture import BenchmarkFixture

from simulator.behaviour.behave import decide
from simulator.behaviour.features import features
from simulator.behaviour.funnel import revoke, settings_path
from simulator.behaviour.traits import traits
from simulator.catalog.load import load_app, load_behaviour, load_prompt

PARAMETERS = load_behaviour()
SHOWN = features(load_prompt("creative-ideas-2025-06"))
PATH = settings_path(load_app("plaza"))
PEOPLE, BATCH = 1_000_000, 50_000


def answer() -> int:
    out = 0
    for first in range(0, PEOPLE, BATCH):
        persons = np.arange(first, first + BATCH, dtype=np.uint64)
        who = traits(7, persons, PARAMETERS)
        answers = decide(SHOWN, who, PARAMETERS, 7, persons)
        given = np.zeros(BATCH, np.int32)
        left = revoke(who, answers, PATH, PARAMETERS, seed=7, persons=persons, given=given, last_day=60)
        out += int((left.withdrawn >= 0).sum())
    return out


def test_a_million_answers(benchmark: BenchmarkFixture) -> None:
    assert benchmark.pedantic(answer, rounds=3) > 0
