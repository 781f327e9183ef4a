"""Round numbers for axes."""

from math import ceil, floor, log10

_ROUND = (1.0, 2.0, 2.5, 5.0, 10.0)


def round_step(span: float, most: int) -> float:
    """The smallest of 1, 2, 2.5, 5 times a power of ten of which at most ``most`` cover ``span``."""
    if span <= 0:
        return 1.0
    rough = span / max(1, most)
    power = 10.0 ** floor(log10(rough))
    # A hair of tolerance: 0.3 / 3 is not to become 0.2 because of its last bit.
    return next((factor * power for factor in _ROUND if factor * power >= rough * (1 - 1e-9)), 10 * power)


def round_ends(low: float, high: float, step: float) -> tuple[float, float]:
    """The multiples of ``step`` around ``low`` and ``high``, at least one step apart."""
    start, stop = floor(low / step + 1e-9) * step, ceil(high / step - 1e-9) * step
    return (start, stop) if stop > start else (start, start + step)


def short_number(value: float) -> str:
    """Without decimals that say nothing: ``0.25``, ``2.5``, ``40``, ``1200``."""
    return f"{round(value, 2):.10g}"
