"""Bytes of a JPEG or PNG from anywhere, turned into an upright RGB picture; hostile bytes are expected."""

import io
import warnings
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image, UnidentifiedImageError

from simulator.domain.analysis import GeoPoint
from simulator.domain.errors import AnalyzerError
from simulator.vision.exif import read_orientation, read_place, read_taken_at

MOST_BYTES = 64 * 2**20
MOST_PIXELS = 100_000_000
WORKING_SIDE = 768
SHARP_SIDE = 320
_LITTLE = 1.1  # up to which an enlargement does not show squares
_REDUCTIONS = (8, 4, 2)  # what a JPEG decoder can leave out while it decodes
_MOST_SCANS = 100  # an honest progressive JPEG has about ten; thousands of scans decode for minutes
_MOST_ASPECT = 100
_START_OF_SCAN = b"\xff\xda"
_TURNS = {
    2: (Image.Transpose.FLIP_LEFT_RIGHT,),
    3: (Image.Transpose.ROTATE_180,),
    4: (Image.Transpose.FLIP_TOP_BOTTOM,),
    5: (Image.Transpose.TRANSPOSE,),
    6: (Image.Transpose.ROTATE_270,),
    7: (Image.Transpose.TRANSVERSE,),
    8: (Image.Transpose.ROTATE_90,),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture as it is looked at, and what its file says about itself.

    Attributes:
        image: RGB, upright, its longer side at most `WORKING_SIDE` pixels.
        sharp: whether decoding at `SHARP_SIDE` would show no more.
        taken_at: see `simulator.domain.analysis.Analysis`.
    """

    image: Image.Image
    sharp: bool
    taken_at: str | None
    place: GeoPoint | None


def read_picture_file(path: Path) -> bytes:
    """The bytes of a file that somebody named.

    Raises:
        AnalyzerError: there is no such file, it is a directory or device, it is too large, or it cannot be read.
    """
    try:
        if path.is_dir():
            raise AnalyzerError(f"{path}: is a directory; name the JPEG or PNG files in it")
        if not path.exists():
            raise AnalyzerError(f"{path}: no such file; check the spelling")
        if not path.is_file():
            raise AnalyzerError(f"{path}: is not an ordinary file; name a JPEG or PNG")
        if path.stat().st_size > MOST_BYTES:
            raise AnalyzerError(f"{path}: is larger than {MOST_BYTES >> 20} MiB; save a smaller copy")
        return path.read_bytes()
    except (OSError, ValueError) as problem:
        reason = getattr(problem, "strerror", None) or problem
        raise AnalyzerError(f"{path}: cannot be read: {reason}; check the name and your permissions") from problem


def decode_picture(name: str, content: bytes, side: int = SHARP_SIDE) -> Picture:
    """Check, decode and turn upright, in this order; the cost is bounded before a pixel is decoded.

    Args:
        name: the file, as error messages shall call it.
        content: the whole file.
        side: as many pixels of the shorter side suffice: a JPEG is decoded at the smallest of 1/1, 1/2, 1/4 and 1/8
            that leaves so many.

    Raises:
        AnalyzerError: not a JPEG or PNG, damaged, or larger than `MOST_BYTES` or `MOST_PIXELS`.
    """
    if not content:
        raise AnalyzerError(f"{name}: the file is empty; copy it from the phone again")
    if len(content) > MOST_BYTES:
        raise AnalyzerError(f"{name}: is larger than {MOST_BYTES >> 20} MiB; save a smaller copy")
    with warnings.catch_warnings():
        # Pillow warns of what is refused, or does not matter, here.
        warnings.simplefilter("ignore")
        try:
            with Image.open(io.BytesIO(content), formats=("JPEG", "PNG")) as image:
                _refuse_bombs(name, image, content)
                exif = image.getexif()
                sharp = image.format == "PNG" or _reduction(image, side) <= _reduction(image, SHARP_SIDE)
                upright = _turn_upright(_shrink(image, side), read_orientation(exif))
                return Picture(image=upright, sharp=sharp, taken_at=read_taken_at(exif), place=read_place(exif))
        except AnalyzerError:
            raise
        except Image.DecompressionBombError as problem:
            raise AnalyzerError(_too_large(name)) from problem
        except UnidentifiedImageError as problem:
            raise AnalyzerError(f"{name}: is not a JPEG or PNG, whatever its name says; convert it to one") from problem
        except Exception as problem:  # (a decoder may fail in any way on hostile bytes)
            raise AnalyzerError(f"{name}: is damaged ({problem}); copy it from the phone again") from problem


def _too_large(name: str) -> str:
    return f"{name}: has more than {MOST_PIXELS // 1_000_000} million pixels; save a smaller copy"


def _refuse_bombs(name: str, image: Image.Image, content: bytes) -> None:
    """Refuses by what the header declares, before anything is decoded."""
    if image.width * image.height > MOST_PIXELS:
        raise AnalyzerError(_too_large(name))
    if max(image.size) > _MOST_ASPECT * min(image.size):
        raise AnalyzerError(f"{name}: is {image.width} by {image.height} pixels, a line rather than a picture; crop it")
    if image.format != "PNG" and content.count(_START_OF_SCAN) > _MOST_SCANS:
        raise AnalyzerError(f"{name}: is built of more than {_MOST_SCANS} scans; save it again as an ordinary JPEG")


def _reduction(image: Image.Image, side: int) -> int:
    """To what part a JPEG may be decoded so that its shorter side still has as many pixels."""
    return next((part for part in _REDUCTIONS if min(image.size) // part >= side), 1)


def _shrink(image: Image.Image, side: int) -> Image.Image:
    """Decodes, a JPEG as small as suffices, then fits it into the working square."""
    image.draft("RGB", (side, side))
    image.load()
    small = _in_eight_bits(image)
    scale = WORKING_SIDE / max(small.size)
    if scale < 1:
        size = (max(1, round(small.width * scale)), max(1, round(small.height * scale)))
        small = small.resize(size, Image.Resampling.BILINEAR, reducing_gap=2.0)
    return _on_white(small)


def _in_eight_bits(image: Image.Image) -> Image.Image:
    """Sixteen bits are scaled down, where Pillow would clip them; transparency is kept for later."""
    if image.mode.startswith("I"):
        return Image.fromarray((np.asarray(image) >> 8).astype(np.uint8))
    if image.has_transparency_data:
        return image.convert("RGBA")
    return _in_colour(image)


def _in_colour(image: Image.Image) -> Image.Image:
    # Pillow would copy what is RGB already.
    return image if image.mode == "RGB" else image.convert("RGB")


def _on_white(image: Image.Image) -> Image.Image:
    if image.mode != "RGBA":
        return _in_colour(image)
    paper = Image.new("RGBA", image.size, "white")
    return Image.alpha_composite(paper, image).convert("RGB")


def _turn_upright(image: Image.Image, orientation: int) -> Image.Image:
    for turn in _TURNS.get(orientation, ()):
        image = image.transpose(turn)
    return image


def scale_to(image: Image.Image, size: tuple[int, int]) -> Image.Image:
    """The whole picture at that width and height.

    The mean of whole pixels costs half of what weighting them by distance does, and networks see it as well.
    """
    enlarged = size[0] > _LITTLE * image.width or size[1] > _LITTLE * image.height
    return image.resize(size, Image.Resampling.BILINEAR if enlarged else Image.Resampling.BOX)
