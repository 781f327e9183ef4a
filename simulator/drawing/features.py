"""Eyes, brows, nose, mouth and beard: drawn on top of shaded skin."""

import math

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from simulator.domain.people import AgeGroup
from simulator.drawing.color import IRIS, Color, along, mix, shade
from simulator.drawing.head import Expression, Head, lay, mask
from simulator.drawing.paint import Point, smooth

_OPEN = {Expression.CALM: 1.0, Expression.SMILE: 0.86, Expression.LAUGH: 0.6, Expression.SURPRISE: 1.26}
_LIFT = {Expression.CALM: 0.0, Expression.SMILE: 0.3, Expression.LAUGH: 0.7, Expression.SURPRISE: 2.3}


def _stroke(pen: ImageDraw.ImageDraw, points: list[Point], width: float, color: Color, *, taper: float = 0.2) -> None:
    """A line that is thick in the middle and thin at its ends; ``width`` in pixels."""
    line = smooth(points, closed=False, steps=7)
    n = len(line) - 1
    for i in range(n):
        t = (i + 0.5) / n
        swell = taper + (1 - taper) * math.sin(math.pi * t)
        pen.line((line[i], line[i + 1]), fill=(*color, 255), width=max(1, round(width * swell)))


def draw_eyes(head: Head, sprite: Image.Image) -> None:
    """Both eyes, with lids, lashes and a glint."""
    look = head.look
    gap = head.width * (0.43 + 0.035 * look.eye_spacing)
    half = head.width * (0.25 if head.child else 0.225) * (1 + 0.1 * look.eye_size)
    tall = half * (0.64 if head.child else 0.5) * (1 + 0.1 * look.eye_size) * _OPEN[head.mood]
    for side in (-1, 1):
        _eye(head, sprite, side * gap, half, tall)


def _eye(head: Head, sprite: Image.Image, x: float, half: float, tall: float) -> None:
    u, y, out = head.side / 100, head.eyes, math.copysign(1, x)
    tilt, squeeze = 0.25 * out * head.look.brow, {Expression.LAUGH: 0.25, Expression.SMILE: 0.7}.get(head.mood, 0.9)
    upper = [(-1, 0.35), (-0.6, -0.72), (0.0, -1.1), (0.58, -0.8), (1, 0.1)]
    lower = [(0.55, 0.75 * squeeze), (0.0, 0.98 * squeeze), (-0.55, 0.8 * squeeze)]
    over = [head.at(x + out * px * half, y + py * tall - tilt * px) for px, py in upper]
    under = [head.at(x + out * px * half, y + py * tall - tilt * px) for px, py in lower]
    opening = mask(head, smooth([*over, *under], steps=6))
    ball = Image.new("RGB", sprite.size, mix((240, 236, 232), head.skin, 0.1))
    pen = ImageDraw.Draw(ball)
    cx, cy = head.at(x, y - tall * 0.12)
    r = min(half * 0.52, tall * 1.06) * u if head.mood is not Expression.LAUGH else half * 0.48 * u
    iris = along(IRIS, head.look.iris)
    pen.ellipse((cx - r, cy - r, cx + r, cy + r), fill=shade(iris, 0.45))
    pen.ellipse((cx - r * 0.88, cy - r * 0.88, cx + r * 0.88, cy + r * 0.88), fill=iris)
    pen.ellipse((cx - r * 0.6, cy - r * 0.2, cx + r * 0.6, cy + r * 0.85), fill=shade(iris, 1.25))
    pen.ellipse((cx - r * 0.48, cy - r * 0.48, cx + r * 0.48, cy + r * 0.48), fill=(10, 8, 8))
    pen.ellipse((cx - r * 0.55, cy - r * 0.62, cx - r * 0.12, cy - r * 0.19), fill=(255, 255, 255))
    lid = smooth(over, closed=False, steps=6)
    pen.line(
        [(px, py + 0.5 * u) for px, py in lid], fill=shade(head.skin, 0.3), width=max(1, round(0.8 * u)), joint="curve"
    )
    lay(sprite, ball, opening)
    pen = ImageDraw.Draw(sprite)
    lash = mix(shade(head.hair, 0.35), (16, 10, 10), 0.6)
    _stroke(pen, [*over], 1.25 * u, lash, taper=0.35)
    tip = head.at(x + out * half * 1.17, y - tall * 0.3 - tilt)
    _stroke(pen, [over[3], over[4], tip], 0.9 * u, lash, taper=0.2)
    _stroke(pen, [over[4], *under, over[0]], 0.45 * u, mix(shade(head.skin, 0.55), (120, 40, 36), 0.2), taper=0.5)
    crease = [head.at(x + out * px * half * 1.04, y + (py - 0.62) * tall - tilt * px - 0.3) for px, py in upper[:-1]]
    crease.append(head.at(x + out * half * 1.1, y - tall * 0.35 - tilt))
    _stroke(pen, crease, 0.6 * u, mix(shade(head.skin, 0.62), (110, 40, 30), 0.15), taper=0.25)


