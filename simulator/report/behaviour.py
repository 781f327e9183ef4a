"""The behaviour model's parameters: as the TOML that the catalogue reads, and what a calibration made of them."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from simulator.behaviour.calibration.fit import Fit
from simulator.behaviour.calibration.targets import FitTarget
from simulator.behaviour.parameters import Parameter, Parameters
from simulator.behaviour.validation.anchor import Model
from simulator.experiment.results import CAVEAT
from simulator.report.lines import paragraph


def write_behaviour(parameters: Parameters) -> str:
    """The text of a file for ``scenarios/behaviour/``; reading it gives the same parameters."""
    return "\n".join(_lines(parameters)) + "\n"


def _lines(parameters: Parameters) -> Iterator[str]:
    yield "# Written by `rollcall calibrate`, which changes the values of fitted parameters and nothing else."
    for name in ("id", "title", "about"):
        yield f"{name} = {_value(getattr(parameters, name))}"
    for name, parameter in parameters.named():
        yield ""
        yield f"[{name}]"
        yield f"value = {_value(parameter.value)}"
        yield f"start = {_value(parameter.start)}"
        yield f"range = [{', '.join(_value(bound) for bound in parameter.range)}]"
        if parameter.fitted:
            yield "fitted = true"
        yield f"grade = {_value(parameter.grade.value)}"
        yield f"source = {_value(parameter.source)}"


def _value(value: str | float) -> str:
    # JSON's strings are TOML's, as long as nothing outside the basic plane is written as two halves.
    return json.dumps(value, ensure_ascii=False)


def tell_fit(fit: Fit, targets: Sequence[FitTarget]) -> Iterator[str]:
    """Each fitted parameter, each result that it was fitted to, and how much nearer the model came."""
    yield "Fitted, in log-odds or shares; ranges are what was published or assumed:"
    for name, each in _fitted(fit.parameters):
        low, high = each.range
        yield f"  {name:20} {each.start:+7.3f} -> {each.value:+7.3f}   [{low:+g}, {high:+g}]"
    yield ""
    yield "To these results, in per cent who say yes, answer, read or regret:"
    model = Model.of(fit.parameters)
    for target in targets:
        said, published = target.shares(model)
        yield f"  {_named(target):40.40} model {100 * said:5.1f}   published {100 * published:5.1f}"
    yield ""
    yield paragraph(
        f"The model misses them by {fit.misses_before:.2f} of a standard deviation at the starting values and by"
        f" {fit.misses_after:.2f} now, root mean square over {len(targets)} results and one series."
    )
    yield CAVEAT


def _named(target: FitTarget) -> str:
    return f"{target.row.study} {target.row.condition}"


def _fitted(parameters: Parameters) -> Iterator[tuple[str, Parameter]]:
    return ((name, each) for name, each in parameters.named() if each.fitted)


def fit_as_record(fit: Fit, targets: Sequence[FitTarget], written: str) -> dict[str, Any]:
    """The same as one object."""
    model = Model.of(fit.parameters)
    return {
        "behaviour": fit.parameters.id,
        "written": written,
        "parameters": {
            name: {"start": each.start, "value": each.value, "range": list(each.range)}
            for name, each in _fitted(fit.parameters)
        },
        "targets": [_as_record(target, model) for target in targets],
        "misses": {"before": fit.misses_before, "after": fit.misses_after},
        "caveat": CAVEAT,
    }


def _as_record(target: FitTarget, model: Model) -> dict[str, Any]:
    said, published = target.shares(model)
    row = target.row
    return {
        "study": row.study,
        "condition": row.condition,
        "metric": row.metric,
        "published": 100 * published,
        "predicted": 100 * said,
    }
