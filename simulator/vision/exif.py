"""What a picture file says about itself: how it was held, when and where it was taken.

Anything that is missing, malformed or out of range counts as not said; no EXIF is worth a failure.
"""

import math
import re
from datetime import datetime
from typing import Any

from PIL import ExifTags, Image

from simulator.domain.analysis import GeoPoint

_OFFSET = re.compile(r"[+-](0\d|1[0-4]):[0-5]\d")
_DATE_AND_TIME = re.compile(r"(\d{4}):(\d\d):(\d\d) (\d\d):(\d\d):(\d\d)", re.ASCII)
_ORIENTATIONS = range(1, 9)


def read_orientation(exif: Image.Exif) -> int:
    """1 to 8; 1, upright, unless the file says otherwise."""
    value = exif.get(ExifTags.Base.Orientation)
    return value if isinstance(value, int) and value in _ORIENTATIONS else 1


def _directory(exif: Image.Exif, pointer: ExifTags.IFD) -> dict[int, Any]:
    try:
        return dict(exif.get_ifd(pointer))
    except Exception:  # noqa: BLE001  (Pillow's parser fails in many ways on a broken directory)
        return {}


def _text(value: object) -> str:
    if isinstance(value, bytes):
        value = value.decode("ascii", "replace")
    return value.strip("\0 ") if isinstance(value, str) else ""


def read_taken_at(exif: Image.Exif) -> str | None:
    """ISO 8601, with the offset from UTC when the file has one: the moment of exposure, else of the last change."""
    details = _directory(exif, ExifTags.IFD.Exif)
    for time, offset in (
        (details.get(ExifTags.Base.DateTimeOriginal), details.get(ExifTags.Base.OffsetTimeOriginal)),
        (exif.get(ExifTags.Base.DateTime), details.get(ExifTags.Base.OffsetTime)),
    ):
        said = _DATE_AND_TIME.fullmatch(_text(time))
        if said is None:
            continue
        year, month, day, hour, minute, second = map(int, said.groups())
        try:
            moment = datetime(year, month, day, hour, minute, second)  # noqa: DTZ001  (a camera's clock knows no zone)
        except ValueError:
            continue
        zone = _text(offset)
        return moment.isoformat() + (zone if _OFFSET.fullmatch(zone) else "")
    return None


def _degrees(parts: object, reference: object, *, negative: str, limit: float) -> float | None:
    """Degrees, minutes and seconds as signed degrees, rounded to six decimals (about 0.1 m)."""
    try:
        whole, minutes, seconds = (float(part) for part in parts)  # type: ignore[attr-defined]
    except (TypeError, ValueError, ZeroDivisionError, OverflowError):
        return None
    value = whole + minutes / 60 + seconds / 3600
    if not math.isfinite(value) or not 0 <= value <= limit:
        return None
    return round(-value if _text(reference).upper() == negative else value, 6)


def read_place(exif: Image.Exif) -> GeoPoint | None:
    """Where the file says it was taken."""
    gps = _directory(exif, ExifTags.IFD.GPSInfo)
    latitude = _degrees(gps.get(ExifTags.GPS.GPSLatitude), gps.get(ExifTags.GPS.GPSLatitudeRef), negative="S", limit=90)
    longitude = _degrees(
        gps.get(ExifTags.GPS.GPSLongitude), gps.get(ExifTags.GPS.GPSLongitudeRef), negative="W", limit=180
    )
    if latitude is None or longitude is None:
        return None
    return GeoPoint(latitude=latitude, longitude=longitude)
