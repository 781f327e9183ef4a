"""What stands on desks: screens, keys, laptops, mugs, notebooks, notes. All lengths are in pixels."""

import math
from itertools import pairwise

from simulator.drawing.color import CLOTH, INK, WHITE, WOOD, Color, jitter, mix, shade
from simulator.drawing.paint import (
    Box,
    Point,
    glow,
    smooth,
    soft_shadow,
    soft_spot,
    texture,
    vertical_gradient,
    write,
)
from simulator.drawing.papers import lay, phrase, print_lines, sheet_of, word
from simulator.drawing.scene import Scene
from simulator.drawing.things import after_dark, dots, facet

METAL: tuple[Color, ...] = ((196, 200, 206), (120, 124, 132), (60, 62, 68), (214, 206, 196))


_TONE: tuple[Color, ...] = ((96, 180, 240), (240, 150, 100), (140, 210, 130), (200, 140, 230), (190, 196, 206))


_NOTE: tuple[Color, ...] = ((252, 230, 120), (250, 180, 190), (170, 220, 240), (190, 230, 160))


MARKER: tuple[Color, ...] = ((40, 80, 170), (190, 50, 50), (40, 130, 80), (50, 50, 56))


def on_screen(scene: Scene, box: Box) -> None:
    """What a work screen shows: code, charts or a table, in light or dark."""
    left, top, right, bottom = box
    w, h = right - left, bottom - top
    ground: Color = scene.rng.choice(((28, 32, 42), (244, 246, 248)))
    vertical_gradient(scene, box, ground, shade(ground, 0.9))
    scene.pen.rectangle((left, top, right, top + h * 0.07), fill=mix(ground, (120, 130, 144), 0.4))
    for k, tone in enumerate(((236, 96, 90), (244, 190, 80), (110, 196, 100))):
        dots(scene, [(left + w * (0.03 + 0.025 * k), top + h * 0.035)], w * 0.008, tone)
    scene.rng.choice((_code, _charts, _table))(scene, box, ground)
    soft_spot(scene, (left - w * 0.2, top - h * 0.3, left + w * 0.5, top + h * 0.5), (255, 255, 255), 0.12)


def _code(scene: Scene, box: Box, ground: Color) -> None:
    """Lines of a program."""
    rng, w, h = scene.rng, box[2] - box[0], box[3] - box[1]
    for row in range(14):
        x, y = box[0] + w * (0.05 + 0.04 * rng.randint(0, 3)), box[1] + h * (0.12 + 0.06 * row)
        for _ in range(rng.randint(1, 4)):
            long = w * rng.uniform(0.05, 0.18)
            scene.pen.rectangle((x, y, x + long, y + h * 0.025), fill=mix(rng.choice(_TONE), ground, 0.1))
            x += long + w * 0.02


def _charts(scene: Scene, box: Box, ground: Color) -> None:
    """Bars and a pie."""
    rng, pen, w, h = scene.rng, scene.pen, box[2] - box[0], box[3] - box[1]
    for k in range(7):
        x, tall = box[0] + w * (0.08 + 0.065 * k), h * rng.uniform(0.15, 0.6)
        pen.rectangle((x, box[3] - h * 0.1 - tall, x + w * 0.04, box[3] - h * 0.1), fill=_TONE[k % 4])
    r, cx, cy, start = min(w * 0.16, h * 0.26), box[0] + w * 0.76, box[1] + h * 0.42, 0.0
    for k in range(4):
        end = start + rng.uniform(50, 110) if k < 3 else 360.0
        pen.pieslice((cx - r, cy - r, cx + r, cy + r), start, end, fill=_TONE[k])
        start = end
    for k in range(3):
        y, long = box[3] - h * (0.2 - 0.05 * k), w * rng.uniform(0.13, 0.32)
        pen.rectangle((box[0] + w * 0.62, y, box[0] + w * 0.62 + long, y + h * 0.02), fill=mix(_TONE[4], ground, 0.2))


