"""`rollcall held`: what is held on a day of a recorded run."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import click

from simulator.api.recorded import pick_day, read_run, rules_on, terms_by_day
from simulator.cli.options import db_option, json_option, run_option
from simulator.domain.categories import DataCategory
from simulator.domain.errors import ScenarioError
from simulator.journey.bystanders import count_bystanders
from simulator.journey.summary import world_on
from simulator.journey.world import World
from simulator.report.artefacts import artefacts_as_record, tell_artefacts
from simulator.report.bystanders import tell_bystanders
from simulator.report.erasure import erasure_as_record, tell_erasure
from simulator.report.exports.download import download_as_record, tell_download
from simulator.report.ledger import ledger_as_record, tell_ledger
from simulator.report.lines import paragraph
from simulator.terms.clause import Terms


def _tell(
    view: str,
    world: World,
    terms: Terms,
    on: int,
    category: DataCategory | None,
    *,
    terms_on: Callable[[int], Terms],
) -> Iterator[str]:
    match view:
        case "items":
            yield from tell_artefacts(world.ledger, terms, category)
        case "preview":
            yield from tell_erasure(world, terms, on)
        case "download":
            yield from tell_download(world.ledger, terms)
        case _:
            yield from tell_ledger(world.ledger, terms, on, terms_on=terms_on)
            yield ""
            yield from tell_bystanders(*count_bystanders(world.ledger, world.roll))


def _as_record(view: str, world: World, terms: Terms, on: int, category: DataCategory | None) -> dict[str, Any]:
    about = {"day": on, "terms": terms.id}
    match view:
        case "items":
            return {**about, "items": artefacts_as_record(world.ledger, terms, category)}
        case "preview":
            return erasure_as_record(world, terms, on)
        case "download":
            return {**about, "download": download_as_record(world.ledger, terms)}
        case _:
            everybody, by_category = count_bystanders(world.ledger, world.roll)
            seen = {each.value: number for each, number in by_category.items()}
            bystanders = {"people": everybody, "asked": 0, "by_category": seen}
            return {**ledger_as_record(world.ledger, terms, on), "bystanders": bystanders}


@click.command("held")
@click.option("--day", type=int, help="The day of the story; by default its last.")
@click.option("--items", "view", flag_value="items", help="Thing by thing: state, holder, clause, clock, lineage.")
@click.option(
    "--category",
    type=click.Choice([category.value for category in DataCategory]),
    metavar="CATEGORY",
    help="With --items: only this kind, such as photo.embedding.",
)
@click.option("--preview", "view", flag_value="preview", help="What a withdrawal that day would do, with grounds.")
@click.option("--download", "view", flag_value="download", help="What a download of one's data shows of it.")
@click.option("--terms", metavar="FILE", help="The terms, if the run was played under a file of yours.")
@run_option
@db_option
@json_option
def command(
    *,
    day: int | None,
    view: str | None,
    category: str | None,
    terms: str | None,
    run_name: str | None,
    db: Path | None,
    as_json: bool,
) -> None:
    """Show what is gone, going, kept, and not said, each with its clause.

    --items, --preview and --download show the same ledger in other ways.
    """
    if category is not None and view != "items":
        raise ScenarioError("held", "--category", "it is about single things; add --items")
    run, events = read_run(db, run_name)
    on = pick_day(events, day)
    rules = rules_on(run, events, on, terms)
    world = world_on(events, on)
    asked = (view or "totals", world, rules, on, None if category is None else DataCategory(category))
    if as_json:
        click.echo(json.dumps({"run": run.name, **_as_record(*asked)}))
        return
    click.echo(paragraph(f"What is held on day {on} of {run.name}, under {rules.title}:"))
    for line in _tell(*asked, terms_on=terms_by_day(run, events, terms)):
        click.echo(line)
