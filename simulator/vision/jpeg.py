"""How a JPEG file is built, read from its markers alone: where its picture ends, and what decoding it would cost.

What lies behind the first end of image (a motion photo's video, the second eye of an MPO, a phone's own notes) is no
part of the picture, and is not looked at.
"""

import re
from dataclasses import dataclass

END_OF_IMAGE = b"\xff\xd9"
MOST_SCANS = 100  # an honest progressive JPEG has about ten; thousands of scans decode for minutes
MOST_SEGMENTS = 4096
_START_OF_SCAN, _END, _FILL = 0xDA, 0xD9, 0xFF
_PROGRESSIVE = {0xC2, 0xC6, 0xCA, 0xCE}
_ALONE = {0x01, *range(0xD0, 0xD9)}  # markers without a length
_EXIF, _EXIF_SEGMENT = b"Exif\0", 0xE1
# In coded pixels, a byte of 255 is followed by 0 or is one of the marks to start over from.
_NEXT_MARKER = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")
# Bits that no end of a picture has: whoever still decodes pixels there gets others than from nothing.
_OTHER_BITS = bytes(1 + number * 37 % 251 for number in range(2048))


@dataclass(frozen=True, slots=True, kw_only=True)
class JpegLayout:
    """What the markers say.

    Attributes:
        end: where the picture ends; None: the file ends before.
        scans: so many, up to one more than `MOST_SCANS`.
        segments: so many markers, up to one more than `MOST_SEGMENTS`.
        gradual: whether the coefficients of the whole picture are kept until the last scan is read.
        exif: bytes of EXIF.
    """

    end: int | None
    scans: int
    segments: int
    gradual: bool
    exif: int


def read_layout(content: bytes) -> JpegLayout:
    """Walk from marker to marker up to the first end of image."""
    at, scans, segments, progressive, exif = 2, 0, 0, False, 0
    end = None
    while segments <= MOST_SEGMENTS and scans <= MOST_SCANS:
        at = content.find(b"\xff", at)
        if not 0 <= at < len(content) - 1:
            break
        marker = content[at + 1]
        if marker == _END:
            end = at + 2
            break
        segments += 1
        if marker in {0, _FILL} or marker in _ALONE:
            at += 1 if marker == _FILL else 2
            continue
        size = max(2, int.from_bytes(content[at + 2 : at + 4]))
        progressive = progressive or marker in _PROGRESSIVE
        if marker == _EXIF_SEGMENT and content.startswith(_EXIF, at + 4):
            exif += size
        at += 2 + size
        if marker == _START_OF_SCAN:
            scans += 1
            found = _NEXT_MARKER.search(content, at)
            at = len(content) if found is None else found.start()
    return JpegLayout(end=end, scans=scans, segments=segments, gradual=progressive or scans > 1, exif=exif)


def mend_end(content: bytes) -> tuple[bytes, bytes]:
    """A JPEG that ends too soon, with its end, and the same with other bits before that end.

    If both give the same pixels, nothing was missing but the end. Zeros, as a card reader leaves for what it could not
    read, are no pixels.
    """
    kept = content.rstrip(b"\0")
    if kept.endswith(b"\xff"):
        kept += b"\0"  # (it was a pixel's after all)
    return kept + END_OF_IMAGE, kept + _OTHER_BITS + END_OF_IMAGE
