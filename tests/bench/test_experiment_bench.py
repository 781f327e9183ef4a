"""What a million people cost. Run by ``make bench``; a timing is never an assertion."""

import subprocess
import sys
from dataclasses import replace
from time import process_time

import numpy as np
import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from simulator.api.experiment.pool import pool
from simulator.catalog.plans import load_plan
from simulator.experiment.metric import Metric
from simulator.experiment.plan import Plan
from simulator.experiment.replay import replay
from simulator.experiment.rows.play import play
from simulator.experiment.run import run

MILLION = 1_000_000


def one_arm(people: int) -> Plan:
    """The first arm of the experiment on settings: sixty days, everybody asked once."""
    plan = load_plan("settings-depth", people=people)
    return replace(plan, worlds=plan.worlds[:1])


def test_a_million_people_on_one_core(benchmark: BenchmarkFixture) -> None:
    plan = one_arm(MILLION)
    benchmark.pedantic(lambda: [done.batch for done in run(plan)], rounds=3, warmup_rounds=1)
    benchmark.extra_info["days"] = plan.experiment.days


def test_a_million_people_on_two_workers(benchmark: BenchmarkFixture) -> None:
    plan = one_arm(MILLION)
    benchmark.pedantic(lambda: [done.batch for done in run(plan, mapper=pool(2))], rounds=3)


def test_answers_alone_of_a_million_people(benchmark: BenchmarkFixture) -> None:
    plan = one_arm(MILLION)
    batches = [np.arange(first, first + 50_000, dtype=np.uint64) for first in range(0, MILLION, 50_000)]
    benchmark.pedantic(lambda: [len(play(plan, persons, photos=False)) for persons in batches], rounds=3)


def test_peak_memory_of_ten_million_people(benchmark: BenchmarkFixture) -> None:
    program = (
        "import resource\n"
        "from dataclasses import replace\n"
        "from simulator.catalog.plans import load_plan\n"
        "from simulator.experiment.run import run\n"
        "plan = load_plan('settings-depth', people=10_000_000)\n"
        "total = None\n"
        "for done in run(replace(plan, worlds=plan.worlds[:1])):\n"
        "    total = done.tally if total is None else total + done.tally\n"
        "assert total.people == 10_000_000\n"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)\n"
    )

    def count() -> str:
        return subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout

    told = benchmark.pedantic(count, rounds=1)
    benchmark.extra_info["peak MiB"] = float(told)


def test_one_thousand_replays_of_a_field_test(benchmark: BenchmarkFixture) -> None:
    plan = load_plan("re-prompt")
    told = benchmark.pedantic(lambda: replay(plan, Metric.FIDELITY, 1, replays=1000), rounds=1)
    benchmark.extra_info["false alarms"] = told.false_alarms


def test_per_person_against_mesa(benchmark: BenchmarkFixture) -> None:
    pytest.importorskip("mesa", reason="pip install mesa, to compare")
    from mesa_model import run as run_mesa

    people, plan = 1000, one_arm(200_000)

    def ratio() -> float:
        begun = process_time()
        run_mesa(people, plan.experiment.days)
        between = process_time()
        for _ in run(plan):
            pass
        return ((between - begun) / people) / ((process_time() - between) / plan.people)

    benchmark.extra_info["times faster per person"] = round(benchmark.pedantic(ratio, rounds=3), 1)
