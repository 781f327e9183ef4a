"""`rollcall why`: why one thing is held, in words."""

from pathlib import Path
from textwrap import fill

import click

from simulator.catalog.load import load_terms
from simulator.cli.options import db_option, open_runs, run_option
from simulator.journey.summary import world_on
from simulator.report.spoken import WIDTH
from simulator.retention.why import explain
from simulator.store.read import events_of
from simulator.store.runs import find_run


@click.command("why")
@click.argument("item")
@click.option("--day", type=int, help="The day of the story; by default its last.")
@click.option("--terms", metavar="FILE", help="The terms, if the run was played under a file of yours.")
@run_option
@db_option
def command(item: str, *, day: int | None, terms: str | None, run_name: str | None, db: Path | None) -> None:
    """Explain ITEM, such as p0042/photo.embedding or home/inferred.home: from what, by which clause, until when."""
    with open_runs(db) as database:
        run = find_run(database, run_name)
        events = list(events_of(database, run))
    rules = load_terms(terms or run.terms)
    on = events[-1].day if day is None else day
    for sentence in explain(world_on(events, on).ledger, rules, item, on):
        click.echo(fill(sentence, WIDTH, subsequent_indent="  "))
