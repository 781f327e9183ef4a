"""Hair: a mass with strands in it, behind the head and in front of it."""

import math

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from simulator.domain.people import AgeGroup, HairStyle
from simulator.drawing.color import mix, shade
from simulator.drawing.head import CROWN, Head, lay, mask
from simulator.drawing.paint import Point, smooth

_VOLUME = {
    HairStyle.CROPPED: 1.3,
    HairStyle.SHORT: 3.4,
    HairStyle.BOB: 3.6,
    HairStyle.LONG: 3.0,
    HairStyle.CURLY: 5.0,
    HairStyle.BUN: 2.2,
    HairStyle.TIED: 2.2,
}
_LOOSE = (HairStyle.BOB, HairStyle.LONG)


def draw_back_hair(head: Head, sprite: Image.Image) -> None:
    """What hangs or sits behind the head."""
    style = head.look.hair_style
    if style is HairStyle.BUN:
        _bun(head, sprite)
    elif style is HairStyle.CURLY:
        _cloud(head, sprite)
    elif style in _HANGING:
        shape = smooth([head.flat(x, y) for x, y in _HANGING[style](head)])
        lay(sprite, _strands(head, shade(head.hair, 0.66), "back"), mask(head, shape))


def _long(head: Head) -> list[Point]:
    w = head.width
    return [
        (0, CROWN - 3),
        (w * 0.9, CROWN + 4),
        (w * 1.2, head.eyes),
        (w * 1.24, head.chin - 4),
        (w * 1.38, 97),
        (w * 0.9, 101),
        (0, 94),
        (-w * 0.9, 101),
        (-w * 1.38, 97),
        (-w * 1.24, head.chin - 4),
        (-w * 1.2, head.eyes),
        (-w * 0.9, CROWN + 4),
    ]


def _bob(head: Head) -> list[Point]:
    w = head.width
    low = head.chin + 1.5
    return [
        (0, CROWN - 3),
        (w * 0.95, CROWN + 4),
        (w * 1.22, head.eyes),
        (w * 1.32, low - 5),
        (w * 1.05, low + 2),
        (0, low - 1),
        (-w * 1.05, low + 2),
        (-w * 1.32, low - 5),
        (-w * 1.22, head.eyes),
        (-w * 0.95, CROWN + 4),
    ]


def _tail(head: Head) -> list[Point]:
    w = head.width
    side = 1 if head.luck("tie").random() < 0.5 else -1
    return [
        (side * w * 0.7, CROWN + 16),
        (side * w * 1.3, CROWN + 22),
        (side * w * 1.55, head.chin - 8),
        (side * w * 1.42, 93),
        (side * w * 1.2, 97),
        (side * w * 1.02, 88),
        (side * w * 1.0, head.chin - 12),
    ]


_HANGING = {HairStyle.LONG: _long, HairStyle.BOB: _bob, HairStyle.TIED: _tail}


def _bun(head: Head, sprite: Image.Image) -> None:
    pen, u = ImageDraw.Draw(sprite), head.side / 100
    x, y = head.flat(-math.sin(head.turn) * 10, CROWN - 6.5)
    pen.ellipse((x - 8.4 * u, y - 7.4 * u, x + 8.4 * u, y + 7.4 * u), fill=(*shade(head.hair, 0.8), 255))
    for i in range(9):
        r = (7.8 - 0.8 * i) * u
        pen.arc(
            (x - r, y - r * 0.88, x + r, y + r * 0.88),
            160 + i * 13,
            330 + i * 9,
            fill=(*shade(head.hair, 0.7 + 0.06 * i), 255),
            width=max(1, round(0.5 * u)),
        )


def _cloud(head: Head, sprite: Image.Image) -> None:
    pen, u, w = ImageDraw.Draw(sprite), head.side / 100, head.width
    luck = head.luck("curls")
    for i in range(46):
        a = math.pi * (-0.28 + 1.56 * i / 45)
        x, y = head.flat(math.cos(a) * w * 1.12, head.eyes - 4 - math.sin(a) * 24)
        r = luck.uniform(4.4, 6.6) * u
        pen.ellipse((x - r, y - r, x + r, y + r), fill=(*shade(head.hair, luck.uniform(0.56, 0.8)), 255))


