"""A picture in the making."""

import random
from collections.abc import Callable
from dataclasses import dataclass, field

from PIL import Image, ImageDraw

from simulator.domain.people import Appearance, Pet
from simulator.domain.photo import Light, Weather


@dataclass(frozen=True, slots=True)
class FaceTruth:
    """Where a face was drawn: left, top, right, bottom in pixels, and whose it is (index into ``Scene.people``)."""

    box: tuple[float, float, float, float]
    who: int


@dataclass(slots=True)
class Scene:
    """What a drawing gets: a canvas, who is in front of the camera, and luck.

    Attributes:
        image: RGB, upright.
        rng: the only luck of a drawing; seeded with the photo's key.
        people: looks, nearest first.
        faces: filled by the face functions, so that the truth of where faces are is known.
        pen: draws on ``image``.
    """

    image: Image.Image
    rng: random.Random
    people: tuple[Appearance, ...]
    pets: tuple[Pet, ...]
    light: Light
    weather: Weather
    faces: list[FaceTruth] = field(default_factory=list)
    pen: ImageDraw.ImageDraw = field(init=False)

    def __post_init__(self) -> None:
        self.pen = ImageDraw.Draw(self.image)

    @property
    def width(self) -> int:
        return self.image.width

    @property
    def height(self) -> int:
        return self.image.height


Drawing = Callable[[Scene], None]
