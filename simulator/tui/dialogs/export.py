"""In which form shall what is shown be kept?"""

from typing import TYPE_CHECKING, Any, ClassVar

from rich.text import Text
from textual.binding import Binding
from textual.containers import Vertical
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from simulator.domain.agree import write_count
from simulator.tui.dialogs.left_once import Dialog
from simulator.tui.export import Format
from simulator.tui.parts.above import above_all
from simulator.tui.parts.key_line import KeyLine

if TYPE_CHECKING:
    from textual.app import ComposeResult

_FORMS = {
    Format.CSV: "CSV, for a spreadsheet",
    Format.JSON: "JSON, for a program",
    Format.TEXT: "text, to read",
}


class _Forms(OptionList):
    BINDINGS: ClassVar[list[Any]] = [Binding("enter", "select", "Keep it")]


class ExportScreen(Dialog[Format | None]):
    """Answers with a form, or with None when it was closed."""

    DEFAULT_CSS = """
    ExportScreen { align: center middle; }
    ExportScreen Vertical { width: 56; max-width: 96%; height: auto; border: heavy $border; border-title-style: bold;
                            background: $panel; padding: 1 2; }
    ExportScreen OptionList, ExportScreen OptionList:focus { height: auto; border: none; margin: 1 0; }
    """
    BINDINGS: ClassVar[list[Any]] = [Binding("escape", "dismiss(None)", "Leave it")]

    def __init__(self, title: str, rows: int) -> None:
        super().__init__()
        self._title = f"{title}: {write_count(rows, 'row')}"

    def compose(self) -> "ComposeResult":
        with Vertical() as box:
            box.border_title = "Export"
            yield Static(Text(self._title))
            yield _Forms(*(Option(words, id=form.value) for form, words in _FORMS.items()))
            yield Static("The browser keeps it." if self.app.is_web else "It is kept in the downloads folder.")
        yield from above_all()
        yield KeyLine()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(Format(str(event.option_id)))
