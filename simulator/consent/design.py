"""What about a question moves people: where it stands, what refusing costs, what is set already, how it is worded."""

from dataclasses import dataclass
from enum import StrEnum


class Pattern(StrEnum):
    """What a prompt is an example of, by the names in use since Gray et al. 2018.

    The first ten are dark, the eleventh is neutral, the rest are bright.
    """

    HIDDEN_REFUSAL = "hidden-refusal"
    OBSTRUCTION = "obstruction"
    VISUAL_INTERFERENCE = "visual-interference"
    CONFIRMSHAMING = "confirmshaming"
    NAGGING = "nagging"
    TRICK_WORDING = "trick-wording"
    HIDDEN_INFORMATION = "hidden-information"
    PRESELECTION = "preselection"
    FORCED_ACTION = "forced-action"
    SOCIAL_PRESSURE = "social-pressure"
    EVEN_HANDED = "even-handed"
    CONSEQUENCES_TOLD = "consequences-told"
    PURPOSE_TOLD = "purpose-told"
    PAUSE_TO_READ = "pause-to-read"
    REFUSAL_HIGHLIGHTED = "refusal-highlighted"


DARK = frozenset(list(Pattern)[:10])
BRIGHT = frozenset(list(Pattern)[11:])


class Tone(StrEnum):
    """Whether a prompt pushes towards a yes, towards thinking or a no, or neither."""

    DARK = "dark"
    BRIGHT = "bright"
    NEUTRAL = "neutral"


class Position(StrEnum):
    """Where it stands. A ``dialog`` blocks: it must be answered before anything else; the others can be ignored."""

    DIALOG = "dialog"
    TOP = "top"
    BOTTOM = "bottom"
    CORNER = "corner"


class Device(StrEnum):
    MOBILE = "mobile"
    DESKTOP = "desktop"


@dataclass(frozen=True, slots=True, kw_only=True)
class Design:
    """The factors of a prompt that studies vary. What is left out is neutral.

    Attributes:
        position: only a ``dialog`` has to be answered.
        device: what it is shown on.
        large: whether it takes much of the screen although it does not block.
        default_on: whether doing nothing, or just going on, means yes.
        boxes: how many kinds of consent are ticked one by one on the first layer; 0 for none. Their
            words are the last parts of the prompt's body.
        tells_purpose: whether it says what the data are wanted for.
        tells_consequences: whether it stresses what follows from a yes.
        hides_information: whether what would matter most stands where few look.
        shames: whether refusing is worded as a fault of character.
        tricks: whether the wording inverts what a button means.
        social: whether it says that others said yes.
        scarce: whether it says that time or places are short.
        forced: whether refusing means going without something else.
        pauses: seconds before it can be answered at all, in which it may be read.
        slows_refusal: seconds that only somebody who refuses has to wait.
        urgent: whether it comes in the middle of something else.
    """

    position: Position = Position.DIALOG
    device: Device = Device.MOBILE
    large: bool = False
    default_on: bool = False
    boxes: int = 0
    tells_purpose: bool = False
    tells_consequences: bool = False
    hides_information: bool = False
    shames: bool = False
    tricks: bool = False
    social: bool = False
    scarce: bool = False
    forced: bool = False
    pauses: float = 0.0
    slows_refusal: float = 0.0
    urgent: bool = False