def _table(scene: Scene, box: Box, ground: Color) -> None:
    """Rows and columns."""
    rng, pen, w, h = scene.rng, scene.pen, box[2] - box[0], box[3] - box[1]
    for row in range(9):
        y, tint = box[1] + h * (0.13 + 0.095 * row), 0.5 if row == 0 else 0.08 + 0.06 * (row % 2)
        pen.rectangle((box[0] + w * 0.04, y, box[2] - w * 0.04, y + h * 0.07), fill=mix(ground, _TONE[0], tint))
        for k in range(5):
            x, long = box[0] + w * (0.07 + 0.18 * k), w * rng.uniform(0.05, 0.13)
            pen.rectangle((x, y + h * 0.02, x + long, y + h * 0.045), fill=mix(ground, (90, 96, 110), 0.8))


def key_rows(scene: Scene, box: Box, color: Color, rows: int = 5) -> None:
    """Rows of keys with a space bar."""
    pen, (left, top, right, bottom) = scene.pen, box
    tall, across = (bottom - top) / rows, 13
    for row in range(rows):
        y = top + row * tall
        if row == rows - 1:
            cells = [(0.0, 0.14), (0.16, 0.28), (0.3, 0.7), (0.72, 0.84), (0.86, 1.0)]
        else:
            shift = 0.012 * (row % 3)
            cells = [((k + shift) / across + 0.006, (k + 1) / across - 0.006) for k in range(across)]
        for a, b in cells:
            key: Box = (left + (right - left) * a, y + tall * 0.1, left + (right - left) * min(b, 1.0), y + tall * 0.9)
            pen.rounded_rectangle(
                (key[0], key[1] + tall * 0.08, key[2], key[3] + tall * 0.08), tall * 0.14, fill=shade(color, 0.5)
            )
            pen.rounded_rectangle(key, tall * 0.14, fill=color)


def laptop(scene: Scene, cx: float, foot: float, width: float) -> None:
    """An open laptop from the front; ``foot`` is the front edge of its keyboard."""
    rng, pen, half = scene.rng, scene.pen, width / 2
    metal, tall, deep = rng.choice(METAL), width * 0.6, width * 0.24
    hinge = foot - deep
    soft_shadow(scene, (cx - half * 1.2, foot - deep * 0.5, cx + half * 1.3, foot + deep * 0.3), 0.6)
    pen.rounded_rectangle((cx - half, hinge - tall, cx + half, hinge), width * 0.02, fill=(28, 29, 33))
    on_screen(scene, (cx - half * 0.94, hinge - tall * 0.95, cx + half * 0.94, hinge - tall * 0.05))
    if after_dark(scene):
        glow(scene, (cx, hinge - tall / 2), width, (150, 190, 240), 0.25)
    pen.polygon(
        [(cx - half, hinge), (cx + half, hinge), (cx + half * 1.16, foot), (cx - half * 1.16, foot)], fill=metal
    )
    pen.polygon(
        [
            (cx - half * 1.16, foot),
            (cx + half * 1.16, foot),
            (cx + half * 1.13, foot + width * 0.02),
            (cx - half * 1.13, foot + width * 0.02),
        ],
        fill=shade(metal, 0.62),
    )
    for row in range(4):
        y = hinge + deep * (0.1 + 0.13 * row)
        r = half * (0.88 + 0.03 * row)
        for k in range(13):
            x = cx - r + 2 * r * k / 13
            pen.rectangle((x + 2, y, x + 2 * r / 13 - 2, y + deep * 0.1), fill=(40, 42, 48))
    pen.polygon(
        [
            (cx - half * 0.3, hinge + deep * 0.66),
            (cx + half * 0.3, hinge + deep * 0.66),
            (cx + half * 0.33, hinge + deep * 0.94),
            (cx - half * 0.33, hinge + deep * 0.94),
        ],
        fill=shade(metal, 0.88),
    )


def coffee_mug(scene: Scene, cx: float, foot: float, size: float) -> None:
    """A mug of coffee from the side."""
    pen, china, half = scene.pen, jitter(scene.rng, scene.rng.choice((*CLOTH, WHITE)), 12), size * 0.4
    soft_shadow(scene, (cx - half, foot - size * 0.1, cx + half * 1.5, foot + size * 0.12), 0.5)
    pen.arc(
        (cx + half * 0.5, foot - size * 0.8, cx + half * 1.7, foot - size * 0.2),
        270,
        90,
        fill=shade(china, 0.8),
        width=max(5, round(size * 0.1)),
    )
    pen.rounded_rectangle((cx - half, foot - size, cx + half, foot), size * 0.1, fill=china)
    pen.rectangle((cx + half * 0.4, foot - size, cx + half, foot - size * 0.1), fill=shade(china, 0.78))
    pen.rectangle(
        (cx - half * 0.8, foot - size * 0.9, cx - half * 0.6, foot - size * 0.1), fill=mix(china, WHITE, 0.45)
    )
    pen.ellipse((cx - half, foot - size * 1.1, cx + half, foot - size * 0.88), fill=shade(china, 1.2))
    pen.ellipse((cx - half * 0.86, foot - size * 1.06, cx + half * 0.86, foot - size * 0.9), fill=(76, 46, 30))


