"""Glasses, earrings, freckles and hats."""

from enum import StrEnum

from PIL import Image, ImageDraw

from simulator.drawing.color import PARTY, Color, hue, mix, shade
from simulator.drawing.head import CROWN, Head
from simulator.drawing.paint import smooth


class Hat(StrEnum):
    PARTY = "party"
    MORTARBOARD = "mortarboard"
    SUN = "sun"
    BEANIE = "beanie"
    VEIL = "veil"
    SURGICAL = "surgical"


def draw_freckles(head: Head, sprite: Image.Image) -> None:
    """Small marks on nose and cheeks, always the same ones."""
    if not head.look.freckles:
        return
    pen, luck, u = ImageDraw.Draw(sprite), head.luck("freckles"), head.side / 100
    tone = mix(shade(head.skin, 0.72), (150, 80, 50), 0.35)
    for _ in range(46):
        x, y = max(-0.72, min(0.72, luck.gauss(0, 0.34))) * head.width, head.nose - 3.5 + luck.gauss(0, 2.0)
        px, py = head.at(x, y)
        r = luck.uniform(0.22, 0.44) * u
        pen.ellipse((px - r, py - r, px + r, py + r), fill=(*mix(head.skin, tone, luck.uniform(0.5, 1)), 255))


def draw_earrings(head: Head, sprite: Image.Image) -> None:
    """A stud or a drop on every ear that can be seen."""
    if not head.look.earrings:
        return
    pen, u = ImageDraw.Draw(sprite), head.side / 100
    metal: Color = (226, 188, 96) if head.luck("metal").random() < 0.6 else (214, 218, 224)
    for side in (-1, 1):
        away = side * head.turn
        if away > 0.12:
            continue
        x, y = head.flat(side * (head.width * 1.03 + away * 9), head.eyes + 13.4)
        pen.ellipse((x - 1.1 * u, y - 1.4 * u, x + 1.1 * u, y + 1.7 * u), fill=(*metal, 255))
        pen.ellipse((x - 0.6 * u, y - 0.9 * u, x, y - 0.2 * u), fill=(255, 252, 240, 255))


def draw_glasses(head: Head, sprite: Image.Image) -> None:
    """Round or square frames with a faint reflection."""
    if not head.look.glasses:
        return
    u, luck = head.side / 100, head.luck("glasses")
    gap = head.width * (0.435 + 0.035 * head.look.eye_spacing)
    frame = luck.choice(((34, 30, 34), (92, 56, 38), (150, 128, 84), (60, 70, 92)))
    round_lens, half, tall = luck.random() < 0.5, head.width * 0.36, head.width * 0.29
    lens = Image.new("RGBA", sprite.size)
    pen = ImageDraw.Draw(lens)
    thick = max(1, round(luck.choice((0.9, 1.3)) * u))
    for side in (-1, 1):
        x0, y0 = head.at(side * gap - half, head.eyes - tall + 1)
        x1, y1 = head.at(side * gap + half, head.eyes + tall + 1.4)
        corner = min(x1 - x0, y1 - y0) * (0.5 if round_lens else 0.28)
        pen.rounded_rectangle((x0, y0, x1, y1), corner, fill=(235, 245, 255, 26), outline=(*frame, 255), width=thick)
        pen.line(
            (x0 + (x1 - x0) * 0.2, y0 + (y1 - y0) * 0.6, x0 + (x1 - x0) * 0.5, y0 + (y1 - y0) * 0.16),
            fill=(255, 255, 255, 90),
            width=thick,
        )
        if side * head.turn < 0.15:
            pen.line(
                (head.at(side * (gap + half), head.eyes - 0.6), head.flat(side * head.width * 1.0, head.eyes - 1.4)),
                fill=(*frame, 255),
                width=thick,
            )
    pen.line(
        smooth(
            [head.at(-gap + half, head.eyes - 0.4), head.at(0, head.eyes - 1.6), head.at(gap - half, head.eyes - 0.4)],
            closed=False,
        ),
        fill=(*frame, 255),
        width=thick,
    )
    sprite.alpha_composite(lens)


