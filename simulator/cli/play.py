"""`rollcall play`: one story, from its first photo to what is still held at its end."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

import click

from simulator.api.performance import Performance, performing
from simulator.catalog.load import load_behaviour, load_scenario
from simulator.cli.options import INTERRUPTED, db_option, json_option
from simulator.consent.ask import Respondent
from simulator.domain.events import Event
from simulator.domain.log import as_line
from simulator.domain.reading import Reading
from simulator.experiment.results import CAVEAT
from simulator.journey.respond import ModelRespondent
from simulator.journey.scenario import Scenario
from simulator.journey.summary import Summary, world_on
from simulator.report.frame import tell_end, tell_held_title, tell_title
from simulator.report.ledger import tell_ledger
from simulator.report.spoken import tell_story
from simulator.store.database import default_path

DEFAULT_STORY = "accidental-allow"


def show_progress(events: Iterator[Event], last_day: int) -> Iterator[Event]:
    """The events, with the day that is being played on a line of its own while nothing else is printed."""
    if not sys.stderr.isatty() or sys.stdout.isatty():
        yield from events
        return
    day = None
    for event in events:
        if event.day != day:
            day = event.day
            click.echo(f"\rday {max(day, 0)} of {last_day} ", nl=False, err=True)
        yield event
    click.echo("\r" + " " * 24 + "\r", nl=False, err=True)


def _print_story(show: Performance) -> None:
    scenario, day = show.scenario, show.scenario.story.last_day
    for line in tell_title(scenario):
        click.echo(line)
    for line in tell_story(show_progress(show.stream, day), scenario):
        click.echo(line)
    click.echo("")
    for line in (*tell_held_title(scenario), *tell_ledger(world_on(show.events, day).ledger, scenario.terms, day)):
        click.echo(line)


def _print_as_text(show: Performance, path: Path) -> Summary:
    _print_story(show)
    summary = show.played.summary
    for line in ("", *tell_end(summary, show.milliseconds)):
        click.echo(line)
    if isinstance(show.respondent, ModelRespondent):
        click.echo(CAVEAT)
    click.echo(f"Recorded as {show.name} in {path}")
    click.echo("Ask on: rollcall held --items, rollcall why ITEM, rollcall list stories")
    return summary


def _print_as_json(show: Performance) -> Summary:
    for seq, event in enumerate(show_progress(show.stream, show.scenario.story.last_day)):
        click.echo(as_line(seq, event))
    summary = show.played.summary
    click.echo(json.dumps(summary.as_record()))
    return summary


@click.command("play")
@click.argument("story", default=DEFAULT_STORY)
@click.option("--seed", type=click.IntRange(0, 2**63 - 1), help="The world to play in; by default the story's own.")
@click.option("--terms", metavar="ID", help="Play under other terms than the story's own.")
@click.option("--prompt", metavar="ID", help="Ask with another prompt than the story's own.")
@click.option(
    "--respondent",
    type=click.Choice(["script", "model"]),
    default="script",
    help="Who answers: the story as it is written, or the behaviour model as its person.",
)
@click.option(
    "--reading",
    type=click.Choice(["kindest", "harshest"]),
    default="kindest",
    help="How to read silences.",
)
@click.option(
    "--album",
    type=click.Path(path_type=Path, file_okay=False),
    help="Keep every uploaded photo and every idea's picture in this folder.",
)
@db_option
@json_option
def command(
    story: str,
    *,
    seed: int | None,
    terms: str | None,
    prompt: str | None,
    respondent: str,
    reading: str,
    album: Path | None,
    db: Path | None,
    as_json: bool,
) -> None:
    """Play STORY (an id, or a file of yours) to its end and record the run.

    Exits with 0, with 1 when the story's expectation is not met, with 2 on an error.
    """
    scenario = load_scenario(story, terms=terms, prompt=prompt, seed=seed, reading=Reading(reading))
    who = _model_of(scenario) if respondent == "model" else None
    perform(scenario, path=db or default_path(), album=album, as_json=as_json, respondent=who)


def _model_of(scenario: Scenario) -> Respondent:
    return ModelRespondent(parameters=load_behaviour(), seed=scenario.seed, person=scenario.story.person)


def perform(
    scenario: Scenario, *, path: Path, album: Path | None, as_json: bool, respondent: Respondent | None = None
) -> NoReturn:
    """Play a scenario to its end, tell it, record it in the database at ``path``, and leave with its exit code."""
    with performing(scenario, db=path, album=album, respondent=respondent) as show:
        try:
            summary = _print_as_json(show) if as_json else _print_as_text(show, path)
        except KeyboardInterrupt:
            day = show.events[-1].day if show.events else 0
            click.echo(f"rollcall: stopped on day {day}; what happened until then is kept as {show.name}", err=True)
            sys.exit(INTERRUPTED)
    sys.exit(1 if summary.failures else 0)
