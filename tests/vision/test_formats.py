"""Every format that phones write: one real file of each, read right; and the one line that a broken one gets."""

import io
import os
import re
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pillow_heif
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import ExifTags, Image

from simulator.domain.analysis import GeoPoint
from simulator.domain.errors import AnalyzerError
from simulator.vision.formats import SUFFIXES
from simulator.vision.picture import Picture, decode_picture

RED, BLUE = (220, 30, 30), (30, 30, 220)


def corner_marked() -> Image.Image:
    """Blue, with a red upper left quarter; wider than high."""
    image = Image.new("RGB", (80, 48), BLUE)
    image.paste(RED, (0, 0, 40, 24))
    return image


def said() -> Image.Exif:
    """Held upright, where the sensor lies on its side; with time and place."""
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = 6
    exif.get_ifd(ExifTags.IFD.Exif).update(
        {ExifTags.Base.DateTimeOriginal: "2024:06:15 08:30:00", ExifTags.Base.OffsetTimeOriginal: "+02:00"}
    )
    exif.get_ifd(ExifTags.IFD.GPSInfo).update({1: "S", 2: (33.0, 51.0, 31.5), 3: "W", 4: (70.0, 39.0, 0.0)})
    return exif


def write(kind: str, image: Image.Image | None = None, **options: Any) -> bytes:
    """A file of that format, as a phone that was turned would have written it."""
    image = corner_marked().transpose(Image.Transpose.ROTATE_90) if image is None else image
    file = io.BytesIO()
    if kind == "HEIC":
        pillow_heif.register_heif_opener()
        kind = "HEIF"
    image.save(file, kind, exif=said().tobytes(), **options)
    return file.getvalue()


def write_two(kind: str, **options: Any) -> bytes:
    return write(kind, save_all=True, append_images=[Image.new("RGB", (48, 80), "white")], **options)


WRITERS: dict[str, Callable[[], bytes]] = {
    "JPEG": lambda: write("JPEG"),
    "MPO": lambda: write_two("MPO"),
    "PNG": lambda: write("PNG"),
    "WebP": lambda: write("WEBP"),
    "WebP, moving": lambda: write_two("WEBP"),
    "AVIF": lambda: write("AVIF"),
    "TIFF": lambda: write("TIFF"),
    "TIFF, two pages": lambda: write_two("TIFF"),
    "HEIC": lambda: write("HEIC"),
    "HEIC, two pictures": lambda: write_two("HEIC"),
}
FORMATS = [*WRITERS, "GIF"]


def content_of(kind: str) -> bytes:
    return write("GIF") if kind == "GIF" else WRITERS[kind]()


def told_of(content: bytes) -> Picture | str:
    """The picture, or the one line instead of it."""
    try:
        return decode_picture("any", content)
    except AnalyzerError as error:
        return str(error)


def is_one_line(told: Picture | str) -> bool:
    return isinstance(told, str) and told.startswith("any: ") and "\n" not in told and len(told) < 300


@pytest.mark.parametrize("kind", WRITERS)
def test_a_file_of_each_format_is_seen_upright_with_its_time_and_place(kind: str) -> None:
    picture = decode_picture("any", WRITERS[kind]())
    assert picture.image.size == (80, 48)
    for at, colour in (((8, 8), RED), ((70, 8), BLUE), ((8, 40), BLUE)):
        assert np.abs(np.array(picture.image.getpixel(at)) - colour).max() < 12
    assert picture.taken_at == "2024-06-15T08:30:00+02:00"
    assert picture.place == GeoPoint(latitude=-33.85875, longitude=-70.65)


def test_of_a_gif_the_first_frame_is_seen() -> None:
    frames = [Image.new("RGB", (80, 48), colour) for colour in (RED, BLUE)]
    file = io.BytesIO()
    frames[0].save(file, "GIF", save_all=True, append_images=frames[1:])
    assert decode_picture("moving.gif", file.getvalue()).image.getpixel((40, 24)) == RED


def test_what_is_transparent_in_any_format_is_seen_on_white() -> None:
    glass = Image.new("RGBA", (48, 80), (0, 0, 0, 0))
    for kind in ("WEBP", "AVIF", "TIFF", "GIF", "HEIC"):
        seen = np.asarray(decode_picture(kind, write(kind, glass)).image)
        assert seen.min() >= 250, kind


@pytest.mark.parametrize("compression", ["tiff_lzw", "tiff_adobe_deflate", "packbits", "jpeg"])
def test_a_tiff_is_read_however_it_is_packed(compression: str) -> None:
    file = io.BytesIO()
    corner_marked().save(file, "TIFF", compression=compression)
    assert decode_picture("any.tif", file.getvalue()).image.size == (80, 48)


