"""A row in terms of the model: what is counted, of which design, and how much of it was published."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from simulator.behaviour.validation.factors import FactorsRead, manipulations, read_factors
from simulator.behaviour.validation.metrics import Form, StudyMetric, is_share, read_metric
from simulator.behaviour.validation.quantity import Quantity, read_direction, read_quantity
from simulator.behaviour.validation.study import Factor, StudyRow
from simulator.behaviour.validation.vocabulary import Vocabulary

_PART = re.compile(r"(?:e|s|x|exp|exp\.|study|experiment|wave)[_ ]?(\d+)(?![0-9a-z])", re.IGNORECASE)
_CONTROL = re.compile(
    r"control|ctrl|ctl|baseline|(?:^|_)base(?:$|_)|neutral|plain|reference|status_?quo|no_treatment|standard",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Expressed:
    """A row that the model can say something about.

    Attributes:
        quantity: what was published, put as saying yes; a share for a level, else in the row's own form. None where
            only a direction was.
        direction: 1 or -1 for a row that only says which way, else None.
    """

    row: StudyRow
    vocabulary: Vocabulary
    metric: StudyMetric
    reading: FactorsRead
    quantity: Quantity | None
    direction: int | None = None

    @property
    def part(self) -> tuple[str, str]:
        """The study, and which of its experiments, if its conditions say so: ``e2_...``, ``s1_...``."""
        found = _PART.match(self.row.condition)
        return self.row.study, found[1] if found else ""

    @property
    def is_level(self) -> bool:
        return self.metric.form is Form.LEVEL

    @property
    def is_called_control(self) -> bool:
        return _CONTROL.search(self.row.condition) is not None

    @property
    def departures(self) -> frozenset[str]:
        """By what it departs from a neutral design; what was not understood is taken to be something."""
        return manipulations(self.reading) | frozenset(self.reading.unknown)


def express(row: StudyRow, vocabulary: Vocabulary) -> Expressed | str:
    """The row in terms of the model, or the reason why that cannot be."""
    metric = read_metric(row.metric, row.unit)
    if metric is None:
        return f"metric {row.metric!r} is nothing that the model predicts"
    reading = read_factors(row.factors, vocabulary, implied_marks(row))
    if metric.form is Form.DIRECTION:
        direction = read_direction(row.value)
        if direction is None:
            return f"value {row.value!r} says no direction"
        turned = -direction if metric.turned else direction
        return Expressed(
            row=row, vocabulary=vocabulary, metric=metric, reading=reading, quantity=None, direction=turned
        )
    quantity = read_quantity(row.value, row.interval)
    if quantity is None:
        return f"value {row.value!r} is not one number" if row.value.strip() else "no value is given"
    quantity = _as_yes(quantity, metric, row.unit)
    if quantity is None:
        return f"value {row.value!r} cannot be {_what(metric.form)}"
    return Expressed(row=row, vocabulary=vocabulary, metric=metric, reading=reading, quantity=quantity)


def _what(form: Form) -> str:
    return {Form.LEVEL: "a share", Form.RATIO: "a ratio", Form.ODDS_RATIO: "a ratio"}.get(form, "a change")


def implied_marks(row: StudyRow) -> dict[str, float]:
    """What the unit and the metric of a row say about its design.

    Whoever counts all visitors counts those who ignored it, so it could be ignored; and accepting all of several is
    more than accepting.
    """
    visitors = "visitor" in row.unit.lower()
    return ({"blocking": 0.0} if visitors else {}) | ({"all_of_them": 1.0} if "_all" in row.metric.lower() else {})


def _as_yes(quantity: Quantity, metric: StudyMetric, unit: str) -> Quantity | None:
    """The quantity as a share or a change in the share of those who say yes; None if it cannot be one."""
    scale = 1.0 if is_share(unit, quantity.value) else 100.0
    form, turned = metric.form, metric.turned
    if form is Form.LEVEL:
        shares = [bound / scale for bound in (quantity.value, quantity.least, quantity.most)]
        if not 0 <= shares[0] <= 1:
            return None
        value, least, most = (1 - shares[0], 1 - shares[2], 1 - shares[1]) if turned else shares
        return Quantity(value=value, least=least, most=most)
    if form in {Form.DIFFERENCE, Form.RELATIVE}:
        quantity = _scaled(quantity, 1 / scale)
    if form in {Form.RATIO, Form.ODDS_RATIO} and quantity.value <= 0:
        return None
    # A relative change or a ratio of noes is not one of yeses; it is turned where the level is known.
    if turned and form in {Form.DIFFERENCE, Form.LOG_ODDS}:
        return _scaled(quantity, -1.0)
    if turned and form is Form.ODDS_RATIO:
        return Quantity(value=1 / quantity.value, least=1 / quantity.most, most=1 / max(quantity.least, 1e-9))
    return quantity


def _scaled(quantity: Quantity, by: float) -> Quantity:
    least, most = sorted((quantity.least * by, quantity.most * by))
    return Quantity(value=quantity.value * by, least=least, most=most)


def overlay(control: Mapping[str, Factor], factors: Mapping[str, Factor]) -> Mapping[str, Factor]:
    """The factors of a condition with those that only its control names."""
    return {**{key: value for key, value in control.items() if key not in factors}, **factors}
