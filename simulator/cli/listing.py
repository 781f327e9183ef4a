"""`rollcall list`: what there is to play with, and what was played."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from simulator.api.recorded import open_runs
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
from simulator.catalog.shelf import names
from simulator.cli.options import db_option, json_option
from simulator.domain.log import to_json
from simulator.domain.shelf import Shelf
from simulator.report.apart import say_forked
from simulator.store.experiments import experiments
from simulator.store.runs import RunRecord, runs

_TITLES: dict[Shelf, Callable[[str], str]] = {
    Shelf.STORIES: lambda name: load_story(name).title,
    Shelf.TERMS: lambda name: load_terms(name).title,
    Shelf.PROMPTS: lambda name: load_prompt(name).title,
    Shelf.PEOPLE: lambda name: load_life_kind(name).title,
    Shelf.APPS: lambda name: load_app(name).name,
    Shelf.POLICY_TESTS: lambda name: load_policy_tests(name).title,
    Shelf.BEHAVIOUR: lambda name: load_behaviour(name).title,
    Shelf.EXPERIMENTS: lambda name: load_experiment(name).title,
    Shelf.ANALYZERS: lambda name: load_analyzer_profile(name).title,
}
_RUNS, _RESULTS = "runs", "results"


@click.command("list")
@click.argument("what", type=click.Choice([*(kind.value for kind in Shelf), _RUNS, _RESULTS]))
@db_option
@json_option
def command(what: str, *, db: Path | None, as_json: bool) -> None:
    """List what is shipped, such as stories, terms and their tests; or recorded runs, or results of experiments."""
    if what == _RUNS:
        with open_runs(db) as database:
            rows = [_row_of(run) for run in runs(database)]
    elif what == _RESULTS:
        with open_runs(db) as database:
            rows = [{"id": str(run.id), "title": run.words} for run in experiments(database)]
    else:
        kind = Shelf(what)
        rows = [{"id": name, "title": _TITLES[kind](name)} for name in names(kind)]
    if as_json:
        click.echo(json.dumps(rows))
        return
    width = max((len(row["id"]) for row in rows), default=0)
    for row in rows:
        click.echo(f"{row['id']:{width}}  {row['title']}")


def _row_of(run: RunRecord) -> dict[str, Any]:
    title = f"{run.terms}, {run.status}, {run.started_at}"
    if run.forked is not None:
        title += f", {say_forked(run.forked)}"
    return {"id": run.name, "title": title, "forked": to_json(run.forked)}
