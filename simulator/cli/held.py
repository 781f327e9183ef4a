"""`rollcall held`: what is held on a day of a recorded run."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from simulator.api.held import Held
from simulator.api.recorded import read_run
from simulator.cli.options import db_option, json_option, run_option
from simulator.domain.categories import DataCategory
from simulator.domain.errors import ScenarioError
from simulator.journey.bystanders import count_bystanders
from simulator.report.artefacts import artefacts_as_record, tell_artefacts
from simulator.report.bystanders import tell_bystanders
from simulator.report.erasure import erasure_as_record, tell_erasure
from simulator.report.exports.download import download_as_record, tell_download
from simulator.report.ledger import ledger_as_record
from simulator.report.lines import paragraph


def _tell(view: str, held: Held, category: DataCategory | None) -> Iterator[str]:
    match view:
        case "items":
            yield from tell_artefacts(held.ledger, held.rules, category)
        case "preview":
            yield from tell_erasure(held.world, held.rules, held.day)
        case "download":
            yield from tell_download(held.ledger, held.rules)
        case _:
            yield from held.lines()
            yield ""
            yield from tell_bystanders(*count_bystanders(held.ledger, held.world.roll))


def _as_record(view: str, held: Held, category: DataCategory | None) -> dict[str, Any]:
    about = {"day": held.day, "terms": held.rules.id}
    match view:
        case "items":
            return {**about, "items": artefacts_as_record(held.ledger, held.rules, category)}
        case "preview":
            return erasure_as_record(held.world, held.rules, held.day)
        case "download":
            return {**about, "download": download_as_record(held.ledger, held.rules)}
        case _:
            everybody, by_category = count_bystanders(held.ledger, held.world.roll)
            seen = {each.value: number for each, number in by_category.items()}
            bystanders = {"people": everybody, "asked": 0, "by_category": seen}
            return {**ledger_as_record(held.ledger, held.rules, held.day), "bystanders": bystanders}


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
    held = read_run(db, run_name).held(day, terms=terms)
    asked = (view or "totals", held, None if category is None else DataCategory(category))
    if as_json:
        click.echo(json.dumps({"run": held.called, **_as_record(*asked)}))
        return
    click.echo(paragraph(f"What is held on day {held.day} of {held.called}, under {held.rules.title}:"))
    for line in _tell(*asked):
        click.echo(line)
