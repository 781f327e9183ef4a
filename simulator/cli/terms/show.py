import json

import click

from simulator.catalog.load import load_terms
from simulator.cli.options import json_option
from simulator.report.terms import tell_terms, terms_as_record


@click.command("show")
@click.argument("name", metavar="ID")
@json_option
def show(name: str, *, as_json: bool) -> None:
    """Show a set clause by clause, each with its source."""
    terms = load_terms(name)
    if as_json:
        click.echo(json.dumps(terms_as_record(terms)))
        return
    for line in tell_terms(terms):
        click.echo(line)
