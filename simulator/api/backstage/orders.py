"""What is ordered from the processes behind the screen.

Drawing and analysing hold the interpreter for tens of milliseconds at a time, so a screen in the same process would
stumble: measured, 96 ms at the 99th percentile of what its loop comes late, against 33 ms wanted.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from simulator.api.child import Job

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from simulator.domain.analysis import Analysis
    from simulator.domain.people import Human, Pet
    from simulator.domain.photo import Photo
    from simulator.journey.scenario import Scenario

_KEPT: Final = "; what it recorded is kept, start it again"
PLAYING: Final = Job(work="simulator.api.backstage.playing:play", name="the player", kept=_KEPT, gentle=True)
DRAWING: Final = Job(work="simulator.api.backstage.drawing:draw", name="the drawer", gentle=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Play:
    """Play and record a scenario; its name is told first, then each event.

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
    """Draw a photo; an image is told, upright, RGB, at most ``longest`` pixels long."""

    scenario: "Scenario"
    photo: "Photo"
    longest: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Portray:
    """Draw somebody; an image is told, RGB, square."""

    who: "Human | Pet"
