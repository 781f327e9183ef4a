"""Asking, and being answered."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from simulator.consent.prompt import Choice, Prompt
from simulator.consent.record import ConsentRecord, ConsentState
from simulator.domain.events import ConsentGiven, ConsentRefused, Event, Manner, PromptShown
from simulator.domain.phone import Trigger


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """Which button was tapped, and what the person meant by it."""

    choice: Choice
    manner: Manner


class Respondent(Protocol):
    """Whoever answers: a script, a model of behaviour, or the person at the keyboard."""

    def answer(self, prompt: Prompt, day: int) -> Answer | None:
        """The answer to a prompt; None leaves it unanswered, as when the app is closed."""
        ...


def is_due(prompt: Prompt, record: ConsentRecord, trigger: Trigger, day: int) -> bool:
    """Whether this trigger makes the question appear today."""
    if trigger not in prompt.triggers or record.state is ConsentState.GIVEN:
        return False
    if record.state is ConsentState.NOT_ASKED:
        return True
    return prompt.again_after is not None and day - record.changed >= prompt.again_after


def ask(prompt: Prompt, record: ConsentRecord, trigger: Trigger, respondent: Respondent, day: int) -> Iterator[Event]:
    """Show the prompt if it is due, and pass on the answer, with the taps that it took."""
    if not is_due(prompt, record, trigger, day):
        return
    yield PromptShown(day=day, prompt=prompt.id, trigger=trigger)
    answer = respondent.answer(prompt, day)
    if answer is None:
        return
    given = ConsentGiven if answer.choice is Choice.ALLOW else ConsentRefused
    yield given(day=day, record=record.next_id, manner=answer.manner, taps=prompt.button(answer.choice).taps)
