"""`rollcall replay`: is the record still the run, and would the analyzer of today say the same?"""

import json
import sys
from pathlib import Path

import click

from simulator.api.recorded import count_changed, no_camera, open_runs, scenario_of
from simulator.cli.options import db_option, json_option, run_option
from simulator.domain.errors import StoreError
from simulator.domain.log import hash_events
from simulator.journey.simulate import simulate
from simulator.store.analyses import StoredAnalyzer
from simulator.store.read import events_of, verify
from simulator.store.runs import RunStatus, find_run


@click.command("replay")
@click.option("--recompute", is_flag=True, help="Also analyse every photo again and count what differs.")
@run_option
@db_option
@json_option
def command(
    *,
    recompute: bool,
    run_name: str | None,
    db: Path | None,
    as_json: bool,
) -> None:
    """Verify the record of a run, then play it again with the stored analyses and answers and compare the event logs.

    Exits with 0 when all agree, with 1 when something differs, with 2 on an error.
    """
    with open_runs(db) as database:
        run = find_run(database, run_name)
        checked = verify(database, run)
        events = list(events_of(database, run))
        if run.status is not RunStatus.FINISHED or not events:
            raise StoreError(f"run {run.name!r} was cut short ({run.status}); only a finished run can be compared")
        scenario = scenario_of(run, events)
        stored = StoredAnalyzer(database, run)
    again = hash_events(simulate(scenario, scenario.live(), analyzer=stored, develop=no_camera))
    result: dict[str, object] = {
        "run": run.name,
        "recorded": checked.recorded,
        "stored": checked.computed,
        "replayed": again,
    }
    if recompute:
        changed, seen = count_changed(scenario, events)
        result |= {"analyses": seen, "analyses_changed": changed}
    if as_json:
        click.echo(json.dumps(result))
    else:
        click.echo(f"{run.name}: {checked.events} events.")
        click.echo(f"The record {'is' if checked.equal else 'IS NOT'} what was recorded.")
        click.echo(
            f"Played again with the stored analyses it {'is' if again == checked.recorded else 'IS NOT'} the same."
        )
        if recompute:
            click.echo(f"Analysed again, {result['analyses_changed']} of {result['analyses']} photos look different.")
    sys.exit(0 if checked.equal and again == checked.recorded else 1)
