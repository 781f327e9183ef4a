"""What stands and moves in a town: windows, lamps, cars, trams, bicycles, shops, people passing. Lengths in pixels."""

import math
from collections.abc import Sequence

from simulator.drawing.backdrop import lit
from simulator.drawing.color import CLOTH, STONE, WHITE, Color, jitter, mix, shade
from simulator.drawing.paint import Box, Point, glow, soft_shadow, soft_spot, vertical_gradient, write
from simulator.drawing.papers import lay, sheet_of, word
from simulator.drawing.plants import BLOSSOM
from simulator.drawing.scene import Scene
from simulator.drawing.things import after_dark, dots, facet

WALLS: tuple[Color, ...] = (*STONE, (206, 150, 118), (222, 190, 136), (150, 164, 172), (186, 110, 88), (166, 178, 150))
GLASS: Color = (150, 182, 204)


def window(scene: Scene, box: Box, frame: Color = WHITE, *, lit: bool = False) -> None:
    """A casement with a sill and a reflection, or warm light behind it."""
    pen, (left, top, right, bottom) = scene.pen, box
    w, h = right - left, bottom - top
    pane: Color = (250, 206, 122) if lit else jitter(scene.rng, (104, 132, 154), 14)
    edge = max(1.0, w * 0.08)
    pen.rectangle((left - edge, top - edge, right + edge, bottom + edge), fill=frame)
    pen.rectangle(box, fill=pane)
    pen.polygon([(left, top), (left + w * 0.6, top), (left, top + h * 0.6)], fill=mix(pane, WHITE, 0.28))
    pen.line((left, top, right, top), fill=shade(pane, 0.6), width=max(1, round(edge)))
    pen.rectangle((left + w * 0.47, top, left + w * 0.53, bottom), fill=frame)
    pen.rectangle((left - edge * 2, bottom + edge, right + edge * 2, bottom + edge * 2.4), fill=shade(frame, 0.84))


def car(scene: Scene, x: float, road: float, length: float, color: Color) -> None:
    """A parked car from the side, its wheels on ``road``, facing right."""
    pen, h = scene.pen, length * 0.3
    soft_shadow(scene, (x - length * 0.02, road - h * 0.2, x + length * 1.02, road + h * 0.22), 0.6)

    def at(points: Sequence[Point]) -> list[Point]:
        return [(x + length * px, road - h * py) for px, py in points]

    body = at(
        [(0.01, 0.28), (0.02, 0.66), (0.2, 0.74), (0.32, 1.16), (0.62, 1.18), (0.76, 0.76), (0.96, 0.66), (0.99, 0.3)]
    )
    pen.polygon(body, fill=color)
    pen.polygon(
        at([(0.01, 0.28), (0.015, 0.48), (0.985, 0.44), (0.99, 0.3), (0.95, 0.2), (0.04, 0.2)]), fill=shade(color, 0.68)
    )
    pen.polygon(
        at([(0.2, 0.74), (0.32, 1.16), (0.62, 1.18), (0.76, 0.76), (0.74, 0.8), (0.61, 1.12), (0.33, 1.1)]),
        fill=mix(color, WHITE, 0.35),
    )
    pen.polygon(at([(0.25, 0.76), (0.335, 1.08), (0.46, 1.09), (0.46, 0.75)]), fill=GLASS)
    pen.polygon(at([(0.485, 0.75), (0.485, 1.09), (0.6, 1.09), (0.71, 0.76)]), fill=shade(GLASS, 0.86))
    pen.polygon(at([(0.27, 0.84), (0.32, 1.04), (0.38, 1.08), (0.33, 0.8)]), fill=shade(GLASS, 1.4))
    pen.line(at([(0.02, 0.62), (0.5, 0.66), (0.97, 0.6)]), fill=mix(color, WHITE, 0.45), width=max(1, round(h * 0.03)))
    pen.line(at([(0.472, 0.75), (0.475, 0.26)]), fill=shade(color, 0.6), width=2)
    pen.ellipse((x + length * 0.93, road - h * 0.66, x + length * 0.985, road - h * 0.48), fill=(255, 246, 214))
    pen.rectangle((x + length * 0.012, road - h * 0.64, x + length * 0.035, road - h * 0.5), fill=(206, 44, 40))
    for wx in (0.2, 0.79):
        for r, tone in ((0.27, (22, 22, 25)), (0.16, (176, 180, 186)), (0.06, (70, 72, 78))):
            cx, cy, q = x + length * wx, road - h * 0.26, h * r
            pen.ellipse((cx - q, cy - q, cx + q, cy + q), fill=tone)


