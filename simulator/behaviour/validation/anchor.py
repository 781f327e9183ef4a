"""A study's intercept: what its request is worth to its people, so that the model agrees with its control.

The value of a request decides more than its design: the same two buttons are accepted by 2 % to 84 %. So the model
says nothing of a study's level before it has been told one.
"""

from collections.abc import Callable
from dataclasses import dataclass

from simulator.behaviour.parameters import Parameters
from simulator.behaviour.traits import Traits, logit
from simulator.behaviour.validation.factors import FactorsRead
from simulator.behaviour.validation.metrics import StudyMetric, StudyOutcome
from simulator.behaviour.validation.rates import everybody, expect, unlogit

_FARTHEST = 12.0
_RAREST = 1e-3  # nobody, or everybody, among those whom a study can ask, may still be one in a thousand
_CLOSE = 1e-7
_SECANTS, _TRIES = 8, 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """Where a study stands.

    Attributes:
        shift: added to what people want.
        rest: log-odds that no worth of the request explains, such as a share below that of slips; mostly 0.
        most_slips: half of the smaller side: slips cannot be more than what was tapped.
    """

    shift: float
    rest: float
    most_slips: float = 1.0


NONE = Anchor(shift=0.0, rest=0.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """The parameters with the crowd that goes with them."""

    parameters: Parameters
    crowd: Traits

    @classmethod
    def of(cls, parameters: Parameters) -> "Model":
        return cls(parameters=parameters, crowd=everybody(parameters))

    def predict(self, reading: FactorsRead, metric: StudyMetric, anchor: Anchor = NONE) -> float:
        """The share that the metric counts, put as saying yes."""
        rates = expect(
            reading.features,
            self.crowd,
            self.parameters,
            exposure=reading.times,
            shift=anchor.shift,
            most_slips=anchor.most_slips,
            way=reading.way,
        )
        return unlogit(logit(rates.of(metric)) + anchor.rest) if anchor.rest else rates.of(metric)

    def anchor(self, reading: FactorsRead, metric: StudyMetric, share: float, near: float = 0.0) -> Anchor:
        """The intercept with which this design is answered by this share; ``near`` is a guess at its shift."""
        met = min(max(share, _RAREST), 1 - _RAREST)
        slips = min(met, 1 - met) / 2

        def miss(shift: float) -> float:
            return logit(self.predict(reading, metric, Anchor(shift=shift, rest=0.0, most_slips=slips))) - logit(met)

        # What a request is worth moves what people say to it; whatever else a study measures is anchored as it is.
        shift = _root(miss, near) if metric.outcome is StudyOutcome.ALLOWED else 0.0
        rest = -miss(shift)
        return Anchor(shift=shift, rest=rest if abs(rest) > 1e-4 else 0.0, most_slips=slips)  # noqa: PLR2004  (log-odds that nobody sees)


def _root(function: Callable[[float], float], near: float) -> float:
    """Where a rising function is 0, or the end at which it is nearest.

    Secants from a guess find it in three or four steps; where they run away, false position after Illinois does.
    """
    before, here = near + 0.25, near
    at_before, at_here = function(before), function(here)
    for _ in range(_SECANTS):
        if abs(at_here) < _CLOSE:
            return here
        if at_before == at_here:
            break
        before, here = here, here - at_here * (here - before) / (at_here - at_before)
        if abs(here) > _FARTHEST:
            break
        at_before, at_here = at_here, function(here)
    return _false_position(function, -_FARTHEST, _FARTHEST)


def _false_position(function: Callable[[float], float], low: float, high: float) -> float:
    at_low, at_high = function(low), function(high)
    if at_low >= 0 or at_high <= 0:
        return low if at_low >= 0 else high
    side = 0
    for _ in range(_TRIES):
        middle = (low * at_high - high * at_low) / (at_high - at_low)
        at_middle = function(middle)
        if abs(at_middle) < _CLOSE:
            return middle
        if at_middle > 0:
            high, at_high = middle, at_middle
            at_low = at_low / 2 if side == 1 else at_low
            side = 1
        else:
            low, at_low = middle, at_middle
            at_high = at_high / 2 if side == -1 else at_high
            side = -1
    return (low + high) / 2
