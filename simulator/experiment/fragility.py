"""The smallest change of one assumed number that turns the conclusion round."""

from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from simulator.behaviour.parameters import Grade, Parameter
from simulator.experiment.estimate import Estimate, Sample, estimate_mean
from simulator.experiment.metric import OF_ANSWERS, PLACE, Metric
from simulator.experiment.plan import Plan
from simulator.experiment.rows.play import play

_PEOPLE, _PEOPLE_WITH_PHOTOS = 20_000, 5_000
_HALVINGS: Final = 8  # a two-hundred-and-fiftieth of the way to the end of a range


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """One assumed number that turns the conclusion round.

    Attributes:
        parameter: its dotted name.
        value: what the model uses; ``turns_at`` is the nearest value found at which the sign is another.
        share: of the way from the value to that end of its range.
    """

    parameter: str
    value: float
    turns_at: float
    share: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Fragility:
    """How firmly one conclusion stands on what was assumed.

    Attributes:
        metric: which, in ``arm`` less the first arm.
        gap: the difference as the parameters are, within persons.
        people: how many were asked again with each change.
        tried: how many assumed numbers were moved, each alone, through its whole range.
        turns: those that turn the sign round, the smallest change first.
        nearest: where none does, the number that comes nearest, and the difference at that end of its range.
    """

    metric: Metric
    arm: str
    gap: Estimate
    people: int
    tried: int
    turns: tuple[Turn, ...]
    nearest: tuple[str, float] | None


def find_fragility(plan: Plan, metric: Metric, arm: int) -> Fragility:
    """Move every assumed number of the behaviour model, one at a time, as far as its range goes."""
    probe = _Probe(plan=plan, metric=metric, arm=arm)
    gap = probe.gap({})
    assumed = [(name, number) for name, number in plan.parameters.named() if number.grade is Grade.ASSUMED]
    turns, ends = [], []
    for name, number in assumed:
        for end in number.range:
            if end == number.value:
                continue
            there = probe.gap({name: end}).value
            ends.append((there / gap.value if gap.value else 1.0, name, there))
            if there * gap.value < 0:
                turns.append(_bisect(probe, name, number, end, gap.value))
    nearest = min(ends, default=None)
    return Fragility(
        metric=metric,
        arm=plan.worlds[arm].arm.id,
        gap=gap,
        people=probe.people,
        tried=len(assumed),
        turns=tuple(sorted(turns, key=lambda turn: turn.share)),
        nearest=None if turns or nearest is None else nearest[1:],
    )


def _bisect(probe: "_Probe", name: str, number: Parameter, end: float, gap: float) -> Turn:
    low, high = 0.0, 1.0
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        there = probe.gap({name: number.value + middle * (end - number.value)}).value
        low, high = (low, middle) if there * gap < 0 else (middle, high)
    return Turn(parameter=name, value=number.value, turns_at=number.value + high * (end - number.value), share=high)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Probe:
    """Asks the same people again, with other numbers."""

    plan: Plan
    metric: Metric
    arm: int

    @property
    def people(self) -> int:
        return min(self.plan.people, _PEOPLE if self.metric in OF_ANSWERS else _PEOPLE_WITH_PHOTOS)

    def gap(self, values: dict[str, float]) -> Estimate:
        worlds = (self.plan.worlds[0], self.plan.worlds[self.arm])
        plan = replace(self.plan, worlds=worlds, parameters=self.plan.parameters.having(values))
        persons = np.arange(self.people, dtype=np.uint64)
        first, second = play(plan, persons, photos=self.metric not in OF_ANSWERS)
        gaps = second.metrics[PLACE[self.metric]].astype(np.int64) - first.metrics[PLACE[self.metric]]
        return estimate_mean(Sample(people=self.people, total=int(gaps.sum()), squares=int(np.dot(gaps, gaps))))
