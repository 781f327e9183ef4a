import click

from simulator.cli.prompts.check import check
from simulator.cli.prompts.listing import list_prompts
from simulator.cli.prompts.show import show


@click.group("prompts")
def command() -> None:
    """Show, check and compare the questions that an app may ask.

    A prompt is an id such as even-handed, or a file of yours that ends in .toml.
    """


for subcommand in (list_prompts, show, check):
    command.add_command(subcommand)
