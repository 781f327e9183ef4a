"""What a story declares to go wrong, one fault at a time."""

from dataclasses import replace

import pytest
from truth import perform_truthfully as perform

from simulator.catalog.load import load_scenario
from simulator.domain.categories import DataCategory
from simulator.domain.errors import RollcallError
from simulator.domain.events import (
    ConsentWithdrawn,
    DeletionMissed,
    FaultKind,
    FaultOccurred,
    HoldingDeleted,
    HoldingKept,
    HoldingReturned,
    HoldingScheduled,
    PhotoUploaded,
    WithdrawalReceived,
)
from simulator.domain.holding import HoldingState
from simulator.journey.scenario import Scenario
from simulator.journey.story import check_story
from simulator.journey.summary import world_on
from simulator.journey.world import fold
from simulator.retention.faults import Fault
from simulator.retention.totals import band
from simulator.retention.why import explain


def with_faults(scenario: Scenario, *faults: Fault) -> Scenario:
    return replace(scenario, story=replace(scenario.story, faults=faults))


def test_what_a_backup_brings_back_is_a_new_holding_made_from_the_old_and_settled_anew() -> None:
    scenario = load_scenario("backup-restored")
    events = perform(scenario)
    back = [event for event in events if isinstance(event, HoldingReturned)]
    promised = {event.item: event.begins for event in events if isinstance(event, HoldingScheduled) and event.day == 50}
    world = fold(events)
    for event in back:
        assert event.holding.parents == (event.holding.id.removesuffix("#2"),)
        assert world.ledger.is_deleted(event.holding.parents[0])
        assert promised[event.holding.id] == 50 + 30
    said = " ".join(explain(world.ledger, scenario.terms, back[0].holding.id, 60))
    assert "a fault that the story declares: backup_restore-50" in said


def test_a_backup_brings_back_only_what_was_deleted_within_its_days() -> None:
    scenario = load_scenario("backup-restored")
    (fault,) = scenario.story.faults
    events = perform(with_faults(scenario, replace(fault, days=5)))
    gone = {event.day for event in events if isinstance(event, HoldingDeleted)}
    assert gone == {44}
    assert not any(isinstance(event, HoldingReturned) for event in events)


def test_a_lost_deletion_leaves_the_promise_overdue_and_the_thing_held_under_both_readings() -> None:
    scenario = load_scenario("delete-lost")
    events = perform(scenario)
    ledger = fold(events).ledger
    originals = [entry for entry in ledger.entries.values() if entry.holding.category is DataCategory.ORIGINAL]
    assert {(e.state, e.missed_by, e.late) for e in originals} == {(HoldingState.SCHEDULED, "delete_lost-14", None)}
    assert band(ledger, 60, scenario.terms)[DataCategory.ORIGINAL] == (len(originals), len(originals))
    assert "it never happens" in " ".join(explain(ledger, scenario.terms, originals[0].holding.id, 60))


def test_a_deletion_from_collection_can_be_lost_too() -> None:
    lost = Fault(day=0, what=FaultKind.DELETE_LOST, categories=(DataCategory.ORIGINAL,))
    scenario = with_faults(load_scenario("never-noticed", terms="gdpr-strict"), lost)
    states = [
        (entry.state, entry.clause)
        for entry in fold(perform(scenario)).ledger.entries.values()
        if entry.missed_by is not None
    ]
    assert states
    assert set(states) == {(HoldingState.SCHEDULED, "storage.limit")}


def test_a_cache_delays_what_was_made_from_photos_and_nothing_else() -> None:
    events = perform(load_scenario("cache-lagged"))
    missed = {event.item: event for event in events if isinstance(event, DeletionMissed)}
    gone = {event.item: event.day for event in events if isinstance(event, HoldingDeleted)}
    assert all(gone[item] == 14 + 21 for item in missed)
    assert {item.split("/")[1] for item, day in gone.items() if day == 14} == {
        "photo.original",
        "roll.metadata",
        "log.interaction",
    }


def test_a_loss_outlasts_a_lag() -> None:
    lost = Fault(day=20, what=FaultKind.DELETE_LOST, categories=(DataCategory.LABELS,))
    lagged = load_scenario("cache-lagged")
    before = replace(lost, day=0)
    events = perform(with_faults(lagged, *lagged.story.faults, before))
    by = {event.fault for event in events if isinstance(event, DeletionMissed) and "photo.labels" in event.item}
    assert by == {before.name}
    # What was late already when the loss began is not lost as well.
    later = perform(with_faults(lagged, *lagged.story.faults, lost))
    assert {event.fault for event in later if isinstance(event, DeletionMissed)} == {"cache_lag-0"}


