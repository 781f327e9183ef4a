"""What kind of file this is, by its first bytes; a name is never believed.

Every kind that is told apart has a name for the one line that refuses it, whether it is read or not.
"""

import io
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum

from PIL import Image, JpegImagePlugin, features

from simulator.domain.errors import AnalyzerError

READ = "JPEG, PNG, WebP, AVIF, TIFF, GIF, MPO or HEIC"
SUFFIXES = frozenset(
    {".jpg", ".jpeg", ".jpe", ".mpo", ".png", ".webp", ".avif", ".tif", ".tiff", ".gif", ".heic", ".heif", ".hif"}
)
_FLOATING = {"I", "F", "LAB"}  # samples of more bits than a picture is looked at in, of unknown range
_REDUCED, _NEW_SUBFILE, _DNG_VERSION = 1, 254, 50706


class Kind(StrEnum):
    """A format that is read. An MPO is a JPEG with more pictures behind it."""

    JPEG = "JPEG"
    PNG = "PNG"
    WEBP = "WebP"
    AVIF = "AVIF"
    TIFF = "TIFF"
    GIF = "GIF"
    HEIC = "HEIC"


_RAW = "a camera's raw file"
_STARTS: tuple[tuple[bytes, Kind | str], ...] = (
    (b"\xff\xd8\xff", Kind.JPEG),
    (b"\x89PNG\r\n\x1a\n", Kind.PNG),
    (b"GIF87a", Kind.GIF),
    (b"GIF89a", Kind.GIF),
    (b"II*\0\x10\0\0\0CR", _RAW),
    (b"II*\0", Kind.TIFF),
    (b"MM\0*", Kind.TIFF),
    (b"II+\0", Kind.TIFF),
    (b"MM\0+", Kind.TIFF),
    (b"FUJIFILMCCD-RAW", _RAW),
    (b"IIRO", _RAW),
    (b"IIRS", _RAW),
    (b"MMOR", _RAW),
    (b"IIU\0", _RAW),
    (b"\xff\x0a", "JPEG XL"),
    (b"\0\0\0\x0cJXL \r\n\x87\n", "JPEG XL"),
    (b"\0\0\0\x0cjP  \r\n\x87\n", "JPEG 2000"),
    (b"\xff\x4f\xff\x51", "JPEG 2000"),
    (b"8BPS", "a Photoshop file"),
    (b"BM", "BMP"),
    (b"\0\0\1\0", "an icon"),
    (b"%PDF", "a PDF"),
    (b"<svg", "SVG"),
    (b"<?xml", "XML"),
    (b"v/1\x01", "OpenEXR"),
    (b"\x1aE\xdf\xa3", "a Matroska or WebM video"),
    (b"PK\3\4", "a ZIP archive"),
)
_AVIF_BRANDS = {b"avif", b"avis"}
_HEIC_BRANDS = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"hevm", b"hevs"}
_BRANDS = 64  # bytes of brands that are looked at


def tell_kind(name: str, content: bytes) -> Kind:
    """What kind of picture this is.

    Raises:
        AnalyzerError: it is none that is read; the message names what it is.
    """
    found = _recognise(content)
    if isinstance(found, Kind):
        return found
    if found is None:
        raise AnalyzerError(f"{name}: is not a {READ}, whatever its name says; convert it to one")
    raise AnalyzerError(f"{name}: is {found}, which is not read; convert it to {READ}")


def _recognise(content: bytes) -> Kind | str | None:
    if content[:4] == b"RIFF":
        return {b"WEBP": Kind.WEBP, b"AVI ": "an AVI video"}.get(content[8:12])
    if content[4:8] == b"ftyp":
        return _recognise_boxes(content)
    return next((kind for start, kind in _STARTS if content.startswith(start)), None)


def _recognise_boxes(content: bytes) -> Kind | str:
    """A file of boxes says by its brands, the first of which may be a general one, what is in it."""
    end = min(int.from_bytes(content[:4]), _BRANDS)
    major, *more = [content[8:12], *(content[at : at + 4] for at in range(16, end, 4))]
    if major == b"crx ":
        return _RAW
    for brand in (major, *more):
        if brand in _AVIF_BRANDS:
            return Kind.AVIF
        if brand in _HEIC_BRANDS:
            return Kind.HEIC
    return "HEIF without a HEVC or AV1 picture" if major in {b"mif1", b"msf1"} else "a video"


def open_picture(name: str, kind: Kind, content: bytes) -> Image.Image:
    """The picture with its header read and no pixel decoded; of several, the first or the one that is declared first.

    Raises:
        AnalyzerError: Pillow was built without this format, or it holds something that is no photo.
        Exception: whatever a reader raises on a damaged file.
    """
    image = _OPENERS.get(kind, _open_with_pillow)(name, kind, io.BytesIO(content))
    if image.mode in _FLOATING:
        raise AnalyzerError(f"{name}: is {kind} of {image.mode} samples, which is not read; save it in 8 or 16 bits")
    tags = getattr(image, "tag_v2", {})
    if _DNG_VERSION in tags or (kind is Kind.TIFF and tags.get(_NEW_SUBFILE, 0) & _REDUCED):
        raise AnalyzerError(f"{name}: is {_RAW}, which is not read; convert it to {READ}")
    return image


@contextmanager
def silencing(kind: Kind) -> Iterator[None]:
    """While a TIFF is read, nothing is written on this process's stderr: its library complains there by itself."""
    if kind is not Kind.TIFF:
        yield
        return
    try:
        kept = os.dup(2)
    except OSError:  # (there is no stderr to complain on)
        yield
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, 2)
        yield
    finally:
        os.dup2(kept, 2)
        os.close(nowhere)
        os.close(kept)


def _open_with_pillow(name: str, kind: Kind, file: io.BytesIO) -> Image.Image:
    if kind in {Kind.WEBP, Kind.AVIF} and not features.check(kind.lower()):
        raise AnalyzerError(f"{name}: is {kind}, which this build of Pillow does not read; convert it to JPEG or PNG")
    return Image.open(file, formats=(kind.upper(),))


def _open_jpeg(_name: str, _kind: Kind, file: io.BytesIO) -> Image.Image:
    # As it is, without Pillow's bound on what a header declares: a JPEG is decoded to a part of that.
    return JpegImagePlugin.JpegImageFile(file)


def _open_avif(name: str, kind: Kind, file: io.BytesIO) -> Image.Image:
    from PIL import AvifImagePlugin

    AvifImagePlugin.DEFAULT_MAX_THREADS = 1
    return _open_with_pillow(name, kind, file)


def _open_heic(_name: str, _kind: Kind, file: io.BytesIO) -> Image.Image:
    import pillow_heif

    pillow_heif.options.DECODE_THREADS = 1
    opener: Callable[[io.BytesIO], Image.Image] = pillow_heif.HeifImageFile
    return opener(file)


_OPENERS: dict[Kind, Callable[[str, Kind, io.BytesIO], Image.Image]] = {
    Kind.JPEG: _open_jpeg,
    Kind.AVIF: _open_avif,
    Kind.HEIC: _open_heic,
}
