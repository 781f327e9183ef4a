"""`rollcall bench`: how fast this machine's analyzer is, by rules that hold."""

import json
import sys
from pathlib import Path
from typing import Any

import click

from simulator.api.bench.order import BenchOrder
from simulator.api.bench.process import hear
from simulator.api.bench.profile import keep_latencies, read_profile
from simulator.cli.bench.keep import keep_text
from simulator.cli.bench.options import against_options
from simulator.cli.options import INTERRUPTED, json_option
from simulator.cli.own_model import model_option, write_card_of, write_card_option
from simulator.domain.errors import RollcallError, printable
from simulator.domain.profile import AnalyzerProfile
from simulator.report.bench import tell_record, tell_verdict
from simulator.report.measured import Measured
from simulator.vision.load.judge import LEAST_SECONDS
from simulator.vision.load.peak import LatencyBound
from simulator.vision.load.samples import Size
from simulator.vision.load.scenarios import ArrivalPattern

_ALL = "all"
_file = click.Path(path_type=Path)


@click.command("bench")
@click.option(
    "--scenario",
    type=click.Choice([_ALL, *(pattern.value for pattern in ArrivalPattern)]),
    default=_ALL,
    show_default=True,
    help="Which pattern of queries.",
)
@click.option("--queries", type=click.IntRange(1, 1_000_000), help="How many in each scenario; by default 64.")
@click.option(
    "--min-duration",
    "least_seconds",
    type=click.FloatRange(0, 86_400),
    default=LEAST_SECONDS,
    show_default=True,
    help="Seconds that each scenario goes on at least, however many queries that takes.",
)
@click.option("--seconds", type=click.FloatRange(0.1, 86_400), help="How long each scenario, instead of --queries.")
@click.option("--rate", type=float, help="Photos a second in the server scenario.")
@click.option(
    "--latency-bound",
    "bound_ms",
    type=click.FloatRange(0, min_open=True),
    metavar="MS",
    help="Find the highest rate at which the server keeps this latency.",
)
@click.option(
    "--percentile",
    type=click.Choice(["50", "90", "95", "99"]),
    default="99",
    show_default=True,
    help="Of latency, that must keep the bound.",
)
@click.option(
    "--workers", type=click.IntRange(1, 64), default=1, show_default=True, help="Threads that share the work."
)
@click.option(
    "--size",
    type=click.Choice([size.value for size in Size]),
    default=Size.PROXY.value,
    show_default=True,
    help="Of the photos.",
)
@click.option("--photos", type=_file, metavar="FOLDER", help="Photos of yours instead of drawn ones.")
@click.option("--float", "floats", type=_file, metavar="FILE", help="The float network as ONNX, to compare int8 with.")
@model_option
@write_card_option
@click.option("--seed", type=click.IntRange(0, 2**63 - 1), default=7, show_default=True, help="Of all luck.")
@click.option("--brief", is_flag=True, help="Scenarios only: no stages, ratios or sizes.")
@click.option(
    "--compare", "files", type=(_file, _file), metavar="A B", help="Compare two results instead of measuring."
)
@against_options
@click.option("--allow-noisy", is_flag=True, help="Let a run pass that did not have the processor to itself.")
@click.option("--profile", type=_file, metavar="FILE", help="Put latencies by theme into this profile of evaluate's.")
@click.option("--out", type=_file, metavar="FILE", help="Keep the result as JSON in this file.")
@json_option
def command(
    *,
    files: tuple[Path, Path] | None,
    write_card: bool,
    against: str | None,
    rounds: int,
    profile: Path | None,
    out: Path | None,
    as_json: bool,
    **asked: Any,
) -> None:
    """Measure the analyzer after MLPerf Inference's scenarios, in a process of its own.

    A percentile is shown once it is earned, and a result is VALID or INVALID with its reason. Ctrl-C keeps what was
    measured. Exits with 0, with 1 for INVALID or a regression, with 2 on an error.
    """
    if write_card:
        write_card_of(asked["model"])
        return
    if files is not None:
        from simulator.cli.bench.compare import compare_files

        sys.exit(compare_files(*files, seed=asked["seed"], as_json=as_json))
    if asked["queries"] is not None and asked["seconds"] is not None:
        raise click.UsageError("--queries and --seconds both say when to stop; give one of them")
    order = _order(asked, themes=profile is not None)
    _require_folder(out)
    if against is not None:
        from simulator.cli.bench.against import measure_against

        if profile is not None or order.bound is not None or len(order.patterns) == 1:
            raise click.UsageError("--against measures one photo after another; leave out what belongs to scenarios")
        sys.exit(measure_against(order, against, rounds, out=out, as_json=as_json))
    sys.exit(_measure(order, out=out, profile=profile, as_json=as_json))


def _order(asked: dict[str, Any], *, themes: bool) -> BenchOrder:
    scenario, bound_ms, percentile = (asked.pop(name) for name in ("scenario", "bound_ms", "percentile"))
    if bound_ms is None:
        bound = None
    elif asked["rate"] is not None or asked["queries"] is not None or asked["seconds"] is not None:
        raise click.UsageError(
            "--latency-bound finds the rate, and takes the queries that earn its percentile; give none"
        )
    else:
        bound = LatencyBound(ms=bound_ms, share=int(percentile) / 100)
    return BenchOrder(
        patterns=tuple(ArrivalPattern) if scenario == _ALL else (ArrivalPattern(scenario),),
        samples=16,
        size=Size(asked.pop("size")),
        bound=bound,
        themes=themes,
        **asked,
    )


def _require_folder(out: Path | None) -> None:
    if out is not None and not out.parent.is_dir():
        raise RollcallError(f"{out}: there is no folder {out.parent}; name another file with --out")


def _measure(order: BenchOrder, *, out: Path | None, profile: Path | None, as_json: bool) -> int:
    """Measure, keep and tell; the exit code."""
    measured = None if profile is None else _read_profile(profile, order.model)
    result = _listen(order, as_json=as_json)
    text = json.dumps(result, indent=1)
    if out is not None:
        keep_text(out, text)
    if profile is not None and measured is not None:
        if result["reasons"]:
            click.echo(f"rollcall: {printable(str(profile))} is left as it was, because the run is INVALID", err=True)
        else:
            keep_latencies(profile, measured, result["themes"]["median_ms"], result["card"])
    if as_json:
        click.echo(text)
    else:
        for line in tell_verdict(result["verdict"], result["reasons"]):
            click.echo(line)
    return INTERRUPTED if result["interrupted"] else int(bool(result["reasons"]))


def _read_profile(profile: Path, model: Path | None) -> AnalyzerProfile:
    if model is not None:
        raise click.UsageError("--profile is of the shipped analyzer; leave --model out")
    return read_profile(profile)


def _listen(order: BenchOrder, *, as_json: bool) -> dict[str, Any]:
    measured = Measured()
    floor = 0.0
    for record in hear(order):
        measured.take(record)
        if record["kind"] == "floor":
            floor = record["share"]
        if not as_json:
            for line in tell_record(record, floor):
                click.echo(line)
        elif record["kind"] == "begin":
            # What is printed is one object at the end; whoever waits for it is told what is going on.
            click.echo(f"rollcall: measuring {record['part']}", err=True)
    return measured.close()
