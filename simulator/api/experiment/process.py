"""An experiment in a process of its own, so that whoever looks on is never kept waiting.

Its records are JSON lines: ``results`` with what `rollcall experiment --json` would print if it ended there, again and
again; at last ``end``, ``stopped``, or ``error`` with its message.
"""

import json
import signal
import sys
from collections.abc import Generator
from dataclasses import asdict, dataclass
from tempfile import TemporaryFile
from typing import IO, TYPE_CHECKING, Any, Final

from simulator.api.child import last_words, running
from simulator.domain.errors import RollcallError
from simulator.experiment.record import read_results

if TYPE_CHECKING:
    import subprocess

_MODULE: Final = "simulator.api.experiment.work"
COMMAND: Final = (sys.executable, "-m", _MODULE)

Record = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What the process is to count.

    Attributes:
        db: the database of finished batches, the user's own by default.
        replays: how often the field test is repeated afterwards; 0: it is not.
        fragility: whether it is then asked on what the conclusion stands.
    """

    experiment: str
    people: int
    seed: int | None
    db: str | None
    replays: int = 0
    fragility: bool = False

    def as_text(self) -> str:
        """As one argument of a command; `read_order` is the inverse."""
        return json.dumps(asdict(self))


def read_order(text: str) -> Order:
    """The order that `Order.as_text` wrote."""
    return Order(**json.loads(text))


class Experimenting:
    """One experiment in a process of its own.

    Args:
        order: what to count.
        command: what counts; the order is its last argument.
    """

    def __init__(self, order: Order, command: tuple[str, ...] = COMMAND) -> None:
        self._order, self._command = order, command
        self._process: subprocess.Popen[str] | None = None
        self._stopped = False

    def records(self) -> Generator[Record]:
        """Every record, results as `Results`; closing it ends the process, and finished batches are kept all the same.

        Raises:
            RollcallError: it cannot be run, or the process died.
        """
        with (
            TemporaryFile("w+", encoding="utf-8", errors="replace") as complaints,
            running((*self._command, self._order.as_text()), complaints) as process,
        ):
            self._process = process
            if self._stopped:
                self.stop()
            assert process.stdout is not None
            for line in process.stdout:
                record = json.loads(line)
                if record["kind"] == "error":
                    raise RollcallError(record["message"])
                yield {**record, "results": read_results(record["results"])} if "results" in record else record
                if record["kind"] == "end":
                    return
            process.wait()
            if not self._stopped:
                raise RollcallError(_tell_end(process, complaints))
            yield {"kind": "stopped"}

    def stop(self) -> None:
        """Have it stop; finished batches are kept. From any thread, and as often as one likes."""
        self._stopped = True
        if self._process is not None:
            self._process.send_signal(signal.SIGINT)


def _tell_end(process: "subprocess.Popen[str]", complaints: IO[str]) -> str:
    ended = f"the counting process ended with {process.returncode}{last_words(complaints)}"
    return f"{ended}; what it counted is kept, start it again"
