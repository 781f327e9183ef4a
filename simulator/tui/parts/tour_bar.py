"""What the tour says, above the keys; not there when there is no tour."""

from textwrap import wrap

from rich.text import Text
from textual.widgets import Static

_HANG = 7  # cells before the words: the number of the stop


class TourBar(Static):
    """One sentence told, one question asked, and how to go on."""

    DEFAULT_CSS = """
    TourBar { dock: bottom; height: auto; max-height: 5; display: none; background: $accent 20%; padding: 0 2;
              border-top: heavy $accent; margin-bottom: 1; }
    TourBar.-on { display: block; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._said: tuple[str, str, int, int] | None = None

    def say(self, told: str, asked: str, stop: int, stops: int) -> None:
        """Show a stop; ``stop`` counts from 1."""
        self.add_class("-on")
        self._said = (told, asked, stop, stops)
        # It is as wide as the screen, also before it has been laid out.
        width = max(self.screen.size.width - self.gutter.width - _HANG, 1)
        text = Text()
        for number, line in enumerate(wrap(told, width)):
            text.append(*((f" {stop}/{stops} ", "reverse bold") if number == 0 else (f"\n{'':{_HANG}}", "")))
            text.append(f"{'  ' if number == 0 else ''}{line}", "bold")
        for line in wrap(f"? {asked}", width, subsequent_indent="  ") if asked else ():
            text.append(f"\n{'':{_HANG}}{line}", "italic")
        keys = ". next   , back   x end of tour" if asked else ", back   x end of tour"
        # A key stays beside its word.
        text.append(
            "   " if len(text.plain.rpartition("\n")[2]) + 3 + len(keys) <= _HANG + width else f"\n{'':{_HANG}}"
        )
        text.append(keys, "dim")
        self.update(text)

    def on_resize(self) -> None:
        if self._said is not None:
            self.say(*self._said)

    def hush(self) -> None:
        """The tour is over."""
        self._said = None
        self.remove_class("-on")
