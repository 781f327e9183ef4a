"""Writes analyses into a store of their own, one commit a photo, as a story of one photo a day would."""

from collections.abc import Iterator
from contextlib import ExitStack, closing
from pathlib import Path
from types import TracebackType
from typing import Self

from simulator.domain.analysis import Analysis
from simulator.domain.events import PhotoAnalysed
from simulator.store.database import open_database
from simulator.store.record import record
from simulator.store.runs import begin_run


class Shelver:
    """Keeps what it is given in a new database at ``path``; a context manager."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._stack = ExitStack()
        self._next: PhotoAnalysed | None = None
        self._day = 0

    def __enter__(self) -> Self:
        db = self._stack.enter_context(open_database(self._path))
        run = begin_run(db, story="bench", terms="none", prompt="none", seed=0, started_at="", model=None, versions={})
        self._recorded = self._stack.enter_context(closing(record(db, run, self._events())))
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stack.close()

    def _events(self) -> Iterator[PhotoAnalysed]:
        while self._next is not None:
            yield self._next

    def keep(self, analysis: Analysis) -> None:
        """Record it as the only event of a new day; the day before is committed by that."""
        self._day += 1
        self._next = PhotoAnalysed(day=self._day, photo=f"p{self._day:04}", analysis=analysis)
        next(self._recorded)
