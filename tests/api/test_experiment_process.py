"""An experiment in a process of its own, as the screen has it."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from scripted import job

from simulator.api.child import Errand
from simulator.api.experiment.order import COUNTING, CountOrder
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


def an_order(db: Path, experiment: str = "prompt-wording") -> CountOrder:
    return CountOrder(trial=Trial(experiment=experiment, people=10, seed=None), db=db)


def test_an_experiment_that_cannot_be_read_is_one_line(tmp_path: Path) -> None:
    order = an_order(tmp_path / "runs.db", "no-such")
    assert list(Errand(job("tells_its_order"), order).records()) == [order]
    with pytest.raises(RollcallError, match="none is called"):
        list(Errand(COUNTING, order).records())


def test_what_is_stopped_before_it_began_is_begun_and_stopped(tmp_path: Path) -> None:
    counting = Errand(COUNTING, an_order(tmp_path / "runs.db"))
    counting.stop()
    assert {"kind": "stopped"} in counting.records()


def test_a_process_that_dies_says_so(tmp_path: Path) -> None:
    order = an_order(tmp_path / "runs.db")
    with pytest.raises(RollcallError, match="the counting process ended with 3: no room; what it counted is kept"):
        list(Errand(job("has_no_room", COUNTING.name, COUNTING.kept), order).records())
