import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from simulator.api.recorded import read_run
from simulator.catalog.load import load_terms
from simulator.cli.options import db_option, json_option, run_option
from simulator.domain.errors import ScenarioError
from simulator.report.difference import difference_as_record, tell_difference
from simulator.report.held_differently import held_differently_as_record, tell_held_differently
from simulator.report.lines import paragraph
from simulator.report.meaning import meaning_as_record, tell_meanings
from simulator.retention.compare import compare_ledgers
from simulator.retention.meaning import stand, weigh
from simulator.terms.clause import Terms
from simulator.terms.diff import compare_terms


@click.command("diff")
@click.argument("before", metavar="A")
@click.argument("after", metavar="B")
@click.option("--story", metavar="ID", help="Also play this story under both, and compare what is held at its end.")
@click.option("--seed", type=click.IntRange(0, 2**63 - 1), help="The world to play in; by default the story's own.")
@click.option("--each", is_flag=True, help="Name every artefact, not only the first of those that fared alike.")
@click.option("--day", type=int, help="Also what either means for what is held on that day of a recorded run.")
@run_option
@db_option
@json_option
def diff(
    before: str,
    after: str,
    *,
    story: str | None,
    seed: int | None,
    each: bool,
    day: int | None,
    run_name: str | None,
    db: Path | None,
    as_json: bool,
) -> None:
    """Compare two sets by what they say, or mean for a person.

    With --day, every kind of data that is held on that day of the last run, or of --run, is settled by either set.
    With --story, what is held at its end is compared artefact by artefact. Photos that a finished run of that story
    and seed has analysed are not analysed again. Exits with 0, equal or not.
    """
    if story is None and (seed is not None or each):
        raise ScenarioError("terms diff", "--story", "--seed and --each are about a story; name one with --story")
    first, second = load_terms(before), load_terms(after)
    if first.id == second.id:
        # A copy that somebody changed has the id of what it was copied from; only its file tells the two apart.
        first, second = replace(first, id=before), replace(second, id=after)
    compared = compare_terms(first, second)
    record = difference_as_record(first, second, compared)
    lines = list(tell_difference(first, second, compared))
    if story is not None:
        from simulator.api.worlds import play_both

        run, (old, new) = play_both(story, (before, after), seed=seed, db=db)
        endings = replace(old, terms=first), replace(new, terms=second)
        differences = tuple(compare_ledgers(old.ledger, new.ledger))
        seen = f"with the analyses of run {run}" if run else "with analyses made now"
        lines += [
            "",
            paragraph(f"What differs in what is held at the end of {story}, day {old.day}, {seen}:"),
            *tell_held_differently(*endings, differences, each=each),
        ]
        held = held_differently_as_record(*endings, differences)
        record |= {"story": story, "analyses_of": run, "held": held}
    if day is not None or run_name is not None:
        means, told = _weigh_both((first, second), day, run_name, db)
        record |= means
        lines += ["", *told]
    if as_json:
        click.echo(json.dumps(record))
        return
    for line in lines:
        click.echo(line)


def _weigh_both(
    terms: tuple[Terms, Terms], day: int | None, run_name: str | None, db: Path | None
) -> tuple[dict[str, Any], list[str]]:
    """What either set means on a day of a run, as a record and in lines."""
    run = read_run(db, run_name)
    on = run.day(day)
    ledger, standing = run.world(on).ledger, stand(event for event in run.events if event.day <= on)
    now = run.scenario.terms_on(on)
    before, after = (weigh(ledger, each, on, standing, in_force=each == now) for each in terms)
    means = {"day": on, "before": meaning_as_record(before), "after": meaning_as_record(after)}
    return {"run": run.name, "means": means}, list(tell_meanings(terms, (before, after), on, standing))
