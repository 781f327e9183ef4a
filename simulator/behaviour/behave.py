"""How people answer a prompt: notice, attend, choose, slip. One call answers for a column of people.

Every step has luck of its own, keyed by its name, so that two prompts that differ in one word share all the luck that
the word does not touch: whoever answers differently does so because of the word.
"""

from dataclasses import dataclass
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from simulator.behaviour.features import Features
from simulator.behaviour.lean import lean
from simulator.behaviour.parameters import Parameters, Time
from simulator.behaviour.traits import Floats, Traits, draw_logit
from simulator.domain.events import Manner
from simulator.population.luck import draw_uniform

Bools = NDArray[np.bool_]
MANNERS = tuple(Manner)  # what the codes of `Decisions.manner` mean
_NO_MANNER = np.int8(-1)
_CODE = {manner: np.int8(code) for code, manner in enumerate(MANNERS)}


class Cause(IntEnum):
    """The step at which two answers of the same person part."""

    NONE = 0
    NOTICED = 1
    READ = 2
    GLANCED = 3
    PERSUADED = 4
    GAVE_IN = 5
    TRICKED = 6
    SLIPPED = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Decisions:
    """Columns, shape ``(n,)``, in the order in which a person goes through them.

    Attributes:
        answered: false if it was ignored; then ``allowed`` is what doing nothing means.
        attended: whether it was read.
        believed: whether the person, having read what it tells, would want it; of those who read.
        meant: the answer that was meant: by reading, pressed or not, or at a glance.
        taken: the same after a trick of wording.
        slipped: whether the finger hit the other button.
        allowed: the outcome.
        wanted: what the person wants, knowing everything, and nobody pressing.
        manner: code of how the answer came about, an index into `MANNERS`; -1 where there is none.
        seconds: from the first sight of the prompt to the answer; 0 where there is none.
    """

    answered: Bools
    attended: Bools
    believed: Bools
    meant: Bools
    taken: Bools
    slipped: Bools
    allowed: Bools
    wanted: Bools
    manner: NDArray[np.int8]
    seconds: Floats

    @property
    def matches(self) -> Bools:
        """Whether the outcome is what the person wants; its mean is the fidelity of consent."""
        match: Bools = self.allowed == self.wanted
        return match


@dataclass(frozen=True, slots=True)
class _Luck:
    """The luck of one meeting with one prompt, step by step; a meeting is a number, or one for each person."""

    seed: int
    persons: NDArray[np.uint64]
    exposure: int | NDArray[np.uint64]

    def logit(self, step: str) -> Floats:
        return draw_logit(self.seed, f"answer/{step}", self.persons, self.exposure)

    def above(self, step: str, log_odds: Floats | float) -> Bools:
        return self.logit(step) > -log_odds

    def chance(self, step: str, probability: float) -> Bools:
        if not probability:
            return np.zeros(len(self.persons), np.bool_)
        return draw_uniform(self.seed, f"answer/{step}", self.persons, self.exposure) < probability


def _repeating(now: _Luck, share: float) -> _Luck:
    """The luck of this meeting, and for that share of the people the luck of their first one."""
    times = np.full(len(now.persons), now.exposure, np.uint64)
    times[now.chance("repeat", share)] = 0
    return _Luck(now.seed, now.persons, times)


def decide(
    features: Features,
    traits: Traits,
    parameters: Parameters,
    seed: int,
    persons: NDArray[np.uint64],
    *,
    exposure: int = 0,
    rested: bool = True,
) -> Decisions:
    """Answer for these people.

    Args:
        features: of the prompt.
        traits: of the same people, `traits`.
        parameters: of the model.
        seed: the world.
        persons: rows of the population, shape ``(n,)``.
        exposure: how many times they have met it before. Each time has luck of its own, but for what people want, and
            but for those who do as they did the first time.
        rested: whether the last time was on another day.
    """
    leaning = lean(features, traits, parameters, exposure=exposure, rested=rested)
    now = _Luck(seed, persons, exposure)
    luck = _repeating(now, parameters.attend.repeat.value) if exposure else now
    answered = np.ones(len(persons), np.bool_) if leaning.notice is None else luck.above("notice", leaning.notice)
    wish = leaning.want + draw_logit(seed, "answer/wish", persons)
    wanted = wish > -leaning.known
    attended = luck.above("attend", leaning.attend)
    believed = wish > -leaning.told
    glanced = luck.above("glance", leaning.glance) | luck.chance("leave", leaning.leave)
    meant = np.where(attended, wish > -(leaning.told + leaning.pressed), glanced)
    taken = meant | luck.chance("trick", leaning.trick)
    slipped = now.chance("slip", leaning.slip)
    allowed = np.where(answered, taken ^ slipped, leaning.by_default)
    told, right = believed ^ (taken != meant), allowed == wanted
    manner = _manner(answered=answered, attended=attended, believed=told, taken=taken, slipped=slipped, right=right)
    return Decisions(
        answered=answered,
        attended=attended,
        believed=believed,
        meant=meant,
        taken=taken,
        slipped=slipped,
        allowed=allowed,
        wanted=wanted,
        manner=manner,
        seconds=_seconds(parameters.time, now.logit("seconds"), answered, attended),
    )


def _manner(
    *, answered: Bools, attended: Bools, believed: Bools, taken: Bools, slipped: Bools, right: Bools
) -> NDArray[np.int8]:
    # A reader who does what they believe, or the contrary by a trick, misread; one who does otherwise gave in.
    misread = np.where(believed == taken, _CODE[Manner.MISTAKEN], _CODE[Manner.RELUCTANT])
    read = np.where(right, _CODE[Manner.INFORMED], misread)
    unread = np.where(right, _CODE[Manner.UNREAD], _CODE[Manner.MISTAKEN])
    manner = np.where(attended, read, unread)
    manner[slipped] = _CODE[Manner.SLIP]
    manner[~answered] = _NO_MANNER
    return manner


def _seconds(time: Time, luck: Floats, answered: Bools, attended: Bools) -> Floats:
    median = np.where(attended, time.read.value, time.unread.value) - time.glance.value
    return answered * (time.glance.value + median * np.exp(luck * time.spread.value))


def part(first: Decisions, second: Decisions) -> NDArray[np.int8]:
    """For each person the step at which two answers part, as a code of `Cause`; 0 where the outcome is the same."""
    differ = first.allowed != second.allowed
    cause = np.zeros(len(differ), np.int8)
    read = first.attended & second.attended
    persuaded = np.where(first.believed != second.believed, np.int8(Cause.PERSUADED), np.int8(Cause.GAVE_IN))
    chosen = np.where(read, persuaded, np.int8(Cause.GLANCED))
    steps = (
        (first.answered != second.answered, Cause.NOTICED),
        (first.attended != second.attended, Cause.READ),
        (first.meant != second.meant, chosen),
        (first.taken != second.taken, Cause.TRICKED),
        (first.slipped != second.slipped, Cause.SLIPPED),
    )
    for parted, code in steps:
        cause = np.where(differ & parted & (cause == 0), code, cause).astype(np.int8)
    return cause
