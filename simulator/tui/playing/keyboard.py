"""The person at the keyboard as a respondent: the story waits for them."""

import queue
from typing import TYPE_CHECKING

from simulator.domain.errors import ConsentError
from simulator.domain.events import PromptShown
from simulator.journey.story import ScriptedRespondent

if TYPE_CHECKING:
    from collections.abc import Sequence

    from simulator.consent.ask import Answer
    from simulator.consent.prompt import Prompt
    from simulator.domain.events import Event
    from simulator.journey.story import Story


class KeyboardRespondent:
    """Satisfies `simulator.consent.ask.Respondent`; ``answer`` blocks the story's thread until one is given.

    Attributes:
        waiting: whether a prompt waits; an answer that was given is not waited for any more.

    Args:
        story: what its script answers has been answered before, and is not asked again.
        known: what has happened before; a question that was left open in it is not asked again either.
    """

    def __init__(self, story: "Story", known: "Sequence[Event]" = ()) -> None:
        self._script = ScriptedRespondent(story)
        self._left_open = {event.day for event in known[:-1] if isinstance(event, PromptShown)}
        self._given: queue.SimpleQueue[Answer | None] = queue.SimpleQueue()
        self._left = False
        self.waiting = False

    def answer(self, prompt: "Prompt", day: int) -> "Answer | None":
        """Wait for `give`.

        Raises:
            ConsentError: the story was left meanwhile.
        """
        before = self._script.answer(prompt, day)
        if before is not None or day in self._left_open:
            return before
        self.waiting = True
        given = self._given.get()
        if self._left:
            raise ConsentError(f"day {day}: {prompt.id} was left unanswered")
        return given

    def give(self, answer: "Answer | None") -> None:
        """Answer the prompt that waits; None: go on as if it were not there."""
        # Before the story's thread goes on: it may wait for the next answer at once.
        self.waiting = False
        self._given.put(answer)

    def leave(self) -> None:
        """Nobody will answer any more."""
        self._left = True
        self.give(None)
