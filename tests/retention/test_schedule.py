"""What a withdrawal and the passing of days do to what is held."""

import pytest
from any_terms import terms_of
from hypothesis import given
from hypothesis import strategies as st
from ledgers import any_creations, created, ledger_of, one_photo, patiently, removal

from simulator.catalog.load import load_terms
from simulator.domain.categories import DataCategory
from simulator.domain.events import Event, HoldingCreated, HoldingDeleted, HoldingKept, HoldingScheduled
from simulator.domain.holding import Holder, HoldingState
from simulator.domain.reading import Reading
from simulator.retention.ledger import Ledger, apply_all
from simulator.retention.schedule import expire, preview, settle
from simulator.retention.totals import band, totals
from simulator.terms.clause import Clock, Effect, Terms

PHOTO, LABELS = "p1/photo.original", "p1/photo.labels"
ORIGINAL = DataCategory.ORIGINAL
REMOVAL = {"begin_delete_after": 30}
KINDEST, HARSHEST = Reading.KINDEST, Reading.HARSHEST
META, STRICT = load_terms("meta-2025-06-test"), load_terms("gdpr-strict")

# Sets of terms that between them take every way through a withdrawal.
VARIANTS = [
    META,
    STRICT,
    terms_of(removal("photos", ORIGINAL, begin_delete_after=30, deadline=60, backup_extra=90)),
    terms_of(removal("photos", ORIGINAL, deadline=10, covers_derived=True, covers_models=False)),
    terms_of(removal("photos", ORIGINAL, deadline=10, covers_derived=False)),
    terms_of(removal("limit", ORIGINAL, DataCategory.LABELS, clock=Clock.COLLECTION, begin_delete_after=5, deadline=9)),
    terms_of(removal("never", DataCategory.LABELS, effect=Effect.FORBID), removal("ever", DataCategory.HOME)),
]


def settled(ledger: Ledger, terms: Terms, day: int = 10) -> dict[str, Event]:
    return {event.item: event for event in settle(ledger, terms, day) if not isinstance(event, HoldingCreated)}


def test_a_promise_counts_from_the_day_the_company_learns_of_the_withdrawal() -> None:
    terms = terms_of(removal("photos", ORIGINAL, begin_delete_after=30, deadline=60))
    promised = HoldingScheduled(day=10, item=PHOTO, clause="photos", begins=40, ends=70)
    assert settled(one_photo(), terms)[PHOTO] == promised


@pytest.mark.parametrize(
    ("covers_derived", "wanted"),
    [
        (True, HoldingScheduled(day=10, item=LABELS, clause="photos", begins=40, ends=None)),
        (False, HoldingKept(day=10, item=LABELS, clause="photos")),
        (None, HoldingKept(day=10, item=LABELS, clause=None)),
    ],
)
def test_derived_data_goes_stays_or_is_not_spoken_of(*, covers_derived: bool | None, wanted: Event) -> None:
    terms = terms_of(removal("photos", ORIGINAL, begin_delete_after=30, covers_derived=covers_derived))
    assert settled(one_photo(), terms)[LABELS] == wanted


def test_what_was_made_from_derived_data_goes_too() -> None:
    ledger = ledger_of(*_chain())
    terms = terms_of(removal("photos", ORIGINAL, deadline=5, covers_derived=True))
    assert {item for item, event in settled(ledger, terms).items() if isinstance(event, HoldingScheduled)} == {
        PHOTO,
        "p1/person.face_template",
        "person-1/person.cluster",
    }


def _chain() -> list[HoldingCreated]:
    return [
        created(PHOTO),
        created("p1/person.face_template", parents=[PHOTO]),
        created("person-1/person.cluster", parents=["p1/person.face_template"]),
        created("idea-1/model.ranking", parents=["person-1/person.cluster"]),
    ]


