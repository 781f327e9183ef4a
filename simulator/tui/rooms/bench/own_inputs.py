"""What shall be measured of the user's own: a folder of photos, a model, and how fast photos come."""

from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.widgets import Input, Label, Static

from simulator.tui.dialogs.left_once import Dialog
from simulator.tui.parts.above import above_all
from simulator.tui.parts.key_line import KeyLine
from simulator.tui.rooms.bench.view import Own

if TYPE_CHECKING:
    from textual.app import ComposeResult

_TOLD = "As --photos, --model and --rate of rollcall bench; what is left empty is as shipped."


class _Field(Input):
    """Says at the foot what Enter does."""

    BINDINGS: ClassVar[list[Any]] = [Binding("enter", "submit", "Take it")]


class OwnInputsScreen(Dialog[Own | None]):
    """Gives back what was typed, or None if it was left."""

    DEFAULT_CSS = """
    OwnInputsScreen { align: center middle; }
    OwnInputsScreen > Vertical {
        width: 72; max-width: 96%; height: auto; border: heavy $border; border-title-style: bold;
        background: $panel; padding: 1 2;
    }
    OwnInputsScreen Horizontal { height: 1; }
    OwnInputsScreen Label { width: 9; }
    OwnInputsScreen Input { width: 1fr; }
    OwnInputsScreen Input:focus { background: $boost; text-style: bold; }
    OwnInputsScreen #own-told { margin-top: 1; color: $text-muted; }
    """
    BINDINGS: ClassVar[list[Any]] = [
        Binding("tab", "app.focus_next", "Next field"),
        Binding("escape", "dismiss(None)", "Leave it"),
    ]

    def __init__(self, own: Own) -> None:
        super().__init__()
        self._own = own

    def compose(self) -> "ComposeResult":
        fields = (
            ("Photos", "photos", "drawn ones; else a folder of photos", ""),
            ("Model", "model", "ours; else an ONNX file with its card beside it", ""),
            ("Rate", "rate", "half of what the warm-up reaches, photos a second", r"[0-9]*\.?[0-9]*"),
        )
        with Vertical() as box:
            box.border_title = "Of your own"
            for label, name, placeholder, allowed in fields:
                with Horizontal():
                    yield Label(label)
                    value = getattr(self._own, name)
                    yield _Field(value, placeholder, id=f"own-{name}", compact=True, restrict=allowed or None)
            yield Static(_TOLD, id="own-told", markup=False)
        yield from above_all()
        yield KeyLine()

    def on_input_submitted(self) -> None:
        """Take what was typed."""
        typed = {name: self.query_one(f"#own-{name}", Input).value.strip() for name in ("photos", "model", "rate")}
        self.dismiss(Own(**typed))
