"""The ledger as of one day: what came to be held, is going, is gone, and is not spoken of."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from simulator.domain.categories import DataCategory
from simulator.domain.holding import HoldingState
from simulator.retention.totals import Totals, totals

if TYPE_CHECKING:
    from collections import Counter

    from simulator.tui.playing.show import Show
    from simulator.tui.rooms.story.course import StateCourse

# Most surely held below, so that a stack of days reads from the ground up.
STACKED = (HoldingState.ALIVE, HoldingState.SILENT, HoldingState.SCHEDULED, HoldingState.DELETED)


@dataclass(frozen=True, slots=True, kw_only=True)
class DayLedgerView:
    """The ledger as of one day.

    Attributes:
        counts: in the order of `HoldingState`'s four signs, everything that was ever held.
        news: how much more, or less, than at the end of the day before.
        categories: kind of data and its counts, the largest still held first.
        stack: for each day up to this one, how many in each state of `STACKED`.
        last_day: of the whole story, so that the days to come have their place.
    """

    day: int
    last_day: int
    counts: Mapping[HoldingState, int]
    news: Mapping[HoldingState, int]
    categories: tuple[tuple[DataCategory, Totals], ...]
    stack: Sequence[tuple[int, ...]]

    @property
    def created(self) -> int:
        return sum(self.counts.values())


def view_day_ledger(show: "Show", course: "StateCourse") -> DayLedgerView:
    """What is held where the playhead stands."""
    held = totals(show.world.ledger)
    counts = {state: sum(getattr(each, state.value) for each in held.values()) for state in HoldingState}
    days: list[Counter[HoldingState] | Mapping[HoldingState, int]] = [
        *course.over(show.playback.events, show.day - 1)[: show.day],
        counts,
    ]
    before = days[-2] if len(days) > 1 else dict.fromkeys(HoldingState, 0)
    return DayLedgerView(
        day=show.day,
        last_day=show.last_day,
        counts=counts,
        news={state: counts[state] - before[state] for state in HoldingState},
        categories=tuple(sorted(held.items(), key=lambda row: -_held(row[1]))),
        stack=[tuple(day[state] for state in STACKED) for day in days],
    )


def _held(count: Totals) -> int:
    return count.alive + count.silent + count.scheduled
