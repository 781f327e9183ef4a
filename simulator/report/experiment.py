"""The results of an experiment, as they can be read aloud: both kinds of estimate, each labelled."""

from collections.abc import Callable, Iterator
from math import isfinite

from simulator.domain.data_kinds import DATA_KINDS
from simulator.experiment.estimate import Estimate
from simulator.experiment.metric import SAYS, Metric
from simulator.experiment.results import CAVEAT, UNEVEN, Contrast, Gap, Results, Verdict
from simulator.experiment.rows.ends import End, Why
from simulator.report.lines import paragraph

_PERCENT = 100
_SMALL, _TINY = 10, 0.001
ENDS = {End.NO: "no yes", End.YES: "a yes that stands", End.WITHDRAWN: "a yes withdrawn"}
CAUSES = {
    Why.NOTICED: "the question was noticed in one world only",
    Why.READ: "it was read in one world only",
    Why.GLANCED: "unread in both, the eye fell on another button",
    Why.PERSUADED: "read in both, the words persuaded otherwise",
    Why.GAVE_IN: "read in both, in one they gave in",
    Why.TRICKED: "the wording turned the answer round",
    Why.SLIPPED: "the finger slipped in one world only",
    Why.ASKED_AGAIN: "asked more often in one world",
    Why.AWARE: "aware of it in one world only",
    Why.LOOKED: "looked for the switch in one world only",
    Why.FOUND: "found the switch in one world only",
    Why.SWITCHED: "took the right switch in one world only",
    Why.HELD_ON: "held on, when asked again, in one world only",
    Why.IN_TIME: "the days ended first in one world",
}


def tell_results(results: Results, name_of: Callable[[int], str], *, named: int = 5) -> Iterator[str]:
    """The whole result, a paragraph a finding.

    Args:
        results: what was found.
        name_of: the name of a row of the population.
        named: how many of those who flipped are named.
    """
    plan = results.plan
    experiment = plan.experiment
    yield paragraph(f"{experiment.title}. {results.people:,} people, {experiment.days} days, seed {plan.seed}.")
    if results.people < results.planned:
        yield paragraph(f"INCOMPLETE: stopped after {results.people:,} of {results.planned:,} people.")
    yield from _tell_arms(results)
    for contrast in results.contrasts:
        yield ""
        yield from _tell_contrast(results, contrast, name_of, named)
    yield ""
    yield from _tell_field_test(results)
    yield ""
    yield CAVEAT


def write_value(metric: Metric, value: float) -> str:
    """A mean: shares in percent, counts as they are."""
    if SAYS[metric].share:
        return f"{value * _PERCENT:.1f} %"
    return f"{value:.2f}" if abs(value) < _SMALL else f"{value:,.1f}"


def write_change(metric: Metric, estimate: Estimate) -> str:
    """A difference with its interval: shares in points."""
    if not isfinite(estimate.error):
        return "not known with so few people"
    if SAYS[metric].share:
        value, low, high = (_PERCENT * part for part in (estimate.value, estimate.low, estimate.high))
        return f"{value:+.2f} points [{low:+.2f}, {high:+.2f}]"
    return f"{estimate.value:+.3g} [{estimate.low:+.3g}, {estimate.high:+.3g}]"


def _tell_arms(results: Results) -> Iterator[str]:
    metrics = results.plan.experiment.metrics
    for arm in results.arms:
        yield ""
        yield paragraph(f"{arm.id}: {arm.title}")
        for metric in metrics:
            mean = arm.means[metric]
            yield f"  {metric.value:20} {write_value(metric, mean.value):>10}   {SAYS[metric].says}"
        alike: dict[tuple[int, int], list[str]] = {}
        for kind, band in arm.held.items():
            alike.setdefault(band, []).append(DATA_KINDS[kind].name)
        held = [f"{_band(*band)} {', '.join(kinds)}" for band, kinds in alike.items()]
        yield paragraph(f"Held on the last day, kindest to harshest: {'; '.join(held) or 'nothing'}.", indent=2)


def _band(kindest: int, harshest: int) -> str:
    return f"{kindest:,}" if kindest == harshest else f"{kindest:,} to {harshest:,}"


