"""What each theme costs on this machine."""

import datetime as dt
from statistics import median
from typing import Any

from simulator.api.bench.subject import Subject
from simulator.domain.categories import Theme
from simulator.domain.photo import Photo
from simulator.drawing.darkroom import DRAWINGS, Darkroom
from simulator.journey.ports import PictureFile
from simulator.vision.analyzer import OnnxAnalyzer, TimedAnalyzer
from simulator.vision.evaluate.samples import make_pool, sample_photos

_EACH, _TURNS = 6, 3
_PEOPLE = 12
_STARTS = dt.date(2025, 1, 1)


def measure_themes(subject: Subject) -> dict[str, Any]:
    """The median processor time of an analysis by theme: of drawn photos as they are, each three times."""
    pool = make_pool(subject.order.seed, _PEOPLE)
    darkroom = Darkroom(pool.people, pool.pets, _STARTS)
    medians = {}
    for theme in Theme:
        timed = TimedAnalyzer(OnnxAnalyzer())
        photos = [photo for _, photo in sample_photos(subject.order.seed, pool, theme, len(DRAWINGS[theme]), _EACH)]
        for file in [_develop(darkroom, photo) for photo in photos] * _TURNS:
            timed.analyze(file)
        medians[theme] = round(median(timed.milliseconds), 1)
    return {"kind": "themes", "photos": _EACH, "turns": _TURNS, "median_ms": medians}


def _develop(darkroom: Darkroom, photo: Photo) -> PictureFile:
    content = darkroom.develop(photo)
    return PictureFile(name=photo.id, read=lambda: content)
