"""Why one thing is still here, on a screen of its own where there is no room beside the list."""

from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import Binding

from simulator.tui.dialogs.left_once import Dialog
from simulator.tui.parts.above import above_all
from simulator.tui.parts.key_line import KeyLine
from simulator.tui.rooms.ledger.why import WhyPanel

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from simulator.tui.rooms.ledger.chain import ChainSaid


class WhyScreen(Dialog[None]):
    DEFAULT_CSS = """
    WhyScreen > WhyPanel { width: 100%; height: 1fr; }
    """
    BINDINGS: ClassVar[list[Any]] = [Binding("escape,w,enter", "dismiss", "Back", key_display="esc")]

    def __init__(self, why: "ChainSaid | None") -> None:
        super().__init__()
        self._why = why

    def compose(self) -> "ComposeResult":
        yield WhyPanel()
        yield from above_all()
        yield KeyLine()

    def on_mount(self) -> None:
        self.query_one(WhyPanel).bring(self._why)
