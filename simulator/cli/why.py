"""`rollcall why`: why one thing is held, in words."""

from pathlib import Path
from textwrap import fill

import click

from simulator.api.recorded import pick_day, read_run, rules_on, terms_by_day
from simulator.cli.options import db_option, run_option
from simulator.journey.summary import world_on
from simulator.report.spoken import WIDTH
from simulator.retention.why import explain


@click.command("why")
@click.argument("item")
@click.option("--day", type=int, help="The day of the story; by default its last.")
@click.option("--terms", metavar="FILE", help="The terms, if the run was played under a file of yours.")
@run_option
@db_option
def command(item: str, *, day: int | None, terms: str | None, run_name: str | None, db: Path | None) -> None:
    """Explain ITEM, such as p0042/photo.embedding or home/inferred.home: from what, by which clause, until when."""
    run, events = read_run(db, run_name)
    on = pick_day(events, day)
    rules = rules_on(run, events, on, terms)
    terms_on = terms_by_day(run, events, terms)
    for sentence in explain(world_on(events, on).ledger, rules, item, on, terms_on=terms_on):
        click.echo(fill(sentence, WIDTH, subsequent_indent="  "))
