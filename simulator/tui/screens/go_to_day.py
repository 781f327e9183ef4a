"""A day by its number."""

from typing import TYPE_CHECKING

from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.validation import Integer
from textual.widgets import Input, Static

if TYPE_CHECKING:
    from textual.app import ComposeResult


class GoToDayScreen(ModalScreen[int | None]):
    """Answers with a day, or with None when it was closed."""

    DEFAULT_CSS = """
    GoToDayScreen { align: center middle; }
    GoToDayScreen Vertical { width: 36; height: auto; border: round $accent; background: $panel; padding: 0 1; }
    """
    BINDINGS = [("escape", "dismiss(None)", "Close")]  # noqa: RUF012  (the base class declares it so)

    def __init__(self, last_day: int) -> None:
        super().__init__()
        self._last_day = last_day

    def compose(self) -> "ComposeResult":
        with Vertical():
            yield Static(f"Go to day (0 to {self._last_day})")
            yield Input(type="integer", validators=[Integer(0, self._last_day)], validate_on=["submitted"])

    def on_input_submitted(self, event: Input.Submitted) -> None:
        if event.validation_result is not None and event.validation_result.is_valid:
            self.dismiss(int(event.value))
        else:
            self.notify(f"A day from 0 to {self._last_day}.", severity="warning")
