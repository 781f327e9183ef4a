"""Counts the people of a plan, keeps every finished batch where somebody asks for it, and goes on where it stopped."""

from collections.abc import Callable
from contextlib import ExitStack, closing
from functools import reduce
from operator import add
from pathlib import Path
from typing import Any

from sqlite_utils.db import Database

from simulator.api.experiment.counted import CountedExperiment
from simulator.api.experiment.what_if import ask_what_if
from simulator.api.recorded import open_runs
from simulator.catalog.plans import load_plan
from simulator.domain.errors import ScenarioError
from simulator.experiment.plan import Plan, fingerprint
from simulator.experiment.results import Results
from simulator.experiment.run import BATCH, BatchDone, Mapper, run
from simulator.experiment.tally import Tally
from simulator.report.exports.parquet import writing_rows
from simulator.store.database import open_database
from simulator.store.experiments import (
    ExperimentRun,
    batches,
    begin_experiment,
    find_results,
    finish_experiment,
    keep_batch,
    stop_experiment,
)


class CountingStopped(KeyboardInterrupt):
    """Ctrl-C ended a count; what was counted is kept, and the same call goes on from there."""

    def __init__(self, counted: int, people: int) -> None:
        super().__init__(f"stopped; {counted:,} of {people:,} people are kept, run it again to go on")


class _Keeper:
    """Keeps one count in a database, or, without one, nowhere."""

    def __init__(self, database: Database | None, plan: Plan) -> None:
        self._database = database
        self._run: ExperimentRun | None = None
        if database is not None:
            self._run = begin_experiment(
                database, key=fingerprint(plan), experiment=plan.experiment.id, people=plan.people, seed=plan.seed
            )

    def batches(self) -> dict[Any, Tally]:
        """What was counted before."""
        return {} if self._database is None or self._run is None else dict(batches(self._database, self._run))

    def keep(self, batch: BatchDone) -> None:
        if self._database is not None and self._run is not None:
            keep_batch(self._database, self._run, batch)

    def finish(self, counted: CountedExperiment) -> None:
        if self._database is not None and self._run is not None:
            finish_experiment(self._database, self._run, counted.tally, counted.results)

    def stop(self) -> bool:
        """Whether anything is kept to go on from."""
        if self._database is not None and self._run is not None:
            stop_experiment(self._database, self._run)
        return self._run is not None


def count_experiment(
    plan: Plan,
    *,
    db: Path | None,
    mapper: Mapper = map,
    size: int = BATCH,
    per_person: Path | None = None,
    watch: Callable[[CountedExperiment], object] | None = None,
    replays: int = 0,
    fragility: bool = False,
) -> CountedExperiment:
    """Count everybody; what was counted before a Ctrl-C is not counted again, unless rows are to be written.

    Args:
        plan: whom, and in which worlds.
        db: the database where finished batches and the result are kept; None: nowhere.
        mapper: who counts.
        size: people in a batch.
        per_person: a Parquet file for the rows.
        watch: is told what is counted so far, after every batch.
        replays: how often the field test is repeated afterwards; 0: it is not.
        fragility: whether it is then asked on what the conclusion stands.

    Raises:
        CountingStopped: somebody pressed Ctrl-C; finished batches are kept.
        StoreError: the database cannot be used.
    """
    with ExitStack() as stack:
        database = None if db is None else stack.enter_context(open_database(db))
        keeper = _Keeper(database, plan)
        counted = _count(plan, keeper, mapper=mapper, size=size, per_person=per_person, watch=watch)
        keeper.finish(counted)
        if replays or fragility:
            asked = ask_what_if(plan, counted.results, replays=replays, fragility=fragility)
            counted = CountedExperiment(plan=plan, tally=counted.tally, asked=asked)
            keeper.finish(counted)
        return counted


def _count(
    plan: Plan,
    keeper: _Keeper,
    *,
    mapper: Mapper,
    size: int,
    per_person: Path | None,
    watch: Callable[[CountedExperiment], object] | None,
) -> CountedExperiment:
    before = {} if per_person else keeper.batches()
    tally = reduce(add, before.values()) if before else None
    done = run(plan, mapper=mapper, size=size, done=tuple(before), per_person=per_person is not None)
    try:
        with ExitStack() as stack:
            writer = stack.enter_context(writing_rows(per_person)) if per_person else None
            stack.enter_context(closing(done))
            for batch in done:
                keeper.keep(batch)
                if writer is not None:
                    writer.write(batch)
                tally = batch.tally if tally is None else tally + batch.tally
                if watch is not None:
                    watch(CountedExperiment(plan=plan, tally=tally))
    except KeyboardInterrupt:
        if keeper.stop():
            raise CountingStopped(tally.people if tally else 0, plan.people) from None
        raise
    assert tally is not None, "a plan has people"
    return CountedExperiment(plan=plan, tally=tally)


def recall_results(number: int, db: Path | None) -> Results:
    """What an experiment of before came to. Raises `StoreError`: there is none of that number, or it is damaged."""
    with open_runs(db) as database:
        _, results = find_results(database, number)
    return results


def find_plan(counted: ExperimentRun) -> Plan | None:
    """What a result was counted of, as long as its name still stands for just that; None if anything has changed."""
    try:
        plan = load_plan(counted.experiment, people=counted.people, seed=counted.seed)
    except ScenarioError:
        return None
    return plan if fingerprint(plan) == counted.key else None
