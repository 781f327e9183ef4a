"""Who else is in what is held, one mark for each person; and that nobody asked them."""

from typing import TYPE_CHECKING

from rich.text import Text
from textual.widgets import Static

from simulator.domain.agree import agree
from simulator.domain.data_kinds import DATA_KINDS
from simulator.report.bystanders import tell_bystanders
from simulator.tui.parts.scrolling import Scrolling

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from textual.widget import Widget

    from simulator.domain.categories import DataCategory

_ASKED, _NOT_ASKED = "●", "○"
_NAME = 20


class OtherPeople(Scrolling):
    DEFAULT_CSS = """
    OtherPeople { padding: 1 2; background: $surface; scrollbar-size-vertical: 1; }
    """

    def compose(self) -> "Iterable[Widget]":
        yield Static(markup=False)

    def bring(self, everybody: int, by_category: "Mapping[DataCategory, int]") -> None:
        """Show the counts of `count_bystanders`."""
        told = Text()
        told.append(f"{_ASKED} ", style="bold")
        told.append("one person was asked: the owner of the phone\n")
        told.append(f"{_NOT_ASKED} ", style="bold")
        told.append(f"{everybody} other {agree(everybody, 'person is', 'people are')} in it; asked: 0\n\n")
        told.append(f"{_ASKED} {f'{_NOT_ASKED} ' * everybody}\n\n", style="bold")
        for category, number in by_category.items():
            told.append(f"{DATA_KINDS[category].name:{_NAME}} {number:>3}  ")
            told.append(f"{_NOT_ASKED * number}\n")
        told.append(f"\n{' '.join(' '.join(tell_bystanders(everybody, by_category)).split())}\n\n")
        told.append("Counted from who really is in the photos, not from what an analyzer found.", style="dim")
        self.query_one(Static).update(told)
