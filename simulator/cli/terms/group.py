import click

from simulator.cli.terms.check import check
from simulator.cli.terms.diff import diff
from simulator.cli.terms.drift import drift
from simulator.cli.terms.listing import list_terms
from simulator.cli.terms.prove import prove
from simulator.cli.terms.show import show
from simulator.cli.terms.test import test


@click.group("terms")
def command() -> None:
    """Show, check, compare and test sets of terms.

    A set is an id such as gdpr-strict, or a file of yours that ends in .toml. Every set illustrates terms as they were
    read, never a company's real systems.
    """


for subcommand in (list_terms, show, check, diff, test, prove, drift):
    command.add_command(subcommand)
