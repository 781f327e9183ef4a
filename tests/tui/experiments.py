"""The results of an experiment that was never run, so that how it looks does not hang on what the model says today."""

from itertools import product

from simulator.domain.categories import DataCategory
from simulator.experiment.metric import SAYS, Metric
from simulator.experiment.outcome import End, Why
from simulator.experiment.results import (
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

ARMS = ("even-handed", "highlighted", "hidden", "obstruction", "shame", "trick", "small-print")
_PARTS = (16, 4, 21, 2, 17, 14, 3, 8, 2, 11, 2)  # of a hundred people, in the order of the kinds of yes and no
_KINDS = tuple(metric for metric in Metric if metric.startswith(("allow.", "dont.")))
_FUNNEL = (Metric.NOTICED, Metric.LOOKED, Metric.FOUND, Metric.SWITCHED, Metric.WITHDRAWN)
_ANSWERS = ("dont.unread", "dont.mistaken", "allow.slip", "ignored", "allow.mistaken", "allow.unread")


def results() -> Results:
    return Results(
        experiment="dark-patterns",
        title="Two equal buttons against six ways to make a no harder",
        people=20_000,
        planned=20_000,
        seed=7,
        days=60,
        lives={"parent-in-town": 1.0},
        metrics=(Metric.FIDELITY, Metric.ALLOW, Metric.WRONG_ALLOW, Metric.IDEAS_KEPT),
        arms=tuple(_arm(place, name) for place, name in enumerate(ARMS)),
        contrasts=tuple(_contrast(place, name) for place, name in enumerate(ARMS) if place),
        field_test=FieldCount(
            people=tuple(1142 + place for place in range(len(ARMS))), split=0.73, looks=5, alpha=0.05, power=0.8
        ),
        note="A model of people, not evidence about yours.",
    )


def _mean(metric: Metric, place: int) -> float:
    if metric in _KINDS:
        # Each world moves some from a no that was not read to a yes that was not.
        moved = {Metric.ALLOW_MISTAKEN: place, Metric.DONT_UNREAD: -place}.get(metric, 0)
        return (_PARTS[_KINDS.index(metric)] + moved) / sum(_PARTS)
    if metric in _FUNNEL:
        return 0.2 / (1 + 2 * _FUNNEL.index(metric)) + place / 100
    return 0.6 - place / 50 if SAYS[metric].share else 3.0 + place


def _estimate(value: float, reach: float, p: float | None = None) -> Estimate:
    return Estimate(value=value, low=value - reach, high=value + reach, p=p)


def _arm(place: int, name: str) -> ArmResult:
    return ArmResult(
        id=name,
        title=name,
        prompt=name,
        terms="meta-2025-06-test",
        means={metric: _estimate(_mean(metric, place), 0.01) for metric in Metric},
        held={
            category: ReadingBand(kindest=1000 * (5 + number // 3), harshest=1000 * (5 + number // 3) + 600 * place)
            for number, category in enumerate(DataCategory)
        },
        standing=(),
    )


def _contrast(place: int, name: str) -> Contrast:
    verdict = (RailVerdict.HOLDS, RailVerdict.OPEN, RailVerdict.BROKEN)[place % 3]
    moved = [
        Flow(before=one, after=other, people=90 * place - 7 * at)
        for at, (one, other) in enumerate(product(_ANSWERS[:3], _ANSWERS[3:]))
    ]
    return Contrast(
        arm=name,
        against=ARMS[0],
        gaps={metric: _gap(metric, _mean(metric, place) - _mean(metric, 0)) for metric in Metric},
        rails=(Rail(metric=Metric.WRONG_ALLOW, most=0.02, worse=_estimate(place / 50, 0.01), verdict=verdict),),
        flows=(*moved, Flow(before="allow.informed", after="allow.informed", people=18_000)),
        flipped=_flips(place),
    )


def _flips(place: int) -> Flips:
    names = ("Sonya", "Justin", "Ellen", "Edward", "Katherine", "Ashlee", "Megan")
    return Flips(
        people=330 * place,
        causes=(
            FlipReason(cause=Why.GLANCED, before=End.NO, after=End.YES, people=200 * place),
            FlipReason(cause=Why.GAVE_IN, before=End.NO, after=End.YES, people=100 * place),
            FlipReason(cause=Why.SLIPPED, before=End.YES, after=End.NO, people=20 * place),
            FlipReason(cause=Why.LOOKED, before=End.YES, after=End.WITHDRAWN, people=6 * place),
            FlipReason(cause=Why.SWITCHED, before=End.WITHDRAWN, after=End.YES, people=4 * place),
        ),
        named=tuple(
            FlippedPerson(person=13 * row, name=name, before=End.NO, after=End.YES, cause=Why.GLANCED)
            for row, name in enumerate(names, 1)
        ),
    )


def _gap(metric: Metric, value: float) -> Gap:
    field = _estimate(value * 1.2, 0.04, 0.04)
    looks = tuple(
        Look(
            people=500 * number,
            naive=_estimate(value, 0.1 / number, 0.2),
            valid=Interval(low=value - 0.2 / number, high=value + 0.2 / number),
        )
        for number in range(1, 6)
    )
    return Gap(
        says=SAYS[metric].says,
        paired=_estimate(value, 0.005, 0.001),
        field=FieldEstimate(
            value=field.value, low=field.low, high=field.high, p=field.p, detectable=0.07, power=0.62, looks=looks
        ),
    )
