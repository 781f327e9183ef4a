"""Starts the measuring process, hears it out, and stops it when the user does."""

import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from tempfile import TemporaryFile
from typing import IO, Any

from simulator.cli.bench.order import Order, write_order
from simulator.domain.errors import AnalyzerError

_MODULE = "simulator.cli.bench.measure"
_LAST = {"end", "interrupted"}


def hear(order: Order, command: tuple[str, ...] = (sys.executable, "-m", _MODULE)) -> Iterator[dict[str, Any]]:
    """Every record of a measurement; one that says *interrupted* is last if it was cut short, for whatever reason.

    Args:
        order: what to measure.
        command: what measures; the order is its last argument.

    Raises:
        AnalyzerError: it cannot be measured at all, such as for want of pictures.
    """
    last = ""
    with TemporaryFile("w+", encoding="utf-8") as complaints, _measuring(order, command, complaints) as process:
        for record in _records(process):
            if record["kind"] == "error":
                raise AnalyzerError(record["message"])
            last = record["kind"]
            yield record
        process.wait()
        if last not in _LAST:
            yield {"kind": "interrupted", "during": "a part that did not end", "why": _tell_end(process, complaints)}


@contextmanager
def _measuring(order: Order, command: tuple[str, ...], complaints: IO[str]) -> Iterator["subprocess.Popen[str]"]:
    process = subprocess.Popen(  # noqa: S603  (our own interpreter and module)
        [*command, write_order(order)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=complaints,
        text=True,
        # Ctrl-C reaches this process alone, which passes it on once; so what was measured is always told.
        start_new_session=True,
    )
    try:
        yield process
    finally:
        process.kill()
        process.wait()
        if process.stdout is not None:
            process.stdout.close()


def _records(process: "subprocess.Popen[str]") -> Iterator[dict[str, Any]]:
    assert process.stdout is not None
    before = signal.signal(signal.SIGINT, lambda *_: process.send_signal(signal.SIGINT))
    try:
        for line in process.stdout:
            yield json.loads(line)
    finally:
        signal.signal(signal.SIGINT, before)


def _tell_end(process: "subprocess.Popen[str]", complaints: IO[str]) -> str:
    complaints.seek(0)
    lines = complaints.read().strip().splitlines()
    said = f": {lines[-1]}" if lines else ""
    return f"the measuring process ended with {process.returncode}{said}"
