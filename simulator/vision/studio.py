"""The creative ideas, really made: several of somebody's photos, or one, turned into one new picture.

INVARIANT: the same idea and the same files give the same bytes, on one machine and version of Pillow.
"""

import hashlib
import io
import random
from collections.abc import Callable, Sequence
from datetime import datetime

from PIL import Image, ImageDraw, ImageOps

from simulator.domain.errors import AnalyzerError
from simulator.domain.events import Idea, IdeaKind
from simulator.journey.wording import write_month
from simulator.vision.mosaic import MOST_PICTURES, lay_out
from simulator.vision.page import Palette, choose_palette, fill, fit_font, load_font, round_corners, soft_shadow
from simulator.vision.picture import Picture, decode_picture
from simulator.vision.restyle import STYLES

PAGE = (1080, 1350)  # four to five, the tallest that feeds show whole
SQUARE = (1080, 1080)
_MARGIN = 56
_QUALITY = 88
_FILM, _HOLE, _AMBER = (20, 17, 18), (62, 56, 54), (255, 186, 92)
_PRINT_PAPER, _SHADE = (252, 250, 246), (10, 8, 14)
_FRAMES, _HOLES = 4, 27
_STRIP, _EDGE = 268, 14
_TITLE_BAND = 170
_PRINT_ROWS = ((1,), (1, 1), (1, 2), (2, 2), (2, 1, 2), (2, 2, 2), (2, 3, 2), (3, 2, 3), (3, 3, 3))


def make_picture(idea: Idea, read: Callable[[str], bytes]) -> bytes:
    """A JPEG of 1080 x 1350 pixels, 1080 x 1080 for a restyle, made of the idea's first nine photos.

    Args:
        idea: what to make; its title is lettered on the picture, its id picks among styles.
        read: the bytes of the file of a photo, by the photo's id.

    Raises:
        AnalyzerError: the idea has no photo, or one of them is not a picture, damaged or too large.
    """
    if not idea.photos:
        raise AnalyzerError(f"{idea.id}: has no photo to be made of; give it at least one")
    pictures = [decode_picture(photo, read(photo)) for photo in idea.photos[:MOST_PICTURES]]
    page = _MAKERS[idea.kind](idea, pictures)
    content = io.BytesIO()
    page.save(content, "JPEG", quality=_QUALITY)
    return content.getvalue()


def _luck_of(idea: Idea) -> random.Random:
    return random.Random(hashlib.sha256(idea.id.encode()).digest())


def _make_collage(idea: Idea, pictures: Sequence[Picture]) -> Image.Image:
    """A mosaic with round corners on tinted paper, the title below."""
    images = [picture.image for picture in pictures]
    palette = choose_palette(images)
    page = Image.new("RGB", PAGE, palette.paper)
    area = (_MARGIN, _MARGIN, PAGE[0] - _MARGIN, PAGE[1] - 210)
    for image, (left, top, right, bottom) in zip(images, lay_out(len(images), area, 18), strict=True):
        size = (right - left, bottom - top)
        page.paste(fill(image, size), (left, top), round_corners(size, 30))
    _letter_foot(page, palette, idea.title, f"{len(images)} of your photos, put together for you")
    return page


def _letter_foot(page: Image.Image, palette: Palette, title: str, line: str) -> None:
    pen = ImageDraw.Draw(page)
    pen.rounded_rectangle((_MARGIN, PAGE[1] - 164, _MARGIN + 10, PAGE[1] - 60), 5, fill=palette.accent)
    font = fit_font(title, PAGE[0] - 2 * _MARGIN - 34, 66)
    pen.text((_MARGIN + 34, PAGE[1] - 112), title, palette.ink, font, anchor="ls")
    pen.text((_MARGIN + 36, PAGE[1] - 64), line, palette.ink, load_font(30), anchor="ls")


