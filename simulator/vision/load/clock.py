"""Time as the load generator reads it, so that a test can bring its own."""

from time import perf_counter, sleep
from typing import Protocol

# A sleeping process is woken late by about this much on an ordinary system; the rest is waited for awake.
_WAKE_UP = 0.002


class SecondsClock(Protocol):
    """Seconds since some moment that does not matter."""

    def now(self) -> float: ...

    def wait_until(self, moment: float) -> None:
        """Return at ``moment``, or at once when it has passed."""
        ...


class WallClock:
    """The computer's own monotonic clock."""

    def now(self) -> float:
        return perf_counter()

    def wait_until(self, moment: float) -> None:
        if (left := moment - perf_counter()) > _WAKE_UP:
            sleep(left - _WAKE_UP)
        while perf_counter() < moment:
            pass
