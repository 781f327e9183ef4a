"""`rollcall exposure`: what is done with the photos before even the fastest thumb can undo Allow."""

import json
from dataclasses import asdict
from itertools import takewhile
from pathlib import Path
from statistics import median
from typing import Any

import click

from simulator.catalog.load import load_scenario
from simulator.cli.options import json_option
from simulator.domain.errors import RollcallError
from simulator.domain.events import ConsentGiven, Event
from simulator.journey.exposure import Slip, find_slip, run_clock
from simulator.journey.scenario import Scenario
from simulator.journey.simulate import simulate
from simulator.journey.story import Deed
from simulator.report.exposure import tell_exposure

_STORY = "accidental-allow"


@click.command("exposure")
@click.argument("story", default=_STORY)
@click.option(
    "--bench",
    "result",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Take the speed from this result of `rollcall bench --out`, instead of measuring.",
)
@json_option
def command(story: str, *, result: Path | None, as_json: bool) -> None:
    """Count photos, faces and places processed between the slip of STORY and its undoing.

    At the speed of the analyzer on this machine, and at the phone's rate of upload that the app declares.
    """
    scenario = load_scenario(story)
    given = None if result is None else _read_speed(result)
    slip, measured = _play_the_slip(scenario)
    if slip is None:
        click.echo(json.dumps({"kind": "Exposure", "story": scenario.story.id, "slip": None}) if as_json else _NOTHING)
        return
    milliseconds = median(measured) if given is None and measured else given or 0.0
    if not milliseconds:
        raise RollcallError(f"{story}: no photo is analysed on day {slip.day}; play another story, or other terms")
    exposure = run_clock(slip, scenario, milliseconds)
    speed: dict[str, Any] = {
        "milliseconds": milliseconds,
        "measured_on": len(measured) if given is None else None,
        "from": None if result is None else str(result),
    }
    if as_json:
        fields = {"day": slip.day, "manner": slip.manner, "undone": slip.undone}
        record = {"kind": "Exposure", "story": scenario.story.id, "slip": fields, "speed": speed}
        click.echo(json.dumps({**record, **asdict(exposure), "upload": asdict(scenario.app.upload)}))
        return
    for line in tell_exposure(slip, exposure, scenario, milliseconds, len(measured) if given is None else None):
        click.echo(line)


_NOTHING = "Nobody allows anything in this story: nothing is sent, and there is nothing to undo."


def _play_the_slip(scenario: Scenario) -> tuple[Slip | None, list[float]]:
    """Play until the day of the first Allow is over, with the real camera and the real analyzer."""
    from simulator.drawing.darkroom import Darkroom
    from simulator.vision.analyzer import OnnxAnalyzer, TimedAnalyzer

    person = scenario.live()
    darkroom = Darkroom(person.cast, person.pets, scenario.starts)
    analyzer = TimedAnalyzer(OnnxAnalyzer())
    told: list[Event] = []
    ends = scenario.story.last_day

    def is_of_the_slip(event: Event) -> bool:
        nonlocal ends
        if isinstance(event, ConsentGiven):
            ends = min(ends, event.day)
        return event.day <= ends

    told.extend(takewhile(is_of_the_slip, simulate(scenario, person, analyzer=analyzer, develop=darkroom.develop)))
    undone = (step.day for step in scenario.story.steps if step.do is Deed.REVOKE and step.day >= ends)
    return find_slip(told, next(undone, None)), analyzer.milliseconds


def _read_speed(path: Path) -> float:
    try:
        result = json.loads(path.read_text(encoding="utf-8"))
        runs = {run["scenario"]: run for run in result["scenarios"] if run["verdict"] == "VALID"}
        run = runs.get("single-stream") or runs["offline"]
        return float(run["median_ms"])
    except OSError as problem:
        raise RollcallError(f"{path}: cannot be read: {problem.strerror}; name a file that --out wrote") from problem
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as problem:
        raise RollcallError(
            f"{path}: has no VALID single-stream or offline run; make one with `rollcall bench --out`"
        ) from problem