def draw_hat(head: Head, sprite: Image.Image, hat: Hat) -> None:
    """What is worn on the head; colours follow the wearer's taste."""
    {
        Hat.PARTY: _party_hat,
        Hat.MORTARBOARD: _mortarboard,
        Hat.SUN: _sun_hat,
        Hat.BEANIE: _beanie,
        Hat.VEIL: _veil,
        Hat.SURGICAL: _surgical_cap,
    }[hat](head, ImageDraw.Draw(sprite))


def _party_hat(head: Head, pen: ImageDraw.ImageDraw) -> None:
    u, w = head.side / 100, head.width
    base = PARTY[int(head.look.outfit * len(PARTY))]
    tip = head.flat(2, 3)
    left, right = head.flat(-w * 0.56, CROWN + 3), head.flat(w * 0.56, CROWN + 3)
    pen.polygon([*smooth([left, head.flat(0, CROWN + 6.2), right], closed=False), tip], fill=(*base, 255))
    for i in range(4):
        t = 0.16 + 0.22 * i
        a = (left[0] + (tip[0] - left[0]) * t, left[1] + (tip[1] - left[1]) * t)
        b = (right[0] + (tip[0] - right[0]) * (t + 0.08), right[1] + (tip[1] - right[1]) * (t + 0.08))
        pen.line((a, b), fill=(255, 250, 235, 255), width=round(1.7 * u))
    pen.ellipse(
        (tip[0] - 3 * u, tip[1] - 2.6 * u, tip[0] + 3 * u, tip[1] + 3.4 * u),
        fill=(*PARTY[int(head.look.outfit * 5) + 1], 255),
    )


def _mortarboard(head: Head, pen: ImageDraw.ImageDraw) -> None:
    u, w = head.side / 100, head.width
    cloth: Color = (32, 32, 44)
    cap = [
        (-w * 1.04, CROWN + 9),
        (-w * 1.0, CROWN - 1),
        (w * 1.0, CROWN - 1),
        (w * 1.04, CROWN + 9),
        (w * 0.5, CROWN + 6.6),
        (0, CROWN + 6),
        (-w * 0.5, CROWN + 6.6),
    ]
    pen.polygon([head.flat(x, y) for x, y in cap], fill=(*shade(cloth, 0.8), 255))
    board = [(0, CROWN - 13), (w * 1.75, CROWN - 5), (0, CROWN + 3), (-w * 1.75, CROWN - 5)]
    pen.polygon([head.flat(x, y + 0.9) for x, y in board], fill=(*shade(cloth, 0.55), 255))
    pen.polygon([head.flat(x, y) for x, y in board], fill=(*shade(cloth, 1.12), 255))
    gold = (226, 182, 72, 255)
    tassel = [head.flat(0, CROWN - 5), head.flat(w * 1.15, CROWN - 3.6), head.flat(w * 1.3, CROWN + 12)]
    pen.line(tassel, fill=gold, width=round(0.9 * u), joint="curve")
    x, y = tassel[-1]
    pen.polygon([(x - 1.2 * u, y), (x + 1.2 * u, y), (x + 2 * u, y + 7 * u), (x - 2 * u, y + 7 * u)], fill=gold)
    x, y = tassel[0]
    pen.ellipse((x - 1.3 * u, y - 0.9 * u, x + 1.3 * u, y + 0.9 * u), fill=gold)


def _sun_hat(head: Head, pen: ImageDraw.ImageDraw) -> None:
    w = head.width
    straw: Color = (226, 194, 138)
    x, y = head.flat(0, CROWN + 6)
    reach, u = w * 1.75 * head.side / 100, head.side / 100
    crown = [
        (-w * 0.95, CROWN + 6),
        (-w * 0.86, CROWN - 6),
        (-w * 0.4, CROWN - 11),
        (w * 0.4, CROWN - 11),
        (w * 0.86, CROWN - 6),
        (w * 0.95, CROWN + 6),
    ]
    pen.ellipse((x - reach, y - 5 * u, x + reach, y + 6.4 * u), fill=(*shade(straw, 0.72), 255))
    pen.ellipse((x - reach, y - 6 * u, x + reach, y + 4.6 * u), fill=(*straw, 255))
    pen.polygon(smooth([head.flat(a, b) for a, b in crown], steps=6), fill=(*shade(straw, 1.12), 255))
    pen.polygon(
        [
            head.flat(-w * 0.96, CROWN + 5.4),
            head.flat(-w * 0.95, CROWN),
            head.flat(w * 0.95, CROWN),
            head.flat(w * 0.96, CROWN + 5.4),
            head.flat(0, CROWN + 7.6),
        ],
        fill=(*hue(head.look.outfit, 0.5, 0.55), 255),
    )


