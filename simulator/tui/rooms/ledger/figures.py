"""The four fates as counts that can be read from the back of a room, and the band between the two readings."""

from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual import events
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Digits, Static

from simulator.domain.holding import HoldingState
from simulator.tui.held.fates import FATES
from simulator.tui.parts.ink import ink

if TYPE_CHECKING:
    from collections.abc import Iterable

    from simulator.tui.held.holdings import HeldFigures

_SOLID, _HATCHED, _EMPTY = "█", "▒", "·"


class Figure(Vertical):
    """One fate; a click asks for the things of that fate."""

    DEFAULT_CSS = """
    Figure {
        width: 1fr;
        height: 3;
        padding: 0 1;
        background: $surface;
        & > Digits { display: none; width: 100%; text-align: center; text-style: bold; }
        & > .figure--number { text-align: center; text-style: bold; width: 100%; }
        & > .figure--kinds {
            display: none; text-align: center; width: 100%; height: 1; color: $text-muted;
            text-wrap: nowrap; text-overflow: ellipsis;
        }
    }
    Figure.-gone { border: round $gone; & > Digits, & > .figure--number { color: $gone; } }
    Figure.-going { border: round $going; & > Digits, & > .figure--number { color: $going; } }
    Figure.-kept { border: round $kept; & > Digits, & > .figure--number { color: $kept; } }
    Figure.-silent { border: round $silent; & > Digits, & > .figure--number { color: $silent; } }
    Figure.-chosen { border: heavy $foreground; }
    """

    class Picked(Message):
        """A click on a fate."""

        def __init__(self, state: HoldingState) -> None:
            super().__init__()
            self.state = state

    def __init__(self, state: HoldingState) -> None:
        super().__init__(classes=f"-{FATES[state].color}")
        self._state = state
        self._shown = ("", "")
        self.border_title = str(FATES[state])

    def compose(self) -> "Iterable[Widget]":
        yield Digits("0")
        yield Static("0", classes="figure--number", markup=False)
        yield Static("", classes="figure--kinds", markup=False)

    def bring(self, figures: "HeldFigures", *, chosen: bool) -> None:
        self.set_class(chosen, "-chosen")
        shown = (str(figures.counts[self._state]), figures.kinds[self._state])
        if shown != self._shown:
            # Neither changes its size, so nothing need be laid out anew.
            self.query_one(Digits).update(shown[0])
            self.query_one(".figure--number", Static).update(shown[0], layout=False)
            self.query_one(".figure--kinds", Static).update(shown[1], layout=False)
            self._shown = shown

    def on_click(self) -> None:
        self.post_message(self.Picked(self._state))


class FourFates(Horizontal):
    """Gone, going, kept, not said."""

    DEFAULT_CSS = """
    FourFates { height: auto; }
    """

    def compose(self) -> "Iterable[Widget]":
        return (Figure(state) for state in FATES)

    def bring(self, figures: "HeldFigures", chosen: HoldingState | None) -> None:
        for state, figure in zip(FATES, self.query(Figure), strict=True):
            figure.bring(figures, chosen=state is chosen)


class Band(Widget):
    """Of everything that was ever held: what is there under both readings, under the harshest only, under none."""

    DEFAULT_CSS = """
    Band { height: 1; padding: 0 1; color: $foreground; }
    Band > .band--both { color: $kept; }
    Band > .band--harshest { color: $silent; }
    Band > .band--none { color: $gone; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"band--both", "band--harshest", "band--none"}

    def __init__(self) -> None:
        super().__init__()
        self._figures: HeldFigures | None = None

    def bring(self, figures: "HeldFigures") -> None:
        self._figures = figures
        self.refresh()

    def on_resize(self, _: events.Resize) -> None:
        self.refresh()

    def render(self) -> Text:
        figures = self._figures
        if figures is None or not figures.created:
            return Text("Nothing has been held yet.", no_wrap=True, overflow="ellipsis")
        low, high, all_ = figures.kindest, figures.harshest, figures.created
        left, right = f"Still held, read kindly: {low} ", f" read harshly: {high} of {all_}"
        width = self.content_size.width - len(left) - len(right)
        line = Text(left, no_wrap=True, overflow="ellipsis")
        if width > 0:
            both, harsh = round(width * low / all_), round(width * high / all_)
            for name, piece in (
                ("both", _SOLID * both),
                ("harshest", _HATCHED * (harsh - both)),
                ("none", _EMPTY * (width - harsh)),
            ):
                line.append(piece, ink(self, f"band--{name}"))
        return line.append(right)
