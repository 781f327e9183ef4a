"""What is held on a day, in four buckets: gone, going, kept, not said; each with the clause that decides."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from textwrap import fill
from typing import Any

from simulator.domain.categories import DataCategory
from simulator.domain.data_kinds import DATA_KINDS
from simulator.domain.holding import HoldingState
from simulator.report.spoken import WIDTH
from simulator.retention.ledger import Entry, Ledger
from simulator.retention.totals import band
from simulator.terms.clause import Terms, find_clause

BUCKETS = {
    HoldingState.DELETED: "Gone",
    HoldingState.SCHEDULED: "Going",
    HoldingState.ALIVE: "Kept",
    HoldingState.SILENT: "Not said",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """Why things are in a bucket: the deciding clause, the days of a promised deletion, and the faults in play.

    ``under`` are the terms that decided, where they are not those in force any more.
    """

    clause: str | None
    begins: int | None
    ends: int | None
    returned_by: str | None = None
    missed_by: str | None = None
    late: int | None = None
    under: str | None = None


Row = tuple[DataCategory, Ground]


def _decided_by(entry: Entry) -> str | None:
    return entry.holding.clause if entry.state is HoldingState.ALIVE and entry.clause is None else entry.clause


def _ground_of(entry: Entry, under: str | None) -> Ground:
    return Ground(
        clause=_decided_by(entry),
        begins=entry.begins,
        ends=entry.ends,
        returned_by=entry.returned_by,
        missed_by=entry.missed_by,
        late=entry.late,
        under=under,
    )


def count_rows(
    ledger: Ledger, state: HoldingState, under: Callable[[Entry], str | None] = lambda _: None
) -> Counter[Row]:
    """How many are in a state, by category and ground; ``under`` names the terms that decided of an entry."""
    return Counter(
        (entry.holding.category, _ground_of(entry, under(entry)))
        for entry in ledger.entries.values()
        if entry.state is state
    )


def _told(terms: Terms, ground: Ground, state: HoldingState) -> Iterator[str]:
    """The sentences after the colon: by which clause, until when, and what went wrong."""
    of_then = "" if ground.under is None else f" of {ground.under}"
    if ground.clause is not None:
        found = find_clause(terms, ground.clause)
        yield f"by {ground.clause}{of_then} ({found.status}). {found.says}"
    elif ground.returned_by is not None:
        yield "no clause speaks of what comes back."
    elif state is HoldingState.ALIVE:
        yield f"no clause{of_then} permits it or forbids it."
    else:
        yield f"no clause{of_then} says for how long."
    if state is HoldingState.SCHEDULED:
        end = "and no end is said" if ground.ends is None else f"and is to be done by day {ground.ends}"
        yield f"It begins on day {ground.begins}, {end}."
    if ground.missed_by is not None:
        late = "It never happens" if ground.late is None else f"It {_is(state)} {ground.late} days late"
        yield f"{late}, because of {ground.missed_by}."
    if ground.returned_by is not None:
        yield f"It had been deleted and came back because of {ground.returned_by}."


def _is(state: HoldingState) -> str:
    return "was" if state is HoldingState.DELETED else "is"


def tell_ledger(
    ledger: Ledger, terms: Terms, day: int, *, terms_on: Callable[[int], Terms] | None = None
) -> Iterator[str]:
    """The four buckets as lines that can be read aloud, then how far apart the kindest and harshest readings are.

    Args:
        ledger: as it stands on that day.
        terms: those in force, able to explain what came before them.
        day: the day of which is told.
        terms_on: those that were in force on a day, where they have changed; by default always the same.
    """
    former: dict[str, Terms] = {}

    def under(entry: Entry) -> str | None:
        then, clause = terms if terms_on is None else terms_on(entry.changed), _decided_by(entry)
        # What is deleted on a day was promised before, perhaps by terms that had changed by then.
        known = clause is None or any(each.id == clause for each in then.clauses)
        if then.id == terms.id or not known:
            return None
        former[then.id] = then
        return then.id

    for state, bucket in BUCKETS.items():
        rows = count_rows(ledger, state, under)
        yield ""
        yield f"{bucket}: {rows.total() or 'nothing'}."
        grounds: dict[Ground, list[str]] = {}
        order = list(DataCategory)
        for (category, ground), number in sorted(rows.items(), key=lambda row: order.index(row[0][0])):
            grounds.setdefault(ground, []).append(f"{DATA_KINDS[category].name} {number}")
        for ground, things in grounds.items():
            sentence = f"{', '.join(things)}: {' '.join(_told(former.get(ground.under or '', terms), ground, state))}"
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
                "clause": ground.clause,
                "status": find_clause(terms, ground.clause).status.value if ground.clause else "silent",
                "begins": ground.begins,
                "ends": ground.ends,
                "returned_by": ground.returned_by,
                "missed_by": ground.missed_by,
                "late": ground.late,
            }
            for state in BUCKETS
            for (category, ground), number in count_rows(ledger, state).items()
        ],
        "band": {category.value: {"kindest": low, "harshest": high} for category, (low, high) in bands.items()},
    }
