"""What is made from what, held against the stories that make it."""

import pytest
from truth import perform_truthfully

from simulator.catalog.load import load_scenario
from simulator.catalog.shelf import Kind, names
from simulator.domain.categories import DataCategory
from simulator.domain.data_kinds import DATA_KINDS
from simulator.domain.events import HoldingCreated, HoldingReturned, RequestDenied
from simulator.terms.lineage import ancestors


def test_no_kind_of_data_is_made_from_itself() -> None:
    for category in DataCategory:
        above = list(ancestors(category))
        assert category not in above
        assert len(above) == len(set(above))


def test_the_nearest_ancestors_come_first() -> None:
    assert list(ancestors(DataCategory.PERSON_CLUSTER)) == [DataCategory.FACE_TEMPLATE, DataCategory.ORIGINAL]


@pytest.mark.parametrize("story", names(Kind.STORIES))
def test_stories_make_things_from_what_the_lineage_names_and_hold_them_for_that_purpose(story: str) -> None:
    scenario = load_scenario(story)
    kinds: dict[str, DataCategory] = {}
    by_id = {clause.id: clause for clause in scenario.terms.clauses}
    for event in perform_truthfully(scenario):
        match event:
            case HoldingReturned(holding=holding):
                # What a fault brings back is made from what it was before.
                kinds[holding.id] = holding.category
                before = {holding.category, *DATA_KINDS[holding.category].made_from}
                assert {kinds[parent] for parent in holding.parents} <= before
            case HoldingCreated(holding=holding):
                kinds[holding.id] = holding.category
                assert {kinds[parent] for parent in holding.parents} <= set(DATA_KINDS[holding.category].made_from)
                if holding.clause is not None:
                    assert DATA_KINDS[holding.category].held_for in by_id[holding.clause].purposes
            case RequestDenied(category=category, purpose=purpose):
                assert DATA_KINDS[category].held_for is purpose
            case _:
                pass
