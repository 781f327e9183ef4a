"""Counts an experiment for somebody who looks on; `order` lists what is told."""

import time
from typing import Final

from simulator.api.child import Desk
from simulator.api.experiment.counting import count_all
from simulator.api.experiment.order import Order
from simulator.api.experiment.what_if import ask_what_if
from simulator.catalog.plans import load_plan
from simulator.experiment.plan import Plan
from simulator.experiment.results import conclude
from simulator.experiment.run import size_of_batches
from simulator.experiment.tally import Tally
from simulator.report.experiment_record import results_as_record
from simulator.store.database import open_database
from simulator.store.experiments import finish_experiment

_A_WHILE: Final = 0.25  # seconds between two results of what is counted so far
# Often enough for a bar that moves, and not so often that beginning a batch is what takes the time.
_BATCHES, _SMALLEST = 40, 1_000


def size_to_watch(plan: Plan) -> int:
    """People in a batch, for somebody who looks on."""
    return min(size_of_batches(plan), max(_SMALLEST, -(-plan.people // _BATCHES)))


class _Teller:
    """Tells what is counted so far, but not more often than anybody can look at."""

    def __init__(self, plan: Plan, desk: Desk) -> None:
        self._plan, self._desk = plan, desk
        self._last = float("-inf")

    def __call__(self, tally: Tally) -> None:
        if tally.people == self._plan.people or time.monotonic() - self._last < _A_WHILE:
            return
        self._desk.tell({"kind": "results", "results": results_as_record(conclude(self._plan, tally))})
        self._last = time.monotonic()


def count(order: Order, desk: Desk) -> None:
    """Count an order; a stop keeps what was counted."""
    try:
        with desk.stopping_at_once():
            _count(order, desk)
    except KeyboardInterrupt:
        desk.tell({"kind": "stopped"})


def _count(order: Order, desk: Desk) -> None:
    trial = order.trial
    plan = load_plan(trial.experiment, people=trial.people, seed=trial.seed)
    with open_database(order.db) as database:
        run, tally = count_all(plan, database, mapper=map, size=size_to_watch(plan), watch=_Teller(plan, desk))
        record = results_as_record(conclude(plan, tally))
        finish_experiment(database, run, tally, record)
        desk.tell({"kind": "results", "results": record})
        if more := ask_what_if(plan, replays=trial.replays, fragility=trial.fragility):
            record |= more
            finish_experiment(database, run, tally, record)
            desk.tell({"kind": "results", "results": record})
    desk.tell({"kind": "end"})
