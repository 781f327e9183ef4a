"""Law 3: created = alive + scheduled + deleted + silent, at every step; deleted stays deleted."""

from contextlib import suppress

import pytest
from hypothesis import given
from ledgers import any_events, created, ledger_of, one_photo, patiently

from simulator.domain.categories import DataCategory
from simulator.domain.errors import LedgerError
from simulator.domain.events import Event, HoldingDeleted, HoldingKept, HoldingScheduled, PhoneWentOffline
from simulator.domain.holding import HoldingState
from simulator.retention.ledger import EMPTY, Ledger, apply, apply_all
from simulator.retention.totals import Totals, totals

PHOTO, LABELS = "p1/photo.original", "p1/photo.labels"


def scheduled(item: str, day: int = 3, clause: str = "removal") -> HoldingScheduled:
    return HoldingScheduled(day=day, item=item, clause=clause, begins=day + 30, ends=None)


def deleted(item: str, day: int = 40, clause: str = "removal") -> HoldingDeleted:
    return HoldingDeleted(day=day, item=item, clause=clause)


def kept(item: str, clause: str | None = None, day: int = 3) -> HoldingKept:
    return HoldingKept(day=day, item=item, clause=clause)


def state(ledger: Ledger, item: str) -> HoldingState:
    return ledger.entries[item].state


def test_a_photo_is_created_promised_to_go_and_gone() -> None:
    ledger = one_photo()
    seen = [state(ledger, PHOTO)]
    for event in (scheduled(PHOTO), deleted(PHOTO)):
        ledger = apply(ledger, event)
        seen.append(state(ledger, PHOTO))
    assert seen == [HoldingState.ALIVE, HoldingState.SCHEDULED, HoldingState.DELETED]
    assert ledger.is_deleted(PHOTO)
    assert not ledger.is_deleted(LABELS)
    assert not ledger.is_deleted("nothing")


def test_kept_by_a_clause_is_alive_and_kept_by_none_is_silent() -> None:
    assert state(apply(one_photo(), kept(PHOTO, "licence")), PHOTO) is HoldingState.ALIVE
    assert state(apply(one_photo(), kept(PHOTO)), PHOTO) is HoldingState.SILENT


def test_a_ledger_is_never_changed_in_place() -> None:
    before = one_photo()
    after = apply(before, scheduled(PHOTO))
    assert state(before, PHOTO) is HoldingState.ALIVE
    assert state(after, PHOTO) is HoldingState.SCHEDULED
    with pytest.raises(TypeError):
        after.entries["x"] = after.entries[PHOTO]  # type: ignore[index]


def test_events_about_other_things_leave_the_ledger_as_it_is() -> None:
    ledger = one_photo()
    assert apply(ledger, PhoneWentOffline(day=1)) is ledger


@pytest.mark.parametrize(
    ("events", "problem"),
    [
        ([created(PHOTO)], "created before; give it the id p1/photo.original#2"),
        ([deleted(PHOTO), created(PHOTO)], "created before"),
        ([deleted(PHOTO), deleted(PHOTO)], "was deleted on day 40"),
        ([deleted(PHOTO), scheduled(PHOTO)], "was deleted on day 40"),
        ([deleted(PHOTO), kept(PHOTO)], "was deleted on day 40"),
        ([scheduled(PHOTO), kept(PHOTO)], "only deletion can follow"),
        ([deleted("p9/photo.original")], "never created"),
        ([scheduled("p9/photo.original")], "never created"),
        ([kept("p9/photo.original")], "never created"),
        ([created("x/photo.labels", parents=["p9/photo.original"])], "which was never held"),
    ],
)
def test_what_contradicts_the_ledger_is_refused(events: list[Event], problem: str) -> None:
    with pytest.raises(LedgerError, match=problem):
        apply_all(one_photo(), events)


def test_what_is_uploaded_again_is_a_new_holding() -> None:
    ledger = apply_all(one_photo(), [deleted(PHOTO), created(f"{PHOTO}#2", day=50)])
    assert state(ledger, PHOTO) is HoldingState.DELETED
    assert state(ledger, f"{PHOTO}#2") is HoldingState.ALIVE
    assert totals(ledger)[DataCategory.ORIGINAL] == Totals(alive=1, scheduled=0, deleted=1, silent=0)


@patiently
@given(any_events())
def test_created_is_alive_and_scheduled_and_deleted_and_silent_at_every_step(events: list[Event]) -> None:
    ledger, creations, gone = EMPTY, 0, set[str]()
    for event in events:
        before = ledger
        with suppress(LedgerError):
            ledger = apply(ledger, event)
        creations += len(ledger.entries) - len(before.entries)
        counted = totals(ledger).values()
        assert creations == sum(one.alive + one.scheduled + one.deleted + one.silent for one in counted)
        now = {item for item, entry in ledger.entries.items() if entry.state is HoldingState.DELETED}
        assert gone <= now
        gone = now


@patiently
@given(any_events())
def test_applying_all_at_once_is_applying_one_by_one(events: list[Event]) -> None:
    ledger, accepted = EMPTY, []
    for event in events:
        with suppress(LedgerError):
            ledger = apply(ledger, event)
            accepted.append(event)
    assert apply_all(EMPTY, accepted) == ledger


def test_totals_come_in_the_order_of_the_categories() -> None:
    ledger = ledger_of(created("roll/roll.metadata"), created(PHOTO))
    assert list(totals(ledger)) == [DataCategory.ORIGINAL, DataCategory.ROLL_METADATA]
