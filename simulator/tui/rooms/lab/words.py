"""What the Lab screen calls answers, ends and stages of the way out."""

from collections.abc import Mapping, Sequence
from typing import Final

from simulator.experiment.metric import Metric
from simulator.experiment.outcome import End
from simulator.experiment.results import ArmResult, Contrast, FlipReason
from simulator.report.experiment import CAUSES

FUNNEL: Final = (
    (Metric.ALLOW, "said yes"),
    (Metric.NOTICED, "aware"),
    (Metric.LOOKED, "looked"),
    (Metric.FOUND, "found"),
    (Metric.SWITCHED, "switched"),
    (Metric.WITHDRAWN, "withdrew"),
)
ENDS: Final[Mapping[End, str]] = {End.NO: "no", End.YES: "yes", End.WITHDRAWN: "withdrew"}
_MANNERS: Final = ("informed", "reluctant", "mistaken", "slip", "unread")
# Each way to answer: its metric, a letter, capital for a yes, and words.
_ANSWERS: Final = (
    *((Metric(f"allow.{manner}"), manner[0].upper(), f"yes, {manner}") for manner in _MANNERS),
    *((Metric(f"dont.{manner}"), manner[0], f"no, {manner}") for manner in _MANNERS),
    (Metric.DONT_IGNORED, "-", "no answer"),
)
_OUTCOMES: Final = {"ignored": "no answer", **{metric.value: words for metric, _, words in _ANSWERS}}


def share_of(arm: ArmResult, metric: Metric) -> float:
    """The mean of one world, which everybody who was counted has a part in."""
    return arm.means[metric].value or 0.0


def parts_of(arm: ArmResult) -> Sequence[tuple[str, str, float]]:
    """How everybody answered in one world: a letter, capital for a yes, words, and the share; all shares make 1."""
    return [(letter, words, share_of(arm, metric)) for metric, letter, words in _ANSWERS]


def flows_of(contrast: Contrast) -> Sequence[tuple[str, int]]:
    """From an answer to another, in words, and how many people; most first."""
    flows = sorted(contrast.flows, key=lambda flow: -flow.people)
    return [
        (f"{_OUTCOMES[flow.before]} → {_OUTCOMES[flow.after]}", flow.people)
        for flow in flows
        if flow.before != flow.after
    ]


def alike(contrast: Contrast) -> int:
    """How many answered alike in both worlds."""
    return sum(flow.people for flow in contrast.flows if flow.before == flow.after)


def causes_of(contrast: Contrast) -> Sequence[FlipReason]:
    """Why ends differ, most people first."""
    return sorted(contrast.flipped.causes, key=lambda each: -each.people)


def say_reason(reason: FlipReason) -> str:
    """``no → yes: the finger slipped in one world only``."""
    return f"{ENDS[reason.before]} → {ENDS[reason.after]}: {CAUSES[reason.cause]}"
