"""What the fit aims at: each published result that is meant for it, as a distance in log-odds from the model."""

from collections.abc import Sequence
from dataclasses import dataclass

from simulator.behaviour.traits import logit
from simulator.behaviour.validation.anchor import Model
from simulator.behaviour.validation.constructs import construct_of
from simulator.behaviour.validation.control import find_control
from simulator.behaviour.validation.expressed import Expressed, express
from simulator.behaviour.validation.foretell import Question, ask, foretell, published_share
from simulator.behaviour.validation.metrics import StudyOutcome
from simulator.behaviour.validation.study import CALIBRATE, StudyRow
from simulator.behaviour.validation.vocabulary import Vocabulary

# Standard deviations in log-odds of what a result may say about another time and place: of a contrast within a study,
# and of a level that nothing anchors. Assumed; sampling error is small beside either.
_CONTRAST, LEVEL = 0.25, 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class FitTarget:
    """One published result that the fit aims at."""

    question: Question
    spread: float

    @property
    def row(self) -> StudyRow:
        return self.question.of.row

    def shares(self, model: Model) -> tuple[float, float]:
        """What the model says, and what was published, as shares."""
        said = foretell(self.question, model)
        published = published_share(self.question.of, said.before)
        assert published is not None
        quantity = self.question.of.quantity
        if quantity is not None and self.question.of.is_level:
            # Within a range, or on the right side of a bound, there is nothing to aim at.
            published = min(max(said.after, quantity.least), quantity.most)
        return said.after, published

    def miss(self, model: Model) -> float:
        """How far off the model is, in standard deviations."""
        said, published = self.shares(model)
        return (logit(said) - logit(published)) / self.spread


def find_targets(rows: Sequence[StudyRow], vocabulary: Vocabulary) -> tuple[FitTarget, ...]:
    """The rows with role ``calibrate`` that say something about the model: contrasts, and levels that need no anchor.

    Args:
        rows: of the whole file; rows kept to be read may be a contrast's control, rows kept for validation never.
        vocabulary: the words in which they are written.
    """
    meant = [each for row in rows if isinstance(each := express(row, vocabulary), Expressed)]
    known = [each for each in meant if each.row.role != "validate"]
    return tuple(
        target for each in known if each.row.role == CALIBRATE and (target := _target(each, known)) is not None
    )


def _target(of: Expressed, known: Sequence[Expressed]) -> FitTarget | None:
    if of.quantity is None:
        return None
    control = find_control(of, known)
    footing = next((row for row in known if _is_footing(row, of)), None)
    question = ask(of, control, footing)
    if control is not None:
        return FitTarget(question=question, spread=_CONTRAST) if question.has_effect else None
    if of.reading.idle or of.reading.unknown:
        return None
    stands_alone = of.metric.outcome is StudyOutcome.ATTENDED or (
        of.metric.outcome is StudyOutcome.ANSWERED and not of.reading.features.blocking
    )
    return FitTarget(question=question, spread=LEVEL) if stands_alone or footing is not None else None


def _is_footing(row: Expressed, of: Expressed) -> bool:
    same = row.row.study == of.row.study and row.is_level and row.quantity is not None
    return same and row.metric.outcome is StudyOutcome.ALLOWED and of.metric.outcome is StudyOutcome.REGRETTED


def training_means(targets: Sequence[FitTarget]) -> dict[str, float]:
    """What the results fitted to found on average, in points, by construct; the empty key is for all of them."""
    found: dict[str, list[float]] = {}
    for target in targets:
        control = target.question.control
        if control is None or control.quantity is None:
            continue
        before = control.quantity.value
        published = published_share(target.question.of, before)
        if published is not None:
            for construct in (construct_of(target.question), ""):
                found.setdefault(construct, []).append(100 * (published - before))
    return {construct: sum(values) / len(values) for construct, values in found.items()}
