"""Every key that does something here, to be searched."""

from typing import TYPE_CHECKING, Any, ClassVar

from rich.text import Text
from textual.binding import Binding
from textual.containers import Vertical
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from simulator.tui.dialogs.left_once import Dialog
from simulator.tui.parts.above import above_all
from simulator.tui.parts.key_line import KeyLine

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult


class _Search(Input):
    BINDINGS: ClassVar[list[Any]] = [
        Binding("enter", "submit", "Do it"),
        Binding("down", "screen.below", "To the list"),
    ]


class _Keys(OptionList):
    BINDINGS: ClassVar[list[Any]] = [Binding("enter", "select", "Do it")]


class KeysScreen(Dialog[int | None]):
    """Lists keys with what they do; typing narrows the list, Enter does what is chosen.

    Args:
        keys: each key as it is shown, and what it does in words; the answer is the place of one in this list.
    """

    DEFAULT_CSS = """
    KeysScreen { align: center middle; }
    KeysScreen Vertical { width: 64; max-width: 96%; height: 80%; border: heavy $border; border-title-style: bold;
                          background: $panel; padding: 0 1; }
    KeysScreen OptionList, KeysScreen OptionList:focus { height: 1fr; border: none; }
    KeysScreen Input { border: none; height: 1; margin: 0 0 1 0; }
    """
    BINDINGS: ClassVar[list[Any]] = [Binding("escape", "dismiss(None)", "Leave it")]

    def __init__(self, keys: "Sequence[tuple[str, str]]") -> None:
        super().__init__()
        self._keys = keys

    def compose(self) -> "ComposeResult":
        with Vertical() as box:
            box.border_title = "Keys"
            yield _Search(placeholder="type to search", compact=True)
            yield _Keys(markup=False)
        yield from above_all()
        yield KeyLine()

    def on_mount(self) -> None:
        self._narrow("")

    def on_input_changed(self, event: Input.Changed) -> None:
        self._narrow(event.value)

    def on_input_submitted(self) -> None:
        listed = self.query_one(OptionList)
        if listed.option_count:
            self._choose(listed.get_option_at_index(listed.highlighted or 0))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self._choose(event.option)

    def _choose(self, option: Option) -> None:
        self.dismiss(int(option.id or 0))

    def action_below(self) -> None:
        """From the search to the list."""
        self.query_one(OptionList).focus()

    def _narrow(self, wanted: str) -> None:
        listed = self.query_one(OptionList)
        listed.clear_options()
        listed.add_options(
            Option(Text.assemble((f"{key:>12}", "bold"), f"   {words}"), id=str(place))
            for place, (key, words) in enumerate(self._keys)
            if wanted.lower() in f"{key} {words}".lower()
        )
        if listed.option_count:
            listed.highlighted = 0
