"""`rollcall analyze`: what the analyzer believes to see in picture files of your own."""

import json
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import click

from simulator.api.own_model import open_classifier
from simulator.cli.own_model import model_option
from simulator.domain.agree import agree
from simulator.domain.analysis import Analysis, Face, Label
from simulator.domain.errors import AnalyzerError, printable
from simulator.journey.ports import PictureFile

_CAVEAT = "What follows is what a small network believes to see: a belief, not a truth."
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight")


@click.command(name="analyze")
@click.argument("photos", nargs=-1, required=True, metavar="PHOTO...", type=click.Path(path_type=Path))
@model_option
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line for each photo.")
def command(photos: tuple[Path, ...], *, model: Path | None, as_json: bool) -> None:
    """Say what the analyzer sees in JPEG or PNG files. Nothing leaves this machine.

    A file that cannot be read costs one line on stderr and, once the others are done, exit code 2.
    """
    if not as_json:
        click.echo(_CAVEAT)
    failed = False
    for path, outcome in _look_at(photos, model):
        if isinstance(outcome, AnalyzerError):
            failed = True
            click.echo(f"rollcall: {outcome}", err=True)
            continue
        analysis, milliseconds = outcome
        if as_json:
            click.echo(json.dumps(_as_object(path, analysis, milliseconds)))
        else:
            own = model is not None
            click.echo(f"\n{_as_paragraph(path, analysis, milliseconds, only_labels=own)}")
    if failed:
        sys.exit(2)


def _look_at(
    photos: tuple[Path, ...], model: Path | None
) -> Iterator[tuple[Path, tuple[Analysis, float] | AnalyzerError]]:
    """Each photo's analysis with its milliseconds, or what was wrong with the file.

    Raises:
        RollcallError: the models themselves cannot be opened.
    """
    from simulator.vision.analyzer import OnnxAnalyzer, TimedAnalyzer
    from simulator.vision.picture import read_picture_file

    analyzer = OnnxAnalyzer() if model is None else open_classifier(model)
    analyzer.load()
    timed = TimedAnalyzer(analyzer)
    for path in photos:
        try:
            analysis = timed.analyze(PictureFile(name=str(path), read=partial(read_picture_file, path)))
        except AnalyzerError as error:
            yield path, error
        else:
            yield path, (analysis, timed.milliseconds[-1])


def _as_object(path: Path, analysis: Analysis, milliseconds: float) -> dict[str, Any]:
    place = analysis.place
    return {
        "file": printable(path),
        "labels": [{"label": label.name, "score": label.score} for label in analysis.labels],
        "themes": [{"label": theme.name, "score": theme.score} for theme in analysis.themes],
        "faces": [_as_box(face) for face in analysis.faces],
        "taken_at": analysis.taken_at,
        "place": None if place is None else {"latitude": place.latitude, "longitude": place.longitude},
        "ms": round(milliseconds, 1),
    }


def _as_box(face: Face) -> dict[str, float]:
    return {name: getattr(face, name) for name in ("left", "top", "width", "height", "score")}


def _as_paragraph(path: Path, analysis: Analysis, milliseconds: float, *, only_labels: bool) -> str:
    sentences = [_write_labels(analysis.labels)]
    if not only_labels:
        sentences = [_write_theme(analysis.themes), *sentences, _write_faces(len(analysis.faces))]
    if analysis.taken_at is not None:
        sentences.append(f"The file says it was taken at {analysis.taken_at.replace('T', ' ')}.")
    if analysis.place is not None:
        sentences.append(
            f"The file says where: latitude {analysis.place.latitude}, longitude {analysis.place.longitude}."
        )
    sentences.append(f"This took {milliseconds:.0f} milliseconds of processor time.")
    return f"{printable(path)}: {' '.join(sentences)}"


def _write_theme(themes: tuple[Label, ...]) -> str:
    if not themes:
        return "theme unknown."
    return f"theme {themes[0].name.replace('_', ' ')}, {_percent(themes[0])}."


def _write_labels(labels: tuple[Label, ...]) -> str:
    likeliest = ", ".join(f"{label.name} {_percent(label)}" for label in labels[:3])
    return f"It looks like: {likeliest}."


def _percent(label: Label) -> str:
    return f"{label.score:.0%}".replace("%", " percent")


def _write_faces(count: int) -> str:
    return f"{_NUMBERS[count].capitalize()} {agree(count, 'face')}."
