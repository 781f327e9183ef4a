"""The pair under the cursor: what each clause is about, for how long, and where it was read."""

from typing import TYPE_CHECKING

from rich.text import Text
from textual.containers import Horizontal
from textual.widgets import Static

from simulator.report.terms import describe_clause
from simulator.tui.held.fates import KNOWN
from simulator.tui.parts.scrolling import Scrolling
from simulator.tui.rooms.terms.clause_pairs import IN_WORDS, Pair

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from textual.widget import Widget

    from simulator.terms.clause import Clause


class PairDetail(Scrolling):
    DEFAULT_CSS = """
    PairDetail {
        border: round $border;
        border-title-style: bold;
        background: $surface;
        scrollbar-size-vertical: 1;
        &:focus { border: heavy $border; }
        & > Horizontal { height: auto; }
        & Static { width: 1fr; height: auto; padding: 0 1; }
    }
    """

    def compose(self) -> "Iterable[Widget]":
        with Horizontal():
            yield Static(id="detail-a", markup=False)
            yield Static(id="detail-b", markup=False)

    def bring(self, pair: Pair | None, decides: "tuple[Mapping[str, int], Mapping[str, int]]") -> None:
        """Show the pair; ``decides`` says of each side how many things of today each clause decides about."""
        self.border_title = "" if pair is None else _likeness(pair)
        sides = (None, None) if pair is None else (pair.before, pair.after)
        for key, clause, counted in zip("ab", sides, decides, strict=True):
            self.query_one(f"#detail-{key}", Static).update(_told(clause, counted))
        self.scroll_home(animate=False)


def _likeness(pair: Pair) -> str:
    fields = f" {', '.join(pair.fields)}" if pair.fields else ""
    return f"{pair.likeness.value} {IN_WORDS[pair.likeness]}{fields}"


def _told(clause: "Clause | None", decides: "Mapping[str, int]") -> Text:
    told = Text()
    if clause is None:
        return told.append("not there", style="dim")
    known = KNOWN[clause.status]
    told.append(f"{clause.id}  ", style="bold")
    told.append(f"({known.mark}) {known.word}\n")
    if number := decides.get(clause.id):
        told.append(f"Decides about {number} of the things held today.\n", style="bold")
    if clause.source.quoted:
        told.append(f'"{clause.source.quoted}"\n', style="italic")
    _, *about, _ = describe_clause(clause)
    for line in about:
        told.append(f"{line}\n")
    source = clause.source
    return told.append(f"{source.title}. Read {source.retrieved}. {source.url}", style="dim")
