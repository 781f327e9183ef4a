"""What processes do in tests, instead of their work: `simulator.api.child.Job` names one of these functions."""

import os
import signal
import sys
import threading
from contextlib import suppress
from typing import Any

from simulator.api.child import Desk, Job
from simulator.domain.errors import RollcallError


def job(work: str, name: str = "the process", kept: str = "") -> Job:
    """A process that does one of the functions below."""
    return Job(work=f"{__name__}:{work}", name=name, kept=kept)


def _wait() -> None:
    """Without end, but never so long that a signal which came just before is not heard."""
    while True:
        threading.Event().wait(0.1)


def tells_its_order(order: Any, desk: Desk) -> None:
    desk.tell(order)


def has_no_room(order: Any, desk: Desk) -> None:  # noqa: ARG001
    sys.stderr.write("no room\n")
    sys.exit(3)


def tells_a_card_and_dies(order: Any, desk: Desk) -> None:  # noqa: ARG001
    desk.tell({"kind": "card"})
    sys.exit("out of luck")


def refuses(order: Any, desk: Desk) -> None:  # noqa: ARG001
    raise RollcallError("no pictures; bring some")


def interrupts_its_parent(order: Any, desk: Desk) -> None:  # noqa: ARG001
    """As Ctrl-C does; then it waits until that is passed on."""
    desk.tell({"kind": "warm-up"})
    try:
        with desk.stopping_at_once():
            os.kill(os.getppid(), signal.SIGINT)
            _wait()
    except KeyboardInterrupt:
        desk.tell({"kind": "interrupted", "during": "server"})


def hears_no_stop(order: Any, desk: Desk) -> None:
    with suppress(KeyboardInterrupt):
        desk.tell(order)
    _wait()


def writes_to_whatever_it_has(order: Any, desk: Desk) -> None:  # noqa: ARG001
    for stream in (1, 2):
        os.write(stream, b"spoilt")
    desk.tell(sys.stdin.read())


def leaves_word_when_it_is_stopped(order: str, desk: Desk) -> None:
    with open(order, "w") as word:  # noqa: PTH123  (a pipe with a name)
        try:
            with desk.stopping_at_once():
                desk.tell("ready")
                _wait()
        except KeyboardInterrupt:
            word.write("stopped")
