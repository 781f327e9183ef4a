"""Time as the load generator reads it, so that a test can bring its own."""

from time import perf_counter, sleep, thread_time
from typing import Protocol

# A sleeping process is woken late by about this much on an ordinary system; the rest is waited for awake.
_WAKE_UP = 0.002


class SecondsClock(Protocol):
    """Seconds since some moment that does not matter."""

    def now(self) -> float: ...

    def worked(self) -> float:
        """Seconds of a processor that this thread has had since some moment that does not matter."""
        ...

    def wait_until(self, moment: float) -> None:
        """Return at ``moment``, or at once when it has passed."""
        ...

    def sleep_until(self, moment: float) -> None:
        """The same, a little late, and without taking the processor from other threads meanwhile."""
        ...


class WallClock:
    """The computer's own monotonic clock."""

    def now(self) -> float:
        return perf_counter()

    def worked(self) -> float:
        return thread_time()

    def sleep_until(self, moment: float) -> None:
        if (left := moment - perf_counter()) > 0:
            sleep(left)

    def wait_until(self, moment: float) -> None:
        if (left := moment - perf_counter()) > _WAKE_UP:
            sleep(left - _WAKE_UP)
        while perf_counter() < moment:
            pass
