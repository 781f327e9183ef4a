"""Two ledgers of the same life, thing by thing."""

from hypothesis import given
from ledgers import any_creations, created, ledger_of, one_photo, patiently

from simulator.domain.categories import DataCategory
from simulator.domain.events import HoldingCreated, HoldingDeleted, HoldingKept, HoldingScheduled
from simulator.domain.holding import HoldingState
from simulator.retention.compare import compare_ledgers
from simulator.retention.ledger import EMPTY, apply_all

PHOTO, LABELS = "p1/photo.original", "p1/photo.labels"


@patiently
@given(any_creations())
def test_a_ledger_differs_from_itself_in_nothing_and_from_none_in_everything(events: list[HoldingCreated]) -> None:
    ledger = ledger_of(*events)
    assert list(compare_ledgers(ledger, ledger)) == []
    assert [each.item for each in compare_ledgers(EMPTY, ledger)] == list(ledger.entries)


def test_a_thing_that_only_one_of_them_ever_had_is_told_as_never_held_by_the_other() -> None:
    (found,) = compare_ledgers(one_photo(), ledger_of(created(PHOTO)))
    assert (found.item, found.category, found.after) == (LABELS, DataCategory.LABELS, None)


def test_states_and_days_are_differences_and_the_names_of_clauses_are_none() -> None:
    def promised(clause: str, begins: int) -> HoldingScheduled:
        return HoldingScheduled(day=3, item=PHOTO, clause=clause, begins=begins, ends=None)

    one, other = (apply_all(one_photo(), [promised(clause, 9)]) for clause in ("this", "that"))
    assert list(compare_ledgers(one, other)) == []
    assert [each.item for each in compare_ledgers(one, apply_all(one_photo(), [promised("this", 8)]))] == [PHOTO]


def test_the_day_on_which_it_went_counts_and_the_promise_that_led_there_does_not() -> None:
    gone = [apply_all(one_photo(), [HoldingDeleted(day=day, item=PHOTO, clause="removal")]) for day in (5, 6)]
    (found,) = compare_ledgers(*gone)
    assert found.before is not None
    assert (found.before.state, found.before.changed) == (HoldingState.DELETED, 5)


def test_to_be_kept_by_a_clause_and_to_be_kept_by_none_is_not_the_same() -> None:
    permitted = apply_all(one_photo(), [HoldingKept(day=3, item=PHOTO, clause="kept")])
    assert [each.item for each in compare_ledgers(permitted, one_photo())] == [PHOTO]
