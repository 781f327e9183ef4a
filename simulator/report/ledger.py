"""What is held on a day, in four buckets: gone, going, kept, not said; each with the clause that decides."""

from collections import Counter
from collections.abc import Iterator
from textwrap import fill
from typing import Any

from simulator.domain.categories import DataCategory
from simulator.domain.holding import HoldingState
from simulator.report.spoken import WIDTH
from simulator.report.words import NAMES
from simulator.retention.ledger import Entry, Ledger
from simulator.retention.totals import band
from simulator.terms.clause import Terms, find_clause

BUCKETS = {
    HoldingState.DELETED: "Gone",
    HoldingState.SCHEDULED: "Going",
    HoldingState.ALIVE: "Kept",
    HoldingState.SILENT: "Not said",
}

Row = tuple[DataCategory, str | None, int | None, int | None]


def _decided_by(entry: Entry) -> str | None:
    return entry.holding.clause if entry.state is HoldingState.ALIVE and entry.clause is None else entry.clause


def count_rows(ledger: Ledger, state: HoldingState) -> Counter[Row]:
    """How many are in a state, by category, deciding clause, and the begin and end of a promised deletion."""
    return Counter(
        (entry.holding.category, _decided_by(entry), entry.begins, entry.ends)
        for entry in ledger.entries.values()
        if entry.state is state
    )


def _ground(terms: Terms, clause: str | None, state: HoldingState) -> str:
    if clause is not None:
        found = find_clause(terms, clause)
        return f"by {clause} ({found.status}). {found.says}"
    if state is HoldingState.ALIVE:
        return "no clause permits it or forbids it."
    return "no clause says for how long."


def tell_ledger(ledger: Ledger, terms: Terms, day: int) -> Iterator[str]:
    """The four buckets as lines that can be read aloud, then how far apart the kindest and harshest readings are."""
    for state, bucket in BUCKETS.items():
        rows = count_rows(ledger, state)
        yield ""
        yield f"{bucket}: {rows.total() or 'nothing'}."
        grounds: dict[tuple[str | None, int | None, int | None], list[str]] = {}
        order = list(DataCategory)
        for (category, clause, begins, ends), number in sorted(rows.items(), key=lambda row: order.index(row[0][0])):
            grounds.setdefault((clause, begins, ends), []).append(f"{NAMES[category]} {number}")
        for (clause, begins, ends), things in grounds.items():
            sentence = f"{', '.join(things)}: {_ground(terms, clause, state)}"
            if state is HoldingState.SCHEDULED:
                end = "and no end is said" if ends is None else f"and is to be done by day {ends}"
                sentence = f"{sentence} It begins on day {begins}, {end}."
            yield fill(sentence, WIDTH, initial_indent="  ", subsequent_indent="    ")
    yield ""
    kindest, harshest = (sum(pair[side] for pair in band(ledger, day, terms).values()) for side in (0, 1))
    created = len(ledger.entries)
    yield fill(
        f"Of {created} things that were ever held, {kindest} are still held on day {day} if every promise and every "
        f"silence is read most kindly, {harshest} if most harshly.",
        WIDTH,
    )


def ledger_as_record(ledger: Ledger, terms: Terms, day: int) -> dict[str, Any]:
    """The same as one JSON object."""
    bands = band(ledger, day, terms)
    return {
        "day": day,
        "terms": terms.id,
        "rows": [
            {
                "state": state.value,
                "category": category.value,
                "count": number,
                "clause": clause,
                "status": find_clause(terms, clause).status.value if clause else "silent",
                "begins": begins,
                "ends": ends,
            }
            for state in BUCKETS
            for (category, clause, begins, ends), number in count_rows(ledger, state).items()
        ],
        "band": {category.value: {"kindest": low, "harshest": high} for category, (low, high) in bands.items()},
    }