def _tell_contrast(results: Results, contrast: Contrast, name_of: Callable[[int], str], named: int) -> Iterator[str]:
    yield paragraph(f"{contrast.arm} against {contrast.against}")
    for metric in results.plan.experiment.metrics:
        gap = contrast.gaps[metric]
        yield f"  {metric.value}"
        yield f"    same people in both worlds   {write_change(metric, gap.paired)}"
        yield f"    as a field test would see it {write_change(metric, gap.field)}{_tested(gap)}"
    for rail in contrast.rails:
        yield paragraph(
            _RAILS[rail.verdict].format(
                metric=rail.metric.value, most=write_change_of(rail.metric, rail.most).lstrip("+")
            ),
            indent=2,
        )
    yield from _tell_flipped(results, contrast, name_of, named)


_RAILS = {
    Verdict.HOLDS: "Guardrail holds: {metric} is not worse by more than {most}.",
    Verdict.BROKEN: "GUARDRAIL BROKEN: {metric} is worse by more than {most}.",
    Verdict.OPEN: "Guardrail open: whether {metric} is worse by more than {most} cannot be said with so few people.",
}


def _tested(gap: Gap) -> str:
    return f", p {_write_p(gap.field.p)}" if gap.field.error > 0 else ""


def _write_p(p: float) -> str:
    return "below 0.001" if p < _TINY else f"{p:.3f}"


def _tell_flipped(results: Results, contrast: Contrast, name_of: Callable[[int], str], named: int) -> Iterator[str]:
    if not contrast.flipped:
        yield paragraph("Nobody ends otherwise than in the first world.", indent=2)
        return
    yield paragraph(f"{contrast.flipped:,} of {results.people:,} people end otherwise:", indent=2)
    ranked = sorted(contrast.causes.items(), key=lambda item: -item[1])
    for (why, before, after), people in ranked:
        yield paragraph(f"{people:,}: {CAUSES[why]}; {ENDS[before]} became {ENDS[after]}", indent=4)
    for one in contrast.named[:named]:
        name = name_of(one.person)
        yield paragraph(
            f"{name} ({results.plan.seed}:{one.person}): {ENDS[End(one.before)]} became {ENDS[End(one.after)]}, "
            f"because {CAUSES[Why(one.cause)]}",
            indent=4,
        )


def _tell_field_test(results: Results) -> Iterator[str]:
    test, metric = results.plan.experiment.field_test, results.plan.experiment.metrics[0]
    arms = ", ".join(f"{count:,}" for count in results.in_field)
    planned = f" of {test.people:,} planned" if sum(results.in_field) < test.people else ""
    yield paragraph(f"The field test: {arms} people in the arms{planned}.")
    if results.split < UNEVEN:
        yield paragraph(
            f"SAMPLE RATIO: so uneven a split has a chance of {results.split:.2g}; look for the reason first."
        )
    else:
        yield paragraph(f"Sample ratio as it should be (p {results.split:.2f}).")
    for contrast in results.contrasts:
        gap = contrast.gaps[metric]
        if not isfinite(gap.detectable):
            yield paragraph(f"{contrast.arm}, {metric.value}: too few people to find anything.")
            continue
        yield paragraph(
            f"{contrast.arm}, {metric.value}: it would find {write_change_of(metric, gap.detectable)} with a power of "
            f"{test.power:.0%}, and the difference that is true here in {gap.power:.0%} of its repetitions."
        )
        for look in gap.looks:
            low, high = look.valid
            if not isfinite(low):
                continue
            yield paragraph(
                f"after {look.people:,}: {write_change(metric, look.naive)}; valid at all looks together: "
                f"{write_range(metric, low, high)}",
                indent=2,
            )


def write_change_of(metric: Metric, value: float) -> str:
    """A difference without interval."""
    if not isfinite(value):
        return "nobody knows what"
    return f"{_PERCENT * value:+.2f} points" if SAYS[metric].share else f"{value:+.3g}"


def write_range(metric: Metric, low: float, high: float) -> str:
    """An interval of a difference."""
    if SAYS[metric].share:
        return f"[{_PERCENT * low:+.2f}, {_PERCENT * high:+.2f}]"
    return f"[{low:+.3g}, {high:+.3g}]"
