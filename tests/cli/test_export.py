"""`rollcall export`, as it is typed."""

import json
import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from told_stories import store


@pytest.fixture
def stored_run(rollcall: Callable) -> str:  # noqa: ARG001  (the fixture names the database)
    return store("later-revoke")


def test_a_receipt_is_one_object_of_the_last_run(rollcall: Callable, stored_run: str) -> None:
    told = rollcall("export", "receipt")
    assert (told.code, told.err) == (0, "")
    assert json.loads(told.out)["record_id"] == f"{stored_run}/consent-1"
    assert rollcall("export", "receipt", "--run", stored_run).out == told.out


def test_a_file_gets_what_the_screen_would_have_got(rollcall: Callable, stored_run: str, tmp_path: Path) -> None:
    assert stored_run
    wanted = rollcall("export", "receipt").out
    out = tmp_path / "receipt.json"
    out.write_text("older")
    told = rollcall("export", "receipt", "--out", out)
    assert (told.code, told.out, told.err) == (0, "", "")
    assert out.read_text() == wanted
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["receipt.json"]


def test_a_link_stays_a_link_and_its_file_is_written(rollcall: Callable, stored_run: str, tmp_path: Path) -> None:
    assert stored_run
    (tmp_path / "link.json").symlink_to(tmp_path / "real.json")
    assert rollcall("export", "receipt", "--out", tmp_path / "link.json").code == 0
    assert (tmp_path / "link.json").is_symlink()
    assert json.loads((tmp_path / "real.json").read_text())


@pytest.mark.parametrize("where", [".", "missing/receipt.json", "a-file/receipt.json"])
def test_what_cannot_be_written_is_one_line_and_leaves_nothing(
    rollcall: Callable, stored_run: str, tmp_path: Path, where: str
) -> None:
    assert stored_run
    (tmp_path / "a-file").write_text("mine")
    before = sorted(tmp_path.rglob("*"))
    told = rollcall("export", "receipt", "--out", tmp_path / where)
    assert (told.code, told.out, len(told.err.splitlines())) == (2, "", 1)
    assert "--out" in told.err
    assert sorted(tmp_path.rglob("*")) == before
    assert (tmp_path / "a-file").read_text() == "mine"


def test_what_is_no_plain_file_is_left_alone(rollcall: Callable, stored_run: str, tmp_path: Path) -> None:
    assert stored_run
    os.mkfifo(tmp_path / "pipe")
    told = rollcall("export", "receipt", "--out", tmp_path / "pipe")
    assert (told.code, len(told.err.splitlines())) == (2, 1)
    assert "is no plain file" in told.err


def test_without_a_run_there_is_nothing_to_export(rollcall: Callable) -> None:
    told = rollcall("export", "receipt")
    assert told.code == 2
    assert re.fullmatch(r"rollcall: .*no run is stored yet.*\n", told.err)


def test_an_unknown_run_or_scenario_is_one_line(rollcall: Callable, stored_run: str) -> None:
    assert stored_run
    for option in ("--run", "--terms", "--prompt", "--app"):
        told = rollcall("export", "receipt", option, "nobody-knows")
        assert (told.code, told.out, len(told.err.splitlines())) == (2, "", 1)


def test_a_dossier_is_of_the_last_day_or_of_the_day_that_is_asked_for(rollcall: Callable, stored_run: str) -> None:
    assert stored_run
    last, earlier = rollcall("export", "dossier"), rollcall("export", "dossier", "--day", 14)
    assert (last.code, earlier.code) == (0, 0)
    assert (json.loads(last.out)["day"], json.loads(earlier.out)["day"]) == (60, 14)
    assert json.loads(earlier.out)["totals"]["scheduled"] > 0


def test_a_day_beyond_any_calendar_is_one_line(rollcall: Callable, stored_run: str) -> None:
    assert stored_run
    told = rollcall("export", "dossier", "--day", 10**12)
    assert (told.code, told.err) == (
        2,
        f"rollcall: day {10**12}: no calendar goes that far; the story ends on day 60\n",
    )