def desk_top(scene: Scene, edge: float) -> Color:
    """A desk top from ``edge`` (pixels) down; returns its colour."""
    w, h = scene.width, scene.height
    wood = jitter(scene.rng, scene.rng.choice((*WOOD, (236, 234, 230), (92, 86, 84))), 10)
    vertical_gradient(scene, (0, edge, w, h), shade(wood, 0.9), shade(wood, 1.1))
    scene.pen.rectangle((0, edge - 3, w, edge + 5), fill=shade(wood, 1.3))
    for _ in range(8):
        y = scene.rng.uniform(edge + 10, h)
        scene.pen.line([(0, y), (w * 0.5, y + scene.rng.uniform(-6, 6)), (w, y)], fill=shade(wood, 0.93), width=2)
    texture(scene, (0, edge, w, h), 4)
    return wood


def sticky_note(scene: Scene, x: float, y: float, size: float) -> None:
    """A note stuck to whatever is there."""
    note = scene.rng.choice(_NOTE)
    soft_shadow(scene, (x - size * 0.5, y, x + size * 0.6, y + size * 0.65), 0.4)
    scene.pen.polygon(
        [
            (x - size / 2, y - size / 2),
            (x + size / 2, y - size / 2),
            (x + size * 0.52, y + size * 0.5),
            (x - size * 0.46, y + size / 2),
        ],
        fill=note,
    )
    for k in range(3):
        scene.pen.line(
            (
                x - size * 0.36,
                y - size * (0.24 - 0.22 * k),
                x + size * scene.rng.uniform(0, 0.36),
                y - size * (0.24 - 0.22 * k),
            ),
            fill=shade(note, 0.5),
            width=3,
        )


def notebook(scene: Scene, center: Point, width: float, angle: float) -> None:
    """An open or closed notebook with rings."""
    rng, cover = scene.rng, scene.rng.choice(CLOTH)
    book = sheet_of(scene, width, width * 1.25, (250, 248, 240))
    w, h, pen = book.width, book.height, book.pen
    if rng.random() < 0.3:
        pen.rectangle((0, 0, w, h), fill=cover)
        pen.rectangle((w * 0.2, h * 0.2, w * 0.8, h * 0.42), fill=(248, 244, 232))
        write(pen, (w * 0.5, h * 0.31), word(rng).capitalize(), round(w * 0.1), INK, "mm")
        pen.line((w * 0.9, 0, w * 0.9, h), fill=shade(cover, 0.6), width=round(w * 0.04))
    else:
        for k in range(1, 18):
            pen.line((w * 0.08, h * k / 18, w * 0.95, h * k / 18), fill=(206, 214, 226), width=1)
        pen.line((w * 0.17, 0, w * 0.17, h), fill=(232, 170, 170), width=2)
        write(pen, (w * 0.22, h * 0.06), word(rng).capitalize(), round(w * 0.08), (40, 60, 140))
        print_lines(
            book,
            (w * 0.22, h * 0.17, w * 0.92, h * rng.uniform(0.5, 0.85)),
            size=max(8, round(w * 0.044)),
            color=(50, 66, 140),
            leading=1.6,
        )
    for k in range(12):
        y = h * (k + 0.5) / 12
        pen.rounded_rectangle((0, y - 3, w * 0.09, y + 4), 3, fill=(120, 124, 132))
    lay(scene, book, center, angle)


