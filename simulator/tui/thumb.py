"""What a thumb on the phone brings about: an answer to a story that waits, or a story that goes otherwise from here."""

from typing import TYPE_CHECKING

from simulator.consent.ask import Answer
from simulator.consent.prompt import Choice
from simulator.consent.record import ConsentState
from simulator.domain.events import (
    ConsentGiven,
    ConsentRefused,
    ConsentWithdrawn,
    Manner,
    PhotoUploaded,
    PromptShown,
    SettingSwitched,
)
from simulator.journey.fork import Answered, Revoked, Switched
from simulator.tui.branch import branch

if TYPE_CHECKING:
    from simulator.domain.events import Event
    from simulator.tui.house import House
    from simulator.tui.keyboard import KeyboardRespondent
    from simulator.tui.show import Show

_KINDS: "dict[Choice, type[Event]]" = {Choice.ALLOW: ConsentGiven, Choice.REFUSE: ConsentRefused}


def answer(house: "House", show: "Show", choice: Choice, manner: Manner) -> None:
    """Answer the question where the playhead is: for good if the story waits, else in a world of its own.

    Raises:
        ConsentError: the question cannot be answered.
    """
    if (respondent := waiting(house, show)) is not None:
        show.aim = (_KINDS[choice], show.day)
        respondent.give(Answer(choice=choice, manner=manner))
        return
    later = show.playback.events[show.at :]
    happened = next((event for event in later if isinstance(event, ConsentGiven | ConsentRefused)), None)
    if isinstance(happened, _KINDS[choice]) and happened.day == show.day:
        show.step(1)
        return
    child = branch(show, Answered(day=show.day, choice=choice, manner=manner))
    _go_on(house, child, (_KINDS[choice], show.day))


def ignore(house: "House", show: "Show") -> None:
    """Leave a question unanswered that can be."""
    if (respondent := waiting(house, show)) is not None:
        respondent.give(None)
    else:
        show.step(1)


def waiting(house: "House", show: "Show") -> "KeyboardRespondent | None":
    """Who waits for an answer, if this story does and the playhead is where it does."""
    performer = house.performer
    if performer is None or performer.show is not show or performer.respondent is None:
        return None
    asked = any(isinstance(event, PromptShown) for event in show.playback.events[-1:])
    return performer.respondent if performer.respondent.waiting and show.at_end and asked else None


def off_day(show: "Show") -> int:
    """The day whose deeds a switch turned here belongs to.

    Photos are sent after the day's deeds. Where they have left already, the switch comes too late for them and counts
    for the next day.
    """
    record = show.world.record
    allowed_today = record.state is ConsentState.GIVEN and record.changed == show.day
    so_far = show.playback.events[: show.at]
    sent = any(isinstance(event, PhotoUploaded) and event.day == show.day for event in so_far)
    return show.day + (allowed_today or sent)


def turn_off(house: "House", show: "Show", taps: int) -> None:
    """Withdraw the consent here, in a world of its own.

    Raises:
        ConsentError: no consent stands, or the story ends before it could matter.
    """
    day = off_day(show)
    child = branch(show, Revoked(day=day, taps=taps))
    _go_on(house, child, (ConsentWithdrawn, day))


def turn_other(house: "House", show: "Show", *, on: bool, taps: int) -> None:
    """Turn the switch beside it."""
    child = branch(show, Switched(day=show.day, on=on, taps=taps))
    _go_on(house, child, (SettingSwitched, show.day))


def _go_on(house: "House", child: "Show", aim: "tuple[type[Event], int]") -> None:
    assert child.parent is not None
    child.position, child.aim = len(child.playback.moments) - 1, aim
    house.perform(child, child.parent.analyses())
