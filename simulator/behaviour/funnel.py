"""The way out: noticing that it is on, looking for the switch, finding it, taking the right one, holding on."""

from dataclasses import dataclass
from enum import IntEnum
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from simulator.behaviour.behave import Bools, Decisions
from simulator.behaviour.parameters import Parameters
from simulator.behaviour.traits import Floats, Traits, draw_logit
from simulator.consent.app import App
from simulator.domain.days import NEVER
from simulator.domain.phone import Toggle
from simulator.population.luck import draw_uniform

Days = NDArray[np.int32]
T = TypeVar("T", bound=np.generic)


class FunnelStage(IntEnum):
    """How far somebody came; each stage includes those before it."""

    STAYED = 0
    NOTICED = 1
    LOOKED = 2
    FOUND = 3
    SWITCHED = 4
    WITHDRAWN = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingsPath:
    """The way to the switch.

    Attributes:
        taps: from opening the app to the switch, the switch included.
        twins: whether another switch beside it is easily taken for it.
        confirms: how often the app asks whether one is sure.
        seconds_per_tap: of somebody who knows the way.
    """

    taps: int
    twins: bool
    confirms: int = 0
    seconds_per_tap: float


def settings_path(app: App) -> SettingsPath:
    """The way to the switch of cloud processing in an app."""
    switch = app.switch(Toggle.CLOUD_PROCESSING)
    return SettingsPath(
        taps=app.taps(Toggle.CLOUD_PROCESSING),
        twins=any(app.switch(toggle).under == switch.under for toggle in Toggle if toggle is not switch.toggle),
        confirms=app.confirms,
        seconds_per_tap=app.upload.seconds_per_tap,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Funnel:
    """Columns, shape ``(n,)``; of people who allowed nothing the stage is `Stage.STAYED` and nothing else is set.

    Attributes:
        regrets: allowed although they do not want it, or want it no more.
        stage: code of `FunnelStage`.
        menus: how many menus of the path were taken right, tap by tap, of those who looked.
        noticed: the day on which they became aware of it, or -1.
        withdrawn: the day of the withdrawal, or -1; the day of noticing, since a search takes minutes.
        seconds: what the search took, found or given up; 0 for those who did not look.
    """

    regrets: Bools
    stage: NDArray[np.int8]
    menus: NDArray[np.int8]
    noticed: Days
    withdrawn: Days
    seconds: Floats


def revoke(
    traits: Traits,
    decisions: Decisions,
    path: SettingsPath,
    parameters: Parameters,
    *,
    seed: int,
    persons: NDArray[np.uint64],
    given: Days,
    last_day: int,
) -> Funnel:
    """Who finds the way out, and when.

    Everybody looks at most once: who gives up is taken not to come back.

    Args:
        traits: of these people.
        decisions: what they answered.
        path: the way to the switch.
        parameters: of the model.
        seed: the world.
        persons: rows of the population, shape ``(n,)``.
        given: the day on which each answered; read only for those who allowed.
        last_day: the last day that counts.
    """
    leave = parameters.leave
    # Luck is drawn only for those who come so far; being keyed, it is the same whoever else does.
    wait = np.full(len(persons), _FOREVER, np.int32)
    for wanted, purpose, hazard in ((0, "leave/notice", leave.notice.value), (1, "leave/change", leave.change.value)):
        rows = np.flatnonzero(decisions.allowed & (decisions.wanted == wanted))
        wait[rows] = _wait(draw_uniform(seed, purpose, persons[rows]), hazard)
    noticed = decisions.allowed & (wait <= last_day - given)
    aware = np.flatnonzero(noticed)
    search = _search(traits.skill[aware], path, parameters, seed, persons[aware])
    day = np.where(noticed, given + wait, NEVER).astype(np.int32)

    def spread(column: NDArray[T]) -> NDArray[T]:
        whole = np.zeros(len(persons), column.dtype)
        whole[aware] = column
        return whole

    stage = spread(search.stage)
    return Funnel(
        regrets=decisions.allowed & (~decisions.wanted | noticed),
        stage=stage,
        menus=spread(search.menus),
        noticed=day,
        withdrawn=np.where(stage == FunnelStage.WITHDRAWN, day, np.int32(NEVER)),
        seconds=spread(search.seconds),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Search:
    """What became of those who are aware; columns of that length."""

    stage: NDArray[np.int8]
    menus: NDArray[np.int8]
    seconds: Floats


def _search(
    skill: Floats, path: SettingsPath, parameters: Parameters, seed: int, persons: NDArray[np.uint64]
) -> _Search:
    leave = parameters.leave
    aware = np.ones(len(persons), np.bool_)
    looked = _passes(seed, "leave/look", persons, leave.look.value)
    luck = draw_logit(seed, "leave/find", persons) + _SKILL * skill
    menus = max(0, path.taps - 1)
    # One luck for the whole walk: whoever takes the third menu right has taken the first two.
    taken = np.zeros(len(persons), np.int8)
    for menu in range(1, menus + 1):
        taken += looked & (luck > -_logit(leave.menu.value**menu))
    found = looked & (taken == menus)
    switched = found & _passes(seed, "leave/toggle", persons, leave.toggle.value ** int(path.twins))
    held_on = switched & _passes(seed, "leave/confirm", persons, leave.confirm.value**path.confirms)
    walk = path.taps * path.seconds_per_tap + menus * leave.wrong.value
    longer: Floats = np.exp(draw_logit(seed, "leave/seconds", persons) * parameters.time.spread.value)
    return _Search(
        stage=np.sum((aware, looked, found, switched, held_on), axis=0, dtype=np.int8),
        menus=taken,
        seconds=looked * walk * longer,
    )


# Assumed: one standard deviation of skill moves the log-odds of finding a switch by a half.
_SKILL = 0.5
_FOREVER = 1_000_000


def _wait(luck: Floats, hazard: float) -> NDArray[np.int32]:
    """Whole days, one or more, until something happens that has this chance on each day."""
    if hazard <= 0:
        return np.full(luck.shape, _FOREVER, np.int32)
    if hazard >= 1:
        return np.ones(luck.shape, np.int32)
    days: NDArray[np.int32] = np.minimum(np.log1p(-luck) / np.log1p(-hazard), _FOREVER - 1).astype(np.int32)
    return days + np.int32(1)


def _logit(share: float) -> float:
    kept = min(max(share, 1e-9), 1 - 1e-9)
    return float(np.log(kept / (1 - kept)))


def _passes(seed: int, purpose: str, persons: NDArray[np.uint64], chance: float) -> Bools:
    return draw_uniform(seed, purpose, persons) < chance
