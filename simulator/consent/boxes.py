"""Boxes on a prompt, each a kind of consent, and what comes of them once they are sent off."""

from collections.abc import Collection

from simulator.consent.prompt import Button, Choice, Prompt


def set_already(prompt: Prompt) -> frozenset[int]:
    """The boxes that are ticked when it appears, counted from 0."""
    return frozenset(range(prompt.design.boxes)) if prompt.design.default_on else frozenset()


def sends_boxes(prompt: Prompt, button: Button) -> bool:
    """Whether a button sends the boxes off as they stand, rather than answer for all of them.

    It is the one that answers otherwise than they are set already: its taps are those on the boxes, too.
    """
    otherwise = Choice.REFUSE if prompt.design.default_on else Choice.ALLOW
    return button.choice is otherwise and 0 < prompt.design.boxes <= button.taps - button.layer


def chosen(prompt: Prompt, button: Button, ticked: Collection[int]) -> Choice:
    """What is answered by a button with these boxes ticked.

    There is one consent, to cloud processing, for all kinds together: whoever leaves any of them ticked gives it.
    """
    if not sends_boxes(prompt, button):
        return button.choice
    return Choice.ALLOW if ticked else Choice.REFUSE


def doubts(prompt: Prompt, button: Button, ticked: Collection[int]) -> int:
    """How often one is asked whether one is sure: the taps beyond its screens and the boxes.

    Where the boxes come to something else than its taps are for, nobody is asked.
    """
    extra = button.taps - button.layer
    if not sends_boxes(prompt, button):
        return extra
    return extra - prompt.design.boxes if chosen(prompt, button, ticked) is button.choice else 0