def test_a_model_is_reached_only_if_models_are_spoken_of() -> None:
    ledger = ledger_of(*_chain())
    weights = "idea-1/model.ranking"
    for covers, wanted in ((None, HoldingKept), (True, HoldingScheduled)):
        terms = terms_of(removal("photos", ORIGINAL, deadline=5, covers_derived=True, covers_models=covers))
        assert isinstance(settled(ledger, terms)[weights], wanted)


def test_leave_to_keep_beats_the_rule_of_the_parents() -> None:
    terms = terms_of(
        removal("photos", ORIGINAL, deadline=5, covers_derived=True), removal("labels.kept", DataCategory.LABELS)
    )
    assert settled(one_photo(), terms)[LABELS] == HoldingKept(day=10, item=LABELS, clause="labels.kept")


def test_forbidden_to_keep_without_a_day_is_a_promise_without_an_end() -> None:
    terms = terms_of(removal("never", ORIGINAL, effect=Effect.FORBID))
    promised = HoldingScheduled(day=10, item=PHOTO, clause="never", begins=10, ends=None)
    assert settled(one_photo(), terms)[PHOTO] == promised


def test_what_the_audience_has_is_out_of_reach() -> None:
    post = created("idea-1/post.shared", parents=[PHOTO], holder=Holder.AUDIENCE)
    terms = terms_of(removal("all", ORIGINAL, DataCategory.SHARED_POST, deadline=0, covers_derived=True))
    ledger = ledger_of(created(PHOTO), post)
    assert settled(ledger, terms)["idea-1/post.shared"] == HoldingKept(day=10, item="idea-1/post.shared", clause=None)


def test_a_second_withdrawal_settles_only_what_is_alive() -> None:
    ledger = apply_all(one_photo(), settle(one_photo(), META, 10))
    ledger = apply_all(ledger, [created("p2/photo.original", day=20)])
    assert list(settled(ledger, META, 25)) == ["p2/photo.original"]


def test_read_kindly_it_is_deleted_when_deletion_begins_and_read_harshly_when_it_must_be_done() -> None:
    terms = terms_of(removal("photos", ORIGINAL, begin_delete_after=30, deadline=60, backup_extra=90))
    ledger = apply_all(one_photo(), settle(one_photo(), terms, 10))
    gone = HoldingDeleted(day=40, item=PHOTO, clause="photos")
    assert list(expire(ledger, terms, 39, KINDEST)) == []
    assert list(expire(ledger, terms, 40, KINDEST)) == [gone]
    assert list(expire(ledger, terms, 159, HARSHEST)) == []
    assert [event.day for event in expire(ledger, terms, 160, HARSHEST)] == [160]


def test_without_a_stated_end_the_harshest_reading_never_ends() -> None:
    ledger = apply_all(one_photo(), settle(one_photo(), META, 10))
    assert list(expire(ledger, META, 100_000, HARSHEST)) == []
    assert [event.item for event in expire(ledger, META, 40, KINDEST)] == [PHOTO]


def test_what_the_terms_are_silent_about_is_never_deleted_and_never_forgotten() -> None:
    ledger = apply_all(one_photo(), settle(one_photo(), META, 10))
    ledger = apply_all(ledger, expire(ledger, META, 40, KINDEST))
    assert ledger.entries[LABELS].state is HoldingState.SILENT
    assert totals(ledger)[DataCategory.LABELS].silent == 1
    assert band(ledger, 40, META)[DataCategory.LABELS] == (0, 1)


def test_a_storage_limit_runs_while_the_consent_stands() -> None:
    ledger = one_photo(day=4)
    assert list(expire(ledger, STRICT, 33, KINDEST)) == []
    assert list(expire(ledger, STRICT, 34, HARSHEST)) == [HoldingDeleted(day=34, item=PHOTO, clause="storage.limit")]


def test_under_the_strict_law_all_is_gone_thirty_days_after_the_withdrawal() -> None:
    ledger = ledger_of(*_chain()[:3])
    ledger = apply_all(ledger, settle(ledger, STRICT, 10))
    ledger = apply_all(ledger, expire(ledger, STRICT, 40, HARSHEST))
    assert all(ledger.is_deleted(item) for item in ledger.entries)


