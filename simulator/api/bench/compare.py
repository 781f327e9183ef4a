"""Two results side by side: what differs by more than noise, and what may not be compared at all."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from simulator.domain.errors import printable
from simulator.domain.log import to_json
from simulator.vision.load.between import pool_floors
from simulator.vision.load.effect import LatencyRatio, compare, compare_queries

_SAME_QUERIES = ("seed", "samples", "source", "size")
_SAME = ("processor", "cores", "flags", "versions", "models", "size", "samples", "source", "seed")


_SAME_RATE = 0.01


@dataclass(frozen=True, slots=True, kw_only=True)
class _Weighed:
    """One scenario of both results; ``pairs`` counts the queries that were compared each with itself, 0 if none was."""

    effect: LatencyRatio
    pairs: int


def common_scenarios(first: Mapping[str, Any], second: Mapping[str, Any]) -> set[str]:
    """The scenarios that both results have."""
    return {run["scenario"] for run in first["scenarios"]} & {run["scenario"] for run in second["scenarios"]}


def compare_results(first: Mapping[str, Any], second: Mapping[str, Any], seed: int) -> dict[str, Any]:
    """How ``second`` differs from ``first``, scenario by scenario, as JSON tells it."""
    floors = [result["floor"] for result in (first, second)]
    floor = max(*(each["within"] for each in floors), pool_floors(*(each["between"] for each in floors)))
    return {
        "kind": "Comparison",
        "noisy": any(run.get("verdict") == "NOISY" for result in (first, second) for run in result["scenarios"]),
        "floor": floor,
        "unlike": [name for name in _SAME if first["card"].get(name) != second["card"].get(name)],
        "scenarios": [_as_record(name, found, floor) for name, found in _pair(first, second, seed)],
    }


def _pair(first: Mapping[str, Any], second: Mapping[str, Any], seed: int) -> Iterator[tuple[str, _Weighed | str]]:
    later = {run["scenario"]: run for run in second["scenarios"]}
    # The seed decides which photo each query asks about, so that the n-th of both is about the same one.
    same = all(first["card"].get(name) == second["card"].get(name) for name in _SAME_QUERIES)
    for run in first["scenarios"]:
        other = later.get(run["scenario"])
        if other is not None:
            yield printable(run["scenario"]), _weigh(run, other, seed, paired=same)


def _weigh(run: Mapping[str, Any], other: Mapping[str, Any], seed: int, *, paired: bool) -> _Weighed | str:
    if "INVALID" in (run.get("verdict"), other.get("verdict")) or not (run["latencies_ms"] and other["latencies_ms"]):
        return "one of the two is INVALID; measure it again"
    rates = [each.get("rate") or 0.0 for each in (run, other)]
    if abs(rates[0] - rates[1]) > _SAME_RATE * max(rates):
        return "photos came at different rates; give both the same --rate"
    if run.get("workers") != other.get("workers"):
        return "different numbers of workers; give both the same --workers"
    before, after = run["latencies_ms"], other["latencies_ms"]
    if not paired:
        return _Weighed(effect=compare(before, after, seed, paired=False), pairs=0)
    both = min(len(before), len(after))
    return _Weighed(effect=compare_queries(before[:both], after[:both], seed), pairs=both)


def _as_record(name: str, found: _Weighed | str, floor: float) -> dict[str, Any]:
    if isinstance(found, str):
        return {"scenario": name, "standing": "not compared", "why": found}
    return {
        "scenario": name,
        "standing": found.effect.stand(floor),
        **to_json(found.effect),
        "pairs": found.pairs,
    }
