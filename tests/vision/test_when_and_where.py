"""When and where a file says that it was taken, by the rules in the docstring of `simulator.vision.exif`."""

import io
from typing import Any

import pytest
from PIL import ExifTags, Image
from PIL.TiffImagePlugin import IFDRational

from simulator.domain.analysis import GeoPoint
from simulator.vision.picture import Picture, decode_picture

SHOT, EDIT = "2024:06:15 08:30:00", "2025:01:10 20:00:00"


def photo(exif: Image.Exif) -> Picture:
    """What is read of a JPEG with that EXIF."""
    file = io.BytesIO()
    Image.new("RGB", (32, 32)).save(file, "JPEG", exif=exif)
    return decode_picture("photo.jpg", file.getvalue())


def dated(**tags: object) -> str | None:
    exif = Image.Exif()
    for name, value in tags.items():
        tag = ExifTags.Base[name]
        (exif if name == "DateTime" else exif.get_ifd(ExifTags.IFD.Exif))[tag] = value
    return photo(exif).taken_at


def located(latitude: Any, north: Any, longitude: Any, east: Any) -> GeoPoint | None:
    exif = Image.Exif()
    tags = {1: north, 2: latitude, 3: east, 4: longitude}
    exif.get_ifd(ExifTags.IFD.GPSInfo).update({tag: value for tag, value in tags.items() if value is not None})
    return photo(exif).place


def test_the_time_has_its_offset_when_the_file_has_one() -> None:
    told = dated(DateTimeOriginal="2025:07:04 18:30:05", OffsetTimeOriginal="+02:00")
    assert told == "2025-07-04T18:30:05+02:00"


def test_the_time_of_the_last_change_stands_in_for_a_missing_one() -> None:
    assert dated(DateTime="2024:02:29 00:00:00") == "2024-02-29T00:00:00"
    assert dated(DateTime="2024:02:29 00:00:00", OffsetTime="-03:30") == "2024-02-29T00:00:00-03:30"


@pytest.mark.parametrize(
    "original", [None, "", "0000:00:00 00:00:00", "    :  :     :  :  ", "yesterday", "2025:13:40 99:99:99"]
)
def test_the_day_of_digitisation_comes_before_that_of_the_last_change(original: str | None) -> None:
    tags = {} if original is None else {"DateTimeOriginal": original}
    told = dated(**tags, DateTimeDigitized=SHOT, OffsetTimeDigitized="+02:00", DateTime=EDIT, OffsetTime="+01:00")
    assert told == "2024-06-15T08:30:00+02:00"


@pytest.mark.parametrize(
    "nonsense", ["0000:00:00 00:00:00", "yesterday", "2025:13:40 99:99:99", "", "2024:06-15 08:30:00"]
)
def test_a_nonsensical_time_counts_as_not_said(nonsense: str) -> None:
    assert dated(DateTimeOriginal=nonsense, OffsetTimeOriginal="+99:99") is None


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2024:06:15 08:30:00.123", "2024-06-15T08:30:00"),
        ("2024-06-15 08:30:00", "2024-06-15T08:30:00"),
        ("2024/06/15 08:30:00", "2024-06-15T08:30:00"),
        ("2024-06-15T08:30:00", "2024-06-15T08:30:00"),
        ("2024:06:15T08:30:00", "2024-06-15T08:30:00"),
        ("2024-06-15T08:30:00Z", "2024-06-15T08:30:00+00:00"),
        ("2024-06-15T08:30:00.5Z", "2024-06-15T08:30:00+00:00"),
        ("2024-06-15T08:30:00+02:00", "2024-06-15T08:30:00+02:00"),
        ("2024:06:15 08:30:00-0330", "2024-06-15T08:30:00-03:30"),
        (" 2024:06:15 08:30:00 ", "2024-06-15T08:30:00"),
    ],
)
def test_a_time_that_another_program_wrote_is_read_and_not_replaced_by_the_change(written: str, read: str) -> None:
    assert dated(DateTimeOriginal=written, DateTime=EDIT, OffsetTime="+01:00") == read


