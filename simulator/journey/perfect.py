"""An analyzer that misses nothing and mistakes nothing, for questions about what could be known at most."""

from collections.abc import Iterable
from datetime import date, timedelta
from hashlib import blake2b

from simulator.domain.analysis import Analysis, Face, GeoPoint, Label
from simulator.domain.photo import Photo
from simulator.journey.ports import PictureFile

_MOST_FACES = 4
_SURE = 0.9


class PerfectAnalyzer:
    """Says of every photo what is true of it, without looking at the picture.

    It stands for the upper bound of what is truly exposed: no theme, no place and none of the first four faces is
    missed, and one person always has one code. A real analyzer finds less of the truth; what it may believe on top of
    it, wrongly, is no part of this bound. No story that is shown to anybody is played with it.

    Args:
        photos: every photo that may be sent; it is handed the truth here, since a `PictureFile` carries none.
        starts: the date of day 0.
    """

    def __init__(self, photos: Iterable[Photo], starts: date) -> None:
        self._starts = starts
        self._photos = {photo.id: photo for photo in photos}

    def analyze(self, picture: PictureFile) -> Analysis:
        photo = self._photos[picture.name]
        place = GeoPoint(latitude=photo.place.latitude, longitude=photo.place.longitude) if photo.located else None
        return Analysis(
            labels=(),
            themes=(Label(name=photo.theme.value, score=_SURE),),
            faces=tuple(_face(who, place) for place, who in enumerate(photo.people[:_MOST_FACES])),
            taken_at=self._taken_at(photo),
            place=place,
            model="truth",
        )

    def _taken_at(self, photo: Photo) -> str:
        sign, ahead = "-" if photo.utc_offset < 0 else "+", abs(photo.utc_offset)
        on = self._starts + timedelta(days=photo.day)
        clock = f"{photo.minute // 60:02}:{photo.minute % 60:02}:00"
        return f"{on.isoformat()}T{clock}{sign}{ahead // 60:02}:{ahead % 60:02}"


def _face(who: str, place: int) -> Face:
    code = tuple(byte - 128 for byte in blake2b(who.encode(), digest_size=24).digest())
    return Face(left=0.1 + 0.2 * place, top=0.2, width=0.15, height=0.2, score=_SURE, code=code)


def never_develop(photo: Photo) -> bytes:
    """The file of a photo that nobody looks at, for `simulate` beside a `PerfectAnalyzer`."""
    return photo.id.encode()
