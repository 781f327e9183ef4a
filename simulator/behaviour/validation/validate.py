"""Every row of a file of studies that the model can express, predicted from its design factors."""

from collections.abc import Iterator, Sequence

from simulator.behaviour.parameters import Parameters
from simulator.behaviour.validation.anchor import Model
from simulator.behaviour.validation.constructs import construct_of
from simulator.behaviour.validation.control import find_control
from simulator.behaviour.validation.expressed import Expressed, express
from simulator.behaviour.validation.foretell import Foretold, Question, ask, foretell, published_share
from simulator.behaviour.validation.interval import spread
from simulator.behaviour.validation.metrics import StudyOutcome
from simulator.behaviour.validation.prediction import Prediction, PredictionKind, RowStanding, Validation
from simulator.behaviour.validation.study import ASIDE, Skipped, Studies, StudyRow
from simulator.behaviour.validation.vocabulary import Vocabulary

_POINTS = 100.0
_NO_CHANGE = 1.0  # points; a published contrast below it is within chance, and has no sign to get right


def validate(
    studies: Studies, vocabulary: Vocabulary, parameters: Parameters, fitted: frozenset[tuple[str, str, str]]
) -> Validation:
    """Predict whatever the model can express.

    Args:
        studies: a file of them.
        vocabulary: the words in which they are written.
        parameters: of the model.
        fitted: the keys of the rows that the parameters were fitted to.
    """
    model = Model.of(parameters)
    expressed: list[Expressed] = []
    skipped = list(studies.skipped)
    for row in studies.rows:
        told = express(row, vocabulary)
        if isinstance(told, str):
            skipped.append(_skip(row, told))
        else:
            expressed.append(told)
    questions = [ask(each, find_control(each, expressed), _footing(each, expressed)) for each in expressed]
    reasons = [_why_not(question) for question in questions]
    anchoring = {
        given.row.line
        for question, reason in zip(questions, reasons, strict=True)
        if not reason and (given := question.control or question.footing) is not None
    }
    predictions: list[Prediction] = []
    anchors: list[StudyRow] = []
    for question, reason in zip(questions, reasons, strict=True):
        row = question.of.row
        if row.line in anchoring and (reason or question.control is None):
            anchors.append(row)
        elif reason:
            skipped.append(_skip(row, reason))
        else:
            predictions += _predict(question, model, _standing(row, fitted))
    return Validation(
        predictions=tuple(predictions),
        skipped=tuple(sorted(skipped, key=lambda row: row.line)),
        anchors=tuple(anchors),
    )


def _skip(row: StudyRow, reason: str) -> Skipped:
    return Skipped(
        line=row.line, study=row.study, condition=row.condition, metric=row.metric, role=row.role, reason=reason
    )


def _standing(row: StudyRow, fitted: frozenset[tuple[str, str, str]]) -> RowStanding:
    if row.key in fitted:
        return RowStanding.FITTED
    return RowStanding.ASIDE if row.role in ASIDE else RowStanding.HELD_OUT


def _footing(of: Expressed, rows: Sequence[Expressed]) -> Expressed | None:
    """For what is not saying yes: the row of the same study that says what its request is worth."""
    if of.metric.outcome is StudyOutcome.ALLOWED:
        return None
    same = (row for row in rows if row.row.study == of.row.study and row.is_level and row.quantity is not None)
    return next((row for row in same if row.metric.outcome is StudyOutcome.ALLOWED), None)


def _why_not(question: Question) -> str:
    """Why the model has nothing to say about a row; empty if it has."""
    of = question.of
    unread = f"; not understood: {', '.join(of.reading.unknown)}" if of.reading.unknown else ""
    idle = f"; no effect in the model: {', '.join(of.reading.idle)}" if of.reading.idle else ""
    if (question.control is not None or not of.is_level) and not question.has_effect:
        return f"no design factor differs from its control{unread}{idle}"
    if question.control is None and of.is_level and (unread or idle) and not question.changed:
        return f"no control in its study, and no design factor{unread}{idle}"
    if question.changed == {"mobile"} and of.reading.features.blocking:
        return "the device has no effect in the model on what has to be answered"
    if of.metric.outcome is StudyOutcome.ANSWERED and of.reading.features.blocking:
        return "whoever has to answer does; only what can be ignored has a share that interacts"
    return ""


def _predict(question: Question, model: Model, standing: RowStanding) -> Iterator[Prediction]:
    of, control = question.of, question.control
    said = foretell(question, model)
    between = spread(question, model, said)
    low, high = between.contrast
    published = published_share(of, said.before)
    note = _note(question)
    name = "" if control is None else control.row.condition
    if of.is_level:
        yield _level(question, said, between.level, standing)
    if control is None and of.is_level:
        return
    change = None if published is None else (published - said.before) * _POINTS
    predicted = (said.after - said.before) * _POINTS
    sign = of.direction if change is None else _sign(change)
    yield Prediction(
        row=of.row,
        kind=PredictionKind.CONTRAST,
        standing=standing,
        construct=construct_of(question),
        published=change,
        predicted=predicted,
        low=(low - said.before) * _POINTS,
        high=(high - said.before) * _POINTS,
        inside=None if published is None else low <= published <= high,
        sign_ok=None if not sign else predicted * sign > 0,
        abs_error=None if change is None else _miss(of, said, predicted, change),
        control=name,
        note=note,
    )


def _level(question: Question, said: Foretold, between: tuple[float, float], standing: RowStanding) -> Prediction:
    low, high = between
    quantity = question.of.quantity
    assert quantity is not None  # a level has a number
    return Prediction(
        row=question.of.row,
        kind=PredictionKind.LEVEL,
        standing=standing,
        construct="",
        published=quantity.value * _POINTS,
        predicted=said.after * _POINTS,
        low=low * _POINTS,
        high=high * _POINTS,
        inside=low <= quantity.most and quantity.least <= high,
        sign_ok=None,
        abs_error=quantity.miss(said.after) * _POINTS,
        control="" if question.control is None else question.control.row.condition,
        note=_note(question),
    )


def _miss(of: Expressed, said: Foretold, predicted: float, change: float) -> float:
    if of.is_level and of.quantity is not None:
        return of.quantity.miss(said.after) * _POINTS
    return abs(predicted - change)


def _sign(change: float) -> int:
    return 0 if abs(change) < _NO_CHANGE else 1 if change > 0 else -1


def _note(question: Question) -> str:
    of, control = question.of, question.control
    notes = []
    if control is None:
        footing = question.footing
        notes.append("no control in its study" if footing is None else f"anchored on {footing.row.condition}")
        if not of.is_level:
            notes.append("compared with a neutral design")
    elif control.row.evidence == "unverified":
        notes.append("its control is unverified")
    if of.reading.unknown:
        notes.append(f"not understood: {', '.join(of.reading.unknown)}")
    if of.reading.idle:
        notes.append(f"no effect in the model: {', '.join(of.reading.idle)}")
    return "; ".join(notes)
