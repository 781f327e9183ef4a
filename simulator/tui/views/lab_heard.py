"""Results of an experiment under way, put into words where they are heard."""

from contextlib import closing
from typing import TYPE_CHECKING

from simulator.tui.views.lab import view_results

if TYPE_CHECKING:
    from collections.abc import Generator

    from simulator.tui.ports import Measuring, Record


class Viewed:
    """Gives a ``view`` for every result, made in the thread that listens: many numbers are many words."""

    def __init__(self, counting: "Measuring") -> None:
        self._counting = counting
        self.stop = counting.stop

    def records(self) -> "Generator[Record]":
        """Each record as soon as it is known. Raises `RollcallError`."""
        with closing(self._counting.records()) as records:
            for record in records:
                yield {"view": view_results(record["results"])} if record["kind"] == "results" else record