def bicycle(scene: Scene, x: float, road: float, size: float, color: Color) -> None:
    """A bicycle from the side; ``size`` is the diameter of a wheel."""
    pen, r, line = scene.pen, size / 2, max(2, round(size * 0.05))
    soft_shadow(scene, (x - r, road - r * 0.12, x + size * 1.9, road + r * 0.14), 0.35)
    rear, front, crank = (x, road - r), (x + size * 1.4, road - r), (x + size * 0.58, road - r * 0.9)
    for cx, cy in (rear, front):
        for i in range(6):
            dx, dy = r * math.cos(i * math.pi / 6), r * math.sin(i * math.pi / 6)
            pen.line((cx - dx, cy - dy, cx + dx, cy + dy), fill=(170, 172, 176), width=1)
        pen.ellipse((cx - r, cy - r, cx + r, cy + r), outline=(30, 30, 34), width=line)
    saddle, head = (x + size * 0.42, road - size * 1.1), (x + size * 1.22, road - size * 1.12)
    for a, b in ((rear, crank), (rear, saddle), (crank, saddle), (saddle, head), (crank, head), (head, front)):
        pen.line((*a, *b), fill=color, width=line + 1)
    pen.line((head[0], head[1], head[0] - size * 0.05, head[1] - size * 0.2), fill=(60, 60, 64), width=line)
    pen.line(
        (head[0] - size * 0.2, head[1] - size * 0.22, head[0] + size * 0.06, head[1] - size * 0.2),
        fill=(40, 38, 40),
        width=line + 2,
    )
    pen.rounded_rectangle(
        (saddle[0] - size * 0.16, saddle[1] - size * 0.07, saddle[0] + size * 0.14, saddle[1]),
        size * 0.03,
        fill=(46, 34, 30),
    )
    dots(scene, [crank], size * 0.09, (50, 50, 54))


def passer_by(scene: Scene, x: float, feet: float, height: float) -> None:
    """Somebody far away, seen from behind: no face."""
    pen, rng = scene.pen, scene.rng
    top, coat, head = feet - height, jitter(rng, rng.choice(CLOTH), 20), height * 0.075
    soft_shadow(scene, (x - height * 0.14, feet - height * 0.03, x + height * 0.22, feet + height * 0.03), 0.4)
    for side in (-1, 1):
        pen.line(
            (x + side * height * 0.045, top + height * 0.5, x + side * height * 0.07, feet),
            fill=shade(coat, 0.5),
            width=max(2, round(height * 0.075)),
        )
    pen.rounded_rectangle(
        (x - height * 0.13, top + head * 2, x + height * 0.13, top + height * 0.58), height * 0.06, fill=coat
    )
    pen.rectangle((x + height * 0.05, top + head * 3, x + height * 0.13, top + height * 0.56), fill=shade(coat, 0.8))
    pen.ellipse(
        (x - head, top, x + head, top + head * 2.3),
        fill=rng.choice(((40, 32, 30), (92, 62, 42), (170, 130, 80), (60, 44, 36))),
    )


def lamp_post(scene: Scene, x: float, foot: float, height: float, *, lit: bool) -> None:
    """A street lamp with one lantern."""
    pen, iron = scene.pen, (48, 52, 56)
    w = max(2.0, height * 0.012)
    pen.rectangle((x - w, foot - height, x + w, foot), fill=iron)
    pen.rectangle((x - w * 2.2, foot - height * 0.09, x + w * 2.2, foot), fill=iron)
    top, r = foot - height, height * 0.045
    if lit:
        glow(scene, (x, top), height * 0.3, (255, 214, 140), 0.7)
    facet(scene, (x, top), r, [(-1, -1), (1, -1), (0.6, 1), (-0.6, 1)], (255, 236, 190) if lit else (214, 220, 220))
    pen.polygon([(x - r * 1.3, top - r), (x + r * 1.3, top - r), (x, top - r * 1.9)], fill=iron)


PAINT: tuple[Color, ...] = (
    (178, 48, 46),
    (44, 84, 132),
    (62, 110, 92),
    (226, 170, 64),
    (226, 226, 224),
    (52, 54, 60),
    (126, 150, 170),
)


def painted_car(scene: Scene, x: float, road: float, length: float) -> None:
    """A parked car in one of the usual colours."""
    car(scene, x, road, length, lit(scene, scene.rng.choice(PAINT)))


