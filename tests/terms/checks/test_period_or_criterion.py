from dataclasses import replace

from any_terms import clause
from checked import FORBID_ALL, found_in, removal

from simulator.domain.categories import DataCategory, Purpose
from simulator.terms.clause import MODEL_CATEGORIES, Clock

CHECK = "period-or-criterion"


def test_everything_that_may_be_held_and_has_no_clock_is_listed_once() -> None:
    (found,) = found_in(CHECK, removal("photos.go"))
    assert DataCategory.ORIGINAL not in found.categories
    assert set(found.categories) == set(DataCategory) - MODEL_CATEGORIES - {DataCategory.ORIGINAL}


def test_an_event_is_criterion_enough() -> None:
    everything = replace(removal("go", Clock.ACCOUNT_DELETED), categories=(), every_category_except=())
    assert found_in(CHECK, everything) == []


def test_what_may_never_be_held_needs_no_period() -> None:
    assert found_in(CHECK, replace(FORBID_ALL, purposes=tuple(Purpose))) == []
    assert found_in(CHECK, clause()) != []
