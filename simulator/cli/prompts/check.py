import json
import sys

import click

from simulator.catalog.load import load_prompt
from simulator.catalog.shelf import Kind, names
from simulator.cli.options import json_option
from simulator.consent.symmetry.finding import Weight
from simulator.consent.symmetry.run import run_checks
from simulator.report.prompts import asymmetries_as_record, tell_asymmetries


@click.command("check")
@click.argument("ids", metavar="[ID]...", nargs=-1)
@json_option
def check(ids: tuple[str, ...], *, as_json: bool) -> None:
    """Ask of each prompt, or of all that are shipped, whether a no is as easy as a yes.

    Each question has a page in docs/checks/prompts/. Exits with 1 when a finding is an error. Warnings, which are what
    cannot be even, do not change the exit code 0.
    """
    prompts = [load_prompt(name) for name in ids or names(Kind.PROMPTS)]
    found = [(prompt, run_checks(prompt)) for prompt in prompts]
    if as_json:
        click.echo(json.dumps([asymmetries_as_record(prompt, findings) for prompt, findings in found]))
    else:
        for prompt, findings in found:
            for line in tell_asymmetries(prompt, findings):
                click.echo(line)
    errors = any(finding.weight is Weight.ERROR for _, findings in found for finding in findings)
    sys.exit(1 if errors else 0)
