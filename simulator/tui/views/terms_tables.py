"""What the Terms screen shows, as rows."""

from collections.abc import Sequence

from simulator.terms.clause import Clause, Terms
from simulator.tui.table import Cell, Table
from simulator.tui.views.clause_pairs import Pair

_OF_A_CLAUSE = ("id", "effect", "status", "says", "quoted", "source", "url")


def tabulate_pairs(before: Terms, after: Terms, pairs: Sequence[Pair]) -> Table:
    """A row for each pair; a side without a clause is empty."""
    return Table(
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
