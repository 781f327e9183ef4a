"""A series of the same question: how much less it is heeded each time."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from math import log2

from simulator.behaviour.calibration.targets import LEVEL
from simulator.behaviour.parameters import Parameters
from simulator.behaviour.traits import logit
from simulator.behaviour.validation.quantity import read_quantity
from simulator.behaviour.validation.study import CALIBRATE, StudyRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Habituation:
    """How a series of the same question wears off: shares that did as the question asked, at two exposures.

    Whoever is not read cannot be obeyed, so the drop in log-odds is laid on reading: an upper bound for slow prompts.

    Attributes:
        first, last: log-odds at the first and the last exposure.
        doublings: how often the number of exposures doubled in between.
    """

    first: float
    last: float
    doublings: float

    @property
    def per_doubling(self) -> float:
        return (self.first - self.last) / self.doublings

    def miss(self, parameters: Parameters) -> float:
        return (parameters.attend.habituation.value - self.per_doubling) * self.doublings / LEVEL


_ADHERENCE = re.compile(r"adherence|compliance_rate")


def find_habituation(rows: Sequence[StudyRow]) -> Habituation | None:
    """The first and last exposure of a series with role ``calibrate``, if the rows have one."""
    points = sorted(
        (exposure, logit(quantity.value / 100))
        for row in rows
        if row.role == CALIBRATE
        and _ADHERENCE.fullmatch(row.metric)
        and isinstance(exposure := row.factors.get("exposure"), int)
        and (quantity := read_quantity(row.value)) is not None
    )
    if len(points) < 2:  # noqa: PLR2004  (a series has two ends)
        return None
    (start, first), (end, last) = points[0], points[-1]
    return Habituation(first=first, last=last, doublings=log2(1 + end - start))
