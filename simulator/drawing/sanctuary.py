"""What houses of worship share: arches, coloured glass, candles, lamps and hangings. Lengths are in pixels."""

import math
from collections.abc import Sequence

from simulator.drawing.color import Color, mix, shade
from simulator.drawing.paint import Box, glow, soft_spot, vertical_gradient
from simulator.drawing.props import CREAM, GOLD, candle, flame
from simulator.drawing.scene import Scene

GLASS: tuple[Color, ...] = ((196, 48, 60), (44, 84, 178), (234, 184, 62), (52, 142, 96), (128, 70, 160), (84, 170, 206))
LEAD: Color = (34, 30, 34)


def arch_points(box: Box, *, pointed: bool) -> list[tuple[float, float]]:
    """The outline of a doorway or window that fills ``box``: round or pointed at the top."""
    x0, y0, x1, y1 = box
    cx, half = (x0 + x1) / 2, (x1 - x0) / 2
    if not pointed:
        spring = y0 + half
        curve = [
            (cx + half * math.cos(a), spring + half * math.sin(a)) for a in (math.pi * (1 + i / 16) for i in range(17))
        ]
        return [(x0, y1), *curve, (x1, y1)]
    rise = 2 * half * math.sin(math.pi / 3)
    left = [
        (x1 - 2 * half * math.cos(a), y0 + rise - 2 * half * math.sin(a))
        for a in (math.pi / 3 * i / 9 for i in range(10))
    ]
    right = [(2 * cx - x, y) for x, y in reversed(left)]
    return [(x0, y1), *left, *right, (x1, y1)]


def arch(scene: Scene, box: Box, color: Color, *, pointed: bool) -> None:
    """A filled arch."""
    scene.pen.polygon(arch_points(box, pointed=pointed), fill=color)


def stained_glass(scene: Scene, box: Box, *, pointed: bool, dim: float = 1.0) -> None:
    """A window of coloured panes in lead, with a round medallion, in a stone frame."""
    pen, rng = scene.pen, scene.rng
    x0, y0, x1, y1 = box
    w = x1 - x0
    palette = rng.sample(GLASS, 4)
    edge = w * 0.09
    arch(scene, (x0 - edge, y0 - edge * 1.4, x1 + edge, y1 + edge), (150, 142, 130), pointed=pointed)
    arch(scene, (x0 - edge * 0.4, y0 - edge * 0.5, x1 + edge * 0.4, y1 + edge * 0.4), (92, 86, 80), pointed=pointed)
    arch(scene, box, shade(palette[0], dim), pointed=pointed)
    side = w / 4
    top = y0 + (w * 0.87 if pointed else w * 0.5)
    many = max(1, round((y1 - top) / side))
    tall = (y1 - top) / many
    for row in range(many):
        for col in range(4):
            px, py = x0 + col * side, top + row * tall
            light, dark = rng.choice(palette), rng.choice(palette)
            pen.rectangle(
                (px, py, px + side, py + tall), fill=shade(light, dim * rng.uniform(0.85, 1.0)), outline=LEAD, width=2
            )
            pen.polygon(
                [
                    (px + side / 2, py + 2),
                    (px + side - 2, py + tall / 2),
                    (px + side / 2, py + tall - 2),
                    (px + 2, py + tall / 2),
                ],
                fill=shade(mix(dark, (255, 250, 230), 0.3), dim),
                outline=LEAD,
            )
    cx, cy, r = (x0 + x1) / 2, top - w * (0.12 if pointed else 0.02), w * 0.3
    medallion(scene, cx, cy, r, palette, dim=dim)
    pen.line((cx, cy + r, cx, y1), fill=LEAD, width=max(3, int(w * 0.025)))
    pen.line([*arch_points(box, pointed=pointed), (x0, y1)], fill=LEAD, width=max(3, int(w * 0.03)))


def medallion(scene: Scene, cx: float, cy: float, r: float, palette: Sequence[Color], *, dim: float = 1.0) -> None:
    """A round window of petals, as a rose window has them."""
    pen = scene.pen
    pen.ellipse((cx - r, cy - r, cx + r, cy + r), fill=shade(palette[1 % len(palette)], dim), outline=LEAD, width=3)
    for ring, petals, size in ((0.7, 12, 0.2), (0.34, 8, 0.16)):
        for k in range(petals):
            a = k * math.tau / petals
            x, y, q = cx + r * ring * math.cos(a), cy + r * ring * math.sin(a), r * size
            color = mix(palette[k % len(palette)], (255, 246, 214), 0.25)
            pen.ellipse((x - q, y - q, x + q, y + q), fill=shade(color, dim), outline=LEAD, width=2)
    q = r * 0.18
    pen.ellipse((cx - q, cy - q, cx + q, cy + q), fill=shade((255, 226, 130), dim), outline=LEAD, width=2)


