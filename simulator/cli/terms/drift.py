import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from simulator.api.worlds import play_pair
from simulator.catalog.load import load_scenario, load_terms
from simulator.cli.options import db_option, json_option
from simulator.domain.errors import ScenarioError
from simulator.domain.photo import Photo
from simulator.journey.bystanders import count_bystanders
from simulator.journey.scenario import Amendment, Scenario
from simulator.report.bystanders import tell_bystanders
from simulator.report.held_differently import Ending, held_differently_as_record, tell_held_differently
from simulator.report.lines import paragraph
from simulator.retention.compare import compare_ledgers


def _change_day(scenario: Scenario, day: int | None) -> int:
    """The day asked for, or the middle one of those on which the first yes stands.

    Raises:
        ScenarioError: no consent stands that day, so there is none that other terms could stretch.
    """
    stands = [span for span in scenario.story.consented if span]
    if not stands:
        raise ScenarioError("terms drift", scenario.story.id, "no consent ever stands in it; choose another story")
    if day is None:
        return stands[0][len(stands[0]) // 2]
    if not any(day in span for span in stands):
        known = ", ".join(f"{span[0]} to {span[-1]}" for span in stands)
        raise ScenarioError("terms drift", "--day", f"no consent stands on day {day}; it does on days {known}")
    return day


@click.command("drift")
@click.argument("story", metavar="STORY")
@click.option("--from", "before", required=True, metavar="ID", help="The terms under which the consent was given.")
@click.option("--to", "after", required=True, metavar="ID", help="The terms that come later.")
@click.option("--day", type=int, help="The day they change; by default the middle of the days the yes stands.")
@click.option("--seed", type=click.IntRange(0, 2**63 - 1), help="The world to play in; by default the story's own.")
@click.option("--each", is_flag=True, help="Name every artefact, not only the first of those that fared alike.")
@db_option
@json_option
def drift(
    story: str,
    *,
    before: str,
    after: str,
    day: int | None,
    seed: int | None,
    each: bool,
    db: Path | None,
    as_json: bool,
) -> None:
    """Change the terms under a consent that stands.

    The story is played once under the first terms throughout, and once with the change; nobody is asked again. What is
    held differently at its end is told artefact by artefact, and for whom. Exits with 0, changed or not.
    """
    old = load_scenario(story, terms=before, seed=seed)
    changed = _change_day(old, day)
    new = replace(old, amendments=(Amendment(day=changed, terms=load_terms(after)),))
    run, endings = play_pair(old, new, db=db)
    # The sets go by the names they were asked for: a changed copy has the id of what it was copied from.
    stayed, drifted = (
        replace(ending, terms=replace(ending.terms, id=name))
        for name, ending in zip((before, after), endings, strict=True)
    )
    if as_json:
        click.echo(json.dumps({"analyses_of": run, **_as_record(new, stayed, drifted)}))
        return
    seen = f"with the analyses of run {run}" if run else "with analyses made now"
    click.echo(
        paragraph(
            f"{new.live().cast[0].name}, person {new.story.person} in the world of seed {new.seed}, says yes under "
            f"{before}. On day {changed} the terms become {after}, and nobody is asked again. What is held differently "
            f"at the end of {new.story.id}, day {new.story.last_day}, {seen}:"
        )
    )
    differences = tuple(compare_ledgers(stayed.ledger, drifted.ledger))
    for line in tell_held_differently(stayed, drifted, differences, each=each):
        click.echo(line)
    for name, ending in ((f"if {before} had stayed", stayed), (f"with {after}", drifted)):
        click.echo(f"\nOther people, {name}:")
        for line in tell_bystanders(*count_bystanders(ending.ledger, _photos(new))):
            click.echo(line)


def _photos(scenario: Scenario) -> dict[str, Photo]:
    return {photo.id: photo for photo in scenario.roll(scenario.live()).photos}


def _as_record(scenario: Scenario, stayed: Ending, drifted: Ending) -> dict[str, Any]:
    (amendment,) = scenario.amendments
    photos = _photos(scenario)
    return {
        "story": scenario.story.id,
        "seed": scenario.seed,
        "person": scenario.story.person,
        "name": scenario.live().cast[0].name,
        "from": stayed.terms.id,
        "to": drifted.terms.id,
        "changed_on": amendment.day,
        "bystanders": {
            "before": count_bystanders(stayed.ledger, photos)[0],
            "after": count_bystanders(drifted.ledger, photos)[0],
        },
        "held": held_differently_as_record(stayed, drifted, tuple(compare_ledgers(stayed.ledger, drifted.ledger))),
    }
