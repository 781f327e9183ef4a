"""`rollcall evaluate`: the truth beside what the analyzer believed, on fresh synthetic people."""

import json
import platform
import sys
from datetime import UTC, datetime
from pathlib import Path

import click

from simulator.accuracy.evaluation import Evaluation
from simulator.accuracy.profile import profile_of
from simulator.api.seen import open_survey
from simulator.catalog.shelf import is_id
from simulator.cli.options import INTERRUPTED, json_option
from simulator.domain.errors import RollcallError, printable
from simulator.domain.log import to_json
from simulator.report.evaluation import tell_evaluation
from simulator.report.profile import write_profile
from simulator.vision.evaluate.rounding import Rounding
from simulator.vision.evaluate.survey import Survey
from simulator.vision.load.machine import read_processor

_SEED = 2026  # no shipped story's, so these people are nobody that was seen before


@click.command("evaluate")
@click.option("--people", default=3, show_default=True, metavar="N", type=int, help="How many camera rolls.")
@click.option("--days", default=60, show_default=True, metavar="N", type=int, help="How many days of each.")
@click.option("--seed", default=_SEED, show_default=True, type=click.IntRange(0, 2**63 - 1), help="Whose world.")
@click.option("--leave-out", is_flag=True, help="Measure drawings that the head never saw too; takes 2 minutes more.")
@click.option("--float", "exact", metavar="FILE", type=click.Path(path_type=Path), help="Compare with floats.")
@click.option("--profile", metavar="FILE", type=click.Path(path_type=Path), help="Write the analyzer's profile.")
@json_option
def command(
    *, people: int, days: int, seed: int, leave_out: bool, exact: Path | None, profile: Path | None, as_json: bool
) -> None:
    """Measure the analyzer on drawn photos of fresh people, of which the truth is known. Takes a minute.

    Ctrl-C keeps what was measured, marked incomplete, and exits with 130. Comparing 8 bits with floats needs the float
    network: `python -m simulator.vision.build --float FILE` writes it.
    """
    if profile is not None:
        _check_profile_file(profile)
    survey = open_survey(people, days, seed, rounding=None if exact is None else Rounding(exact), leave_out=leave_out)
    _watch(survey)
    result = survey.result()
    _print(result, as_json=as_json)
    if not result.complete:
        unwritten = "" if profile is None else f"; {profile} is not written"
        click.echo(f"rollcall: stopped; what was measured until then is above{unwritten}", err=True)
        sys.exit(INTERRUPTED)
    if profile is not None:
        _write(profile, result)


def _check_profile_file(path: Path) -> None:
    """Before a minute of work rather than after it."""
    if not is_id(path.stem) or path.suffix != ".toml":
        raise RollcallError(
            f"{path}: expected a file such as my-machine.toml: lower-case letters, digits and hyphens name the profile"
        )
    if path.is_dir() or not path.parent.is_dir():
        raise RollcallError(f"{path}: cannot be written there; name a file in a folder that exists")


def _watch(survey: Survey) -> None:
    """Run it, saying on a terminal how far it is; Ctrl-C ends it early."""
    shown = sys.stderr.isatty()
    try:
        for step in survey.run():
            if shown:
                click.echo(f"\r{step:<40}", nl=False, err=True)
    except KeyboardInterrupt:
        pass
    if shown:
        click.echo(f"\r{'':<40}\r", nl=False, err=True)


def _print(result: Evaluation, *, as_json: bool) -> None:
    if as_json:
        click.echo(json.dumps(to_json(result)))
        return
    for line in tell_evaluation(result):
        click.echo(line)
    if result.rounding is None:
        click.echo("")
        click.echo("8 bits against floats: not measured; it needs --float FILE.")
    if result.left_out is None:
        click.echo("Drawings that the head never saw: not measured; it needs --leave-out.")


def _write(path: Path, result: Evaluation) -> None:
    if not result.photos:
        raise RollcallError(f"{path}: nothing to write, because nobody took a photo; ask for more --days or --people")
    profile = profile_of(result, name=path.stem, machine=_machine(), measured=datetime.now(UTC).date().isoformat())
    try:
        path.write_text(write_profile(profile), encoding="utf-8")
    except OSError as error:
        raise RollcallError(f"{path}: cannot be written ({error.strerror}); name another file") from error


def _machine() -> str:
    return printable(f"{read_processor().model}, {platform.system()} {platform.machine()}")
