"""Somebody who ... for a story: a population searched over the days that its camera rolls cover."""

from collections.abc import Iterator, Sequence

import numpy as np

from simulator.journey.scenario import Scenario
from simulator.population.match import MOST, DaySpan, Searched, draw_facts, search
from simulator.population.query import Query


def find_people(
    query: Query, scenario: Scenario, *, start: int = 0, wanted: int = 1, most: int = MOST
) -> Iterator[Searched]:
    """Rows from ``start`` on of the scenario's life and seed that match; arguments and errors as in `search`."""
    yield from search(query, scenario.life, scenario.seed, _span(scenario), start=start, wanted=wanted, most=most)


def count_rolls(scenario: Scenario, rows: Sequence[int]) -> list[int]:
    """How many photos each of these rows takes; much quicker than taking them."""
    facts = draw_facts(scenario.life, scenario.seed, np.array(rows, np.uint64), _span(scenario))
    counts: list[int] = facts.count("photos").tolist()
    return counts


def _span(scenario: Scenario) -> DaySpan:
    story = scenario.story
    return DaySpan(first_day=story.roll_from, last_day=story.last_day, weekday_of_day_0=story.starts.weekday())
