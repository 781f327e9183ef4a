"""Stories told once by an analyzer that believes the truth, and shared by every test that reads them."""

from functools import cache

from truth import perform_truthfully

from simulator.catalog.load import load_scenario
from simulator.domain.events import Event
from simulator.journey.scenario import Scenario


@cache
def tell(story: str, terms: str | None = None) -> tuple[Scenario, tuple[Event, ...]]:
    scenario = load_scenario(story, terms=terms)
    return scenario, tuple(perform_truthfully(scenario))
