"""What a withdrawal would do, in three buckets side by side, or below one another where there is no room."""

from typing import TYPE_CHECKING

from rich.console import Group
from rich.table import Table
from rich.text import Text
from textual.containers import Container
from textual.widgets import Static

from simulator.domain.data_kinds import DATA_KINDS
from simulator.domain.holding import HoldingState
from simulator.tui.held.fates import FATES, KNOWN
from simulator.tui.parts.scrolling import Scrolling

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual.widget import Widget

    from simulator.tui.rooms.ledger.preview import Buckets, Reason

_BUCKETS = {
    "goes": ("Goes", FATES[HoldingState.SCHEDULED]),
    "stays": ("Stays", FATES[HoldingState.ALIVE]),
    "not_said": ("Not said", FATES[HoldingState.SILENT]),
}


class ThreeBuckets(Scrolling):
    DEFAULT_CSS = """
    ThreeBuckets {
        background: $surface;
        scrollbar-size-vertical: 1;
        & > .buckets--when { padding: 0 1; text-style: bold; }
        & > Container { layout: vertical; height: auto; }
        & .buckets--bucket { width: 1fr; height: auto; padding: 0 1; }
        & .-goes { border: round $going; }
        & .-stays { border: round $kept; }
        & .-not_said { border: round $silent; }
    }
    """

    def compose(self) -> "Iterable[Widget]":
        yield Static(classes="buckets--when", markup=False)
        with Container():
            for name in _BUCKETS:
                yield Static(classes=f"buckets--bucket -{name}", markup=False)

    def bring(self, buckets: "Buckets", day: int, *, received: bool) -> None:
        """Show them as of that day; ``received``: a withdrawal has reached the company."""
        if received:
            when = f"On day {day} the withdrawal has reached the company:"
        else:
            when = f"If the withdrawal reached the company on day {day}:"
        self.query_one(".buckets--when", Static).update(when)
        for name, (word, sign) in _BUCKETS.items():
            reasons: Sequence[Reason] = getattr(buckets, name)
            bucket = self.query_one(f".-{name}", Static)
            bucket.border_title = f"{sign.mark} {word}: {sum(reason.total for reason in reasons) or 'nothing'}"
            bucket.update(_told(reasons))


def _told(reasons: "Sequence[Reason]") -> Group:
    told: list[Text | Table] = []
    for place, reason in enumerate(reasons):
        head = Text("\n" if place else "")
        if reason.clause is None:
            head.append("no clause says", style="bold")
        else:
            head.append(f"{reason.clause.id} ", style="bold")
            head.append(f"({KNOWN[reason.clause.status].mark})\n{reason.clause.says}")
        # In columns, so that a name that takes two rows does not run into the numbers.
        kinds = Table.grid(padding=(0, 2, 0, 0))
        kinds.add_column(width=5, justify="right", style="bold")
        kinds.add_column()
        for category, number in reason.kinds.items():
            kinds.add_row(f"{number}", DATA_KINDS[category].name)
        told += [head, kinds]
    return Group(*(told or [Text("nothing")]))
