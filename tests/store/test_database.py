import os
import sqlite3
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from pathlib import Path
from threading import Barrier

import pytest

from simulator.domain.errors import StoreError
from simulator.journey.scenario import Forked
from simulator.store.database import APPLICATION_ID, default_path, open_database
from simulator.store.migrations import STEPS
from simulator.store.runs import begin_run, runs


def refusal(path: Path) -> str:
    with pytest.raises(StoreError) as caught:
        open_database(path)
    line = str(caught.value)
    assert "\n" not in line
    return line


def test_a_new_database_is_made_with_its_folders_and_marked_as_ours(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "runs.db"
    with open_database(path) as db:
        assert runs(db) == ()
        assert db.journal_mode == "wal"
        assert db.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
        assert [row["name"] for row in db.table("migrations").rows] == list(STEPS)
    assert path.read_bytes()[68:72] == b"Roll"


def test_opening_again_changes_nothing(path: Path) -> None:
    with open_database(path) as db:
        before = db.schema
    with open_database(path) as db:
        assert db.schema == before


def test_an_empty_file_becomes_a_database(path: Path) -> None:
    path.touch()
    with open_database(path) as db:
        assert runs(db) == ()


def test_a_database_of_an_earlier_step_is_brought_up_to_date_and_keeps_its_runs(path: Path) -> None:
    keep = {"story": "s", "terms": "t", "prompt": "p", "seed": 7, "started_at": "2025-06-27", "model": None}
    with open_database(path) as db:
        run = begin_run(db, **keep, versions={})
        STEPS["create_pictures"](db)
        db.table("pictures").insert({"run": run.id, "name": "idea-1", "kind": "image/jpeg", "bytes": b"one"})
        db.execute("DELETE FROM migrations WHERE name = 'drop_pictures'")
    with open_database(path) as db:
        assert "pictures" not in db.table_names()
        assert runs(db) == (run,)


def test_runs_of_a_step_before_forks_were_named_are_none_and_their_partial_inputs_are_forgotten(path: Path) -> None:
    with open_database(path) as db:
        keep = {"story": "s", "terms": "t", "prompt": "p", "seed": 7, "started_at": "2025-06-27", "model": None}
        begin_run(db, **keep, versions={}, inputs={"story": {}})
        for column in ("forked_from", "forked_on", "change"):
            db.execute(f"ALTER TABLE runs DROP COLUMN {column}")
        db.execute("DELETE FROM migrations WHERE name = 'add_forks'")
    with open_database(path) as db:
        (run,) = runs(db)
        assert (run.forked, run.inputs) == (None, None)


def test_a_fork_is_read_back_with_its_parent_its_day_and_its_change(path: Path) -> None:
    keep = {"story": "s", "terms": "t", "prompt": "p", "seed": 7, "started_at": "2025-06-27", "model": None}
    with open_database(path) as db:
        for forked in (Forked(run="s.7", day=5, change="never"), Forked(run="s.7", day=None, change="as it was"), None):
            assert begin_run(db, **keep, versions={}, forked=forked).forked == forked
        assert [run.forked and run.forked.day for run in runs(db)] == [5, None, None]


def test_many_programs_may_make_the_same_database_at_once(path: Path) -> None:
    together = Barrier(6)

    def make(_: int) -> int:
        together.wait()
        with open_database(path) as db:
            return len(runs(db))

    with ThreadPoolExecutor(6) as pool:
        assert list(pool.map(make, range(6))) == [0] * 6


def test_a_database_of_a_newer_version_is_refused(path: Path) -> None:
    with open_database(path) as db:
        db.table("migrations").insert({"name": "add_lessons", "applied": "9.0"})
    assert "a newer Rollcall made it (step 'add_lessons')" in refusal(path)


def test_somebody_elses_database_is_refused_and_left_as_it_is(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE recipes (name)")
    before = path.read_bytes()
    assert refusal(path) == f"{path}: this SQLite database belongs to another program; name another file with --db"
    assert path.read_bytes() == before


def test_an_empty_database_with_another_programs_mark_is_refused(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA application_id = 252006675")
    assert "belongs to another program" in refusal(path)


@pytest.mark.parametrize(
    "content", [b"x", b"a short note\n" * 9, b"a long note\n" * 100, b"SQLite format 3\0" + b"\xff" * 200]
)
def test_a_file_that_is_no_database_is_refused_and_left_as_it_is(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    assert "not an SQLite database" in refusal(path)
    assert path.read_bytes() == content


def test_a_truncated_database_is_refused(path: Path) -> None:
    with open_database(path):
        pass
    path.write_bytes(path.read_bytes()[:5000])
    assert "damaged" in refusal(path) or "not an SQLite database" in refusal(path)


def test_folders_pipes_and_impossible_names_are_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "file").touch()
    assert "a folder, not a database" in refusal(tmp_path)
    assert "not a regular file" in refusal(tmp_path / "pipe")
    assert "cannot be used" in refusal(tmp_path / "file" / "runs.db")
    assert "no file can have this name" in refusal(tmp_path / "a\0b.db")
    assert "cannot be used" in refusal(tmp_path / ("x" * 300))


@contextmanager
def without_privilege() -> Iterator[None]:
    """Nobody may write everywhere; the administrator, as whom containers test, may."""
    was = os.geteuid()
    if was == 0:
        os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(was)


def test_a_database_that_must_not_be_written_or_read_is_refused() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / "runs.db"
        with open_database(path):
            pass
        folder.chmod(0o555)
        path.chmod(0o444)
        with without_privilege():
            assert "cannot be" in refusal(path)
            assert "cannot be" in refusal(folder / "new.db")
        path.chmod(0o000)
        with without_privilege():
            assert "cannot be" in refusal(path)
        folder.chmod(0o755)


def test_escape_codes_in_a_name_are_not_printed_raw(tmp_path: Path) -> None:
    folder = tmp_path / "\x1b[31mred"
    folder.mkdir()
    assert "\x1b" not in refusal(folder)


def test_the_default_place_is_the_users_own_unless_the_environment_names_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ROLLCALL_DB", str(tmp_path / "mine.db"))
    assert default_path() == tmp_path / "mine.db"
    with open_database():
        assert (tmp_path / "mine.db").is_file()
    monkeypatch.setenv("ROLLCALL_DB", "")
    assert default_path().parts[-2:] == ("rollcall", "rollcall.db")
