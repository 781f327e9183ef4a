"""`rollcall list`: what there is to play with, and what was played."""

import json
from collections.abc import Callable
from pathlib import Path

import click

from simulator.catalog.load import (
    load_analyzer_profile,
    load_app,
    load_behaviour,
    load_experiment,
    load_life_kind,
    load_policy_tests,
    load_prompt,
    load_story,
    load_terms,
)
from simulator.catalog.shelf import Kind, names
from simulator.cli.options import db_option, json_option, open_runs
from simulator.store.runs import runs

_TITLES: dict[Kind, Callable[[str], str]] = {
    Kind.STORIES: lambda name: load_story(name).title,
    Kind.TERMS: lambda name: load_terms(name).title,
    Kind.PROMPTS: lambda name: load_prompt(name).title,
    Kind.PEOPLE: lambda name: load_life_kind(name).title,
    Kind.APPS: lambda name: load_app(name).name,
    Kind.POLICY_TESTS: lambda name: load_policy_tests(name).title,
    Kind.BEHAVIOUR: lambda name: load_behaviour(name).title,
    Kind.EXPERIMENTS: lambda name: load_experiment(name).title,
    Kind.ANALYZERS: lambda name: load_analyzer_profile(name).title,
}
_RUNS = "runs"


@click.command("list")
@click.argument("what", type=click.Choice([*(kind.value for kind in Kind), _RUNS]))
@db_option
@json_option
def command(what: str, *, db: Path | None, as_json: bool) -> None:
    """List shipped stories, terms and their tests, prompts, people, apps or analyzers, or the recorded runs."""
    if what == _RUNS:
        with open_runs(db) as database:
            rows = [(run.name, f"{run.terms}, {run.status}, {run.started_at}") for run in runs(database)]
    else:
        kind = Kind(what)
        rows = [(name, _TITLES[kind](name)) for name in names(kind)]
    if as_json:
        click.echo(json.dumps([{"id": name, "title": title} for name, title in rows]))
        return
    width = max((len(name) for name, _ in rows), default=0)
    for name, title in rows:
        click.echo(f"{name:{width}}  {title}")
