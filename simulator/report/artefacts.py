"""The ledger thing by thing: state, holder, clock, clause, lineage; read aloud and as JSON."""

from collections.abc import Iterator
from typing import Any

from simulator.domain.categories import DataCategory
from simulator.domain.data_kinds import DATA_KINDS
from simulator.domain.holding import HoldingState
from simulator.domain.log import to_json
from simulator.domain.reading import Reading
from simulator.report.exports.periods import STARTS
from simulator.report.lines import paragraph
from simulator.retention.clocks import clock_of
from simulator.retention.ends import Ends
from simulator.retention.ledger import Entry, Ledger
from simulator.terms.clause import Terms, find_clause

_NAMED = 3


def _chosen(ledger: Ledger, category: DataCategory | None) -> list[Entry]:
    return [entry for entry in ledger.entries.values() if category in {None, entry.holding.category}]


def tell_artefacts(ledger: Ledger, terms: Terms, category: DataCategory | None) -> Iterator[str]:
    """A paragraph for each thing that was ever held, oldest first; of one category or of all."""
    chosen = _chosen(ledger, category)
    if not chosen:
        yield "Nothing of that kind was ever held."
    for entry in chosen:
        holding = entry.holding
        yield paragraph(
            f"{holding.id}: {DATA_KINDS[holding.category].in_words}. "
            f"Holder: the {holding.holder}, since day {holding.since}. "
            f"State: {_state(entry)}. Clause: {_clause(terms, entry)}. Clock: {_clock(terms, entry)}. "
            f"Lineage: {_lineage(entry)}.{_faults(entry)}"
        )


def _state(entry: Entry) -> str:
    match entry.state:
        case HoldingState.DELETED:
            return f"deleted on day {entry.changed}"
        case HoldingState.SCHEDULED:
            end = "no end said" if entry.ends is None else f"to be done by day {entry.ends}"
            return f"scheduled to go from day {entry.begins} on, {end}"
        case HoldingState.SILENT:
            return f"silent since day {entry.changed}"
        case HoldingState.ALIVE:
            return "alive"


def _clause(terms: Terms, entry: Entry) -> str:
    if entry.clause is None:
        return "none, the terms do not say"
    return f"{entry.clause} ({find_clause(terms, entry.clause).status})"


def _clock(terms: Terms, entry: Entry) -> str:
    clock = clock_of(terms, entry)
    if clock is None:
        return "none"
    gone = entry.state is HoldingState.DELETED
    return (
        f"{STARTS[clock.clock]}, {'run out' if gone else 'running' if clock.runs else 'not started'} ({clock.clause})"
    )


def _lineage(entry: Entry) -> str:
    holding = entry.holding
    if holding.parents:
        return f"made from {_listed(holding.parents)}"
    return f"from the phone, photo {_listed(holding.photos)}" if holding.photos else "about the account, from no photo"


def _listed(items: tuple[str, ...]) -> str:
    rest = len(items) - _NAMED
    return ", ".join(items[:_NAMED]) + (f" and {rest} more" if rest > 0 else "")


def _faults(entry: Entry) -> str:
    told = "" if entry.returned_by is None else f" Came back because of {entry.returned_by}."
    if entry.missed_by is None:
        return told
    late = "never happens" if entry.late is None else f"is {entry.late} days late"
    return f"{told} Its deletion {late} because of {entry.missed_by}."


def artefacts_as_record(ledger: Ledger, terms: Terms, category: DataCategory | None) -> list[dict[str, Any]]:
    """The same as one array."""
    kindest, harshest = (Ends(ledger, terms, reading) for reading in Reading)
    return [
        {
            "id": entry.holding.id,
            "category": entry.holding.category.value,
            "holder": entry.holding.holder.value,
            "since": entry.holding.since,
            "state": entry.state.value,
            "changed": entry.changed,
            "begins": entry.begins,
            "ends": entry.ends,
            "clause": entry.clause,
            "status": "silent" if entry.clause is None else find_clause(terms, entry.clause).status.value,
            "permitted_by": entry.holding.clause,
            "clock": to_json(clock_of(terms, entry)),
            "gone": {
                "kindest": kindest.first_day_without(entry.holding.id),
                "harshest": harshest.first_day_without(entry.holding.id),
            },
            "parents": list(entry.holding.parents),
            "photos": list(entry.holding.photos),
            "returned_by": entry.returned_by,
            "missed_by": entry.missed_by,
            "late": entry.late,
        }
        for entry in _chosen(ledger, category)
    ]
