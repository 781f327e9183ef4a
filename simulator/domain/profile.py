"""What an analyzer is worth, in numbers that stand in for it where photos are only counted."""

import re
from dataclasses import dataclass

from simulator.domain.categories import Theme
from simulator.domain.errors import RollcallError
from simulator.domain.events import InferenceKind

_MODEL = re.compile(r"[0-9a-f]{12}")


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeRates:
    """One theme, over ``photos`` that were of it.

    Attributes:
        recall: probability that a photo of this theme is called so.
        unknown: probability that it gets no answer.
        false_positive: probability that a photo of another theme is called this.
        milliseconds: median processor time of one analysis, on the machine of the profile.
    """

    theme: Theme
    photos: int
    recall: float
    unknown: float
    false_positive: float
    milliseconds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ConclusionRates:
    """One kind of conclusion, of which ``drawn`` were drawn.

    Attributes:
        false: the share of these that are false.
    """

    kind: InferenceKind
    drawn: int
    false: float


@dataclass(frozen=True, slots=True, kw_only=True)
class AnalyzerProfile:
    """An analyzer as measured once: which, by whom, on what, when.

    Attributes:
        model: the first 12 hexadecimal digits of the scene network's SHA-256.
        machine: the processor and system, in words.
        measured: ISO 8601 date.
        life, seed, people, days: the camera rolls that it was measured on.
        faces: how many were drawn.
        face_recall: probability that a drawn face is found.
        false_faces: faces found where none was drawn, per photo.
        themes: only those of which there was a photo.
        conclusions: only those that were drawn at all.
    """

    id: str
    title: str
    source: str
    model: str
    machine: str
    measured: str
    life: str
    seed: int
    people: int
    days: int
    photos: int
    faces: int
    face_recall: float
    false_faces: float
    themes: tuple[ThemeRates, ...]
    conclusions: tuple[ConclusionRates, ...]


def mean_milliseconds(profile: AnalyzerProfile) -> float:
    """Processor time of one analysis, over the photos that the profile was measured on."""
    photos = sum(row.photos for row in profile.themes)
    return sum(row.photos * row.milliseconds for row in profile.themes) / photos


def check_profile(profile: AnalyzerProfile) -> None:
    """Refuse what nobody can have measured.

    Raises:
        RollcallError: a probability is none, a theme or kind stands twice or counts nothing, or the hash is no hash.
    """
    if not _MODEL.fullmatch(profile.model):
        raise RollcallError(f"model: expected 12 hexadecimal digits, found {profile.model!r}")
    shares = {"face_recall": profile.face_recall}
    for theme in profile.themes:
        shares |= {f"themes.{theme.theme}.{name}": getattr(theme, name) for name in _THEME_SHARES}
    shares |= {f"conclusions.{kind.kind}.false": kind.false for kind in profile.conclusions}
    for name, share in shares.items():
        if not 0 <= share <= 1:
            raise RollcallError(f"{name}: expected a probability from 0 to 1, found {share}")
    for name, listed in {
        "themes": [row.theme.value for row in profile.themes],
        "conclusions": [row.kind.value for row in profile.conclusions],
    }.items():
        if len(set(listed)) < len(listed):
            raise RollcallError(f"{name}: expected each once, found {', '.join(listed)}")
    counts = [row.photos for row in profile.themes] + [row.drawn for row in profile.conclusions]
    if min([profile.people, profile.days, profile.photos, *counts]) < 1 or profile.faces < 0:
        raise RollcallError("people, days, photos, drawn: expected whole numbers of 1 or more")
    if min([profile.false_faces, *(row.milliseconds for row in profile.themes)]) < 0:
        raise RollcallError("false_faces, milliseconds: expected 0 or more")


_THEME_SHARES = ("recall", "unknown", "false_positive")
