"""`rollcall bench --against`: another installation and this one in alternating processes."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import click

from simulator.api.bench.against import Contest, contest
from simulator.api.bench.order import BenchOrder
from simulator.cli.bench.keep import keep_text
from simulator.cli.options import INTERRUPTED
from simulator.report.bench import tell_verdict
from simulator.report.lines import paragraph
from simulator.vision.load.effect import Significance


def measure_against(order: BenchOrder, named: str, rounds: int, *, out: Path | None, as_json: bool) -> int:
    """Measure, keep and tell.

    Returns:
        The exit code: 1 if this installation is slower, or the result INVALID.

    Raises:
        RollcallError: there is no such installation, or one of the two cannot be measured.
    """
    terms = Contest(
        rounds=rounds,
        seed=order.seed,
        model=order.model,
        allow_noisy=order.allow_noisy,
        **({} if order.queries is None else {"queries": order.queries}),
    )
    result = contest(order, named, terms, lambda words: click.echo(f"rollcall: {words}", err=True))
    text = json.dumps(result, indent=1)
    if out is not None:
        keep_text(out, text)
    if as_json:
        click.echo(text)
    else:
        for line in tell_contest(result):
            click.echo(line)
    if result["interrupted"]:
        return INTERRUPTED
    return int(bool(result["reasons"]) or result.get("standing") == Significance.SLOWER)


def tell_contest(result: Mapping[str, Any]) -> Iterator[str]:
    """What came of it, in sentences."""
    other, this = result["installations"]
    for each in (other, this):
        if each["turns"]:
            yield paragraph(
                f"{each['name']}: rollcall {each['version']}, Python {each['python']}, model {each['model']}; median "
                f"{each['median_latencies_ms']:.1f} ms a photo, {each['median_processor_ms']:.1f} ms of processor time."
            )
    if "ratio" in result:
        yield from _tell_ratio(result, other["name"])
    if equal := result["labels_equal"]:
        yield paragraph(f"Labels: the same for {equal['equal']} of {equal['photos']} photos.")
    if result["noise"] and result["allow_noisy"]:
        yield paragraph(f"allowed: {result['noise']}", indent=2)
    yield from tell_verdict(result["verdict"], result["reasons"])


_SAID = {
    Significance.SLOWER: "This one is slower",
    Significance.FASTER: "This one is faster",
    Significance.NOISE: "No difference beyond the floor",
}


def _tell_ratio(result: Mapping[str, Any], other: str) -> Iterator[str]:
    by = f"in {result['rounds']} rounds of a process each"
    yield paragraph(f"{_SAID[Significance(result['standing'])]}: it takes {_tell_interval(result, other)}, {by}.")
    worked = result["processor"]
    said = _SAID[Significance(worked["standing"])].lower()
    yield paragraph(f"By processor time, {said}: {_tell_interval(worked, other)}.")
    for kind, floor in (("Noise floor", result["floor"]), ("Of processor time", worked["floor"])):
        yield paragraph(
            f"{kind}: a process against itself {floor['within']:.1%}, processes of one installation against one "
            f"another {floor['between']:.1%}. The latter decides; smaller differences are noise."
        )


def _tell_interval(told: Mapping[str, Any], other: str) -> str:
    return f"{told['ratio']:.3f} times as long as {other} ({told['low']:.3f} to {told['high']:.3f}, 99 %)"
