"""`rollcall play` with the real camera and the real analyzer, and what can be asked of the record afterwards."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from invoked import Rollcall

from simulator.store.database import open_database
from simulator.store.runs import RunStatus, begin_run, find_run

# A shell that starts the tests in the background has them, and so this command, ignore Ctrl-C.
HEEDS_CTRL_C = """
import signal
signal.signal(signal.SIGINT, signal.default_int_handler)
from simulator.cli.main import main
main()
"""
SUMMARY = {
    "kind", "story", "terms", "seed", "event_hash", "photos_taken", "uploaded", "analysed", "inferences", "ideas",
    "people_seen", "people_who_consented", "held", "expect",
}  # fmt: skip


def test_a_story_is_played_recorded_and_can_be_asked_about(rollcall: Rollcall, short_story: Path) -> None:
    played = rollcall("play", short_story)
    assert played.code == 0, played.err
    assert "Expectation: met." in played.out
    assert "taps" in played.out
    assert max(map(len, played.out.splitlines()[:-2])) <= 80
    held = rollcall("held", "--day", 3)
    assert "Not said:" in held.out
    as_json = json.loads(rollcall("held", "--json").out)
    original = next(row for row in as_json["rows"] if row["category"] == "photo.original")
    assert (original["state"], original["clause"]) == ("deleted", "photos.removal")
    embedding = next(row for row in as_json["rows"] if row["category"] == "photo.embedding")
    assert embedding["state"] == "silent"
    assert "silent" in rollcall("why", "consent-1/log.consent").out
    replayed = rollcall("replay", "--recompute")
    assert replayed.code == 0
    assert "IS NOT" not in replayed.out
    assert "0 of" in replayed.out
    rollcall("play", short_story)
    listed = rollcall("list", "runs")
    assert [line.split()[0] for line in listed.out.splitlines()] == ["short.7", "short.7.2"]


def test_json_lines_are_events_and_last_a_summary(rollcall: Rollcall, short_story: Path) -> None:
    lines = [json.loads(line) for line in rollcall("play", short_story, "--json").out.splitlines()]
    *events, summary = lines
    assert [event["seq"] for event in events] == list(range(len(events)))
    assert all({"seq", "day", "kind"} <= event.keys() for event in events)
    assert summary.keys() >= SUMMARY
    assert summary["uploaded"] == sum(event["kind"] == "PhotoUploaded" for event in events)
    assert summary["expect"] == "met"
    for counts in summary["held"].values():
        assert set(counts) == {"alive", "scheduled", "deleted", "silent"}


def test_an_album_holds_the_uploaded_photos_and_the_ideas(
    rollcall: Rollcall, short_story: Path, tmp_path: Path
) -> None:
    album = tmp_path / "album"
    summary = json.loads(rollcall("play", short_story, "--json", "--album", album).out.splitlines()[-1])
    photos = list(album.glob("p*.jpg"))
    ideas = list(album.glob("idea*.jpg"))
    assert len(photos) == summary["uploaded"]
    assert len(ideas) == summary["ideas"]


def test_an_unmet_expectation_exits_with_1_and_says_what_was_expected(rollcall: Rollcall, short_story: Path) -> None:
    short_story.write_text(short_story.read_text().replace("uploaded = [1, 60]", "uploaded = [900, 901]"))
    played = rollcall("play", short_story)
    assert played.code == 1
    assert "uploaded: expected 900 to 901, found" in played.out


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ("title", "tittle", "did you mean 'title'?"),
        ('terms = "meta-2025-06-test"', 'terms = "meta-2025-06-tests"', "rollcall list terms"),
        ('do = "open_app"', 'do = "keep_idea"', "nothing was asked"),
        ("last_day = 40", "last_day = 40000000", "last_day"),
        ('access = "full"', 'access = "everything"', "full"),
        ("starts = 2025-06-27", "starts = 2025-06-31", "TOML"),
    ],
)
def test_a_bad_story_is_one_line_and_leaves_no_run(
    rollcall: Rollcall, short_story: Path, old: str, new: str, complaint: str
) -> None:
    text = short_story.read_text()
    assert old in text
    short_story.write_text(text.replace(old, new))
    played = rollcall("play", short_story)
    assert (played.code, played.out) == (2, "")
    assert complaint in played.err
    assert len(played.err.splitlines()) == 1
    assert rollcall("list", "runs").code == 2


@pytest.mark.parametrize("content", [b"not a database at all, but long enough to be looked at" * 20, None])
def test_an_unusable_database_is_one_line_and_stays_as_it_was(
    rollcall: Rollcall, short_story: Path, tmp_path: Path, content: bytes | None
) -> None:
    path = tmp_path / "mine.db"
    if content is None:
        path.mkdir()
    else:
        path.write_bytes(content)
    for command in (["play", short_story], ["held"], ["why", "home"], ["replay"], ["list", "runs"]):
        outcome = rollcall(*command, "--db", path)
        assert (outcome.code, outcome.out) == (2, "")
        assert len(outcome.err.splitlines()) == 1
    assert content is None or path.read_bytes() == content


def test_asking_about_a_day_that_was_not_played_is_one_line(rollcall: Rollcall) -> None:
    rollcall("play", "pop-up-declined")
    for command in (["held"], ["why", "consent-1/log.consent"]):
        outcome = rollcall(*command, "--day", 99999)
        assert (outcome.code, outcome.out) == (2, "")
        assert "the run covers day -75 to day 40" in outcome.err


def test_asking_about_a_run_in_which_nothing_happened_is_one_line(rollcall: Rollcall) -> None:
    with open_database() as db:
        begin_run(db, story="s", terms="gdpr-strict", prompt="p", seed=1, started_at="", model=None, versions={})
    for command in (["held"], ["why", "home"], ["replay"], ["export", "receipt"], ["export", "dossier"]):
        outcome = rollcall(*command)
        assert (outcome.code, outcome.out) == (2, "")
        assert len(outcome.err.splitlines()) == 1


def test_asking_about_no_run_creates_nothing(rollcall: Rollcall, tmp_path: Path) -> None:
    assert rollcall("held").code == 2
    assert not (tmp_path / "data").exists()


def test_an_unknown_item_is_one_line_with_what_comes_near(rollcall: Rollcall, short_story: Path) -> None:
    rollcall("play", short_story)
    outcome = rollcall("why", "consent-1/log.consents")
    assert outcome.code == 2
    assert "consent-1/log.consent" in outcome.err
    assert len(outcome.err.splitlines()) == 1


def test_a_story_stopped_by_ctrl_c_keeps_what_happened(short_story: Path, tmp_path: Path) -> None:
    db = tmp_path / "stopped.db"
    with subprocess.Popen(
        [sys.executable, "-u", "-c", HEEDS_CTRL_C, "play", str(short_story), "--json", "--db", str(db)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        for line in process.stdout:
            if '"PhotoAnalysed"' in line:
                os.kill(process.pid, signal.SIGINT)
                break
        _, said = process.communicate()
    assert process.returncode == 130
    assert "kept as short.7" in said
    assert len(said.splitlines()) == 1
    with open_database(db) as database:
        assert find_run(database).status is RunStatus.INTERRUPTED


def test_a_reader_who_leaves_early_leaves_a_run_marked_as_interrupted(short_story: Path, tmp_path: Path) -> None:
    db = tmp_path / "left.db"
    words = [sys.executable, "-u", "-m", "simulator", "play", str(short_story), "--json", "--db", str(db)]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr is not None
        assert process.stderr.read() == ""
    with open_database(db) as database:
        assert find_run(database).status is RunStatus.INTERRUPTED


@pytest.mark.parametrize("folder", ["a-file", "a-file/below"])
def test_an_album_that_cannot_be_made_is_one_line(rollcall: Rollcall, tmp_path: Path, folder: str) -> None:
    (tmp_path / "a-file").write_text("mine")
    played = rollcall("play", "pop-up-declined", "--album", tmp_path / folder)
    assert played.code == 2
    assert "a-file" in played.err
    assert len(played.err.splitlines()) == 1 or "Invalid value for '--album'" in played.err
    assert (tmp_path / "a-file").read_text() == "mine"


def test_help_names_every_command_and_loads_no_model(rollcall: Rollcall) -> None:
    told = rollcall("--help").out
    assert all(name in told for name in ("play", "held", "why", "replay", "analyze", "list"))
    program = (
        "import sys\nfrom simulator.cli.main import main\n"
        "try:\n    main(['--help'])\nexcept SystemExit:\n    pass\n"
        "heavy = {'numpy', 'onnxruntime', 'PIL', 'faker', 'sqlite_utils', 'textual'} & sys.modules.keys()\n"
        "assert not heavy, heavy"
    )
    subprocess.run([sys.executable, "-c", program], check=True, capture_output=True)


def test_playing_a_story_loads_no_textual(short_story: Path, tmp_path: Path) -> None:
    program = (
        "import sys\nfrom simulator.cli.main import main\n"
        f"try:\n    main(['play', {str(short_story)!r}, '--db', {str(tmp_path / 'a.db')!r}])\n"
        "except SystemExit as ended:\n    assert ended.code == 0, ended.code\n"
        "assert 'textual' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", program], check=True, capture_output=True)


def test_lists_are_for_people_and_for_programs(rollcall: Rollcall) -> None:
    assert "accidental-allow" in rollcall("list", "stories").out
    terms = json.loads(rollcall("list", "terms", "--json").out)
    assert {"meta-2025-06-test", "gdpr-strict"} <= {entry["id"] for entry in terms}
