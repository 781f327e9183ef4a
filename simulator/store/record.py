"""Writes a story down while it happens, without the story or its watcher noticing."""

import contextlib
from collections.abc import Generator, Iterable
from hashlib import sha256
from itertools import count
from typing import Final

from sqlite_utils.db import Database

from simulator.domain.errors import StoreError
from simulator.domain.events import Event
from simulator.domain.log import as_line
from simulator.store.failures import path_of, told, writing
from simulator.store.runs import RunRecord, Status

# A batch is a day, because what is then lost in a crash is never half of a day's doings; a day that goes on
# for longer than this is written in parts, so that memory and loss stay bounded.
BATCH: Final = 200


def record(db: Database, run: RunRecord, events: Iterable[Event]) -> Generator[Event]:
    """Hand every event on, and commit them by day, at most `BATCH` at a time.

    The run ends as *finished*; as *interrupted* when the watcher stops early; as *failed* when the story itself
    raises. In each case what happened so far is kept, and ``event_hash`` is the hash of exactly what is kept.

    A run that was cut short is resumed by recording the same story again: the events that are already stored are
    compared, not written, and the rest is appended.

    Raises:
        StoreError: the database cannot be written, the run is finished already, or a resumed story differs.
    """
    scribe = _Scribe(db, run)
    try:
        for event in events:
            scribe.take(event)
            yield event
        scribe.finish()
    except BaseException as error:
        # The first error is the one to hear about; a disk that is full is full for this, too.
        with contextlib.suppress(StoreError):
            scribe.commit(Status.FAILED if isinstance(error, Exception) else Status.INTERRUPTED)
        raise


class _Scribe:
    """Knows what is stored, what is not stored yet, and the hash of what is stored."""

    def __init__(self, db: Database, run: RunRecord) -> None:
        self._db = db
        self._run = run
        self._where = f"{path_of(db)}: run {run.name!r}"
        self._digest = sha256()
        self._seqs = count()
        self._day: int | None = None
        self._batch: list[tuple[int, Event, str]] = []
        with told(self._where):
            status = db.execute("SELECT status FROM runs WHERE id = ?", (run.id,)).fetchone()
            stored = db.execute("SELECT seq, body FROM events WHERE run = ? ORDER BY seq", (run.id,)).fetchall()
        if status is None or status[0] == Status.FINISHED:
            raise StoreError(f"{self._where}: it is finished or unknown; begin a new run")
        for _, line in stored:
            self._digest.update(f"{line}\n".encode())
        self._stored = iter(stored)

    def take(self, event: Event) -> None:
        seq = next(self._seqs)
        line = as_line(seq, event)
        if (known := next(self._stored, None)) is not None:
            if known != (seq, line):
                raise StoreError(f"{self._where}: event {seq} differs from what was recorded; begin a new run")
            return
        if self._batch and (event.day != self._day or len(self._batch) >= BATCH):
            self.commit(Status.RUNNING)
        self._day = event.day
        self._batch.append((seq, event, line))

    def finish(self) -> None:
        if next(self._stored, None) is not None:
            raise StoreError(f"{self._where}: it has more events than the story that resumes it; begin a new run")
        self.commit(Status.FINISHED)

    def commit(self, status: Status) -> None:
        batch, self._batch = self._batch, []
        digest = self._digest.copy()
        digest.update("".join(f"{line}\n" for _, _, line in batch).encode())
        rows = [
            {"run": self._run.id, "seq": seq, "day": event.day, "kind": event.kind, "body": line}
            for seq, event, line in batch
        ]
        with writing(self._db):
            self._db.table("events").insert_all(rows, batch_size=BATCH + 1)
            self._db.execute(
                "UPDATE runs SET status = ?, event_hash = ? WHERE id = ?",
                (status.value, digest.hexdigest(), self._run.id),
            )
        self._digest = digest
