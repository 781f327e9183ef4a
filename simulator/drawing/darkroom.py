"""From a photo's truth to the bytes that lie on the phone."""

import datetime as dt
import io
import random
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TypeVar

from PIL import Image, _imaging

from simulator.domain.categories import Theme
from simulator.domain.errors import RollcallError
from simulator.domain.people import Appearance, Human, Pet
from simulator.domain.photo import Photo
from simulator.drawing.exif import as_stored, exif_of, is_portrait
from simulator.drawing.finish import finish
from simulator.drawing.scene import Drawing, FaceTruth, Scene
from simulator.drawing.themes import (
    beach,
    birthday,
    child,
    clinic,
    desk,
    document,
    food,
    garden,
    graduation,
    landmark,
    night_out,
    pet,
    portrait,
    protest,
    receipt,
    screenshot,
    selfie,
    street,
    wedding,
    worship,
)

DRAWINGS: Mapping[Theme, tuple[Drawing, ...]] = MappingProxyType(
    {
        Theme.BEACH: beach.DRAWINGS,
        Theme.BIRTHDAY: birthday.DRAWINGS,
        Theme.CHILD: child.DRAWINGS,
        Theme.CLINIC: clinic.DRAWINGS,
        Theme.DESK: desk.DRAWINGS,
        Theme.DOCUMENT: document.DRAWINGS,
        Theme.FOOD: food.DRAWINGS,
        Theme.GARDEN: garden.DRAWINGS,
        Theme.GRADUATION: graduation.DRAWINGS,
        Theme.LANDMARK: landmark.DRAWINGS,
        Theme.NIGHT_OUT: night_out.DRAWINGS,
        Theme.PET: pet.DRAWINGS,
        Theme.PORTRAIT: portrait.DRAWINGS,
        Theme.PROTEST: protest.DRAWINGS,
        Theme.RECEIPT: receipt.DRAWINGS,
        Theme.SCREENSHOT: screenshot.DRAWINGS,
        Theme.SELFIE: selfie.DRAWINGS,
        Theme.STREET: street.DRAWINGS,
        Theme.WEDDING: wedding.DRAWINGS,
        Theme.WORSHIP: worship.DRAWINGS,
    }
)
_Known = TypeVar("_Known", Appearance, Pet)
_LONG, _SHORT = 1024, 768
_QUALITY = 85
_KEPT_BLOCKS = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """An upright picture, RGB, and the truth of where faces are in it."""

    image: Image.Image
    faces: tuple[FaceTruth, ...]


class Darkroom:
    """Draws the photos of one story.

    INVARIANT: the bytes of a photo depend on the photo, its cast and the first day, and on nothing drawn before.

    Args:
        cast: every human who can be in a photo.
        pets: every animal that can be.
        starts: the date of day 0.
    """

    def __init__(self, cast: Iterable[Human], pets: Iterable[Pet], starts: dt.date) -> None:
        # Pillow gives every picture back to the system; keeping a few megabytes saves a third of the time.
        _imaging.set_blocks_max(_KEPT_BLOCKS)
        self._looks: dict[str, Appearance] = {human.id: human.look for human in cast}
        self._pets: dict[str, Pet] = {pet.id: pet for pet in pets}
        self._starts = starts

    def draw(self, photo: Photo) -> Drawn:
        """The picture as one looks at it.

        Raises:
            RollcallError: somebody in the photo is not in the cast.
        """
        size = (_SHORT, _LONG) if is_portrait(photo) else (_LONG, _SHORT)
        scene = Scene(
            image=Image.new("RGB", size),
            rng=random.Random(photo.key),
            people=tuple(_known(self._looks, who, photo) for who in photo.people),
            pets=tuple(_known(self._pets, pet, photo) for pet in photo.pets),
            light=photo.light,
            weather=photo.weather,
        )
        _drawing_of(photo)(scene)
        image = scene.image if photo.theme is Theme.SCREENSHOT else finish(scene, photo)
        return Drawn(image=image, faces=tuple(scene.faces))

    def develop(self, photo: Photo) -> bytes:
        """The JPEG file on the phone: pixels as the sensor stored them, and EXIF.

        Raises:
            RollcallError: somebody in the photo is not in the cast.
        """
        file = io.BytesIO()
        exif = exif_of(photo, self._starts)
        as_stored(photo, self.draw(photo).image).save(file, "JPEG", quality=_QUALITY, exif=exif)
        return file.getvalue()

    def name_of_drawing(self, photo: Photo) -> str:
        """Which of its theme's drawings this photo is, in words: ``birthday: cake with candles``."""
        return f"{photo.theme}: {_drawing_of(photo).__name__.strip('_').replace('_', ' ')}"


def _drawing_of(photo: Photo) -> Drawing:
    choices = DRAWINGS[photo.theme]
    return choices[int(photo.variant * len(choices))]


def _known(among: Mapping[str, _Known], wanted: str, photo: Photo) -> _Known:
    try:
        return among[wanted]
    except KeyError:
        raise RollcallError(f"photo {photo.id} shows {wanted!r}, who is not in the cast; add them to it") from None
