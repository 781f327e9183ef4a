import json
import sys

import click

from simulator.behaviour.validation.anchor import Model
from simulator.behaviour.validation.compare import beside_an_even_handed_one
from simulator.catalog.load import load_behaviour, load_prompt
from simulator.catalog.shelf import names
from simulator.cli.options import json_option
from simulator.consent.symmetry.finding import Weight
from simulator.consent.symmetry.run import run_checks
from simulator.domain.shelf import Shelf
from simulator.report.prompts import (
    asymmetries_as_record,
    prompt_as_record,
    row_of,
    tell_asymmetries,
    tell_prompt,
    tell_row,
)


@click.group("prompts")
def command() -> None:
    """Show, check and compare the questions that an app may ask.

    A prompt is an id such as even-handed, or a file of yours that ends in .toml.
    """


@click.command("list")
@json_option
def list_prompts(*, as_json: bool) -> None:
    """List the shipped prompts, dark, bright and neutral, each with its patterns."""
    prompts = [load_prompt(name) for name in names(Shelf.PROMPTS)]
    if as_json:
        click.echo(json.dumps([row_of(prompt) for prompt in prompts]))
        return
    for prompt in prompts:
        for line in tell_row(prompt):
            click.echo(line)


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


@click.command("check")
@click.argument("ids", metavar="[ID]...", nargs=-1)
@json_option
def check(ids: tuple[str, ...], *, as_json: bool) -> None:
    """Ask of each prompt, or of all that are shipped, whether a no is as easy as a yes.

    Each question has a page in docs/checks/prompts/. Exits with 1 when a finding is an error. Warnings, which are what
    cannot be even, do not change the exit code 0.
    """
    prompts = [load_prompt(name) for name in ids or names(Shelf.PROMPTS)]
    found = [(prompt, run_checks(prompt)) for prompt in prompts]
    if as_json:
        click.echo(json.dumps([asymmetries_as_record(prompt, findings) for prompt, findings in found]))
    else:
        for prompt, findings in found:
            for line in tell_asymmetries(prompt, findings):
                click.echo(line)
    errors = any(finding.weight is Weight.ERROR for _, findings in found for finding in findings)
    sys.exit(1 if errors else 0)


for subcommand in (list_prompts, show, check):
    command.add_command(subcommand)