def draw_brows(head: Head, sprite: Image.Image) -> None:
    """Two tapered brows made of short hairs."""
    look, u = head.look, head.side / 100
    pen, luck = ImageDraw.Draw(sprite), head.luck("brow")
    gap = head.width * (0.43 + 0.035 * look.eye_spacing)
    thick = (1.5 if head.child else 2.15) * (1 + 0.34 * look.brow)
    tone = mix(shade(head.hair, 0.72), head.skin, 0.24 if head.child else 0.12)
    y = head.eyes - head.width * (0.33 if head.child else 0.3) - _LIFT[head.mood]
    for side in (-1, 1):
        inner, outer = gap - head.width * 0.27, gap + head.width * 0.28
        for i in range(44):
            t = (i + luck.random()) / 44
            x = inner + (outer - inner) * t
            arch = -1.7 * math.sin(math.pi * min(1.0, t * 0.82 + 0.12)) + 0.9 * t + 0.4
            fat = thick * (0.5 + 0.5 * math.sin(math.pi * (0.25 + 0.6 * (1 - t)))) * (1 - 0.5 * t)
            lean = 0.4 + 1.5 * t
            base, tip = (
                head.at(side * x, y + arch + fat * 0.5),
                head.at(side * (x + lean), y + arch - fat * 0.5 + 0.2 * lean),
            )
            pen.line((base, tip), fill=(*mix(tone, shade(tone, 0.7), luck.random()), 255), width=max(1, round(0.6 * u)))


def draw_nose(head: Head, sprite: Image.Image) -> None:
    """Nostrils and wings; the bridge is a matter of light."""
    pen, u, w = ImageDraw.Draw(sprite), head.side / 100, head.width
    wing = w * (0.145 if head.child else 0.18) * (1 + 0.16 * head.look.nose + 0.12 * (head.look.skin - 0.5))
    line, hole = mix(shade(head.skin, 0.55), (110, 34, 28), 0.18), mix(shade(head.skin, 0.26), (70, 16, 14), 0.3)
    for side in (-1, 1):
        _stroke(
            pen,
            [
                head.at(side * wing * 0.86, head.nose - 2.6),
                head.at(side * wing * 1.18, head.nose - 0.7),
                head.at(side * wing * 0.8, head.nose + 0.9),
            ],
            0.62 * u,
            line,
            taper=0.2,
        )
        _stroke(
            pen,
            [
                head.at(side * wing * 0.28, head.nose + 1.0),
                head.at(side * wing * 0.52, head.nose + 0.45),
                head.at(side * wing * 0.78, head.nose + 0.9),
            ],
            0.95 * u,
            hole,
            taper=0.3,
        )
    _stroke(
        pen,
        [head.at(-wing * 0.3, head.nose + 1.3), head.at(0, head.nose + 1.75), head.at(wing * 0.3, head.nose + 1.3)],
        0.55 * u,
        line,
    )


