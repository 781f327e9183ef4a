import json
import sys

import click

from simulator.catalog.load import load_policy_tests, load_terms
from simulator.catalog.shelf import Kind, names
from simulator.cli.options import json_option
from simulator.report.policy_tests import examination_as_record, tell_examination
from simulator.terms.policy_tests import examine


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
