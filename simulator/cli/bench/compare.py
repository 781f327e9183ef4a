"""Two results side by side: what differs by more than noise, and what may not be compared at all."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import click

from simulator.cli.bench.kept import read_result
from simulator.domain.errors import RollcallError, printable
from simulator.report.lines import paragraph
from simulator.vision.load.effect import Effect, Standing, compare

_SAME = ("processor", "cores", "flags", "versions", "models", "size", "samples", "source", "seed")
_SAME_RATE = 0.01


def compare_files(before: Path, after: Path, *, seed: int, as_json: bool) -> int:
    """Print how ``after`` differs from ``before``.

    Returns:
        The exit code: 1 if anything became slower by more than the noise floor.

    Raises:
        RollcallError: a file is no result of a benchmark, or the two have no scenario in common.
    """
    first, second = read_result(before), read_result(after)
    if not common_scenarios(first, second):
        raise RollcallError(f"{before} and {after}: no scenario in common; measure both with the same --scenario")
    told = compare_results(first, second, seed)
    if as_json:
        click.echo(json.dumps(told))
    else:
        for line in _tell(told["scenarios"], told["unlike"], told["floor"]):
            click.echo(line)
    return int(any(row["standing"] == Standing.SLOWER for row in told["scenarios"]))


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


def _pair(first: Mapping[str, Any], second: Mapping[str, Any], seed: int) -> Iterator[tuple[str, Effect | str]]:
    later = {run["scenario"]: run for run in second["scenarios"]}
    for run in first["scenarios"]:
        other = later.get(run["scenario"])
        if other is not None:
            yield printable(run["scenario"]), _weigh(run, other, seed)


def _weigh(run: Mapping[str, Any], other: Mapping[str, Any], seed: int) -> Effect | str:
    if "INVALID" in (run.get("verdict"), other.get("verdict")) or not (run["latencies_ms"] and other["latencies_ms"]):
        return "one of the two is INVALID; measure it again"
    rates = [each.get("rate") or 0.0 for each in (run, other)]
    if abs(rates[0] - rates[1]) > _SAME_RATE * max(rates):
        return "photos came at different rates; give both the same --rate"
    if run.get("workers") != other.get("workers"):
        return "different numbers of workers; give both the same --workers"
    return compare(run["latencies_ms"], other["latencies_ms"], seed, paired=False)


def _as_record(name: str, found: Effect | str, floor: float) -> dict[str, Any]:
    if isinstance(found, str):
        return {"scenario": name, "standing": "not compared", "why": found}
    return {
        "scenario": name,
        "standing": found.stand(floor),
        "ratio": found.ratio,
        "low": found.low,
        "high": found.high,
    }


def _tell(rows: list[dict[str, Any]], unlike: list[str], floor: float) -> Iterator[str]:
    if unlike:
        yield paragraph(f"The two differ in: {', '.join(unlike)}. What follows may be due to that.")
    for row in rows:
        if "why" in row:
            yield paragraph(f"{row['scenario']}: not compared, {row['why']}.")
            continue
        standing = "noise" if row["standing"] == Standing.NOISE else str(row["standing"])
        yield paragraph(
            f"{row['scenario']}: {standing}, the second takes {row['ratio']:.3f} times the first's median "
            f"({row['low']:.3f} to {row['high']:.3f})."
        )
    yield paragraph(
        f"Differences of up to {floor:.1%}, the greater of the two noise floors, are noise. The intervals are of 99 %."
    )
