"""What a phone writes beside the pixels: when, where, with what, and how it was held."""

import datetime as dt

from PIL import ExifTags, Image
from PIL.TiffImagePlugin import IFDRational

from simulator.domain.categories import Theme
from simulator.domain.photo import Photo

_STORED = {
    3: Image.Transpose.ROTATE_180,
    6: Image.Transpose.ROTATE_90,
    8: Image.Transpose.ROTATE_270,
}
_PORTRAIT = (6, 8)


def held(photo: Photo) -> int:
    """The EXIF orientation of the file: a screenshot has none to speak of, whichever way the phone was held."""
    return 1 if photo.theme is Theme.SCREENSHOT else photo.orientation


def is_portrait(photo: Photo) -> bool:
    """Whether the picture stands upright when it is looked at."""
    return photo.theme is Theme.SCREENSHOT or photo.orientation in _PORTRAIT


def as_stored(photo: Photo, upright: Image.Image) -> Image.Image:
    """The pixels in the sensor's own order, so that applying the EXIF orientation gives ``upright``."""
    turn = _STORED.get(held(photo))
    return upright if turn is None else upright.transpose(turn)


def taken_at(photo: Photo, starts: dt.date) -> dt.datetime:
    """The moment of the photo, with its offset; seconds come from the photo's luck."""
    zone = dt.timezone(dt.timedelta(minutes=photo.utc_offset))
    midnight = dt.datetime.combine(starts, dt.time(), zone)
    return midnight + dt.timedelta(days=photo.day, minutes=photo.minute, seconds=photo.key % 60)


def exif_of(photo: Photo, starts: dt.date) -> Image.Exif:
    """Time with offset, camera and orientation; and, if the photo is located, where on Earth to a millisecond of arc.

    Args:
        photo: the photo as it was taken.
        starts: the date of day 0 of the story.
    """
    moment = taken_at(photo, starts)
    exif = Image.Exif()
    exif[ExifTags.Base.Make] = photo.camera.make
    exif[ExifTags.Base.Model] = photo.camera.model
    exif[ExifTags.Base.Orientation] = held(photo)
    exif[ExifTags.Base.DateTime] = f"{moment:%Y:%m:%d %H:%M:%S}"
    detail = exif.get_ifd(ExifTags.IFD.Exif)
    detail[ExifTags.Base.DateTimeOriginal] = f"{moment:%Y:%m:%d %H:%M:%S}"
    detail[ExifTags.Base.OffsetTimeOriginal] = _offset(photo.utc_offset)
    if photo.located:
        exif.get_ifd(ExifTags.IFD.GPSInfo).update(_gps(photo, moment.astimezone(dt.UTC)))
    return exif


def _offset(minutes: int) -> str:
    hours, rest = divmod(abs(minutes), 60)
    return f"{'-' if minutes < 0 else '+'}{hours:02d}:{rest:02d}"


def _gps(photo: Photo, moment: dt.datetime) -> dict[int, object]:
    gps, place = ExifTags.GPS, photo.place
    return {
        gps.GPSVersionID: b"\x02\x03\x00\x00",
        gps.GPSLatitudeRef: "N" if place.latitude >= 0 else "S",
        gps.GPSLatitude: _degrees(place.latitude),
        gps.GPSLongitudeRef: "E" if place.longitude >= 0 else "W",
        gps.GPSLongitude: _degrees(place.longitude),
        gps.GPSTimeStamp: tuple(IFDRational(part) for part in (moment.hour, moment.minute, moment.second)),
        gps.GPSDateStamp: f"{moment:%Y:%m:%d}",
    }


def _degrees(angle: float) -> tuple[IFDRational, IFDRational, IFDRational]:
    """Degrees, minutes and thousandths of a second."""
    whole, rest = divmod(round(abs(angle) * 3_600_000), 3_600_000)
    minutes, thousandths = divmod(rest, 60_000)
    return (IFDRational(whole), IFDRational(minutes), IFDRational(thousandths, 1000))
