"""Colours as 8-bit triples, and the small palettes that keep a roll of photos in one hand."""

import colorsys
import random
from collections.abc import Sequence

Color = tuple[int, int, int]

# After the ten-point Monk Skin Tone scale (Ellis Monk, 2022), with the lightest steps a little warmer.
SKIN: tuple[Color, ...] = (
    (249, 226, 208),
    (244, 214, 190),
    (240, 202, 168),
    (228, 182, 142),
    (213, 160, 118),
    (188, 131, 90),
    (150, 98, 66),
    (116, 74, 50),
    (90, 59, 44),
    (70, 48, 39),
)
HAIR: tuple[Color, ...] = (
    (30, 25, 25),
    (46, 34, 30),
    (72, 48, 36),
    (104, 68, 44),
    (140, 94, 56),
    (190, 146, 88),
    (224, 190, 130),
    (160, 74, 40),
    (122, 44, 32),
)
GREY_HAIR: tuple[Color, ...] = ((120, 118, 118), (165, 164, 164), (206, 205, 203), (232, 230, 226))
IRIS: tuple[Color, ...] = (
    (58, 36, 22),
    (84, 52, 28),
    (112, 78, 40),
    (104, 112, 62),
    (74, 116, 92),
    (70, 112, 150),
    (104, 132, 150),
)
WOOD: tuple[Color, ...] = ((176, 128, 84), (148, 100, 62), (200, 158, 112), (112, 74, 48), (218, 186, 148))
STONE: tuple[Color, ...] = ((188, 182, 172), (160, 158, 154), (206, 196, 178), (138, 134, 132), (214, 206, 196))
FOLIAGE: tuple[Color, ...] = ((74, 122, 62), (96, 142, 72), (58, 100, 62), (120, 154, 78), (88, 128, 92))
CLOTH: tuple[Color, ...] = (
    (62, 84, 120),
    (150, 62, 62),
    (226, 220, 208),
    (72, 110, 96),
    (214, 164, 84),
    (112, 84, 122),
    (52, 54, 62),
    (178, 112, 92),
    (124, 152, 178),
    (196, 144, 152),
)
PARTY: tuple[Color, ...] = (
    (238, 92, 108),
    (250, 190, 76),
    (86, 176, 214),
    (128, 196, 122),
    (186, 116, 204),
    (244, 140, 180),
    (255, 226, 120),
)
WHITE: Color = (250, 249, 246)
INK: Color = (38, 36, 40)


def mix(a: Color, b: Color, t: float) -> Color:
    """``a`` at t = 0, ``b`` at t = 1."""
    return (round(a[0] + (b[0] - a[0]) * t), round(a[1] + (b[1] - a[1]) * t), round(a[2] + (b[2] - a[2]) * t))


def shade(c: Color, k: float) -> Color:
    """Darker for k < 1, lighter for k > 1; light is added towards white, so that hues stay clean."""
    return mix((0, 0, 0), c, max(k, 0.0)) if k <= 1 else mix(c, (255, 255, 255), min(k - 1, 1.0))


def hue(h: float, s: float, v: float) -> Color:
    """Hue, saturation and value, each 0..1; the hue wraps around."""
    red, green, blue = colorsys.hsv_to_rgb(h % 1.0, s, v)
    return (round(red * 255), round(green * 255), round(blue * 255))


def jitter(rng: random.Random, c: Color, amount: int) -> Color:
    """The same colour on another day: brightness moves by up to ``amount``, each channel by a third of it."""
    whole = rng.randint(-amount, amount)
    red, green, blue = (min(255, max(0, v + whole + rng.randint(-amount // 3, amount // 3))) for v in c)
    return (red, green, blue)


def along(ramp: Sequence[Color], t: float) -> Color:
    """The colour at ``t`` in [0, 1] on a ramp, interpolated."""
    place = min(max(t, 0.0), 1.0) * (len(ramp) - 1)
    step = min(int(place), len(ramp) - 2)
    return mix(ramp[step], ramp[step + 1], place - step)