def test_sixteen_bits_of_a_tiff_are_scaled_and_floats_are_named() -> None:
    file = io.BytesIO()
    Image.fromarray(np.full((8, 8), 0x1234, np.uint16)).save(file, "TIFF")
    assert decode_picture("deep.tif", file.getvalue()).image.getpixel((4, 4)) == (0x12,) * 3
    file = io.BytesIO()
    Image.fromarray(np.zeros((8, 8), np.float32)).save(file, "TIFF")
    with pytest.raises(AnalyzerError, match=r"hdr\.tif: is TIFF of F samples, which is not read"):
        decode_picture("hdr.tif", file.getvalue())


def with_tag(tag: int, value: object) -> bytes:
    file = io.BytesIO()
    corner_marked().save(file, "TIFF", tiffinfo={tag: value})
    return file.getvalue()


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"BM" + bytes(60), "is BMP"),
        (b"\xff\x0a" + bytes(60), "is JPEG XL"),
        (b"\0\0\0\x0cjP  \r\n\x87\n" + bytes(60), "is JPEG 2000"),
        (b"\0\0\0\x18ftypcrx \0\0\0\0" + bytes(60), "is a camera's raw file"),
        (b"FUJIFILMCCD-RAW 0201" + bytes(60), "is a camera's raw file"),
        (with_tag(50706, b"\1\4\0\0"), "is a camera's raw file"),
        (with_tag(254, 1), "is a camera's raw file"),
        (b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom" + bytes(60), "is a video"),
        (b"\0\0\0\x14ftypmif1\0\0\0\0mif1" + bytes(60), "is HEIF without a HEVC or AV1 picture"),
        (b"RIFF\x20\0\0\0AVI LIST" + bytes(60), "is an AVI video"),
        (b"\x1aE\xdf\xa3" + bytes(60), "is a Matroska or WebM video"),
        (b"8BPS" + bytes(60), "is a Photoshop file"),
        (b"%PDF-1.7" + bytes(60), "is a PDF"),
        (b"<svg xmlns=''/>", "is SVG"),
        (b"PK\3\4" + bytes(60), "is a ZIP archive"),
    ],
)
def test_what_is_not_read_is_named(content: bytes, what: str) -> None:
    with pytest.raises(AnalyzerError) as raised:
        decode_picture("any.jpg", content)
    assert str(raised.value) == (
        f"any.jpg: {what}, which is not read; convert it to JPEG, PNG, WebP, AVIF, TIFF, GIF, MPO or HEIC"
    )


def test_a_general_box_is_what_its_other_brands_say() -> None:
    for kind in ("HEIC", "AVIF"):
        content = bytearray(write(kind))
        content[8:12] = b"mif1"
        assert decode_picture(kind, bytes(content)).image.size == (80, 48)


def test_every_format_has_its_suffixes_in_a_folder() -> None:
    assert {".jpg", ".jpeg", ".mpo", ".png", ".webp", ".avif", ".tif", ".tiff", ".gif", ".heic", ".heif"} <= SUFFIXES


def test_the_table_of_formats_names_tests_that_are_there() -> None:
    here = Path(__file__).parent
    (table,) = re.findall(
        r"## What is read\n(.*?)\n## ", (here.parents[1] / "docs" / "analyzer.md").read_text(), re.DOTALL
    )
    named = set(re.findall(r"`(test_\w+)`", table))
    written = "".join((here / name).read_text() for name in ("test_formats.py", "test_picture.py"))
    assert len(named) > 8
    assert {name for name in named if f"def {name}(" not in written} == set()


@pytest.mark.parametrize("kind", FORMATS)
def test_a_quarter_of_a_file_of_each_format_is_one_line(kind: str) -> None:
    # Of a file with two pictures, half can be the whole of the first.
    content = content_of(kind)
    assert is_one_line(told_of(content[: len(content) // 4]))


@settings(max_examples=60, deadline=None)
@given(kind=st.sampled_from(FORMATS), at=st.floats(0.0, 1.0), spoiled=st.integers(0, 2), noise=st.randoms())
def test_a_spoiled_file_of_any_format_is_a_picture_or_one_line(kind: str, at: float, spoiled: int, noise: Any) -> None:
    content = content_of(kind)
    cut = int(at * len(content))
    rest = (b"", bytes(len(content) - cut), noise.randbytes(len(content) - cut))[spoiled]
    told = told_of(content[:cut] + rest)
    assert is_one_line(told) if isinstance(told, str) else told.image.mode == "RGB"


def test_a_damaged_tiff_is_not_complained_about_behind_our_back() -> None:
    file = io.BytesIO()
    Image.effect_noise((200, 150), 60).save(file, "TIFF", compression="packbits")
    content = bytearray(file.getvalue())
    content[len(content) // 2 :] = bytes([7]) * (len(content) // 2)
    with tempfile.TemporaryFile() as heard:
        kept = os.dup(2)
        os.dup2(heard.fileno(), 2)
        told = told_of(bytes(content))
        os.dup2(kept, 2)
        os.close(kept)
        heard.seek(0)
        assert (is_one_line(told), heard.read()) == (True, b"")
