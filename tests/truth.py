"""Stories without a camera and without a model: an analyzer that believes the truth, fast and the same everywhere."""

from datetime import timedelta
from hashlib import blake2b

from simulator.domain.analysis import Analysis, Face, GeoPoint, Label
from simulator.domain.events import Event
from simulator.domain.photo import Photo
from simulator.journey.ports import PictureFile
from simulator.journey.scenario import Scenario
from simulator.journey.simulate import simulate


def _face(who: str, place: int) -> Face:
    code = tuple(byte - 128 for byte in blake2b(who.encode(), digest_size=24).digest())
    return Face(left=0.1 + 0.2 * place, top=0.2, width=0.15, height=0.2, score=0.9, code=code)


class TruthfulAnalyzer:
    """Says of every photo what was drawn into it; only a test may know that."""

    def __init__(self, scenario: Scenario) -> None:
        self._starts = scenario.starts
        self._photos = {photo.id: photo for photo in scenario.roll(scenario.live()).photos}

    def analyze(self, picture: PictureFile) -> Analysis:
        photo = self._photos[picture.name]
        sign, ahead = "-" if photo.utc_offset < 0 else "+", abs(photo.utc_offset)
        date = self._starts + timedelta(days=photo.day)
        clock = f"{photo.minute // 60:02}:{photo.minute % 60:02}:00"
        return Analysis(
            labels=(),
            themes=(Label(name=photo.theme.value, score=0.9),),
            faces=tuple(_face(who, place) for place, who in enumerate(photo.people[:4])),
            taken_at=f"{date.isoformat()}T{clock}{sign}{ahead // 60:02}:{ahead % 60:02}",
            place=GeoPoint(latitude=photo.place.latitude, longitude=photo.place.longitude) if photo.located else None,
            model="truth",
        )


def perform_truthfully(scenario: Scenario) -> list[Event]:
    """Play a scenario to its end with an analyzer that believes the truth."""

    def develop(photo: Photo) -> bytes:
        return photo.id.encode()

    return list(simulate(scenario, scenario.live(), analyzer=TruthfulAnalyzer(scenario), develop=develop))
