"""Two results side by side: what differs by more than noise, and what may not be compared at all."""

import json
from collections.abc import Iterator
from math import inf
from pathlib import Path
from typing import Any

import click

from simulator.domain.errors import RollcallError, printable
from simulator.report.lines import paragraph
from simulator.vision.load.effect import Effect, Standing, compare

_SAME = ("processor", "cores", "flags", "versions", "models", "size", "samples", "source", "seed")
_LARGEST = 64 * 2**20
_SAME_RATE = 0.01


def compare_files(before: Path, after: Path, *, seed: int, as_json: bool) -> int:
    """Print how ``after`` differs from ``before``.

    Returns:
        The exit code: 1 if anything became slower by more than the noise floor.

    Raises:
        RollcallError: a file is no result of a benchmark, or the two have no scenario in common.
    """
    first, second = _read(before), _read(after)
    floor = max(result["floor"]["share"] for result in (first, second))
    unlike = [name for name in _SAME if first["card"].get(name) != second["card"].get(name)]
    rows = list(_pair(first, second, seed))
    if not rows:
        raise RollcallError(f"{before} and {after}: no scenario in common; measure both with the same --scenario")
    told = [_as_record(name, found, floor) for name, found in rows]
    if as_json:
        click.echo(json.dumps({"kind": "Comparison", "floor": floor, "unlike": unlike, "scenarios": told}))
    else:
        for line in _tell(told, unlike, floor):
            click.echo(line)
    return int(any(row["standing"] == Standing.SLOWER for row in told))


def _read(path: Path) -> dict[str, Any]:
    try:
        if path.stat().st_size > _LARGEST:
            raise RollcallError(f"{path}: too large for a result; name a file that --out wrote")
        result = json.loads(path.read_text(encoding="utf-8"))
        # What is compared must be there and be numbers; more need not be known of the file.
        float(result["floor"]["share"])
        dict(result["card"])
        for run in result["scenarios"]:
            str(run["scenario"])
            _require_latencies(run["latencies_ms"])
    except OSError as problem:
        raise RollcallError(f"{path}: cannot be read: {problem.strerror}; name a file that --out wrote") from problem
    except (ValueError, KeyError, TypeError, RecursionError) as problem:
        raise RollcallError(f"{path}: is not the result of a benchmark; name a file that --out wrote") from problem
    checked: dict[str, Any] = result
    return checked


def _require_latencies(latencies: list[Any]) -> None:
    if not all(0 < float(ms) < inf for ms in latencies):
        raise ValueError("expected milliseconds above 0")


def _pair(first: dict[str, Any], second: dict[str, Any], seed: int) -> Iterator[tuple[str, Effect | str]]:
    later = {run["scenario"]: run for run in second["scenarios"]}
    for run in first["scenarios"]:
        other = later.get(run["scenario"])
        if other is not None:
            yield printable(run["scenario"]), _weigh(run, other, seed)


def _weigh(run: dict[str, Any], other: dict[str, Any], seed: int) -> Effect | str:
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
