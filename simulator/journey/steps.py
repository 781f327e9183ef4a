"""Puts one more step among the steps of a story, where it belongs on its day."""

from collections.abc import Sequence

from simulator.journey.story import TRIGGERS, Step


def at_the_end_of(steps: Sequence[Step], new: Step) -> list[Step]:
    """The steps with a new one as the last of its day."""
    place = sum(step.day <= new.day for step in steps)
    return [*steps[:place], new, *steps[place:]]


def after_the_question(steps: Sequence[Step], new: Step) -> list[Step]:
    """The steps with an answer after the last deed of its day that can have made the question appear."""
    asking = [place for place, step in enumerate(steps) if step.day == new.day and step.do in TRIGGERS]
    if not asking:
        return at_the_end_of(steps, new)
    return [*steps[: asking[-1] + 1], new, *steps[asking[-1] + 1 :]]
