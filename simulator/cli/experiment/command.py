"""`rollcall experiment`: the same people in several worlds, counted, compared, and named where they differ."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from simulator.catalog.plans import load_plan
from simulator.cli.experiment.cluster import cluster
from simulator.cli.experiment.counting import count_all
from simulator.cli.experiment.pool import pool
from simulator.cli.options import db_option, json_option
from simulator.experiment.fragility import Fragility, find_fragility
from simulator.experiment.plan import Plan
from simulator.experiment.replay import Replay, replay
from simulator.experiment.results import conclude
from simulator.experiment.run import Mapper, size_of_batches
from simulator.experiment.who import name_of
from simulator.report.experiment import tell_results
from simulator.report.experiment_record import results_as_record
from simulator.report.what_if import fragility_as_record, replay_as_record, tell_fragility, tell_replay
from simulator.store.database import default_path, open_database
from simulator.store.experiments import finish_experiment


@click.command("experiment")
@click.argument("experiment")
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
@db_option
@json_option
def command(
    experiment: str,
    *,
    people: int | None,
    seed: int | None,
    workers: int,
    address: str | None,
    replays: int | None,
    fragility: bool,
    per_person: Path | None,
    db: Path | None,
    as_json: bool,
) -> None:
    """Run EXPERIMENT (an id, or a file of yours): the same people, with the same luck, in each of its arms.

    Ctrl-C keeps what was counted; the same command goes on from there.
    """
    plan = load_plan(experiment, people=people, seed=seed)
    size = size_of_batches(plan, workers)
    with open_database(db or default_path()) as database:
        run, tally = count_all(plan, database, mapper=_mapper(workers, address), size=size, per_person=per_person)
        results = conclude(plan, tally)
        record = results_as_record(results)
        finish_experiment(database, run, tally, record)
    repeated = [_replay(plan, arm, replays) for arm in _others(plan)] if replays else []
    turned = [find_fragility(plan, plan.experiment.metrics[0], arm) for arm in _others(plan)] if fragility else []
    if as_json:
        click.echo(json.dumps({**record, **_more(repeated, turned)}))
        return
    for line in tell_results(results, lambda person: name_of(plan.seed, person)):
        click.echo(line)
    for line in _tell_more(repeated, turned):
        click.echo(line)


def _mapper(workers: int, address: str | None) -> Mapper:
    if address is not None:
        return cluster(address)
    return map if workers == 1 else pool(workers)


def _others(plan: Plan) -> range:
    return range(1, len(plan.worlds))


def _replay(plan: Plan, arm: int, replays: int) -> Replay:
    return replay(plan, plan.experiment.metrics[0], arm, replays=replays)


def _more(repeated: list[Replay], turned: list[Fragility]) -> dict[str, Any]:
    more: dict[str, Any] = {}
    if repeated:
        more["replay"] = [replay_as_record(each) for each in repeated]
    if turned:
        more["fragility"] = [fragility_as_record(each) for each in turned]
    return more


def _tell_more(repeated: list[Replay], turned: list[Fragility]) -> Iterator[str]:
    for each in repeated:
        yield ""
        yield from tell_replay(each)
    for one in turned:
        yield ""
        yield from tell_fragility(one)
