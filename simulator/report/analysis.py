"""What an analyzer believes of one picture file, read aloud and as JSON."""

from pathlib import Path
from typing import Any

from simulator.domain.agree import agree
from simulator.domain.analysis import Analysis, Face, Label
from simulator.domain.errors import printable

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight")


def analysis_as_record(path: Path, analysis: Analysis, milliseconds: float) -> dict[str, Any]:
    """One line of `rollcall analyze --json`; ``milliseconds`` of processor time."""
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


def tell_analysis(path: Path, analysis: Analysis, milliseconds: float, *, only_labels: bool) -> str:
    """What the analyzer believes, in a paragraph; a classifier of the user's knows labels only."""
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
