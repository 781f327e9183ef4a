"""Counts the people of a plan, keeps every finished batch, and goes on where it was stopped."""

from collections.abc import Callable
from contextlib import ExitStack, closing
from functools import reduce
from operator import add
from pathlib import Path

from sqlite_utils.db import Database

from simulator.catalog.plans import load_plan
from simulator.domain.errors import ScenarioError
from simulator.experiment.plan import Plan, fingerprint
from simulator.experiment.run import BATCH, Mapper, run
from simulator.experiment.tally import Tally
from simulator.report.exports.parquet import writing_rows
from simulator.store.experiments import ExperimentRun, batches, begin_experiment, keep_batch, stop_experiment


class CountingStopped(KeyboardInterrupt):
    """Ctrl-C ended a count; what was counted is kept, and the same call goes on from there."""

    def __init__(self, counted: int, people: int) -> None:
        super().__init__(f"stopped; {counted:,} of {people:,} people are kept, run it again to go on")


def count_all(
    plan: Plan,
    database: Database,
    *,
    mapper: Mapper,
    size: int = BATCH,
    per_person: Path | None = None,
    watch: Callable[[Tally], object] | None = None,
) -> tuple[ExperimentRun, Tally]:
    """Count everybody; what was counted before a Ctrl-C is not counted again, unless rows are to be written.

    Args:
        plan: whom, and in which worlds.
        database: where finished batches are kept.
        mapper: who counts.
        size: people in a batch.
        per_person: a Parquet file for the rows.
        watch: is told what is counted so far, after every batch.

    Raises:
        CountingStopped: somebody pressed Ctrl-C; finished batches are kept.
    """
    kept = begin_experiment(
        database, key=fingerprint(plan), experiment=plan.experiment.id, people=plan.people, seed=plan.seed
    )
    before = {} if per_person else batches(database, kept)
    tally = reduce(add, before.values()) if before else None
    done = run(plan, mapper=mapper, size=size, done=tuple(before), per_person=per_person is not None)
    try:
        with ExitStack() as stack:
            writer = stack.enter_context(writing_rows(per_person)) if per_person else None
            stack.enter_context(closing(done))
            for batch in done:
                keep_batch(database, kept, batch)
                if writer is not None:
                    writer.write(batch)
                tally = batch.tally if tally is None else tally + batch.tally
                if watch is not None:
                    watch(tally)
    except KeyboardInterrupt:
        stop_experiment(database, kept)
        raise CountingStopped(tally.people if tally else 0, plan.people) from None
    assert tally is not None, "a plan has people"
    return kept, tally


def find_plan(counted: ExperimentRun) -> Plan | None:
    """What a result was counted of, as long as its name still stands for just that; None if anything has changed."""
    try:
        plan = load_plan(counted.experiment, people=counted.people, seed=counted.seed)
    except ScenarioError:
        return None
    return plan if fingerprint(plan) == counted.key else None
