"""`rollcall replay`: is the record still the run, and would the analyzer of today say the same?"""

import json
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import click

from simulator.catalog.inputs import read_scenario
from simulator.catalog.load import load_scenario, load_terms
from simulator.cli.options import db_option, json_option, open_runs, run_option
from simulator.domain.errors import StoreError
from simulator.domain.events import Event, PhotoAnalysed, StoryStarted
from simulator.domain.log import hash_events
from simulator.domain.photo import Photo
from simulator.journey.fork import script
from simulator.journey.ports import Analyzer, PictureFile
from simulator.journey.scenario import Scenario
from simulator.journey.simulate import simulate
from simulator.store.analyses import StoredAnalyzer
from simulator.store.read import events_of, verify
from simulator.store.runs import Run, Status, find_run
from simulator.terms.clause import Terms
from simulator.terms.readings import Reading


def scenario_of(run: Run, events: list[Event]) -> Scenario:
    """What a recorded run was played with, and where it was forked from.

    The answers and withdrawals that happened stand in its script, whoever gave them. Raises `ScenarioError`.
    """
    if run.inputs is None:
        started = events[0]
        assert isinstance(started, StoryStarted)
        reading = Reading(started.reading)
        scenario = load_scenario(
            started.story, terms=started.terms, prompt=started.prompt, seed=started.seed, reading=reading
        )
    else:
        scenario = read_scenario(run.inputs, f"run {run.name}")
    return replace(script(scenario, events), forked=run.forked)


def rules_on(run: Run, events: list[Event], day: int, file: str | None) -> Terms:
    """The terms in force on that day of a run, unless the user's own file is named. Raises `ScenarioError`."""
    if file is not None or run.inputs is None:
        return load_terms(file or run.terms)
    return scenario_of(run, events).rules_on(day)


def terms_by_day(run: Run, events: list[Event], file: str | None) -> Callable[[int], Terms]:
    """Which terms were in force on a day of a run; always the user's own where their file is named.

    Raises `ScenarioError`.
    """
    if file is not None or run.inputs is None:
        always = load_terms(file or run.terms)
        return lambda day: always  # noqa: ARG005  (the same on every day)
    return scenario_of(run, events).terms_on


def _count_changed(scenario: Scenario, events: list[Event]) -> tuple[int, int]:
    """How many photos the analyzer of today sees differently, of how many."""
    from simulator.vision.analyzer import OnnxAnalyzer
    from simulator.vision.draw.darkroom import Darkroom

    person = scenario.live()
    darkroom = Darkroom(person.cast, person.pets, scenario.starts)
    photos = {photo.id: photo for photo in scenario.roll(person).photos}
    analyzer: Analyzer = OnnxAnalyzer()
    seen = [event for event in events if isinstance(event, PhotoAnalysed)]
    changed = 0
    for event in seen:
        file = PictureFile(name=event.photo, read=lambda photo=photos[event.photo]: darkroom.develop(photo))  # type: ignore[misc]
        changed += analyzer.analyze(file) != event.analysis
    return changed, len(seen)


def _no_camera(photo: Photo) -> bytes:
    raise StoreError(f"{photo.id}: the record should have answered for it")


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
        if run.status is not Status.FINISHED or not events:
            raise StoreError(f"run {run.name!r} was cut short ({run.status}); only a finished run can be compared")
        scenario = scenario_of(run, events)
        stored = StoredAnalyzer(database, run)
    again = hash_events(simulate(scenario, scenario.live(), analyzer=stored, develop=_no_camera))
    result: dict[str, object] = {
        "run": run.name,
        "recorded": checked.recorded,
        "stored": checked.computed,
        "replayed": again,
    }
    if recompute:
        changed, seen = _count_changed(scenario, events)
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
