"""`rollcall fork`: a recorded run with one thing changed, and only what differs."""

import json
import sys
from pathlib import Path

import click

from simulator.api.difference import Difference, compare_runs
from simulator.api.forking import Changes, forking
from simulator.api.recorded import read_run
from simulator.cli.options import INTERRUPTED, db_option, json_option
from simulator.cli.play import show_progress
from simulator.consent.prompt import Choice
from simulator.journey.fork import parting_day
from simulator.journey.scenario import Forked
from simulator.report.apart import say_forked
from simulator.report.lines import paragraph
from simulator.store.database import default_path


@click.command("fork")
@click.argument("run_name", metavar="[RUN]", required=False)
@click.option("--answer", type=click.Choice([choice.value for choice in Choice]), help="Answer the first question so.")
@click.option("--revoke", metavar="DAY", help="Turn the switch off on that day, or `never`.")
@click.option("--prompt", metavar="ID", help="Ask with another prompt.")
@click.option("--terms", metavar="ID", help="Play under other terms.")
@click.option(
    "--day", type=int, default=0, help="The day from which on --prompt and --terms hold; by default from the beginning."
)
@db_option
@json_option
def command(
    run_name: str | None,
    *,
    answer: str | None,
    revoke: str | None,
    prompt: str | None,
    terms: str | None,
    day: int,
    db: Path | None,
    as_json: bool,
) -> None:
    """Play RUN (by default the last one) again with something changed, record it, and print only what differs.

    What the analyzer said is taken over; only photos that it never saw are looked at. RUN itself is not touched.
    """
    run = read_run(db, run_name)
    changes = Changes(answer=answer, revoke=revoke, prompt=prompt, terms=terms, day=day)
    with forking(run, changes, db=db or default_path()) as show:
        try:
            for _ in show_progress(show.stream, run.scenario.story.last_day):
                pass
        except KeyboardInterrupt:
            click.echo(f"rollcall: stopped; {run.name} is as it was, and {show.name} is kept so far", err=True)
            sys.exit(INTERRUPTED)
    _print(compare_runs(run, show.played), as_json=as_json)


def _print(found: Difference, *, as_json: bool) -> None:
    """What differs between a run and its fork, after where they part."""
    before, after = found.before, found.after
    forked = after.scenario.forked
    assert forked is not None, "a fork knows where it comes from"
    if as_json:
        parted = parting_day(before.scenario, after.scenario)
        about = {"kind": "Fork", "run": before.name, "fork": after.name, "parts_on": parted, "change": forked.change}
        click.echo(json.dumps({**about, "day": found.day, **found.as_record()}))
        return
    click.echo(paragraph(f"{after.name} is {say_forked(forked)}. {_tell_parting(forked)}"))
    click.echo("")
    for line in found.lines():
        click.echo(line)


def _tell_parting(forked: Forked) -> str:
    if forked.day is None:
        return "What is changed is as it was."
    return f"Before day {forked.day} nothing differs." if forked.day else "They can differ from the beginning."
