"""What the camera adds: tilt, exposure, colour of the light, haze, vignette and noise."""

import math
import random
from functools import lru_cache

import numpy as np
from PIL import Image, ImageChops

from simulator.domain.photo import Light, Photo, Weather
from simulator.drawing.paint import Box, grain
from simulator.drawing.scene import FaceTruth, Scene

_CAST: dict[Light, tuple[float, float, float]] = {
    Light.DAYLIGHT: (1.0, 1.0, 1.0),
    Light.GOLDEN: (1.06, 0.99, 0.86),
    Light.NIGHT: (0.88, 0.89, 1.0),
    Light.INDOOR: (1.03, 0.99, 0.92),
}
_NOISE: dict[Light, int] = {Light.DAYLIGHT: 3, Light.GOLDEN: 4, Light.INDOOR: 5, Light.NIGHT: 7}
_HAZE: dict[Weather, float] = {Weather.CLEAR: 0.0, Weather.CLOUDY: 0.03, Weather.RAIN: 0.07, Weather.SNOW: 0.06}
_UNCORRECTED = 0.3
"""Share of photos whose darker corners the phone has left as they were."""
_SHAKEN = 0.1
"""Share of photos taken with an unsteady hand."""


def finish(scene: Scene, photo: Photo) -> Image.Image:
    """The drawing as a photo of it; also moves ``scene.faces`` to where the camera's tilt puts them.

    All luck comes from the photo's key, and none of it from how much luck the drawing has used.
    """
    luck = random.Random(f"finish {photo.key}")
    shaken = luck.random() < _SHAKEN
    image = _tilt(scene, math.radians(max(-4.0, min(4.0, luck.gauss(0, 1.5)))))
    amount = _NOISE[photo.light]
    if luck.random() < _UNCORRECTED:
        image = ImageChops.multiply(image, _vignette(image.size))
    image = _soften(image.point(_grade(luck, photo, 2 * amount)))
    if shaken:
        image = Image.blend(image, _moved(image, 2), 0.5)
    tile = grain(amount)
    dx, dy = luck.randrange(tile.width - image.width), luck.randrange(tile.height - image.height)
    return ImageChops.add_modulo(image, tile.crop((dx, dy, dx + image.width, dy + image.height)))


def _tilt(scene: Scene, angle: float) -> Image.Image:
    """Turns and crops; no corner is left empty."""
    w, h = scene.image.size
    c, s = math.cos(angle), math.sin(angle)
    zoom = c + max(w / h, h / w) * abs(s) + 0.004
    a, b = c / zoom, s / zoom
    dx, dy = w / 2 - a * w / 2 - b * h / 2, h / 2 + b * w / 2 - a * h / 2
    scene.faces[:] = [FaceTruth(_turned(face.box, (w, h), angle, zoom), face.who) for face in scene.faces]
    return scene.image.transform((w, h), Image.Transform.AFFINE, (a, b, dx, -b, a, dy), Image.Resampling.NEAREST)


def _soften(half: Image.Image) -> Image.Image:
    """Every pixel averaged with a neighbour, which smooths the edges that pen and tilt left ragged.

    ``half`` has half the brightness: adding modulo 256 costs a tenth of blending, and the noise hides the lost bit.
    """
    return ImageChops.add_modulo(half, _moved(half, 1))


def _moved(image: Image.Image, by: int) -> Image.Image:
    """The picture ``by`` pixels further right and down; what it uncovers stays as it was."""
    moved = image.copy()
    moved.paste(image, (by, by))
    return moved


def _turned(box: Box, size: tuple[int, int], angle: float, zoom: float) -> Box:
    """Where an upright box lands: its middle moves, its size grows by ``zoom``."""
    x, y = (box[0] + box[2]) / 2 - size[0] / 2, (box[1] + box[3]) / 2 - size[1] / 2
    c, s = math.cos(angle), math.sin(angle)
    cx, cy = size[0] / 2 + zoom * (c * x - s * y), size[1] / 2 + zoom * (s * x + c * y)
    half_w, half_h = zoom * (box[2] - box[0]) / 2, zoom * (box[3] - box[1]) / 2
    return (cx - half_w, cy - half_h, cx + half_w, cy + half_h)


def _grade(luck: random.Random, photo: Photo, margin: int) -> list[int]:
    """One table for exposure, contrast, white balance and haze, at half brightness for ``_soften``.

    Twice its values stay ``margin`` away from black and white, which leaves room for the noise.
    """
    exposure, contrast, warmth = luck.uniform(0.93, 1.08), luck.uniform(0.94, 1.08), luck.uniform(-0.025, 0.025)
    haze = 0.0 if photo.light in (Light.INDOOR, Light.NIGHT) else _HAZE[photo.weather]
    level = np.arange(256, dtype=np.float64)
    table: list[int] = []
    for gain in np.asarray(_CAST[photo.light]) * (1 + warmth, 1.0, 1 - warmth):
        curve = (level * exposure * gain - 118) * contrast + 118
        curve = curve * (1 - haze) + 206 * haze
        # Highlights roll off as a sensor's do, so that a brighter exposure does not burn them out.
        curve = np.where(curve > 235, 235 + (curve - 235) * 0.5, curve)
        table.extend((np.clip(curve, margin, 255 - margin) / 2).astype(np.uint8).tolist())
    return table


@lru_cache(maxsize=4)
def _vignette(size: tuple[int, int]) -> Image.Image:
    y, x = np.mgrid[0 : size[1], 0 : size[0]]
    away = np.hypot((x / size[0] - 0.5) * 2, (y / size[1] - 0.5) * 2) / math.sqrt(2)
    shade = Image.fromarray((255 * (1 - 0.2 * away**3)).astype(np.uint8))
    return Image.merge("RGB", (shade, shade, shade))
