"""What an experiment says: arms, contrasts, and the same contrasts as a field test would see them. Plain values.

A number is None where too few people were counted to know it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from simulator.domain.categories import DataCategory
from simulator.experiment.metric import Metric
from simulator.experiment.outcome import End, Why

CAVEAT = "A model of people, not evidence about yours."
UNEVEN = 0.001  # a sample ratio less likely than this is looked into before anything is read


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """A value with its interval; ``p`` is of the two-sided test against zero, None where nothing is tested."""

    value: float | None
    low: float | None
    high: float | None
    p: float | None = None

    @property
    def is_clear(self) -> bool:
        """Whether the interval excludes zero."""
        return (self.low is not None and self.low > 0) or (self.high is not None and self.high < 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingBand:
    """Things held on the last day, read most kindly and most harshly."""

    kindest: int
    harshest: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ArmResult:
    """One arm over the whole cohort.

    Attributes:
        prompt, terms: by their ids.
        held: what is held on the last day, by category.
        standing: consents that stand at the end of each day.
    """

    id: str
    title: str
    prompt: str
    terms: str
    means: Mapping[Metric, Estimate]
    held: Mapping[DataCategory, ReadingBand]
    standing: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """From where to where."""

    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """One look at the field test, after so many people.

    Attributes:
        naive: the interval that a single look would have; it fools who looks more than once.
        valid: the interval that holds at all looks together.
    """

    people: int
    naive: Estimate
    valid: Interval


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldEstimate(Estimate):
    """A difference between different people in each arm, as a field test would see it.

    Attributes:
        detectable: the smallest true effect that the field test would find with its power.
        power: how often it would find the effect that is true here.
        looks: at the field test while it fills.
    """

    detectable: float | None
    power: float | None
    looks: tuple[Look, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """One metric in one arm, less the same in the first arm.

    Attributes:
        says: what the metric counts, in words.
        paired: the same people in both worlds: the truth about this cohort.
        field: as a field test would see it.
    """

    says: str
    paired: Estimate
    field: FieldEstimate


class RailVerdict(StrEnum):
    """What can be said of a guardrail: its whole interval is inside, outside, or neither."""

    HOLDS = "holds"
    BROKEN = "broken"
    OPEN = "open"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rail:
    """A guardrail in one contrast; ``worse`` is by how much the arm is worse than the first, paired."""

    metric: Metric
    most: float
    worse: Estimate
    verdict: RailVerdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow:
    """How many people answered so in the first arm and so in the other; `ends.OUTCOMES` lists the answers."""

    before: str
    after: str
    people: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FlipReason:
    """For how many people whose ends differ the worlds part at this step, between these ends."""

    cause: Why
    before: End
    after: End
    people: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FlippedPerson:
    """One person, by row of the population, whose end differs between the first arm and another."""

    person: int
    name: str
    before: End
    after: End
    cause: Why


@dataclass(frozen=True, slots=True, kw_only=True)
class Flips:
    """How many people's ends differ, why, and the first of them by row."""

    people: int
    causes: tuple[FlipReason, ...]
    named: tuple[FlippedPerson, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Contrast:
    """One arm against the first.

    Attributes:
        flows: from how each answered in the first arm to how in this, where anybody did.
    """

    arm: str
    against: str
    gaps: Mapping[Metric, Gap]
    rails: tuple[Rail, ...]
    flows: tuple[Flow, ...]
    flipped: Flips


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldCount:
    """The field test as far as it was counted.

    Attributes:
        people: in each arm so far.
        split: the chance of so uneven a split, the sample-ratio check.
        looks, alpha, power: as planned.
        planned: people in all arms together; None in a result that was kept before this was.
    """

    people: tuple[int, ...]
    split: float | None
    looks: int
    alpha: float
    power: float
    planned: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Replay:
    """What so many repetitions of one field test come to; all but ``truth``, ``exaggeration`` and counts are shares.

    Attributes:
        metric: which, in ``arm`` less the first arm.
        truth: the difference of means in the whole world.
        replays, people, looks: how many repetitions, people in the two arms together, looks at the results.
        found: significant at the end, with the right sign.
        wrong_sign: significant at the end, with the wrong sign.
        exaggeration: mean size of the effects that are significant at the end, in units of the true one.
        found_early: found by somebody who stops at the first look that is significant by itself.
        found_valid: found by somebody who stops at the first look whose always-valid interval excludes zero.
        people_valid: how many people that takes on average, all of them where nothing is found.
        false_alarms: significant at the end, where both arms are the first arm.
        false_early, false_valid: the same for those who stop early.
    """

    metric: Metric
    arm: str
    truth: float
    replays: int
    people: int
    looks: int
    found: float
    wrong_sign: float
    exaggeration: float | None
    found_early: float
    found_valid: float
    people_valid: float
    false_alarms: float
    false_early: float
    false_valid: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """One assumed number that turns the conclusion round.

    Attributes:
        parameter: its dotted name.
        value: what the model uses; ``turns_at`` is the nearest value found at which the sign is another.
        share: of the way from the value to that end of its range.
    """

    parameter: str
    value: float
    turns_at: float
    share: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Nearest:
    """The assumed number that comes nearest to turning it round, and the difference at that end of its range."""

    parameter: str
    gap: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Fragility:
    """How firmly one conclusion stands on what was assumed.

    Attributes:
        metric: which, in ``arm`` less the first arm.
        gap: the difference as the parameters are, within persons.
        people: how many were asked again with each change.
        tried: how many assumed numbers were moved, each alone, through its whole range.
        turns: those that turn the sign round, the smallest change first.
        nearest: where none does, the number that comes nearest.
    """

    metric: Metric
    arm: str
    gap: Estimate
    people: int
    tried: int
    turns: tuple[Turn, ...]
    nearest: Nearest | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Results:
    """Everything that a run says; `record` writes it as JSON and reads it back.

    Attributes:
        people: who were counted so far; ``planned`` is how many there are to be.
        lives: kinds of lives and their weights.
        replay, fragility: one for each arm but the first; empty where it was not asked.
    """

    experiment: str
    title: str
    people: int
    planned: int
    seed: int
    days: int
    lives: Mapping[str, float]
    metrics: tuple[Metric, ...]
    arms: tuple[ArmResult, ...]
    contrasts: tuple[Contrast, ...]
    field_test: FieldCount
    note: str
    replay: tuple[Replay, ...] = ()
    fragility: tuple[Fragility, ...] = ()

    @property
    def complete(self) -> bool:
        return self.people == self.planned

    def contrast(self, arm: int) -> Contrast | None:
        """The contrast of the arm at that place against the first; the first has none."""
        return self.contrasts[arm - 1] if 1 <= arm <= len(self.contrasts) else None
