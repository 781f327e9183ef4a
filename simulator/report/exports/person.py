"""Who a recorded story is about, and what they were asked and answered, as exports tell it."""

import json
from collections.abc import Sequence
from datetime import date, timedelta
from hashlib import sha256
from typing import Any

from simulator.consent.record import ConsentRecord, advance
from simulator.domain.errors import RollcallError
from simulator.domain.events import (
    ConsentGiven,
    ConsentRefused,
    ConsentWithdrawn,
    Event,
    PromptShown,
    StoryStarted,
    WithdrawalReceived,
)
from simulator.domain.log import to_json
from simulator.domain.people import Relation

_DIGITS = 16


def start_of(events: Sequence[Event]) -> StoryStarted:
    """The inputs of the story.

    Raises:
        RollcallError: there are no events, or they begin with something else.
    """
    started = events[0] if events else None
    if not isinstance(started, StoryStarted):
        raise RollcallError("the run has no beginning; play the story again")
    return started


def pseudonym(started: StoryStarted) -> str:
    """An id for the owner of the camera roll that is no name: the same for the same person in every story."""
    owner = next(human for human in started.cast if human.relation is Relation.OWNER)
    told = json.dumps([started.life, to_json(owner)])
    return f"person-{sha256(told.encode()).hexdigest()[:_DIGITS]}"


def date_on(started: StoryStarted, day: int) -> str:
    """The date of a day of the story, ISO 8601.

    Raises:
        RollcallError: no calendar goes that far.
    """
    try:
        return (date.fromisoformat(started.starts) + timedelta(days=day)).isoformat()
    except OverflowError as error:
        raise RollcallError(
            f"day {day}: no calendar goes that far; the story ends on day {started.last_day}"
        ) from error


def consent_history(events: Sequence[Event]) -> list[dict[str, Any]]:
    """Every step of the consent, oldest first: when, what, which record, the state after it, how, in how many taps.

    The company's receipt of a withdrawal is a step of its own: it may come days after the tap.

    Raises:
        ConsentError: the events break the order of asking, giving and withdrawing.
    """
    started = start_of(events)
    record = ConsentRecord()
    steps: list[dict[str, Any]] = []
    for event in events:
        record = advance(record, event)
        match event:
            case ConsentGiven(manner=manner, taps=taps) | ConsentRefused(manner=manner, taps=taps):
                answer: tuple[str | None, int | None] = (manner.value, taps)
            case ConsentWithdrawn(taps=taps):
                answer = (None, taps)
            case PromptShown() | WithdrawalReceived():
                answer = (None, None)
            case _:
                continue
        steps.append(
            {
                "date": date_on(started, event.day),
                "day": event.day,
                "event": event.kind,
                "record": record.id,
                "state": record.state.value,
                "manner": answer[0],
                "taps": answer[1],
            }
        )
    return steps
