"""An experiment that was counted: arms, contrasts, and any of its people, opened as a story."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from simulator.api.given import MOST_ROW, read_path, read_whole
from simulator.api.performance import play_scenario
from simulator.api.run import Run
from simulator.api.table import Table, Tabular
from simulator.domain.errors import RollcallError
from simulator.experiment.conclude import conclude
from simulator.experiment.plan import Plan
from simulator.experiment.record import results_as_record
from simulator.experiment.results import Contrast, Results
from simulator.experiment.rows.story import find_world, open_row
from simulator.experiment.tally import Tally
from simulator.journey.scenario import Scenario
from simulator.population.looks import name_of
from simulator.report.experiment import tell_results
from simulator.report.what_if import tell_what_if

_ESTIMATE = ("value", "low", "high", "p")


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class CountedContrast(Tabular):
    """One arm against the first, a row a metric: the same people in both worlds, and as a field test would see it."""

    contrast: Contrast

    def rows(self) -> list[dict[str, Any]]:
        """``value``, ``low``, ``high`` and ``p`` are paired; ``field.*`` are of different people in each arm."""
        return [
            {
                "metric": metric.value,
                "says": gap.says,
                **{name: getattr(gap.paired, name) for name in _ESTIMATE},
                **{f"field.{name}": getattr(gap.field, name) for name in _ESTIMATE},
            }
            for metric, gap in self.contrast.gaps.items()
        ]


@dataclass(frozen=True, slots=True, kw_only=True)
class OnePerson:
    """One row of an experiment: the same life in each of its worlds."""

    plan: Plan
    row: int

    @property
    def name(self) -> str:
        """The first name."""
        return name_of(self.plan.seed, self.row)

    def scenario(self, arm: str | None = None) -> Scenario:
        """What this person lives through in an arm, by default the first. Raises `RollcallError`: no such arm."""
        return open_row(self.plan, self.row, find_world(self.plan, arm))

    def play(self, arm: str | None = None, *, record: Path | str | None = None) -> Run:
        """The same as a story that is played: the same answer, the same days, the same photos.

        Args:
            arm: one of the experiment's, by default the first.
            record: a database to record it in; by default it is recorded nowhere.

        Raises:
            RollcallError: the experiment has no such arm.
        """
        return Run.of(play_scenario(self.scenario(arm), db=read_path("record", record)))


@dataclass(frozen=True, kw_only=True, repr=False)
class CountedExperiment(Tabular):
    """What came of an experiment; as text it is the whole report, as rows the arms.

    Attributes:
        plan: whom, and in which worlds.
        tally: what was counted.
        asked: the results with what was asked beyond the tally; None: nothing was.
    """

    plan: Plan
    tally: Tally
    asked: Results | None = None

    @cached_property
    def results(self) -> Results:
        """Arms, contrasts and the field test, as values."""
        return self.asked or conclude(self.plan, self.tally)

    def rows(self) -> list[dict[str, Any]]:
        """A row for each arm: the mean of each metric, as a share or a number a person."""
        return [
            {"arm": arm.id, "title": arm.title, **{metric.value: mean.value for metric, mean in arm.means.items()}}
            for arm in self.results.arms
        ]

    def contrast(self, arm: str) -> CountedContrast:
        """An arm against the first. Raises `RollcallError`: it is the first, or the experiment has no such arm."""
        for contrast in self.results.contrasts:
            if contrast.arm == arm:
                return CountedContrast(contrast=contrast)
        known = ", ".join(contrast.arm for contrast in self.results.contrasts)
        raise RollcallError(f"arm {arm!r}: compared with the first are {known or 'none'}")

    @property
    def flipped(self) -> Table:
        """The first of the people who end otherwise in another arm, by name, with the step at which the two part."""
        return Table(
            [
                {
                    "arm": contrast.arm,
                    "person": one.person,
                    "name": one.name,
                    "from": one.before.name.lower(),
                    "to": one.after.name.lower(),
                    "cause": one.cause.name.lower(),
                }
                for contrast in self.results.contrasts
                for one in contrast.flipped.named
            ]
        )

    def person(self, row: int) -> OnePerson:
        """One row of the population; it need not be among those who were counted.

        Raises:
            RollcallError: the number is below 0 or no whole number.
        """
        return OnePerson(plan=self.plan, row=read_whole("person", row, 0, MOST_ROW))

    def lines(self) -> Iterator[str]:
        """The whole report, read aloud."""
        yield from tell_results(self.results)
        yield from tell_what_if(self.results)

    def as_record(self) -> dict[str, Any]:
        """The object that `rollcall experiment --json` prints."""
        return results_as_record(self.results)

    def __str__(self) -> str:
        return "\n".join(self.lines())

    def __repr__(self) -> str:
        experiment, arms = self.plan.experiment, ", ".join(arm.id for arm in self.results.arms)
        return (
            f'{experiment.id}: "{experiment.title}"\n'
            f"{self.results.people:,} people, {experiment.days} days, seed {self.plan.seed}\n"
            f"arms {arms}; print() tells the whole report"
        )