def _beanie(head: Head, pen: ImageDraw.ImageDraw) -> None:
    w, u = head.width, head.side / 100
    wool = hue(head.look.outfit, 0.45, 0.62)
    dome = [
        (-w * 1.12, CROWN + 12),
        (-w * 1.08, CROWN),
        (-w * 0.6, CROWN - 7.5),
        (0, CROWN - 9.5),
        (w * 0.6, CROWN - 7.5),
        (w * 1.08, CROWN),
        (w * 1.12, CROWN + 12),
        (0, CROWN + 9),
    ]
    pen.polygon(smooth([head.flat(a, b) for a, b in dome], steps=6), fill=(*wool, 255))
    band = [
        (-w * 1.15, CROWN + 13),
        (-w * 1.15, CROWN + 5),
        (0, CROWN + 1.6),
        (w * 1.15, CROWN + 5),
        (w * 1.15, CROWN + 13),
        (0, CROWN + 9.6),
    ]
    pen.polygon(smooth([head.flat(a, b) for a, b in band], steps=4), fill=(*shade(wool, 0.78), 255))
    for i in range(-7, 8):
        pen.line(
            (head.flat(i * w * 0.15, CROWN + 3 + abs(i) * 0.3), head.flat(i * w * 0.15, CROWN + 9 + abs(i) * 0.35)),
            fill=(*shade(wool, 0.64), 255),
            width=max(1, round(0.7 * u)),
        )
    x, y = head.flat(0, CROWN - 11)
    pen.ellipse((x - 4.6 * u, y - 4.4 * u, x + 4.6 * u, y + 4.4 * u), fill=(*shade(wool, 1.4), 255))


def _veil(head: Head, pen: ImageDraw.ImageDraw) -> None:
    w, u = head.width, head.side / 100
    for side in (-1, 1):
        edge = [
            (0.2, CROWN - 3.4),
            (0.98, CROWN + 1),
            (1.42, head.eyes),
            (1.6, 99),
            (1.22, 99),
            (1.12, head.eyes + 4),
            (0.8, CROWN + 7),
        ]
        pen.polygon(smooth([head.flat(side * a * w, b) for a, b in edge], steps=5), fill=(250, 250, 252, 190))
        pen.line(
            smooth(
                [head.flat(side * a * w, b) for a, b in ((1.2, CROWN + 14), (1.34, head.chin), (1.42, 99))],
                closed=False,
            ),
            fill=(226, 228, 234, 255),
            width=max(1, round(0.5 * u)),
        )
    for i in range(-6, 7):
        x, y = head.flat(i * w * 0.13, CROWN + 0.4 + 0.12 * i * i)
        r = (1.9 if i % 2 else 2.5) * u
        pen.ellipse((x - r, y - r, x + r, y + r), fill=(252, 246, 244, 255) if i % 2 else (244, 214, 218, 255))
        pen.ellipse((x - r * 0.3, y - r * 0.3, x + r * 0.3, y + r * 0.3), fill=(236, 200, 120, 255))


def _surgical_cap(head: Head, pen: ImageDraw.ImageDraw) -> None:
    w = head.width
    cloth: Color = (116, 176, 178)
    dome = [
        (-w * 1.06, CROWN + 14),
        (-w * 1.1, CROWN + 3),
        (-w * 0.66, CROWN - 4.6),
        (0, CROWN - 6.4),
        (w * 0.66, CROWN - 4.6),
        (w * 1.1, CROWN + 3),
        (w * 1.06, CROWN + 14),
        (w * 0.5, CROWN + 9.4),
        (0, CROWN + 8.4),
        (-w * 0.5, CROWN + 9.4),
    ]
    pen.polygon(smooth([head.flat(a, b) for a, b in dome], steps=6), fill=(*cloth, 255))
    band = [head.flat(a, b) for a, b in ((-w * 1.05, CROWN + 11.5), (0, CROWN + 5.4), (w * 1.05, CROWN + 11.5))]
    pen.line(smooth(band, closed=False), fill=(*shade(cloth, 0.8), 255), width=max(1, round(0.8 * head.side / 100)))
