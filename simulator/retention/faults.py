"""Deletion faults: what a story declares to go wrong, so that nothing ever goes wrong undeclared."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from simulator.domain.categories import DataCategory
from simulator.domain.errors import LedgerError
from simulator.domain.events import FaultKind
from simulator.domain.holding import Holder, Holding

LONGEST = 3660  # days: ten years, as long as a story may be
_NEEDS = {
    FaultKind.DELETE_LOST: ("categories",),
    FaultKind.CACHE_LAG: ("days",),
    FaultKind.BACKUP_RESTORE: ("days",),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One thing that goes wrong.

    Attributes:
        day: the day on which it happens, or from which on it lasts.
        categories: for ``delete_lost``: the data of which no deletion happens from that day on.
        days: for ``cache_lag``: how much longer what was made from other data is there; for ``backup_restore``: how
            many days back what was deleted comes to be held again.
    """

    day: int
    what: FaultKind
    categories: tuple[DataCategory, ...] = ()
    days: int | None = None

    @property
    def name(self) -> str:
        """Unique within a story: ``backup_restore-50``."""
        return f"{self.what}-{self.day}"

    def delays(self, holding: Holding, day: int) -> bool:
        """Whether a deletion of this that is due on that day does not happen, or happens late."""
        if day < self.day or holding.holder is not Holder.COMPANY:
            return False
        if self.what is FaultKind.DELETE_LOST:
            return holding.category in self.categories
        return self.what is FaultKind.CACHE_LAG and bool(holding.parents)


def delay_of(faults: Iterable[Fault], holding: Holding, day: int) -> Fault | None:
    """The fault that delays it the longest, a loss before any lag; None: its deletion happens when it is due."""
    return max((fault for fault in faults if fault.delays(holding, day)), key=_length, default=None)


def _length(fault: Fault) -> tuple[bool, int]:
    return fault.days is None, fault.days or 0


def check_faults(faults: Sequence[Fault], last_day: int) -> None:
    """Refuse faults that cannot happen as they are written.

    Raises:
        LedgerError: one lies outside the days played, lacks what it needs or has more, or happens twice on a day.
    """
    seen: set[str] = set()
    for number, fault in enumerate(faults):
        where = f"faults[{number}]: {fault.what} on day {fault.day}"
        if not 0 <= fault.day <= last_day:
            raise LedgerError(f"{where}: expected a day from 0 to last_day {last_day}")
        for name, value in (("categories", fault.categories or None), ("days", fault.days)):
            needed = name in _NEEDS.get(fault.what, ())
            if needed and value is None:
                raise LedgerError(f"{where}: it needs '{name}'")
            if not needed and value is not None:
                raise LedgerError(f"{where}: it has no use for '{name}'; remove it")
        if fault.days is not None and not 1 <= fault.days <= LONGEST:
            raise LedgerError(f"{where}: days: expected 1 to {LONGEST}")
        if fault.name in seen:
            raise LedgerError(f"{where}: it happens twice that day; join the two or move one")
        seen.add(fault.name)
    if sum(fault.what is FaultKind.ACCOUNT_DELETED for fault in faults) > 1:
        raise LedgerError("faults: an account is deleted once; remove the second account_deleted")
