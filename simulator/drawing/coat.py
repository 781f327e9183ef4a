"""Fur and feathers: an animal's colours and pattern, always the same for the same animal."""

import math
import random
import zlib
from dataclasses import dataclass, field

from PIL import ImageDraw

from simulator.domain.people import Pet, PetKind
from simulator.drawing.color import Color, mix, shade
from simulator.drawing.paint import Point, smooth

# Three colours each: the coat, the belly and muzzle, the patches or stripes.
_COATS: dict[PetKind, tuple[tuple[Color, Color, Color], ...]] = {
    PetKind.DOG: (
        ((206, 158, 98), (242, 222, 190), (170, 118, 66)),
        ((58, 50, 48), (190, 130, 76), (36, 32, 34)),
        ((240, 234, 224), (252, 250, 246), (148, 92, 54)),
        ((138, 88, 52), (214, 172, 124), (96, 58, 36)),
        ((150, 148, 150), (232, 230, 228), (92, 92, 100)),
    ),
    PetKind.CAT: (
        ((224, 150, 80), (250, 232, 208), (190, 108, 48)),
        ((130, 124, 118), (228, 224, 218), (74, 70, 68)),
        ((48, 46, 50), (244, 242, 240), (32, 30, 34)),
        ((238, 224, 204), (250, 244, 234), (110, 82, 66)),
        ((176, 142, 108), (238, 224, 204), (92, 66, 48)),
    ),
    PetKind.RABBIT: (
        ((196, 164, 132), (244, 236, 226), (150, 118, 90)),
        ((238, 234, 230), (252, 250, 248), (150, 140, 134)),
        ((146, 138, 132), (226, 220, 214), (104, 98, 94)),
    ),
    PetKind.BIRD: (
        ((92, 178, 84), (246, 222, 92), (44, 96, 60)),
        ((82, 150, 214), (240, 244, 248), (36, 62, 110)),
        ((248, 214, 84), (255, 240, 170), (214, 150, 50)),
        ((226, 226, 228), (252, 252, 252), (150, 156, 166)),
    ),
}


@dataclass(slots=True, kw_only=True)
class Beast:
    """An animal on a patch; lengths are shares of its sitting height, x to the right and y up from where it rests."""

    pet: Pet
    pen: ImageDraw.ImageDraw
    origin: Point
    scale: float
    luck: random.Random = field(init=False)
    coat: Color = field(init=False)
    pale: Color = field(init=False)
    mark: Color = field(init=False)

    def __post_init__(self) -> None:
        self.luck = random.Random(zlib.crc32(f"{self.pet.kind}:{self.pet.coat!r}".encode()))
        coats = _COATS[self.pet.kind]
        self.coat, self.pale, self.mark = coats[min(int(self.pet.coat * len(coats)), len(coats) - 1)]

    def at(self, x: float, y: float) -> Point:
        return (self.origin[0] + x * self.scale, self.origin[1] - y * self.scale)

    def area(self, edge: list[Point], color: Color) -> None:
        self.pen.polygon(smooth([self.at(*p) for p in edge], steps=6), fill=(*color, 255))

    def oval(self, x: float, y: float, rx: float, ry: float, color: Color) -> None:
        cx, cy = self.at(x, y)
        rx, ry = rx * self.scale, ry * self.scale
        self.pen.ellipse((cx - rx, cy - ry, cx + rx, cy + ry), fill=(*color, 255))

    def line(self, points: list[Point], color: Color, width: float) -> None:
        curve = smooth([self.at(*p) for p in points], closed=False, steps=6)
        self.pen.line(curve, fill=(*color, 255), width=max(1, round(width * self.scale)), joint="curve")

    def furry(self, x: float, y: float, rx: float, ry: float, color: Color, *, hair: float = 0.03) -> None:
        """An oval with a shaggy edge and strokes of fur inside it."""
        self.oval(x, y, rx, ry, color)
        count = int(60 + 220 * (rx + ry))
        for _ in range(count):
            a, r = self.luck.uniform(0, 2 * math.pi), self.luck.random() ** 0.35
            px, py = x + math.cos(a) * rx * r, y + math.sin(a) * ry * r
            length = hair * self.luck.uniform(0.5, 1.2)
            tip = (px + math.cos(a) * length * 0.55, py + math.sin(a) * length * 0.4 - length * 0.55)
            tone = shade(color, self.luck.choice((0.84, 0.92, 1.0, 1.1)))
            self.pen.line((self.at(px, py), self.at(*tip)), fill=(*tone, 255), width=max(1, round(0.006 * self.scale)))

    def eye(self, x: float, y: float, r: float, iris: Color, *, slit: bool = False) -> None:
        self.oval(x, y, r * 1.18, r * 1.14, shade(self.mark, 0.4))
        self.oval(x, y, r, r, iris)
        self.oval(x, y - r * 0.25, r * 0.8, r * 0.6, mix(iris, (255, 240, 200), 0.25))
        self.oval(x, y, r * (0.34 if slit else 0.62), r * (0.86 if slit else 0.62), (14, 10, 10))
        self.oval(x - r * 0.32, y + r * 0.38, r * 0.24, r * 0.24, (255, 255, 255))