def tram(scene: Scene, cx: float, foot: float, width: float) -> None:
    """A tram from the front."""
    pen, half, top = scene.pen, width / 2, foot - width * 1.25
    paint = lit(scene, scene.rng.choice(PAINT[:4]))
    soft_shadow(scene, (cx - half * 1.1, foot - half * 0.2, cx + half * 1.2, foot + half * 0.25), 0.6)
    pen.line(
        (cx, top, cx - half * 0.5, top - half * 0.6, cx + half * 0.3, top - half * 1.1),
        fill=lit(scene, (60, 62, 66)),
        width=3,
    )
    pen.line((cx - half * 3, top - half * 1.2, cx + half * 3, top - half * 1.1), fill=lit(scene, (50, 52, 56)), width=2)
    pen.rounded_rectangle((cx - half, top, cx + half, foot - half * 0.1), half * 0.26, fill=paint)
    pen.rounded_rectangle(
        (cx - half * 0.86, top + half * 0.4, cx + half * 0.86, top + half * 1.35),
        half * 0.12,
        fill=lit(scene, (52, 66, 80)),
    )
    facet(scene, (cx, top), half, [(-0.8, 0.46), (-0.2, 0.46), (-0.6, 1.28), (-0.8, 1.28)], lit(scene, (120, 146, 166)))
    pen.rectangle((cx - half * 0.4, top + half * 0.08, cx + half * 0.4, top + half * 0.32), fill=(28, 28, 30))
    write(pen, (cx, top + half * 0.2), f"{scene.rng.randint(1, 28)}", round(half * 0.24), (255, 206, 90), "mm")
    pen.rectangle((cx - half, top + half * 1.5, cx + half, top + half * 1.66), fill=lit(scene, WHITE))
    for side in (-1, 1):
        x, y, r = cx + side * half * 0.62, top + half * 1.95, half * 0.13
        glow(scene, (x, y), r * 3, (255, 244, 206), 0.6)
        pen.ellipse((x - r, y - r, x + r, y + r), fill=(255, 250, 228))


def shop_front(scene: Scene, box: Box) -> None:
    """One shop front with door, window, awning and two windows above."""
    rng, pen, (left, top, right, foot) = scene.rng, scene.pen, box
    w, h = right - left, foot - top
    wall, paint = lit(scene, jitter(rng, rng.choice(WALLS), 10)), lit(scene, jitter(rng, rng.choice(CLOTH), 12))
    vertical_gradient(scene, box, shade(wall, 1.05), shade(wall, 0.84))
    for k in range(2):
        window(
            scene,
            (left + w * (0.2 + 0.42 * k), top + h * 0.04, left + w * (0.38 + 0.42 * k), top + h * 0.24),
            lit(scene, WHITE),
            lit=after_dark(scene),
        )
    pen.rectangle((left + w * 0.04, top + h * 0.36, right - w * 0.04, foot), fill=shade(paint, 0.6))
    glass = (255, 224, 164) if after_dark(scene) else lit(scene, (196, 206, 206))
    door = rng.choice((0.1, 0.64))
    shown: Box = (
        left + w * (0.36 if door < 0.5 else 0.1),
        top + h * 0.52,
        left + w * (0.92 if door < 0.5 else 0.6),
        foot - h * 0.1,
    )
    vertical_gradient(scene, shown, shade(glass, 0.7), glass)
    _wares(scene, shown)
    pen.polygon(
        [(shown[0], shown[1]), (shown[0] + w * 0.2, shown[1]), (shown[0] + w * 0.06, shown[3]), (shown[0], shown[3])],
        fill=mix(glass, WHITE, 0.5),
    )
    pen.rectangle((left + w * door, top + h * 0.5, left + w * (door + 0.24), foot), fill=paint)
    pen.rectangle(
        (left + w * (door + 0.04), top + h * 0.54, left + w * (door + 0.2), foot - h * 0.14), fill=shade(glass, 0.8)
    )
    pen.ellipse(
        (left + w * (door + 0.2), foot - h * 0.2, left + w * (door + 0.225), foot - h * 0.18), fill=(226, 190, 96)
    )
    pen.rectangle((left + w * 0.04, top + h * 0.31, right - w * 0.04, top + h * 0.4), fill=paint)
    name, size = word(rng).capitalize(), round(min(h * 0.06, w * 0.1))
    write(pen, (left + w / 2, top + h * 0.355), name, size, lit(scene, (250, 240, 214)), "mm")
    low = top + h * 0.5
    _awning(scene, (left, top + h * 0.4, right, low), paint)
    soft_spot(scene, (left, low, right, low + h * 0.1), (20, 16, 20), 0.45)


