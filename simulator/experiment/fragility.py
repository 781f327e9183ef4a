"""The smallest change of one assumed number that turns the conclusion round."""

from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from simulator.behaviour.parameters import Grade, Parameter
from simulator.experiment.estimate import Sample, estimate_mean
from simulator.experiment.metric import OF_ANSWERS, PLACE, Metric
from simulator.experiment.plan import Plan
from simulator.experiment.results import Fragility, Nearest, Turn
from simulator.experiment.rows.play import play

_PEOPLE, _PEOPLE_WITH_PHOTOS = 20_000, 5_000
_HALVINGS: Final = 8  # a two-hundred-and-fiftieth of the way to the end of a range


def find_fragility(plan: Plan, metric: Metric, arm: int) -> Fragility:
    """Move every assumed number of the behaviour model, one at a time, as far as its range goes."""
    probe = _Probe(plan=plan, metric=metric, arm=arm)
    sample = probe.gaps({})
    gap = sample.mean
    assumed = [(name, number) for name, number in plan.parameters.named() if number.grade is Grade.ASSUMED]
    turns, ends = [], []
    for name, number in assumed:
        for end in number.range:
            if end == number.value:
                continue
            there = probe.gaps({name: end}).mean
            ends.append((there / gap if gap else 1.0, name, there))
            if there * gap < 0:
                turns.append(_bisect(probe, name, number, end, gap))
    nearest = min(ends, default=None)
    return Fragility(
        metric=metric,
        arm=plan.worlds[arm].arm.id,
        gap=estimate_mean(sample),
        people=probe.people,
        tried=len(assumed),
        turns=tuple(sorted(turns, key=lambda turn: turn.share)),
        nearest=None if turns or nearest is None else Nearest(parameter=nearest[1], gap=nearest[2]),
    )


def _bisect(probe: "_Probe", name: str, number: Parameter, end: float, gap: float) -> Turn:
    low, high = 0.0, 1.0
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        there = probe.gaps({name: number.value + middle * (end - number.value)}).mean
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

    def gaps(self, values: dict[str, float]) -> Sample:
        """The difference within each person, with these numbers instead of the model's own."""
        worlds = (self.plan.worlds[0], self.plan.worlds[self.arm])
        plan = replace(self.plan, worlds=worlds, parameters=self.plan.parameters.having(values))
        persons = np.arange(self.people, dtype=np.uint64)
        first, second = play(plan, persons, photos=self.metric not in OF_ANSWERS)
        gaps = second.metrics[PLACE[self.metric]].astype(np.int64) - first.metrics[PLACE[self.metric]]
        return Sample(people=self.people, total=int(gaps.sum()), squares=int(np.dot(gaps, gaps)))
