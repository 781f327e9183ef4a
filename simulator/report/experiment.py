"""The results of an experiment, as they can be read aloud: both kinds of estimate, each labelled."""

from collections.abc import Iterator

from simulator.domain.data_kinds import DATA_KINDS
from simulator.experiment.metric import SAYS, Metric
from simulator.experiment.outcome import End, Why
from simulator.experiment.results import UNEVEN, Contrast, Estimate, FieldEstimate, RailVerdict, ReadingBand, Results
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


def tell_results(results: Results, *, named: int = 5) -> Iterator[str]:
    """The whole result, a paragraph a finding; so many of those who flipped are named."""
    yield paragraph(f"{results.title}. {results.people:,} people, {results.days} days, seed {results.seed}.")
    if not results.complete:
        yield paragraph(f"INCOMPLETE: stopped after {results.people:,} of {results.planned:,} people.")
    yield from _tell_arms(results)
    for contrast in results.contrasts:
        yield ""
        yield from _tell_contrast(results, contrast, named)
    yield ""
    yield from _tell_field_test(results)
    yield ""
    yield results.note


def write_value(metric: Metric, value: float | None) -> str:
    """A mean: shares in percent, counts as they are."""
    if value is None:
        return "not known"
    return f"{_number(metric, value)} %" if SAYS[metric].share else _number(metric, value)


def write_mean(metric: Metric, estimate: Estimate) -> str:
    """A mean with its interval, where that is known."""
    mean = write_value(metric, estimate.value)
    if estimate.low is None or estimate.high is None:
        return mean
    return f"{mean} [{_number(metric, estimate.low)}, {_number(metric, estimate.high)}]"


def _number(metric: Metric, value: float) -> str:
    if SAYS[metric].share:
        return f"{value * _PERCENT:.1f}"
    return f"{value:.2f}" if abs(value) < _SMALL else f"{value:,.1f}"


def write_change(metric: Metric, estimate: Estimate) -> str:
    """A difference with its interval: shares in points."""
    if estimate.value is None or estimate.low is None or estimate.high is None:
        return "not known with so few people"
    return f"{write_change_of(metric, estimate.value)} {write_range(metric, estimate.low, estimate.high)}"


def write_short_change(metric: Metric, estimate: Estimate) -> str:
    """The same where there is little room."""
    if estimate.value is None or estimate.low is None or estimate.high is None:
        return "too few people"
    return f"{_signed(metric, estimate.value)} {write_range(metric, estimate.low, estimate.high)}"


def _tell_arms(results: Results) -> Iterator[str]:
    for arm in results.arms:
        yield ""
        yield paragraph(f"{arm.id}: {arm.title}")
        for metric in results.metrics:
            mean = arm.means[metric]
            yield f"  {metric.value:20} {write_value(metric, mean.value):>10}   {SAYS[metric].says}"
        alike: dict[ReadingBand, list[str]] = {}
        for kind, band in arm.held.items():
            alike.setdefault(band, []).append(DATA_KINDS[kind].name)
        held = [f"{write_band(band)} {', '.join(kinds)}" for band, kinds in alike.items()]
        yield paragraph(f"Held on the last day, kindest to harshest: {'; '.join(held) or 'nothing'}.", indent=2)


def write_band(band: ReadingBand) -> str:
    """``1,200 to 1,800``, or one number where both readings agree."""
    if band.kindest == band.harshest:
        return f"{band.kindest:,}"
    return f"{band.kindest:,} to {band.harshest:,}"


def _tell_contrast(results: Results, contrast: Contrast, named: int) -> Iterator[str]:
    yield paragraph(f"{contrast.arm} against {contrast.against}")
    for metric in results.metrics:
        gap = contrast.gaps[metric]
        yield f"  {metric.value}"
        yield f"    same people in both worlds   {write_change(metric, gap.paired)}"
        yield f"    as a field test would see it {write_change(metric, gap.field)}{_tested(gap.field)}"
    for rail in contrast.rails:
        yield paragraph(
            _RAILS[rail.verdict].format(metric=rail.metric.value, most=write_size(rail.metric, rail.most)),
            indent=2,
        )
    yield from _tell_flipped(results, contrast, named)


