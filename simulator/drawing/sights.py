"""Parts of famous-looking places: stone, water, arches, columns, statues, visitors. All lengths are in pixels."""

import math

from simulator.drawing.backdrop import lit
from simulator.drawing.color import PARTY, WHITE, Color, jitter, mix, shade
from simulator.drawing.paint import Point, glow, soft_shadow, soft_spot, texture, vertical_gradient
from simulator.drawing.scene import Scene
from simulator.drawing.things import after_dark, facet
from simulator.drawing.town import passer_by


def visitors(scene: Scene, feet: float, size: float) -> None:
    """Some small figures from behind, their feet around ``feet``."""
    rng = scene.rng
    for dy in sorted(rng.uniform(0, 0.5) for _ in range(rng.randint(4, 8))):
        passer_by(scene, rng.uniform(0.04, 0.96) * scene.width, feet + dy * size, size * (0.9 + dy * 0.4))


def floodlit(scene: Scene, cx: float, cy: float, r: float) -> None:
    """Warm lamps shine on a sight at night."""
    if after_dark(scene):
        soft_spot(scene, (cx - r, cy - r * 0.8, cx + r, cy + r * 0.8), (255, 196, 110), 0.5)


def paved_square(scene: Scene, top: float, color: Color) -> None:
    """A paved square from ``top`` (pixels) down, its joints running to the horizon."""
    w, h, pen = scene.width, scene.height, scene.pen
    stone = lit(scene, color)
    vertical_gradient(scene, (0, top, w, h), shade(stone, 1.1), shade(stone, 0.84))
    for i in range(-12, 13):
        pen.line((w * (0.5 + i * 0.06), top, w * (0.5 + i * 0.22), h), fill=shade(stone, 0.8), width=1)
    for i in range(1, 8):
        y = top + (h - top) * (i / 8) ** 1.8
        pen.line((0, y, w, y), fill=shade(stone, 0.8), width=1 + i // 4)
    texture(scene, (0, top, w, h), 5)


def river_water(scene: Scene, top: float, bottom: float) -> None:
    """Calm water with glints between two heights (pixels)."""
    rng, w, pen = scene.rng, scene.width, scene.pen
    water = lit(scene, jitter(rng, (74, 122, 150), 14))
    vertical_gradient(scene, (0, top, w, bottom), mix(water, lit(scene, (226, 226, 220)), 0.45), shade(water, 0.7))
    for _ in range(70):
        t = rng.random()
        x, y, long = rng.uniform(-30, w), top + (bottom - top) * t, 14 + 60 * t
        pen.line(
            (x, y, x + long, y),
            fill=mix(water, WHITE if rng.random() < 0.6 else (16, 30, 60), 0.28),
            width=1 + round(2 * t),
        )


def stone_blocks(scene: Scene, box: tuple[float, float, float, float], color: Color, rows: int) -> None:
    """A wall of cut stone, lit from the left."""
    pen, (left, top, right, bottom) = scene.pen, box
    vertical_gradient(scene, box, shade(color, 1.08), shade(color, 0.9))
    tall = (bottom - top) / rows
    for row in range(rows):
        y = top + row * tall
        pen.line((left, y, right, y), fill=shade(color, 0.84), width=1)
        for k in range(math.ceil((right - left) / (tall * 2.2))):
            x = left + (k + 0.5 * (row % 2)) * tall * 2.2
            if x < right:
                pen.line((x, y, x, y + tall), fill=shade(color, 0.84), width=1)


def bridge_deck(scene: Scene, deck: float, paint: Color) -> None:
    """The roadway of a bridge with its truss and cars."""
    pen, w, h = scene.pen, scene.width, scene.height
    pen.rectangle((0, deck, w, deck + h * 0.022), fill=paint)
    pen.rectangle((0, deck + h * 0.014, w, deck + h * 0.03), fill=shade(paint, 0.6))
    for i in range(40):
        pen.line((i * w / 40, deck + h * 0.03, (i + 1) * w / 40, deck + h * 0.044), fill=shade(paint, 0.7), width=2)
    pen.line((0, deck + h * 0.045, w, deck + h * 0.045), fill=shade(paint, 0.6), width=3)
    for _ in range(scene.rng.randint(3, 7)):
        x = scene.rng.uniform(0, w)
        pen.rounded_rectangle((x, deck - h * 0.014, x + w * 0.025, deck), 3, fill=lit(scene, scene.rng.choice(PARTY)))


def railing(scene: Scene, y: float) -> None:
    """The railing of the viewpoint, in front of everything but people."""
    pen, w, h = scene.pen, scene.width, scene.height
    iron = lit(scene, (64, 70, 76))
    for i in range(15):
        pen.rectangle((i * w / 14 - 2, y, i * w / 14 + 2, h * 0.93), fill=iron)
    pen.rectangle((0, y - 7, w, y + 3), fill=shade(iron, 1.15))
    pen.rectangle((0, y + (h * 0.93 - y) * 0.6, w, y + (h * 0.93 - y) * 0.6 + 5), fill=iron)


def gateway(scene: Scene, spring: Point, r: float, foot: float, stone: Color) -> None:
    """A round-headed opening whose arch springs at ``spring``; daylight shows at its far end."""
    pen, (x, y) = scene.pen, spring
    for k, tone in ((1.16, shade(stone, 1.22)), (1.0, shade(stone, 0.46))):
        pen.pieslice((x - r * k, y - r * k, x + r * k, y + r * k), 180, 360, fill=tone)
        pen.rectangle((x - r * k, y, x + r * k, foot), fill=tone)
    far = lit(scene, (206, 220, 230))
    pen.pieslice((x - r * 0.6, y - r * 0.6, x + r, y + r), 180, 360, fill=far)
    pen.rectangle((x - r * 0.6, y + r * 0.19, x + r, foot), fill=far)
    pen.rectangle((x - r * 0.6, foot - (foot - y) * 0.3, x + r, foot), fill=lit(scene, (126, 146, 104)))


def pyramid(scene: Scene, at: Point, r: float, stone: Color, turn: int) -> None:
    """A pyramid whose foot has its middle ``at``, in courses; the side towards ``turn`` lies in shade."""
    peak, ridge = (turn * 0.1, -1.15), (turn * 0.42, 0.08)
    left, right = (-turn, 0.0), (turn, -0.02)
    near, far = (1.1, 0.6) if turn < 0 else (0.6, 1.6)
    soft_shadow(scene, (at[0] - r * near, at[1] - 8, at[0] + r * far, at[1] + r * 0.12), 0.4)
    facet(scene, at, r, [left, peak, ridge], shade(stone, 1.1))
    facet(scene, at, r, [ridge, peak, right], shade(stone, 0.62))
    for k in range(1, 18):
        a, b, c = ((x + (peak[0] - x) * k / 18, y + (peak[1] - y) * k / 18) for x, y in (left, ridge, right))
        for (x0, y0), (x1, y1), tone in ((a, b, 0.96), (b, c, 0.54)):
            line = (at[0] + r * x0, at[1] + r * y0, at[0] + r * x1, at[1] + r * y1)
            scene.pen.line(line, fill=shade(stone, tone), width=2)
    floodlit(scene, at[0], at[1] - r * 0.3, r)


def camel(scene: Scene, x: float, feet: float, size: float) -> None:
    """A camel with a saddle cloth, walking."""
    pen, coat = scene.pen, lit(scene, jitter(scene.rng, (142, 98, 60), 12))
    soft_shadow(scene, (x - size * 0.5, feet - 4, x + size * 0.7, feet + 6), 0.4)
    for dx in (-0.3, -0.2, 0.2, 0.3):
        pen.line(
            (x + dx * size, feet - size * 0.5, x + dx * size * 1.05, feet),
            fill=shade(coat, 0.8),
            width=max(2, round(size * 0.07)),
        )
    pen.ellipse((x - size * 0.4, feet - size * 0.74, x + size * 0.4, feet - size * 0.38), fill=coat)
    pen.pieslice(
        (x - size * 0.22, feet - size * 0.98, x + size * 0.2, feet - size * 0.5),
        180,
        360,
        fill=lit(scene, scene.rng.choice(PARTY)),
    )
    pen.line(
        [
            (x + size * 0.34, feet - size * 0.56),
            (x + size * 0.52, feet - size * 0.6),
            (x + size * 0.56, feet - size * 0.96),
        ],
        fill=coat,
        width=max(3, round(size * 0.1)),
        joint="curve",
    )
    pen.ellipse((x + size * 0.5, feet - size * 1.04, x + size * 0.76, feet - size * 0.88), fill=coat)


def river_boat(scene: Scene, x: float, water: float, length: float) -> None:
    """A boat for sightseers."""
    pen, hull = scene.pen, lit(scene, scene.rng.choice(PARTY))
    half = length / 2
    soft_shadow(scene, (x - half, water - 5, x + half, water + length * 0.1), 0.5)
    pen.rounded_rectangle(
        (x - half * 0.7, water - length * 0.2, x + half * 0.6, water - length * 0.06), 6, fill=lit(scene, WHITE)
    )
    for k in range(6):
        left = x - half * 0.62 + k * half * 0.2
        pen.rectangle(
            (left, water - length * 0.17, left + half * 0.13, water - length * 0.1), fill=lit(scene, (84, 112, 134))
        )
    pen.polygon(
        [
            (x - half, water - length * 0.08),
            (x + half * 1.08, water - length * 0.1),
            (x + half * 0.85, water),
            (x - half * 0.9, water),
        ],
        fill=hull,
    )


def temple_column(scene: Scene, x: float, span: tuple[float, float], half: float, stone: Color) -> None:
    """A fluted column between two heights, tapering upwards."""
    pen, (top, foot), slab = scene.pen, span, scene.height * 0.018
    for left, right, tone in (
        (-1, 1, 1.0),
        (-0.75, -0.51, 1.25),
        (-0.3, -0.06, 1.12),
        (0.15, 0.39, 0.9),
        (0.5, 0.74, 0.72),
    ):
        a, b = half * left, half * right
        pen.polygon([(x + a * 0.84, top), (x + b * 0.84, top), (x + b, foot), (x + a, foot)], fill=shade(stone, tone))
    pen.rectangle((x - half * 1.25, top, x + half * 1.25, top + slab), fill=shade(stone, 1.1))
    pen.rectangle((x - half * 1.25, foot - slab, x + half * 1.25, foot), fill=shade(stone, 0.94))


def bronze_figure(scene: Scene, cx: float, feet: float, unit: float, side: int) -> None:
    """A robed figure ``4.5 unit`` tall that lifts a torch on its ``side``."""
    rng, pen = scene.rng, scene.pen
    bronze = lit(scene, jitter(rng, rng.choice(((96, 148, 128), (122, 92, 62), (134, 138, 134))), 10))
    at = (cx, feet - unit * 3.25)
    facet(scene, at, unit, [(-0.55, 0), (0.55, 0), (0.95, 3.25), (-0.95, 3.25)], bronze)
    for k in range(7):
        x = -0.8 + k * 0.26
        fold = [(x * 0.5, 0.5), (x * 0.5 + 0.07, 0.5), (x + 0.15, 3.25), (x, 3.25)]
        facet(scene, at, unit, fold, shade(bronze, 0.66 if k % 2 else 1.18))
    facet(
        scene, at, unit, [(side * 0.3, 0.1), (side * 0.62, 0.5), (side * 1.32, -1.3), (side, -1.4)], shade(bronze, 1.1)
    )
    facet(scene, at, unit, [(-side * 0.4, 0), (-side, 1.3), (-side * 0.2, 1.6), (-side * 0.3, 1.2)], shade(bronze, 0.8))
    pen.ellipse((cx - unit * 0.36, at[1] - unit * 0.95, cx + unit * 0.36, at[1]), fill=shade(bronze, 0.95))
    hood = (cx - unit * 0.42, at[1] - unit * 1.02, cx + unit * 0.42, at[1] - unit * 0.1)
    pen.pieslice(hood, 180, 360, fill=shade(bronze, 0.66))
    floodlit(scene, cx, at[1] + unit * 1.4, unit * 3)
    torch = (cx + side * unit * 1.16, at[1] - unit * 1.5)
    facet(scene, torch, unit, [(-0.26, -0.3), (0.26, -0.3), (0.08, 0.4), (-0.08, 0.4)], shade(bronze, 0.74))
    glow(scene, (torch[0], torch[1] - unit * 0.5), unit * 0.7, (255, 210, 110), 0.8)
    facet(scene, torch, unit, [(-0.2, -0.3), (0.04, -0.95), (0.2, -0.3)], (250, 206, 96))
