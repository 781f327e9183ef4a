import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

import click

import simulator
from simulator.domain.errors import RollcallError, printable

# Each command lives in a module of its own, loaded when it is asked for: `rollcall --help` must not wait for a model
# runtime, which is also why the help line stands here.
_COMMANDS = {
    "screen": ("simulator.cli.screen", "Open the screen: phone, cloud and ledger."),
    "serve": ("simulator.cli.web.command", "Show the screen in a browser."),
    "play": ("simulator.cli.play", "Play a story to its end and show what is held."),
    "held": ("simulator.cli.held", "Show what is held on a day of a recorded run."),
    "why": ("simulator.cli.why", "Explain why one thing is held, and by which clause."),
    "photo": ("simulator.cli.photo", "Show what is believed of one photo of a recorded run."),
    "replay": ("simulator.cli.replay", "Play a recorded run again and compare it with the record."),
    "fork": ("simulator.cli.fork", "Change one thing in a recorded run and show what differs."),
    "analyze": ("simulator.cli.analyze", "Say what the analyzer sees in photos of your own."),
    "evaluate": ("simulator.cli.evaluate", "Measure how often the analyzer is right, wrong, or unsure."),
    "bench": ("simulator.cli.bench.command", "Measure the analyzer on this machine, by rules that hold."),
    "exposure": ("simulator.cli.exposure", "Count what is processed before a thumb can undo Allow."),
    "doctor": ("simulator.cli.doctor", "Check terminal, libraries, processor, models and store."),
    "terms": ("simulator.cli.terms.group", "Show, check, compare and test sets of terms."),
    "experiment": ("simulator.cli.experiment.command", "Ask many people in several worlds, and compare."),
    "person": ("simulator.cli.person", "Open one of these people as a story."),
    "export": ("simulator.cli.export", "Write a receipt, a dossier, or terms for other tools."),
    "prompts": ("simulator.cli.prompts.group", "Show prompts and check whether a no is as easy as a yes."),
    "validate": ("simulator.cli.validate", "Hold the behaviour model against published studies."),
    "calibrate": ("simulator.cli.calibrate", "Fit the behaviour model to published studies."),
    "people": ("simulator.cli.people", "Look at synthetic people, or find somebody who ..."),
    "list": ("simulator.cli.listing", "List stories, terms, prompts, people, apps, runs or results."),
}


class _LazyGroup(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  (click's signature)
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = import_module(_COMMANDS[cmd_name][0]).command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section("Commands"):
            formatter.write_dl([(name, told) for name, (_, told) in _COMMANDS.items()])


def _tell_version(context: click.Context, _: click.Parameter, asked: bool) -> None:  # noqa: FBT001  (click's signature)
    if not asked or context.resilient_parsing:
        return
    from simulator.api.commit import read_commit

    commit = read_commit(Path(simulator.__file__).parent)
    click.echo(f"rollcall {simulator.__version__}" + (f" ({commit})" if commit else ""))
    context.exit()


@click.group(cls=_LazyGroup, invoke_without_command=True)
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_tell_version,
    help="Show the version and exit.",
)
@click.pass_context
def rollcall(context: click.Context) -> None:
    """What one tap on Allow does to a camera roll.

    Without a command: the screen, or, where there is no terminal, the default story in lines.

    An illustration of terms, not of any company's real systems.
    """
    if context.invoked_subcommand is None:
        on_terminal = sys.stdin.isatty() and sys.stdout.isatty() and sys.stderr.isatty()
        context.invoke(import_module(_COMMANDS["screen" if on_terminal else "play"][0]).command)


def main(arguments: Sequence[str] | None = None) -> Any:
    """Run one command; any foreseen error is one line on stderr and exit code 2."""
    try:
        return rollcall.main(arguments, prog_name="rollcall")
    except RollcallError as error:
        click.echo(f"rollcall: {error}", err=True)
    except OSError as error:
        # Files that the user names and the operating system refuses: a full disk, a folder that cannot be made.
        click.echo(f"rollcall: {printable(error.filename or 'a file')}: {error.strerror}", err=True)
    sys.exit(2)
