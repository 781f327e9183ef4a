"""`rollcall photo`: what the company's analyzer made of one photo of a recorded run, and what is held because of it."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from simulator.api.recorded import read_run
from simulator.cli.options import db_option, json_option, run_option
from simulator.domain.data_kinds import DATA_KINDS
from simulator.domain.errors import StoreError, printable
from simulator.report.lines import paragraph
from simulator.tui.held.fates import FATES
from simulator.tui.playing.show import Show
from simulator.tui.rooms.story.seen import CloudView, view_cloud
from simulator.tui.rooms.story.truth import TruthView, Verdict, view_truth

if TYPE_CHECKING:
    from collections.abc import Sequence

    from simulator.domain.analysis import Label

_AGREES = {True: ", as is believed", False: ", not as is believed", None: ""}


@click.command("photo")
@click.argument("photo")
@click.option("--day", type=int, help="The day of the story; by default its last.")
@click.option("--truth", is_flag=True, help="Also what was really drawn.")
@run_option
@db_option
@json_option
def command(photo: str, *, day: int | None, truth: bool, run_name: str | None, db: Path | None, as_json: bool) -> None:
    """Show what is believed of PHOTO, such as p0042, and who and what was concluded by then."""
    run = read_run(db, run_name)
    on = run.day(day)
    show = Show(scenario=run.scenario)
    show.playback.extend(run.events)
    show.seek_day(on)
    if photo not in show.world.roll:
        raise StoreError(f"{printable(photo)}: no such photo was taken by day {on}; `rollcall held --items` names some")
    view, really = view_cloud(show.world, photo), view_truth(show, photo) if truth else None
    if as_json:
        click.echo(json.dumps({"run": run.name, "day": on, **_as_record(view, really)}))
        return
    click.echo(paragraph(f"{photo} on day {on} of {run.name}: {view.sight}."))
    for line in (*_tell_seen(view), *_tell_known(view), *_tell_truth(really)):
        click.echo(paragraph(line, indent=2))


def _as_record(view: CloudView, truth: TruthView | None) -> dict[str, Any]:
    record: dict[str, Any] = {
        "photo": view.photo,
        "sight": view.sight.value,
        "themes": [{"label": each.name, "score": each.score} for each in view.themes],
        "labels": [{"label": each.name, "score": each.score} for each in view.labels],
        "faces": [{"score": box.face.score, "person": box.person or None} for box in view.faces],
        "taken": view.taken or None,
        "place": view.place or None,
        "held": {category.value: state.value for category, state in view.fates.items()},
        "people": [{"person": each.letter, "claim": each.words, "here": each.here} for each in view.people],
        "conclusions": [{"kind": each.kind.value, "claim": each.claim} for each in view.conclusions],
    }
    if truth is not None:
        about = {"theme": truth.theme, "faces": truth.faces, "place": truth.place}
        record["truth"] = {name: None if each is None else _judged(each) for name, each in about.items()}
    return record


def _judged(verdict: Verdict) -> dict[str, Any]:
    return {"really": verdict.words, "agrees": verdict.hit}


def _tell_seen(view: CloudView) -> Iterator[str]:
    if view.analysed:
        yield f"Theme: {_scored(view.themes) or 'unknown'}."
        if view.labels:
            yield f"It looks like: {_scored(view.labels)}."
        faces = ", ".join(f"{box.person or 'nobody known'} {_percent(box.face.score)}" for box in view.faces)
        yield f"Faces: {faces or 'none'}."
        yield f"Taken: {view.taken or 'the file does not say'}. Where: {view.place or 'the file does not say'}."
    for state, sign in FATES.items():
        if kinds := [DATA_KINDS[category].name for category, each in view.fates.items() if each is state]:
            yield f"{sign.word}: {', '.join(kinds)}."


def _scored(labels: "Sequence[Label]") -> str:
    return ", ".join(f"{each.name.replace('_', ' ')} {_percent(each.score)}" for each in labels)


def _percent(share: float) -> str:
    return f"{share:.0%}".replace("%", " percent")


def _tell_known(view: CloudView) -> Iterator[str]:
    for each in view.people:
        yield f"Person {each.letter}: the same in {each.words}{', this one too' if each.here else ''}."
    for conclusion in view.conclusions:
        yield f"Concluded, {conclusion.kind}: {conclusion.claim}."


def _tell_truth(truth: TruthView | None) -> Iterator[str]:
    if truth is not None:
        for name, each in (("theme", truth.theme), ("people", truth.faces), ("place", truth.place)):
            if each is not None:
                yield f"In truth, {name}: {each.words}{_AGREES[each.hit]}."
