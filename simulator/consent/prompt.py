"""A question that an app asks, as data: when, in which words, with which buttons."""

from dataclasses import dataclass
from enum import StrEnum

from simulator.domain.errors import ConsentError


class Trigger(StrEnum):
    """What the person was doing when the question came."""

    APP_LAUNCH = "app_launch"
    STORY_CREATION = "story_creation"


class Choice(StrEnum):
    ALLOW = "allow"
    REFUSE = "refuse"


@dataclass(frozen=True, slots=True, kw_only=True)
class Button:
    """One way to answer; ``salience`` in [0, 1] is how much it draws the eye, 0.5 each being even-handed."""

    text: str
    choice: Choice
    salience: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Prompt:
    """The question.

    Attributes:
        triggers: what makes it appear.
        heading, body, fine_print: its words, from the largest letters to the smallest.
        again_after: days after which it may be shown again once answered; None means never.
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
    source: str

    def button(self, choice: Choice) -> Button:
        return next(button for button in self.buttons if button.choice is choice)


def check_prompt(prompt: Prompt) -> None:
    """Refuse a question that cannot be answered both ways.

    Raises:
        ConsentError: a way to answer is missing or doubled, or a salience is out of range.
    """
    if sorted(button.choice for button in prompt.buttons) != sorted(Choice):
        raise ConsentError(f"prompt {prompt.id}: buttons: expected one that allows and one that refuses")
    if not all(0 <= button.salience <= 1 for button in prompt.buttons):
        raise ConsentError(f"prompt {prompt.id}: buttons: expected a salience from 0 to 1")
    if not prompt.triggers:
        raise ConsentError(f"prompt {prompt.id}: triggers: expected at least one, or nobody is ever asked")
