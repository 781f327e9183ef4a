"""What a withdrawal would do, or has done: goes, stays, not said, each with its ground; read aloud and as JSON."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from simulator.domain.categories import DataCategory, Fact, Purpose
from simulator.domain.data_kinds import DATA_KINDS
from simulator.journey.world import World
from simulator.report.lines import paragraph
from simulator.retention.schedule import Ground, preview
from simulator.terms.clause import Terms, find_clause
from simulator.terms.decide import Request, documented_silences

_BUCKETS = {"goes": "Goes", "stays": "Stays", "not_said": "Not said"}


def tell_erasure(world: World, terms: Terms, day: int) -> Iterator[str]:
    """The three buckets, each with the clauses that are its grounds."""
    now = preview(world.ledger, terms)
    if world.withdrawal_received:
        yield f"On day {day} the withdrawal has reached the company:"
    else:
        yield f"If the withdrawal reached the company on day {day}:"
    for name, bucket in _BUCKETS.items():
        grounds: Sequence[Ground] = getattr(now, name)
        yield ""
        yield f"{bucket}: {len(grounds) or 'nothing'}."
        for clause, counted in _grouped(grounds).items():
            order = [category for category in DataCategory if category in counted]
            things = ", ".join(f"{DATA_KINDS[category].name} {counted[category]}" for category in order)
            yield paragraph(f"{things}: {_ground(terms, clause, order)}", indent=2)


def _grouped(grounds: Sequence[Ground]) -> dict[str | None, Counter[DataCategory]]:
    found: dict[str | None, Counter[DataCategory]] = {}
    for ground in grounds:
        found.setdefault(ground.clause, Counter())[ground.category] += 1
    return found


def _ground(terms: Terms, clause: str | None, categories: Sequence[DataCategory]) -> str:
    if clause is not None:
        found = find_clause(terms, clause)
        return f"by {clause} ({found.status}). {found.says}"
    searched = dict.fromkeys(silence for category in categories for silence in _searched(terms, category))
    if not searched:
        return "no clause says, and no search for one is recorded."
    return f"no clause says. Searched for, and not found: {', '.join(searched)}."


def _searched(terms: Terms, category: DataCategory) -> Iterator[str]:
    request = Request(category=category, purpose=Purpose.STORE, facts=frozenset({Fact.WITHDRAWN}))
    return (clause.id for clause in documented_silences(terms, request))


def erasure_as_record(world: World, terms: Terms, day: int) -> dict[str, Any]:
    """The same as one object; for what is not said, ``searched`` names the clauses that record the search."""
    now = preview(world.ledger, terms)
    return {
        "day": day,
        "terms": terms.id,
        "withdrawal_received": world.withdrawal_received,
        **{name: [_as_record(terms, ground) for ground in getattr(now, name)] for name in _BUCKETS},
    }


def _as_record(terms: Terms, ground: Ground) -> dict[str, Any]:
    status = "silent" if ground.clause is None else find_clause(terms, ground.clause).status.value
    record = {"id": ground.item, "category": ground.category.value, "clause": ground.clause, "status": status}
    if ground.clause is None:
        return {**record, "searched": list(_searched(terms, ground.category))}
    return record
