"""What a validation is made of: predictions, each beside what was published."""

from dataclasses import dataclass
from enum import StrEnum

from simulator.behaviour.validation.study import Skipped, StudyRow


class PredictionKind(StrEnum):
    LEVEL = "level"
    CONTRAST = "contrast"


class RowStanding(StrEnum):
    """Whether a row counts: *held out* from the fit, *fitted*, or kept *aside* to be read."""

    HELD_OUT = "held out"
    FITTED = "fitted"
    ASIDE = "aside"


@dataclass(frozen=True, slots=True, kw_only=True)
class Prediction:
    """One row, or one contrast of it with its control; everything is in percentage points, put as saying yes.

    Attributes:
        construct: what the contrast is about; empty for a level.
        published: None where only a direction was published.
        low, high: nine in ten are expected between them.
        inside: whether the published value is.
        sign_ok: whether a contrast goes the way that it was found to go; None for levels, and where none was found.
        abs_error: how far off; 0 within a published range or bound; None where only a direction was published.
        control: the condition that it was anchored on; empty if there was none.
        note: what was assumed, or left out.
    """

    row: StudyRow
    kind: PredictionKind
    standing: RowStanding
    construct: str
    published: float | None
    predicted: float
    low: float
    high: float
    inside: bool | None
    sign_ok: bool | None
    abs_error: float | None
    control: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Validation:
    """All predictions, the rows that have none, and the controls, which are given and not predicted."""

    predictions: tuple[Prediction, ...]
    skipped: tuple[Skipped, ...]
    anchors: tuple[StudyRow, ...]
