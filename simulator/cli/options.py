"""Options that several commands share."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from simulator.domain.errors import RollcallError, StoreError
from simulator.population.row import read_row

if TYPE_CHECKING:
    from sqlite_utils.db import Database

    from simulator.domain.events import Event
    from simulator.store.runs import Run

INTERRUPTED = 130  # what a shell reports for a process that Ctrl-C ended

db_option = click.option(
    "--db",
    type=click.Path(path_type=Path),
    help="The database of runs; by default $ROLLCALL_DB, else one in your data folder.",
)
run_option = click.option("--run", "run_name", metavar="NAME", help="Which run; by default the last one.")
json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON instead of sentences.")


def read_person(text: str) -> tuple[int, int]:
    """The seed and the row of a person. Raises `RollcallError`: it is not both, such as 7:483112."""
    seed, person = read_row(text)
    if seed is None:
        raise RollcallError(f"{text!r}: expected SEED:ID, such as 7:483112")
    return seed, person


def open_runs(db: Path | None) -> "Database":
    """The database of runs, which must be there already: looking must not create anything.

    Raises:
        StoreError: there is none, or it cannot be used.
    """
    from simulator.store.database import default_path, open_database

    path = db or default_path()
    if not path.exists():
        raise StoreError(f"{path}: no run is stored yet; `rollcall play` makes one")
    return open_database(path)


def read_run(db: Path | None, name: str | None) -> "tuple[Run, list[Event]]":
    """A recorded run and everything that happened in it.

    Raises:
        StoreError: there is no such run, it cannot be read, or it was stopped before anything happened.
    """
    from simulator.store.read import events_of
    from simulator.store.runs import find_run

    with open_runs(db) as database:
        run = find_run(database, name)
        events = list(events_of(database, run))
    if not events:
        raise StoreError(f"run {run.name!r} was stopped before anything happened; play the story again")
    return run, events


def pick_day(events: "list[Event]", day: int | None) -> int:
    """The day asked for, or the last one.

    Raises:
        StoreError: the run does not reach that day.
    """
    first, last = events[0].day, events[-1].day
    if day is not None and not first <= day <= last:
        raise StoreError(f"day {day}: the run covers day {first} to day {last}")
    return last if day is None else day
