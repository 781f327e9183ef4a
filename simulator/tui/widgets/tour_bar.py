"""What the tour says, above the keys; not there when there is no tour."""

from rich.text import Text
from textual.widgets import Static


class TourBar(Static):
    """One sentence told, one question asked, and how to go on."""

    DEFAULT_CSS = """
    TourBar { dock: bottom; height: auto; max-height: 5; display: none; background: $accent 20%; padding: 0 2;
              border-top: heavy $accent; margin-bottom: 1; }
    TourBar.-on { display: block; }
    """

    def say(self, told: str, asked: str, stop: int, stops: int) -> None:
        """Show a stop; ``stop`` counts from 1."""
        self.add_class("-on")
        text = Text.assemble((f" {stop}/{stops} ", "reverse bold"), "  ", (told, "bold"))
        if asked:
            text.append(f"\n       ? {asked}", "italic")
        text.append("   . next   , back   x end of tour" if asked else "   , back   x end of tour", "dim")
        self.update(text)

    def hush(self) -> None:
        """The tour is over."""
        self.remove_class("-on")
