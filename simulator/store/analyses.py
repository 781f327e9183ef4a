"""What an analyzer once said is remembered, so that a story can be told again to the bit on any computer."""

from sqlite_utils.db import Database

from simulator.domain.analysis import Analysis
from simulator.domain.errors import AnalyzerError
from simulator.domain.events import PhotoAnalysed
from simulator.journey.ports import Analyzer, PictureFile
from simulator.store.read import events_of
from simulator.store.runs import RunRecord


class StoredAnalyzer:
    """An `Analyzer` that remembers what a run's analyzer said, and asks ``otherwise`` about pictures it never saw.

    Pictures are known by their names; the stored model hash comes with each answer.
    """

    def __init__(self, db: Database, run: RunRecord, otherwise: Analyzer | None = None) -> None:
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
