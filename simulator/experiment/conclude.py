"""From a tally to what it says."""

import math
from collections.abc import Mapping
from dataclasses import replace

from simulator.domain.categories import DataCategory
from simulator.experiment.estimate import (
    Sample,
    always_valid,
    chance_of_split,
    detectable,
    error_of_gap,
    estimate_gap,
    estimate_mean,
    known,
    power_at,
)
from simulator.experiment.metric import PLACE, SAYS, Better, Metric
from simulator.experiment.outcome import End, Why
from simulator.experiment.plan import Plan
from simulator.experiment.results import (
    CAVEAT,
    ArmResult,
    Contrast,
    Estimate,
    FieldCount,
    FieldEstimate,
    FlippedPerson,
    FlipReason,
    Flips,
    Flow,
    Gap,
    Interval,
    Look,
    Rail,
    RailVerdict,
    ReadingBand,
    Results,
)
from simulator.experiment.rows.ends import OUTCOMES
from simulator.experiment.tally import Tally
from simulator.population.looks import name_of


def conclude(plan: Plan, tally: Tally) -> Results:
    """Read a tally."""
    experiment, test = plan.experiment, plan.experiment.field_test
    in_field = tuple(int(seen) for seen in tally.seen.sum(axis=0))
    return Results(
        experiment=experiment.id,
        title=experiment.title,
        people=tally.people,
        planned=plan.people,
        seed=plan.seed,
        days=experiment.days,
        lives=experiment.lives,
        metrics=experiment.metrics,
        arms=tuple(_arm(plan, tally, place) for place in range(len(plan.worlds))),
        contrasts=tuple(_contrast(plan, tally, place) for place in range(1, len(plan.worlds))),
        field_test=FieldCount(
            people=in_field,
            split=known(chance_of_split(in_field)),
            looks=test.looks,
            alpha=test.alpha,
            power=test.power,
            planned=test.people,
        ),
        note=CAVEAT,
    )


def _arm(plan: Plan, tally: Tally, place: int) -> ArmResult:
    world, held = plan.worlds[place], tally.held[place]
    return ArmResult(
        id=world.arm.id,
        title=world.arm.title,
        prompt=world.prompt.id,
        terms=world.terms.id,
        means={
            metric: estimate_mean(
                Sample(people=tally.people, total=int(tally.sums[place, at]), squares=int(tally.squares[place, at])),
                tested=False,
            )
            for metric, at in PLACE.items()
        },
        held={
            category: ReadingBand(kindest=int(held[at, 0]), harshest=int(held[at, 1]))
            for at, category in enumerate(DataCategory)
            if held[at, 1]
        },
        standing=tuple(tally.standing[place].tolist()),
    )


def _contrast(plan: Plan, tally: Tally, place: int) -> Contrast:
    flows = tally.flows[place - 1]
    gaps = {metric: _gap(plan, tally, place, metric) for metric in PLACE}
    return Contrast(
        arm=plan.worlds[place].arm.id,
        against=plan.worlds[0].arm.id,
        gaps=gaps,
        rails=tuple(_rail(rail.metric, rail.most, gaps) for rail in plan.experiment.guardrails),
        flows=tuple(
            Flow(before=before, after=after, people=int(flows[i, j]))
            for i, before in enumerate(OUTCOMES)
            for j, after in enumerate(OUTCOMES)
            if flows[i, j]
        ),
        flipped=_flips(plan, tally, place),
    )


def _flips(plan: Plan, tally: Tally, place: int) -> Flips:
    causes = tally.causes[place - 1]
    return Flips(
        people=int(causes.sum()),
        causes=tuple(
            FlipReason(cause=cause, before=before, after=after, people=int(causes[cause, before, after]))
            for cause in Why
            for before in End
            for after in End
            if causes[cause, before, after]
        ),
        named=tuple(
            FlippedPerson(
                person=one.person,
                name=name_of(plan.seed, one.person),
                before=End(one.before),
                after=End(one.after),
                cause=Why(one.cause),
            )
            for one in tally.flipped
            if one.arm == place
        ),
    )


def _gap(plan: Plan, tally: Tally, place: int, metric: Metric) -> Gap:
    test, at = plan.experiment.field_test, PLACE[metric]
    paired = Sample(
        people=tally.people,
        total=int(tally.gaps[place - 1, at]),
        squares=int(tally.gap_squares[place - 1, at]),
    )
    first, second = (_field_sample(tally, arm, at, test.looks) for arm in (0, place))
    field, error = estimate_gap(first, second, 1 - test.alpha), error_of_gap(first, second)
    return Gap(
        says=SAYS[metric].says,
        paired=estimate_mean(paired),
        field=FieldEstimate(
            value=field.value,
            low=field.low,
            high=field.high,
            p=field.p,
            detectable=known(detectable(error, test.alpha, test.power)),
            power=known(power_at(paired.mean, error, test.alpha)),
            looks=tuple(_look(plan, tally, place, at, look) for look in range(1, test.looks + 1)),
        ),
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
    error = error_of_gap(first, second)
    people = first.people + second.people
    planned = max(people, 2 * min(test.people, plan.people) // len(plan.worlds))
    low, high = (-math.inf, math.inf)
    if people and error >= 0:
        low, high = always_valid(second.mean - first.mean, error, people, planned, test.alpha)
    return Look(
        people=people,
        naive=estimate_gap(first, second, 1 - test.alpha),
        valid=Interval(low=known(float(low)), high=known(float(high))),
    )


def _rail(metric: Metric, most: float, gaps: Mapping[Metric, Gap]) -> Rail:
    gap = gaps[metric].paired
    worse = _turned(gap) if SAYS[metric].better is Better.MORE else replace(gap, p=None)
    verdict = RailVerdict.OPEN
    if worse.high is not None and worse.high <= most:
        verdict = RailVerdict.HOLDS
    elif worse.low is not None and worse.low > most:
        verdict = RailVerdict.BROKEN
    return Rail(metric=metric, most=most, worse=worse, verdict=verdict)


def _turned(gap: Estimate) -> Estimate:
    """The same the other way round: by how much there is less."""
    value, low, high = (None if end is None else -end for end in (gap.value, gap.high, gap.low))
    return Estimate(value=value, low=low, high=high)
