import json

import click

from simulator.catalog.load import load_terms
from simulator.catalog.shelf import Kind, names
from simulator.cli.options import json_option
from simulator.report.terms import row_of, tell_row


@click.command("list")
@json_option
def list_terms(*, as_json: bool) -> None:
    """List the shipped sets, dated, and how well each is known."""
    sets = [load_terms(name) for name in names(Kind.TERMS)]
    if as_json:
        click.echo(json.dumps([row_of(terms) for terms in sets]))
        return
    for terms in sets:
        for line in tell_row(terms):
            click.echo(line)
