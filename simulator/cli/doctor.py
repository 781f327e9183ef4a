"""`rollcall doctor`: whether everything that Rollcall needs is here and whole."""

import json
import os
import platform
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

import click

from simulator.api.versions import read_versions
from simulator.cli.options import db_option, json_option
from simulator.domain.agree import write_count
from simulator.domain.errors import RollcallError, printable
from simulator.report.lines import paragraph

_LIBRARIES = ("onnxruntime", "numpy", "pillow", "sqlite-utils", "cattrs", "click", "faker", "platformdirs")
_LEAST_COLUMNS = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class Examined:
    """One thing that was looked at; ``well`` False means that something will not work."""

    about: str
    well: bool
    says: str


@click.command("doctor")
@db_option
@json_option
def command(*, db: Path | None, as_json: bool) -> None:
    """Look at the terminal, the libraries, the processor, the models and the store.

    Exits with 0 when all is well, else with 1.
    """
    findings = list(_examine(db))
    well = all(finding.well for finding in findings)
    if as_json:
        click.echo(json.dumps({"kind": "Doctor", "well": well, "findings": [asdict(each) for each in findings]}))
    else:
        for finding in findings:
            mark = "" if finding.well else "NOT WELL: "
            click.echo(paragraph(f"{finding.about}: {mark}{finding.says}"))
        click.echo("All is well." if well else "Something is not well.")
    sys.exit(0 if well else 1)


def _examine(db: Path | None) -> Iterator[Examined]:
    looks: tuple[tuple[str, Callable[[], str]], ...] = (
        ("Terminal", _look_at_terminal),
        ("Python", _look_at_python),
        ("Processor", _look_at_processor),
        ("Models", _look_at_models),
        ("Scenarios", _look_at_scenarios),
        ("Store", lambda: _look_at_store(db)),
    )
    for about, look in looks:
        try:
            yield Examined(about=about, well=True, says=look())
        # A library that is missing or broken fails while it is imported, in any way it likes.
        except (RollcallError, ImportError, OSError) as problem:
            yield Examined(about=about, well=False, says=printable(problem))


def _look_at_terminal() -> str:
    if not sys.stdout.isatty():
        return "none, output goes to a file or another program."
    columns, rows = shutil.get_terminal_size()
    narrow = "" if columns >= _LEAST_COLUMNS else f", narrower than the {_LEAST_COLUMNS} that lines may take"
    name = printable(os.environ.get("TERM", "unknown"))
    return f"{name}, {columns} by {rows} characters{narrow}, {_count_colors()}, {sys.stdout.encoding}."


def _count_colors() -> str:
    if os.environ.get("NO_COLOR"):
        return "no colours, as NO_COLOR asks"
    if os.environ.get("COLORTERM") in {"truecolor", "24bit"}:
        return "16 million colours"
    return "256 colours" if "256color" in os.environ.get("TERM", "") else "16 colours or fewer"


def _look_at_python() -> str:
    versions = read_versions(*_LIBRARIES)
    python = versions.pop("python")
    libraries = ", ".join(f"{name} {number}" for name, number in versions.items())
    return f"{python} on {platform.system()} {platform.machine()}; {libraries}."


def _look_at_processor() -> str:
    from simulator.vision.load.machine import read_load, read_processor, tell_int8
    from simulator.vision.network import sums_are_right

    processor, load = read_processor(), read_load()
    flags = "instructions unknown" if processor.flags is None else ", ".join(processor.flags) or "no VNNI or AMX"
    busy = "" if load is None else f" Load: {load[0]:.2f}."
    return f"{processor.model}, {processor.cores} cores, {flags}. {tell_int8(processor, exact=sums_are_right())}{busy}"


def _look_at_models() -> str:
    from simulator.vision.network import MODELS, open_network, read_cards
    from simulator.vision.scenenet import read_labels

    cards = read_cards()
    for card in cards.values():
        open_network(card)
    labels = len(read_labels(MODELS / "labels.txt"))
    hashes = ", ".join(f"{card.file} {card.sha256[:12]}" for card in cards.values())
    return f"{hashes}: as recorded, and they open; {labels} class names."


def _look_at_scenarios() -> str:
    from simulator.catalog.shelf import names
    from simulator.domain.shelf import Shelf

    return ", ".join(f"{kind} {len(names(kind))}" for kind in Shelf) + "."


def _look_at_store(db: Path | None) -> str:
    from simulator.store.database import default_path, open_database
    from simulator.store.read import verify
    from simulator.store.runs import runs

    path = db or default_path()
    if not path.exists():
        _require_writable(path)
        return f"{printable(path)}, not made yet; the first `rollcall play` makes it."
    with open_database(path) as database:
        stored = runs(database)
        if not stored:
            return f"{printable(path)}, writable, no run yet."
        last = verify(database, stored[-1])
    if not last.equal:
        raise RollcallError(
            f"{path}: run {last.run} no longer hashes to what was recorded; its events were changed, play it again"
        )
    count = write_count(len(stored), "run")
    return f"{printable(path)}, writable, {count}; the last, {last.run}, verified: {last.events} events."


def _require_writable(path: Path) -> None:
    above = next(folder for folder in path.absolute().parents if folder.exists())
    if not os.access(above, os.W_OK):
        raise RollcallError(f"{path}: nothing may be written to {above}; name another file with --db")