def _make_recap(idea: Idea, pictures: Sequence[Picture]) -> Image.Image:
    """The first photo large under the title, the others below on strips of film, with their dates."""
    first, *others = pictures
    page = Image.new("RGB", PAGE, _FILM)
    strips = [others] if len(others) <= _FRAMES else [others[: len(others) // 2], others[len(others) // 2 :]]
    height = _STRIP * len(strips) + 2 * _EDGE if others else 0
    hero = fill(first.image, (PAGE[0], PAGE[1] - height))
    page.paste(hero)
    _fade_out(page, hero.height)
    pen = ImageDraw.Draw(page)
    pen.text(
        (_MARGIN, hero.height - 112), idea.title, "white", fit_font(idea.title, PAGE[0] - 2 * _MARGIN, 92), anchor="ls"
    )
    pen.text((_MARGIN + 4, hero.height - 52), _write_span(pictures), _AMBER, load_font(36), anchor="ls")
    for at, strip in enumerate(strips if others else []):
        _lay_strip(page, strip, hero.height + _EDGE + at * _STRIP)
    return page


def _fade_out(page: Image.Image, bottom: int) -> None:
    """Darkens the page towards the lower edge of its first picture, so that a title can be read on it."""
    depth = min(bottom, 460)
    ramp = (
        Image.linear_gradient("L").resize((PAGE[0], depth)).point([round(255 * (v / 255) ** 1.4) for v in range(256)])
    )
    page.paste(_FILM, (0, bottom - depth, PAGE[0], bottom), ramp)


def _lay_strip(page: Image.Image, strip: Sequence[Picture], top: int) -> None:
    """One strip of film over the whole width, its frames dated from the files themselves."""
    pen = ImageDraw.Draw(page)
    step = PAGE[0] / len(strip)
    for hole in range(_HOLES):
        x = round((hole + 0.5) * PAGE[0] / _HOLES)
        for y in (top + 22, top + _STRIP - 22):
            pen.rounded_rectangle((x - 11, y - 8, x + 11, y + 8), 4, fill=_HOLE)
    for at, picture in enumerate(strip):
        left, right = round(at * step) + 8, round((at + 1) * step) - 8
        size = (right - left, _STRIP - 84)
        page.paste(fill(picture.image, size), (left, top + 42), round_corners(size, 10))
        if day := _write_date(picture):
            pen.text(
                (left + 14, top + _STRIP - 56),
                day,
                _AMBER,
                load_font(24),
                anchor="ls",
                stroke_width=2,
                stroke_fill=_FILM,
            )


def _write_date(picture: Picture) -> str:
    """``2 June``, or nothing when the file does not say."""
    if picture.taken_at is None:
        return ""
    day = datetime.fromisoformat(picture.taken_at)
    return f"{day.day} {write_month(day)}"


def _write_span(pictures: Sequence[Picture]) -> str:
    dates = [day for picture in pictures if (day := _write_date(picture))]
    if not dates or dates[0] == dates[-1]:
        return "".join(dates[:1]) or "from your camera roll"
    return f"{dates[0]} to {dates[-1]}"


def _make_theme_set(idea: Idea, pictures: Sequence[Picture]) -> Image.Image:
    """Instant prints, tossed on a coloured table under a strip of tape with the title."""
    images = [picture.image for picture in pictures]
    luck, palette = _luck_of(idea), choose_palette(images)
    page = _set_table(palette, luck)
    rows = _PRINT_ROWS[len(images) - 1]
    across, down = PAGE[0] / max(rows), (PAGE[1] - _TITLE_BAND) / len(rows)
    width = round(min(across * 0.96, down * 0.93))
    step = min(across * 0.94, width * 1.12)
    spots = [
        (PAGE[0] / 2 + (at - (row - 1) / 2) * step, _TITLE_BAND - 22 + (line + 0.5) * down)
        for line, row in enumerate(rows)
        for at in range(row)
    ]
    for image, (x, y) in zip(images, spots, strict=True):
        turn = luck.uniform(2, 7) * luck.choice((-1, 1))
        _toss(page, image, width, (round(x + luck.uniform(-12, 12)), round(y + luck.uniform(-10, 10))), turn)
    font = fit_font(idea.title, PAGE[0] - 220, 64)
    half = font.getlength(idea.title) / 2 + 56
    tape = (PAGE[0] / 2 - half, 44, PAGE[0] / 2 + half, 148)
    pen = ImageDraw.Draw(page)
    pen.rounded_rectangle(tape, 52, fill=palette.paper)
    pen.text((PAGE[0] / 2, 94), idea.title, palette.ink, font, anchor="mm")
    return page


def _set_table(palette: Palette, luck: random.Random) -> Image.Image:
    """A colour that suits the prints, with large soft discs in it."""
    table = Image.new("RGB", (PAGE[0] // 5, PAGE[1] // 5), palette.accent)
    pen = ImageDraw.Draw(table, "RGBA")
    for _ in range(16):
        x, y, radius = luck.uniform(0, table.width), luck.uniform(0, table.height), luck.uniform(10, 48)
        tint = luck.choice((palette.paper, palette.ink))
        pen.ellipse((x - radius, y - radius, x + radius, y + radius), fill=(*tint, luck.randrange(14, 44)))
    return table.resize(PAGE, Image.Resampling.BILINEAR)


def _toss(page: Image.Image, image: Image.Image, width: int, center: tuple[int, int], turn: float) -> None:
    """Lays one instant print, so many pixels wide, on the page, turned by so many degrees."""
    rim = round(width * 0.055)
    size = (width, round(width * 1.16))
    sheet = Image.new("RGB", size, _PRINT_PAPER)
    sheet.paste(fill(image, (width - 2 * rim, width - 2 * rim)), (rim, rim))
    # The rim is as light as the corners that turning adds, so colour and outline can be turned apart.
    outline = ImageOps.expand(Image.new("L", (size[0] - 4, size[1] - 4), 255), 2)
    sheet, outline = (
        part.rotate(turn, Image.Resampling.BILINEAR, expand=True, fillcolor=color)
        for part, color in ((sheet, _PRINT_PAPER), (outline, 0))
    )
    shadow = soft_shadow(size, 28, 0.45, turn)
    page.paste(_SHADE, (center[0] - shadow.width // 2 + 6, center[1] - shadow.height // 2 + 12), shadow)
    page.paste(sheet, (center[0] - sheet.width // 2, center[1] - sheet.height // 2), outline)


def _restyle(idea: Idea, pictures: Sequence[Picture]) -> Image.Image:
    """One photo in a style that the idea's id picks, framed, the title below."""
    style = _luck_of(idea).choice(STYLES)
    image = pictures[0].image
    palette = choose_palette([image])
    page = Image.new("RGB", SQUARE, palette.paper)
    side = SQUARE[0] - 2 * _MARGIN
    art = style(fill(image, (side, side - 96)))
    page.paste(art, (_MARGIN, _MARGIN), round_corners(art.size, 12))
    pen = ImageDraw.Draw(page)
    pen.text((_MARGIN + 4, SQUARE[1] - 62), idea.title, palette.ink, fit_font(idea.title, side, 46), anchor="ls")
    return page


_MAKERS: dict[IdeaKind, Callable[[Idea, Sequence[Picture]], Image.Image]] = {
    IdeaKind.COLLAGE: _make_collage,
    IdeaKind.RECAP: _make_recap,
    IdeaKind.THEME_SET: _make_theme_set,
    IdeaKind.RESTYLE: _restyle,
}
