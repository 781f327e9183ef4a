"""Options that several commands share."""

from pathlib import Path

import click

from simulator.domain.errors import RollcallError
from simulator.population.row import read_row

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