def draw_mouth(head: Head, sprite: Image.Image) -> None:
    """Lips in the mood of the moment."""
    half = head.width * (0.31 if head.child else 0.345) * (1 + 0.12 * head.look.mouth)
    rosy = 0.42 if head.look.age is not AgeGroup.ELDER else 0.3
    lip = mix(head.skin, (176, 62, 68) if head.look.skin < 0.7 else (138, 58, 62), rosy)
    if head.look.earrings and not head.child:
        lip = mix(lip, (182, 38, 58), 0.42)
    if head.mood is Expression.CALM:
        _closed_mouth(head, sprite, half, lip)
    elif head.mood is Expression.SURPRISE:
        _open_mouth(head, sprite, half * 0.52, lip, drop=5.4, corner=0.6, teeth=0.9)
    elif head.mood is Expression.SMILE:
        _open_mouth(head, sprite, half * 1.06, lip, drop=3.0, corner=-1.6, teeth=2.3)
    else:
        _open_mouth(head, sprite, half * 1.1, lip, drop=6.2, corner=-1.9, teeth=2.3)


def _closed_mouth(head: Head, sprite: Image.Image, half: float, lip: Color) -> None:
    pen, u, y = ImageDraw.Draw(sprite), head.side / 100, head.mouth
    full = 1 + 0.2 * head.look.mouth
    seam = [(-1.0, -0.45), (-0.5, 0.15), (0.0, -0.05), (0.5, 0.15), (1.0, -0.45)]
    top = [(0.62, -1.15 * full), (0.22, -2.0 * full), (0.0, -1.55 * full), (-0.22, -2.0 * full), (-0.62, -1.15 * full)]
    low = [(0.6, 1.7 * full), (0.0, 2.7 * full), (-0.6, 1.7 * full)]
    line = [head.at(x * half, y + dy) for x, dy in seam]
    pen.polygon(smooth([*line, *(head.at(x * half, y + dy) for x, dy in top)], steps=5), fill=(*shade(lip, 0.84), 255))
    pen.polygon(smooth([*line, *(head.at(x * half, y + dy) for x, dy in low)], steps=5), fill=(*lip, 255))
    shine = [head.at(x * half, y + 1.35 * full + 0.2 * abs(x)) for x in (-0.4, -0.15, 0.1)]
    _stroke(pen, shine, 0.75 * u, shade(lip, 1.3))
    _stroke(pen, line, 0.75 * u, mix(shade(lip, 0.34), (60, 8, 12), 0.4), taper=0.4)


def _open_mouth(
    head: Head, sprite: Image.Image, half: float, lip: Color, *, drop: float, corner: float, teeth: float
) -> None:
    u, y = head.side / 100, head.mouth
    top = [(-1.0, corner), (-0.55, corner * 0.1 - 1.0), (0.0, -0.7), (0.55, corner * 0.1 - 1.0), (1.0, corner)]
    low = [
        (0.72, drop * 0.58 + corner * 0.25),
        (0.36, drop * 0.93),
        (0.0, drop),
        (-0.36, drop * 0.93),
        (-0.72, drop * 0.58 + corner * 0.25),
    ]
    wide = 1.08 + 0.5 / half
    pen = ImageDraw.Draw(sprite)
    outer = [head.at(x * half * wide, y + dy + (-0.95 if abs(x) < 0.9 else 0)) for x, dy in top]
    outer += [head.at(x * half * wide, y + dy + 1.3 - 0.3 * abs(x)) for x, dy in low]
    pen.polygon(smooth(outer, steps=5), fill=(*lip, 255))
    inside = smooth([head.at(x * half, y + dy) for x, dy in (*top, *low)], steps=5)
    cavity = mask(head, inside)
    within = Image.new("RGB", sprite.size, (70, 20, 24))
    pen = ImageDraw.Draw(within)
    pen.ellipse(head.ring(0, y + drop + 0.5, half * 0.5, drop * 0.34), fill=(168, 76, 80))
    bite = [head.at(x * half * 1.02, y + dy) for x, dy in top]
    edge = [
        head.at(x * half * 1.02, y + teeth * (1 - 0.55 * x * x) + corner * 0.7 * x * x)
        for x in (1.0, 0.5, 0.0, -0.5, -1.0)
    ]
    pen.polygon(smooth([*bite, *edge], steps=4), fill=(240, 236, 228))
    for i in range(-3, 4):
        pen.line(
            (head.at(i * half * 0.23, y - 2), head.at(i * half * 0.23, y + teeth)),
            fill=(220, 213, 204),
            width=max(1, round(0.22 * u)),
        )
    lay(sprite, within, cavity)
    pen = ImageDraw.Draw(sprite)
    _stroke(pen, [head.at(x * half, y + drop + 0.75) for x in (-0.3, 0.0, 0.25)], 0.55 * u, shade(lip, 1.3))
    _smile_folds(head, pen, half, corner)


