"""How often a theme is right, how often it is wrong, and whether its probability means what it says."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from simulator.accuracy.observed import Observation
from simulator.accuracy.shares import Share, count_share, mean_share, share_of
from simulator.domain.categories import Theme
from simulator.journey.belief import likeliest_theme

BINS = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeAccuracy:
    """One theme; an answer below the reject threshold is *unknown* and counts for no theme.

    Attributes:
        precision: of the photos called this, those that are.
        recall: of the photos that are this, those called so.
        unknown: of the photos that are this, those that got no answer.
        false_positive: of the photos of other themes, those called this.
        milliseconds: median of the analysis of the photos that are this; None without one.
    """

    theme: Theme
    precision: Share
    recall: Share
    unknown: Share
    false_positive: Share
    milliseconds: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReliabilityBin:
    """Guesses with a probability in [low, high), the last bin with 1: what was said, and what was right."""

    low: float
    high: float
    said: float | None
    right: Share


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemesAccuracy:
    """All themes.

    Attributes:
        right: of all photos that got an answer.
        unknown: of all photos.
        mean_precision, mean_recall: over the themes that occur, each as heavy as any other.
        bins: of the likeliest theme of every photo, below the reject threshold too.
        calibration_error: expected calibration error (Naeini et al. 2015) over the bins; None without photos.
    """

    right: Share
    unknown: Share
    mean_precision: float | None
    mean_recall: float | None
    bins: tuple[ReliabilityBin, ...]
    calibration_error: float | None
    by_theme: tuple[ThemeAccuracy, ...]


def measure_themes(seen: Sequence[Observation]) -> ThemesAccuracy:
    """Every theme, the calibration, and all together."""
    pairs = [(one.photo.theme, likeliest_theme(one.analysis)) for one in seen]
    by_theme = tuple(_measure_theme(theme, seen, pairs) for theme in Theme)
    guesses = [(one.guess.score, one.guess.name == one.photo.theme) for one in seen]
    bins = sort_into_bins(guesses)
    return ThemesAccuracy(
        right=share_of(is_ == called for is_, called in pairs if called is not None),
        unknown=share_of(called is None for _, called in pairs),
        mean_precision=mean_share(row.precision for row in by_theme if row.recall.of),
        mean_recall=mean_share(row.recall for row in by_theme),
        bins=bins,
        calibration_error=expected_error(bins),
        by_theme=by_theme,
    )


def _measure_theme(
    theme: Theme, seen: Sequence[Observation], pairs: Sequence[tuple[Theme, str | None]]
) -> ThemeAccuracy:
    called = [is_ is theme for is_, said in pairs if said == theme]
    own = [said for is_, said in pairs if is_ is theme]
    times = [one.milliseconds for one in seen if one.photo.theme is theme]
    return ThemeAccuracy(
        theme=theme,
        precision=share_of(called),
        recall=share_of(said == theme for said in own),
        unknown=share_of(said is None for said in own),
        false_positive=count_share(called.count(False), len(pairs) - len(own)),
        milliseconds=round(median(times), 1) if times else None,
    )


def sort_into_bins(guesses: Sequence[tuple[float, bool]]) -> tuple[ReliabilityBin, ...]:
    """Guesses (probability, whether right) in `BINS` bins of equal width."""
    sorted_in: list[list[tuple[float, bool]]] = [[] for _ in range(BINS)]
    for score, right in guesses:
        sorted_in[min(int(score * BINS), BINS - 1)].append((score, right))
    return tuple(
        ReliabilityBin(
            low=number / BINS,
            high=(number + 1) / BINS,
            said=round(math.fsum(score for score, _ in held) / len(held), 4) if held else None,
            right=share_of(right for _, right in held),
        )
        for number, held in enumerate(sorted_in)
    )


def expected_error(bins: Sequence[ReliabilityBin]) -> float | None:
    """The mean distance between what was said and what was right, each bin as heavy as its photos."""
    total = sum(one.right.of for one in bins)
    if not total:
        return None
    off = math.fsum(abs(one.said * one.right.of - one.right.hits) for one in bins if one.said is not None)
    return round(off / total, 4)
