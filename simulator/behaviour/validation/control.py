"""Which condition of the same study a condition is compared with: found by design factors, not by name alone."""

from collections.abc import Iterable, Sequence

from simulator.behaviour.validation.expressed import Expressed
from simulator.behaviour.validation.factors import differing_marks
from simulator.behaviour.validation.study import ASIDE


def find_control(of: Expressed, rows: Sequence[Expressed]) -> Expressed | None:
    """The control of a condition, or None if it is one itself, or the study has none.

    It is a level of the same experiment that counts the same thing. A condition that is called a control is one;
    otherwise it is the one that departs least from a neutral design, in the same surroundings where there is one;
    of several, the nearest in design, then the first.

    Args:
        of: the condition, or a contrast.
        rows: every row that could be expressed, of the same study and of others.
    """
    candidates = [row for row in _peers(of, rows) if _comes_before(row, of)]
    return min(candidates, key=lambda row: _distance(row, of), default=None)


def _peers(of: Expressed, rows: Sequence[Expressed]) -> Iterable[Expressed]:
    alike = [
        row
        for row in rows
        if row.row.study == of.row.study and row.is_level and row is not of and _counts_alike(row, of)
    ]
    same = [row for row in alike if row.part == of.part]
    # A contrast that names no experiment may belong to any of them.
    return same if same or of.part[1] else alike


def _counts_alike(row: Expressed, of: Expressed) -> bool:
    return row.metric.outcome is of.metric.outcome and (row.metric.among is of.metric.among or not of.is_level)


def _comes_before(row: Expressed, of: Expressed) -> bool:
    if row.quantity is None or row.quantity.least != row.quantity.most:
        return False
    if row.row.condition == of.row.condition and row.row.factors == of.row.factors:
        return False
    if _clash(row, of):
        return False
    if row.is_called_control != of.is_called_control:
        return row.is_called_control
    less, more = len(row.departures), len(of.departures)
    if not of.is_level:
        return less <= more and not (of.departures and of.departures <= row.departures)
    return (less, not _is_desktop(row), row.row.line) < (more, not _is_desktop(of), of.row.line)


def _is_desktop(row: Expressed) -> bool:
    return row.reading.features.mobile == 0


def _clash(row: Expressed, of: Expressed) -> bool:
    """Whether the two were observed among different people or of different requests, as far as the rows say."""
    ours, theirs = of.reading.idle, row.reading.idle
    return any(ours[key] != theirs[key] for key in ours.keys() & theirs.keys())


def _distance(row: Expressed, of: Expressed) -> tuple[int, ...]:
    ours, theirs = of.reading, row.reading
    return (
        ours.features.mobile != theirs.features.mobile,
        row.row.role in ASIDE,
        not row.is_called_control,
        len(row.departures),
        len(theirs.idle.keys() - ours.idle.keys()),
        len(differing_marks(ours.marks, theirs.marks)),
        row.row.metric != of.row.metric,
        row.row.line,
    )
