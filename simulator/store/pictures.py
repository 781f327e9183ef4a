"""The pictures that ideas became, kept beside the run that made them."""

from dataclasses import dataclass

from sqlite_utils.db import Database

from simulator.domain.errors import StoreError
from simulator.store.failures import path_of, told, writing
from simulator.store.runs import RunRecord


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """An encoded picture: its name (an idea's id), its media type such as ``image/jpeg``, and its bytes."""

    name: str
    kind: str
    data: bytes


def keep_picture(db: Database, run: RunRecord, picture: Picture) -> None:
    """Store a picture; one of the same name in the same run is replaced. Raises `StoreError`."""
    row = {"run": run.id, "name": picture.name, "kind": picture.kind, "bytes": picture.data}
    with writing(db):
        db.table("pictures").upsert(row, pk=("run", "name"))


def pictures_of(db: Database, run: RunRecord) -> tuple[str, ...]:
    """The names of a run's pictures, sorted. Raises `StoreError`."""
    with told(path_of(db)):
        rows = db.execute("SELECT name FROM pictures WHERE run = ? ORDER BY name", (run.id,))
        return tuple(str(name) for (name,) in rows)


def find_picture(db: Database, run: RunRecord, name: str) -> Picture:
    """Read one picture back. Raises `StoreError` when the run has none of that name."""
    where = path_of(db)
    with told(where):
        row = db.execute("SELECT kind, bytes FROM pictures WHERE run = ? AND name = ?", (run.id, name)).fetchone()
    if row is None:
        raise StoreError(f"{where}: run {run.name!r} has no picture called {name!r}")
    return Picture(name=name, kind=str(row[0]), data=bytes(row[1]))
