"""`rollcall analyze`: what the analyzer believes to see in picture files of your own."""

import json
import sys
from pathlib import Path

import click

from simulator.api.seen import look_at, open_analyzer
from simulator.cli.own_model import model_option, write_card_of, write_card_option
from simulator.domain.errors import AnalyzerError

_CAVEAT = "What follows is what a small network believes to see: a belief, not a truth."


@click.command(name="analyze")
@click.argument("photos", nargs=-1, metavar="PHOTO...", type=click.Path(path_type=Path))
@model_option
@write_card_option
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line for each photo.")
def command(photos: tuple[Path, ...], *, model: Path | None, write_card: bool, as_json: bool) -> None:
    """Say what the analyzer sees in photos of your own. Nothing leaves this machine.

    JPEG, PNG, WebP, AVIF, TIFF, GIF, MPO and HEIC are read; of several pictures in a file, the first.

    A file that cannot be read costs one line on stderr and, once the others are done, exit code 2.
    """
    if write_card:
        write_card_of(model)
        return
    if not photos:
        raise click.UsageError("Missing argument 'PHOTO...'.")
    if not as_json:
        click.echo(_CAVEAT)
    failed = False
    open_analyzer(model)
    for path in photos:
        try:
            seen = look_at(path, model)
        except AnalyzerError as error:
            failed = True
            click.echo(f"rollcall: {error}", err=True)
        else:
            click.echo(json.dumps(seen.as_record()) if as_json else f"\n{seen}")
    if failed:
        sys.exit(2)
