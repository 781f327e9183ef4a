"""An experiment as `scenarios/experiments/*.toml` plans it: arms, people, days, metrics, guardrails."""

from dataclasses import dataclass
from datetime import date

from simulator.domain.errors import RollcallError
from simulator.experiment.metric import Metric

FEWEST_ARMS = 2
MOST_DAYS, MOST_PEOPLE, MOST_ARMS, MOST_LOOKS, MOST_TAPS = 366, 10**9, 12, 50, 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Arm:
    """One world. What it does not say is as in the experiment's app and prompt.

    Attributes:
        taps: from opening the app to the switch, the switch included: the depth of the settings.
        again_after: days after which the question is put again to those who did not allow.
        asks: how often it is put at most; None: as long as the days last.
    """

    id: str
    title: str
    prompt: str
    terms: str
    taps: int | None = None
    again_after: int | None = None
    asks: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Guardrail:
    """A metric that must not get worse: by ``most`` and no more in any arm against the first.

    For a metric of which less is better, worse is more; for one of which more is better, less. In units of the mean.
    """

    metric: Metric
    most: float


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldTest:
    """The planned field test, which would see each person in one arm only.

    Attributes:
        people: in all arms together.
        looks: how often somebody looks at the results, evenly spread; the last look is the end.
        alpha, power: of a two-sided test.
    """

    people: int
    looks: int
    alpha: float = 0.05
    power: float = 0.8


@dataclass(frozen=True, slots=True, kw_only=True)
class Experiment:
    """The plan.

    Attributes:
        lives: kinds of lives and their weights.
        starts: the date of day 0, on which everybody meets the question first.
        days: how many days are played.
        earlier: days of camera roll before day 0.
        people, seed: how many, and in which world, unless others are asked for.
        metrics: what is shown, the one that decides first; all of `Metric` are counted.
        arms: the first is what the others are compared with.
    """

    id: str
    title: str
    about: str
    lives: dict[str, float]
    app: str
    analyzer: str
    behaviour: str
    starts: date
    days: int
    earlier: int
    people: int
    seed: int
    metrics: tuple[Metric, ...]
    guardrails: tuple[Guardrail, ...] = ()
    field_test: FieldTest
    arms: tuple[Arm, ...]
    source: str


def check_experiment(experiment: Experiment) -> None:
    """Refuse what cannot be compared.

    Raises:
        RollcallError: there are fewer than two arms, an id is doubled, or a number is out of its range.
    """
    if not FEWEST_ARMS <= len(experiment.arms) <= MOST_ARMS:
        found = len(experiment.arms)
        raise RollcallError(f"arms: expected {FEWEST_ARMS} to {MOST_ARMS}, found {found}: worlds to compare")
    ids = [arm.id for arm in experiment.arms]
    if len(set(ids)) < len(ids):
        raise RollcallError(f"arms: expected each id once, found {', '.join(ids)}")
    if not experiment.metrics or len(set(experiment.metrics)) < len(experiment.metrics):
        raise RollcallError("metrics: expected at least one, and each once")
    if not experiment.lives or min(experiment.lives.values()) < 0 or sum(experiment.lives.values()) <= 0:
        raise RollcallError("lives: expected at least one, and weights >= 0 with a sum above 0")
    for name, number, least, most in _numbers(experiment):
        if not least <= number <= most:
            raise RollcallError(f"{name}: expected {least:g} to {most:g}, found {number:g}")


def _numbers(experiment: Experiment) -> list[tuple[str, float, float, float]]:
    test = experiment.field_test
    numbers: list[tuple[str, float, float, float]] = [
        ("days", experiment.days, 1, MOST_DAYS),
        ("earlier", experiment.earlier, 1, MOST_DAYS),
        ("people", experiment.people, 1, MOST_PEOPLE),
        ("seed", experiment.seed, 0, 2**63 - 1),
        ("field_test.people", test.people, FEWEST_ARMS * len(experiment.arms), MOST_PEOPLE),
        ("field_test.looks", test.looks, 1, MOST_LOOKS),
        ("field_test.alpha", test.alpha, 0.0001, 0.5),
        ("field_test.power", test.power, 0.5, 0.9999),
    ]
    for place, arm in enumerate(experiment.arms):
        for name, value, most in (
            ("taps", arm.taps, MOST_TAPS),
            ("again_after", arm.again_after, MOST_DAYS),
            ("asks", arm.asks, MOST_DAYS),
        ):
            if value is not None:
                numbers.append((f"arms[{place}].{name}", value, 1, most))
    numbers += [(f"guardrails[{i}].most", rail.most, 0, 1e9) for i, rail in enumerate(experiment.guardrails)]
    return numbers
