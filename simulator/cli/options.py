"""Options that several commands share."""

from pathlib import Path

import click

db_option = click.option(
    "--db",
    type=click.Path(path_type=Path),
    help="The database of runs; by default $ROLLCALL_DB, else one in your data folder.",
)
run_option = click.option("--run", "run_name", metavar="NAME", help="Which run; by default the last one.")
json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON instead of sentences.")
