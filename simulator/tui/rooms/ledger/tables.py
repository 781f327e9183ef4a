"""What the Ledger screen shows, as rows."""

from collections.abc import Mapping, Sequence

from simulator.domain.categories import DataCategory
from simulator.domain.reading import Reading
from simulator.retention.clocks import clock_of
from simulator.tui.held.holdings import Thing
from simulator.tui.held.in_force import InForce
from simulator.tui.rooms.ledger.lanes import Lane
from simulator.tui.rooms.ledger.preview import Buckets
from simulator.tui.table import Cell, Table


def tabulate_things(things: Sequence[Thing], rules: InForce, day: int) -> Table:
    """The columns are those of ``rollcall held --items --json``."""
    return Table(
        title=f"held-day-{day}",
        columns=(
            *("id", "category", "holder", "since", "state", "changed", "begins", "ends"),
            *("clause", "status", "clock", "clock_runs", "gone_kindest", "gone_harshest"),
        ),
        rows=[_row(thing, rules) for thing in things],
    )


def _row(thing: Thing, rules: InForce) -> tuple[Cell, ...]:
    entry, holding = thing.entry, thing.entry.holding
    clock = rules.ask(lambda terms: clock_of(terms, entry))
    return (
        *(holding.id, holding.category.value, holding.holder.value, holding.since),
        *(entry.state.value, entry.changed, entry.begins, entry.ends, entry.clause, thing.status.value),
        *((None, None) if clock is None else (clock.clock.value, clock.runs)),
        *thing.gone,
    )


def tabulate_lanes(lanes: Mapping[Reading, Sequence[Lane]]) -> Table:
    """One row for each lane, reading and day on which something of it is held."""
    return Table(
        title="held-when",
        columns=("reading", "category", "id", "day", "held", "state"),
        rows=[
            (reading.value, lane.category.value, lane.item, day, held, None if state is None else state.value)
            for reading, drawn in lanes.items()
            for lane in drawn
            for day, (held, state) in enumerate(zip(lane.held, lane.cells, strict=True))
            if held
        ],
    )


def tabulate_people(everybody: int, by_category: Mapping[DataCategory, int], day: int) -> Table:
    """The counts of ``rollcall held --json``; nobody of them was asked."""
    rows: list[tuple[Cell, ...]] = [("all", everybody, 0)]
    rows += [(category.value, number, 0) for category, number in by_category.items()]
    return Table(title=f"bystanders-day-{day}", columns=("behind", "people", "asked"), rows=rows)


def tabulate_buckets(buckets: Buckets, day: int) -> Table:
    """One row for each bucket, ground and kind; the sums are those of ``rollcall held --preview --json``."""
    return Table(
        title=f"if-withdrawn-day-{day}",
        columns=("bucket", "clause", "status", "category", "count"),
        rows=[
            (
                name,
                None if reason.clause is None else reason.clause.id,
                "silent" if reason.clause is None else reason.clause.status.value,
                category.value,
                number,
            )
            for name, reasons in (("goes", buckets.goes), ("stays", buckets.stays), ("not_said", buckets.not_said))
            for reason in reasons
            for category, number in reason.kinds.items()
        ],
    )
