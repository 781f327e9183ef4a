"""A process behind the screen, started when it is first needed, and given one order after another.

Drawing and analysing hold the interpreter for tens of milliseconds at a time, so a screen in the same process would
stumble: measured, 96 ms at the 99th percentile of what its loop comes late, against 33 ms wanted.
"""

import subprocess
import sys
import threading
from collections.abc import Generator
from tempfile import TemporaryFile
from typing import IO, TYPE_CHECKING, Any, Final

from simulator.api.backstage.messages import Answered, Asked, Done, Order, Stop, receive, send
from simulator.api.child import last_words
from simulator.domain.errors import RollcallError

if TYPE_CHECKING:
    from simulator.consent.ask import Respondent

PLAYING: Final = (sys.executable, "-m", "simulator.api.backstage.playing")
DRAWING: Final = (sys.executable, "-m", "simulator.api.backstage.drawing")


class Backstage:
    """One process; threads that order at the same time are served one after another.

    Args:
        command: what carries out orders.
    """

    def __init__(self, command: tuple[str, ...]) -> None:
        self._command = command
        self._complaints: IO[str] | None = None
        self._process: subprocess.Popen[bytes] | None = None
        self._turn = threading.Lock()
        self._closed = False

    def start(self) -> None:
        """Have the process load what it will need, before anything is ordered.

        Raises:
            RollcallError: it was closed.
        """
        with self._turn:
            self._find()

    def order(self, order: Order, respondent: "Respondent | None" = None) -> Generator[Any]:
        """Every reply. Closing it has the process stop, and returns once that has kept what was done.

        Args:
            order: what is to be done.
            respondent: who answers prompts, in this thread.

        Raises:
            RollcallError: it cannot be done, or the process died.
        """
        with self._turn:
            process = self._find()
            assert process.stdin is not None
            assert process.stdout is not None
            under_way = True
            try:
                send(process.stdin, order)
                while not isinstance(reply := receive(process.stdout), Done):
                    if isinstance(reply, Asked):
                        assert respondent is not None
                        send(process.stdin, Answered(answer=respondent.answer(reply.prompt, reply.day)))
                    else:
                        yield reply
                under_way = False
            except (EOFError, OSError) as error:
                under_way = False
                raise RollcallError(self._tell_end(process)) from error
            finally:
                if under_way:
                    self._stop(process)
        if reply.failed:
            raise RollcallError(reply.failed)

    def close(self) -> None:
        """End the process as soon as nothing is under way; nothing can be ordered any more."""
        with self._turn:
            self._closed = True
            if self._process is not None:
                self._end(self._process)

    def _find(self) -> "subprocess.Popen[bytes]":
        if self._closed:
            raise RollcallError(f"{self._command[-1]} was closed")
        if self._process is None:
            try:
                self._process = self._begin()
            except OSError as error:
                raise RollcallError(f"{self._command[-1]} cannot be started: {error.strerror}") from error
        return self._process

    def _begin(self) -> "subprocess.Popen[bytes]":
        # Closed by `_end`; last words need not be UTF-8.
        self._complaints = TemporaryFile("w+", encoding="utf-8", errors="replace")  # noqa: SIM115
        return subprocess.Popen(  # noqa: S603  (our own interpreter and module)
            self._command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._complaints,
            # A terminal that is closed or interrupted tells the screen alone, which then has this one stop.
            start_new_session=True,
        )

    def _stop(self, process: "subprocess.Popen[bytes]") -> None:
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            send(process.stdin, Stop())
            while not isinstance(receive(process.stdout), Done):
                pass
        except (EOFError, OSError):
            self._tell_end(process)

    def _tell_end(self, process: "subprocess.Popen[bytes]") -> str:
        """How it died; the next order starts another."""
        words = self._end(process)
        return f"{self._command[-1]} ended with {process.returncode}{words}; what it recorded is kept, start it again"

    def _end(self, process: "subprocess.Popen[bytes]") -> str:
        """Have it end, which has nothing to lose any more; its last words."""
        process.kill()
        # Closes both pipes, and takes no notice of what could not be written.
        process.communicate()
        assert self._complaints is not None
        with self._complaints as complaints:
            words = last_words(complaints)
        self._process = None
        return words