def test_after_a_reinstall_photos_are_sent_again_only_while_the_yes_stands() -> None:
    sent = [event.photo for event in perform(load_scenario("reinstalled")) if isinstance(event, PhotoUploaded)]
    assert len(sent) > len(set(sent))
    after_no = perform(load_scenario("reinstalled-after-revoke"))
    (off,) = [event.day for event in after_no if isinstance(event, ConsentWithdrawn)]
    assert not any(isinstance(event, PhotoUploaded) and event.day >= off for event in after_no)


def test_what_is_sent_again_names_the_reinstall() -> None:
    events = perform(load_scenario("reinstalled"))
    again = {event.fault for event in events if isinstance(event, HoldingReturned)}
    assert again == {"reupload_after_reinstall-40"}


def test_the_phones_permission_stops_uploads_and_starts_no_clock() -> None:
    events = perform(load_scenario("permission-withdrawn"))
    assert max(event.day for event in events if isinstance(event, PhotoUploaded)) < 14
    clocks = ConsentWithdrawn | WithdrawalReceived | HoldingScheduled | HoldingKept | HoldingDeleted
    assert not any(isinstance(event, clocks) for event in events)


def test_the_end_of_an_account_starts_its_own_clock_and_leaves_the_rest_unsaid() -> None:
    scenario = load_scenario("account-deleted")
    events = perform(scenario)
    clauses = {event.clause for event in events if isinstance(event, HoldingScheduled)}
    assert clauses == {"photos.delete-account"}
    assert max(event.day for event in events if isinstance(event, PhotoUploaded)) < 14
    silent = fold(events).ledger.entries["consent-1/log.consent"]
    assert silent.state is HoldingState.SILENT


def test_what_a_withdrawal_left_unsaid_an_end_of_the_account_may_settle() -> None:
    ended = Fault(day=30, what=FaultKind.ACCOUNT_DELETED)
    scenario = with_faults(load_scenario("later-revoke", terms="google-photos-face-groups"), ended)
    events = perform(scenario)
    before = world_on(events, 29).ledger.entries
    by_account = {event.item for event in events if isinstance(event, HoldingScheduled) and event.day == 30}
    assert all(before[item].state is HoldingState.SILENT for item in by_account)


def test_a_declared_fault_begins_on_its_day_even_if_nothing_comes_of_it() -> None:
    fault = Fault(day=5, what=FaultKind.REUPLOAD_AFTER_REINSTALL)
    events = perform(with_faults(load_scenario("pop-up-declined"), fault))
    assert [(event.day, event.fault) for event in events if isinstance(event, FaultOccurred)] == [(5, fault.name)]


@pytest.mark.parametrize(
    ("faults", "complaint"),
    [
        ([Fault(day=99, what=FaultKind.CACHE_LAG, days=3)], "expected a day from 0"),
        ([Fault(day=9, what=FaultKind.CACHE_LAG)], "it needs 'days'"),
        ([Fault(day=9, what=FaultKind.DELETE_LOST)], "it needs 'categories'"),
        ([Fault(day=9, what=FaultKind.ACCOUNT_DELETED, days=3)], "it has no use for 'days'"),
        ([Fault(day=9, what=FaultKind.BACKUP_RESTORE, days=0)], "expected 1 to"),
        ([Fault(day=9, what=FaultKind.CACHE_LAG, days=3), Fault(day=9, what=FaultKind.CACHE_LAG, days=4)], "twice"),
        ([Fault(day=20, what=FaultKind.ACCOUNT_DELETED)], "comes after the account is deleted"),
        ([Fault(day=40, what=FaultKind.ACCOUNT_DELETED), Fault(day=41, what=FaultKind.ACCOUNT_DELETED)], "once"),
    ],
)
def test_a_fault_that_cannot_happen_is_refused(faults: list[Fault], complaint: str) -> None:
    scenario = load_scenario("accidental-allow")
    with pytest.raises(RollcallError, match=complaint):
        check_story(replace(scenario.story, faults=tuple(faults)), scenario.prompt)
