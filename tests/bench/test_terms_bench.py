"""How fast terms decide, and how fast a ledger stands at any day. Run by ``make bench``, which asserts nothing."""

from itertools import combinations

import pytest
from pytest_benchmark.fixture import BenchmarkFixture
from truth import perform_truthfully

from simulator.catalog.load import load_scenario, load_terms
from simulator.domain.categories import DataCategory, Fact, Purpose
from simulator.journey.summary import world_on
from simulator.terms.decide import DecisionTable, Request, decide

pytestmark = pytest.mark.benchmark(group="terms and the ledger")


def every_request() -> list[Request]:
    subsets = [frozenset(facts) for size in range(len(Fact) + 1) for facts in combinations(Fact, size)]
    return [
        Request(category=category, purpose=purpose, facts=facts)
        for category in DataCategory
        for purpose in Purpose
        for facts in subsets
    ]


def test_build_a_decision_table(benchmark: BenchmarkFixture) -> None:
    benchmark(DecisionTable.of, load_terms("meta-2026-05-us"))


def test_make_every_decision_of_a_table(benchmark: BenchmarkFixture) -> None:
    table = DecisionTable.of(load_terms("meta-2026-05-us"))
    requests = every_request()
    benchmark.extra_info["decisions"] = len(requests)
    benchmark(lambda: [decide(table, request) for request in requests])


def test_the_ledger_of_a_long_story_at_its_last_day(benchmark: BenchmarkFixture) -> None:
    scenario = load_scenario("edited-with-ai")
    events = perform_truthfully(scenario)
    world = benchmark(world_on, events, scenario.story.last_day)
    benchmark.extra_info |= {"events": len(events), "things": len(world.ledger.entries)}
