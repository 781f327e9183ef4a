"""Starts the measuring process, hears it out, and stops it when the user does."""

import json
import signal
import sys
from collections.abc import Generator, Iterator
from tempfile import TemporaryFile
from typing import IO, TYPE_CHECKING, Any

from simulator.api.bench.order import Order, write_order
from simulator.api.child import last_words, running
from simulator.domain.errors import AnalyzerError

if TYPE_CHECKING:
    import subprocess

_MODULE = "simulator.api.bench.measure"
_LAST = {"end", "interrupted"}
COMMAND = (sys.executable, "-m", _MODULE)

Record = dict[str, Any]


def hear(order: Order, command: tuple[str, ...] = COMMAND) -> Iterator[Record]:
    """Every record of a measurement, which Ctrl-C stops; for the main thread, since only that one can be interrupted.

    Raises:
        AnalyzerError: it cannot be measured at all, such as for want of pictures.
    """
    measuring = Measuring(order, command)
    before = signal.signal(signal.SIGINT, lambda *_: measuring.stop())
    try:
        yield from measuring.records()
    finally:
        signal.signal(signal.SIGINT, before)


class Measuring:
    """One measurement in a process of its own.

    Args:
        order: what to measure.
        command: what measures; the order is its last argument.
    """

    def __init__(self, order: Order, command: tuple[str, ...] = COMMAND) -> None:
        self._order, self._command = order, command
        self._process: subprocess.Popen[str] | None = None
        self._stopped = False

    def records(self) -> Generator[Record]:
        """Every record; one that says *interrupted* is last if it was cut short, for whatever reason.

        Raises:
            AnalyzerError: it cannot be measured at all, such as for want of pictures.
        """
        last = ""
        with (
            TemporaryFile("w+", encoding="utf-8", errors="replace") as complaints,
            running((*self._command, write_order(self._order)), complaints) as process,
        ):
            self._process = process
            if self._stopped:
                self.stop()
            assert process.stdout is not None
            for line in process.stdout:
                record = json.loads(line)
                if record["kind"] == "error":
                    raise AnalyzerError(record["message"])
                last = record["kind"]
                yield record
            process.wait()
            if last in _LAST:
                return
            stop = {"kind": "interrupted", "during": "a part that did not end"}
            yield stop if self._stopped else {**stop, "why": _tell_end(process, complaints)}

    def stop(self) -> None:
        """Have it end early and tell what it has measured; from any thread, and as often as one likes."""
        self._stopped = True
        if self._process is not None:
            self._process.send_signal(signal.SIGINT)


def _tell_end(process: "subprocess.Popen[str]", complaints: IO[str]) -> str:
    return f"the measuring process ended with {process.returncode}{last_words(complaints)}"
