"""A short list over the screen, to pick one thing from, or to name another."""

from collections.abc import Sequence
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
    from textual.app import ComposeResult


class Pick(Dialog[str | None]):
    """Gives back the id that was picked, or what was typed instead, or None.

    Args:
        title: what is picked.
        choices: an id and its words.
        chosen: the id that the list opens on.
        other: what may be typed instead of picking, in words; by default nothing.
    """

    DEFAULT_CSS = """
    Pick { align: center middle; }
    Pick > Vertical {
        width: 68; max-width: 95%; height: auto; max-height: 80%;
        border: heavy $border; border-title-style: bold; padding: 0 1; background: $surface;
    }
    Pick OptionList, Pick OptionList:focus { height: auto; max-height: 100%; border: none; padding: 0; }
    Pick Input { height: 1; margin-bottom: 1; }
    Pick Input:focus { background: $boost; text-style: bold; }
    """
    BINDINGS: ClassVar[list[Any]] = [
        Binding("tab", "other", "List or field"),
        Binding("escape", "dismiss(None)", "Leave it"),
    ]

    def __init__(
        self, title: str, choices: Sequence[tuple[str, str]], chosen: str | None = None, *, other: str = ""
    ) -> None:
        super().__init__()
        self._title = title
        self._choices = choices
        self._chosen = chosen
        self._other = other

    def compose(self) -> "ComposeResult":
        with Vertical() as box:
            box.border_title = self._title
            if self._other:
                yield Input(placeholder=self._other, compact=True)
            yield OptionList(*(Option(Text(words), id=name) for name, words in self._choices))
        yield from above_all()
        yield KeyLine()

    def on_mount(self) -> None:
        names = [name for name, _ in self._choices]
        if self._chosen in names:
            self.query_one(OptionList).highlighted = names.index(self._chosen)
        if names or not self._other:
            self.query_one(OptionList).focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Where nothing can be typed there is one thing to be in."""
        return bool(self._other and self._choices) if action == "other" else True

    def action_other(self) -> None:
        """From the list to the field, or back."""
        self.focus_next()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        if event.value.strip():
            self.dismiss(event.value.strip())

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option.id)

    def on_click(self, event: Any) -> None:
        if event.widget is self:
            self.dismiss(None)
