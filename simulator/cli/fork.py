"""`rollcall fork`: a recorded run with one thing changed, and only what differs."""

import json
import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import click

from simulator.api.performance import Performance
from simulator.api.recorded import read_run, scenario_of
from simulator.catalog.load import load_prompt, load_terms
from simulator.cli.options import INTERRUPTED, db_option, json_option
from simulator.cli.play import show_progress
from simulator.consent.prompt import Choice
from simulator.domain.errors import ScenarioError, StoreError
from simulator.domain.events import ConsentGiven, ConsentRefused, Event, Manner, PhotoAnalysed, PromptShown
from simulator.journey.apart import set_apart
from simulator.journey.fork import Answered, Asked, Change, Revoked, Under, fork, mark, parting_day
from simulator.journey.world import fold
from simulator.report.apart import Side, apart_as_record, say_change, say_forked, tell_apart
from simulator.report.days import days_as_record, tell_days_apart
from simulator.report.lines import paragraph
from simulator.store.database import open_database
from simulator.store.runs import RunRecord, Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from simulator.journey.scenario import Forked, Scenario

_NEVER = "never"


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
    run, events = read_run(db, run_name)
    if run.status is not Status.FINISHED:
        raise StoreError(f"run {run.name!r} was cut short ({run.status}); only a finished run can be forked")
    parent = scenario_of(run, events)
    if day and prompt is None and terms is None:
        raise ScenarioError("fork", "--day", "it says from when on --prompt or --terms hold; name one of them")
    changes = [*_rules(prompt, terms, day), *_deeds(events, answer, revoke)]
    if not changes:
        raise ScenarioError("fork", "", "nothing is changed; name --answer, --revoke, --prompt or --terms")
    other = fork(parent, events, *changes)
    words = ", ".join(say_change(change, other) for change in changes)
    child = mark(parent, other, run.name, words)
    name, after = _play(child, events, db, run)
    _print(run.name, name, (parent, child), (events, after), as_json=as_json)


def _print(
    before: str,
    after: str,
    scenarios: "tuple[Scenario, Scenario]",
    logs: tuple[list[Event], list[Event]],
    *,
    as_json: bool,
) -> None:
    """What differs between two runs, after where they part."""
    last = scenarios[0].story.last_day
    one, other = (
        Side(name=name, world=fold(events), terms=scenario.rules_on(last))
        for name, scenario, events in zip((before, after), scenarios, logs, strict=True)
    )
    apart, parted, forked = set_apart(one.world, other.world), parting_day(*scenarios), scenarios[1].forked
    assert forked is not None
    if as_json:
        about = {"kind": "Fork", "run": before, "fork": after, "parts_on": parted, "change": forked.change, "day": last}
        days = {"days": days_as_record(*logs, last)}
        click.echo(json.dumps({**about, **apart_as_record(one, other, apart, last), **days}))
        return
    click.echo(paragraph(f"{after} is {say_forked(forked)}. {_tell_parting(forked)}"))
    click.echo("")
    for line in (*tell_apart(one, other, apart, last), *tell_days_apart(*logs, last)):
        click.echo(line)


def _tell_parting(forked: "Forked") -> str:
    if forked.day is None:
        return "What is changed is as it was."
    return f"Before day {forked.day} nothing differs." if forked.day else "They can differ from the beginning."


def _rules(prompt: str | None, terms: str | None, day: int) -> "Iterator[Change]":
    if prompt is not None:
        yield Asked(prompt=load_prompt(prompt), day=day)
    if terms is not None:
        yield Under(terms=load_terms(terms), day=day)


def _deeds(events: list[Event], answer: str | None, revoke: str | None) -> "Iterator[Change]":
    if answer is not None:
        yield _answered(events, Choice(answer))
    if revoke is not None:
        yield Revoked(day=_day(revoke))


def _answered(events: list[Event], choice: Choice) -> Answered:
    """The first question, answered so; how it was meant is kept if it was answered so before."""
    asked = next((event.day for event in events if isinstance(event, PromptShown)), None)
    if asked is None:
        raise ScenarioError("fork", "--answer", "nothing is asked in this run")
    same = ConsentGiven if choice is Choice.ALLOW else ConsentRefused
    manners = (event.manner for event in events if isinstance(event, same) and event.day == asked)
    return Answered(day=asked, choice=choice, manner=next(manners, Manner.INFORMED))


def _day(text: str) -> int | None:
    if text == _NEVER:
        return None
    if not text.isascii() or not text.isdigit():
        raise ScenarioError("fork", "--revoke", f"expected a day from 0 on, or {_NEVER}, found {text!r}")
    return int(text)


def _play(scenario: "Scenario", events: list[Event], db: Path | None, parent: RunRecord) -> tuple[str, list[Event]]:
    known = {event.photo: event.analysis for event in events if isinstance(event, PhotoAnalysed)}
    with open_database(db) as database:
        show = Performance(scenario=scenario, db=database, known=known)
        try:
            with closing(show.stream) as stream:
                after = list(show_progress(stream, scenario.story.last_day))
        except KeyboardInterrupt:
            click.echo(f"rollcall: stopped; {parent.name} is as it was, and {show.run.name} is kept so far", err=True)
            sys.exit(INTERRUPTED)
    return show.run.name, after
