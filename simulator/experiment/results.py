"""What a tally says: arms, contrasts, and the same contrasts as a field test would see them. Plain values."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from simulator.domain.categories import DataCategory
from simulator.experiment.estimate import (
    Estimate,
    Sample,
    always_valid,
    chance_of_split,
    detectable,
    estimate_gap,
    estimate_mean,
    power_at,
)
from simulator.experiment.metric import PLACE, SAYS, Better, Metric
from simulator.experiment.plan import Plan
from simulator.experiment.rows.ends import OUTCOMES, End, Why
from simulator.experiment.tally import Flipped, Tally

CAVEAT = "A model of people, not evidence about yours."
UNEVEN = 0.001  # a sample ratio less likely than this is looked into before anything is read


@dataclass(frozen=True, slots=True, kw_only=True)
class ArmResult:
    """One arm over the whole cohort.

    Attributes:
        held: things held on the last day by category: kindest, harshest.
        standing: consents that stand at the end of each day.
    """

    id: str
    title: str
    means: Mapping[Metric, Estimate]
    held: Mapping[DataCategory, tuple[int, int]]
    standing: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """One look at the field test, after so many people.

    Attributes:
        naive: the interval that a single look would have; it fools who looks more than once.
        valid: the interval that holds at all looks together.
    """

    people: int
    naive: Estimate
    valid: tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """One metric in one arm, less the same in the first arm.

    Attributes:
        paired: the same people in both worlds: the truth about this cohort.
        field: different people in each arm, as a field test would see it.
        detectable: the smallest true effect that the field test would find with its power.
        power: how often it would find the effect that is true here.
        looks: at the field test while it fills.
    """

    paired: Estimate
    field: Estimate
    detectable: float
    power: float
    looks: tuple[Look, ...]


class Verdict(StrEnum):
    """What can be said of a guardrail: its whole interval is inside, outside, or neither."""

    HOLDS = "holds"
    BROKEN = "broken"
    OPEN = "open"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rail:
    """A guardrail in one contrast; ``worse`` is by how much the arm is worse than the first, paired."""

    metric: Metric
    most: float
    worse: Estimate
    verdict: Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Contrast:
    """One arm against the first.

    Attributes:
        flows: from how each answered in the first arm to how in this, where anybody did.
        causes: for people whose ends differ: cause, end in the first arm, end in this; how many.
        flipped: how many people's ends differ.
        named: the first of them by row.
    """

    arm: str
    against: str
    gaps: Mapping[Metric, Gap]
    rails: tuple[Rail, ...]
    flows: Mapping[tuple[str, str], int]
    causes: Mapping[tuple[Why, End, End], int]
    flipped: int
    named: tuple[Flipped, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Results:
    """Everything that a run says.

    Attributes:
        people: who were counted so far; ``planned`` is how many there are to be.
        in_field: people in each arm of the field test so far.
        split: the chance of so uneven a split, the sample-ratio check.
    """

    plan: Plan
    people: int
    planned: int
    arms: tuple[ArmResult, ...]
    contrasts: tuple[Contrast, ...]
    in_field: tuple[int, ...]
    split: float


def conclude(plan: Plan, tally: Tally) -> Results:
    """Read a tally."""
    in_field = tuple(int(seen) for seen in tally.seen.sum(axis=0))
    return Results(
        plan=plan,
        people=tally.people,
        planned=plan.people,
        arms=tuple(_arm(plan, tally, place) for place in range(len(plan.worlds))),
        contrasts=tuple(_contrast(plan, tally, place) for place in range(1, len(plan.worlds))),
        in_field=in_field,
        split=chance_of_split(in_field),
    )


def _arm(plan: Plan, tally: Tally, place: int) -> ArmResult:
    arm = plan.worlds[place].arm
    held = tally.held[place]
    return ArmResult(
        id=arm.id,
        title=arm.title,
        means={
            metric: estimate_mean(
                Sample(people=tally.people, total=int(tally.sums[place, at]), squares=int(tally.squares[place, at]))
            )
            for metric, at in PLACE.items()
        },
        held={
            category: (int(held[at, 0]), int(held[at, 1])) for at, category in enumerate(DataCategory) if held[at, 1]
        },
        standing=tuple(tally.standing[place].tolist()),
    )


def _contrast(plan: Plan, tally: Tally, place: int) -> Contrast:
    flows, causes = tally.flows[place - 1], tally.causes[place - 1]
    gaps = {metric: _gap(plan, tally, place, at) for metric, at in PLACE.items()}
    return Contrast(
        arm=plan.worlds[place].arm.id,
        against=plan.worlds[0].arm.id,
        gaps=gaps,
        rails=tuple(_rail(rail.metric, rail.most, gaps) for rail in plan.experiment.guardrails),
        flows={
            (before, after): int(flows[i, j])
            for i, before in enumerate(OUTCOMES)
            for j, after in enumerate(OUTCOMES)
            if flows[i, j]
        },
        causes={
            (cause, before, after): int(causes[cause, before, after])
            for cause in Why
            for before in End
            for after in End
            if causes[cause, before, after]
        },
        flipped=int(causes.sum()),
        named=tuple(flipped for flipped in tally.flipped if flipped.arm == place),
    )


def _gap(plan: Plan, tally: Tally, place: int, at: int) -> Gap:
    test = plan.experiment.field_test
    paired = Sample(
        people=tally.people,
        total=int(tally.gaps[place - 1, at]),
        squares=int(tally.gap_squares[place - 1, at]),
    )
    first, second = (_field_sample(tally, arm, at, test.looks) for arm in (0, place))
    field = estimate_gap(first, second, 1 - test.alpha)
    found = estimate_mean(paired)
    return Gap(
        paired=found,
        field=field,
        detectable=detectable(field.error, test.alpha, test.power),
        power=power_at(found.value, field.error, test.alpha),
        looks=tuple(_look(plan, tally, place, at, look) for look in range(1, test.looks + 1)),
    )


def _field_sample(tally: Tally, arm: int, at: int, looks: int) -> Sample:
    return Sample(
        people=int(tally.seen[:looks, arm].sum()),
        total=int(tally.seen_sums[:looks, arm, at].sum()),
        squares=int(tally.seen_squares[:looks, arm, at].sum()),
    )


def _look(plan: Plan, tally: Tally, place: int, at: int, looks: int) -> Look:
    test = plan.experiment.field_test
    first, second = (_field_sample(tally, arm, at, looks) for arm in (0, place))
    naive = estimate_gap(first, second, 1 - test.alpha)
    people = first.people + second.people
    planned = max(people, 2 * min(test.people, plan.people) // len(plan.worlds))
    low, high = (-math.inf, math.inf)
    if people and naive.error >= 0:
        low, high = always_valid(naive.value, naive.error, people, planned, test.alpha)
    return Look(people=people, naive=naive, valid=(float(low), float(high)))


def _rail(metric: Metric, most: float, gaps: Mapping[Metric, Gap]) -> Rail:
    gap = gaps[metric].paired
    worse = gap
    if SAYS[metric].better is Better.MORE:
        worse = Estimate(value=-gap.value, low=-gap.high, high=-gap.low, error=gap.error, p=gap.p)
    verdict = Verdict.HOLDS if worse.high <= most else Verdict.BROKEN if worse.low > most else Verdict.OPEN
    return Rail(metric=metric, most=most, worse=worse, verdict=verdict)
