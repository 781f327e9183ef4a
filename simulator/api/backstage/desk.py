"""Where a process behind the screen gets its orders, one after another, on its standard input.

INVARIANT: when the other end is gone, what is under way is stopped, and what had happened is recorded.
"""

import os
import queue
import sys
import threading
from collections.abc import Callable, Generator, Iterator
from contextlib import closing
from typing import IO, Any, Final

from simulator.api.backstage.messages import Answered, Asked, Done, Stop, receive, send
from simulator.consent.ask import Answer
from simulator.consent.prompt import Prompt
from simulator.domain.errors import RollcallError

_GENTLE: Final = 15  # of 19: where cores are few, the screen that somebody looks at goes first


class _StoppedWhileAskedError(BaseException):
    """Nobody will answer. No failure of the story: its record says *interrupted*."""


class Desk:
    """Both ends of the pipe: orders come in, replies and questions go out."""

    def __init__(self, incoming: IO[bytes], outgoing: IO[bytes]) -> None:
        self._incoming, self._outgoing = incoming, outgoing
        self._orders: queue.SimpleQueue[Any] = queue.SimpleQueue()
        self._answers: queue.SimpleQueue[Answered | None] = queue.SimpleQueue()
        self._stopped = threading.Event()
        threading.Thread(target=self._read, name="desk", daemon=True).start()

    def orders(self) -> Iterator[Any]:
        """Each order as it comes, until the other end is gone."""
        while (order := self._orders.get()) is not None:
            yield order

    def answer(self, prompt: Prompt, day: int) -> Answer | None:
        """Satisfies `simulator.consent.ask.Respondent`: pass the question on."""
        try:
            send(self._outgoing, Asked(prompt=prompt, day=day))
        except BrokenPipeError as error:
            raise _StoppedWhileAskedError from error
        answered = self._answers.get()
        if answered is None:
            raise _StoppedWhileAskedError
        return answered.answer

    def hand_over(self, replies: Generator[Any]) -> None:
        """Pass replies on for as long as somebody wants them, then say that there are no more."""
        failed = ""
        try:
            with closing(replies):
                for reply in replies:
                    if self._stopped.is_set():
                        break
                    send(self._outgoing, reply)
        except _StoppedWhileAskedError:
            pass
        except (RollcallError, OSError) as error:
            failed = str(error)
        send(self._outgoing, Done(failed=failed))

    def _read(self) -> None:
        while True:
            try:
                message = receive(self._incoming)
            except EOFError:
                self._stop()
                self._orders.put(None)
                return
            match message:
                case Stop():
                    self._stop()
                case Answered():
                    self._answers.put(message)
                case order:
                    # A stop was meant for the order before, even if that was done already when it came.
                    self._stopped.clear()
                    self._answers = queue.SimpleQueue()
                    self._orders.put(order)

    def _stop(self) -> None:
        self._stopped.set()
        self._answers.put(None)


def _step_back() -> None:
    # Only Unix has niceness; elsewhere the screen and this process share the cores as equals.
    if hasattr(os, "nice"):
        os.nice(_GENTLE)


def serve(carry_out: Callable[[Any, Desk], Generator[Any]]) -> None:
    """Carry out orders until nobody gives any more."""
    _step_back()
    desk = Desk(sys.stdin.buffer, sys.stdout.buffer)
    # Whatever else is printed would spoil the pipe.
    sys.stdout = sys.stderr
    try:
        for order in desk.orders():
            desk.hand_over(carry_out(order, desk))
    except BrokenPipeError:
        # The screen died. Python would try once more to write what was left, and complain.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
