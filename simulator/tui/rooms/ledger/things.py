"""The list of what is held, thing by thing."""

from collections.abc import Sequence

from simulator.domain.data_kinds import DATA_KINDS
from simulator.tui.held.fates import FATES, KNOWN
from simulator.tui.held.holdings import Thing, tell_clock
from simulator.tui.held.in_force import InForce
from simulator.tui.parts.columns import Cell, Column, Columns

_COLUMNS = (
    Column(title="fate", width=10),
    Column(title="thing", width=26, grows=True),
    Column(title="what it is", width=24, rank=5),
    Column(title="holder", width=8, rank=6),
    Column(title="since", width=5, rank=1, right=True),
    Column(title="gone on", width=8, rank=1, right=True),
    Column(title="clock", width=23, rank=4),
    Column(title="clause", width=23, rank=2),
    Column(title="st", width=3, rank=2),
)


class Things(Columns):
    """One line each; what a column says of a line is worked out when the line is in sight."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(_COLUMNS, id=id)
        self.things: Sequence[Thing] = ()

    @property
    def picked(self) -> Thing | None:
        """The thing under the cursor."""
        return self.things[self.cursor] if self.cursor < len(self.things) else None

    def bring_things(self, things: Sequence[Thing], rules: InForce) -> None:
        """Show these; the cursor stays on the thing it was on, if that is still there."""
        before = self.picked
        self.things = things
        kept = None if before is None else next((i for i, thing in enumerate(things) if thing.id == before.id), None)
        self.bring(len(things), lambda index: _cells(things[index], rules), kept)
        self.point(self.cursor)


def _cells(thing: Thing, rules: InForce) -> tuple[Cell, ...]:
    sign, known = FATES[thing.state], KNOWN[thing.status]
    holding = thing.entry.holding
    return (
        (str(sign), sign.color),
        (thing.id, ""),
        (DATA_KINDS[thing.category].name, "quiet"),
        (holding.holder.value, "quiet"),
        (str(holding.since), ""),
        (thing.until, ""),
        (tell_clock(thing, rules), "quiet"),
        ("not said" if thing.clause is None else thing.clause.id, "silent" if thing.clause is None else ""),
        (f"({known.mark})", known.color),
    )
