"""Two runs of the same story, and only what differs."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from simulator.api.played import Played
from simulator.api.table import Tabular, flatten
from simulator.domain.errors import RollcallError, ScenarioError
from simulator.journey.apart import Apart, set_apart
from simulator.journey.world import fold
from simulator.report.apart import Side, apart_as_record, tell_apart
from simulator.report.days import days_as_record, tell_days_apart
from simulator.report.held_differently import held_differently_as_record

_SAME_NAME = ("before", "after")


@dataclass(frozen=True, kw_only=True, repr=False)
class Difference(Tabular):
    """What differs between two runs at their end; as text it is lines, as rows what is held differently."""

    before: Played
    after: Played

    @cached_property
    def sides(self) -> tuple[Side, Side]:
        """Each run by its name, as it stands at the end."""
        runs = (self.before, self.after)
        names = tuple(run.called for run in runs)
        if names[0] == names[1]:
            names = _SAME_NAME
        one, other = (
            Side(name=name, world=fold(list(run.events)), terms=run.scenario.rules_on(self.day))
            for name, run in zip(names, runs, strict=True)
        )
        return one, other

    @property
    def day(self) -> int:
        """The last day of the story."""
        return self.before.scenario.story.last_day

    @cached_property
    def apart(self) -> Apart:
        """What only one of the two has."""
        one, other = self.sides
        return set_apart(one.world, other.world)

    def rows(self) -> list[dict[str, Any]]:
        """A row for each thing that is not held in the same way."""
        one, other = self.sides
        held = held_differently_as_record(one.ending(self.day), other.ending(self.day), self.apart.held)
        unknown = {"state": None, "clause": None, "since": None, "begins": None, "ends": None}
        return [
            flatten({**row, "before": row["before"] or unknown, "after": row["after"] or unknown})
            for row in held["artefacts"]
        ]

    def lines(self) -> Iterator[str]:
        """Numbers side by side, what only one of the two knows, what is held differently, and day by day."""
        yield from tell_apart(*self.sides, self.apart, self.day)
        yield from tell_days_apart(self.before.events, self.after.events, self.day)

    def as_record(self) -> dict[str, Any]:
        """The same as one object, everything by its id."""
        days = days_as_record(self.before.events, self.after.events, self.day)
        return {**apart_as_record(*self.sides, self.apart, self.day), "days": days}

    def __repr__(self) -> str:
        return "\n".join(self.lines())


def compare_runs(before: Played, after: Played) -> Difference:
    """What differs between two runs of one story.

    Raises:
        ScenarioError: they are not of the same person, story and days, so that nothing can be compared.
    """
    for run in (before, after):
        if not isinstance(run, Played):
            raise RollcallError(f"{run!r}: expected a run, as `play` or `fork` gives it")
    one, other = ((run.scenario.story.id, run.scenario.seed, run.scenario.story.person) for run in (before, after))
    if one != other:
        problem = f"{before.called} and {after.called} are different stories; compare a run with its fork"
        raise ScenarioError("diff", "", problem)
    return Difference(before=before, after=after)
