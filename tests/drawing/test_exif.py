import datetime as dt
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import ExifTags, Image

from simulator.domain.categories import Theme
from simulator.domain.photo import Camera, Light, Photo, Place, PlaceKind, Weather
from simulator.drawing.exif import as_stored, exif_of, taken_at

STARTS = dt.date(2025, 6, 1)


def a_photo(
    *,
    theme: Theme = Theme.STREET,
    day: int = 0,
    minute: int = 600,
    utc_offset: int = 0,
    latitude: float = 52.5,
    longitude: float = 13.4,
    located: bool = True,
    orientation: int = 1,
    camera: str = "Pixel 9",
) -> Photo:
    return Photo(
        id="p0001",
        day=day,
        minute=minute,
        utc_offset=utc_offset,
        theme=theme,
        variant=0.5,
        key=77,
        place=Place(id="x", name="x", kind=PlaceKind.TOWN, latitude=latitude, longitude=longitude),
        located=located,
        people=(),
        pets=(),
        light=Light.DAYLIGHT,
        weather=Weather.CLEAR,
        camera=Camera(make="Google", model=camera),
        orientation=orientation,
        occasion="walk",
        favourite=False,
    )


def written(photo: Photo) -> Image.Exif:
    file = io.BytesIO()
    Image.new("RGB", (8, 8)).save(file, "JPEG", exif=exif_of(photo, STARTS))
    with Image.open(io.BytesIO(file.getvalue())) as image:
        return image.getexif()


def degrees(parts: tuple[float, float, float], ref: str) -> float:
    angle = float(parts[0]) + float(parts[1]) / 60 + float(parts[2]) / 3600
    return -angle if ref in {"S", "W"} else angle


@given(
    day=st.integers(-700, 700),
    minute=st.integers(0, 1439),
    utc_offset=st.integers(-48, 56).map(lambda quarter: quarter * 15),
    latitude=st.floats(-90, 90),
    longitude=st.floats(-180, 180),
    orientation=st.sampled_from((1, 3, 6, 8)),
)
def test_what_is_written_is_what_was_true(
    *, day: int, minute: int, utc_offset: int, latitude: float, longitude: float, orientation: int
) -> None:
    photo = a_photo(
        day=day,
        minute=minute,
        utc_offset=utc_offset,
        latitude=latitude,
        longitude=longitude,
        orientation=orientation,
    )
    exif = written(photo)
    detail, gps = exif.get_ifd(ExifTags.IFD.Exif), exif.get_ifd(ExifTags.IFD.GPSInfo)
    stamp = detail[ExifTags.Base.DateTimeOriginal] + detail[ExifTags.Base.OffsetTimeOriginal]
    moment = dt.datetime.strptime(stamp, "%Y:%m:%d %H:%M:%S%z")
    assert moment == taken_at(photo, STARTS)
    assert moment.date() == STARTS + dt.timedelta(days=day)
    assert moment.hour * 60 + moment.minute == minute
    assert moment.utcoffset() == dt.timedelta(minutes=utc_offset)
    assert exif[ExifTags.Base.Orientation] == orientation
    assert (exif[ExifTags.Base.Make], exif[ExifTags.Base.Model]) == ("Google", "Pixel 9")
    north = degrees(gps[ExifTags.GPS.GPSLatitude], gps[ExifTags.GPS.GPSLatitudeRef])
    east = degrees(gps[ExifTags.GPS.GPSLongitude], gps[ExifTags.GPS.GPSLongitudeRef])
    assert north == pytest.approx(latitude, abs=1e-5)
    assert east == pytest.approx(longitude, abs=1e-5)
    clock = ":".join(f"{int(part):02d}" for part in gps[ExifTags.GPS.GPSTimeStamp])
    utc = dt.datetime.strptime(f"{gps[ExifTags.GPS.GPSDateStamp]} {clock} +0000", "%Y:%m:%d %H:%M:%S %z")
    assert utc == moment


def test_a_photo_that_is_not_located_tells_no_place() -> None:
    assert not written(a_photo(located=False)).get_ifd(ExifTags.IFD.GPSInfo)


def test_a_negative_offset_with_a_half_hour_is_written_as_the_standard_wants() -> None:
    detail = written(a_photo(utc_offset=-210)).get_ifd(ExifTags.IFD.Exif)
    assert detail[ExifTags.Base.OffsetTimeOriginal] == "-03:30"


def test_a_screenshot_is_upright_however_the_phone_was_held() -> None:
    photo = a_photo(theme=Theme.SCREENSHOT, orientation=6)
    assert written(photo)[ExifTags.Base.Orientation] == 1
    assert as_stored(photo, Image.new("RGB", (3, 4))).size == (3, 4)
