"""A share of things that were counted, never without how many there were and how sure that makes it."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

_Z = 1.959963984540054  # two-sided 95 % of the normal distribution
_DECIMALS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """``hits`` among ``of``, with Wilson's 95 % interval.

    The interval takes what was counted as independent; pairs of faces and photos of one burst are not, so there it is
    too narrow.

    Attributes:
        share, low, high: in [0, 1], rounded to four decimals; None when nothing was counted.
    """

    hits: int
    of: int
    share: float | None
    low: float | None
    high: float | None


def count_share(hits: int, of: int) -> Share:
    """The share with its interval (Wilson 1927, https://doi.org/10.1080/01621459.1927.10502953).

    Raises:
        ValueError: more hits than things, or fewer than none.
    """
    if not 0 <= hits <= of:
        raise ValueError(f"{hits} of {of}: expected 0 <= hits <= of")
    if of == 0:
        return Share(hits=0, of=0, share=None, low=None, high=None)
    share, weight = hits / of, _Z * _Z / of
    middle = (share + weight / 2) / (1 + weight)
    reach = _Z * math.sqrt(share * (1 - share) / of + weight / (4 * of)) / (1 + weight)
    # At 0 and 1 the bound is exactly 0 or 1, which rounding of the root would miss.
    low = 0.0 if hits == 0 else middle - reach
    high = 1.0 if hits == of else middle + reach
    return Share(
        hits=hits, of=of, share=round(share, _DECIMALS), low=round(low, _DECIMALS), high=round(high, _DECIMALS)
    )


def share_of(outcomes: Iterable[bool]) -> Share:
    """How many of the outcomes are true."""
    counted = tuple(outcomes)
    return count_share(sum(counted), len(counted))


def mean_share(shares: Iterable[Share]) -> float | None:
    """The mean of the shares that counted anything, each as heavy as any other; None without one."""
    known = [share.share for share in shares if share.share is not None]
    return round(math.fsum(known) / len(known), _DECIMALS) if known else None
