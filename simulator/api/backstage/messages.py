"""What the screen and a process behind it say to one another, as pickles through a pipe."""

import pickle
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from simulator.consent.ask import Answer
    from simulator.consent.prompt import Prompt
    from simulator.domain.analysis import Analysis
    from simulator.domain.people import Human, Pet
    from simulator.domain.photo import Photo
    from simulator.journey.scenario import Scenario


@dataclass(frozen=True, slots=True, kw_only=True)
class Play:
    """Play and record a scenario; its name is the first reply, then each event is one.

    Attributes:
        known: analyses of this person's photos that need not be made again.
        asks: whether prompts are answered by whoever gave the order.
        db: the database of runs; None for the user's own.
    """

    scenario: "Scenario"
    known: "Mapping[str, Analysis]"
    asks: bool
    db: "Path | None"


@dataclass(frozen=True, slots=True, kw_only=True)
class Draw:
    """Draw a photo; the only reply is an image, upright, RGB, at most ``longest`` pixels long."""

    scenario: "Scenario"
    photo: "Photo"
    longest: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Portray:
    """Draw somebody; the only reply is an image, RGB, square."""

    who: "Human | Pet"


Order = Play | Draw | Portray


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A prompt waits for its answer, which is the next message."""

    prompt: "Prompt"
    day: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """The answer; None leaves the prompt as if it were not there."""

    answer: "Answer | None"


@dataclass(frozen=True, slots=True)
class Stop:
    """Nobody wants any more of what was ordered last."""


@dataclass(frozen=True, slots=True)
class Done:
    """Nothing more comes of an order.

    Attributes:
        failed: why it could not be carried out; empty if it was, or was stopped.
    """

    failed: str = ""


def send(pipe: IO[bytes], message: Any) -> None:
    """Write one message.

    Raises:
        OSError: nobody is at the other end.
    """
    pickle.dump(message, pipe, pickle.HIGHEST_PROTOCOL)
    pipe.flush()


def receive(pipe: IO[bytes]) -> Any:
    """The next message.

    Raises:
        EOFError: the other end is gone.
    """
    try:
        return pickle.load(pipe)  # noqa: S301  (from our own process)
    except pickle.UnpicklingError as error:
        raise EOFError("cut off in mid-sentence") from error
