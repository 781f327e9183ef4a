"""`rollcall validate`: what the behaviour model would have said of published studies, beside what they found."""

import json
from pathlib import Path

import click

from simulator.behaviour.calibration.targets import find_targets, training_means
from simulator.behaviour.validation.study import CALIBRATE
from simulator.behaviour.validation.validate import validate
from simulator.catalog.load import DEFAULT_BEHAVIOUR, load_behaviour
from simulator.catalog.studies import load_studies, load_vocabulary
from simulator.cli.options import json_option
from simulator.report.validation import tell_validation, validation_as_record


@click.command("validate")
@click.option("--studies", type=click.Path(path_type=Path), metavar="FILE", help="Studies of your own, as CSV.")
@click.option("--behaviour", default=DEFAULT_BEHAVIOUR, show_default=True, metavar="ID", help="The model's parameters.")
@json_option
def command(*, studies: Path | None, behaviour: str, as_json: bool) -> None:
    """Predict published studies from their design factors, each anchored on its control.

    FILE has the columns study, condition, design_factors (JSON), metric and value, and may have unit, interval, role
    and evidence. Without it, the studies that are shipped are predicted; those that the model was fitted to are told
    apart.
    """
    parameters = load_behaviour(behaviour)
    vocabulary, shipped = load_vocabulary(), load_studies()
    fitted = frozenset(row.key for row in shipped.rows if row.role == CALIBRATE)
    result = validate(shipped if studies is None else load_studies(studies), vocabulary, parameters, fitted)
    trained = training_means(find_targets(shipped.rows, vocabulary))
    if as_json:
        click.echo(json.dumps(validation_as_record(result, trained)))
        return
    for line in tell_validation(result, trained):
        click.echo(line)
