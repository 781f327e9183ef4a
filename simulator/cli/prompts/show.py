import json

import click

from simulator.catalog.load import load_behaviour, load_prompt
from simulator.cli.options import json_option
from simulator.experiment.validation.anchor import Model
from simulator.experiment.validation.compare import beside_an_even_handed_one
from simulator.report.prompts import prompt_as_record, tell_prompt


@click.command("show")
@click.argument("name", metavar="ID")
@json_option
def show(name: str, *, as_json: bool) -> None:
    """Show a prompt: its words, its buttons, its design, and what the model of people expects of it."""
    prompt = load_prompt(name)
    expected = beside_an_even_handed_one(prompt, Model.of(load_behaviour()))
    if as_json:
        click.echo(json.dumps(prompt_as_record(prompt, expected)))
        return
    for line in tell_prompt(prompt, expected):
        click.echo(line)
