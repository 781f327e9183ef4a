"""The sentence of the moment, in large letters as far as a terminal has them."""

from typing import TYPE_CHECKING

from rich.text import Text
from textual.containers import Horizontal
from textual.widgets import Digits, Static

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from simulator.tui.views.caption import CaptionView


_FEW_ROWS = 2


class Caption(Horizontal):
    """The day as large digits where there is room, its date, how the story is being played, and what happens."""

    DEFAULT_CSS = """
    Caption { height: 3; background: $panel; color: $foreground; padding: 0 1; }
    Caption #number { width: auto; min-width: 4; margin: 0 2 0 0; color: $accent; text-style: bold; }
    Caption #told { width: 1fr; height: 100%; }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  (Textual's name for it)
        super().__init__(id=id)
        self._shown: tuple[CaptionView, str] | None = None

    def compose(self) -> "ComposeResult":
        yield Digits("0", id="number")
        yield Static(id="told")

    def bring(self, view: "CaptionView", pace: str) -> None:
        """Show this.

        Args:
            view: what is said.
            pace: how the story is being played, in a few words.
        """
        if (view, pace) == self._shown:
            return
        if self._shown is None or self._shown[0].day != view.day:
            self.query_one("#number", Digits).update(str(view.day))
        self._shown = (view, pace)
        told = Text(overflow="ellipsis")
        told.append(f" Day {view.day} ", style="bold reverse")
        told.append(f" {pace} ", style="dim")
        if self.size.height > _FEW_ROWS:
            told.append(f"  {view.date}\n", style="dim")
        told.append(" ".join(view.sentences), style="bold")
        self.query_one("#told", Static).update(told, layout=False)

    def on_resize(self) -> None:
        if self._shown is not None:
            view, pace = self._shown
            self._shown = None
            self.bring(view, pace)
