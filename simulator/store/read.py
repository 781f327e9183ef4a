"""Plays a stored run back, and says whether it is still what it was."""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from itertools import count

from sqlite_utils.db import Database

from simulator.domain.errors import StoreError
from simulator.domain.events import Event
from simulator.store.failures import path_of, told
from simulator.store.lines import as_event
from simulator.store.runs import RunRecord, find_run


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """What a stored run hashes to now, beside what it hashed to when it was written."""

    run: str
    events: int
    recorded: str
    computed: str

    @property
    def equal(self) -> bool:
        return self.recorded == self.computed


def events_of(db: Database, run: RunRecord) -> Iterator[Event]:
    """The events of a run, in order: the very ones that were recorded.

    Raises:
        StoreError: an event is missing, damaged or out of place.
    """
    return (event for _, event in _lines(db, run))


def verify(db: Database, run: RunRecord) -> Verification:
    """Read every stored event back and hash the stored lines again.

    Raises:
        StoreError: an event is missing, damaged or out of place.
    """
    digest = sha256()
    events = 0
    for line, _ in _lines(db, run):
        digest.update(f"{line}\n".encode())
        events += 1
    recorded = find_run(db, run.name).event_hash
    return Verification(run=run.name, events=events, recorded=recorded, computed=digest.hexdigest())


def _lines(db: Database, run: RunRecord) -> Iterator[tuple[str, Event]]:
    where = f"{path_of(db)}: run {run.name!r}"
    with told(where):
        rows = db.execute("SELECT seq, day, kind, body FROM events WHERE run = ? ORDER BY seq", (run.id,))
    for expected in count():
        with told(where):
            row = rows.fetchone()
        if row is None:
            return
        seq, day, kind, line = row
        if seq != expected:
            raise StoreError(f"{where}: event {expected} is missing; play the story again")
        try:
            event = as_event(line, seq)
        except StoreError as error:
            raise StoreError(f"{where}: {error}; play the story again") from error
        if (event.day, event.kind) != (day, kind):
            raise StoreError(f"{where}: event {seq} is filed under another day or kind; play the story again")
        yield line, event
