"""The behaviour model without luck: what share of people do what.

The people are a fixed lattice of traits, not a sample, so that a rate is a smooth function of the parameters.
"""

from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from simulator.behaviour.features import Features
from simulator.behaviour.lean import lean
from simulator.behaviour.parameters import Parameters
from simulator.behaviour.traits import Floats, Traits, weigh
from simulator.behaviour.validation.factors import AS_IN_THE_APP, Way
from simulator.behaviour.validation.metrics import Denominator, StudyMetric, StudyOutcome

DAYS = 30
_PEOPLE = 512
_TRAITS = 5
# The root of x**6 = x + 1: the additive lattice of Roberts (2018) in five dimensions.
_PHI = 1.1347241384015194


@lru_cache(maxsize=1)
def _lattice() -> tuple[Floats, ...]:
    steps = _PHI ** -np.arange(1.0, _TRAITS + 1)
    points = (0.5 + np.outer(np.arange(1, _PEOPLE + 1), steps)) % 1.0
    logits = np.log(points / (1 - points)) * np.sqrt(3) / np.pi
    return tuple(np.ascontiguousarray(column) for column in logits.T)


def everybody(parameters: Parameters) -> Traits:
    """Traits of a fixed crowd that stands for the population."""
    concern, benefit, trust, haste, skill = _lattice()
    return weigh(parameters, concern=concern, benefit=benefit, trust=trust, haste=haste, skill=skill)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rates:
    """Shares of all to whom it was shown.

    Attributes:
        regretted: allowed without wanting it.
        revoked: of those who would rather not, how many leave within `DAYS`; an order of magnitude.
    """

    answered: float
    attended: float
    allowed: float
    allowed_by_answer: float
    regretted: float
    revoked: float

    def of(self, metric: StudyMetric) -> float:
        """The share that a metric counts, in its own denominator, put as saying yes, answering or reading."""
        match metric.outcome, metric.among:
            case StudyOutcome.ANSWERED, _:
                return self.answered
            case StudyOutcome.ATTENDED, _:
                return self.attended
            case StudyOutcome.REVOKED, _:
                return self.revoked
            case StudyOutcome.REGRETTED, Denominator.GRANTS:
                return self.regretted / max(self.allowed, 1e-9)
            case StudyOutcome.REGRETTED, _:
                return self.regretted
            case _, Denominator.ANSWERS:
                return self.allowed_by_answer / self.answered
            case _:
                return self.allowed


def expect(
    features: Features,
    crowd: Traits,
    parameters: Parameters,
    *,
    exposure: int = 0,
    shift: float = 0.0,
    most_slips: float = 1.0,
    way: Way = AS_IN_THE_APP,
) -> Rates:
    """What comes of a prompt on average.

    Args:
        features: of the prompt.
        crowd: `everybody`.
        parameters: of the model.
        exposure: how many times it was met before.
        shift: the study's intercept: what its request is worth to its people, in log-odds more than
            ``want.value``; it also moves how many answer what can be ignored.
        most_slips: share of slips that the study leaves room for.
        way: out of it.
    """
    moved = replace(crowd, taste=crowd.taste + shift)
    leaning = lean(features, moved, parameters, exposure=exposure)
    slip = min(leaning.slip, most_slips)
    answered = 1.0 if leaning.notice is None else float(_share(leaning.notice + shift))
    attend, want = _share(leaning.attend), _share(leaning.want + leaning.known)
    read = _share(leaning.want + leaning.told + leaning.pressed)
    glance = leaning.leave + (1 - leaning.leave) * _share(leaning.glance)
    allow, regret = attend * read + (1 - attend) * glance, _regret(attend, read, glance, want)
    # A trick takes a no for a yes; a slip takes either for the other.
    allow = _swap(allow + (1 - allow) * leaning.trick, slip, 1.0)
    regret = _swap(regret + (1 - want - regret) * leaning.trick, slip, 1 - want)
    by_answer = answered * float(allow.mean())
    default = float(leaning.by_default)
    return Rates(
        answered=answered,
        attended=float(attend.mean()),
        allowed=by_answer + (1 - answered) * default,
        allowed_by_answer=by_answer,
        revoked=_leave(way, parameters),
        regretted=answered * float(regret.mean()) + (1 - answered) * default * float(1 - want.mean()),
    )


def _leave(way: Way, parameters: Parameters) -> float:
    leave = parameters.leave
    aware = 1.0 if way.reminded else 1 - (1 - leave.notice.value) ** DAYS
    return float(
        aware * leave.look.value * leave.menu.value ** max(way.taps - 1, 0.0) * leave.confirm.value**way.confirms
    )


def _share(log_odds: Floats | float) -> Floats:
    shared: Floats = 1 / (1 + np.exp(-np.asarray(log_odds)))
    return shared


def _regret(attend: Floats, read: Floats, glance: Floats, want: Floats) -> Floats:
    # Among readers a yes and a wish hang on the same luck; a glance has luck of its own.
    return attend * np.maximum(read - want, 0) + (1 - attend) * glance * (1 - want)


def _swap(share: Floats, slip: float, of: Floats | float) -> Floats:
    return share * (1 - slip) + (of - share) * slip


def logit(share: float) -> float:
    """Log-odds of a share, which is kept a little away from 0 and 1."""
    kept = min(max(share, 1e-6), 1 - 1e-6)
    return float(np.log(kept / (1 - kept)))


def unlogit(log_odds: float) -> float:
    """The share whose log-odds these are."""
    return float(_share(log_odds))
