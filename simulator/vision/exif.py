"""What a picture file says about itself: how it was held, when and where it was taken.

Anything that is missing, malformed or out of range counts as not said, and the next in the list is looked at; no EXIF
is worth a failure. The tags are those of Exif 2.32 (CIPA DC-008-2019), chapter 4.6.

    asked                looked at, in this order             counts as not said
    -------------------  -----------------------------------  ---------------------------------------
    when                 DateTimeOriginal (0x9003)            zeros, blanks, a day that no calendar
                         DateTimeDigitized (0x9004)           has, anything else that is no date with
                         DateTime (0x0132), the last change   a time
    its offset from UTC  what stands behind the time itself   more than 14 hours, no offset
                         the time's own tag:
                           OffsetTimeOriginal (0x9011)
                           OffsetTimeDigitized (0x9012)
                           OffsetTime (0x9010)
                         that of another of the three times,
                           if it is the same to the second
    degrees              GPSLatitude (2), GPSLongitude (4):   beyond 90 and 180, below 0, not finite;
                           degrees, minutes, seconds          0 and 0 together
    side of the globe    GPSLatitudeRef (1): N or S           anything else
                         GPSLongitudeRef (3): E or W

The offset of a change is never given to another moment: in summer and in winter, at home and abroad, it is another.
Exif writes ``2024:06:15 08:30:00``. Times with dashes, a ``T``, a fraction of a second or a ``Z``, as other programs
write them, are read, too; the fraction is left out.
"""

import math
import re
from datetime import datetime
from typing import Any

from PIL import ExifTags, Image

from simulator.domain.analysis import GeoPoint

_OFFSET = re.compile(r"(?P<sign>[+-])(?P<hours>0\d|1[0-4]):?(?P<minutes>[0-5]\d)", re.ASCII)
_MOST_OFFSET = 14 * 60
_MOMENT = re.compile(
    r"(\d{4})([:/-])(\d\d)\2(\d\d)[ T]+(\d\d):(\d\d):(\d\d)(?:[.,]\d*)?\s*(?P<zone>Z|[+-]\d\d:?\d\d)?", re.ASCII
)
_ORIENTATIONS = range(1, 9)
_SIDES = {"N": 1, "S": -1, "E": 1, "W": -1}


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
    """ISO 8601, with the offset from UTC when the file has one, by the rules above."""
    details = _directory(exif, ExifTags.IFD.Exif)
    said = [
        _read_moment(time, details.get(offset))
        for time, offset in (
            (details.get(ExifTags.Base.DateTimeOriginal), ExifTags.Base.OffsetTimeOriginal),
            (details.get(ExifTags.Base.DateTimeDigitized), ExifTags.Base.OffsetTimeDigitized),
            (exif.get(ExifTags.Base.DateTime), ExifTags.Base.OffsetTime),
        )
    ]
    moments = [each for each in said if each is not None]
    if not moments:
        return None
    first = moments[0][0]
    return first + next((zone for moment, zone in moments if moment == first and zone), "")


def _read_moment(time: object, offset: object) -> tuple[str, str] | None:
    """The moment by the camera's clock, and the offset that is said of this very moment, or nothing."""
    said = _MOMENT.fullmatch(_text(time))
    if said is None:
        return None
    year, _, month, day, hour, minute, second, zone = said.groups()
    at = map(int, (year, month, day, hour, minute, second))
    try:
        moment = datetime(*at)  # type: ignore[arg-type]  # noqa: DTZ001  (a camera's clock knows no zone)
    except ValueError:
        return None
    return moment.isoformat(), _read_offset(zone) or _read_offset(_text(offset))


def _read_offset(text: str | None) -> str:
    if text in {"Z", "z"}:
        return "+00:00"
    said = _OFFSET.fullmatch(text or "")
    if said is None or int(said["hours"]) * 60 + int(said["minutes"]) > _MOST_OFFSET:
        return ""
    return f"{said['sign']}{said['hours']}:{said['minutes']}"


def _degrees(parts: object, reference: object, *, sides: str, limit: float) -> float | None:
    """Degrees, minutes and seconds as signed degrees, rounded to six decimals (about 0.1 m)."""
    side = _text(reference).upper()
    try:
        whole, minutes, seconds = (float(part) for part in parts)  # type: ignore[attr-defined]
    except (TypeError, ValueError, ZeroDivisionError, OverflowError):
        return None
    value = whole + minutes / 60 + seconds / 3600
    if len(side) != 1 or side not in sides or not math.isfinite(value) or min(whole, minutes, seconds) < 0:
        return None
    return round(_SIDES[side] * value, 6) if value <= limit else None


def read_place(exif: Image.Exif) -> GeoPoint | None:
    """Where the file says it was taken, by the rules above."""
    gps, tag = _directory(exif, ExifTags.IFD.GPSInfo), ExifTags.GPS
    latitude = _degrees(gps.get(tag.GPSLatitude), gps.get(tag.GPSLatitudeRef), sides="NS", limit=90)
    longitude = _degrees(gps.get(tag.GPSLongitude), gps.get(tag.GPSLongitudeRef), sides="EW", limit=180)
    # Zero and zero is what a receiver writes that has found nothing; the sea off Ghana has no address.
    if latitude is None or longitude is None or latitude == longitude == 0:
        return None
    return GeoPoint(latitude=latitude, longitude=longitude)
