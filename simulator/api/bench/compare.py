"""Two results side by side: what differs by more than noise, and what may not be compared at all."""

from collections.abc import Iterator, Mapping
from typing import Any

from simulator.domain.errors import printable
from simulator.domain.log import to_json
from simulator.vision.load.effect import LatencyRatio, compare

_SAME = ("processor", "cores", "flags", "versions", "models", "size", "samples", "source", "seed")


_SAME_RATE = 0.01


def common_scenarios(first: Mapping[str, Any], second: Mapping[str, Any]) -> set[str]:
    """The scenarios that both results have."""
    return {run["scenario"] for run in first["scenarios"]} & {run["scenario"] for run in second["scenarios"]}


def compare_results(first: Mapping[str, Any], second: Mapping[str, Any], seed: int) -> dict[str, Any]:
    """How ``second`` differs from ``first``, scenario by scenario, as JSON tells it."""
    floor = max(result["floor"]["share"] for result in (first, second))
    return {
        "kind": "Comparison",
        "floor": floor,
        "unlike": [name for name in _SAME if first["card"].get(name) != second["card"].get(name)],
        "scenarios": [_as_record(name, found, floor) for name, found in _pair(first, second, seed)],
    }


def _pair(first: Mapping[str, Any], second: Mapping[str, Any], seed: int) -> Iterator[tuple[str, LatencyRatio | str]]:
    later = {run["scenario"]: run for run in second["scenarios"]}
    for run in first["scenarios"]:
        other = later.get(run["scenario"])
        if other is not None:
            yield printable(run["scenario"]), _weigh(run, other, seed)


def _weigh(run: Mapping[str, Any], other: Mapping[str, Any], seed: int) -> LatencyRatio | str:
    if "INVALID" in (run.get("verdict"), other.get("verdict")) or not (run["latencies_ms"] and other["latencies_ms"]):
        return "one of the two is INVALID; measure it again"
    rates = [each.get("rate") or 0.0 for each in (run, other)]
    if abs(rates[0] - rates[1]) > _SAME_RATE * max(rates):
        return "photos came at different rates; give both the same --rate"
    if run.get("workers") != other.get("workers"):
        return "different numbers of workers; give both the same --workers"
    return compare(run["latencies_ms"], other["latencies_ms"], seed, paired=False)


def _as_record(name: str, found: LatencyRatio | str, floor: float) -> dict[str, Any]:
    if isinstance(found, str):
        return {"scenario": name, "standing": "not compared", "why": found}
    return {"scenario": name, "standing": found.stand(floor), **to_json(found)}
