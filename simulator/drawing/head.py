"""The shape of a head: where everything sits, and how light falls on skin.

Lengths are hundredths of the sprite's side; x is measured from the middle of the head, y from the top of the sprite.
"""

import math
import random
import zlib
from dataclasses import dataclass, fields
from enum import StrEnum

import numpy as np
from PIL import Image, ImageChops, ImageDraw, ImageFilter

from simulator.domain.people import AgeGroup, Appearance
from simulator.drawing.color import GREY_HAIR, HAIR, SKIN, Color, along, mix, shade
from simulator.drawing.paint import Point, smooth

CROWN, CHIN = 25.0, 79.0
"""An average head, from the top of the skull to the chin."""


class Expression(StrEnum):
    CALM = "calm"
    SMILE = "smile"
    LAUGH = "laugh"
    SURPRISE = "surprise"


def write_identity(look: Appearance) -> str:
    """What somebody looks like, as one text: the key of all luck in their face.

    INVARIANT: it depends on what they look like. The word before the brackets is part of every face that was ever
    drawn; it stays, whatever the class is called.
    """
    features = ", ".join(f"{field.name}={getattr(look, field.name)!r}" for field in fields(look))
    return f"Look({features})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """One head on a square sprite of ``side`` pixels: a look, a mood, and a turn in radians (right is positive)."""

    side: int
    look: Appearance
    mood: Expression
    turn: float

    @property
    def child(self) -> bool:
        return self.look.age is AgeGroup.CHILD

    @property
    def width(self) -> float:
        """Half the width at the cheekbones."""
        return (21.6 if self.child else 20.2) * (1 + 0.07 * self.look.face_width)

    @property
    def chin(self) -> float:
        young = {AgeGroup.CHILD: -5.0, AgeGroup.TEEN: -1.5}.get(self.look.age, 0.0)
        return CHIN + young + 2.2 * self.look.face_length

    @property
    def eyes(self) -> float:
        return CROWN + (self.chin - CROWN) * (0.575 if self.child else 0.525)

    @property
    def nose(self) -> float:
        return self.eyes + (self.chin - self.eyes) * ((0.40 if self.child else 0.44) + 0.03 * self.look.nose)

    @property
    def mouth(self) -> float:
        return self.eyes + (self.chin - self.eyes) * (0.68 if self.child else 0.7)

    @property
    def skin(self) -> Color:
        return along(SKIN, self.look.skin)

    @property
    def hair(self) -> Color:
        if self.look.age is AgeGroup.ELDER:
            return along(GREY_HAIR, self.look.hair_color)
        return along(HAIR, self.look.hair_color)

    def luck(self, purpose: str) -> random.Random:
        """Identity as luck: the same for this look in every photo."""
        return random.Random(zlib.crc32(f"{purpose}:{write_identity(self.look)}".encode()))

    def at(self, x: float, y: float) -> Point:
        """Pixels of a point on the front of the head, turned with it."""
        radius = self.width * 1.3
        angle = math.asin(max(-1.0, min(1.0, x / radius))) + self.turn
        return ((50 + math.sin(angle) * radius) * self.side / 100, y * self.side / 100)

    def flat(self, x: float, y: float) -> Point:
        """Pixels of a point on the outline, which does not turn."""
        return ((50 + x) * self.side / 100, y * self.side / 100)

    def ring(self, x: float, y: float, rx: float, ry: float) -> tuple[float, float, float, float]:
        """The box of an ellipse around a turned point."""
        cx, cy = self.at(x, y)
        u = self.side / 100
        return (cx - rx * u, cy - ry * u, cx + rx * u, cy + ry * u)

    def outline(self, grow: float = 0.0) -> list[Point]:
        """The edge of the face from the crown around the jaw; ``grow`` widens it."""
        w, chin, jaw = self.width, self.chin, self.look.jaw
        soft = 0.05 if self.child else 0.0
        cheek = CROWN + (chin - CROWN) * 0.66
        right = (
            (w * 0.42, CROWN + 1.4),
            (w * 0.82, CROWN + 8.0),
            (w * 0.985, CROWN + 17.0),
            (w * 0.995, self.eyes + 3),
            (w * (0.93 + soft), cheek),
            (w * (0.755 + 0.075 * jaw + soft), chin - 7.2),
            (w * (0.41 + 0.075 * jaw), chin - 1.35),
        )
        edge = [(0.0, CROWN), *right, (0.0, chin), *((-x, y) for x, y in reversed(right))]
        k = 1 + grow / w
        return smooth([self.flat(x * k, y + (y - 52) * grow / 30) for x, y in edge], steps=6)


def mask(head: Head, *shapes: list[Point]) -> Image.Image:
    """White polygons on black, one sprite in size."""
    made = Image.new("L", (head.side, head.side))
    pen = ImageDraw.Draw(made)
    for shape in shapes:
        pen.polygon(shape, fill=255)
    return made


def lay(sprite: Image.Image, what: Image.Image | tuple[int, ...], where: Image.Image) -> None:
    """Pastes a colour or a picture of the sprite's size through a mask, touching only what the mask touches."""
    box = where.getbbox()
    if box is not None:
        sprite.paste(what.crop(box) if isinstance(what, Image.Image) else what, box, where.crop(box))


