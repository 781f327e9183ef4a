"""The record of an experiment that was never run, so that how it looks does not hang on what the model says today."""

from typing import Any

from simulator.domain.categories import DataCategory
from simulator.experiment.metric import SAYS, Metric

ARMS = ("even-handed", "highlighted", "hidden", "obstruction", "shame", "trick", "small-print")
_PARTS = (16, 4, 21, 2, 17, 14, 3, 8, 2, 11, 2)  # of a hundred people, in the order of the kinds of yes and no
_KINDS = tuple(metric for metric in Metric if metric.startswith(("allow.", "dont.")))
_FUNNEL = (Metric.NOTICED, Metric.LOOKED, Metric.FOUND, Metric.SWITCHED, Metric.WITHDRAWN)
_ANSWERS = ("dont.unread", "dont.mistaken", "allow.slip", "ignored", "allow.mistaken", "allow.unread")


def record() -> dict[str, Any]:
    return {
        "experiment": "dark-patterns",
        "title": "Two equal buttons against six ways to make a no harder",
        "people": 20_000,
        "planned": 20_000,
        "seed": 7,
        "days": 60,
        "metrics": ["fidelity", "allow", "wrong-allow", "ideas.kept"],
        "arms": [_arm(place, name) for place, name in enumerate(ARMS)],
        "contrasts": [_contrast(place, name) for place, name in enumerate(ARMS) if place],
        "field_test": {"people": [1142 + place for place in range(len(ARMS))], "sample_ratio_p": 0.73, "power": 0.8},
        "note": "A model of people, not evidence about yours.",
    }


def _mean(metric: Metric, place: int) -> float:
    if metric in _KINDS:
        # Each world moves some from a no that was not read to a yes that was not.
        moved = {Metric.ALLOW_MISTAKEN: place, Metric.DONT_UNREAD: -place}.get(metric, 0)
        return (_PARTS[_KINDS.index(metric)] + moved) / sum(_PARTS)
    if metric in _FUNNEL:
        return 0.2 / (1 + 2 * _FUNNEL.index(metric)) + place / 100
    return 0.6 - place / 50 if SAYS[metric].share else 3.0 + place


def _estimate(value: float, reach: float) -> dict[str, float]:
    return {"value": value, "low": value - reach, "high": value + reach}


def _arm(place: int, name: str) -> dict[str, Any]:
    return {
        "id": name,
        "title": name,
        "metrics": {metric.value: _estimate(_mean(metric, place), 0.01) for metric in Metric},
        "held": {
            category.value: {"kindest": 1000 * (5 + number // 3), "harshest": 1000 * (5 + number // 3) + 600 * place}
            for number, category in enumerate(DataCategory)
        },
    }


def _contrast(place: int, name: str) -> dict[str, Any]:
    return {
        "arm": name,
        "against": ARMS[0],
        "metrics": {metric.value: _gap(_mean(metric, place) - _mean(metric, 0)) for metric in Metric},
        "guardrails": [
            {
                "metric": "wrong-allow",
                "most": 0.02,
                "worse_by": _estimate(place / 50, 0.01),
                "verdict": ("holds", "open", "broken")[place % 3],
            }
        ],
        "flows": [
            *({"from": one, "to": other, "people": 90 * place - 7 * at} for at, (one, other) in enumerate(_pairs())),
            {"from": "allow.informed", "to": "allow.informed", "people": 18_000},
        ],
        "flipped": {
            "people": 330 * place,
            "causes": [
                {"cause": "glanced", "from": "no", "to": "yes", "people": 200 * place},
                {"cause": "gave_in", "from": "no", "to": "yes", "people": 100 * place},
                {"cause": "slipped", "from": "yes", "to": "no", "people": 20 * place},
                {"cause": "looked", "from": "yes", "to": "withdrawn", "people": 6 * place},
                {"cause": "switched", "from": "withdrawn", "to": "yes", "people": 4 * place},
            ],
            "first": [
                {"person": 13 * row, "name": person, "from": "no", "to": "yes", "cause": "glanced"}
                for row, person in enumerate(("Sonya", "Justin", "Ellen", "Edward", "Katherine", "Ashlee", "Megan"), 1)
            ],
        },
    }


def _pairs() -> list[tuple[str, str]]:
    return [(one, other) for one in _ANSWERS[:3] for other in _ANSWERS[3:]]


def _gap(value: float) -> dict[str, Any]:
    field = {**_estimate(value * 1.2, 0.04), "p": 0.04}
    looks = [
        {
            "people": 500 * number,
            "naive": {**_estimate(value, 0.1 / number), "p": 0.2},
            "always_valid": {"low": value - 0.2 / number, "high": value + 0.2 / number},
        }
        for number in range(1, 6)
    ]
    return {
        "paired": {**_estimate(value, 0.005), "p": 0.001},
        "field": {**field, "detectable": 0.07, "power": 0.62, "looks": looks},
    }
