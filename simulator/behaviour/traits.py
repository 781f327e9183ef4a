"""What people bring along: traits that no prompt changes, from keyed luck."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from simulator.behaviour.parameters import Parameters
from simulator.population.luck import draw_uniform

Floats = NDArray[np.float64]
_HALF_STEP = 2.0**-54  # keeps the logarithm of the smallest draw finite
_TO_UNIT_SD = np.sqrt(3.0) / np.pi


def draw_logit(seed: int, purpose: str, persons: NDArray[np.uint64], step: int | NDArray[np.uint64] = 0) -> Floats:
    """Luck with the logistic distribution: it is above ``-x`` with the probability whose log-odds are ``x``."""
    luck = draw_uniform(seed, purpose, persons, step)
    luck += _HALF_STEP
    logit = np.log(luck)
    np.subtract(1.0, luck, out=luck)
    logit -= np.log(luck, out=luck)
    return logit


@dataclass(frozen=True, slots=True, kw_only=True)
class Traits:
    """Columns, shape ``(n,)``; each has mean 0 and standard deviation 1, and is logistic, which is fat-tailed.

    Attributes:
        concern, benefit, trust: what is taken off and added to wanting.
        haste: how readily a dialog is answered unread.
        skill: how well somebody finds their way through settings.
        taste: the three that make wanting, weighed; standard deviation about one logit.
    """

    concern: Floats
    benefit: Floats
    trust: Floats
    haste: Floats
    skill: Floats
    taste: Floats


def traits(seed: int, persons: NDArray[np.uint64], parameters: Parameters) -> Traits:
    """The traits of these rows of the population of ``seed``."""

    def drawn(name: str) -> Floats:
        column = draw_logit(seed, f"trait/{name}", persons)
        column *= _TO_UNIT_SD
        return column

    return weigh(
        parameters,
        concern=drawn("concern"),
        benefit=drawn("benefit"),
        trust=drawn("trust"),
        haste=drawn("haste"),
        skill=drawn("skill"),
    )


def weigh(
    parameters: Parameters, *, concern: Floats, benefit: Floats, trust: Floats, haste: Floats, skill: Floats
) -> Traits:
    """Traits that are given, with the taste that follows from them."""
    want = parameters.want
    taste = want.benefit.value * benefit + want.trust.value * trust - want.concern.value * concern
    return Traits(concern=concern, benefit=benefit, trust=trust, haste=haste, skill=skill, taste=taste)
