"""Which set stands on which side, and how well each is known."""

from collections import Counter

from rich.text import Text
from textual.message import Message
from textual.widgets import Static

from simulator.terms.clause import Terms
from simulator.tui.held.fates import KNOWN


class SideHead(Static):
    """One set; a click picks another."""

    DEFAULT_CSS = """
    SideHead { width: 1fr; height: 2; padding: 0 1; background: $panel; text-wrap: nowrap; text-overflow: ellipsis; }
    """

    class Asked(Message):
        """A click asked for another set on that side."""

        def __init__(self, key: str) -> None:
            super().__init__()
            self.key = key

    def __init__(self, key: str) -> None:
        super().__init__(markup=False, id=f"head-{key}")
        self._key = key

    def bring(self, terms: Terms) -> None:
        head = Text()
        head.append(f"{self._key} ", style="bold")
        head.append(f"{terms.title}\n", style="bold")
        counted = Counter(clause.status for clause in terms.clauses)
        known = " ".join(f"{counted[status]}{sign.mark}" for status, sign in KNOWN.items() if counted[status])
        until = f" to {terms.in_force_to}" if terms.in_force_to else ""
        head.append(f"{len(terms.clauses)} clauses ({known}) {terms.in_force_from}{until}")
        self.update(head)

    def on_click(self) -> None:
        self.post_message(self.Asked(self._key))
