"""Bytes of a picture from anywhere, turned into an upright RGB one; hostile bytes are expected."""

import warnings
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image, ImageChops, UnidentifiedImageError

from simulator.domain.analysis import GeoPoint
from simulator.domain.errors import AnalyzerError
from simulator.vision.exif import read_orientation, read_place, read_taken_at
from simulator.vision.formats import Kind, open_picture, silencing, tell_kind
from simulator.vision.jpeg import MOST_SCANS, MOST_SEGMENTS, JpegLayout, mend_end, read_layout

MOST_BYTES = 128 * 2**20
MOST_PIXELS = 100_000_000  # that are decoded, or whose coefficients are kept
MOST_DECLARED = 250_000_000  # of a JPEG that is decoded to a part, row by row: phones have 200 million
WORKING_SIDE = 768
SHARP_SIDE = 320
_LITTLE = 1.1  # up to which an enlargement does not show squares
_REDUCTIONS = (8, 4, 2)  # what a JPEG decoder can leave out while it decodes
_MOST_ASPECT = 100
_MOST_EXIF = 2**20  # bytes; a segment of a JPEG has 2**16 at most, and phones write one
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
            raise AnalyzerError(f"{path}: is a directory; name the photos in it")
        if not path.exists():
            raise AnalyzerError(f"{path}: no such file; check the spelling")
        if not path.is_file():
            raise AnalyzerError(f"{path}: is not an ordinary file; name a photo")
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
        AnalyzerError: of a kind that is not read, damaged, or larger than `MOST_BYTES` or `MOST_PIXELS`.
    """
    if not content:
        raise AnalyzerError(f"{name}: the file is empty; copy it from the phone again")
    if len(content) > MOST_BYTES:
        raise AnalyzerError(f"{name}: is larger than {MOST_BYTES >> 20} MiB; save a smaller copy")
    kind = tell_kind(name, content)
    with warnings.catch_warnings():
        # Pillow warns of what is refused, or does not matter, here.
        warnings.simplefilter("ignore")
        try:
            if kind is Kind.JPEG:
                return _decode_jpeg(name, content, side)
            return _decode(name, kind, content, side)
        except AnalyzerError:
            raise
        except Image.DecompressionBombError as problem:
            raise AnalyzerError(_too_large(name, MOST_PIXELS)) from problem
        except Exception as problem:  # (a decoder may fail in any way on hostile bytes)
            reason = "its header makes no sense" if isinstance(problem, UnidentifiedImageError) else problem
            raise AnalyzerError(f"{name}: is damaged ({kind}: {reason}); copy it from the phone again") from problem


def tell_note(content: bytes) -> str | None:
    """What is odd about a file that could be read all the same."""
    if content.startswith(b"\xff\xd8") and read_layout(content).end is None:
        return "The file ends without the mark that ends a JPEG; no pixel is missing."
    return None


def _decode_jpeg(name: str, content: bytes, side: int) -> Picture:
    layout = read_layout(content)
    if layout.scans > MOST_SCANS:
        raise AnalyzerError(f"{name}: is built of more than {MOST_SCANS} scans; save it again as an ordinary JPEG")
    if layout.segments > MOST_SEGMENTS:
        raise AnalyzerError(f"{name}: is built of more than {MOST_SEGMENTS} segments; save it as an ordinary JPEG")
    _refuse_long_exif(name, layout.exif)
    if layout.end is not None:
        return _decode(name, Kind.JPEG, content, side, layout)
    mended, otherwise = (_decode(name, Kind.JPEG, copy, side, layout) for copy in mend_end(content))
    if ImageChops.difference(mended.image, otherwise.image).getbbox() is not None:
        raise AnalyzerError(f"{name}: is damaged (JPEG: it ends in the middle); copy it from the phone again")
    return mended


def _decode(name: str, kind: Kind, content: bytes, side: int, layout: JpegLayout | None = None) -> Picture:
    with silencing(kind), open_picture(name, kind, content) as image:
        _refuse_bombs(name, image, layout)
        exif = image.getexif()
        sharp = layout is None or _reduction(image, side) <= _reduction(image, SHARP_SIDE)
        small = _shrink(image, side if layout else None)
        # Pillow has turned a TIFF already.
        upright = small if kind is Kind.TIFF else _turn_upright(small, read_orientation(exif))
        return Picture(image=upright, sharp=sharp, taken_at=read_taken_at(exif), place=read_place(exif))


def _too_large(name: str, most: int) -> str:
    return f"{name}: has more than {most // 1_000_000} million pixels; save a smaller copy"


def _refuse_bombs(name: str, image: Image.Image, layout: JpegLayout | None) -> None:
    """Refuses by what the header declares, before anything is decoded."""
    most = MOST_PIXELS if layout is None or layout.gradual else MOST_DECLARED
    if image.width * image.height > most:
        raise AnalyzerError(_too_large(name, most))
    if max(image.size) > _MOST_ASPECT * min(image.size):
        raise AnalyzerError(f"{name}: is {image.width} by {image.height} pixels, a line rather than a picture; crop it")
    _refuse_long_exif(name, len(image.info.get("exif") or b""))


def _refuse_long_exif(name: str, size: int) -> None:
    if size > _MOST_EXIF:
        raise AnalyzerError(f"{name}: has {size >> 20} MiB of EXIF; save a copy without it")


def _reduction(image: Image.Image, side: int) -> int:
    """To what part a JPEG may be decoded so that its shorter side still has as many pixels."""
    return next((part for part in _REDUCTIONS if min(image.size) // part >= side), 1)


def _shrink(image: Image.Image, side: int | None) -> Image.Image:
    """Decodes, a JPEG as small as suffices for that side, then fits it into the working square."""
    if side is not None:
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