def _smile_folds(head: Head, pen: ImageDraw.ImageDraw, half: float, corner: float) -> None:
    u, y = head.side / 100, head.mouth
    for end in (-1, 1):
        tip = (end * half * 1.16, corner - 0.7)
        _stroke(
            pen,
            [head.at(end * half, y + corner), head.at(*(tip[0], y + tip[1]))],
            0.7 * u,
            mix(shade(head.skin, 0.5), (90, 30, 26), 0.3),
        )
    if corner < 0 and not head.child:
        for end in (-1, 1):
            fold = [(1.05, -7.6), (1.42, -4.0), (1.46, -0.2)]
            _stroke(
                pen,
                [head.at(end * half * x, y + dy) for x, dy in fold],
                0.5 * u,
                mix(shade(head.skin, 0.7), (120, 44, 34), 0.12),
                taper=0.1,
            )


def draw_beard(head: Head, sprite: Image.Image, face: Image.Image) -> None:
    """Stubble to full beard, made of hairs that follow the jaw."""
    amount = head.look.beard
    if amount <= 0.05 or head.look.age in (AgeGroup.CHILD, AgeGroup.TEEN):
        return
    w, y, u = head.width, head.mouth, head.side / 100
    cheek = head.nose + 1.5
    upper = [
        (-w * 1.1, head.eyes + 5),
        (-w * 0.86, cheek - 1),
        (-w * 0.62, cheek + 4),
        (-w * 0.42, y - 4.2),
        (-w * 0.2, head.nose + 2.6),
        (0, head.nose + 3.0),
        (w * 0.2, head.nose + 2.6),
        (w * 0.42, y - 4.2),
        (w * 0.62, cheek + 4),
        (w * 0.86, cheek - 1),
        (w * 1.1, head.eyes + 5),
    ]
    region = mask(
        head,
        [
            *smooth([head.at(px, py) for px, py in upper], closed=False),
            head.flat(w * 1.4, 100),
            head.flat(-w * 1.4, 100),
        ],
    )
    full = amount > 0.55
    grown = mask(head, head.outline(1.6)) if full else face
    region = ImageChops.multiply(region.filter(ImageFilter.GaussianBlur(1.1 * u)), grown)
    coat = Image.new("RGB", sprite.size, shade(head.hair, 0.74))
    if full:
        pen, luck = ImageDraw.Draw(coat), head.luck("beard")
        for _ in range(420):
            px, py = luck.uniform(-w * 1.1, w * 1.1), luck.uniform(cheek - 4, head.chin + 3)
            tip = (px * 0.96 + luck.uniform(-0.6, 0.6), py + luck.uniform(1.5, 3.4))
            tone = shade(head.hair, luck.uniform(0.5, 1.12))
            pen.line((head.at(px, py), head.at(*tip)), fill=tone, width=max(1, round(0.38 * u)))
    strength = 0.95 if full else 0.22 + 0.5 * amount
    lay(sprite, coat, region.point([round(v * strength) for v in range(256)]))
