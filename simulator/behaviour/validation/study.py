"""A row of a file of studies: one published condition, or one contrast between two."""

from collections.abc import Mapping
from dataclasses import dataclass

Factor = str | int | float | bool

# The roles that a row can play. Whatever else a file says counts as `VALIDATE`.
CALIBRATE = "calibrate"
VALIDATE = "validate"
ASIDE = frozenset({"context", "prior"})  # kept to be read, or as an anchor; never counted


@dataclass(frozen=True, slots=True, kw_only=True)
class StudyRow:
    """One published result.

    Attributes:
        line: of the file, counted from 1.
        factors: what the study says about the design, as it calls it.
        value: as published; not always a number.
        role: what the row is for, `CALIBRATE` and so on.
        evidence: primary (the paper's own text), secondary, or unverified.
    """

    line: int
    study: str
    condition: str
    description: str = ""
    factors: Mapping[str, Factor]
    metric: str
    value: str
    unit: str = ""
    n: str = ""
    interval: str = ""
    role: str = VALIDATE
    evidence: str = ""
    source: str = ""

    @property
    def key(self) -> tuple[str, str, str]:
        return self.study, self.condition, self.metric


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    """A row that is not predicted, and why."""

    line: int
    study: str
    condition: str
    metric: str
    role: str = ""
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Studies:
    """What a file of studies holds: the rows that could be read, and those that could not."""

    rows: tuple[StudyRow, ...]
    skipped: tuple[Skipped, ...]
