"""The model beside published studies, row by row, and how it fares on the whole."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from simulator.behaviour.validation.prediction import Prediction, PredictionKind, RowStanding, Validation
from simulator.behaviour.validation.scores import (
    Score,
    by_construct,
    contrasts_of,
    level_mae,
    score,
)
from simulator.experiment.results import CAVEAT
from simulator.report.lines import paragraph

_PLACES = 4
_TITLES = {
    RowStanding.HELD_OUT: "Held out: the model was not fitted to these.",
    RowStanding.FITTED: "Fitted: the model has seen these.",
    RowStanding.ASIDE: "Kept aside, often unverified: to be read, and not counted.",
}


def tell_validation(result: Validation, trained: Mapping[str, float]) -> Iterator[str]:
    """Row by row, then by construct, then what was left out; ``trained`` is `training_means`."""
    yield paragraph(
        "Percentage points, put as saying yes. A level is the share; a contrast is what it is above its control. In"
        " brackets: nine in ten are expected there."
    )
    for standing, title in _TITLES.items():
        rows = [each for each in result.predictions if each.standing is standing]
        if rows:
            yield from ("", title)
            yield f"  {'':19} {'':8} {'model':>6} {'published':>9} {'9 in 10':>12}"
            yield from _tell_rows(rows)
    yield from _tell_anchors(result)
    yield from _tell_scores(result, trained)
    yield from _tell_skipped(result)
    yield from ("", CAVEAT)


def _tell_rows(rows: Sequence[Prediction]) -> Iterator[str]:
    for study, of_study in groupby(rows, key=lambda each: each.row.study):
        yield f"{study}"
        for each in of_study:
            found = "direction" if each.published is None else _points(each.published, each.kind, 1)
            between = f"[{_points(each.low, each.kind, 0)}, {_points(each.high, each.kind, 0)}]"
            yield (
                f"  {each.row.condition:19.19} {each.kind:8} {_points(each.predicted, each.kind, 1):>6}"
                f" {found:>9} {between:>12} {_verdict(each)}"
            )
            if each.kind is PredictionKind.CONTRAST:
                yield paragraph(_about(each), indent=4)


def _points(value: float, kind: PredictionKind, digits: int) -> str:
    # Minus nothing is nothing.
    rounded = round(value, digits) + 0.0
    return f"{rounded:+.{digits}f}" if kind is PredictionKind.CONTRAST else f"{rounded:.{digits}f}"


def _verdict(each: Prediction) -> str:
    if each.inside is None:
        return "right sign" if each.sign_ok else "wrong sign"
    where = "inside" if each.inside else "outside"
    return where if each.sign_ok in {True, None} else f"{where}, wrong sign"


def _about(each: Prediction) -> str:
    against = f", against {each.control}" if each.control else ""
    return f"{each.construct}{against}{f' ({each.note})' if each.note else ''}"


def _tell_anchors(result: Validation) -> Iterator[str]:
    if result.anchors:
        named = ", ".join(f"{row.study} {row.condition}" for row in result.anchors)
        yield ""
        yield paragraph(f"Controls, which are given and not predicted: {named}.")


def _tell_scores(result: Validation, trained: Mapping[str, float]) -> Iterator[str]:
    for standing in (RowStanding.HELD_OUT, RowStanding.FITTED):
        whole = score(contrasts_of(result.predictions, standing), trained)
        if not whole.signs and not whole.contrasts:
            continue
        yield ""
        yield f"Contrasts, {standing}: mean absolute error in points"
        yield f"  {'':28} {'signs right':>12} {'model':>7} {'no effect':>10} {'training mean':>14}"
        for construct, rows in by_construct(result.predictions, standing).items():
            yield _tell_score(construct, score(rows, trained))
        yield _tell_score("all", whole)
        level = level_mae(result.predictions, standing)
        if level is not None:
            with_anchor = _number(level_mae(result.predictions, standing, anchored=True))
            without = _number(level_mae(result.predictions, standing, anchored=False))
            yield f"Levels, {standing}: {level:.1f} points; with a control {with_anchor}, without {without}"


def _tell_score(name: str, of: Score) -> str:
    right = f"{of.signs_ok} of {of.signs}" if of.signs else "-"
    return (
        f"  {name:28} {right:>12} {_number(of.mae):>7} {_number(of.no_effect_mae):>10}"
        f" {_number(of.training_mean_mae):>14}"
    )


def _number(value: float | None) -> str:
    return "-" if value is None else f"{value:.1f}"


def _tell_skipped(result: Validation) -> Iterator[str]:
    if result.skipped:
        yield ""
        yield f"Not predicted: {len(result.skipped)} rows"
    for row in result.skipped:
        yield paragraph(f"line {row.line}, {row.study} {row.condition}: {row.reason}", indent=2)


def validation_as_record(result: Validation, trained: Mapping[str, float]) -> dict[str, Any]:
    """The same as one object. ``summary`` counts what was held out; levels and contrasts are percentage points."""
    held = score(contrasts_of(result.predictions, RowStanding.HELD_OUT), trained)
    return {
        "rows": [_row_as_record(each) for each in result.predictions],
        "skipped": [
            {
                "line": row.line,
                "study": row.study,
                "condition": row.condition,
                "metric": row.metric,
                "reason": row.reason,
            }
            for row in result.skipped
        ],
        "anchors": [{"study": row.study, "condition": row.condition, "metric": row.metric} for row in result.anchors],
        "summary": {
            "contrast_mae": _rounded(held.mae),
            "baseline_no_effect_mae": _rounded(held.no_effect_mae),
            "baseline_training_mean_mae": _rounded(held.training_mean_mae),
            "sign_accuracy": _rounded(held.sign_accuracy),
            "level_mae": _rounded(level_mae(result.predictions, RowStanding.HELD_OUT)),
            "level_mae_anchored": _rounded(level_mae(result.predictions, RowStanding.HELD_OUT, anchored=True)),
            "level_mae_unanchored": _rounded(level_mae(result.predictions, RowStanding.HELD_OUT, anchored=False)),
            "contrasts": held.contrasts,
            "signs": held.signs,
            "inside": held.inside,
        },
        "constructs": {
            construct: _score_as_record(score(rows, trained))
            for construct, rows in by_construct(result.predictions, RowStanding.HELD_OUT).items()
        },
        "fitted": _score_as_record(score(contrasts_of(result.predictions, RowStanding.FITTED), trained)),
        "caveat": CAVEAT,
    }


def _row_as_record(each: Prediction) -> dict[str, Any]:
    return {
        "study": each.row.study,
        "condition": each.row.condition,
        "metric": each.row.metric,
        "published": _rounded(each.published),
        "predicted": _rounded(each.predicted),
        "kind": each.kind.value,
        "sign_ok": each.sign_ok,
        "abs_error": _rounded(each.abs_error),
        "interval": [_rounded(each.low), _rounded(each.high)],
        "inside": each.inside,
        "construct": each.construct,
        "control": each.control,
        "standing": each.standing.value,
        "role": each.row.role,
        "note": each.note,
    }


def _score_as_record(of: Score) -> dict[str, Any]:
    return {
        "contrasts": of.contrasts,
        "contrast_mae": _rounded(of.mae),
        "baseline_no_effect_mae": _rounded(of.no_effect_mae),
        "baseline_training_mean_mae": _rounded(of.training_mean_mae),
        "sign_accuracy": _rounded(of.sign_accuracy),
    }


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, _PLACES) + 0.0
