import json
import sys

import click

from simulator.catalog.load import load_app, load_policy_tests, load_terms
from simulator.catalog.shelf import Kind, names
from simulator.cli.options import json_option
from simulator.cli.terms.diff import diff
from simulator.cli.terms.drift import drift
from simulator.cli.terms.prove import prove
from simulator.domain.phone import Toggle
from simulator.report.findings import findings_as_record, tell_findings
from simulator.report.policy_tests import examination_as_record, tell_examination
from simulator.report.terms import row_of, tell_row, tell_terms, terms_as_record
from simulator.terms.checks.finding import Case, Severity
from simulator.terms.checks.run import run_checks
from simulator.terms.policy_tests import examine


@click.group("terms")
def command() -> None:
    """Show, check, compare and test sets of terms.

    A set is an id such as gdpr-strict, or a file of yours that ends in .toml. Every set illustrates terms as they were
    read, never a company's real systems.
    """


@click.command("list")
@json_option
def list_terms(*, as_json: bool) -> None:
    """List the shipped sets, dated, and how well each is known."""
    sets = [load_terms(name) for name in names(Kind.TERMS)]
    if as_json:
        click.echo(json.dumps([row_of(terms) for terms in sets]))
        return
    for terms in sets:
        for line in tell_row(terms):
            click.echo(line)


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


@click.command("test")
@click.argument("files", nargs=-1, metavar="[FILES]...")
@json_option
def test(files: tuple[str, ...], *, as_json: bool) -> None:
    """Run tests of terms, and say what they do not cover.

    FILES are ids of shipped tests or files of yours; without them all shipped ones are run. Exits with 1 when a test
    fails.
    """
    loaded = [load_policy_tests(name) for name in files or names(Kind.POLICY_TESTS)]
    examinations = [examine(tests, load_terms(tests.terms)) for tests in loaded]
    if as_json:
        click.echo(json.dumps([examination_as_record(each) for each in examinations]))
    else:
        for examination in examinations:
            for line in tell_examination(examination):
                click.echo(line)
    sys.exit(1 if any(examination.failed for examination in examinations) else 0)


for subcommand in (list_terms, show, check, diff, test, prove, drift):
    command.add_command(subcommand)
