"""Least squares with a pull back to where each parameter started: Gauss-Newton, in NumPy alone."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from simulator.behaviour.calibration.habituation import Habituation
from simulator.behaviour.calibration.targets import FitTarget
from simulator.behaviour.parameters import Parameters
from simulator.behaviour.traits import Floats
from simulator.behaviour.validation.anchor import Model

_ROUNDS = 12
_STEP = 1e-3
# Fitted values are written with so many decimals, so that the last bits of another processor never show.
DECIMALS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """What a calibration came to.

    Attributes:
        parameters: with the fitted values, rounded.
        misses_before, misses_after: root mean square of the misses of all targets, in their standard deviations, at
            the starting values and now.
    """

    parameters: Parameters
    misses_before: float
    misses_after: float


def fit(
    parameters: Parameters,
    targets: Sequence[FitTarget],
    habituation: Habituation | None,
    watch: Callable[[int], object] = int,
) -> Fit:
    """Fit the free parameters, from their starting values, whatever they are now.

    Args:
        parameters: the registry; a quarter of a parameter's range is its standard deviation around its start.
        targets: what was published.
        habituation: a series, if there is one.
        watch: is told the number of each round as it begins.
    """
    free = [(name, each) for name, each in parameters.named() if each.fitted]
    names = [name for name, _ in free]
    start = np.array([each.start for _, each in free])
    low, high = np.array([each.range for _, each in free]).T
    spread = (high - low) / 4

    def misses(values: Floats) -> Floats:
        model = Model.of(parameters.having(dict(zip(names, values.tolist(), strict=True))))
        aimed = [target.miss(model) for target in targets]
        worn = [] if habituation is None else [habituation.miss(model.parameters)]
        return np.array([*aimed, *worn, *((values - start) / spread)])

    found = _descend(misses, start, low, high, watch)
    of_targets = len(targets) + (habituation is not None)
    values = np.round(found, DECIMALS)
    return Fit(
        parameters=parameters.having(dict(zip(names, values.tolist(), strict=True))),
        misses_before=_root_mean_square(misses(start)[:of_targets]),
        misses_after=_root_mean_square(misses(values)[:of_targets]),
    )


def _descend(
    misses: Callable[[Floats], Floats], start: Floats, low: Floats, high: Floats, watch: Callable[[int], object]
) -> Floats:
    values, at, damping = start.copy(), misses(start), 1e-3
    for turn in range(1, _ROUNDS + 1):
        watch(turn)
        slope = np.array([(misses(values + _nudge(len(values), i)) - at) / _STEP for i in range(len(values))]).T
        square = slope.T @ slope
        while damping < 1e6:  # noqa: PLR2004  (no step at all is left beyond it)
            step = np.linalg.solve(square + damping * np.diag(np.diag(square)), -slope.T @ at)
            tried = np.clip(values + step, low, high)
            there = misses(tried)
            if there @ there < at @ at:
                break
            damping *= 10
        else:
            break
        moved = float(np.abs(tried - values).max())
        values, at, damping = tried, there, max(damping / 10, 1e-6)
        if moved < 10.0**-DECIMALS / 10:
            break
    return values


def _nudge(length: int, place: int) -> Floats:
    nudge = np.zeros(length)
    nudge[place] = _STEP
    return nudge


def _root_mean_square(misses: Floats) -> float:
    return float(np.sqrt(np.mean(misses**2))) if len(misses) else 0.0
