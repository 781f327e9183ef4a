"""Two results side by side, as `rollcall bench --compare` tells them."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from simulator.api.bench.compare import common_scenarios, compare_results
from simulator.api.bench.kept import read_result
from simulator.domain.errors import RollcallError
from simulator.report.lines import paragraph
from simulator.vision.load.effect import Significance


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
        if told["noisy"]:
            click.echo(paragraph("NOISY: one of the two was measured with --allow-noisy beside other work."))
    return int(any(row["standing"] == Significance.SLOWER for row in told["scenarios"]))


def _tell(rows: list[dict[str, Any]], unlike: list[str], floor: float) -> Iterator[str]:
    if unlike:
        yield paragraph(f"The two differ in: {', '.join(unlike)}. What follows may be due to that.")
    for row in rows:
        if "why" in row:
            yield paragraph(f"{row['scenario']}: not compared, {row['why']}.")
            continue
        standing = "noise" if row["standing"] == Significance.NOISE else str(row["standing"])
        by = f", query by query, {row['pairs']} of them" if row["pairs"] else ", median by median"
        yield paragraph(
            f"{row['scenario']}: {standing}, the second takes {row['ratio']:.3f} times as long as the first "
            f"({row['low']:.3f} to {row['high']:.3f}){by}."
        )
    yield paragraph(
        f"Differences of up to {floor:.1%} are noise: what one process, or two that do the same, may differ by. The "
        "intervals are of 99 %. What --against measures, in many processes, tells smaller ones."
    )
