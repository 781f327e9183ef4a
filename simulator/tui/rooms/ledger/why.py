"""Why one thing is still here, as a panel beside the list."""

import re
from typing import TYPE_CHECKING

from rich.console import Group
from rich.table import Table
from rich.text import Text
from textual.widgets import Static

from simulator.domain.holding import HoldingState
from simulator.tui.parts.scrolling import Scrolling

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.widget import Widget

    from simulator.tui.rooms.ledger.chain import ChainSaid

_QUOTED = re.compile(r'"[^"]+"')


class WhyPanel(Scrolling):
    """Facts, then the chain of reasons, then the clause."""

    DEFAULT_CSS = """
    WhyPanel {
        border: round $border;
        border-title-style: bold;
        padding: 0 1;
        background: $surface;
        scrollbar-size-vertical: 1;
        &:focus { border: heavy $border; }
    }
    """

    def compose(self) -> "Iterable[Widget]":
        yield Static(markup=False)

    def bring(self, why: "ChainSaid | None") -> None:
        """Say why; None: there is nothing to explain."""
        self.border_title = "Why is this still here?"
        if why is None:
            self.query_one(Static).update(Text("Nothing is under the cursor."))
            return
        if why.thing.state is HoldingState.DELETED:
            self.border_title = "Why is this gone?"
        self.query_one(Static).update(_told(why))
        self.scroll_home(animate=False)


def _told(why: "ChainSaid") -> Group:
    facts = Table.grid(padding=(0, 1))
    for label, value in why.facts:
        facts.add_row(Text(label, style="dim"), Text(value))
    reasons = [_quoting(f"\n{sentence}") for sentence in why.chain]
    about = [Text("\nThe clause that decides", style="bold"), *(Text(line, style="dim") for line in why.clause)]
    return Group(Text(why.thing.id, style="bold"), facts, *reasons, *(about if why.clause else ()))


def _quoting(sentence: str) -> Text:
    text = Text(sentence)
    text.highlight_regex(_QUOTED, "italic")
    return text