def _strands(head: Head, base: tuple[int, int, int], purpose: str) -> Image.Image:
    """A coat of hair: strands that fall from the parting to both sides, with a band of shine."""
    coat = Image.new("RGB", (head.side, head.side), base)
    pen, luck, u = ImageDraw.Draw(coat), head.luck(purpose), head.side / 100
    part = _parting(head)
    for _ in range(230):
        t = luck.uniform(-1, 1)
        reach, side = head.width * (1.3 + 0.12 * abs(t)), math.copysign(1, t)
        start = (part + t * 3, CROWN - 5 + luck.uniform(-1, 5) * abs(t))
        middle = (part + side * (abs(t) ** 0.8) * reach * 0.75, CROWN + 3 + 16 * (1 - abs(t)) * luck.uniform(0.6, 1.2))
        low = (side * reach * (0.55 + 0.45 * abs(t)), head.eyes + 4 * luck.random())
        end = (side * reach * (0.6 + 0.42 * abs(t)) + luck.uniform(-1.5, 1.5), 100.0)
        tone = shade(base, luck.choice((0.72, 0.82, 0.9, 1.06, 1.12, 1.18)))
        pen.line(
            smooth([head.flat(*p) for p in (start, middle, low, end)], closed=False, steps=6),
            fill=tone,
            width=max(1, round(luck.uniform(0.25, 0.7) * u)),
        )
    shine = Image.new("L", (64, 64))
    dot = ImageDraw.Draw(shine)
    dot.arc((10, 11, 52, 46), 195, 320, fill=120, width=5)
    soft = shine.filter(ImageFilter.GaussianBlur(2.2)).resize(coat.size, Image.Resampling.BICUBIC)
    coat.paste(shade(base, 1.42), (0, 0), soft)
    return coat


def _parting(head: Head) -> float:
    return head.luck("parting").uniform(-0.5, 0.5) * head.width + math.sin(head.turn) * head.width * 0.6


