"""The tables of docs/benchmark.md, from the raw results beside this: `python docs/benchmarks/tables.py FILE ...`."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

Result = dict[str, Any]


def write_tables(results: list[Result]) -> list[str]:
    """One result of a benchmark as tables of its parts, or any number of contests as one table."""
    if all(result["kind"] == "Against" for result in results):
        return ["\n".join(_contests(results))]
    (result,) = results
    return ["\n".join(table) for table in (_ratios(result), _scenarios(result), _stages(result))]


def _ratios(result: Result) -> Iterator[str]:
    yield "| ratio | measured (99 %) | first ms | second ms |"
    yield "|---|---|---|---|"
    sizes = [size | {"name": f"{size['name']}, {size['size']}"} for size in result["sizes"]]
    for ratio in (*result["ratios"], *sizes):
        interval = f"{ratio['ratio']:.2f} ({ratio['low']:.2f} to {ratio['high']:.2f})"
        yield f"| {ratio['name']} | {interval} | {ratio['first_ms']:.1f} | {ratio['second_ms']:.1f} |"


def _scenarios(result: Result) -> Iterator[str]:
    yield "| scenario | queries | photos a second | p50 ms, at most | p90 ms, at most | processor ms | had |"
    yield "|---|---|---|---|---|---|---|"
    for run in result["scenarios"]:
        p50, p90 = (
            f"{told['ms']:.1f}, {told['bound_ms']:.1f}" if told["ms"] is not None else "not earned"
            for told in run["percentiles"][:2]
        )
        cells = (
            run["scenario"] if run["rate"] is None else f"{run['scenario']}, {run['rate']:.1f} a second",
            run["queries"],
            f"{run['photos_a_second']:.1f}",
            p50,
            p90,
            f"{run['processor_median_ms']:.1f}",
            f"{run['processor_share']:.0%}",
        )
        yield f"| {' | '.join(map(str, cells))} |"


def _stages(result: Result) -> Iterator[str]:
    stages = result["stages"]["stages"]
    whole = sum(stage["mean_ms"] for stage in stages.values())
    yield "| stage | median ms | of the time |"
    yield "|---|---|---|"
    for name, stage in stages.items():
        yield f"| {name} | {stage['median_ms']:.1f} | {stage['mean_ms'] / whole:.1%} |"


def _contests(results: list[Result]) -> Iterator[str]:
    yield "| the other one | by | ratio (99 %) | floor between, within | said | had |"
    yield "|---|---|---|---|---|---|"
    for result in results:
        for by, told in (("wall time", result), ("processor time", result["processor"])):
            cells = (
                result["installations"][0]["name"],
                by,
                f"{told['ratio']:.3f} ({told['low']:.3f} to {told['high']:.3f})",
                f"{told['floor']['between']:.1%}, {told['floor']['within']:.1%}",
                told["standing"],
                f"{result['processor_share']:.0%}",
            )
            yield f"| {' | '.join(cells)} |"


if __name__ == "__main__":
    told = write_tables([json.loads(Path(name).read_text()) for name in sys.argv[1:]])
    sys.stdout.write("\n\n".join(told) + "\n")
