"""`rollcall experiment`: the same people in several worlds, counted, compared, and named where they differ."""

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from simulator.api.experiment.cluster import cluster
from simulator.api.experiment.counted import CountedExperiment
from simulator.api.experiment.counting import CountingStopped, count_experiment, recall_results
from simulator.api.experiment.pool import pool
from simulator.catalog.plans import load_plan
from simulator.cli.options import INTERRUPTED, db_option, json_option
from simulator.domain.errors import ScenarioError
from simulator.experiment.record import results_as_record
from simulator.experiment.run import Mapper, size_of_batches
from simulator.report.experiment import tell_results
from simulator.report.what_if import tell_what_if
from simulator.store.database import default_path


@click.command("experiment")
@click.argument("experiment", required=False)
@click.option("--people", type=int, help="How many take part; by default the experiment's own number.")
@click.option("--seed", type=click.IntRange(0, 2**63 - 1), help="The world; by default the experiment's own.")
@click.option("--workers", type=click.IntRange(1, 256), default=1, help="Processes of this machine that count.")
@click.option("--cluster", "address", metavar="ADDRESS", help="A Dask scheduler that counts, such as tcp://host:8786.")
@click.option(
    "--replay",
    "replays",
    type=click.IntRange(2, 100_000),
    help="Repeat the field test so often, in a world whose truth is known.",
)
@click.option("--fragility", is_flag=True, help="Find the smallest change of an assumed number that turns it round.")
@click.option(
    "--per-person",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write every person's row in every arm to this Parquet file.",
)
@click.option("--recall", type=int, metavar="NUMBER", help="Show a result of before; `rollcall list results` has them.")
@db_option
@json_option
def command(
    experiment: str | None,
    *,
    people: int | None,
    seed: int | None,
    workers: int,
    address: str | None,
    replays: int | None,
    fragility: bool,
    per_person: Path | None,
    recall: int | None,
    db: Path | None,
    as_json: bool,
) -> None:
    """Run EXPERIMENT (an id, or a file of yours): the same people, with the same luck, in each of its arms.

    Ctrl-C keeps what was counted; the same command goes on from there.
    """
    if (experiment is None) == (recall is None):
        raise ScenarioError("experiment", "", "name an experiment, or a result of before with --recall")
    if experiment is None:
        assert recall is not None, "one of the two is named"
        given = {"people": people, "seed": seed, "cluster": address, "replay": replays, "per-person": per_person}
        _refuse([*(name for name, value in given.items() if value is not None), *["fragility"] * fragility])
        results = recall_results(recall, db)
    else:
        plan = load_plan(experiment, people=people, seed=seed)
        with _showing_progress(plan.people) as watch:
            results = count_experiment(
                plan,
                db=db or default_path(),
                mapper=_mapper(workers, address),
                size=size_of_batches(plan, workers),
                per_person=per_person,
                watch=watch,
                replays=replays or 0,
                fragility=fragility,
            ).results
    if as_json:
        click.echo(json.dumps(results_as_record(results)))
        return
    for line in (*tell_results(results), *tell_what_if(results)):
        click.echo(line)


def _refuse(named: list[str]) -> None:
    """A result that is shown again is not counted again."""
    if named:
        options = ", ".join(f"--{name}" for name in named)
        raise ScenarioError("experiment", options, "a result of before is shown as it was; leave that out")


@contextmanager
def _showing_progress(people: int) -> Iterator[Callable[[CountedExperiment], None] | None]:
    """A bar on a terminal; when Ctrl-C ends the count, one line says what is kept."""
    try:
        if not sys.stderr.isatty():
            yield None
            return
        with click.progressbar(length=people, label="people", file=sys.stderr) as bar:
            yield lambda counted: bar.update(counted.tally.people - bar.pos)
    except CountingStopped as stopped:
        click.echo(f"rollcall: {stopped}", err=True)
        sys.exit(INTERRUPTED)


def _mapper(workers: int, address: str | None) -> Mapper:
    if address is not None:
        return cluster(address)
    return map if workers == 1 else pool(workers)
