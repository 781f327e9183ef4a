"""Where people lean at each step of answering, in log-odds, before luck decides.

This is the whole model of how people decide. `behave` adds luck to it, person by person; calibration and validation
turn it into rates.
"""

from dataclasses import dataclass
from math import exp, log, log2

from simulator.behaviour.features import Features
from simulator.behaviour.parameters import Parameters
from simulator.behaviour.traits import Floats, Traits


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaning:
    """Log-odds; columns have shape ``(n,)``, the rest holds for everybody.

    Attributes:
        notice: of answering at all; None if it has to be answered.
        attend: column: of reading it first.
        glance: column: of a yes without reading.
        leave: probability that whoever does not read leaves a yes as it is set already.
        want: column: of wanting it as far as the person knows by themselves.
        known: what knowing everything adds to ``want``.
        told: what the words add, truly or not, to the ``want`` of somebody who reads.
        pressed: what refusing costs beyond that.
        trick: probability that a no is taken for a yes because of the wording.
        slip: probability that the finger hits the other button.
        by_default: whether doing nothing means yes; ticked boxes still want to be sent off.
    """

    notice: float | None
    attend: Floats
    glance: Floats
    leave: float
    want: Floats
    known: float
    told: float
    pressed: float
    trick: float
    slip: float
    by_default: bool


def lean(
    features: Features, traits: Traits, parameters: Parameters, *, exposure: int = 0, rested: bool = True
) -> Leaning:
    """Where these people lean when they meet this prompt.

    Args:
        features: of the prompt.
        traits: of the people.
        parameters: of the model.
        exposure: how many times they have met it before.
        rested: whether the last time was on another day.
    """
    want = traits.taste + parameters.want.value.value
    press, words = parameters.press, parameters.words
    cost = (
        press.hidden.value * features.refusal_hidden
        + press.step.value * features.extra_steps
        + press.forced.value * features.forced
        + press.again.value * features.again * exposure
        + words.default.value * features.default_on
        + words.boxes.value * features.boxes
        + words.tick.value * features.by_hand
    )
    by_default = features.default_on > 0 and not features.boxes
    # Cues are seen at a glance, and by readers as well; an argument is only for readers.
    cues = words.purpose.value * features.purpose + words.concealed.value * features.concealed
    pressed = (
        cost
        + press.shame.value * features.shame
        + words.social.value * features.social
        + words.scarcity.value * features.scarce
    )
    return Leaning(
        notice=_notice(features, parameters),
        attend=_attend(features, traits, parameters, exposure, rested=rested),
        glance=_glance(features, want, parameters) + cues + pressed,
        leave=words.inertia.value * by_default,
        want=want,
        known=words.consequences.value * parameters.want.knowledge.value,
        told=words.consequences.value * features.consequences + cues,
        pressed=pressed,
        trick=words.trick.value * features.trick,
        slip=_slip(features, parameters),
        by_default=by_default,
    )


def _notice(features: Features, parameters: Parameters) -> float | None:
    if features.blocking:
        return None
    notice = parameters.notice
    return (
        notice.base.value
        + notice.prominence.value * features.prominence
        + notice.mobile.value * features.mobile
        + notice.large.value * features.large
        + notice.salience.value * max(features.salience_gap, 0)
    )


def _attend(features: Features, traits: Traits, parameters: Parameters, exposure: int, *, rested: bool) -> Floats:
    attend = parameters.attend
    of_all = (
        attend.base.value
        - attend.habituation.value * log2(1 + exposure)
        + attend.rest.value * (exposure > 0 and rested)
        + attend.attractor.value * max(features.attractor, features.consequences)
        - attend.urgency.value * features.urgent
    )
    leaning: Floats = attend.concern.value * traits.concern
    leaning -= attend.haste.value * traits.haste
    leaning += of_all
    return leaning


def _glance(features: Features, want: Floats, parameters: Parameters) -> Floats:
    glance = parameters.glance
    # Where there is only one way to answer, no other button is outshone.
    both = 1 - min(abs(features.refusal_hidden), 1)
    gap = features.salience_gap * both
    drawn = glance.habit.value + glance.salience.value * gap + glance.order.value * features.accept_last
    return want * glance.gist.value + drawn


def _slip(features: Features, parameters: Parameters) -> float:
    finger = parameters.finger
    missing = max(0.0, finger.enough.value - features.millimetres)
    # A slip ticks one box, never all of them.
    if not finger.slip.value or features.boxes:
        return 0.0
    odds = exp(log(finger.slip.value / (1 - finger.slip.value)) + finger.small.value * missing)
    return odds / (1 + odds)
