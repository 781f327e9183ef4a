"""What the Terms screen shows, as rows."""

from collections.abc import Sequence

from simulator.report.meaning import meaning_as_record
from simulator.retention.meaning import Meaning
from simulator.terms.clause import Clause, Terms
from simulator.terms.diff import FateChange, UseChange
from simulator.tui.rooms.terms.clause_pairs import Pair
from simulator.tui.table import Cell, FactTable

_OF_A_CLAUSE = ("id", "effect", "status", "says", "quoted", "source", "url")


def tabulate_pairs(before: Terms, after: Terms, pairs: Sequence[Pair]) -> FactTable:
    """A row for each pair; a side without a clause is empty."""
    return FactTable(
        title=f"terms-{before.id}-{after.id}",
        columns=(
            "likeness",
            "fields",
            *(f"before_{name}" for name in _OF_A_CLAUSE),
            *(f"after_{name}" for name in _OF_A_CLAUSE),
        ),
        rows=[
            (pair.likeness.name.lower(), " ".join(pair.fields), *_cells(pair.before), *_cells(pair.after))
            for pair in pairs
        ],
    )


def _cells(clause: Clause | None) -> tuple[Cell, ...]:
    if clause is None:
        return (None,) * len(_OF_A_CLAUSE)
    source = clause.source
    effect = None if clause.effect is None else clause.effect.value
    return (clause.id, effect, clause.status.value, clause.says, source.quoted, source.title, source.url)


def tabulate_uses(changes: Sequence[UseChange]) -> FactTable:
    """The uses of ``rollcall terms diff --json``."""
    return FactTable(
        title="terms-uses",
        columns=("moment", "category", "purpose", "before", "after", "before_clauses", "after_clauses"),
        rows=[
            (
                *(change.moment, change.category.value, change.purpose.value),
                *(change.before.verdict.value, change.after.verdict.value),
                *(" ".join(decision.clauses) for decision in (change.before, change.after)),
            )
            for change in changes
        ],
    )


def tabulate_fates(changes: Sequence[FateChange]) -> FactTable:
    """What ``rollcall terms diff --json`` says of the time after a withdrawal."""
    return FactTable(
        title="terms-after-withdrawal",
        columns=("category", "before", "before_clause", "after", "after_clause"),
        rows=[
            (
                *(change.category.value, change.before.fate.value, change.before.clause),
                *(change.after.fate.value, change.after.clause),
            )
            for change in changes
        ],
    )


def tabulate_meanings(meanings: tuple[Meaning, Meaning], day: int) -> FactTable:
    """What ``rollcall terms diff --day`` says of what is held, in the same order."""
    return FactTable(
        title=f"terms-mean-day-{day}",
        columns=("side", "category", "lot", "clause", "begins", "ends", "count"),
        rows=[
            (side, *row.values())
            for side, meaning in zip(("before", "after"), meanings, strict=True)
            for row in meaning_as_record(meaning)
        ],
    )
