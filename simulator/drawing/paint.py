"""Surfaces, shadows, light and lettering: what every drawing is made of."""

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageFont

from simulator.drawing.color import Color
from simulator.drawing.scene import Scene

Box = tuple[float, float, float, float]
Point = tuple[float, float]
_NOISE_SIDE = 1280


_SMALL_DISC, _LARGE_DISC = 64, 256


@lru_cache(maxsize=2)
def _round_mask(side: int) -> Image.Image:
    """White in the middle, fading smoothly to black at the rim."""
    middle = (side - 1) / 2
    y, x = np.mgrid[0:side, 0:side]
    fade = np.clip(1 - np.hypot(x - middle, y - middle) / middle, 0, 1)
    return Image.fromarray((255 * fade * fade * (3 - 2 * fade)).round().astype(np.uint8))


@lru_cache(maxsize=128)
def _soft_disc(level: int, side: int) -> Image.Image:
    """A round mask ``side`` pixels across, ``level`` (0..255) in the middle."""
    return _round_mask(side).point([v * level // 255 for v in range(256)])


def stain(image: Image.Image, color: Color, at: tuple[int, int], mask: Image.Image) -> None:
    """Lays a colour through a mask; Pillow pastes a plain picture twice as fast as it pastes a colour."""
    image.paste(Image.new("RGB", mask.size, color), at, mask)


@lru_cache(maxsize=16)
def grain(amount: int) -> Image.Image:
    """A tile of RGB noise as signed bytes, ``amount`` being its standard deviation and twice that its bound."""
    luck = np.random.Generator(np.random.PCG64(2463))
    grey = luck.standard_normal((_NOISE_SIDE, _NOISE_SIDE, 1), np.float32)
    noise = grey + 0.45 * luck.standard_normal((_NOISE_SIDE, _NOISE_SIDE, 3), np.float32)
    return Image.fromarray(np.clip(noise * amount, -2 * amount, 2 * amount).astype(np.int8).view(np.uint8))


@lru_cache(maxsize=32)
def headroom(margin: int) -> list[int]:
    """A table that keeps every channel ``margin`` away from black and white, so that signed bytes can be added to it.

    Adding modulo 256 costs a tenth of adding with a limit.
    """
    return [min(max(v, margin), 255 - margin) for v in range(256)] * 3


@lru_cache(maxsize=64)
def _font(size: int) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    return ImageFont.load_default(size)


def _whole(box: Box) -> tuple[int, int, int, int]:
    return (round(box[0]), round(box[1]), round(box[2]), round(box[3]))


def vertical_gradient(scene: Scene, box: Box, top: Color, bottom: Color) -> None:
    """Fills ``box`` (pixels) with a smooth change of colour from top to bottom."""
    left, upper, right, lower = _whole(box)
    if right <= left or lower <= upper:
        return
    t = np.linspace(0.0, 1.0, lower - upper)[:, None]
    rows = np.asarray(top) * (1 - t) + np.asarray(bottom) * t
    strip = Image.fromarray(rows.round().astype(np.uint8)[:, None, :])
    scene.image.paste(strip.resize((right - left, lower - upper), Image.Resampling.NEAREST), (left, upper))


def glow(scene: Scene, center: Point, radius: float, color: Color, strength: float) -> None:
    """Lays a soft round spot of ``color``; ``strength`` 0..1 at its middle."""
    soft_spot(scene, (center[0] - radius, center[1] - radius, center[0] + radius, center[1] + radius), color, strength)


def soft_spot(scene: Scene, box: Box, color: Color, strength: float) -> None:
    """A soft ellipse of ``color`` that fills ``box``."""
    left, top = max(round(box[0]), 0), max(round(box[1]), 0)
    right, bottom = min(round(box[2]), scene.width), min(round(box[3]), scene.height)
    if right <= left or bottom <= top:
        return
    level, width, height = round(255 * min(max(strength, 0.0), 1.0)), right - left, bottom - top
    # A large spot is made of a large disc, whose steps are too fine to be seen without smoothing.
    large = width * height > _LARGE_DISC * _LARGE_DISC
    disc = _soft_disc(level, _LARGE_DISC if large else _SMALL_DISC)
    across, down = disc.width / (box[2] - box[0]), disc.height / (box[3] - box[1])
    seen = (
        max((left - box[0]) * across, 0.0),
        max((top - box[1]) * down, 0.0),
        min((right - box[0]) * across, disc.width),
        min((bottom - box[1]) * down, disc.height),
    )
    mask = disc.resize((width, height), Image.Resampling.NEAREST if large else Image.Resampling.BILINEAR, seen)
    stain(scene.image, color, (left, top), mask)


def soft_shadow(scene: Scene, box: Box, strength: float = 0.4) -> None:
    """A contact shadow: a soft dark ellipse around ``box``."""
    grow_x, grow_y = (box[2] - box[0]) * 0.18, (box[3] - box[1]) * 0.18
    wide = (box[0] - grow_x, box[1] - grow_y, box[2] + grow_x, box[3] + grow_y)
    soft_spot(scene, wide, (18, 14, 22), strength * 1.25)


def speckle(scene: Scene, box: Box, colors: Sequence[Color], count: int, size: float) -> None:
    """Scatters ``count`` dots of up to ``size`` pixels radius."""
    luck, pen = scene.rng, scene.pen
    for _ in range(count):
        x, y, r = luck.uniform(box[0], box[2]), luck.uniform(box[1], box[3]), size * luck.uniform(0.35, 1)
        pen.ellipse((x - r, y - r, x + r, y + r), fill=luck.choice(colors))


def lay_sheet(scene: Scene, sheet: Image.Image, center: Point, angle: float) -> None:
    """Lays a flat sheet (RGB or RGBA) turned by ``angle`` degrees, with a soft shadow under it."""
    paper = sheet.convert("RGB")
    edge = paper.getpixel((sheet.width // 2, 1))
    turned = paper.rotate(angle, Image.Resampling.BILINEAR, expand=True, fillcolor=edge)
    shape = sheet.getchannel("A") if sheet.mode == "RGBA" else Image.new("L", sheet.size, 255)
    shape = shape.rotate(angle, Image.Resampling.NEAREST, expand=True)
    left, top = round(center[0] - turned.width / 2), round(center[1] - turned.height / 2)
    pad = max(6, turned.width // 28)
    small = (max(1, turned.width // 8), max(1, turned.height // 8))
    shadow = Image.new("L", (small[0] + pad // 2, small[1] + pad // 2))
    shadow.paste(shape.resize(small, Image.Resampling.BOX), (pad // 4, pad // 4))
    shadow = shadow.filter(ImageFilter.GaussianBlur(max(1.0, pad / 11))).point([v * 105 // 255 for v in range(256)])
    size = (shadow.width * 8, shadow.height * 8)
    at = (left - pad * 2 + pad // 3, top - pad * 2 + pad // 2)
    stain(scene.image, (12, 10, 16), at, shadow.resize(size, Image.Resampling.BILINEAR))
    scene.image.paste(turned, (left, top), shape)


def write(  # noqa: PLR0917 - reads like Pillow's own text call
    pen: ImageDraw.ImageDraw, xy: Point, text: str, size: int, color: Color, anchor: str = "la"
) -> None:
    """Letters in Pillow's own font; ``size`` in pixels."""
    pen.text(xy, text, font=_font(max(size, 4)), fill=color, anchor=anchor)


def texture(scene: Scene, box: Box, amount: int) -> None:
    """Gives a surface grain; ``amount`` is the standard deviation in grey levels."""
    left, upper, right, lower = _whole(box)
    left, upper, right, lower = max(left, 0), max(upper, 0), min(right, scene.width), min(lower, scene.height)
    if right <= left or lower <= upper:
        return
    dx, dy = scene.rng.randrange(_NOISE_SIDE - 1024), scene.rng.randrange(_NOISE_SIDE - 1024)
    tile = grain(amount).crop((dx, dy, dx + right - left, dy + lower - upper))
    patch = scene.image.crop((left, upper, right, lower)).point(headroom(2 * amount))
    scene.image.paste(ImageChops.add_modulo(patch, tile), (left, upper))


@lru_cache(maxsize=1)
def _light_disc() -> Image.Image:
    """A pale disc with a brighter rim, as a lens makes of a lamp far out of focus."""
    disc = Image.new("L", (192, 192))
    pen = ImageDraw.Draw(disc)
    pen.ellipse((4, 4, 187, 187), fill=200)
    pen.ellipse((16, 16, 175, 175), fill=130)
    return disc.reduce(2)


def bokeh(scene: Scene, colors: Sequence[Color], count: int) -> None:
    """Lights out of focus: pale discs with a brighter rim."""
    luck = scene.rng
    for _ in range(count):
        x, y = luck.uniform(0, scene.width), luck.uniform(0, scene.height)
        r, color, strength = round(luck.uniform(10, 52)), luck.choice(colors), luck.uniform(0.35, 0.9)
        disc = _light_disc().resize((2 * r, 2 * r), Image.Resampling.BILINEAR)
        stain(scene.image, color, (round(x) - r, round(y) - r), disc.point([round(v * strength) for v in range(256)]))


def defocus(scene: Scene, radius: float) -> None:
    """Throws everything drawn so far out of focus; ``radius`` in pixels."""
    quarter = scene.image.reduce(4).filter(ImageFilter.GaussianBlur(max(radius / 4, 0.3)))
    scene.image.paste(quarter.resize(scene.image.size, Image.Resampling.BILINEAR))


@lru_cache(maxsize=16)
def _basis(steps: int) -> list[tuple[float, float, float, float]]:
    weights = []
    for s in range(steps):
        t = s / steps
        t2, t3 = t * t, t * t * t
        weights.append((t2 - 0.5 * (t + t3), 1 - 2.5 * t2 + 1.5 * t3, 0.5 * t + 2 * t2 - 1.5 * t3, 0.5 * (t3 - t2)))
    return weights


def smooth(points: Sequence[Point], *, closed: bool = True, steps: int = 8) -> list[Point]:
    """A Catmull-Rom curve through ``points``, with ``steps`` pieces between neighbours."""
    around = [points[-1], *points, points[0], points[1]] if closed else [points[0], *points, points[-1]]
    basis = _basis(steps)
    curve: list[Point] = []
    for (ax, ay), (bx, by), (cx, cy), (dx, dy) in zip(around, around[1:], around[2:], around[3:], strict=False):
        curve.extend((a * ax + b * bx + c * cx + d * dx, a * ay + b * by + c * cy + d * dy) for a, b, c, d in basis)
    if not closed:
        curve.append(points[-1])
    return curve


@lru_cache(maxsize=8)
def _dusk(strength: int) -> Image.Image:
    row = np.clip((np.arange(128) - 64) / 64, 0, 1) * strength
    return Image.fromarray(row.astype(np.uint8)[None, :])


class Patch:
    """A part of the picture drawn on nothing, ``fine`` times as large for smooth edges; every colour on it is opaque.

    Opaque or empty pixels are the same with and without premultiplied alpha. Kept in a mode that Pillow does not
    convert, they are averaged as they are, which halves the cost of an RGBA image.
    """

    _LARGE = 110_000
    """Pixels from which on the smoothing of the camera's tilt has to do."""

    def __init__(self, left: int, top: int, width: int, height: int) -> None:
        self.corner = (left, top)
        self.fine = 1 if width * height > self._LARGE else 2
        self._sheet = Image.new("CMYK", (max(width, 2) * self.fine, max(height, 2) * self.fine))
        self.pen = ImageDraw.Draw(self._sheet)

    def paste(self, scene: Scene, *, dusk: int = 0) -> None:
        """Puts the patch in its place; ``dusk`` (of 255) darkens its right side, so that it looks round."""
        small = Image.merge("RGBa", self._sheet.reduce(self.fine).split()).convert("RGBA")
        scene.image.paste(small, self.corner, small)
        if dusk:
            side = _dusk(dusk).resize(small.size, Image.Resampling.NEAREST)
            half = (small.width // 2, 0, small.width, small.height)
            mask = ImageChops.multiply(side.crop(half), small.getchannel("A").crop(half))
            stain(scene.image, (22, 14, 28), (self.corner[0] + half[0], self.corner[1]), mask)