def draw_skin(head: Head, sprite: Image.Image) -> Image.Image:
    """Neck, ears and a shaded face; returns the mask of the face."""
    _neck(head, sprite)
    _ears(head, sprite)
    face = mask(head, head.outline())
    lay(sprite, (*head.skin, 255), face)
    dark, bright, red = _relief(head)
    # Dark skin shows its relief more by its shine than by its shadows.
    depth = head.look.skin
    deep = mix(shade(head.skin, 0.36 + 0.18 * depth), (96, 26, 22), 0.22)
    for color, amount in (
        (deep, dark),
        (shade(head.skin, 1.45 + 0.14 * depth), bright),
        (mix(head.skin, (214, 66, 62), 0.55), red),
    ):
        full = amount.resize(sprite.size, Image.Resampling.BICUBIC)
        lay(sprite, (*color, 255), ImageChops.multiply(full, face))
    return face


def _neck(head: Head, sprite: Image.Image) -> None:
    half = head.width * (0.4 if head.child else 0.47 + 0.05 * head.look.jaw)
    low = head.chin + 15.0
    edge = [
        (-half, head.chin - 14),
        (-half * 0.96, head.chin + 4),
        (-half * 1.1, low - 5),
        (-half * 0.7, low - 1.4),
        (0, low),
        (half * 0.7, low - 1.4),
        (half * 1.1, low - 5),
        (half * 0.96, head.chin + 4),
        (half, head.chin - 14),
    ]
    shape = mask(head, smooth([head.flat(x, y) for x, y in edge], steps=5))
    lay(sprite, (*shade(head.skin, 0.95), 255), shape)
    small = Image.new("L", (100, 100))
    pen = ImageDraw.Draw(small)
    pen.ellipse((50 - half * 1.5, head.chin - 16, 50 + half * 1.5, head.chin + 5), fill=200)
    pen.rectangle((50 + half * 0.5, head.chin, 50 + half * 1.4, head.chin + 9), fill=80)
    for side in (-1, 1):
        pen.line((50 + side * half * 0.62, head.chin + 4, 50 + side * half * 0.14, low - 1), fill=60, width=2)
    small = small.filter(ImageFilter.GaussianBlur(2.2)).resize(sprite.size, Image.Resampling.BICUBIC)
    lay(sprite, (*mix(shade(head.skin, 0.4), (80, 24, 20), 0.2), 255), ImageChops.multiply(small, shape))


def _ears(head: Head, sprite: Image.Image) -> None:
    pen, u = ImageDraw.Draw(sprite), head.side / 100
    for side in (-1, 1):
        away = side * head.turn
        if away > 0.12:
            continue
        x, y = head.flat(side * (head.width * 1.0 + away * 9), head.eyes + 5)
        rx, ry = 3.3 * u, (6.4 if head.child else 7.0) * u
        pen.ellipse((x - rx, y - ry, x + rx, y + ry), fill=(*shade(head.skin, 0.9), 255))
        inner = mix(shade(head.skin, 0.62), (130, 40, 34), 0.18)
        pen.arc(
            (x - rx * 0.62, y - ry * 0.7, x + rx * 0.62, y + ry * 0.62),
            150 if side < 0 else -60,
            330 if side < 0 else 120,
            fill=(*inner, 255),
            width=max(1, int(1.1 * u)),
        )


def _relief(head: Head) -> tuple[Image.Image, Image.Image, Image.Image]:
    """How much darker, brighter and redder the skin is, as small masks; light comes from the upper left."""
    n = 160
    k = n / 100
    small = Head(side=n, look=head.look, mood=head.mood, turn=head.turn)
    y, x = np.mgrid[0:n, 0:n] / k
    shift = math.sin(head.turn) * head.width
    away = ((x - 50 - shift * 0.6 + 5) / (head.width * 1.28)) ** 2 + ((y - head.eyes + 5) / 37) ** 2
    shadow = Image.fromarray(np.clip(190 * (away - 0.5), 0, 205).astype(np.uint8))
    hollows = Image.new("L", (n, n))
    _hollows(small, ImageDraw.Draw(hollows))
    dark = ImageChops.add(shadow, hollows.filter(ImageFilter.GaussianBlur(1.7 * k)))
    if head.look.age is AgeGroup.ELDER:
        dark = ImageChops.add(dark, _age_lines(small))
    lights = Image.new("L", (n, n))
    _lights(small, ImageDraw.Draw(lights))
    red = Image.new("L", (n, n))
    pen = ImageDraw.Draw(red)
    cheek = head.eyes + (head.chin - head.eyes) * 0.42
    for side in (-1, 1):
        pen.ellipse(
            small.ring(side * head.width * 0.58, cheek, head.width * 0.25, 4.4), fill=150 if head.child else 100
        )
    pen.ellipse(small.ring(0, head.nose - 1, head.width * 0.13, 2.2), fill=70)
    return dark, lights.filter(ImageFilter.GaussianBlur(1.8 * k)), red.filter(ImageFilter.GaussianBlur(2.8 * k))


