"""A published value is not always a number: ``39.2``, ``5-55``, ``<0.1``, ``>33``, ``6.9 / 1.3``, ``+``."""

import re
from dataclasses import dataclass

_NUMBER = r"[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?"
_ONE = re.compile(rf"(?:about|approx\.?|ca\.?|around|~)?\s*(<=|>=|<|>)?\s*({_NUMBER})\s*%?")
_RANGE = re.compile(rf"({_NUMBER})\s*(?:-|to)\s*({_NUMBER})\s*%?")
_DIRECTIONS = {"+": 1, "up": 1, "increase": 1, "higher": 1, "positive": 1} | {
    "-": -1,
    "down": -1,
    "decrease": -1,
    "lower": -1,
    "negative": -1,
}
_MINUS = str.maketrans({"\u2212": "-", "\u2013": "-", "\u2264": "<", "\u2265": ">"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number with what is known about it.

    Attributes:
        value: the number, or the middle of a range.
        least, most: what it may be, where a range or a bound was published; else both are the number itself.
    """

    value: float
    least: float
    most: float

    def miss(self, predicted: float) -> float:
        """How far a prediction lies outside; 0 within a range, or on the right side of a bound."""
        return max(self.least - predicted, predicted - self.most, 0.0)


def read_quantity(text: str, interval: str = "") -> Quantity | None:
    """The number in a value, or None if it is none, or several.

    Args:
        text: the value.
        interval: the column beside it; ``<`` or ``>`` there makes a bound of it.
    """
    plain = text.translate(_MINUS).strip().lower()
    if between := _RANGE.fullmatch(plain):
        least, most = sorted((float(between[1]), float(between[2])))
        return Quantity(value=(least + most) / 2, least=least, most=most)
    if not (one := _ONE.fullmatch(plain)):
        return None
    number = float(one[2])
    bound = one[1] or interval.translate(_MINUS).strip()
    if bound in {"<", "<="}:
        return Quantity(value=number, least=float("-inf"), most=number)
    if bound in {">", ">="}:
        return Quantity(value=number, least=number, most=float("inf"))
    return Quantity(value=number, least=number, most=number)


def read_direction(text: str) -> int | None:
    """1 or -1 for a value that only says which way, else None."""
    return _DIRECTIONS.get(text.translate(_MINUS).strip().lower())