def test_a_preview_is_what_the_withdrawal_then_does() -> None:
    shown = preview(one_photo(), META)
    assert [(ground.item, ground.clause) for ground in shown.goes] == [(PHOTO, "photos.removal")]
    assert [(ground.item, ground.clause) for ground in shown.not_said] == [(LABELS, None)]
    assert shown.stays == ()


@patiently
@given(any_creations(), st.sampled_from(VARIANTS))
def test_the_three_buckets_hold_everything_once_before_and_after(events: list[Event], terms: Terms) -> None:
    before = ledger_of(*events)
    after = apply_all(before, settle(before, terms, 21))
    assert preview(before, terms) == preview(after, terms)
    shown = preview(before, terms)
    named = [ground.item for bucket in (shown.goes, shown.stays, shown.not_said) for ground in bucket]
    assert sorted(named) == sorted(before.entries)
    assert all(ground.clause is not None for ground in (*shown.goes, *shown.stays))
    assert all(ground.clause is None for ground in shown.not_said)


@patiently
@given(any_creations(), st.sampled_from(VARIANTS), st.integers(0, 400))
def test_the_kindest_number_is_never_above_the_harshest(events: list[Event], terms: Terms, day: int) -> None:
    ledger = ledger_of(*events)
    ledger = apply_all(ledger, settle(ledger, terms, 21))
    for kindest, harshest in band(ledger, day, terms).values():
        assert 0 <= kindest <= harshest


@patiently
@given(any_creations(), st.sampled_from(VARIANTS), st.lists(st.integers(21, 300), max_size=4).map(sorted))
def test_the_band_is_the_same_under_whichever_reading_the_story_was_played(
    events: list[Event], terms: Terms, days: list[int]
) -> None:
    start = ledger_of(*events)
    start = apply_all(start, settle(start, terms, 21))
    for reading in Reading:
        ledger = start
        for day in days:
            ledger = apply_all(ledger, expire(ledger, terms, day, reading))
            assert band(ledger, day, terms) == band(start, day, terms)


@patiently
@given(any_creations(), st.sampled_from(VARIANTS), st.sampled_from(Reading), st.integers(21, 300))
def test_what_has_expired_does_not_expire_again(events: list[Event], terms: Terms, reading: Reading, day: int) -> None:
    ledger = ledger_of(*events)
    ledger = apply_all(ledger, settle(ledger, terms, 21))
    ledger = apply_all(ledger, expire(ledger, terms, day, reading))
    assert list(expire(ledger, terms, day, reading)) == []


def test_what_went_for_another_reason_than_its_promise_is_gone_under_both_readings() -> None:
    ledger = apply_all(one_photo(), settle(one_photo(), META, 10))
    by_the_promise = HoldingDeleted(day=40, item=PHOTO, clause="photos.removal")
    by_the_owner = HoldingDeleted(day=40, item=PHOTO, clause="posts.deletion")
    assert band(apply_all(ledger, [by_the_promise]), 40, META)[ORIGINAL] == (0, 1)
    assert band(apply_all(ledger, [by_the_owner]), 40, META)[ORIGINAL] == (0, 0)


def test_a_thing_is_held_from_the_day_of_its_creation_to_the_day_before_its_end_and_on_no_other() -> None:
    terms = terms_of(removal("limit", ORIGINAL, clock=Clock.COLLECTION, begin_delete_after=3, deadline=5))
    ledger = ledger_of(created(PHOTO, day=10))
    # Collected on day 10: gone on day 13 if deletion is done when it begins, on day 15 if it is done at its end.
    assert [band(ledger, day, terms)[ORIGINAL] for day in (9, 10, 12, 13, 14, 15)] == [
        (0, 0),
        (1, 1),
        (1, 1),
        (0, 1),
        (0, 1),
        (0, 0),
    ]
