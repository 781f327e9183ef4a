"""`rollcall calibrate`: the free parameters of the behaviour model, fitted to published studies."""

import json
import os
import sys
from pathlib import Path

import click

from simulator.behaviour.calibration.fit import fit
from simulator.behaviour.calibration.habituation import find_habituation
from simulator.behaviour.calibration.targets import find_targets
from simulator.catalog.load import DEFAULT_BEHAVIOUR, load_behaviour
from simulator.catalog.shelf import find
from simulator.catalog.studies import load_studies, load_vocabulary
from simulator.cli.options import INTERRUPTED, json_option
from simulator.domain.errors import RollcallError
from simulator.domain.shelf import Shelf
from simulator.report.behaviour import fit_as_record, tell_fit, write_behaviour


@click.command("calibrate")
@click.option("--behaviour", default=DEFAULT_BEHAVIOUR, show_default=True, metavar="ID", help="The registry to refit.")
@click.option("--studies", type=click.Path(path_type=Path), metavar="FILE", help="Other studies than those shipped.")
@click.option("--out", type=click.Path(path_type=Path), metavar="FILE", help="Write there instead of to the registry.")
@json_option
def command(*, behaviour: str, studies: Path | None, out: Path | None, as_json: bool) -> None:
    """Refit the behaviour model to the rows whose role is calibrate, and write its registry.

    Takes some seconds and gives the same each time. Ctrl-C leaves the registry as it was.
    """
    parameters = load_behaviour(behaviour)
    rows = load_studies(studies).rows
    targets = find_targets(rows, load_vocabulary())
    if not targets:
        raise RollcallError("no row with role calibrate can be fitted to; `rollcall validate` says why for each")
    try:
        result = fit(parameters, targets, find_habituation(rows), _show_round)
    except KeyboardInterrupt:
        click.echo("rollcall: stopped; nothing was written", err=True)
        sys.exit(INTERRUPTED)
    finally:
        if sys.stderr.isatty():
            click.echo("\r" + " " * 12 + "\r", nl=False, err=True)
    path = out or find(Shelf.BEHAVIOUR, behaviour)
    changed = _write(path, write_behaviour(result.parameters))
    if as_json:
        click.echo(json.dumps(fit_as_record(result, targets, str(path))))
        return
    for line in tell_fit(result, targets):
        click.echo(line)
    click.echo(f"Written to {path}" if changed else f"{path} says the same already.")


def _show_round(number: int) -> None:
    if sys.stderr.isatty():
        click.echo(f"\rround {number} ", nl=False, err=True)


def _write(path: Path, text: str) -> bool:
    """Replace the file as a whole; False if it held just this."""
    try:
        if path.is_file() and path.read_text(encoding="utf-8") == text:
            return False
        beside = path.with_name(f".{path.name}.{os.getpid()}")
        beside.write_text(text, encoding="utf-8")
        beside.replace(path)
    except OSError as error:
        raise RollcallError(f"{path}: cannot be written ({error.strerror}); name another file with --out") from error
    return True
