"""Opens the database of runs, and refuses politely what is not one."""

import os
from pathlib import Path
from typing import Final

from sqlite_utils.db import Database

from simulator.domain.errors import StoreError
from simulator.store.failures import told, writing
from simulator.store.migrations import STEPS, migrate, steps_taken

# The bytes of "Roll": how SQLite, and file(1), tell this database from any other.
APPLICATION_ID: Final = 0x526F6C6C

_HEADER: Final = b"SQLite format 3\0"

# Milliseconds to wait for another writer. Batches take about one millisecond, so only a stuck program takes longer.
_PATIENCE: Final = 10_000


def default_path() -> Path:
    """``$ROLLCALL_DB``, else ``rollcall.db`` in the user's own data folder."""
    if named := os.environ.get("ROLLCALL_DB"):
        return Path(named)
    from platformdirs import user_data_path

    return user_data_path("rollcall", appauthor=False) / "rollcall.db"


def open_database(path: Path | None = None) -> Database:
    """Open, and create or upgrade where needed, the database at ``path`` (`default_path` when None).

    Use it as a context manager, which closes it: ``with open_database(path) as db: ...``.

    Raises:
        StoreError: the file is no SQLite database, is somebody else's, is newer than this version, or cannot be
            read and written.
    """
    where = path or default_path()
    _require_a_place(where)
    with told(where):
        db = Database(where, execute_plugins=False)
    try:
        with told(where):
            _prepare(db, where)
    except BaseException:
        db.close()
        raise
    return db


def _require_a_place(path: Path) -> None:
    if "\0" in str(path):
        raise StoreError(f"{path}: no file can have this name; name another with --db")
    try:
        if path.is_dir():
            raise StoreError(f"{path}: a folder, not a database; name a file with --db")
        if path.exists() and not path.is_file():
            raise StoreError(f"{path}: not a regular file; name another with --db")
        if path.is_file() and not os.access(path, os.R_OK | os.W_OK):
            raise StoreError(f"{path}: it cannot be read and written; check its permissions")
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.is_file():
            with path.open("rb") as file:
                head = file.read(len(_HEADER))
            # SQLite takes any file of less than 512 bytes for an empty database, and would write over a short note.
            if head not in {b"", _HEADER}:
                raise StoreError(f"{path}: this is not an SQLite database; name another file with --db")
    except OSError as error:
        raise StoreError(f"{path}: cannot be used: {error.strerror}; name another with --db") from error


def _prepare(db: Database, where: Path) -> None:
    db.execute(f"PRAGMA busy_timeout = {_PATIENCE}")
    if not _is_ours(db):
        raise StoreError(f"{where}: this SQLite database belongs to another program; name another file with --db")
    db.enable_wal()
    # NORMAL in WAL mode: a killed process loses nothing that was committed, and a commit does not wait for the
    # disk. Only a power cut can take the last commits back, and it leaves the database whole.
    db.execute("PRAGMA synchronous = NORMAL")
    db.execute("PRAGMA foreign_keys = ON")
    seen = steps_taken(db)
    if newer := sorted(seen - STEPS.keys()):
        raise StoreError(f"{where}: a newer Rollcall made it (step {newer[0]!r}); upgrade, or name another with --db")
    if seen != STEPS.keys():
        with writing(db):
            migrate(db)
            db.execute(f"PRAGMA application_id = {APPLICATION_ID}")


def _is_ours(db: Database) -> bool:
    # The tables first: a second program that creates the database right now writes its mark along with them.
    tables = db.table_names()
    mark = db.execute("PRAGMA application_id").fetchone()[0]
    return bool(mark == APPLICATION_ID or (mark == 0 and not tables))
