"""`rollcall why`: why one thing is held, in words."""

from pathlib import Path

import click

from simulator.api.recorded import read_run
from simulator.cli.options import db_option, run_option


@click.command("why")
@click.argument("item")
@click.option("--day", type=int, help="The day of the story; by default its last.")
@click.option("--terms", metavar="FILE", help="The terms, if the run was played under a file of yours.")
@run_option
@db_option
def command(item: str, *, day: int | None, terms: str | None, run_name: str | None, db: Path | None) -> None:
    """Explain ITEM, such as p0042/photo.embedding or home/inferred.home: from what, by which clause, until when."""
    click.echo(read_run(db, run_name).why(item, day, terms=terms))
