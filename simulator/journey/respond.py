"""Who may answer in a story beside its script: the behaviour model, and whoever answered in a record.

The model answers as the same person does in a row of the population.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from simulator.consent.ask import Answer
from simulator.consent.behave import MANNERS, Decisions, decide
from simulator.consent.features import features
from simulator.consent.parameters import Parameters
from simulator.consent.prompt import Choice, Prompt
from simulator.consent.traits import traits
from simulator.domain.events import ConsentGiven, ConsentRefused, Event, PromptShown


def read_answer(decisions: Decisions, row: int) -> Answer | None:
    """What one row of the decisions tapped and meant; None if it was ignored."""
    if not decisions.answered[row]:
        return None
    choice = Choice.ALLOW if decisions.allowed[row] else Choice.REFUSE
    return Answer(choice=choice, manner=MANNERS[decisions.manner[row]])


@dataclass(frozen=True, slots=True)
class RecordedRespondent:
    """Answers as somebody did in a record, whoever it was."""

    events: Sequence[Event]

    def answer(self, prompt: Prompt, day: int) -> Answer | None:
        """What followed this prompt on this day; None if nothing did."""
        for shown, after in pairwise(self.events):
            if isinstance(shown, PromptShown) and (shown.prompt, shown.day) == (prompt.id, day):
                match after:
                    case ConsentGiven():
                        return Answer(choice=Choice.ALLOW, manner=after.manner)
                    case ConsentRefused():
                        return Answer(choice=Choice.REFUSE, manner=after.manner)
        return None


@dataclass(kw_only=True)
class ModelRespondent:
    """Row ``person`` of the population of ``seed``, answering by the model.

    Attributes:
        shown: how many prompts this respondent has met; it counts them, as people do.
    """

    parameters: Parameters
    seed: int
    person: int
    shown: int = 0

    def answer(self, prompt: Prompt, day: int) -> Answer | None:  # noqa: ARG002  (the model knows no calendar)
        persons = np.array([self.person], np.uint64)
        met, self.shown = self.shown, self.shown + 1
        decisions = decide(
            features(prompt),
            traits(self.seed, persons, self.parameters),
            self.parameters,
            self.seed,
            persons,
            exposure=met,
        )
        return read_answer(decisions, 0)
