"""An experiment in a process of its own, as the screen has it."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from simulator.api.experiment.process import Experimenting, Order, read_order
from simulator.api.ports import Counted, Trial
from simulator.api.stage import RealStage
from simulator.cli.experiment.command import command as experiment
from simulator.domain.errors import RollcallError
from simulator.experiment.record import results_as_record


def test_what_was_stopped_goes_on_and_ends_as_the_command_ends(tmp_path: Path) -> None:
    stage = RealStage(tmp_path / "runs.db")
    trial = Trial(experiment="prompt-wording", people=1200, seed=None)
    first = stage.run_experiment(trial)
    told = []
    for record in first.records():
        told.append(record["kind"])
        # Its first batch is kept by then.
        first.stop()
    assert told in (["results", "stopped"], ["results", "results", "end"])
    *_, last, end = stage.run_experiment(trial).records()
    assert end == {"kind": "end"}
    options = ["prompt-wording", "--people", "1200", "--db", str(tmp_path / "other.db"), "--json"]
    told = json.loads(CliRunner().invoke(experiment, options, catch_exceptions=False).stdout)
    assert results_as_record(last["results"]) == told
    assert stage.read_trial("1") == Counted(results=last["results"], current=True)


def test_an_experiment_that_cannot_be_read_is_one_line(tmp_path: Path) -> None:
    order = Order(experiment="no-such", people=10, seed=None, db=str(tmp_path / "runs.db"))
    assert read_order(order.as_text()) == order
    with pytest.raises(RollcallError, match="none is called"):
        list(Experimenting(order).records())


def test_a_process_that_dies_says_so(tmp_path: Path) -> None:
    order = Order(experiment="prompt-wording", people=10, seed=None, db=str(tmp_path / "runs.db"))
    with pytest.raises(RollcallError, match="ended with 3: no room; what it counted is kept"):
        list(Experimenting(order, ("sh", "-c", "echo no room >&2; exit 3")).records())
