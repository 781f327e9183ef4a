"""Draws a photo, lets the analyzer look at its file, and writes the truth beside the answer."""

import datetime as dt
from collections.abc import Iterator

from simulator.accuracy.observed import DrawnFace, Observation, ObservedRoll
from simulator.domain.analysis import GeoPoint
from simulator.domain.photo import Photo
from simulator.drawing.darkroom import Darkroom, Drawn
from simulator.journey.ports import PictureFile
from simulator.population.kinds import LifeKind
from simulator.population.person import Person, synthesize
from simulator.population.roll import roll
from simulator.vision.analyzer import OnnxAnalyzer, TimedAnalyzer
from simulator.vision.evaluate.matching import match_faces
from simulator.vision.evaluate.rounding import Rounding
from simulator.vision.network import open_network, read_cards
from simulator.vision.picture import decode_picture
from simulator.vision.scenenet import LEAST_SIDE, look, rank, see_pixels

STARTS = dt.date(2025, 6, 30)  # a Monday; nothing depends on which


class _WitnessedDarkroom(Darkroom):
    """Keeps the truth of the photo that it developed last."""

    drawn: Drawn

    def draw(self, photo: Photo) -> Drawn:
        self.drawn = super().draw(photo)
        return self.drawn


class Observer:
    """Looks at photos one by one.

    Args:
        rounding: notes what the float network makes of the same pixels, if given.
    """

    def __init__(self, rounding: Rounding | None = None) -> None:
        self._analyzer = TimedAnalyzer(OnnxAnalyzer())
        self._card = read_cards()["scene"]
        self._scene = open_network(self._card)
        self._rounding = rounding

    def observe(self, photo: Photo, darkroom: _WitnessedDarkroom) -> Observation:
        """One photo: drawn, developed, analysed, compared."""
        jpeg = darkroom.develop(photo)
        drawn = darkroom.drawn
        analysis = self._analyzer.analyze(PictureFile(name=photo.id, read=lambda: jpeg))
        pixels = see_pixels(decode_picture(photo.id, jpeg, LEAST_SIDE).image)
        if self._rounding is not None:
            self._rounding.note(self._scene, pixels)
        guess = rank(look(self._scene, pixels).theme_logits, self._card.themes, 1)[0]
        matched = match_faces(drawn.faces, analysis.faces, drawn.image.size)
        longest = max(drawn.image.size)
        return Observation(
            photo=photo,
            analysis=analysis,
            guess=guess,
            faces=tuple(
                DrawnFace(
                    who=photo.people[truth.who],
                    width=(truth.box[2] - truth.box[0]) / longest,
                    found=matched[number] + 1 if number in matched else None,
                )
                for number, truth in enumerate(drawn.faces)
            ),
            milliseconds=self._analyzer.milliseconds[-1],
        )

    def observe_roll(self, person: Person, days: int) -> Iterator[Observation]:
        """All photos of the last ``days`` days, newest first."""
        darkroom = _WitnessedDarkroom(person.cast, person.pets, STARTS)
        for photo in reversed(_photos_of(person, days)):
            yield self.observe(photo, darkroom)


def meet(kind: LifeKind, seed: int, number: int, days: int) -> Person:
    """Row ``number`` of the people of ``seed``, with the trips of the last ``days`` days."""
    return synthesize(kind, seed, number, first_day=1 - days, last_day=0)


def count_photos_of(person: Person, days: int) -> int:
    """How many photos there will be to observe."""
    return len(_photos_of(person, days))


def close_roll(person: Person, seen: tuple[Observation, ...]) -> ObservedRoll:
    """The whole roll with what is true of its owner."""
    return ObservedRoll(
        home=GeoPoint(latitude=person.home.latitude, longitude=person.home.longitude),
        work=GeoPoint(latitude=person.work.latitude, longitude=person.work.longitude),
        starts=STARTS,
        photos=seen,
    )


def _photos_of(person: Person, days: int) -> tuple[Photo, ...]:
    return roll(person, first_day=1 - days, last_day=0, weekday_of_day_0=STARTS.weekday()).photos
