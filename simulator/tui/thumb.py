"""What a thumb on the phone brings about: an answer to a story that waits, or a story that goes otherwise from here."""

from typing import TYPE_CHECKING

from simulator.consent.ask import Answer
from simulator.consent.prompt import Choice
from simulator.domain.errors import ConsentError
from simulator.domain.events import (
    ConsentGiven,
    ConsentRefused,
    ConsentWithdrawn,
    Manner,
    PromptShown,
    SettingSwitched,
)
from simulator.journey.fork import Answered, Revoked, Switched
from simulator.journey.story import ScriptedRespondent
from simulator.tui.playing.branch import branch
from simulator.tui.playing.show import off_day

if TYPE_CHECKING:
    from simulator.domain.events import Event
    from simulator.tui.house import House
    from simulator.tui.playing.keyboard import KeyboardRespondent
    from simulator.tui.playing.show import Show

_KINDS: "dict[Choice, type[Event]]" = {Choice.ALLOW: ConsentGiven, Choice.REFUSE: ConsentRefused}


def answer(house: "House", show: "Show", choice: Choice, manner: Manner) -> Manner:
    """Answer the question where the playhead is: for good if the story waits, else in a world of its own.

    Returns:
        How the answer came about in the story that goes on: as it was told, if it was given before.

    Raises:
        ConsentError: the question cannot be answered.
    """
    if (respondent := waiting(house, show)) is not None:
        show.aim = (_KINDS[choice], show.day)
        respondent.give(Answer(choice=choice, manner=manner))
        return manner
    told = told_answer(show)
    if told is not None and told.choice is choice:
        _go_on_to(house, show, _KINDS[choice])
        return told.manner
    child = branch(show, Answered(day=show.day, choice=choice, manner=manner))
    _go_on(house, child, (_KINDS[choice], show.day))
    return manner


def ignore(house: "House", show: "Show") -> None:
    """Leave a question unanswered that can be.

    Raises:
        ConsentError: it is answered in this story.
    """
    if (respondent := waiting(house, show)) is not None:
        respondent.give(None)
    elif (told := told_answer(show)) is not None:
        button = show.scenario.prompt_on(show.day).button(told.choice).text
        raise ConsentError(f'in this story it is answered with "{button}": play on, or tap another button')
    else:
        show.step(1)


def told_answer(show: "Show") -> Answer | None:
    """How the question where the playhead is was answered, or will be by the script; None if it is left open."""
    for event in show.playback.events[show.at :]:
        if event.day != show.day or isinstance(event, PromptShown):
            return None
        if isinstance(event, ConsentGiven | ConsentRefused):
            choice = Choice.ALLOW if isinstance(event, ConsentGiven) else Choice.REFUSE
            return Answer(choice=choice, manner=event.manner)
    if show.playback.ended:
        return None
    return ScriptedRespondent(show.scenario.story).answer(show.scenario.prompt_on(show.day), show.day)


def under_way(house: "House", show: "Show") -> bool:
    """Whether what the thumb did last is still coming about."""
    performer = house.performer
    if show.aim is None or performer is None or performer.show is not show:
        return False
    return performer.works


def waiting(house: "House", show: "Show") -> "KeyboardRespondent | None":
    """Who waits for an answer, if this story does and the playhead is where it does."""
    performer = house.performer
    if performer is None or performer.show is not show or performer.respondent is None:
        return None
    asked = any(isinstance(event, PromptShown) for event in show.playback.events[-1:])
    return performer.respondent if performer.respondent.waiting and show.at_end and asked else None


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


def _go_on_to(house: "House", show: "Show", kind: "type[Event]") -> None:
    """Step to where the question is answered, as soon as it is known."""
    performer = house.performer
    if not show.at_end:
        show.step(1)
    elif performer is not None and performer.show is show and performer.busy:
        show.aim = (kind, show.day)
    else:
        raise ConsentError(
            f"day {show.day}: what was recorded ends at this question, and nobody plays it on; "
            "give another answer, or begin the story anew from Home"
        )


def _go_on(house: "House", child: "Show", aim: "tuple[type[Event], int]") -> None:
    assert child.parent is not None
    child.position, child.aim = len(child.playback.moments) - 1, aim
    house.perform(child, child.parent.analyses())
