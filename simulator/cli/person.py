"""`rollcall person`: one row of an experiment, opened as a story."""

from pathlib import Path

import click

from simulator.catalog.plans import load_plan
from simulator.cli.options import db_option, json_option, read_person
from simulator.cli.play import perform
from simulator.experiment.rows.story import find_world, open_row
from simulator.population.looks import name_of
from simulator.store.database import default_path

DEFAULT_EXPERIMENT = "prompt-wording"


@click.command("person")
@click.argument("row", metavar="SEED:ID")
@click.option("--experiment", default=DEFAULT_EXPERIMENT, help="An id, or a file of yours.")
@click.option("--arm", metavar="ID", help="In which of its worlds; by default the first.")
@click.option(
    "--album",
    type=click.Path(path_type=Path, file_okay=False),
    help="Keep every uploaded photo and every idea's picture in this folder.",
)
@db_option
@json_option
def command(row: str, *, experiment: str, arm: str | None, album: Path | None, db: Path | None, as_json: bool) -> None:
    """Open one row of an experiment, such as 7:483112, as a story: the same answer, the same days, the same photos.

    Exits with 1 if the story does not come out as the row says, which would be a fault of Rollcall.
    """
    seed, person = read_person(row)
    plan = load_plan(experiment, seed=seed)
    scenario = open_row(plan, person, find_world(plan, arm))
    if not as_json:
        click.echo(f"{name_of(seed, person)}, row {person} of the population of seed {seed}")
    perform(scenario, path=db or default_path(), album=album, as_json=as_json)
