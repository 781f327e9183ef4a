"""`rollcall export`: what was promised and what is held, in the formats of others, to be carried away."""

import contextlib
import json
import os
from collections.abc import Mapping
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any, TypeVar

import click

from simulator.api.recorded import read_run
from simulator.catalog.load import load_app, load_prompt, load_terms
from simulator.cli.options import db_option, run_option
from simulator.consent.app import App
from simulator.consent.prompt import Prompt
from simulator.domain.errors import RollcallError
from simulator.report.exports.dossier import dossier as make_dossier
from simulator.report.exports.dpv import dpv_document
from simulator.report.exports.fides_manifest import manifest
from simulator.report.exports.person import start_of
from simulator.report.exports.receipt import receipt as make_receipt
from simulator.terms.clause import Terms

N = TypeVar("N", Terms, Prompt, App)

_out_option = click.option(
    "--out", type=click.Path(path_type=Path), metavar="FILE", help="Write to this file instead of the screen."
)
_run_terms_option = click.option(
    "--terms", metavar="FILE", help="The terms, if the run was played under a file of yours."
)

_terms_option = click.option("--terms", metavar="ID", required=True, help="A set of terms, or a file of yours.")


@click.group("export")
def command() -> None:
    """Write a run or a set of terms as JSON for other tools: docs/exports.md shows each form.

    What the terms do not say is written as not stated. Every export illustrates terms, never a company's real systems.
    """


@command.command("receipt")
@_run_terms_option
@click.option("--prompt", metavar="FILE", help="The prompt, if the run was played with a file of yours.")
@click.option("--app", metavar="FILE", help="The app, if the run was played with a file of yours.")
@run_option
@db_option
@_out_option
def receipt(
    *, terms: str | None, prompt: str | None, app: str | None, run_name: str | None, db: Path | None, out: Path | None
) -> None:
    """Write the consent receipt of a run, after ISO/IEC TS 27560."""
    run = read_run(db, run_name)
    started = start_of(run.events)
    rules = _played_with(started.terms, load_terms(terms or started.terms))
    asked = _played_with(started.prompt, load_prompt(prompt or started.prompt))
    shown = _played_with(started.app, load_app(app or started.app))
    _put(make_receipt(run.name, run.events, rules, asked, shown), out)


@command.command("dossier")
@click.option("--day", type=int, help="The day of the story; by default its last.")
@_run_terms_option
@run_option
@db_option
@_out_option
def dossier(*, day: int | None, terms: str | None, run_name: str | None, db: Path | None, out: Path | None) -> None:
    """Write everything that is held about the person of a run on one day, each thing with its clause."""
    run = read_run(db, run_name)
    # A dossier may be asked for a day after the story's end: what is promised by then is known.
    on = run.last_day if day is None else day
    rules = run.scenario.rules_on(on) if terms is None else load_terms(terms)
    if terms is not None:
        _played_with(start_of(run.events).terms, rules)
    _put(make_dossier(run.name, run.events, rules, on), out)


@command.command("fideslang")
@_terms_option
@_out_option
def fideslang(*, terms: str, out: Path | None) -> None:
    """Write a set of terms as a fideslang manifest: JSON, which is YAML too."""
    _put(manifest(load_terms(terms)), out)


@command.command("dpv")
@_terms_option
@_out_option
def dpv(*, terms: str, out: Path | None) -> None:
    """Write a set of terms as JSON-LD in the W3C Data Privacy Vocabulary."""
    _put(dpv_document(load_terms(terms)), out)


def _played_with(wanted: str, found: N) -> N:
    """The scenario file, if it is the one that the run was played with: a receipt of other terms would be a forgery.

    Raises:
        RollcallError: it has another id.
    """
    if found.id != wanted:
        raise RollcallError(
            f"the run was played with {wanted}, not with {found.id}; name the file that it was played with"
        )
    return found


def _put(record: Mapping[str, Any], out: Path | None) -> None:
    text = json.dumps(record, indent=2)
    if out is None:
        click.echo(text)
        return
    try:
        _write_whole(Path(os.path.realpath(out)), f"{text}\n")
    except OSError as error:
        raise RollcallError(f"{out}: cannot be written ({error.strerror}); name another file with --out") from error


def _write_whole(path: Path, text: str) -> None:
    """Write beside the file first, so that nobody ever finds half of it, nor loses what was there.

    Raises:
        RollcallError: it is there and no plain file, such as a folder.
        OSError: it cannot be written.
    """
    if path.exists() and not path.is_file():
        raise RollcallError(f"{path}: is no plain file; name one with --out")
    with NamedTemporaryFile("w", encoding="utf-8", dir=path.parent, prefix=f".{path.name}.", delete=False) as draft:
        beside = Path(draft.name)
        try:
            draft.write(text)
            draft.close()
            beside.replace(path)
        except BaseException:
            with contextlib.suppress(OSError):
                beside.unlink()
            raise
