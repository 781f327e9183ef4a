"""A short list over the screen, to pick one thing from."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from rich.text import Text
from textual.binding import Binding
from textual.screen import ModalScreen
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from simulator.tui.widgets.key_line import KeyLine

if TYPE_CHECKING:
    from textual.app import ComposeResult


class Pick(ModalScreen[str | None]):
    """Gives back the id that was picked, or None.

    Args:
        title: what is picked.
        choices: an id and its words.
        chosen: the id that the list opens on.
    """

    DEFAULT_CSS = """
    Pick { align: center middle; }
    Pick > OptionList {
        width: 60; max-width: 95%; height: auto; max-height: 80%;
        border: heavy $border; border-title-style: bold; padding: 0 1;
    }
    """
    BINDINGS: ClassVar[list[Any]] = [Binding("escape", "dismiss(None)", "Leave it")]

    def __init__(self, title: str, choices: Sequence[tuple[str, str]], chosen: str | None = None) -> None:
        super().__init__()
        self._title = title
        self._choices = choices
        self._chosen = chosen

    def compose(self) -> "ComposeResult":
        listed = OptionList(*(Option(Text(words), id=name) for name, words in self._choices))
        listed.border_title = self._title
        yield listed
        yield KeyLine()

    def on_mount(self) -> None:
        names = [name for name, _ in self._choices]
        if self._chosen in names:
            self.query_one(OptionList).highlighted = names.index(self._chosen)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option.id)

    def on_click(self, event: Any) -> None:
        if event.widget is self:
            self.dismiss(None)