def _awning(scene: Scene, box: Box, color: Color) -> None:
    """Twelve stripes of cloth that fill ``box``, with scallops below it."""
    pen, (left, top, right, low) = scene.pen, box
    step, drop = (right - left) / 12, (low - top) * 0.2
    for k in range(12):
        tone, x = color if k % 2 else lit(scene, WHITE), left + k * step
        pen.polygon([(x + step * 0.36, top), (x + step * 1.36, top), (x + step, low), (x, low)], fill=tone)
        pen.pieslice((x, low - drop, x + step, low + drop), 0, 180, fill=shade(tone, 0.84))


def _wares(scene: Scene, box: Box) -> None:
    """What a shop window shows: rows of coloured things."""
    rng, pen = scene.rng, scene.pen
    step = (box[2] - box[0]) / rng.randint(4, 7)
    for shelf in (0.6, 1.0):
        y, x = box[1] + (box[3] - box[1]) * shelf, box[0] + step * 0.2
        while x < box[2] - step * 0.6:
            tone, tall = lit(scene, rng.choice(BLOSSOM)), (box[3] - box[1]) * rng.uniform(0.14, 0.3)
            if rng.random() < 0.5:
                pen.ellipse((x, y - step * 0.7, x + step * 0.7, y), fill=tone)
            else:
                pen.rounded_rectangle((x, y - tall, x + step * 0.6, y), 5, fill=tone)
            x += step
        pen.line((box[0], y, box[2], y), fill=lit(scene, (120, 90, 64)), width=5)


def car_roof(scene: Scene, center: Point, length: float, turn: float) -> None:
    """A car from straight above."""
    paint = lit(scene, scene.rng.choice(PAINT))
    roof = sheet_of(scene, length, length * 0.46, (0, 0, 0))
    w, h, pen = roof.width, roof.height, roof.pen
    pen.rounded_rectangle((0, 0, w - 1, h - 1), h * 0.3, fill=paint)
    pen.rounded_rectangle((w * 0.03, h * 0.1, w * 0.97, h * 0.9), h * 0.24, fill=shade(paint, 1.12))
    glass = lit(scene, (60, 76, 90))
    pen.polygon([(w * 0.62, h * 0.14), (w * 0.74, h * 0.08), (w * 0.74, h * 0.92), (w * 0.62, h * 0.86)], fill=glass)
    pen.polygon([(w * 0.14, h * 0.1), (w * 0.22, h * 0.16), (w * 0.22, h * 0.84), (w * 0.14, h * 0.9)], fill=glass)
    pen.rectangle((w * 0.26, h * 0.07, w * 0.6, h * 0.13), fill=glass)
    pen.rectangle((w * 0.26, h * 0.87, w * 0.6, h * 0.93), fill=glass)
    pen.rounded_rectangle((w * 0.24, h * 0.17, w * 0.6, h * 0.83), h * 0.1, fill=shade(paint, 1.24))
    for y in (0.16, 0.84):
        pen.ellipse((w * 0.94, h * y - h * 0.07, w * 0.99, h * y + h * 0.07), fill=(255, 246, 214))
        pen.rectangle((w * 0.01, h * y - h * 0.06, w * 0.03, h * y + h * 0.06), fill=(190, 40, 40))
    shape = sheet_of(scene, w, h, (0, 0, 0))
    shape.pen.rounded_rectangle((0, 0, w - 1, h - 1), h * 0.3, fill=(255, 255, 255))
    roof.image.putalpha(shape.image.convert("L"))
    lay(scene, roof, center, turn)


def walker_from_above(scene: Scene, x: float, y: float, r: float) -> None:
    """Somebody from straight above: hair, coat, long shadow."""
    rng, pen = scene.rng, scene.pen
    coat, hair = (
        lit(scene, jitter(rng, rng.choice(CLOTH), 16)),
        lit(scene, rng.choice(((40, 32, 30), (92, 62, 42), (178, 138, 84)))),
    )
    soft_spot(scene, (x - r, y - r * 0.6, x + r * 4.2, y + r * 2.4), (12, 10, 16), 0.5)
    pen.ellipse((x - r * 1.05, y - r * 1.5, x + r * 1.05, y + r * 1.5), fill=coat)
    pen.ellipse((x - r * 0.7, y - r * 0.7, x + r * 0.7, y + r * 0.7), fill=hair)
    pen.ellipse((x - r * 0.4, y - r * 0.5, x + r * 0.1, y), fill=mix(hair, WHITE, 0.2))