@pytest.mark.parametrize(
    ("offset", "read"),
    [("Z", "+00:00"), ("+0200", "+02:00"), ("+14:00", "+14:00"), ("+14:30", ""), ("   :  ", ""), ("CET", "")],
)
def test_an_offset_is_read_or_not_said(offset: str, read: str) -> None:
    assert dated(DateTimeOriginal=SHOT, OffsetTimeOriginal=offset) == f"2024-06-15T08:30:00{read}"


def test_the_offset_of_the_change_is_not_that_of_the_exposure() -> None:
    both = dated(DateTimeOriginal=SHOT, OffsetTimeOriginal="+02:00", DateTime=EDIT, OffsetTime="+01:00")
    assert both == "2024-06-15T08:30:00+02:00"
    for offset in ("OffsetTime", "OffsetTimeDigitized"):
        told = dated(DateTimeOriginal=SHOT, DateTime=EDIT, DateTimeDigitized=EDIT, **{offset: "+01:00"})
        assert told == "2024-06-15T08:30:00"


def test_an_offset_that_is_said_of_the_very_same_moment_counts() -> None:
    assert dated(DateTimeOriginal=SHOT, DateTime=SHOT, OffsetTime="+02:00") == "2024-06-15T08:30:00+02:00"
    told = dated(DateTimeOriginal=SHOT, DateTimeDigitized=SHOT, OffsetTimeDigitized="+02:00")
    assert told == "2024-06-15T08:30:00+02:00"


def test_an_offset_without_its_moment_is_nobodys() -> None:
    assert dated(DateTimeOriginal=SHOT, OffsetTime="+01:00") == "2024-06-15T08:30:00"


NORTH, EAST = (36.0, 48.0, 14.54), (74.0, 43.0, 35.34)


def test_a_place_south_and_west_has_negative_degrees() -> None:
    assert located((33.0, 51.0, 31.5), "S", (70.0, 39.0, 0.0), "W") == GeoPoint(latitude=-33.858750, longitude=-70.65)


@pytest.mark.parametrize(
    ("north", "east"), [(None, None), ("X", "Q"), ("South", "West"), ("E", "N"), ("NS", "EW"), ("", "")]
)
def test_a_place_without_its_side_of_the_globe_counts_as_not_said(north: str | None, east: str | None) -> None:
    assert located(NORTH, north, EAST, east) is None
    assert located(NORTH, "N", EAST, east) is None


@pytest.mark.parametrize(
    "degrees",
    [(91.0, 0.0, 0.0), (90.0, 0.0, 0.01), (IFDRational(0, 0), 0.0, 0.0), (1.0, 2.0), (10.0, IFDRational(1, 0), 0.0)],
)
def test_a_place_off_the_globe_counts_as_not_said(degrees: tuple[object, ...]) -> None:
    assert located(degrees, "N", (7.0, 0.0, 0.0), "E") is None


def test_the_edges_of_the_globe_are_places_and_what_lies_beyond_is_none() -> None:
    edge = located((90.0, 0.0, 0.0), "N", (180.0, 0.0, 0.0), "W")
    assert edge == GeoPoint(latitude=90.0, longitude=-180.0)
    assert located((0.0, 0.0, 0.0), "N", (180.0, 0.0, 1.0), "W") is None


@pytest.mark.parametrize(("north", "east"), [("N", "E"), ("S", "W")])
def test_zero_and_zero_is_a_receiver_that_has_found_nothing(north: str, east: str) -> None:
    assert located((0.0, 0.0, 0.0), north, (0.0, 0.0, 0.0), east) is None
    assert located((0.0, 0.0, 0.0), north, (7.0, 0.0, 0.0), "E") == GeoPoint(latitude=0.0, longitude=7.0)
