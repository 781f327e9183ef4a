"""`rollcall held`: what is held on a day of a recorded run."""

import json
from pathlib import Path

import click

from simulator.catalog.load import load_terms
from simulator.cli.options import db_option, json_option, open_runs, run_option
from simulator.journey.summary import world_on
from simulator.report.ledger import ledger_as_record, tell_ledger
from simulator.store.read import events_of
from simulator.store.runs import find_run


@click.command("held")
@click.option("--day", type=int, help="The day of the story; by default its last.")
@click.option("--terms", metavar="FILE", help="The terms, if the run was played under a file of yours.")
@run_option
@db_option
@json_option
def command(*, day: int | None, terms: str | None, run_name: str | None, db: Path | None, as_json: bool) -> None:
    """Show what is gone, going, kept, and not said, each with its clause."""
    with open_runs(db) as database:
        run = find_run(database, run_name)
        events = list(events_of(database, run))
    rules = load_terms(terms or run.terms)
    on = events[-1].day if day is None else day
    ledger = world_on(events, on).ledger
    if as_json:
        click.echo(json.dumps({"run": run.name, **ledger_as_record(ledger, rules, on)}))
        return
    click.echo(f"What is held on day {on} of {run.name}, under {rules.title}:")
    for line in tell_ledger(ledger, rules, on):
        click.echo(line)
