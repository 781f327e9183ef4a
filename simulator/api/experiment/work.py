"""Counts an experiment for somebody who looks on; `order` lists what is told."""

import time
from typing import Final

from simulator.api.child import Desk
from simulator.api.experiment.counted import CountedExperiment
from simulator.api.experiment.counting import count_experiment
from simulator.api.experiment.order import CountOrder
from simulator.catalog.plans import load_plan
from simulator.experiment.plan import Plan
from simulator.experiment.run import size_of_batches
from simulator.store.database import default_path

_A_WHILE: Final = 0.25  # seconds between two results of what is counted so far
# Often enough for a bar that moves, and not so often that beginning a batch is what takes the time.
_BATCHES, _SMALLEST = 40, 1_000


def size_to_watch(plan: Plan) -> int:
    """People in a batch, for somebody who looks on."""
    return min(size_of_batches(plan), max(_SMALLEST, -(-plan.people // _BATCHES)))


class _Teller:
    """Tells what is counted so far, but not more often than anybody can look at.

    Args:
        desk: hears it.
        goes_on: whether more is asked after the count; the whole of it is told before that.
    """

    def __init__(self, desk: Desk, *, goes_on: bool) -> None:
        self._desk, self._goes_on = desk, goes_on
        self._last = float("-inf")

    def __call__(self, counted: CountedExperiment) -> None:
        whole = counted.tally.people == counted.plan.people
        if self._goes_on if whole else time.monotonic() - self._last >= _A_WHILE:
            _tell(counted, self._desk)
            self._last = time.monotonic()


def count(order: CountOrder, desk: Desk) -> None:
    """Count an order; a stop keeps what was counted."""
    try:
        with desk.stopping_at_once():
            _count(order, desk)
    except KeyboardInterrupt:
        desk.tell({"kind": "stopped"})


def _count(order: CountOrder, desk: Desk) -> None:
    trial = order.trial
    plan = load_plan(trial.experiment, people=trial.people, seed=trial.seed)
    counted = count_experiment(
        plan,
        db=order.db or default_path(),
        size=size_to_watch(plan),
        watch=_Teller(desk, goes_on=trial.fragility or trial.replays > 0),
        replays=trial.replays,
        fragility=trial.fragility,
    )
    _tell(counted, desk)
    desk.tell({"kind": "end"})


def _tell(counted: CountedExperiment, desk: Desk) -> None:
    """What is counted so far, or in the end."""
    desk.tell({"kind": "results", "results": counted.results})
