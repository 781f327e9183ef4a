"""Rows are held to the same clauses as stories: the rule that columns apply is what the ledger says."""

from itertools import product

import numpy as np
import pytest
from any_terms import clause, terms_of

from simulator.catalog.load import load_app, load_terms
from simulator.catalog.shelf import names
from simulator.consent.app import check_app
from simulator.domain.categories import DataCategory, Purpose
from simulator.domain.phone import Toggle
from simulator.domain.reading import Reading
from simulator.domain.shelf import Shelf
from simulator.experiment.plan import with_taps
from simulator.experiment.rows.fate import GoneAfter, _gone, read_fates
from simulator.experiment.rows.retained import Rules, photo_days, photos_alive
from simulator.terms.clause import Clock, Retain


def gone_on(fate: GoneAfter, since: int, withdrawn: int | None) -> int | None:
    """The first day without it, or None: kept. What a fate means for one thing."""
    ends = [] if fate.collected is None else [since + fate.collected]
    if withdrawn is None:
        return None if fate.stays_till_withdrawal or not ends else ends[0]
    if fate.withdrawn is not None:
        ends.append(withdrawn + fate.withdrawn)
    if not ends:
        return None
    return max(withdrawn, min(ends)) if fate.stays_till_withdrawal else min(ends)


@pytest.mark.parametrize("name", names(Shelf.TERMS))
def test_the_fate_of_every_kind_of_data_is_the_ledgers(name: str) -> None:
    terms = load_terms(name)
    fates = read_fates(terms)
    held = list(fates[Reading.KINDEST])
    for since, withdrawn in ((0, None), (3, 3), (3, 10), (10, 40), (10, 45)):
        gone = _gone(terms, held, since, withdrawn)
        for reading, category in product(Reading, held):
            assert gone_on(fates[reading][category], since, withdrawn) == gone[reading, category]


@pytest.mark.parametrize(
    "fate",
    [
        GoneAfter(collected=None, withdrawn=None),
        GoneAfter(collected=None, withdrawn=0),
        GoneAfter(collected=None, withdrawn=4),
        GoneAfter(collected=3, withdrawn=None),
        GoneAfter(collected=9, withdrawn=2),
        GoneAfter(collected=3, withdrawn=None, stays_till_withdrawal=True),
    ],
)
def test_columns_count_what_the_fate_of_each_photo_says(fate: GoneAfter) -> None:
    luck = np.random.default_rng(3)
    days, people = 15, 40
    each = luck.integers(0, 3, (days, people))
    withdrawn = np.where(luck.random(people) < 0.5, luck.integers(1, days, people), -1).astype(np.int32)
    for person, day in enumerate(withdrawn.tolist()):
        if day >= 0:
            each[day:, person] = 0
    by_day = np.cumsum(each, axis=0).astype(np.int16)

    def alive(person: int, day: int) -> int:
        left = None if withdrawn[person] < 0 or withdrawn[person] > day else int(withdrawn[person])
        ends = [gone_on(fate, since, left) for since in range(day + 1)]
        return sum(int(each[s, person]) for s, end in enumerate(ends) if end is None or end > day)

    for day in range(days):
        found = photos_alive(fate, by_day, withdrawn, day)
        assert found.tolist() == [alive(person, day) for person in range(people)]
    total = [sum(alive(person, day) for day in range(days)) for person in range(people)]
    assert photo_days(fate, by_day, withdrawn).tolist() == total


@pytest.mark.parametrize("taps", range(1, 9))
def test_a_switch_can_be_moved_to_any_depth(taps: int) -> None:
    app = with_taps(load_app("plaza"), taps)
    check_app(app)
    assert app.taps(Toggle.CLOUD_PROCESSING) == taps
    assert app.taps(Toggle.METADATA_SUGGESTIONS) == taps


def test_the_record_of_an_answer_is_as_old_as_its_yes_or_as_day_0_where_there_is_none() -> None:
    ten_days = clause(
        categories=(DataCategory.CONSENT_RECORD,),
        purposes=(Purpose.PROVE,),
        retain=Retain(clock=Clock.COLLECTION, deadline=10),
    )
    rules = Rules(terms_of(ten_days))
    given, never = np.array([0, 5, -1], np.int32), np.full(3, -1, np.int32)
    counts = np.array([1, 10, 100])

    def alive(day: int) -> int:
        return rules.records_alive(DataCategory.CONSENT_RECORD, counts, given, never, day)[1]

    # Gone ten days after day 0, after day 5, and after day 0.
    assert [alive(day) for day in (9, 10, 14, 15)] == [111, 10, 10, 0]
