"""A number to be typed, over the screen."""

from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import Binding
from textual.validation import Integer
from textual.widgets import Input

from simulator.tui.dialogs.left_once import Dialog
from simulator.tui.parts.above import above_all
from simulator.tui.parts.key_line import KeyLine

if TYPE_CHECKING:
    from textual.app import ComposeResult


class NumberScreen(Dialog[int | None]):
    """Gives back a whole number, or None.

    Args:
        title: what is asked for.
        most: the greatest that is taken.
        placeholder: what an empty line would mean.
        least: the smallest that is taken.
    """

    DEFAULT_CSS = """
    NumberScreen { align: center middle; }
    NumberScreen > Input { width: 44; max-width: 95%; border: heavy $border; border-title-style: bold; }
    """
    BINDINGS: ClassVar[list[Any]] = [Binding("escape", "dismiss(None)", "Leave it")]

    def __init__(self, title: str, most: int, placeholder: str = "", least: int = 0) -> None:
        super().__init__()
        self._title, self._least, self._most, self._placeholder = title, least, most, placeholder

    def compose(self) -> "ComposeResult":
        typed = Input(type="integer", placeholder=self._placeholder, validators=Integer(self._least, self._most))
        typed.border_title = self._title
        typed.border_subtitle = f"{self._least} to {self._most}; enter takes it"
        yield typed
        yield from above_all()
        yield KeyLine()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        if event.validation_result is not None and event.validation_result.is_valid:
            self.dismiss(int(event.value))
        else:
            self.notify(
                f"A whole number from {self._least} to {self._most}.", severity="warning", markup=False, timeout=3
            )
