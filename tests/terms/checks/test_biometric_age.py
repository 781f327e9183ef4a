from dataclasses import replace

import pytest
from any_terms import clause
from checked import FORBID_ALL, found_in, removal

from simulator.catalog.load import load_terms
from simulator.domain.categories import Purpose
from simulator.terms.checks.biometric_age import BIOMETRIC, FLOORS
from simulator.terms.clause import Clock

CHECK = "biometric-age"


def limit(clock: Clock, days: int, **said: object) -> object:
    return replace(removal("limit", clock, deadline=days, **said), categories=BIOMETRIC)


def test_faces_without_any_limit_fall_short_of_both_floors() -> None:
    laws = [found.says.split()[0] for found in found_in(CHECK, clause())]
    assert laws == ["BIPA", "CUBI"]


@pytest.mark.parametrize(
    ("clock", "days", "short_of"),
    [
        (Clock.COLLECTION, 365, []),
        (Clock.COLLECTION, 1095, ["CUBI"]),
        (Clock.COLLECTION, 1096, ["BIPA", "CUBI"]),
        (Clock.LAST_INTERACTION, 1095, ["CUBI"]),
        (Clock.PURPOSE_MET, 365, ["BIPA"]),
        (Clock.WITHDRAWAL, 30, ["BIPA"]),
        (Clock.PHOTO_DELETED, 0, ["BIPA", "CUBI"]),
    ],
)
def test_a_limit_counts_for_the_floor_whose_clock_it_runs_on(clock: Clock, days: int, short_of: list[str]) -> None:
    assert [found.says.split()[0] for found in found_in(CHECK, limit(clock, days))] == short_of


def test_backups_count_and_a_begin_is_no_end() -> None:
    assert found_in(CHECK, limit(Clock.COLLECTION, 360, backup_extra=6))[0].clauses == ("limit",)
    endless = replace(removal("begins", Clock.COLLECTION), categories=BIOMETRIC)
    assert [found.clauses for found in found_in(CHECK, endless)] == [("begins",), ("begins",)]


def test_faces_that_may_not_be_told_apart_need_no_limit() -> None:
    assert found_in(CHECK, replace(FORBID_ALL, purposes=tuple(Purpose))) == []


@pytest.mark.parametrize(
    ("law", "terms", "clock"),
    [("BIPA", "bipa-floor", Clock.LAST_INTERACTION), ("CUBI", "cubi-floor", Clock.PURPOSE_MET)],
)
def test_the_floors_are_those_of_the_shipped_sets(law: str, terms: str, clock: Clock) -> None:
    (floor,) = [floor for floor in FLOORS if floor.law == law]
    said = [each.retain.deadline for each in load_terms(terms).clauses if each.retain and each.retain.clock is clock]
    assert floor.days in said
