"""`rollcall experiment`: the same people in several worlds, counted, compared, and opened by name."""

import json
import sys
from collections.abc import Iterator
from contextlib import closing
from functools import reduce
from operator import add
from pathlib import Path

import click

from simulator.catalog.plans import load_plan
from simulator.cli.experiment.cluster import cluster
from simulator.cli.experiment.pool import pool
from simulator.cli.options import db_option, json_option
from simulator.experiment.plan import Plan, fingerprint
from simulator.experiment.results import conclude
from simulator.experiment.run import BATCH, BatchDone, Mapper, run
from simulator.experiment.tally import Tally
from simulator.experiment.who import name_of
from simulator.report.experiment import tell_results
from simulator.report.experiment_record import results_as_record
from simulator.store.database import default_path, open_database
from simulator.store.experiments import (
    batches,
    begin_experiment,
    finish_experiment,
    keep_batch,
    stop_experiment,
)

_INTERRUPTED = 130  # what a shell reports for a process that Ctrl-C ended


def _mapper(workers: int, address: str | None) -> Mapper:
    if address is not None:
        return cluster(address)
    return map if workers == 1 else pool(workers)


def _size(people: int, workers: int) -> int:
    """People in a batch: few enough that every worker has some."""
    return max(1, min(BATCH, -(-people // workers)))


def _show_progress(done: Iterator[BatchDone], counted: int, people: int) -> Iterator[BatchDone]:
    if not sys.stderr.isatty():
        yield from done
        return
    with click.progressbar(length=people, label="people", file=sys.stderr) as bar:
        bar.update(counted)
        for batch in done:
            bar.update(batch.batch.people)
            yield batch


@click.command("experiment")
@click.argument("experiment")
@click.option("--people", type=int, help="How many take part; by default the experiment's own number.")
@click.option("--seed", type=click.IntRange(0, 2**63 - 1), help="The world; by default the experiment's own.")
@click.option("--workers", type=click.IntRange(1, 256), default=1, help="Processes of this machine that count.")
@click.option("--cluster", "address", metavar="ADDRESS", help="A Dask scheduler that counts, such as tcp://host:8786.")
@click.option(
    "--per-person",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write every person's row in every arm to this Parquet file.",
)
@db_option
@json_option
def command(
    experiment: str,
    *,
    people: int | None,
    seed: int | None,
    workers: int,
    address: str | None,
    per_person: Path | None,
    db: Path | None,
    as_json: bool,
) -> None:
    """Run EXPERIMENT (an id, or a file of yours): the same people, with the same luck, in each of its arms.

    Ctrl-C keeps what was counted; the same command goes on from there.
    """
    plan = load_plan(experiment, people=people, seed=seed)
    tally = _count(plan, workers, address, per_person, db or default_path())
    results = conclude(plan, tally)
    if as_json:
        click.echo(json.dumps(results_as_record(results)))
        return
    for line in tell_results(results, lambda person: name_of(plan.seed, person)):
        click.echo(line)


def _count(plan: Plan, workers: int, address: str | None, per_person: Path | None, path: Path) -> Tally:
    with open_database(path) as database:
        key = fingerprint(plan)
        kept = begin_experiment(database, key=key, experiment=plan.experiment.id, people=plan.people, seed=plan.seed)
        before = {} if per_person else batches(database, kept)
        tally = reduce(add, before.values()) if before else None
        counted = tally.people if tally else 0
        done = run(plan, mapper=_mapper(workers, address), size=_size(plan.people, workers), done=tuple(before))
        try:
            with closing(done):
                for batch in _show_progress(done, counted, plan.people):
                    keep_batch(database, kept, batch)
                    tally = batch.tally if tally is None else tally + batch.tally
        except KeyboardInterrupt:
            stop_experiment(database, kept)
            counted = tally.people if tally else 0
            click.echo(
                f"rollcall: stopped; {counted:,} of {plan.people:,} people are kept in {path}, run it again to go on",
                err=True,
            )
            sys.exit(_INTERRUPTED)
        assert tally is not None, "a plan has people"
        finish_experiment(database, kept, tally, results_as_record(conclude(plan, tally)))
    return tally
