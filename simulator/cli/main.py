import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any

import click

import simulator
from simulator.domain.errors import RollcallError

# Loaded when asked for: `rollcall --help` must not wait for a model runtime.
_COMMANDS = {
    "play": "simulator.cli.play",
    "held": "simulator.cli.held",
    "why": "simulator.cli.why",
    "list": "simulator.cli.listing",
    "analyze": "simulator.cli.analyze",
}


class _LazyGroup(click.Group):
    """Commands live one a module, under the name of the command."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  (click's signature)
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = import_module(_COMMANDS[cmd_name]).command
        return command


@click.group(cls=_LazyGroup, invoke_without_command=True)
@click.version_option(simulator.__version__, prog_name="rollcall")
@click.pass_context
def rollcall(context: click.Context) -> None:
    """What one tap on Allow does to a camera roll. Without a command: the default story.

    An illustration of terms, not of any company's real systems.
    """
    if context.invoked_subcommand is None:
        from simulator.cli.play import command as play

        context.invoke(play)


def main(arguments: Sequence[str] | None = None) -> Any:
    """Run one command; any foreseen error is one line on stderr and exit code 2."""
    try:
        return rollcall.main(arguments, prog_name="rollcall")
    except RollcallError as error:
        click.echo(f"rollcall: {error}", err=True)
        sys.exit(2)
