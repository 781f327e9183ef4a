import json

import click

from simulator.catalog.load import load_prompt
from simulator.catalog.shelf import Kind, names
from simulator.cli.options import json_option
from simulator.report.prompts import row_of, tell_row


@click.command("list")
@json_option
def list_prompts(*, as_json: bool) -> None:
    """List the shipped prompts, dark, bright and neutral, each with its patterns."""
    prompts = [load_prompt(name) for name in names(Kind.PROMPTS)]
    if as_json:
        click.echo(json.dumps([row_of(prompt) for prompt in prompts]))
        return
    for prompt in prompts:
        for line in tell_row(prompt):
            click.echo(line)
