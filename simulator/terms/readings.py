"""What a promise and a silence come to, read as kindly and as harshly as their words allow.

=====================================  ==============================  ==================================
the terms say                          kindest                         harshest
=====================================  ==============================  ==================================
when deletion begins, and its end      done on the day it begins       done at the end, and the backups later
when deletion begins, but no end       done on the day it begins       never known to be done
nothing, of something made from data   gone when its first parent is   kept without end
nothing, of something with no parent   gone with the withdrawal        kept without end
=====================================  ==============================  ==================================
"""

from collections.abc import Iterable
from dataclasses import dataclass

from simulator.domain.reading import Reading
from simulator.terms.clause import Clause


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """A deletion that a clause promises, in days of the story; ``ends`` None: not said."""

    clause: str
    begins: int
    ends: int | None
    backup_extra: int | None

    def done_on(self, reading: Reading) -> int | None:
        """The first day without it, or None: never known to be done."""
        if reading is Reading.KINDEST:
            return self.begins
        return None if self.ends is None else self.ends + (self.backup_extra or 0)


def promise(clause: Clause, start: int) -> Promise | None:
    """What the clause promises once its clock has started on that day; None if it promises nothing.

    Where only a deadline is said, deletion may begin on the first day.
    """
    retain = clause.retain
    if retain is None:
        return None
    return Promise(
        clause=clause.id,
        begins=start + (retain.begin_delete_after or 0),
        ends=None if retain.deadline is None else start + retain.deadline,
        backup_extra=retain.backup_extra,
    )


def silence_ends_on(reading: Reading, settled: int, parents: Iterable[int | None]) -> int | None:
    """The first day without something of which the terms say nothing, or None: kept without end.

    Args:
        reading: how to read the silence.
        settled: the day on which the withdrawal reached it.
        parents: for each thing it was made from, the first day without that, or None.
    """
    if reading is Reading.HARSHEST:
        return None
    days = list(parents)
    if not days:
        return settled
    known = [day for day in days if day is not None]
    return max(settled, min(known)) if known else None
