"""The pictures that are asked about: one drawn photo as the files that phones and proxies would make of it."""

import io
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from PIL import Image

from simulator.domain.errors import AnalyzerError
from simulator.vision.formats import SUFFIXES
from simulator.vision.picture import decode_picture, read_picture_file

_QUALITY = 85


class Size(StrEnum):
    """How large the file is; a proxy is what apps send ahead of, or instead of, the original."""

    PROXY = "512px"
    ONE_MP = "1mp"
    TWELVE_MP = "12mp"
    PROGRESSIVE = "12mp-progressive"


_SIDES = {
    Size.PROXY: (682, 512),
    Size.ONE_MP: (1152, 864),
    Size.TWELVE_MP: (4000, 3000),
    Size.PROGRESSIVE: (4000, 3000),
}


def save_at(photo: bytes, size: Size) -> bytes:
    """A JPEG of that size, upright or lying as the photo was, with the photo's EXIF."""
    with Image.open(io.BytesIO(photo)) as image:
        sides = _SIDES[size] if image.width >= image.height else _SIDES[size][::-1]
        copy = image.convert("RGB").resize(sides, Image.Resampling.BICUBIC)
        exif = image.getexif()
    file = io.BytesIO()
    copy.save(file, "JPEG", quality=_QUALITY, exif=exif, progressive=size is Size.PROGRESSIVE)
    return file.getvalue()


def put_down(files: Iterable[bytes], folder: Path) -> list[Callable[[], bytes]]:
    """Write the files into a folder, and give for each what reads it back from there."""
    paths = []
    for number, content in enumerate(files):
        path = folder / f"sample-{number:02}.jpg"
        path.write_bytes(content)
        paths.append(path)
    return [lambda path=path: read_picture_file(path) for path in paths]  # type: ignore[misc]


@dataclass(frozen=True, slots=True, kw_only=True)
class FolderPhotos:
    """What was read of a folder.

    Attributes:
        photos: the bytes of its pictures.
        refused: one line for each file that could not be read, in the order of their names.
    """

    photos: list[bytes]
    refused: list[str]


def read_folder(folder: Path, most: int) -> FolderPhotos:
    """The first pictures of a folder, in the order of their names, at most so many; a bad file does not stop the rest.

    Raises:
        AnalyzerError: there is no such folder, or no picture in it that can be read.
    """
    try:
        found = sorted(path for path in folder.iterdir() if path.suffix.lower() in SUFFIXES)
    except OSError as problem:
        raise AnalyzerError(f"{folder}: cannot be read: {problem.strerror}; name a folder of photos") from problem
    if not found:
        raise AnalyzerError(f"{folder}: no photo in it; name a folder of photos")
    photos: list[bytes] = []
    refused: list[str] = []
    for path in found:
        if len(photos) == most:
            break
        try:
            content = read_picture_file(path)
            # Said here by its name, and not in the middle of a measurement.
            decode_picture(str(path), content)
        except AnalyzerError as error:
            refused.append(str(error))
        else:
            photos.append(content)
    if not photos:
        raise AnalyzerError(f"{folder}: none of its {len(refused)} photos can be read; the first is {refused[0]}")
    return FolderPhotos(photos=photos, refused=refused)
