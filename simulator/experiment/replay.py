"""Power by replay: run the planned field test again and again in a world whose truth is known.

Formulas for power hold for one look at a normal mean. A replay also tells how often the sign is wrong, by how much the
effects that pass the test are exaggerated (Gelman & Carlin 2014, https://doi.org/10.1177/1745691614551642), and what
it costs to look early.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from simulator.experiment.design import FieldTest
from simulator.experiment.estimate import always_valid, quantile
from simulator.experiment.metric import PLACE, Metric
from simulator.experiment.plan import Plan
from simulator.experiment.rows.play import play
from simulator.population.luck import draw_uniform

WORLD: Final = 100_000  # people whose answers in every world are known, and who are drawn for each replay
Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Replay:
    """What so many repetitions of one field test come to; all but ``truth``, ``exaggeration`` and counts are shares.

    Attributes:
        metric: which, in ``arm`` less the first arm.
        truth: the difference of means in the whole world.
        replays, people, looks: how many repetitions, people in the two arms together, looks at the results.
        found: significant at the end, with the right sign.
        wrong_sign: significant at the end, with the wrong sign.
        exaggeration: mean size of the effects that are significant at the end, in units of the true one.
        found_early: found by somebody who stops at the first look that is significant by itself.
        found_valid: found by somebody who stops at the first look whose always-valid interval excludes zero.
        people_valid: how many people that takes on average, all of them where nothing is found.
        false_alarms: significant at the end, where both arms are the first arm.
        false_early, false_valid: the same for those who stop early.
    """

    metric: Metric
    arm: str
    truth: float
    replays: int
    people: int
    looks: int
    found: float
    wrong_sign: float
    exaggeration: float
    found_early: float
    found_valid: float
    people_valid: float
    false_alarms: float
    false_early: float
    false_valid: float


def replay(plan: Plan, metric: Metric, arm: int, *, replays: int) -> Replay:
    """Repeat the field test of a plan for one metric and one arm.

    Args:
        plan: the experiment; its field test is what is repeated, with an even share of people for each arm.
        metric: what is tested.
        arm: place of the arm that is compared with the first.
        replays: how often.
    """
    persons = np.arange(min(plan.people, WORLD), dtype=np.uint64)
    rows = play(plan, persons)
    first, second = (rows[place].metrics[PLACE[metric]].astype(np.int64) for place in (0, arm))
    truth = float(second.mean() - first.mean())
    tests = Repetitions(seed=plan.seed, test=plan.experiment.field_test, arms=len(plan.worlds), replays=replays)
    real, null = tests.run(first, second, "effect"), tests.run(first, first, "null")
    clear = np.abs(real.gap[:, -1]) > real.reach[:, -1]
    right = np.sign(real.gap[:, -1]) == np.sign(truth)
    size = np.abs(real.gap[clear, -1])
    early, valid = real.first_naive, real.first_valid
    return Replay(
        metric=metric,
        arm=plan.worlds[arm].arm.id,
        truth=truth,
        replays=replays,
        people=2 * tests.people,
        looks=plan.experiment.field_test.looks,
        found=float(np.mean(clear & right)),
        wrong_sign=float(np.mean(clear & ~right)),
        exaggeration=float(size.mean() / abs(truth)) if len(size) and truth else float("nan"),
        found_early=_found(real, early, truth),
        found_valid=_found(real, valid, truth),
        people_valid=float(2 * tests.sizes[np.minimum(valid, len(tests.sizes) - 1)].mean()),
        false_alarms=float(np.mean(np.abs(null.gap[:, -1]) > null.reach[:, -1])),
        false_early=float(np.mean(null.first_naive < len(tests.sizes))),
        false_valid=float(np.mean(null.first_valid < len(tests.sizes))),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What many repetitions see; arrays of shape ``(replays, looks)``.

    Attributes:
        gap: the difference of means.
        reach: half the naive interval.
        valid: half the always-valid interval.
    """

    gap: NDArray[np.float64]
    reach: NDArray[np.float64]
    valid: NDArray[np.float64]

    @property
    def first_naive(self) -> NDArray[np.intp]:
        """The first look whose naive interval excludes zero; one more than there are looks where none does."""
        return _first(np.abs(self.gap) > self.reach)

    @property
    def first_valid(self) -> NDArray[np.intp]:
        return _first(np.abs(self.gap) > self.valid)


@dataclass(frozen=True, slots=True, kw_only=True)
class Repetitions:
    """Repetitions of a field test."""

    seed: int
    test: FieldTest
    arms: int
    replays: int

    @property
    def people(self) -> int:
        """In each arm."""
        return self.test.people // self.arms

    @property
    def sizes(self) -> NDArray[np.intp]:
        """People in each arm by the end of each look."""
        return np.arange(1, self.test.looks + 1) * self.people // self.test.looks

    def run(self, first: Numbers, second: Numbers, what: str) -> Seen:
        """Draw people for both arms, again and again, from those whose outcomes are given."""
        sums = np.array([self._draw(outcomes, f"{what}/{side}") for side, outcomes in enumerate((first, second))])
        people = np.maximum(self.sizes, 2)
        means = sums[:, 0] / people
        variances = (people * sums[:, 1] - sums[:, 0] ** 2) / (people * (people - 1))
        error = np.sqrt((variances / people).sum(axis=0))
        gap = means[1] - means[0]
        _, high = always_valid(0.0, error, 2 * people, 2 * self.people, self.test.alpha)
        return Seen(gap=gap, reach=quantile(1 - self.test.alpha / 2) * error, valid=high)

    def _draw(self, outcomes: Numbers, what: str) -> NDArray[np.float64]:
        """Sums and sums of squares by replay and look, shape ``(2, replays, looks)``."""
        places = np.arange(self.people, dtype=np.uint64)
        starts = np.concatenate(([0], self.sizes[:-1]))
        sums = np.empty((2, self.replays, len(starts)))
        for number in range(self.replays):
            luck = draw_uniform(self.seed, f"replay/{what}", places, number)
            drawn = outcomes[(luck * len(outcomes)).astype(np.intp)]
            sums[0, number] = np.add.reduceat(drawn, starts)
            sums[1, number] = np.add.reduceat(drawn * drawn, starts)
        return np.cumsum(sums, axis=2)


def _first(hit: NDArray[np.bool_]) -> NDArray[np.intp]:
    look: NDArray[np.intp] = np.where(hit.any(axis=1), hit.argmax(axis=1), hit.shape[1])
    return look


def _found(seen: Seen, look: NDArray[np.intp], truth: float) -> float:
    at = np.minimum(look, seen.gap.shape[1] - 1)
    right = np.sign(seen.gap[np.arange(len(at)), at]) == np.sign(truth)
    return float(np.mean((look < seen.gap.shape[1]) & right))
