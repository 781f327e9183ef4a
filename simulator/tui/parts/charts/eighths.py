"""Bars of characters, exact to an eighth of a cell."""

_UP = " ▁▂▃▄▅▆▇█"
_ACROSS = " ▏▎▍▌▋▊▉█"


def draw_bar(share: float, cells: int) -> str:
    """A bar from the left, `cells` wide with its spaces; whatever is above zero is seen."""
    eighths = round(min(max(share, 0.0), 1.0) * cells * 8)
    if share > 0:
        eighths = max(eighths, 1)
    full, rest = divmod(eighths, 8)
    return ("█" * full + (_ACROSS[rest] if rest else "")).ljust(cells)


def draw_column(share: float) -> str:
    """One cell filled from below; whatever is above zero is seen."""
    eighths = round(min(max(share, 0.0), 1.0) * 8)
    return _UP[max(eighths, 1) if share > 0 else 0]
