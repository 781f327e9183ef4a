"""`rollcall terms drift`, as it is typed."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from truth import perform_truthfully

from simulator.catalog.load import load_scenario
from simulator.store.database import open_database
from simulator.store.record import record
from simulator.store.runs import begin_run

META, STRICT = "meta-2025-06-test", "gdpr-strict"
DRIFT = ("terms", "drift", "later-revoke", "--from", META, "--to", STRICT)


@pytest.fixture
def stored_run(rollcall: Callable) -> str:  # noqa: ARG001  (the fixture names the database)
    """A finished run of the story under the first terms, told by an analyzer that believes the truth."""
    scenario = load_scenario("later-revoke", terms=META)
    with open_database(Path(os.environ["ROLLCALL_DB"])) as database:
        run = begin_run(
            database,
            story="later-revoke",
            terms=META,
            prompt=scenario.prompt.id,
            seed=scenario.seed,
            started_at="2025-06-27",
            model=None,
            versions={},
        )
        list(record(database, run, perform_truthfully(scenario)))
    return run.name


def test_what_changed_for_whom_is_told_artefact_by_artefact(rollcall: Callable, stored_run: str) -> None:
    told = rollcall(*DRIFT)
    flat = " ".join(told.out.split())
    assert told.code == 0
    assert all(len(line) <= 80 for line in told.out.splitlines())
    assert "On day 7 the terms become gdpr-strict, and nobody is asked again." in flat
    assert f"with the analyses of run {stored_run}" in flat
    assert "gdpr-strict: gone since day 14, by withdrawal.erases." in flat
    assert "Nobody but the owner is in what is held." in flat
    drifted = json.loads(rollcall(*DRIFT, "--json").out)
    assert (drifted["changed_on"], drifted["analyses_of"]) == (7, stored_run)
    assert drifted["bystanders"]["before"] > drifted["bystanders"]["after"] == 0
    assert any(each["id"].endswith("photo.embedding") for each in drifted["held"]["artefacts"])


def test_a_change_to_the_same_terms_says_so(rollcall: Callable, stored_run: str) -> None:
    told = rollcall("terms", "drift", "later-revoke", "--from", META, "--to", META, "--day", 3)
    assert stored_run in told.out
    assert "The same is held in the same way." in told.out


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (("later-revoke", "--day", 14), "it does on days 1 to 13"),
        (("pop-up-declined",), "no consent ever stands"),
        (("no-such-story",), "no-such-story"),
    ],
)
def test_a_day_without_a_consent_is_one_line(rollcall: Callable, arguments: tuple, complaint: str) -> None:
    told = rollcall("terms", "drift", *arguments, "--from", META, "--to", STRICT)
    assert (told.code, told.out) == (2, "")
    assert complaint in told.err
    assert len(told.err.splitlines()) == 1
