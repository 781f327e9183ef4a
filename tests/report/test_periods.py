"""A period says from when, how long until deletion begins and ends, and what of it nobody said."""

import pytest

from simulator.catalog.load import load_terms
from simulator.catalog.shelf import names
from simulator.domain.categories import DataCategory
from simulator.domain.shelf import Shelf
from simulator.report.exports.periods import clocks, period_as_record, tell_period
from simulator.report.exports.stated import NOT_STATED
from simulator.terms.clause import Clause, Clock, Effect, Retain, Source, Status, Terms
from simulator.terms.fate import Fate, after_withdrawal

SOURCE = Source(title="A notice", url="https://example.org/notice", quoted="as we said", retrieved="2025-05")


def with_removal(retain: Retain | None, *, effect: Effect = Effect.PERMIT) -> Terms:
    clause = Clause(
        id="photos.kept",
        effect=effect,
        categories=(DataCategory.ORIGINAL,),
        purposes=("store",),
        status=Status.STATED,
        source=SOURCE,
        says="So it is said.",
        retain=retain,
    )
    return Terms(
        id="mine",
        title="Mine",
        company="Example",
        jurisdiction="anywhere",
        in_force_from="2025-05-01",
        about="For a test.",
        clauses=(clause,),
    )


@pytest.mark.parametrize(
    ("retain", "told"),
    [
        ({"begin_delete_after": 30}, "from the withdrawal: deletion begins after 30 days, end not stated"),
        ({"begin_delete_after": 0, "deadline": 1}, "from the withdrawal: deletion begins at once, ends after 1 day"),
        (
            {"deadline": 90, "backup_extra": 90, "clock": Clock.PHOTO_DELETED},
            "from its deletion by its owner: begin of deletion not stated, ends after 90 days, backups 90 days later",
        ),
    ],
)
def test_a_period_is_one_line(retain: dict, told: str) -> None:
    terms = with_removal(Retain(**{"clock": Clock.WITHDRAWAL, **retain}))
    assert tell_period(terms, DataCategory.ORIGINAL).startswith(f"{told} (photos.kept)")


def test_what_goes_with_the_photo_has_the_period_of_the_photo() -> None:
    terms = with_removal(Retain(clock=Clock.WITHDRAWAL, deadline=10, covers_derived=True))
    assert [rule.id for rule, _ in clocks(terms, DataCategory.LABELS)] == ["photos.kept"]
    silent = with_removal(Retain(clock=Clock.WITHDRAWAL, deadline=10))
    assert tell_period(silent, DataCategory.LABELS) == NOT_STATED
    assert period_as_record(silent, DataCategory.LABELS)["periods"] == NOT_STATED


@pytest.mark.parametrize(("effect", "fate"), [(Effect.PERMIT, "stays"), (Effect.FORBID, "goes")])
def test_leave_to_stay_and_its_opposite_without_days_have_no_period(effect: Effect, fate: str) -> None:
    terms = with_removal(None, effect=effect)
    told = f"after the withdrawal: {fate}, no period stated (photos.kept)"
    assert tell_period(terms, DataCategory.ORIGINAL) == told


@pytest.mark.parametrize("name", names(Shelf.TERMS))
def test_only_what_no_clause_decides_is_not_stated(name: str) -> None:
    terms = load_terms(name)
    for category in DataCategory:
        undecided = after_withdrawal(terms, category).fate is Fate.NOT_SAID and not clocks(terms, category)
        assert (tell_period(terms, category) == NOT_STATED) is undecided
