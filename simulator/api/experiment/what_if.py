"""The field test repeated, and what the conclusion stands on: asked of every arm but the first."""

from typing import Any

from simulator.experiment.fragility import find_fragility
from simulator.experiment.plan import Plan
from simulator.experiment.replay import replay
from simulator.report.what_if import fragility_as_record, replay_as_record


def ask_what_if(plan: Plan, *, replays: int, fragility: bool) -> dict[str, Any]:
    """What `rollcall experiment --json` says of both, of the experiment's first metric; only what is asked for."""
    metric, others = plan.experiment.metrics[0], range(1, len(plan.worlds))
    more: dict[str, Any] = {}
    if replays:
        more["replay"] = [replay_as_record(replay(plan, metric, arm, replays=replays)) for arm in others]
    if fragility:
        more["fragility"] = [fragility_as_record(find_fragility(plan, metric, arm)) for arm in others]
    return more