def pencil(scene: Scene, tip: Point, length: float, angle: float) -> None:
    """A pencil lying with its tip at ``tip``."""
    pen, color = scene.pen, scene.rng.choice(((246, 190, 60), (60, 120, 180), (200, 70, 70)))
    dx, dy, wide = length * math.cos(angle), length * math.sin(angle), max(6, round(length * 0.05))
    pen.line((tip[0] + 7, tip[1] + 11, tip[0] + dx + 7, tip[1] + dy + 11), fill=(90, 80, 74), width=wide)
    for a, b, tone in (
        (0.0, 0.05, (50, 50, 54)),
        (0.03, 0.12, (230, 196, 150)),
        (0.11, 0.9, color),
        (0.9, 0.94, (190, 194, 200)),
        (0.94, 1.0, (230, 140, 150)),
    ):
        pen.line(
            (tip[0] + dx * a, tip[1] + dy * a, tip[0] + dx * b, tip[1] + dy * b),
            fill=tone,
            width=wide if a else wide // 2,
        )


def sketch(scene: Scene, box: Box) -> None:
    """What stands on a whiteboard: boxes with arrows, a curve, a list."""
    rng, pen, (left, top, right, bottom) = scene.rng, scene.pen, box
    w, h = right - left, bottom - top
    line = max(4, round(w * 0.006))
    write(pen, (left + w * 0.05, top + h * 0.05), phrase(rng, 2), round(h * 0.09), rng.choice(MARKER))
    spots = [(left + w * x, top + h * y) for x, y in ((0.12, 0.36), (0.38, 0.3), (0.36, 0.62), (0.12, 0.7))]
    for (x0, y0), (x1, y1) in pairwise(spots):
        pen.line((x0, y0, x1, y1), fill=MARKER[3], width=line)
    for x, y in spots:
        tone = rng.choice(MARKER)
        pen.rounded_rectangle(
            (x - w * 0.085, y - h * 0.08, x + w * 0.085, y + h * 0.08),
            10,
            fill=(250, 251, 252),
            outline=tone,
            width=line,
        )
        write(pen, (x, y), word(rng), round(min(h * 0.06, w * 0.034)), tone, "mm")
    ox, oy = left + w * 0.58, top + h * 0.84
    pen.line([(ox, top + h * 0.42), (ox, oy), (right - w * 0.05, oy)], fill=MARKER[3], width=line)
    for _ in range(2):
        rise = rng.uniform(0.1, 0.4)
        curve = smooth(
            [
                (ox + w * 0.085 * k, oy - h * (rise * (k / 4) ** rng.uniform(0.7, 1.8) + rng.uniform(0, 0.05)))
                for k in range(5)
            ],
            closed=False,
        )
        pen.line(curve, fill=rng.choice(MARKER), width=line, joint="curve")
    for k in range(3):
        y = top + h * (0.12 + 0.09 * k)
        pen.ellipse((ox, y, ox + h * 0.02, y + h * 0.02), fill=MARKER[1])
        write(pen, (ox + w * 0.03, y - h * 0.02), phrase(rng, 2), round(min(h * 0.06, w * 0.032)), MARKER[0])


def seat_setting(scene: Scene, cx: float, cy: float, size: float) -> None:
    """What lies at one seat: a lid of a laptop, papers or a glass of water."""
    rng, pen, kind = scene.rng, scene.pen, scene.rng.randrange(3)
    soft_shadow(scene, (cx - size * 0.6, cy - size * 0.1, cx + size * 0.7, cy + size * 0.3), 0.4)
    if kind == 0:
        metal = rng.choice(METAL)
        facet(scene, (cx, cy), size, [(-0.46, -0.5), (0.46, -0.5), (0.5, 0.1), (-0.5, 0.1)], metal)
        facet(scene, (cx, cy), size, [(-0.46, -0.5), (0, -0.5), (-0.3, 0.1), (-0.5, 0.1)], shade(metal, 1.15))
        pen.ellipse((cx - size * 0.05, cy - size * 0.26, cx + size * 0.05, cy - size * 0.14), fill=shade(metal, 0.7))
    elif kind == 1:
        for k in range(3):
            x, y = cx + rng.uniform(-0.14, 0.14) * size, cy - k * size * 0.012
            facet(
                scene,
                (x, y),
                size,
                [(-0.3, -0.14), (0.34, -0.14), (0.42, 0.24), (-0.38, 0.24)],
                shade((252, 251, 246), 0.9 + 0.05 * k),
            )
        for k in range(5):
            pen.line(
                (cx - size * 0.24, cy - size * (0.08 - 0.06 * k), cx + size * 0.24, cy - size * (0.08 - 0.06 * k)),
                fill=(150, 150, 158),
                width=2,
            )
    else:
        coffee_mug(scene, cx, cy + size * 0.2, size * 0.42)