def _hollows(head: Head, pen: ImageDraw.ImageDraw) -> None:
    w, eyes, nose, mouth, chin = head.width, head.eyes, head.nose, head.mouth, head.chin
    gap = w * (0.43 + 0.03 * head.look.eye_spacing)
    deep = 0.6 if head.child else 1.0
    for side in (-1, 1):
        pen.ellipse(head.ring(side * gap, eyes - 1.2, w * 0.29, 4.2), fill=int(92 * deep))
        pen.ellipse(head.ring(side * w * 0.14, eyes - 0.5, w * 0.08, 3.2), fill=int(96 * deep))
        pen.ellipse(head.ring(side * w * 0.64, mouth - 1, w * 0.16, 5.5), fill=int(34 * deep))
        pen.ellipse(head.ring(side * w * 0.82, eyes - 9, w * 0.14, 6), fill=40)
    pen.polygon([head.at(w * 0.06, eyes + 1), head.at(w * 0.2, nose), head.at(w * 0.1, nose)], fill=int(80 * deep))
    pen.ellipse(head.ring(w * 0.02, nose + 2.0, w * 0.2, 1.5), fill=int(150 * deep))
    pen.ellipse(head.ring(0, mouth + 5.0, w * 0.26, 1.7), fill=90)
    pen.ellipse(head.ring(0, CROWN + 8, w * 0.8, 4.4), fill=62)
    pen.ellipse(
        (head.flat(-w * 0.8, 0)[0], head.flat(0, chin - 2.2)[1], head.flat(w * 0.8, 0)[0], head.flat(0, chin + 6)[1]),
        fill=84,
    )


def _lights(head: Head, pen: ImageDraw.ImageDraw) -> None:
    w, eyes, nose = head.width, head.eyes, head.nose
    pen.ellipse(head.ring(-w * 0.02, (eyes + nose) / 2 - 1, w * 0.055, (nose - eyes) / 2), fill=105)
    pen.ellipse(head.ring(-w * 0.03, nose - 1.6, w * 0.09, 1.5), fill=165)
    pen.ellipse(head.ring(-w * 0.18, eyes - 12, w * 0.46, 4.6), fill=84)
    for side, glow in ((-1, 116), (1, 66)):
        pen.ellipse(head.ring(side * w * 0.56, eyes + 6, w * 0.2, 2.6), fill=glow)
        pen.ellipse(head.ring(side * w * 0.42, eyes - 5.6, w * 0.2, 0.9), fill=60)
    pen.ellipse(head.ring(-w * 0.05, head.chin - 4.6, w * 0.17, 2.1), fill=80)


def _age_lines(head: Head) -> Image.Image:
    """Forehead, crow's feet, bags and the folds from nose to mouth."""
    lines = Image.new("L", (head.side, head.side))
    pen, w, luck = ImageDraw.Draw(lines), head.width, head.luck("age")
    for i in range(3):
        y = head.eyes - 11 - 3.2 * i
        pen.line(
            smooth(
                [head.at(w * x, y + luck.uniform(-0.5, 0.5) - 0.8 * (1 - x * x)) for x in (-0.5, -0.2, 0.15, 0.5)],
                closed=False,
            ),
            fill=90,
            width=1,
        )
    for side in (-1, 1):
        pen.line(
            smooth(
                [
                    head.at(side * w * 0.2, head.nose - 1),
                    head.at(side * w * 0.4, head.nose + 4),
                    head.at(side * w * 0.46, head.mouth + 2),
                ],
                closed=False,
            ),
            fill=140,
            width=2,
        )
        pen.line(
            smooth(
                [
                    head.at(side * w * 0.26, head.eyes + 3.4),
                    head.at(side * w * 0.44, head.eyes + 5),
                    head.at(side * w * 0.62, head.eyes + 3.6),
                ],
                closed=False,
            ),
            fill=110,
            width=1,
        )
        for dy in (-1.6, 0.4, 2.4):
            pen.line(
                (head.at(side * w * 0.72, head.eyes + dy * 0.5), head.at(side * w * 0.86, head.eyes + dy * 1.3)),
                fill=120,
                width=1,
            )
    return lines.filter(ImageFilter.GaussianBlur(0.8))
