"""What SQLite complains about, said as one `StoreError`."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlite_utils.db import Database
from sqlite_utils.utils import sqlite3  # type: ignore[attr-defined]  # the driver that sqlite-utils itself chose

from simulator.domain.errors import StoreError

_REMEDIES = {
    "database or disk is full": "the disk is full; make room and play again",
    "attempt to write a readonly database": "it cannot be written; check its permissions and those of its folder",
    "unable to open database file": "it cannot be opened; check its permissions and those of its folder",
    "database is locked": "another program is writing to it; try again when that one is done",
    "file is not a database": "this is not an SQLite database; name another file with --db",
    "database disk image is malformed": "the database is damaged; move it away and play again",
    "Cannot operate on a closed database.": "it was closed while it was still in use",
}


def path_of(db: Database) -> str:
    """The file behind an open connection, as SQLite names it; ``the database`` once it is closed."""
    try:
        return str(db.execute("PRAGMA database_list").fetchone()[2] or ":memory:")
    except sqlite3.Error:
        return "the database"


@contextmanager
def told(where: object) -> Iterator[None]:
    """Turn any complaint of SQLite into a `StoreError` that names ``where``."""
    try:
        yield
    except sqlite3.Error as error:
        raise StoreError(f"{where}: {_REMEDIES.get(str(error), str(error))}") from error
    except OverflowError as error:
        raise StoreError(f"{where}: a number does not fit in 64 bits") from error
    except UnicodeEncodeError as error:
        raise StoreError(f"{where}: {error.object!r} is not text") from error


@contextmanager
def writing(db: Database) -> Iterator[None]:
    """One write transaction: all of it or nothing. Raises `StoreError`.

    It takes the write lock at once: a transaction that reads first and asks later can be refused half-way.
    """
    with told(path_of(db)):
        db.execute("BEGIN IMMEDIATE")
        try:
            yield
            db.execute("COMMIT")
        except BaseException:
            db.rollback()
            raise