def draw_front_hair(head: Head, sprite: Image.Image) -> None:
    """The cap of hair, its fringe, and the locks in front of the ears."""
    style = head.look.hair_style
    if style is HairStyle.BALD:
        if head.look.age in (AgeGroup.ADULT, AgeGroup.ELDER):
            _fringe_of_baldness(head, sprite)
        return
    area = mask(head, _cap(head))
    if style in _LOOSE:
        area = ImageChops.lighter(area, mask(head, *_curtains(head)))
    u = head.side / 100
    if style is HairStyle.CURLY:
        _curls(head, sprite)
        return
    area = area.filter(ImageFilter.GaussianBlur((0.7 if style is HairStyle.CROPPED else 0.3) * u))
    under = area.reduce(4).filter(ImageFilter.GaussianBlur(0.3 * u)).resize(area.size, Image.Resampling.BILINEAR)
    under = ImageChops.offset(under, 0, round(1.6 * u))
    inside = ImageChops.multiply(under, sprite.getchannel("A")).point([v * 90 // 255 for v in range(256)])
    lay(sprite, (*mix(shade(head.skin, 0.3), (50, 16, 14), 0.3), 255), inside)
    tone = mix(head.hair, head.skin, 0.16) if style is HairStyle.CROPPED else head.hair
    lay(sprite, _strands(head, tone, "front"), area)


def _cap(head: Head) -> list[Point]:
    """Outer edge over the skull, then back along the hairline."""
    style, w, grow = head.look.hair_style, head.width, _VOLUME[head.look.hair_style]
    ends = head.eyes + (2.0 if style in (HairStyle.CROPPED, HairStyle.SHORT) else 0.0)
    k = 1 + grow / w
    outer = [
        (-w * k * 0.99, ends),
        (-w * k, CROWN + 17),
        (-w * k * 0.86, CROWN + 6.5),
        (-w * k * 0.45, CROWN - grow * 0.75),
        (0, CROWN - grow - 0.6),
        (w * k * 0.45, CROWN - grow * 0.75),
        (w * k * 0.86, CROWN + 6.5),
        (w * k, CROWN + 17),
        (w * k * 0.99, ends),
    ]
    inner = [
        (w * 0.93, ends),
        (w * 0.9, head.eyes - 5.5),
        *_hairline(head),
        (-w * 0.9, head.eyes - 5.5),
        (-w * 0.93, ends),
    ]
    front = [(x + math.sin(head.turn) * w * 0.5 * (1 - (x / w) ** 2), y) for x, y in inner]
    return [
        *smooth([head.flat(x, y) for x, y in outer], closed=False),
        *smooth([head.flat(x, y) for x, y in front], closed=False, steps=5),
    ]


def _hairline(head: Head) -> list[Point]:
    """The edge of the hair over the forehead, from right to left: a fringe, swept to a side, parted or combed back."""
    style, w, luck, part = head.look.hair_style, head.width, head.luck("fringe"), _parting(head)
    high = CROWN + (8.4 if style in (HairStyle.CROPPED, HairStyle.BUN, HairStyle.TIED) else 9.4)
    kind = luck.choice(("part", "part", "fringe", "swept")) if style in (HairStyle.SHORT, *_LOOSE) else "back"
    if kind == "fringe":
        low = head.eyes - 8.2
        return [
            (w * 0.84, low + 0.6),
            (w * 0.55, low - 0.4),
            (w * 0.25, low + 0.5),
            (0, low),
            (-w * 0.3, low + 0.6),
            (-w * 0.58, low - 0.5),
            (-w * 0.84, low + 0.8),
        ]
    if kind == "swept":
        return [
            (w * 0.8, head.eyes - 8),
            (w * 0.5, high + 5.4),
            (w * 0.1, high + 3.0),
            (-w * 0.35, high - 0.4),
            (-w * 0.62, high + 1.4),
            (-w * 0.8, head.eyes - 9),
        ]
    if kind == "part":
        at = max(-0.5 * w, min(0.5 * w, part))
        return [
            (w * 0.82, head.eyes - 8),
            (w * 0.62, high + 4.0),
            (at + w * 0.2, high - 0.6),
            (at, high - 3.4),
            (at - w * 0.2, high - 0.6),
            (-w * 0.62, high + 4.0),
            (-w * 0.82, head.eyes - 8),
        ]
    return [
        (w * 0.8, head.eyes - 9),
        (w * 0.7, high + 3.0),
        (w * 0.36, high + 0.2),
        (0, high + 0.9),
        (-w * 0.36, high + 0.2),
        (-w * 0.7, high + 3.0),
        (-w * 0.8, head.eyes - 9),
    ]


def _curtains(head: Head) -> list[list[Point]]:
    """Locks that fall beside the face."""
    w, low = head.width, head.chin + 0.5 if head.look.hair_style is HairStyle.BOB else 99.0
    locks = []
    for side in (-1, 1):
        edge = [
            (0.98, CROWN + 9),
            (1.2, head.eyes - 2),
            (1.27, head.chin - 10),
            (1.3, low - 3),
            (1.12, low),
            (0.93, low - 3),
            (0.97, head.chin - 9),
            (0.86, head.eyes + 3),
            (0.8, head.eyes - 9),
        ]
        locks.append(smooth([head.flat(side * x * w, y) for x, y in edge]))
    return locks


def _curls(head: Head, sprite: Image.Image) -> None:
    pen, luck, u, w = ImageDraw.Draw(sprite), head.luck("front curls"), head.side / 100, head.width
    shift = math.sin(head.turn) * w * 0.4
    for ring, (reach, k) in enumerate(((23.0, 0.82), (19.5, 0.92), (16.0, 1.0))):
        count = 30 - 4 * ring
        for i in range(count):
            a = math.pi * (0.0 + 1.0 * i / (count - 1))
            x = math.cos(a) * w * (1.08 - 0.05 * ring) + shift * ring * 0.4
            y = head.eyes - 3 - math.sin(a) * (reach + 4.5) + luck.uniform(-1, 1)
            px, py = head.flat(x, y)
            r = luck.uniform(3.2, 4.6) * u
            tone = shade(head.hair, k * luck.uniform(0.86, 1.1))
            pen.ellipse((px - r, py - r, px + r, py + r), fill=(*tone, 255))
            turn = luck.uniform(0, 360)
            for s in (0.72, 0.42):
                pen.arc(
                    (px - r * s, py - r * s, px + r * s, py + r * s),
                    turn,
                    turn + 210,
                    fill=(*shade(tone, 1.2 if s > 0.5 else 0.74), 255),
                    width=max(1, round(0.45 * u)),
                )


def _fringe_of_baldness(head: Head, sprite: Image.Image) -> None:
    w, u = head.width, head.side / 100
    shapes = []
    for side in (-1, 1):
        edge = [
            (0.99, CROWN + 15),
            (1.035, head.eyes - 6),
            (1.03, head.eyes + 1),
            (0.93, head.eyes),
            (0.92, CROWN + 19),
        ]
        shapes.append(smooth([head.flat(side * x * w, y) for x, y in edge]))
    area = mask(head, *shapes).filter(ImageFilter.GaussianBlur(0.8 * u)).point([v * 150 // 255 for v in range(256)])
    lay(sprite, _strands(head, head.hair, "rim"), area)
