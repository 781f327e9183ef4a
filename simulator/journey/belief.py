"""What one analysis says about its photo, in the words that conclusions across photos need."""

from datetime import datetime

from simulator.domain.analysis import Analysis
from simulator.domain.categories import SENSITIVE_THEMES


def local_time(analysis: Analysis) -> datetime | None:
    """Wall-clock time where the photo was taken, without its offset; None when the file does not say."""
    if analysis.taken_at is None:
        return None
    try:
        return datetime.fromisoformat(analysis.taken_at).replace(tzinfo=None)
    except ValueError:
        return None


def likeliest_theme(analysis: Analysis) -> str | None:
    """The name of the likeliest theme, or None: unknown."""
    return analysis.themes[0].name if analysis.themes else None


def is_sensitive(analysis: Analysis) -> bool:
    """Whether any theme that the analyzer holds possible is one that nothing may be concluded from."""
    return any(theme.name in SENSITIVE_THEMES for theme in analysis.themes)
