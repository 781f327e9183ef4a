"""Stories told once by an analyzer that believes the truth, and shared by every test that reads them."""

import os
from functools import cache
from pathlib import Path

from truth import perform_truthfully

from simulator.catalog.load import load_scenario
from simulator.domain.events import Event
from simulator.journey.scenario import Forked, Scenario
from simulator.store.database import open_database
from simulator.store.record import record
from simulator.store.runs import begin_run


@cache
def tell(story: str, terms: str | None = None) -> tuple[Scenario, tuple[Event, ...]]:
    scenario = load_scenario(story, terms=terms)
    return scenario, tuple(perform_truthfully(scenario))


def store(story: str, forked: Forked | None = None) -> str:
    """Record the story in the database that the commands use, as a finished run; its name."""
    scenario, events = tell(story)
    with open_database(Path(os.environ["ROLLCALL_DB"])) as database:
        run = begin_run(
            database,
            story=story,
            terms=scenario.terms.id,
            prompt=scenario.prompt.id,
            seed=scenario.seed,
            started_at="2025-06-27",
            model=None,
            versions={},
            forked=forked,
        )
        list(record(database, run, events))
    return run.name
