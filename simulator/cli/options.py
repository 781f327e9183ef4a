"""Options that several commands share."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from simulator.domain.errors import StoreError

if TYPE_CHECKING:
    from sqlite_utils.db import Database

db_option = click.option(
    "--db",
    type=click.Path(path_type=Path),
    help="The database of runs; by default $ROLLCALL_DB, else one in your data folder.",
)
run_option = click.option("--run", "run_name", metavar="NAME", help="Which run; by default the last one.")
json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON instead of sentences.")


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
