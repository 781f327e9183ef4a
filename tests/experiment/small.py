"""Plans that are quick to run."""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from simulator.catalog.plans import load_plan
from simulator.experiment.design import FieldTest
from simulator.experiment.plan import Plan
from simulator.experiment.run import run
from simulator.experiment.tally import Tally

_WHOLE = load_plan("re-prompt")
# Asked once against asked until it is allowed: an effect that a few hundred people show.
PLAN = replace(_WHOLE, worlds=(_WHOLE.worlds[0], _WHOLE.worlds[-1]))


def people(*rows: int) -> NDArray[np.uint64]:
    return np.array(rows, np.uint64)


def small_plan(*, people: int = 400, field: int = 300, looks: int = 3, seed: int = 7, days: int = 20) -> Plan:
    test = FieldTest(people=field, looks=looks)
    experiment = replace(PLAN.experiment, days=days, field_test=test)
    return replace(PLAN, experiment=experiment, people=people, seed=seed)


def twins(plan: Plan) -> Plan:
    """The first world and the same again under another name: nothing differs."""
    first = plan.worlds[0]
    return replace(plan, worlds=(first, replace(first, arm=replace(first.arm, id="twin"))))


def total(plan: Plan, size: int) -> Tally:
    first, *others = (done.tally for done in run(plan, size=size))
    for other in others:
        first += other
    return first
