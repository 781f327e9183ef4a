"""What is held, day by day: a fold of the events that is kept, since every day of it is drawn again and again."""

from collections import Counter
from typing import TYPE_CHECKING

from simulator.domain.holding import HoldingState
from simulator.retention.ledger import EMPTY, Ledger, apply_all

if TYPE_CHECKING:
    from collections.abc import Sequence

    from simulator.domain.events import Event


class StateCourse:
    """How many things are in each state at the end of every day so far.

    INVARIANT: the counts of a day depend on the events up to its end and on nothing else.
    """

    def __init__(self) -> None:
        self._ledger: Ledger = EMPTY
        self._taken = 0
        self._days: list[Counter[HoldingState]] = []

    def over(self, events: "Sequence[Event]", day: int) -> "Sequence[Counter[HoldingState]]":
        """The counts of days 0 to ``day``; those of days that nothing is known of yet are those of the last known.

        Args:
            events: of one story; a longer list of the same ones at every call.
            day: the last day that is wanted.
        """
        last = events[-1].day if events else 0
        self._close(events, last)
        known = self._days[: day + 1]
        if day < len(self._days):
            return known
        now = count_states(apply_all(self._ledger, events[self._taken :]))
        return [*known, *(now for _ in range(day + 1 - len(known)))]

    def _close(self, events: "Sequence[Event]", last: int) -> None:
        """Count every day that is over: those before the day of the newest event."""
        while len(self._days) < last:
            day, end = len(self._days), self._taken
            while end < len(events) and events[end].day <= day:
                end += 1
            if end > self._taken:
                self._ledger = apply_all(self._ledger, events[self._taken : end])
                self._taken = end
            self._days.append(count_states(self._ledger))


def count_states(ledger: Ledger) -> Counter[HoldingState]:
    """How many things are in each state."""
    return Counter(entry.state for entry in ledger.entries.values())
