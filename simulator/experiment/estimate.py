"""From sums to estimates with intervals. Normal theory throughout: samples here are hundreds and more."""

import math
from dataclasses import dataclass
from statistics import NormalDist
from typing import Any

import numpy as np

from simulator.experiment.results import Estimate

_NORMAL = NormalDist()
_FEWEST = 2  # of one person no variance can be told
LEVEL = 0.95


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """A mean's raw material, in whole numbers."""

    people: int
    total: int
    squares: int

    @property
    def mean(self) -> float:
        return self.total / self.people if self.people else math.nan

    @property
    def variance(self) -> float:
        """Unbiased; of whole numbers, so that nothing is lost to cancellation."""
        if self.people < _FEWEST:
            return math.nan
        return (self.people * self.squares - self.total**2) / (self.people * (self.people - 1))

    @property
    def error(self) -> float:
        """Standard error of the mean."""
        return math.sqrt(self.variance / self.people) if self.people else math.nan


def known(value: float) -> float | None:
    """None for an infinity or what is not a number: so few people do not tell."""
    return value if math.isfinite(value) else None


def estimate(value: float, error: float, level: float = LEVEL, *, tested: bool = True) -> Estimate:
    """An estimate with a normal interval of that level."""
    reach = quantile((1 + level) / 2) * error
    p = 2 * (1 - _NORMAL.cdf(abs(value) / error)) if error > 0 else float(value == 0)
    return Estimate(value=known(value), low=known(value - reach), high=known(value + reach), p=p if tested else None)


def estimate_mean(sample: Sample, level: float = LEVEL, *, tested: bool = True) -> Estimate:
    """The mean of one arm, or of differences within persons."""
    return estimate(sample.mean, sample.error, level, tested=tested)


def error_of_gap(first: Sample, second: Sample) -> float:
    """Standard error of the difference of two means of different people (Welch)."""
    return math.hypot(first.error, second.error)


def estimate_gap(first: Sample, second: Sample, level: float = LEVEL) -> Estimate:
    """The second mean less the first, of different people."""
    return estimate(second.mean - first.mean, error_of_gap(first, second), level)


def quantile(share: float) -> float:
    """Of the standard normal distribution."""
    return _NORMAL.inv_cdf(share)


def detectable(error: float, alpha: float, power: float) -> float:
    """The smallest true effect that a two-sided test with this standard error finds with that power."""
    return (quantile(1 - alpha / 2) + quantile(power)) * error


def power_at(effect: float, error: float, alpha: float) -> float:
    """How often a two-sided test with this standard error is significant, if the effect is true."""
    if not error > 0:
        return math.nan
    limit, shift = quantile(1 - alpha / 2), effect / error
    return _NORMAL.cdf(shift - limit) + _NORMAL.cdf(-shift - limit)


def chance_of_split(seen: tuple[int, ...]) -> float:
    """The sample-ratio check: the chance that an even assignment is so uneven or more (Pearson's chi-squared).

    Below 0.001 one looks for what went wrong instead of reading on (Fabijan et al. 2019, KDD).
    """
    expected = sum(seen) / len(seen)
    if not expected:
        return math.nan
    return _upper_tail(sum((count - expected) ** 2 / expected for count in seen), len(seen) - 1)


def _upper_tail(x: float, freedom: int) -> float:
    """Of the chi-squared distribution; closed forms, by degrees of freedom two at a time."""
    half = x / 2
    if freedom % 2:
        tail, term, start = math.erfc(math.sqrt(half)), math.sqrt(half / math.pi) * 2 * math.exp(-half), 3
    else:
        tail, term, start = math.exp(-half), half * math.exp(-half), 4
    for below in range(start, freedom + 1, 2):
        tail += term
        term *= x / below
    return min(1.0, tail)


def always_valid(value: float, error: Any, people: Any, planned: int, alpha: float) -> tuple[Any, Any]:
    """An interval that may be looked at as often as one likes, at any time; numbers, or arrays of one shape.

    The asymptotic confidence sequence of Waudby-Smith, Arbour, Sinha, Kennedy & Ramdas (2024, Annals of Statistics,
    https://arxiv.org/abs/2103.06476), theorem 2.2, with the ``rho`` that makes it about tightest at the planned end.

    Args:
        value: the estimate.
        error: its standard error.
        people: how many it rests on, 1 or more.
        planned: how many it is to rest on in the end.
        alpha: the chance that any of all the intervals misses the truth.
    """
    rho_squared = (-2 * math.log(alpha) + math.log(-2 * math.log(alpha) + 1)) / planned
    grown = people * rho_squared + 1
    spread = error * np.sqrt(people)
    reach = spread * np.sqrt(2 * grown / (people**2 * rho_squared) * np.log(np.sqrt(grown) / alpha))
    return value - reach, value + reach