def candle_row(scene: Scene, x0: float, x1: float, base: float, height: float, *, count: int) -> None:
    """Prayer candles side by side, of many heights, with their common glow."""
    rng = scene.rng
    soft_spot(scene, (x0 - height, base - height * 2.3, x1 + height, base + height * 0.5), (255, 176, 80), 0.4)
    for i in range(count):
        x = x0 + (i + 0.5) * (x1 - x0) / count
        candle(
            scene,
            x,
            base,
            height * rng.uniform(0.55, 1.0),
            rng.choice((CREAM, (250, 236, 206), (240, 222, 190))),
            width=max(6, (x1 - x0) / count * 0.42),
        )


def hanging_lamp(scene: Scene, x: float, top: float, y: float, size: float) -> None:
    """A lamp of brass and glass on a chain."""
    pen = scene.pen
    pen.line((x, top, x, y - size * 0.7), fill=(120, 96, 60), width=3)
    glow(scene, (x, y), size * 2.2, (255, 206, 120), 0.5)
    pen.polygon(
        [(x, y - size * 0.8), (x + size * 0.42, y - size * 0.25), (x - size * 0.42, y - size * 0.25)],
        fill=shade(GOLD, 0.8),
    )
    pen.polygon(
        [
            (x - size * 0.46, y - size * 0.25),
            (x + size * 0.46, y - size * 0.25),
            (x + size * 0.28, y + size * 0.5),
            (x - size * 0.28, y + size * 0.5),
        ],
        fill=(255, 232, 172),
    )
    pen.rectangle((x - size * 0.46, y - size * 0.3, x + size * 0.46, y - size * 0.2), fill=GOLD)
    pen.polygon(
        [(x - size * 0.28, y + size * 0.5), (x + size * 0.28, y + size * 0.5), (x, y + size * 0.8)],
        fill=shade(GOLD, 0.7),
    )
    flame(scene, x, y + size * 0.3, size * 0.5)


def carpet(scene: Scene, top: float, color: Color) -> None:
    """A long patterned carpet that runs towards the far end."""
    w, h, pen = scene.width, scene.height, scene.pen
    for k, tone in ((1.0, shade(color, 0.7)), (0.88, GOLD), (0.84, color)):
        pen.polygon(
            [
                (w * (0.5 - 0.09 * k), top),
                (w * (0.5 + 0.09 * k), top),
                (w * (0.5 + 0.34 * k), h),
                (w * (0.5 - 0.34 * k), h),
            ],
            fill=tone,
        )
    for i in range(6):
        t = (i + 0.5) / 6
        y, half = top + (h - top) * t**1.5, w * (0.02 + 0.07 * t)
        pen.polygon(
            [(w / 2, y - half * 0.5), (w / 2 + half, y), (w / 2, y + half * 0.5), (w / 2 - half, y)],
            fill=mix(color, GOLD, 0.6),
        )


def dome(scene: Scene, cx: float, base: float, half: float, color: Color) -> None:
    """An onion-shaped dome with a finial, lit from the left."""
    pen = scene.pen
    outline = [(1.0, 0.0), (1.1, -0.35), (0.98, -0.72), (0.66, -1.05), (0.3, -1.28), (0.0, -1.52)]
    for k, tone in ((1.0, shade(color, 0.78)), (0.62, color), (0.24, mix(color, (255, 255, 255), 0.25))):
        shift = -half * (1 - k) * 0.45
        right = [(cx + shift + x * half * k, base + y * half) for x, y in outline]
        left = [(cx + shift - x * half * k, base + y * half) for x, y in reversed(outline)]
        pen.polygon([*right, *left], fill=tone)
    pen.line((cx, base - half * 1.5, cx, base - half * 1.85), fill=GOLD, width=max(3, int(half * 0.05)))
    pen.ellipse((cx - half * 0.07, base - half * 1.68, cx + half * 0.07, base - half * 1.54), fill=GOLD)


def columns(scene: Scene, box: Box, count: int, color: Color) -> None:
    """A row of round columns with capitals."""
    x0, y0, x1, y1 = box
    half = min((x1 - x0) / count * 0.16, scene.width * 0.02)
    for i in range(count):
        x = x0 + (i + 0.5) * (x1 - x0) / count
        vertical_gradient(scene, (x - half, y0, x + half, y1), shade(color, 1.12), shade(color, 0.88))
        scene.pen.rectangle((x + half * 0.4, y0, x + half, y1), fill=shade(color, 0.74))
        for y in (y0, y1 - half):
            scene.pen.rectangle((x - half * 1.5, y, x + half * 1.5, y + half), fill=shade(color, 1.18))
