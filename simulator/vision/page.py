"""Paper, ink, lettering and prints: what the studio lays pictures out with."""

import colorsys
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageDraw, ImageFilter, ImageFont, ImageOps

Color = tuple[int, int, int]
Font = ImageFont.FreeTypeFont | ImageFont.ImageFont
_SMALLEST_LETTERS = 24
_GLANCE = 48  # pixels a side: enough to see where a picture is busy
_PULL_TO_MIDDLE = 0.15


@dataclass(frozen=True, slots=True, kw_only=True)
class Palette:
    """Three colours that suit the pictures: light to lie on, dark to write with, bright to catch the eye."""

    paper: Color
    ink: Color
    accent: Color


def choose_palette(pictures: Sequence[Image.Image]) -> Palette:
    """Shades of the hue that the pictures have in common; warm greys where they have none."""
    strip = Image.new("RGB", (16 * len(pictures), 16))
    for at, picture in enumerate(pictures):
        strip.paste(picture.resize((16, 16), Image.Resampling.BOX), (16 * at, 0))
    red, green, blue = strip.resize((1, 1), Image.Resampling.BOX).getpixel((0, 0))  # type: ignore[misc]
    hue, _, saturation = colorsys.rgb_to_hls(red / 255, green / 255, blue / 255)
    color = min(1.0, saturation * 2)
    return Palette(
        paper=_shade(hue, 0.93, 0.45 * color),
        ink=_shade(hue, 0.16, 0.4 * color),
        accent=_shade(hue, 0.55, 0.75 * color),
    )


def _shade(hue: float, lightness: float, saturation: float) -> Color:
    red, green, blue = colorsys.hls_to_rgb(hue, lightness, saturation)
    return (round(red * 255), round(green * 255), round(blue * 255))


@lru_cache(maxsize=64)
def load_font(size: int) -> Font:
    """The typeface that Pillow carries inside (Aileron; ASCII only)."""
    return ImageFont.load_default(size)


def fit_font(text: str, width: float, size: int) -> Font:
    """The largest letters up to a size in which the text is no wider than so many pixels."""
    while size > _SMALLEST_LETTERS and load_font(size).getlength(text) > width:
        size -= 2
    return load_font(size)


def fill(picture: Image.Image, size: tuple[int, int]) -> Image.Image:
    """The picture scaled to cover a size; what does not fit is cropped from the emptier sides."""
    scale = max(size[0] / picture.width, size[1] / picture.height)
    width, height = size[0] / scale, size[1] / scale
    edges = ImageOps.grayscale(picture).resize((_GLANCE, _GLANCE), Image.Resampling.BOX).filter(ImageFilter.FIND_EDGES)
    detail = np.asarray(edges, dtype=np.float64)
    left = _busiest_start(detail.sum(axis=0), width / picture.width) * picture.width
    top = _busiest_start(detail.sum(axis=1), height / picture.height) * picture.height
    return picture.resize(size, Image.Resampling.BICUBIC, box=(left, top, left + width, top + height))


def _busiest_start(detail: npt.NDArray[np.float64], share: float) -> float:
    """Where to start keeping a share of a line so as to keep most detail; in shares, the middle when it is even."""
    spare = 1 - share
    kept = round(share * len(detail))
    if kept >= len(detail):
        return max(0.0, spare / 2)
    total = np.concatenate([[0.0], np.cumsum(detail)])
    sums = total[kept:] - total[:-kept]
    off_middle = np.abs(np.linspace(-1, 1, len(sums)))
    best = int(np.argmax(sums * (1 - _PULL_TO_MIDDLE * off_middle)))
    return spare * best / (len(sums) - 1)


@lru_cache(maxsize=8)
def _corner(radius: int) -> Image.Image:
    """A quarter of a disc, smooth at its rim."""
    large = Image.new("L", (radius * 4, radius * 4))
    ImageDraw.Draw(large).ellipse((0, 0, radius * 8, radius * 8), fill=255)
    return large.resize((radius, radius), Image.Resampling.BOX)


def round_corners(size: tuple[int, int], radius: int) -> Image.Image:
    """A mask: 255 inside a rectangle with round corners, 0 outside."""
    mask = Image.new("L", size, 255)
    corner = _corner(radius)
    right, bottom = size[0] - radius, size[1] - radius
    mask.paste(corner, (0, 0))
    mask.paste(ImageOps.mirror(corner), (right, 0))
    mask.paste(ImageOps.flip(corner), (0, bottom))
    mask.paste(corner.rotate(180), (right, bottom))
    return mask


def soft_shadow(size: tuple[int, int], spread: int, strength: float, turn: float) -> Image.Image:
    """A mask with room around it: the shadow of a print of that size, turned by so many degrees, on the table."""
    # Made at a quarter of the size: nobody can tell, and it costs a sixteenth.
    small = Image.new("L", (size[0] // 4 + spread, size[1] // 4 + spread))
    edge = spread // 2
    small.paste(round(255 * strength), (edge, edge, small.width - edge, small.height - edge))
    soft = small.filter(ImageFilter.GaussianBlur(spread / 4)).rotate(turn, Image.Resampling.BILINEAR, expand=True)
    return soft.resize((soft.width * 4, soft.height * 4), Image.Resampling.BILINEAR)
