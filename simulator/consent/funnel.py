"""The way out: noticing that it is on, looking for the switch, finding it, taking the right one, holding on."""

from dataclasses import dataclass
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from simulator.consent.app import App, Toggle
from simulator.consent.behave import Bools, Decisions
from simulator.consent.parameters import Parameters
from simulator.consent.traits import Floats, Traits, draw_logit
from simulator.population.luck import draw_uniform

Days = NDArray[np.int32]
NEVER = -1


class Stage(IntEnum):
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
        stage: code of `Stage`.
        noticed: the day on which they became aware of it, or -1.
        withdrawn: the day of the withdrawal, or -1; the day of noticing, since a search takes minutes.
        seconds: what the search took, found or given up; 0 for those who did not look.
    """

    regrets: Bools
    stage: NDArray[np.int8]
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
    leave, allowed = parameters.leave, decisions.allowed
    later = _wait(draw_uniform(seed, "leave/change", persons), leave.change.value)
    sooner = _wait(draw_uniform(seed, "leave/notice", persons), leave.notice.value)
    wait = np.where(decisions.wanted, later, sooner)
    noticed = allowed & (wait <= last_day - given)
    looked = noticed & (draw_uniform(seed, "leave/look", persons) < leave.look.value)
    luck = draw_logit(seed, "leave/find", persons) + _SKILL * traits.skill
    menus = max(0, path.taps - 1)
    found = looked & (luck > -_logit(leave.menu.value**menus))
    switched = found & _passes(seed, "leave/toggle", persons, leave.toggle.value, int(path.twins))
    held_on = switched & _passes(seed, "leave/confirm", persons, leave.confirm.value, path.confirms)
    day = np.where(noticed, given + np.where(noticed, wait, 0), NEVER).astype(np.int32)
    walk = path.taps * path.seconds_per_tap + menus * leave.wrong.value
    return Funnel(
        regrets=allowed & (~decisions.wanted | noticed),
        stage=np.sum((noticed, looked, found, switched, held_on), axis=0, dtype=np.int8),
        noticed=day,
        withdrawn=np.where(held_on, day, NEVER).astype(np.int32),
        seconds=looked * walk * np.exp(draw_logit(seed, "leave/seconds", persons) * parameters.time.spread.value),
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


def _passes(seed: int, purpose: str, persons: NDArray[np.uint64], chance: float, times: int) -> Bools:
    lucky: Bools = draw_uniform(seed, purpose, persons) < chance**times
    return lucky
