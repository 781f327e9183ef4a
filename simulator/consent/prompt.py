"""A question that an app asks, as data: when, in which words, with which buttons."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from math import inf

from simulator.consent.design import BRIGHT, DARK, Design, Pattern, Tone
from simulator.domain.errors import ConsentError
from simulator.domain.phone import Trigger

MOST_TAPS = 20  # a longer way to an answer is a mistake in the file


class Choice(StrEnum):
    ALLOW = "allow"
    REFUSE = "refuse"


@dataclass(frozen=True, slots=True, kw_only=True)
class Button:
    """One way to answer.

    Attributes:
        salience: how much it draws the eye, in [0, 1]; 0.5 each is even-handed.
        layer: the screen on which it is found; 1 is the one that appears by itself.
        taps: that it takes to answer by it, from the first screen on.
        millimetres: the shorter side of what can be touched.
    """

    text: str
    choice: Choice
    salience: float
    layer: int = 1
    taps: int = 1
    millimetres: float = 10.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Prompt:
    """The question.

    Attributes:
        triggers: what makes it appear.
        heading, body, fine_print: its words, from the largest letters to the smallest.
        again_after: days after which it may be shown again once answered; None means never.
        patterns: what it is an example of.
        design: the factors that studies vary.
        source: where the words come from.
    """

    id: str
    title: str
    triggers: tuple[Trigger, ...]
    heading: str
    body: tuple[str, ...]
    fine_print: tuple[str, ...]
    buttons: tuple[Button, ...]
    again_after: int | None = None
    patterns: tuple[Pattern, ...] = ()
    design: Design = field(default_factory=Design)
    source: str

    @property
    def tone(self) -> Tone:
        """Dark if any of its patterns is; else bright if any is."""
        patterns = set(self.patterns)
        return Tone.DARK if patterns & DARK else Tone.BRIGHT if patterns & BRIGHT else Tone.NEUTRAL

    @property
    def parted(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The body but for its last parts, and these: the words of its boxes, or numbers where it has too few."""
        boxes, rest = self.design.boxes, len(self.body) - self.design.boxes
        if rest < 0:
            return self.body, tuple(f"Box {number}" for number in range(1, boxes + 1))
        return self.body[:rest], self.body[rest:]

    def button(self, choice: Choice) -> Button:
        return next(button for button in self.buttons if button.choice is choice)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rewording:
    """Another prompt that asks, from the beginning of a day on."""

    day: int
    prompt: Prompt


def prompt_on(day: int, prompt: Prompt, rewordings: Sequence[Rewording]) -> Prompt:
    """The prompt that asks on that day: the last rewording of those that have come, or else the first prompt."""
    return next((later.prompt for later in reversed(rewordings) if later.day <= day), prompt)


def check_prompt(prompt: Prompt) -> None:
    """Refuse a question that cannot be answered both ways.

    Raises:
        ConsentError: a way to answer is missing or doubled, or a number is out of its range.
    """
    if sorted(button.choice for button in prompt.buttons) != sorted(Choice):
        raise ConsentError(f"prompt {prompt.id}: buttons: expected one that allows and one that refuses")
    if not all(0 <= button.salience <= 1 for button in prompt.buttons):
        raise ConsentError(f"prompt {prompt.id}: buttons: expected a salience from 0 to 1")
    for button in prompt.buttons:
        if not 1 <= button.layer <= button.taps <= MOST_TAPS or not 0 < button.millimetres < inf:
            raise ConsentError(
                f"prompt {prompt.id}: buttons: expected 1 <= layer <= taps <= {MOST_TAPS} and millimetres above 0"
            )
    if prompt.design.boxes < 0 or not all(
        0 <= seconds < inf for seconds in (prompt.design.pauses, prompt.design.slows_refusal)
    ):
        raise ConsentError(f"prompt {prompt.id}: design: expected boxes, pauses and slows_refusal from 0 on")
    if not prompt.triggers:
        raise ConsentError(f"prompt {prompt.id}: triggers: expected at least one, or nobody is ever asked")
