"""What is held on a day of a run, and why one thing is."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from textwrap import fill
from typing import Any

from simulator.api.given import read_name
from simulator.api.table import Tabular, flatten, write_html
from simulator.domain.categories import DataCategory
from simulator.journey.world import World
from simulator.report.artefacts import artefacts_as_record
from simulator.report.ledger import BUCKETS, ledger_as_record, tell_ledger
from simulator.report.spoken import WIDTH
from simulator.retention.ledger import Ledger
from simulator.retention.why import explain
from simulator.terms.clause import Terms


@dataclass(frozen=True, slots=True)
class Explained:
    """The chain of reasons, a sentence each; as text it is lines of at most 80 characters."""

    sentences: tuple[str, ...]

    def __str__(self) -> str:
        return "\n".join(fill(sentence, WIDTH, subsequent_indent="  ") for sentence in self.sentences)

    def __repr__(self) -> str:
        return str(self)


@dataclass(frozen=True, kw_only=True, repr=False)
class Held(Tabular):
    """The ledger at the end of a day.

    Attributes:
        called: the run, by its name.
        world: at the end of that day.
        rules: the terms in force, able to explain what came before them.
        terms_on: which terms were in force on a day.
    """

    called: str
    world: World
    day: int
    rules: Terms
    terms_on: Callable[[int], Terms]

    @property
    def ledger(self) -> Ledger:
        return self.world.ledger

    def rows(self, category: DataCategory | None = None) -> list[dict[str, Any]]:
        """A row for each thing that was ever held: state, holder, clause, clock, lineage; of one category or of all."""
        return [flatten(record) for record in artefacts_as_record(self.ledger, self.rules, category)]

    def why(self, item: str) -> Explained:
        """Why one thing is held, such as ``home/inferred.home``.

        Raises:
            LedgerError: nothing of that name was ever held; names the nearest.
        """
        item = read_name("item", item)
        return Explained(explain(self.ledger, self.rules, item, self.day, terms_on=self.terms_on))

    @property
    def summary(self) -> str:
        """How many things are in which of the four buckets, in one line."""
        states = [entry.state for entry in self.ledger.entries.values()]
        counted = ", ".join(f"{states.count(state)} {bucket.lower()}" for state, bucket in BUCKETS.items())
        return f"held on day {self.day}: {counted}"

    def lines(self) -> Iterator[str]:
        """The four buckets, read aloud."""
        return tell_ledger(self.ledger, self.rules, self.day, terms_on=self.terms_on)

    def to_html(self, caption: str = "") -> str:
        """The four buckets as one table, a row for each kind of data and clause."""
        names = ("state", "category", "count", "clause", "status", "begins", "ends")
        rows = ledger_as_record(self.ledger, self.rules, self.day)["rows"]
        told = [{name: row[name] for name in names} for row in rows]
        return write_html(told, caption or f"{self.called}, {self.summary}, under {self.rules.title}")

    def _repr_html_(self) -> str:
        return self.to_html()

    def __repr__(self) -> str:
        return "\n".join(self.lines())
