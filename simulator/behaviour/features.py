"""A prompt as numbers: what the behaviour model sees of it."""

from dataclasses import dataclass

from simulator.consent.design import Device, Position
from simulator.consent.prompt import Choice, Prompt

# How far a place on the screen catches the eye, from the edge that everybody overlooks to a dialog in the middle.
PROMINENCE = {Position.TOP: 0.0, Position.BOTTOM: 0.8, Position.CORNER: 1.0, Position.DIALOG: 1.0}
# Assumed: ten seconds of waiting keep as many people from refusing as one screen more.
SECONDS_PER_SCREEN = 10.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Features:
    """The design factors of a prompt. Zero is neutral, except where it says otherwise; most are 0 or 1.

    Attributes:
        blocking: 1 if it must be answered before anything else (neutral).
        prominence: 0 for a bar at the top to 1 for a corner or a dialog (neutral).
        large, mobile: 1 if it is. ``mobile`` 1 is neutral here, 0 is a desktop.
        refusal_hidden: 1 if the first screen has no way to refuse.
        extra_steps: taps, or waits as long as one, that refusing takes more than accepting, beyond the hidden layer.
        salience_gap: how much more the yes draws the eye than the no, -1 to 1.
        accept_last: 1 if the yes stands where dialogs have what goes on.
        default_on: 1 if doing nothing means yes.
        boxes: 1 if the first layer has kinds of consent side by side, and a yes to all of them is meant; less if a yes
            to some counts.
        by_hand: 1 if a yes to all of them has to be ticked box by box.
        consequences, purpose: 1 if the text stresses what follows, or says what for.
        concealed: 1 if what would matter most is not to be seen.
        shame, trick, social, scarce, forced: 1 if it is there.
        attractor: 1 if it is built to be read: a pause before both answers.
        urgent: 1 if it comes in the middle of something else.
        again: 1 if it is asked again after a no.
        millimetres: the shorter side of the smaller button.
    """

    blocking: float = 1.0
    prominence: float = 1.0
    large: float = 0.0
    mobile: float = 1.0
    refusal_hidden: float = 0.0
    extra_steps: float = 0.0
    salience_gap: float = 0.0
    accept_last: float = 0.0
    default_on: float = 0.0
    boxes: float = 0.0
    by_hand: float = 0.0
    consequences: float = 0.0
    purpose: float = 0.0
    concealed: float = 0.0
    shame: float = 0.0
    trick: float = 0.0
    social: float = 0.0
    scarce: float = 0.0
    forced: float = 0.0
    attractor: float = 0.0
    urgent: float = 0.0
    again: float = 0.0
    millimetres: float = 10.0


def features(prompt: Prompt) -> Features:
    """The factors of a prompt as numbers."""
    design = prompt.design
    allow, refuse = prompt.button(Choice.ALLOW), prompt.button(Choice.REFUSE)
    hidden = refuse.layer > allow.layer
    return Features(
        blocking=float(design.position is Position.DIALOG),
        prominence=PROMINENCE[design.position],
        large=float(design.large),
        mobile=float(design.device is Device.MOBILE),
        refusal_hidden=float(hidden),
        extra_steps=max(0, refuse.taps - allow.taps - hidden) + design.slows_refusal / SECONDS_PER_SCREEN,
        salience_gap=allow.salience - refuse.salience,
        accept_last=float(prompt.buttons[-1].choice is Choice.ALLOW),
        default_on=float(design.default_on),
        boxes=float(design.boxes > 0),
        by_hand=float(design.boxes > 0 and not design.default_on),
        consequences=float(design.tells_consequences),
        purpose=float(design.tells_purpose),
        concealed=float(design.hides_information),
        shame=float(design.shames),
        trick=float(design.tricks),
        social=float(design.social),
        scarce=float(design.scarce),
        forced=float(design.forced),
        attractor=float(design.pauses > 0),
        urgent=float(design.urgent),
        again=float(prompt.again_after is not None),
        millimetres=min(allow.millimetres, refuse.millimetres),
    )
