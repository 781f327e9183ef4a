"""Filters that make something else of one picture. Each takes and returns RGB of the same size."""

import itertools
from collections.abc import Callable, Sequence
from functools import lru_cache

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageChops, ImageEnhance, ImageFilter, ImageOps

from simulator.vision.page import Color

Pixels = npt.NDArray[np.float32]
Style = Callable[[Image.Image], Image.Image]

_LUMA = np.array([0.299, 0.587, 0.114], dtype=np.float32)
_BRUSH = 4  # pixels at half size
_THREADS = 4  # pixels from one thread of the canvas to the next
_RAMP = 2.5  # shades of grey
_POSTER: tuple[Color, ...] = ((16, 38, 66), (190, 44, 48), (104, 146, 150), (240, 216, 170), (252, 243, 222))
_INKS: tuple[Color, Color] = ((38, 24, 92), (255, 183, 120))


def paint(picture: Image.Image) -> Image.Image:
    """Brushstrokes that stop at edges (Kuwahara, 1976: of four neighbouring windows the calmest gives the colour)."""
    half = picture.resize((picture.width // 2, picture.height // 2), Image.Resampling.BOX)
    pixels = np.asarray(half, dtype=np.float32)
    luma = pixels @ _LUMA
    means = _box_mean(np.dstack([pixels, luma, luma * luma]))
    windows = [_shifted(means, down, across) for down in (-_BRUSH, _BRUSH) for across in (-_BRUSH, _BRUSH)]
    unrest = np.stack([window[:, :, 4] - window[:, :, 3] ** 2 for window in windows])
    calmest = unrest.argmin(axis=0)
    painted = np.select([(calmest == at)[:, :, None] for at in range(4)], [window[:, :, :3] for window in windows])
    strokes = Image.fromarray(np.clip(painted, 0, 255).astype(np.uint8)).resize(picture.size, Image.Resampling.BICUBIC)
    return ImageChops.overlay(ImageEnhance.Color(strokes).enhance(1.35), _canvas(picture.size))


def _box_mean(pixels: Pixels) -> Pixels:
    """The mean over a square of `2 * _BRUSH + 1` pixels a side, edges repeated."""
    side = 2 * _BRUSH + 1
    padded = np.pad(pixels, ((_BRUSH + 1, _BRUSH), (_BRUSH + 1, _BRUSH), (0, 0)), mode="edge")
    rows = np.cumsum(padded, axis=0, dtype=np.float64)
    rows = rows[side:] - rows[:-side]
    cells = np.cumsum(rows, axis=1)
    return ((cells[:, side:] - cells[:, :-side]) / side**2).astype(np.float32)


def _shifted(pixels: Pixels, down: int, across: int) -> Pixels:
    height, width = pixels.shape[:2]
    rows = np.clip(np.arange(height) + down, 0, height - 1)
    columns = np.clip(np.arange(width) + across, 0, width - 1)
    return pixels[rows][:, columns]


@lru_cache(maxsize=2)
def _canvas(size: tuple[int, int]) -> Image.Image:
    """The relief of thick slanting strokes on woven cloth, as grey around 128 to be overlaid."""
    luck = np.random.Generator(np.random.PCG64(1976))
    noise = Image.fromarray(luck.integers(0, 256, (size[1] // 3, size[0] // 16), dtype=np.uint8))
    strokes = noise.resize((size[0] * 3 // 2, size[1] * 3 // 2), Image.Resampling.BICUBIC).rotate(
        24, Image.Resampling.BILINEAR
    )
    left, top = size[0] // 4, size[1] // 4
    relief = strokes.crop((left, top, left + size[0], top + size[1])).filter(ImageFilter.EMBOSS)
    weave = np.indices((size[1], size[0])).sum(axis=0) % _THREADS < _THREADS // 2
    soft = (np.asarray(relief, dtype=np.float32) - 128) * 0.7 + 128 + weave * 6 - 3
    return Image.merge("RGB", [Image.fromarray(np.clip(soft, 0, 255).astype(np.uint8))] * 3)


def print_poster(picture: Image.Image) -> Image.Image:
    """Light and shade as flat fields of a few inks, the way an election poster is printed."""
    half = picture.resize((picture.width // 2, picture.height // 2), Image.Resampling.BOX)
    calm = ImageOps.equalize(ImageOps.grayscale(half).filter(ImageFilter.GaussianBlur(2.5)))
    gray = Image.blend(calm, ImageOps.autocontrast(ImageOps.grayscale(half).filter(ImageFilter.BoxBlur(1))), 0.55)
    # Enlarged before it is cut into fields: the fields then have smooth outlines.
    large = gray.resize(picture.size, Image.Resampling.BICUBIC)
    return Image.merge("RGB", [large.point(_steps([ink[band] for ink in _POSTER])) for band in range(3)])


def _steps(levels: Sequence[int]) -> list[int]:
    """A table from 256 shades of grey to a few levels, with a short ramp between neighbours."""
    width = 256 / len(levels)
    borders = [width * at + side for at in range(1, len(levels)) for side in (-_RAMP, _RAMP)]
    sides = [level for pair in itertools.pairwise(levels) for level in pair]
    return [round(level) for level in np.interp(range(256), borders, sides)]


def print_two_inks(picture: Image.Image) -> Image.Image:
    """A dark ink and a light one, the tones between them as a halftone of dots at 45 degrees."""
    gray = ImageOps.autocontrast(ImageOps.grayscale(picture), cutoff=2)
    height, width = gray.height, gray.width
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    dots = (np.cos((x + y) * 0.42) + np.cos((x - y) * 0.42)) * 34
    screened = np.clip((np.asarray(gray, dtype=np.float32) + dots - 128) * 2.4 + 128, 0, 255)
    blend = 0.62 * screened + 0.38 * np.asarray(gray, dtype=np.float32)
    return ImageOps.colorize(Image.fromarray(blend.astype(np.uint8)), *_INKS)


STYLES: tuple[Style, ...] = (paint, print_poster, print_two_inks)
