"""`rollcall people`: synthetic people and what their camera rolls are of; or somebody who ..."""

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

import click

from simulator.api.ports import DEFAULT_STORY
from simulator.catalog.load import load_scenario
from simulator.cli.options import INTERRUPTED, json_option, read_person
from simulator.journey.scenario import Scenario
from simulator.journey.search import count_rolls, find_people
from simulator.population.match import MOST, Searched
from simulator.population.query import COUNTED, NAMED, Query, check_query, read_query
from simulator.report.life import life_as_record, tell_life, tell_summary, tell_themes

_SHOWN = 10
_SYNTHETIC = "Nobody of these exists: they are drawn by luck, and the same luck draws them again."


def _look_at(scenario: Scenario) -> dict[str, Any]:
    person = scenario.live()
    return life_as_record(person, scenario.roll(person).photos, scenario.starts)


def _find(query: Query, scenario: Scenario, *, start: int, wanted: int, most: int) -> tuple[Searched, bool]:
    """What was found, and whether the search was interrupted before it ended."""
    last, on_terminal = Searched(rows=0, found=(), ended=False), sys.stderr.isatty()
    batches = find_people(query, scenario, start=start, wanted=wanted, most=most)
    try:
        for last in batches:
            if on_terminal:
                click.echo(f"\r{last.rows:,} searched, {len(last.found)} found ", nl=False, err=True)
    except KeyboardInterrupt:
        return last, True
    finally:
        if on_terminal:
            click.echo("\r" + " " * 40 + "\r", nl=False, err=True)
    return last, False


def _tell_one(record: dict[str, Any]) -> Iterator[str]:
    yield from tell_life(record)
    yield ""
    yield from tell_themes(record)


def _tell_many(people: Sequence[Scenario], searched: int, query: Query) -> Iterator[str]:
    rows = [each.story.person for each in people]
    for each, photos in zip(people, count_rolls(people[0], rows) if people else (), strict=True):
        yield f"{each.seed}:{each.story.person:<6} {tell_summary(each.live(), photos)}"
    if query.conditions:
        yield ""
        yield f"{len(people)} found among the {searched:,} searched: {query}"


def _tell_facts() -> Iterator[str]:
    for fact, words in {**COUNTED, **NAMED}.items():
        yield f"  {fact:<20}{words}"


@click.command("people")
@click.argument("row", metavar="[SEED:ID]", required=False)
@click.option("--life", metavar="ID", help="What kind of life; by default that of the story.")
@click.option("--story", default=DEFAULT_STORY, show_default=True, help="Whose days the camera rolls cover.")
@click.option("--find", "wanted", metavar="QUERY", help='Somebody who, such as "children >= 1 and dog".')
@click.option("--most", type=click.IntRange(1, 10_000_000), default=MOST, show_default=True, help="Rows to search.")
@click.option("--show", type=click.IntRange(1, 1000), default=_SHOWN, show_default=True, help="How many people.")
@click.option("--facts", is_flag=True, help="What can be asked of people.")
@json_option
def command(
    row: str | None,
    *,
    life: str | None,
    story: str,
    wanted: str | None,
    most: int,
    show: int,
    facts: bool,
    as_json: bool,
) -> None:
    """Look at synthetic people.

    With SEED:ID, such as 7:61, that one; with --find, the first who are so, from that row on; else the first rows.

    A query is conditions joined by "and": a fact alone is at least one, "not" before it none. --facts lists them all.
    Ctrl-C shows whoever was found by then.
    """
    if facts:
        for line in _tell_facts():
            click.echo(line)
        return
    seed, first = (None, 0) if row is None else read_person(row)
    query = read_query(wanted or "")
    scenario = load_scenario(story, life=life, person=first, seed=seed)
    check_query(query, scenario.life)
    if row is not None and wanted is None:
        one = _look_at(scenario)
        for line in [json.dumps(one)] if as_json else [*_tell_one(one), "", _SYNTHETIC]:
            click.echo(line)
        return
    found, interrupted = _find(query, scenario, start=first, wanted=show, most=most)
    people = [replace(scenario, story=replace(scenario.story, person=each)) for each in found.found]
    if as_json:
        records = [_look_at(each) for each in people]
        click.echo(json.dumps({"query": str(query), "searched": found.rows, "people": records}))
    else:
        for line in (*_tell_many(people, found.rows, query), "", _SYNTHETIC):
            click.echo(line)
    if interrupted:
        sys.exit(INTERRUPTED)
