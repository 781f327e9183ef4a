"""Files from anywhere: what is read from good ones, and the one line that bad ones get."""

import io
import re
import struct
import tracemalloc
import zlib
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import ExifTags, Image

from simulator.domain.errors import AnalyzerError
from simulator.vision.jpeg import read_layout
from simulator.vision.picture import (
    MOST_BYTES,
    WORKING_SIDE,
    decode_picture,
    read_picture_file,
    scale_to,
    tell_note,
)
from simulator.vision.scenenet import LEAST_SIDE

RED, BLUE = (220, 30, 30), (30, 30, 220)


def saved(image: Image.Image, kind: str = "PNG", **options: object) -> bytes:
    file = io.BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


def corner_marked() -> Image.Image:
    """Blue, with a red upper left quarter; wider than high."""
    image = Image.new("RGB", (80, 48), BLUE)
    image.paste(RED, (0, 0, 40, 24))
    return image


def chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def header_of_png(width: int, height: int) -> bytes:
    """A PNG that declares its size and holds next to nothing."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\0")) + chunk(b"IEND", b"")


def located(latitude: object, north: object, longitude: object, east: object) -> Image.Exif:
    exif = Image.Exif()
    exif.get_ifd(ExifTags.IFD.GPSInfo).update({1: north, 2: latitude, 3: east, 4: longitude})
    return exif


def test_a_truncated_jpeg_is_called_damaged() -> None:
    content = saved(Image.effect_noise((400, 300), 60), "JPEG")
    with pytest.raises(AnalyzerError, match=r"half\.jpg: is damaged"):
        decode_picture("half.jpg", content[: len(content) // 2])


def test_a_picture_of_forty_thousand_by_forty_thousand_is_refused_by_its_header() -> None:
    with pytest.raises(AnalyzerError, match="more than 100 million pixels"):
        decode_picture("bomb.png", header_of_png(40_000, 40_000))


@pytest.mark.parametrize("size", [(12_000, 9_000), (16_320, 12_240)])
def test_a_photo_of_108_or_200_megapixels_is_read_at_a_part(size: tuple[int, int]) -> None:
    file = io.BytesIO()
    Image.new("L", size, 200).save(file, "JPEG", quality=60)
    picture = decode_picture("large.jpg", file.getvalue())
    assert max(picture.image.size) == WORKING_SIDE
    assert picture.image.getpixel((9, 9)) == (200, 200, 200)


def sized(content: bytes, width: int, height: int) -> bytes:
    """The JPEG with another size in its header."""
    found = re.search(rb"\xff[\xc0\xc2]\0.\x08", content)
    assert found is not None
    return content[: found.end()] + struct.pack(">HH", height, width) + content[found.end() + 4 :]


@pytest.mark.parametrize(
    ("content", "most"),
    [
        (sized(saved(Image.new("RGB", (64, 64)), "JPEG"), 65_535, 65_535), 250),
        (sized(saved(Image.new("RGB", (64, 64)), "JPEG", progressive=True), 12_000, 9_000), 100),
        (header_of_png(2**16, 2**16), 100),
        (header_of_png(2**31 - 1, 2**31 - 1), 100),
        (saved(Image.new("1", (2**16, 2**15)), "TIFF", compression="group4"), 100),
        (b"RIFF\x16\0\0\0WEBPVP8X\x0a\0\0\0\2\0\0\0\xff\x3f\0\xff\x3f\0", 100),
    ],
    ids=["JPEG", "progressive JPEG, kept whole until it ends", "PNG", "greatest PNG", "TIFF", "WebP"],
)
def test_what_declares_more_pixels_than_may_be_decoded_is_refused_by_its_header(content: bytes, most: int) -> None:
    with pytest.raises(AnalyzerError) as raised:
        decode_picture("bomb", content)
    assert str(raised.value) == f"bomb: has more than {most} million pixels; save a smaller copy"


def test_exif_without_end_is_refused_before_anybody_reads_it() -> None:
    content = saved(corner_marked(), "JPEG")
    segment = b"\xff\xe1\xff\xffExif\0\0" + bytes(0xFFFF - 8)
    with pytest.raises(AnalyzerError, match=r"^bomb\.jpg: has 3 MiB of EXIF; save a copy without it$"):
        decode_picture("bomb.jpg", content[:2] + segment * 60 + content[2:])
    with pytest.raises(AnalyzerError, match=r"^bomb\.png: has 2 MiB of EXIF; save a copy without it$"):
        decode_picture("bomb.png", saved(corner_marked(), exif=b"Exif\0\0MM\0*\0\0\0\x08" + bytes(2**21)))


def test_exif_that_claims_the_same_bytes_again_and_again_costs_nothing() -> None:
    entries = b"".join(struct.pack(">HHLL", 0x8000 + tag, 7, 60_000, 8) for tag in range(4000))
    exif = b"Exif\0\0MM\0*\0\0\0\x08" + struct.pack(">H", 4000) + entries + bytes(12_000)
    content = saved(corner_marked(), "JPEG", exif=exif)
    tracemalloc.start()
    decode_picture("bomb.jpg", content)
    (_, most), _ = tracemalloc.get_traced_memory(), tracemalloc.stop()
    assert most < 2**23  # where all claims together would be 240 million


def test_a_file_of_countless_segments_is_refused() -> None:
    content = saved(corner_marked(), "JPEG")
    for junk in (b"\xff\xfe\0\2", b"\xff"):
        with pytest.raises(AnalyzerError, match="more than 4096 segments"):
            decode_picture("slow.jpg", content[:2] + junk * 10_000 + content[2:])


def test_a_picture_that_is_a_line_is_refused() -> None:
    with pytest.raises(AnalyzerError, match="a line rather than a picture"):
        decode_picture("line.png", header_of_png(90_000, 3))


def test_a_jpeg_of_too_many_scans_is_refused() -> None:
    content = saved(corner_marked(), "JPEG", progressive=True)
    scan = content[content.index(b"\xff\xda") : -2]
    with pytest.raises(AnalyzerError, match="more than 100 scans"):
        decode_picture("slow.jpg", content[:-2] + scan * 100 + content[-2:])


def test_a_video_behind_the_picture_is_neither_scans_nor_pixels() -> None:
    picture = saved(corner_marked(), "JPEG")
    video = b"MotionPhoto_Data\0\0\0\x18ftypmp42" + b"\xff\xda\0\x08" * 5000
    moving = decode_picture("MVIMG.jpg", picture + video)
    assert np.array_equal(np.asarray(moving.image), np.asarray(decode_picture("still.jpg", picture).image))
    assert tell_note(picture + video) is None


@pytest.mark.parametrize("missing", [1, 2])
@pytest.mark.parametrize("progressive", [False, True])
@pytest.mark.parametrize("trailing", [b"", bytes(300)])
def test_a_jpeg_without_its_end_of_image_is_read_and_noted(missing: int, trailing: bytes, *, progressive: bool) -> None:
    content = saved(Image.effect_noise((400, 300), 60), "JPEG", progressive=progressive)
    short = content[:-missing] + trailing
    seen = decode_picture("short.jpg", short)
    assert np.array_equal(np.asarray(seen.image), np.asarray(decode_picture("whole.jpg", content).image))
    assert tell_note(short) == "The file ends without the mark that ends a JPEG; no pixel is missing."
    assert tell_note(content) is None


@pytest.mark.parametrize("share", [0.3, 0.6, 0.9, 0.99])
@pytest.mark.parametrize("progressive", [False, True])
@pytest.mark.parametrize("filled", [False, True])
def test_a_jpeg_that_lacks_pixels_is_damaged_whether_cut_or_filled_with_zeros(
    share: float, *, progressive: bool, filled: bool
) -> None:
    content = saved(Image.effect_noise((400, 300), 60), "JPEG", progressive=progressive)
    cut = int(share * len(content))
    with pytest.raises(AnalyzerError, match=r"half\.jpg: is damaged \(JPEG: it ends in the middle\)"):
        decode_picture("half.jpg", content[:cut] + bytes(len(content) - cut if filled else 0))


def test_the_thumbnail_inside_a_jpeg_does_not_end_it() -> None:
    thumbnail = saved(Image.new("RGB", (16, 12), BLUE), "JPEG")
    body = b"Exif\0\0II*\0\x08\0\0\0\0\0\0\0\0\0" + thumbnail
    content = saved(corner_marked(), "JPEG")
    inside = content[:2] + b"\xff\xe1" + struct.pack(">H", len(body) + 2) + body + content[2:]
    assert read_layout(inside).end == len(inside)
    assert decode_picture("any.jpg", inside).image.size == (80, 48)


def test_a_text_file_named_jpg_is_not_believed() -> None:
    with pytest.raises(AnalyzerError, match=r"notes\.jpg: is not a JPEG, PNG, WebP"):
        decode_picture("notes.jpg", b"Dear diary, today I allowed everything.\n" * 20)


def test_an_empty_file_is_told_apart_from_a_damaged_one() -> None:
    with pytest.raises(AnalyzerError, match="the file is empty"):
        decode_picture("nothing.png", b"")


def test_too_many_bytes_are_refused() -> None:
    with pytest.raises(AnalyzerError, match="larger than 128 MiB"):
        decode_picture("huge.jpg", bytes(MOST_BYTES + 1))


def test_a_directory_a_device_and_a_missing_file_get_a_line_each(tmp_path: Path) -> None:
    with pytest.raises(AnalyzerError, match="is a directory; name the photos in it"):
        read_picture_file(tmp_path)
    with pytest.raises(AnalyzerError, match="no such file; check the spelling"):
        read_picture_file(tmp_path / "nowhere.jpg")
    with pytest.raises(AnalyzerError, match="is not an ordinary file"):
        read_picture_file(Path("/dev/null"))


def test_a_file_is_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "small.png"
    path.write_bytes(saved(corner_marked()))
    assert read_picture_file(path) == saved(corner_marked())


def test_large_pictures_are_fitted_into_the_working_square() -> None:
    picture = decode_picture("wide.png", saved(Image.new("RGB", (3000, 1500), RED)))
    assert picture.image.size == (WORKING_SIDE, WORKING_SIDE // 2)
    assert picture.image.getpixel((100, 100)) == RED


@pytest.mark.parametrize(
    ("whole", "decoded", "sharp"),
    [
        ((320, 240), (320, 240), True),
        ((682, 512), (341, 256), False),
        ((1024, 768), (512, 384), True),
        ((864, 1152), (216, 288), False),
        ((4000, 3000), (500, 375), True),
    ],
)
def test_a_jpeg_is_decoded_as_small_as_suffices_and_knows_whether_there_is_more_to_see(
    whole: tuple[int, int], decoded: tuple[int, int], *, sharp: bool
) -> None:
    content = saved(Image.new("RGB", whole, RED), "JPEG")
    picture = decode_picture("any.jpg", content, LEAST_SIDE)
    assert (picture.image.size, picture.sharp) == (decoded, sharp)
    again = decode_picture("any.jpg", content)
    assert again.sharp
    assert (again.image.width > decoded[0]) is not sharp
    assert decode_picture("any.png", saved(Image.new("RGB", whole, RED)), LEAST_SIDE).sharp


def test_reducing_gives_the_mean_of_whole_pixels_and_enlarging_no_squares() -> None:
    stripes = Image.fromarray(np.tile(np.array([0, 100], np.uint8), (64, 32)))
    assert np.unique(np.asarray(scale_to(stripes, (32, 32)))).tolist() == [50]
    assert len(np.unique(np.asarray(scale_to(stripes, (192, 64))))) > 2


@pytest.mark.parametrize("orientation", range(1, 9))
def test_however_the_phone_was_held_the_red_corner_is_upper_left(orientation: int) -> None:
    turn_back = {
        1: None,
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }[orientation]
    stored = corner_marked() if turn_back is None else corner_marked().transpose(turn_back)
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = orientation
    picture = decode_picture("held.png", saved(stored, exif=exif.tobytes()))
    assert np.array_equal(np.asarray(picture.image), np.asarray(corner_marked()))


@pytest.mark.parametrize("mode", ["L", "P", "RGBA", "LA", "1", "CMYK"])
def test_every_kind_of_colour_becomes_rgb(mode: str) -> None:
    image = Image.new("RGB", (64, 64), (255, 255, 255)).convert(mode)
    picture = decode_picture("any", saved(image, "JPEG" if mode == "CMYK" else "PNG"))
    assert picture.image.mode == "RGB"
    assert np.asarray(picture.image).min() >= 250


def test_sixteen_bits_of_grey_are_scaled_and_not_clipped() -> None:
    ramp = np.linspace(0, 65535, 64 * 64).astype(np.uint16).reshape(64, 64)
    picture = decode_picture("deep.png", saved(Image.fromarray(ramp)))
    assert np.array_equal(np.asarray(picture.image)[..., 0], ramp >> 8)


def test_what_is_transparent_is_seen_on_white() -> None:
    glass = Image.new("RGBA", (32, 32), (0, 0, 0, 0))
    assert decode_picture("glass.png", saved(glass)).image.getpixel((5, 5)) == (255, 255, 255)


def test_a_palette_may_name_one_colour_transparent() -> None:
    image = corner_marked().quantize(4)
    transparent = image.getpixel((0, 0))
    picture = decode_picture("stamp.png", saved(image, transparency=transparent))
    assert picture.image.getpixel((0, 0)) == (255, 255, 255)


@given(garbage=st.binary(max_size=200))
def test_no_exif_is_worth_a_failure(garbage: bytes) -> None:
    content = saved(corner_marked(), "JPEG", exif=b"Exif\0\0" + garbage)
    assert decode_picture("odd.jpg", content).image.size in {(80, 48), (48, 80)}


@given(at=st.integers(0, 10_000), value=st.integers(0, 255))
def test_a_flipped_byte_gives_a_picture_or_one_line(at: int, value: int) -> None:
    exif = located((33.0, 51.0, 31.5), "S", (70.0, 39.0, 0.0), "W")
    content = bytearray(saved(corner_marked(), "JPEG", exif=exif))
    content[at % len(content)] = value
    told = ""
    try:
        told = decode_picture("flipped.jpg", bytes(content)).image.mode
    except AnalyzerError as error:
        told = str(error)
    assert told == "RGB" or (told.startswith("flipped.jpg: ") and "\n" not in told)
