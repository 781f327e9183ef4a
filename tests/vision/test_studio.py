import io
from collections.abc import Callable

import pytest
from PIL import Image, ImageDraw

from simulator.domain.errors import AnalyzerError
from simulator.domain.events import Idea, IdeaKind
from simulator.vision.mosaic import MOST_PICTURES, lay_out
from simulator.vision.page import fill
from simulator.vision.restyle import STYLES
from simulator.vision.studio import PAGE, SQUARE, make_picture

DATE_TIME_ORIGINAL, EXIF_DIRECTORY = 0x9003, 0x8769


def shoot(number: int, size: tuple[int, int] = (320, 240)) -> bytes:
    """A small JPEG: a coloured field with a disc in it, dated in June."""
    image = Image.new("RGB", size, (40 + 20 * number, 120, 220 - 20 * number))
    ImageDraw.Draw(image).ellipse((60, 40, 180, 160), fill=(250, 220, 90))
    exif = Image.Exif()
    exif.get_ifd(EXIF_DIRECTORY)[DATE_TIME_ORIGINAL] = f"2025:06:{number + 1:02} 12:00:00"
    content = io.BytesIO()
    image.save(content, "JPEG", exif=exif)
    return content.getvalue()


def idea_of(kind: IdeaKind, count: int, idea: str = "idea-x") -> Idea:
    return Idea(id=idea, kind=kind, title="A day at the beach", photos=tuple(f"p{at}" for at in range(count)))


def read(photo: str) -> bytes:
    return shoot(int(photo[1:]))


def opened(content: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(content))
    image.load()
    return image


@pytest.mark.parametrize("count", [1, 3, 4, 5, 6, 7, 8, 9])
@pytest.mark.parametrize("kind", [IdeaKind.COLLAGE, IdeaKind.RECAP, IdeaKind.THEME_SET])
def test_any_number_of_photos_makes_one_upright_page(kind: IdeaKind, count: int) -> None:
    image = opened(make_picture(idea_of(kind, count), read))
    assert (image.format, image.mode, image.size) == ("JPEG", "RGB", PAGE)


@pytest.mark.parametrize("style", range(8))
def test_a_restyle_is_a_square(style: int) -> None:
    image = opened(make_picture(idea_of(IdeaKind.RESTYLE, 1, f"idea-restyle-{style}"), read))
    assert (image.format, image.mode, image.size) == ("JPEG", "RGB", SQUARE)


@pytest.mark.parametrize("style", STYLES)
def test_a_style_changes_the_picture_and_keeps_its_size(style: Callable[[Image.Image], Image.Image]) -> None:
    before = Image.open(io.BytesIO(shoot(3))).convert("RGB")
    after = style(before)
    assert (after.size, after.mode) == (before.size, before.mode)
    assert after.tobytes() != before.tobytes()


@pytest.mark.parametrize("kind", IdeaKind)
def test_the_same_idea_gives_the_same_bytes(kind: IdeaKind) -> None:
    idea = idea_of(kind, 5)
    picture = make_picture(idea, read)
    for other in IdeaKind:
        assert make_picture(idea_of(other, 6, "idea-other"), read) != picture
    assert make_picture(idea, read) == picture


def test_the_photos_are_really_in_it() -> None:
    one = make_picture(idea_of(IdeaKind.COLLAGE, 4), read)
    other = make_picture(idea_of(IdeaKind.COLLAGE, 4), lambda photo: shoot(8 - int(photo[1:])))
    assert one != other


def test_more_photos_than_fit_are_left_out() -> None:
    wanted: list[str] = []

    def note(photo: str) -> bytes:
        wanted.append(photo)
        return shoot(1)

    make_picture(idea_of(IdeaKind.COLLAGE, 12), note)
    assert wanted == [f"p{at}" for at in range(MOST_PICTURES)]


def test_a_very_long_title_and_a_very_narrow_photo_still_make_a_page() -> None:
    for kind in IdeaKind:
        idea = Idea(id="idea-x", kind=kind, title="word " * 40, photos=("p0", "p1", "p2"))
        assert opened(make_picture(idea, lambda _: shoot(2, (40, 900)))).width == PAGE[0]


def test_photos_without_a_date_are_shown_without_one() -> None:
    content = io.BytesIO()
    Image.new("RGB", (64, 48), "teal").save(content, "PNG")
    assert opened(make_picture(idea_of(IdeaKind.RECAP, 5), lambda _: content.getvalue())).size == PAGE


@pytest.mark.parametrize("content", [b"", b"not a picture", shoot(1)[:400]])
def test_a_damaged_photo_is_named(content: bytes) -> None:
    with pytest.raises(AnalyzerError, match=r"^p2: "):
        make_picture(idea_of(IdeaKind.COLLAGE, 3), lambda photo: content if photo == "p2" else read(photo))


def test_an_idea_without_photos_is_refused() -> None:
    with pytest.raises(AnalyzerError, match="idea-x: has no photo"):
        make_picture(idea_of(IdeaKind.COLLAGE, 0), read)


@pytest.mark.parametrize("count", range(1, MOST_PICTURES + 1))
def test_a_mosaic_fills_its_area_and_nothing_overlaps(count: int) -> None:
    area, gap = (10, 20, 970, 1160), 12
    boxes = lay_out(count, area, gap)
    assert len(boxes) == count
    assert (min(box[0] for box in boxes), min(box[1] for box in boxes)) == area[:2]
    assert (max(box[2] for box in boxes), max(box[3] for box in boxes)) == area[2:]
    sheet = Image.new("L", (area[2], area[3]))
    for left, top, right, bottom in boxes:
        assert sheet.crop((left, top, right, bottom)).getextrema() == (0, 0)
        sheet.paste(255, (left, top, right, bottom))
    covered = sum((right - left + gap) * (bottom - top + gap) for left, top, right, bottom in boxes)
    assert covered == pytest.approx((area[2] - area[0] + gap) * (area[3] - area[1] + gap), rel=0.01)


def test_a_crop_keeps_what_there_is_to_see() -> None:
    wide = Image.new("RGB", (400, 100), "navy")
    ImageDraw.Draw(wide).rectangle((330, 20, 380, 80), fill="white")
    bright = fill(wide, (100, 100)).convert("L").getextrema()[1]
    assert bright == 255
    even = fill(Image.new("RGB", (400, 100), "navy"), (100, 100))
    assert even.size == (100, 100)