_RAILS = {
    RailVerdict.HOLDS: "Guardrail holds: {metric} is not worse by more than {most}.",
    RailVerdict.BROKEN: "GUARDRAIL BROKEN: {metric} is worse by more than {most}.",
    RailVerdict.OPEN: "Guardrail open: too few people to say whether {metric} is worse by more than {most}.",
}


def _tested(test: FieldEstimate) -> str:
    # Where nobody differs from anybody there is nothing to test.
    if test.p is None or test.low is None or test.low == test.high:
        return ""
    return f", p {_write_p(test.p)}"


def _write_p(p: float) -> str:
    return "below 0.001" if p < _TINY else f"{p:.3f}"


def _tell_flipped(results: Results, contrast: Contrast, named: int) -> Iterator[str]:
    flipped = contrast.flipped
    if not flipped.people:
        yield paragraph("Nobody ends otherwise than in the first world.", indent=2)
        return
    yield paragraph(f"{flipped.people:,} of {results.people:,} people end otherwise:", indent=2)
    for each in sorted(flipped.causes, key=lambda each: -each.people):
        became = f"{ENDS[each.before]} became {ENDS[each.after]}"
        yield paragraph(f"{each.people:,}: {CAUSES[each.cause]}; {became}", indent=4)
    for one in flipped.named[:named]:
        yield paragraph(
            f"{one.name} ({results.seed}:{one.person}): {ENDS[one.before]} became {ENDS[one.after]}, "
            f"because {CAUSES[one.cause]}",
            indent=4,
        )


def _tell_field_test(results: Results) -> Iterator[str]:
    test = results.field_test
    arms = ", ".join(f"{count:,}" for count in test.people)
    short = test.planned is not None and sum(test.people) < test.planned
    planned = f" of {test.planned:,} planned" if short else ""
    yield paragraph(f"The field test: {arms} people in the arms{planned}.")
    if test.split is None:
        yield paragraph("Sample ratio: nobody is in it yet.")
    elif test.split < UNEVEN:
        yield paragraph(f"SAMPLE RATIO: so uneven a split has a chance of {test.split:.2g}; look for the reason first.")
    else:
        yield paragraph(f"Sample ratio as it should be (p {test.split:.2f}).")
    for contrast in results.contrasts:
        yield from _tell_power(results, contrast)


def _tell_power(results: Results, contrast: Contrast) -> Iterator[str]:
    """What the field test can find of the first metric, and what it finds look by look."""
    metric = results.metrics[0]
    test = contrast.gaps[metric].field
    if test.detectable is None:
        yield paragraph(f"{contrast.arm}, {metric.value}: too few people to find anything.")
        return
    truth = (
        "how often the difference that is true here is not known"
        if test.power is None
        else f"the difference that is true here in {test.power:.0%} of its repetitions"
    )
    yield paragraph(
        f"{contrast.arm}, {metric.value}: it would find {write_change_of(metric, test.detectable)} with a power of "
        f"{results.field_test.power:.0%}, and {truth}."
    )
    for look in test.looks:
        if look.valid.low is None or look.valid.high is None:
            continue
        yield paragraph(
            f"after {look.people:,}: {write_change(metric, look.naive)}; valid at all looks together: "
            f"{write_range(metric, look.valid.low, look.valid.high)}",
            indent=2,
        )


def write_change_of(metric: Metric, value: float) -> str:
    """A difference without interval."""
    return f"{_signed(metric, value)} points" if SAYS[metric].share else _signed(metric, value)


def _signed(metric: Metric, value: float) -> str:
    return f"{_PERCENT * value:+.2f}" if SAYS[metric].share else f"{value:+.3g}"


def write_size(metric: Metric, value: float) -> str:
    """How large a difference is, either way."""
    return f"{_PERCENT * value:.2f} points" if SAYS[metric].share else f"{value:.3g}"


def write_range(metric: Metric, low: float, high: float) -> str:
    """An interval of a difference."""
    return f"[{_signed(metric, low)}, {_signed(metric, high)}]"
