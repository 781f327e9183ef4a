import json
import sys

import click

from simulator.catalog.load import load_app, load_terms
from simulator.cli.options import json_option
from simulator.consent.app import Toggle
from simulator.report.findings import findings_as_record, tell_findings
from simulator.terms.checks.finding import Case, Severity
from simulator.terms.checks.run import run_checks

_TAPS_FOR_A_YES = 1  # the button of the pop-up


@click.command("check")
@click.argument("name", metavar="ID")
@click.option("--app", default="plaza", show_default=True, help="The app whose taps to the switch are counted.")
@json_option
def check(name: str, *, app: str, as_json: bool) -> None:
    """Ask a set what it should be able to answer.

    Each question has a page in docs/checks/. Exits with 1 when a finding is an error: it falls short of a measure that
    a law names, contradicts itself, or leaves something out without a search. Warnings, which are what nobody says, do
    not change the exit code 0.
    """
    taps = load_app(app).taps(Toggle.CLOUD_PROCESSING)
    case = Case(terms=load_terms(name), taps_to_give=_TAPS_FOR_A_YES, taps_to_withdraw=taps)
    findings = run_checks(case)
    if as_json:
        click.echo(json.dumps(findings_as_record(case, findings)))
    else:
        for line in tell_findings(case, findings):
            click.echo(line)
    sys.exit(1 if any(finding.severity is Severity.ERROR for finding in findings) else 0)
