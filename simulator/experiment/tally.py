"""What is left of a batch of people once it has been counted: whole numbers that add up.

INVARIANT: addition is exact, associative and commutative, so that any portions, in any order, on any machines, give
the same tally.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int64]

NAMED: Final = 40  # people who differ that are remembered by name, for each contrast


@dataclass(frozen=True, slots=True, kw_only=True)
class Flipped:
    """One person whose end differs between the first arm and another.

    Attributes:
        arm: place of the other arm.
        person: row of the population.
        before, after: codes of `ends.End` in the first arm and in the other.
        cause: code of `ends.Why`.
    """

    arm: int
    person: int
    before: int
    after: int
    cause: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """Sums over people. Arms and contrasts are in the order of the plan; contrast ``k`` is arm ``k + 1`` against arm 0.

    Attributes:
        people: how many were counted.
        sums, squares: of each metric, shape ``(arms, metrics)``.
        gaps, gap_squares: of the difference within each person, shape ``(contrasts, metrics)``.
        seen: people whom the field test has in each arm, by look, shape ``(looks, arms)``.
        seen_sums, seen_squares: of each metric over these, shape ``(looks, arms, metrics)``.
        held: things held on the last day, shape ``(arms, categories, 2)``: kindest and harshest.
        standing: consents that stand at the end of each day, shape ``(arms, days)``.
        flows: from how each answered in the first arm to how in another, shape ``(contrasts, outcomes, outcomes)``.
        causes: people whose end differs, by cause, and towards which end, shape ``(contrasts, causes, ends, ends)``.
        flipped: the first of them by row, `NAMED` for each contrast at most.
    """

    people: int
    sums: Numbers
    squares: Numbers
    gaps: Numbers
    gap_squares: Numbers
    seen: Numbers
    seen_sums: Numbers
    seen_squares: Numbers
    held: Numbers
    standing: Numbers
    flows: Numbers
    causes: Numbers
    flipped: tuple[Flipped, ...]

    def __add__(self, other: "Tally") -> "Tally":
        added = {field.name: getattr(self, field.name) + getattr(other, field.name) for field in fields(Tally)}
        return Tally(**{**added, "flipped": _first(added["flipped"])})

    def as_record(self) -> dict[str, Any]:
        """As JSON can carry it; `read_tally` is the inverse."""
        record = {field.name: getattr(self, field.name) for field in fields(Tally)}
        record["flipped"] = [[f.arm, f.person, f.before, f.after, f.cause] for f in self.flipped]
        return {name: value.tolist() if isinstance(value, np.ndarray) else value for name, value in record.items()}


def _first(flipped: tuple[Flipped, ...]) -> tuple[Flipped, ...]:
    kept: dict[int, int] = {}
    chosen = []
    for each in sorted(flipped, key=lambda one: (one.arm, one.person)):
        kept[each.arm] = kept.get(each.arm, 0) + 1
        if kept[each.arm] <= NAMED:
            chosen.append(each)
    return tuple(chosen)


def read_tally(record: Mapping[str, Any]) -> Tally:
    """The tally that `Tally.as_record` wrote.

    Raises:
        KeyError, TypeError, ValueError: the record is none.
    """
    numbers = {
        field.name: np.array(record[field.name], np.int64)
        for field in fields(Tally)
        if field.name not in {"people", "flipped"}
    }
    flipped = tuple(
        Flipped(arm=arm, person=person, before=before, after=after, cause=cause)
        for arm, person, before, after, cause in record["flipped"]
    )
    return Tally(people=int(record["people"]), flipped=flipped, **numbers)


def same(one: Tally, other: Tally) -> bool:
    """Whether two tallies are equal to the last bit."""
    return one.as_record() == other.as_record()
