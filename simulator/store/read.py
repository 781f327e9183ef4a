"""Plays a stored run back: its events, its analyses, and whether it is still what it was."""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from itertools import count

from sqlite_utils.db import Database

from simulator.domain.analysis import Analysis
from simulator.domain.errors import AnalyzerError, StoreError
from simulator.domain.events import Event, PhotoAnalysed
from simulator.journey.ports import Analyzer, PictureFile
from simulator.store.failures import path_of, told
from simulator.store.lines import as_event
from simulator.store.runs import Run, find_run


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


def events_of(db: Database, run: Run) -> Iterator[Event]:
    """The events of a run, in order: the very ones that were recorded.

    Raises:
        StoreError: an event is missing, damaged or out of place.
    """
    return (event for _, event in _lines(db, run))


def verify(db: Database, run: Run) -> Verification:
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


class StoredAnalyzer:
    """An `Analyzer` that remembers what a run's analyzer said, and asks ``otherwise`` about pictures it never saw.

    Pictures are known by their names; the stored model hash comes with each answer.
    """

    def __init__(self, db: Database, run: Run, otherwise: Analyzer | None = None) -> None:
        """Read every stored analysis of the run at once. Raises `StoreError`."""
        self._run = run.name
        self._otherwise = otherwise
        self._known = {event.photo: event.analysis for event in events_of(db, run) if isinstance(event, PhotoAnalysed)}

    def analyze(self, picture: PictureFile) -> Analysis:
        """The stored answer. Raises `AnalyzerError` when there is none and nobody else to ask."""
        if (stored := self._known.get(picture.name)) is not None:
            return stored
        if self._otherwise is None:
            raise AnalyzerError(f"{picture.name}: run {self._run!r} holds no analysis of it; play the story again")
        return self._otherwise.analyze(picture)


def _lines(db: Database, run: Run) -> Iterator[tuple[str, Event]]:
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
