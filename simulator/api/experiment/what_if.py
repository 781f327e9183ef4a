"""The field test repeated, and what the conclusion stands on: asked of every arm but the first."""

from dataclasses import replace

from simulator.experiment.fragility import find_fragility
from simulator.experiment.plan import Plan
from simulator.experiment.replay import replay
from simulator.experiment.results import Results


def ask_what_if(plan: Plan, results: Results, *, replays: int, fragility: bool) -> Results:
    """The results of a plan with what is asked of both, of the experiment's first metric."""
    metric, others = plan.experiment.metrics[0], range(1, len(plan.worlds))
    if replays:
        results = replace(results, replay=tuple(replay(plan, metric, arm, replays=replays) for arm in others))
    if fragility:
        results = replace(results, fragility=tuple(find_fragility(plan, metric, arm) for arm in others))
    return results
