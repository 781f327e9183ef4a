"""`rollcall doctor`: all is well, or what is not."""

import json
import os
import sqlite3
from pathlib import Path

import pytest
from invoked import Rollcall
from told_stories import store

from simulator.domain.errors import AnalyzerError
from simulator.vision import network


def test_a_healthy_installation_is_well_and_looking_makes_no_store(rollcall: Rollcall) -> None:
    told = rollcall("doctor")
    assert (told.code, told.err) == (0, "")
    assert told.out.endswith("All is well.\n")
    assert "scene.onnx" in told.out
    assert "not made yet" in told.out
    assert not Path(os.environ["ROLLCALL_DB"]).exists()


@pytest.mark.parametrize(("exact", "said"), [(True, "are right as they are"), (False, "overflow here")])
def test_what_the_probe_found_is_told(
    rollcall: Rollcall, monkeypatch: pytest.MonkeyPatch, *, exact: bool, said: str
) -> None:
    monkeypatch.setattr(network, "sums_are_right", lambda: exact)
    told = " ".join(rollcall("doctor").out.split())
    assert f"Probe: sums of bytes {said}" in told


def test_the_last_run_is_verified(rollcall: Rollcall) -> None:
    name = store("pop-up-declined")
    findings = {each["about"]: each for each in json.loads(rollcall("doctor", "--json").out)["findings"]}
    assert list(findings) == ["Terminal", "Python", "Processor", "Models", "Scenarios", "Store"]
    assert all(each["well"] for each in findings.values())
    assert f"1 run; the last, {name}, verified" in findings["Store"]["says"]


def test_a_run_that_was_tampered_with_is_found(rollcall: Rollcall) -> None:
    store("pop-up-declined")
    with sqlite3.connect(os.environ["ROLLCALL_DB"]) as db:
        db.execute("UPDATE runs SET event_hash = 'another'")
    db.close()
    told = rollcall("doctor")
    assert told.code == 1
    assert "Store: NOT WELL:" in told.out
    assert told.out.endswith("Something is not well.\n")


def test_a_store_that_is_something_else_does_not_hide_what_is_well(rollcall: Rollcall, tmp_path: Path) -> None:
    path = tmp_path / "notes.db"
    path.write_text("my notes")
    told = rollcall("doctor", "--json", "--db", path)
    assert told.code == 1
    assert [each["about"] for each in json.loads(told.out)["findings"] if not each["well"]] == ["Store"]
    assert path.read_text() == "my notes"


def test_a_damaged_model_is_told_and_not_raised(rollcall: Rollcall, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AnalyzerError("scene.onnx: SHA-256 is another; reinstall camera-rollcall")

    monkeypatch.setattr(network, "open_network", refuse)
    told = rollcall("doctor")
    assert told.code == 1
    assert "Models: NOT WELL: scene.onnx: SHA-256 is another" in told.out
