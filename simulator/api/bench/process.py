"""Has a process of its own measure, and stops it when the user does."""

import signal
import threading
from collections.abc import Generator, Iterator
from typing import Any, Final

from simulator.api.bench.order import BenchOrder
from simulator.api.child import ChildDiedError, Errand, Job

MEASURING: Final = Job(work="simulator.api.bench.measure:measure", name="the measuring process")

Record = dict[str, Any]


def hear(order: BenchOrder, job: Job = MEASURING) -> Iterator[Record]:
    """Every record of a measurement, which Ctrl-C stops; for the main thread, since only that one can be interrupted.

    Raises:
        RollcallError: it cannot be measured at all, such as for want of pictures.
    """
    measuring = MeasuringProcess(job, order)
    # In a thread, since the main one may be in the midst of sending something.
    before = signal.signal(signal.SIGINT, lambda *_: threading.Thread(target=measuring.stop).start())
    try:
        yield from measuring.records()
    finally:
        signal.signal(signal.SIGINT, before)


class MeasuringProcess(Errand):
    """One measurement; the last record says *interrupted* if it was cut short, for whatever reason."""

    def records(self) -> Generator[Record]:
        try:
            yield from super().records()
        except ChildDiedError as error:
            yield {"kind": "interrupted", "during": "a part that did not end", "why": str(error)}
