"""A plain notice while the terminal is too small; what was there before comes back as it was."""

from typing import TYPE_CHECKING

from textual.screen import ModalScreen
from textual.widgets import Static

if TYPE_CHECKING:
    from textual.app import ComposeResult

LEAST = (80, 24)


class SmallScreen(ModalScreen[None]):
    """Lies over everything until there is room again."""

    DEFAULT_CSS = """
    SmallScreen { background: $background; align: center middle; }
    SmallScreen Static { width: auto; max-width: 100%; height: auto; text-align: center; }
    """

    def compose(self) -> "ComposeResult":
        yield Static(f"Rollcall needs a window of {LEAST[0]} columns and {LEAST[1]} rows.\nMake it larger, or press q.")
