"""The counting process: `python -m simulator.api.experiment.work ORDER`; `process` lists what it tells."""

import json
import signal
import sys
import time
from pathlib import Path
from typing import Any, Final

from simulator.api.experiment.counting import CountingStopped, count_all
from simulator.api.experiment.process import read_order
from simulator.api.experiment.what_if import ask_what_if
from simulator.catalog.plans import load_plan
from simulator.domain.errors import RollcallError
from simulator.experiment.conclude import conclude
from simulator.experiment.plan import Plan
from simulator.experiment.record import results_as_record
from simulator.experiment.results import Results
from simulator.experiment.run import size_of_batches
from simulator.experiment.tally import Tally
from simulator.store.database import default_path, open_database
from simulator.store.experiments import finish_experiment

_INTERRUPTED: Final = 130  # what a shell reports for a process that Ctrl-C ended
_A_WHILE: Final = 0.25  # seconds between two results of what is counted so far
# Often enough for a bar that moves, and not so often that beginning a batch is what takes the time.
_BATCHES, _SMALLEST = 40, 1_000


def size_to_watch(plan: Plan) -> int:
    """People in a batch, for somebody who looks on."""
    return min(size_of_batches(plan), max(_SMALLEST, -(-plan.people // _BATCHES)))


class _Teller:
    """Tells what is counted so far, but not more often than anybody can look at."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._last = float("-inf")

    def __call__(self, tally: Tally) -> None:
        if tally.people == self._plan.people or time.monotonic() - self._last < _A_WHILE:
            return
        _tell_results(conclude(self._plan, tally))
        self._last = time.monotonic()


def main(text: str) -> None:
    """Count an order; Ctrl-C keeps what was counted and exits with 130."""
    order = read_order(text)
    # A shell that starts the command in the background has it, and so this process, ignore Ctrl-C.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        plan = load_plan(order.experiment, people=order.people, seed=order.seed)
        with open_database(Path(order.db) if order.db else default_path()) as database:
            size = size_to_watch(plan)
            run, tally = count_all(plan, database, mapper=map, size=size, watch=_Teller(plan))
            results = conclude(plan, tally)
            finish_experiment(database, run, tally, results)
            _tell_results(results)
            if order.replays or order.fragility:
                results = ask_what_if(plan, results, replays=order.replays, fragility=order.fragility)
                finish_experiment(database, run, tally, results)
                _tell_results(results)
        _tell({"kind": "end"})
    except CountingStopped:
        sys.exit(_INTERRUPTED)
    except RollcallError as error:
        _tell({"kind": "error", "message": str(error)})


def _tell_results(results: Results) -> None:
    _tell({"kind": "results", "results": results_as_record(results)})


def _tell(record: dict[str, Any]) -> None:
    sys.stdout.write(f"{json.dumps(record)}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1])
