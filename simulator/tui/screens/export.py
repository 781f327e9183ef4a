"""In which form shall what is shown be kept?"""

from typing import TYPE_CHECKING

from rich.text import Text
from textual.containers import Vertical
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from simulator.journey.wording import write_count
from simulator.tui.export import Format
from simulator.tui.screens.left_once import Dialog
from simulator.tui.widgets.above import above_all

if TYPE_CHECKING:
    from textual.app import ComposeResult

_FORMS = {
    Format.CSV: "CSV, for a spreadsheet",
    Format.JSON: "JSON, for a program",
    Format.TEXT: "text, to read",
}


class ExportScreen(Dialog[Format | None]):
    """Answers with a form, or with None when it was closed."""

    DEFAULT_CSS = """
    ExportScreen { align: center middle; }
    ExportScreen Vertical { width: 56; max-width: 96%; height: auto; border: round $accent; background: $panel;
                            padding: 1 2; }
    ExportScreen OptionList { height: auto; border: none; margin: 1 0; }
    """
    BINDINGS = [("escape", "dismiss(None)", "Close")]  # noqa: RUF012  (the base class declares it so)

    def __init__(self, title: str, rows: int) -> None:
        super().__init__()
        self._title = f"{title}: {write_count(rows, 'row')}"

    def compose(self) -> "ComposeResult":
        with Vertical():
            yield Static(Text.assemble(("Export  ", "bold"), self._title))
            yield OptionList(*(Option(words, id=form.value) for form, words in _FORMS.items()))
            yield Static("Enter keeps it in the downloads folder, Esc closes.")
        yield from above_all()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(Format(str(event.option_id)))
