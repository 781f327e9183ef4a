"""Which result of a measurement?"""

from typing import TYPE_CHECKING

from rich.text import Text
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult


class PickResultScreen(ModalScreen[str | None]):
    """Answers with a name on the shelf or a path that was typed; None when it was closed."""

    DEFAULT_CSS = """
    PickResultScreen { align: center middle; }
    PickResultScreen Vertical { width: 64; max-width: 96%; height: 70%; border: round $accent; background: $panel;
                                padding: 0 1; }
    PickResultScreen OptionList { height: 1fr; border: none; }
    PickResultScreen Input { border: none; height: 1; margin: 0 0 1 0; }
    """
    BINDINGS = [("escape", "dismiss(None)", "Close")]  # noqa: RUF012  (the base class declares it so)

    def __init__(self, title: str, names: "Sequence[str]") -> None:
        super().__init__()
        self._title, self._names = title, names

    def compose(self) -> "ComposeResult":
        with Vertical() as box:
            box.border_title = self._title
            yield Input(placeholder="a file that rollcall bench --out wrote", compact=True)
            yield OptionList(*(Option(Text(_told(name)), id=name) for name in self._names), markup=False)
            yield Static("Tab to the list, Enter takes it, Esc closes.")

    def on_mount(self) -> None:
        if self._names:
            self.query_one(OptionList).focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        if event.value.strip():
            self.dismiss(event.value.strip())

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(str(event.option_id))


def _told(name: str) -> str:
    """``2026-11-26T073531`` as a date and a time; UTC."""
    day, _, time = name.partition("T")
    return f"{day} {time[:2]}:{time[2:4]}:{time[4:6]} UTC" if len(time) == len("073531") else name
