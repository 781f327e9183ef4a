"""Rows of studies for tests."""

from dataclasses import replace
from functools import cache

from simulator.behaviour.validation.prediction import Validation
from simulator.behaviour.validation.study import Factor, Studies, StudyRow
from simulator.behaviour.validation.validate import validate
from simulator.catalog.load import load_behaviour
from simulator.catalog.studies import load_studies, load_vocabulary

WORDS = load_vocabulary()
PARAMETERS = load_behaviour()


def row(
    condition: str,
    value: object,
    factors: dict[str, Factor] | None = None,
    *,
    study: str = "made-up",
    metric: str = "accept_rate",
    unit: str = "%",
    role: str = "validate",
    interval: str = "",
) -> StudyRow:
    return StudyRow(
        line=0,
        study=study,
        condition=condition,
        factors=factors or {},
        metric=metric,
        value=str(value),
        unit=unit,
        interval=interval,
        role=role,
    )


def hold(*rows: StudyRow) -> Validation:
    """The model against these rows, numbered in their order; none of them was fitted to."""
    numbered = [replace(each, line=line) for line, each in enumerate(rows, start=2)]
    return validate(Studies(rows=tuple(numbered), skipped=()), WORDS, PARAMETERS, frozenset())


@cache
def shipped() -> Studies:
    return load_studies()
