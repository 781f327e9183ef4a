"""The results of an experiment as one JSON object."""

import math
from typing import Any

from simulator.experiment.estimate import Estimate
from simulator.experiment.metric import SAYS
from simulator.experiment.results import CAVEAT, ArmResult, Contrast, Gap, Results
from simulator.experiment.rows.ends import End, Why
from simulator.population.looks import name_of


def results_as_record(results: Results) -> dict[str, Any]:
    """``arms``, ``contrasts``, ``people``, ``seed`` and what is needed to read them."""
    plan = results.plan
    experiment, test = plan.experiment, plan.experiment.field_test
    return {
        "experiment": experiment.id,
        "title": experiment.title,
        "people": results.people,
        "planned": results.planned,
        "seed": plan.seed,
        "days": experiment.days,
        "lives": experiment.lives,
        "metrics": [metric.value for metric in experiment.metrics],
        "arms": [_arm(results, arm) for arm in results.arms],
        "contrasts": [_contrast(contrast, plan.seed) for contrast in results.contrasts],
        "field_test": {
            "people": list(results.in_field),
            "sample_ratio_p": number_as_record(results.split),
            "looks": test.looks,
            "alpha": test.alpha,
            "power": test.power,
        },
        "note": CAVEAT,
    }


def _arm(results: Results, arm: ArmResult) -> dict[str, Any]:
    world = next(world for world in results.plan.worlds if world.arm.id == arm.id)
    return {
        "id": arm.id,
        "title": arm.title,
        "prompt": world.prompt.id,
        "terms": world.terms.id,
        "metrics": {metric.value: estimate_as_record(mean, tested=False) for metric, mean in arm.means.items()},
        "held": {
            category.value: {"kindest": kindest, "harshest": harshest}
            for category, (kindest, harshest) in arm.held.items()
        },
        "standing": list(arm.standing),
    }


def _contrast(contrast: Contrast, seed: int) -> dict[str, Any]:
    return {
        "arm": contrast.arm,
        "against": contrast.against,
        "metrics": {metric.value: {"says": SAYS[metric].says, **_gap(gap)} for metric, gap in contrast.gaps.items()},
        "guardrails": [
            {
                "metric": rail.metric.value,
                "most": rail.most,
                "worse_by": estimate_as_record(rail.worse, tested=False),
                "verdict": rail.verdict.value,
            }
            for rail in contrast.rails
        ],
        "flows": [
            {"from": before, "to": after, "people": people} for (before, after), people in contrast.flows.items()
        ],
        "flipped": {
            "people": contrast.flipped,
            "causes": [
                {"cause": why.name.lower(), "from": before.name.lower(), "to": after.name.lower(), "people": people}
                for (why, before, after), people in contrast.causes.items()
            ],
            "first": [
                {
                    "person": one.person,
                    "name": name_of(seed, one.person),
                    "from": End(one.before).name.lower(),
                    "to": End(one.after).name.lower(),
                    "cause": Why(one.cause).name.lower(),
                }
                for one in contrast.named
            ],
        },
    }


def _gap(gap: Gap) -> dict[str, Any]:
    return {
        "paired": estimate_as_record(gap.paired),
        "field": {
            **estimate_as_record(gap.field),
            "detectable": number_as_record(gap.detectable),
            "power": number_as_record(gap.power),
            "looks": [
                {
                    "people": look.people,
                    "naive": estimate_as_record(look.naive),
                    "always_valid": {"low": number_as_record(look.valid[0]), "high": number_as_record(look.valid[1])},
                }
                for look in gap.looks
            ],
        },
    }


def estimate_as_record(estimate: Estimate, *, tested: bool = True) -> dict[str, Any]:
    """Value and interval, with the two-sided ``p`` where something is tested."""
    record = {"value": estimate.value, "low": estimate.low, "high": estimate.high}
    told = {name: number_as_record(value) for name, value in record.items()}
    return {**told, "p": number_as_record(estimate.p)} if tested else told


def number_as_record(value: float) -> float | None:
    """JSON has no infinity and no 'not a number'."""
    return value if math.isfinite(value) else None
