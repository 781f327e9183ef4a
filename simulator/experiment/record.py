"""Results as one JSON object, as `rollcall experiment --json` prints it, and back."""

from collections.abc import Mapping
from typing import Any, Final

from simulator.experiment.results import (
    ArmResult,
    Contrast,
    FieldCount,
    FlippedPerson,
    FlipReason,
    Flips,
    Flow,
    Look,
    Rail,
    Results,
)
from simulator.strict.converter import Names, strict_converter
from simulator.strict.fit import fit

_BETWEEN: Final = {"before": "from", "after": "to"}
_NAMES: Final[Names] = {
    ArmResult: {"means": "metrics"},
    Look: {"valid": "always_valid"},
    Rail: {"worse": "worse_by"},
    Flow: _BETWEEN,
    FlipReason: _BETWEEN,
    FlippedPerson: _BETWEEN,
    Flips: {"named": "first"},
    Contrast: {"gaps": "metrics", "rails": "guardrails"},
    FieldCount: {"split": "sample_ratio_p"},
}
_CONVERTER: Final = strict_converter(names=_NAMES)


def results_as_record(results: Results) -> dict[str, Any]:
    """What there is to know of a run; what is not known is null."""
    record: dict[str, Any] = _CONVERTER.unstructure(results)
    return record


def read_results(record: Mapping[str, Any]) -> Results:
    """The inverse of `results_as_record`.

    Raises:
        UnfitError: the record is none.
    """
    return fit(record, Results, _CONVERTER)
