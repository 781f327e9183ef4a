"""What is held when: a lane for each kind of data or each thing, a cell for each day, past and foreseen."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from simulator.domain.categories import DataCategory
from simulator.domain.data_kinds import DATA_KINDS
from simulator.domain.events import DeletionMissed, Event, HoldingCreated, HoldingKept, HoldingScheduled
from simulator.domain.holding import HoldingState
from simulator.domain.reading import Reading
from simulator.retention.ends import Ends
from simulator.retention.ledger import Ledger
from simulator.tui.held.in_force import InForce

# What can be seen in a cell; where equally many are in two states, the first is.
SEEN = (HoldingState.ALIVE, HoldingState.SCHEDULED, HoldingState.SILENT)
_PLACE = {state: place for place, state in enumerate(SEEN)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """One row.

    Attributes:
        item: the thing, or None: the lane is of a whole kind.
        held: for each day from 0 on, how many are held under the reading for which the lane is drawn.
        cells: for each day, in which state most of those are; None: nothing is held.
    """

    label: str
    category: DataCategory
    item: str | None
    held: tuple[int, ...]
    cells: tuple[HoldingState | None, ...]


def _states(events: Iterable[Event]) -> dict[str, list[tuple[int, HoldingState]]]:
    """For each thing, the states in which it is held and the days on which each began."""
    found: dict[str, list[tuple[int, HoldingState]]] = {}
    for event in events:
        match event:
            case HoldingCreated(day=day, holding=holding):
                found[holding.id] = [(day, HoldingState.ALIVE)]
            case HoldingScheduled(day=day, item=item) | DeletionMissed(day=day, item=item):
                found[item].append((day, HoldingState.SCHEDULED))
            case HoldingKept(day=day, item=item, clause=clause):
                found[item].append((day, HoldingState.SILENT if clause is None else HoldingState.ALIVE))
            case _:
                pass
    return found


def draw_lanes(
    events: Iterable[Event],
    ledger: Ledger,
    rules: InForce,
    *,
    reading: Reading,
    last_day: int,
    category: DataCategory | None = None,
) -> Sequence[Lane]:
    """A lane for each kind that was ever held; with a category, one for each thing of that kind.

    INVARIANT: on every day from that of the last event on, a kind's lane holds as many as `totals.band` says.

    Args:
        events: what has happened up to the playhead.
        ledger: their fold.
        rules: the terms in force at the playhead.
        reading: how promises and silences are read, of the past as of the future.
        last_day: the last day that has a cell.
        category: the kind whose things are wanted one by one.
    """
    ends = Ends(ledger, rules.terms, reading)
    changes: dict[str, list[list[int]]] = {}
    for item, states in _states(events).items():
        kind = ledger.entries[item].holding.category
        if category not in {None, kind}:
            continue
        name = kind.value if category is None else item
        if name not in changes:
            changes[name] = [[0] * (last_day + 2) for _ in SEEN]
        gone = ends.first_day_without(item)
        end = last_day + 1 if gone is None else min(gone, last_day + 1)
        for (since, state), (until, _) in zip(states, (*states[1:], (end, None)), strict=True):
            if since < min(until, end):
                changes[name][_PLACE[state]][since] += 1
                changes[name][_PLACE[state]][min(until, end)] -= 1
    order = [each.value for each in DataCategory if each in changes] if category is None else list(changes)
    return [_lane(name, changes[name], last_day, category) for name in order]


def _lane(name: str, changes: Sequence[Sequence[int]], last_day: int, category: DataCategory | None) -> Lane:
    counts = [0] * len(SEEN)
    cells: list[HoldingState | None] = []
    held: list[int] = []
    for day in range(last_day + 1):
        counts = [count + change[day] for count, change in zip(counts, changes, strict=True)]
        most = max(counts)
        cells.append(SEEN[counts.index(most)] if most else None)
        held.append(sum(counts))
    return Lane(
        label=DATA_KINDS[DataCategory(name)].name if category is None else name,
        category=DataCategory(name) if category is None else category,
        item=None if category is None else name,
        held=tuple(held),
        cells=tuple(cells),
    )
