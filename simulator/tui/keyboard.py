"""The person at the keyboard as a respondent: the story waits for them."""

import queue
from typing import TYPE_CHECKING

from simulator.domain.errors import ConsentError

if TYPE_CHECKING:
    from simulator.consent.ask import Answer
    from simulator.consent.prompt import Prompt


class KeyboardRespondent:
    """Satisfies `simulator.consent.ask.Respondent`; ``answer`` blocks the story's thread until one is given."""

    def __init__(self) -> None:
        self._given: queue.SimpleQueue[Answer | None] = queue.SimpleQueue()
        self.waiting = False

    def answer(self, prompt: "Prompt", day: int) -> "Answer | None":
        """Wait for `give`.

        Raises:
            ConsentError: the story was left meanwhile.
        """
        self.waiting = True
        given = self._given.get()
        self.waiting = False
        if given is None:
            raise ConsentError(f"day {day}: {prompt.id} was left unanswered")
        return given

    def give(self, answer: "Answer") -> None:
        """Answer the prompt that waits."""
        self._given.put(answer)

    def leave(self) -> None:
        """Nobody will answer any more."""
        self._given.put(None)
