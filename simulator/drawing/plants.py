"""Things that grow: leaves, bushes, blossoms, pots, vegetables. All lengths are in pixels."""

import math

from simulator.drawing.backdrop import lit
from simulator.drawing.color import FOLIAGE, WHITE, Color, jitter, mix, shade
from simulator.drawing.paint import Point, smooth, soft_shadow, vertical_gradient
from simulator.drawing.scene import Scene
from simulator.drawing.things import facet

BLOSSOM: tuple[Color, ...] = (
    (226, 72, 92),
    (248, 178, 60),
    (252, 226, 98),
    (240, 140, 184),
    (164, 104, 196),
    (250, 244, 240),
    (236, 112, 62),
    (108, 124, 214),
)


def crown(scene: Scene, cx: float, cy: float, r: float, color: Color) -> None:
    """The leaves of a tree or bush: dark lumps below, light ones above, dappled."""
    rng = scene.rng
    for layer, (k, lift) in enumerate(((0.66, 0.1), (0.92, 0.0), (1.16, -0.14))):
        tone = shade(color, k) if k <= 1 else mix(color, (238, 238, 150), 0.22)
        for _ in range(7):
            a, far = rng.uniform(0, math.tau), rng.uniform(0.1, 0.68)
            x, y = cx + r * far * math.cos(a), cy + r * far * 0.8 * math.sin(a) + r * lift
            q = r * (0.46 - 0.1 * layer) * rng.uniform(0.8, 1.15)
            scene.pen.ellipse((x - q, y - q, x + q, y + q), fill=tone)
    for _ in range(26):
        a, far = rng.uniform(0, math.tau), rng.uniform(0, 0.92)
        x, y, q = cx + r * far * math.cos(a), cy + r * far * 0.85 * math.sin(a), r * rng.uniform(0.025, 0.055)
        scene.pen.ellipse((x - q, y - q, x + q, y + q), fill=shade(color, rng.choice((0.66, 0.84, 1.12, 1.25))))


def bush(scene: Scene, x: float, foot: float, r: float, color: Color | None = None) -> None:
    """A low bush whose lowest leaves touch ``foot``."""
    soft_shadow(scene, (x - r, foot - r * 0.15, x + r, foot + r * 0.15), 0.35)
    crown(scene, x, foot - r * 0.62, r * 0.86, color or lit(scene, jitter(scene.rng, scene.rng.choice(FOLIAGE), 10)))


def blossom(scene: Scene, x: float, y: float, r: float, color: Color, *, petals: int = 6) -> None:
    """An open flower seen from the front."""
    pen, turn = scene.pen, scene.rng.uniform(0, math.tau)
    for ring, (far, size) in enumerate(((0.6, 0.42), (0.36, 0.3))):
        for i in range(petals):
            a = turn + (i + ring * 0.5) * math.tau / petals
            px, py, q = x + far * r * math.cos(a), y + far * r * math.sin(a), size * r
            pen.ellipse(
                (px - q, py - q, px + q, py + q),
                fill=shade(color, 0.84 + 0.1 * (i % 2)) if ring == 0 else mix(color, WHITE, 0.2),
            )
    heart = (232, 182, 62) if sum(color) < 640 else (214, 150, 50)
    pen.ellipse((x - r * 0.24, y - r * 0.24, x + r * 0.24, y + r * 0.24), fill=heart)
    pen.ellipse((x - r * 0.16, y - r * 0.18, x + r * 0.06, y + r * 0.02), fill=mix(heart, WHITE, 0.4))


def stem(scene: Scene, x: float, foot: float, top: Point, color: Color, *, width: int) -> None:
    """A flower's stem with two leaves."""
    pen = scene.pen
    bow = ((x + top[0]) / 2 + (foot - top[1]) * 0.06, (foot + top[1]) / 2)
    pen.line([(x, foot), bow, top], fill=color, width=width, joint="curve")
    size = (foot - top[1]) * 0.22
    for side, at in ((-1, 0.35), (1, 0.6)):
        lx, ly = x + (top[0] - x) * at, foot + (top[1] - foot) * at
        facet(
            scene, (lx, ly), size, [(0, 0), (side * 0.55, -0.55), (side, -0.5), (side * 0.6, -0.1)], shade(color, 1.1)
        )


def pot(scene: Scene, cx: float, foot: float, width: float, color: Color = (190, 104, 70)) -> float:
    """A flower pot; returns the y of its rim."""
    pen, height = scene.pen, width * 0.86
    top = foot - height
    soft_shadow(scene, (cx - width * 0.5, foot - width * 0.1, cx + width * 0.6, foot + width * 0.12), 0.45)
    pen.polygon(
        [(cx - width * 0.44, top), (cx + width * 0.44, top), (cx + width * 0.3, foot), (cx - width * 0.3, foot)],
        fill=color,
    )
    pen.polygon(
        [(cx + width * 0.14, top), (cx + width * 0.44, top), (cx + width * 0.3, foot), (cx + width * 0.1, foot)],
        fill=shade(color, 0.78),
    )
    pen.polygon(
        [(cx - width * 0.3, top), (cx - width * 0.18, top), (cx - width * 0.14, foot), (cx - width * 0.21, foot)],
        fill=shade(color, 1.18),
    )
    pen.rectangle((cx - width * 0.5, top - width * 0.08, cx + width * 0.5, top + width * 0.14), fill=shade(color, 1.1))
    pen.rectangle(
        (cx + width * 0.16, top - width * 0.08, cx + width * 0.5, top + width * 0.14), fill=shade(color, 0.86)
    )
    pen.rectangle(
        (cx - width * 0.44, top + width * 0.14, cx + width * 0.44, top + width * 0.19), fill=shade(color, 0.62)
    )
    return top - width * 0.08


def flower_bed(scene: Scene, top: float, bottom: float, rows: int, size: float) -> None:
    """Flowers in rows from ``top`` to ``bottom`` (pixels), far ones first and smaller, each row in its colours."""
    rng, w = scene.rng, scene.width
    moss = lit(scene, jitter(rng, (74, 104, 58), 10))
    vertical_gradient(scene, (0, top, w, scene.height), moss, shade(moss, 0.6))
    for row in range(rows):
        t = (row + 0.5) / rows
        y, r = top + (bottom - top) * t, size * (0.4 + 0.75 * t)
        leaf, tones = lit(scene, jitter(rng, rng.choice(FOLIAGE), 10)), [lit(scene, c) for c in rng.sample(BLOSSOM, 2)]
        for i in range(round(w / (r * 1.7))):
            x = i * r * 1.7 + rng.uniform(-r, r)
            q = r * rng.uniform(0.8, 1.3)
            scene.pen.ellipse((x - q, y - q * 0.2, x + q, y + q * 1.6), fill=shade(leaf, rng.uniform(0.6, 1.05)))
        for _ in range(round(w / (r * 2.6))):
            blossom(
                scene,
                rng.uniform(0, w),
                y + rng.uniform(-r, r * 0.4),
                r * rng.uniform(0.6, 0.9),
                rng.choice(tones),
                petals=rng.choice((5, 6)),
            )


def cabbage(scene: Scene, x: float, y: float, r: float) -> None:
    """A head of cabbage."""
    rng, pen = scene.rng, scene.pen
    leaf = lit(scene, jitter(rng, (126, 168, 104), 14))
    soft_shadow(scene, (x - r, y - r * 0.3, x + r * 1.2, y + r * 0.6), 0.4)
    for k in range(7):
        a = k * math.tau / 7 + rng.random()
        px, py, q = x + r * 0.55 * math.cos(a), y + r * 0.34 * math.sin(a), r * 0.55
        pen.ellipse((px - q, py - q * 0.8, px + q, py + q * 0.7), fill=shade(leaf, 0.72 + 0.06 * (k % 4)))
    pen.ellipse((x - r * 0.55, y - r * 0.6, x + r * 0.55, y + r * 0.3), fill=shade(leaf, 1.12))
    pen.arc((x - r * 0.35, y - r * 0.5, x + r * 0.6, y + r * 0.4), 170, 290, fill=shade(leaf, 1.45), width=2)


def carrot_top(scene: Scene, x: float, y: float, r: float) -> None:
    """The leaves of a carrot, its shoulder showing."""
    leaf = lit(scene, jitter(scene.rng, (92, 150, 70), 12))
    for k in range(7):
        a = math.pi * (0.15 + 0.7 * k / 6)
        scene.pen.line(
            (x, y, x + r * 1.2 * math.cos(a), y - r * 1.7 * math.sin(a)),
            fill=shade(leaf, 0.75 + 0.1 * (k % 4)),
            width=max(2, round(r * 0.16)),
        )
    scene.pen.ellipse((x - r * 0.28, y - r * 0.16, x + r * 0.28, y + r * 0.26), fill=lit(scene, (236, 132, 54)))


def tomato(scene: Scene, x: float, y: float, r: float) -> None:
    """A tomato plant on its stick."""
    rng, pen = scene.rng, scene.pen
    leaf = lit(scene, jitter(rng, (84, 134, 66), 12))
    pen.line((x, y, x, y - r * 4), fill=lit(scene, (168, 128, 84)), width=max(2, round(r * 0.16)))
    for k in range(6):
        cx, cy = x + rng.uniform(-0.8, 0.8) * r, y - r * (0.5 + 0.55 * k)
        pen.ellipse((cx - r * 0.6, cy - r * 0.4, cx + r * 0.6, cy + r * 0.4), fill=shade(leaf, rng.uniform(0.7, 1.2)))
    for _ in range(4):
        cx, cy, q = x + rng.uniform(-0.8, 0.8) * r, y - r * rng.uniform(0.6, 3.4), r * 0.26
        pen.ellipse((cx - q, cy - q, cx + q, cy + q), fill=lit(scene, rng.choice(((214, 56, 44), (232, 120, 52)))))
        pen.ellipse((cx - q * 0.5, cy - q * 0.6, cx, cy - q * 0.1), fill=lit(scene, (250, 190, 170)))


def potted(scene: Scene, x: float, foot: float, width: float, clay: Color) -> None:
    """A pot with whatever grows in it."""
    rng = scene.rng
    rim = pot(scene, x, foot, width, clay)
    leaf = lit(scene, jitter(rng, rng.choice(FOLIAGE), 10))
    crown(scene, x, rim - width * 0.3, width * rng.uniform(0.5, 0.7), leaf)
    if rng.random() < 0.75:
        color = lit(scene, rng.choice(BLOSSOM))
        for _ in range(rng.randint(3, 5)):
            blossom(
                scene,
                x + rng.uniform(-0.5, 0.5) * width,
                rim - width * rng.uniform(0.1, 0.8),
                width * 0.17,
                color,
                petals=5,
            )


def edging(scene: Scene, y: float) -> None:
    """Flowers along the lower edge, close to the camera."""
    rng, w = scene.rng, scene.width
    leaf = lit(scene, rng.choice(FOLIAGE))
    for _ in range(18):
        x, r = rng.uniform(0, w), w * rng.uniform(0.02, 0.04)
        scene.pen.ellipse((x - r, y - r * 0.6, x + r, y + r * 2), fill=shade(leaf, rng.uniform(0.6, 1.1)))
    tones = [lit(scene, c) for c in rng.sample(BLOSSOM, 3)]
    for _ in range(16):
        blossom(
            scene,
            rng.uniform(0, w),
            y + rng.uniform(-0.02, 0.03) * w,
            w * rng.uniform(0.014, 0.024),
            rng.choice(tones),
            petals=6,
        )


def butterfly(scene: Scene, x: float, y: float, r: float) -> None:
    """A butterfly with open wings."""
    pen, color = scene.pen, lit(scene, scene.rng.choice(((240, 160, 56), (250, 240, 200), (110, 150, 220))))
    for side in (-1, 1):
        pen.polygon(
            smooth(
                [
                    (x, y),
                    (x + side * r * 0.9, y - r * 0.9),
                    (x + side * r * 1.15, y - r * 0.2),
                    (x + side * r * 0.3, y + r * 0.1),
                ],
                steps=4,
            ),
            fill=color,
            outline=shade(color, 0.4),
        )
        pen.polygon(
            smooth(
                [
                    (x, y),
                    (x + side * r * 0.8, y + r * 0.2),
                    (x + side * r * 0.6, y + r * 0.8),
                    (x + side * r * 0.15, y + r * 0.5),
                ],
                steps=4,
            ),
            fill=shade(color, 0.84),
            outline=shade(color, 0.4),
        )
        pen.ellipse(
            (x + side * r * 0.7 - r * 0.12, y - r * 0.52, x + side * r * 0.7 + r * 0.12, y - r * 0.28),
            fill=shade(color, 0.5),
        )
    pen.rounded_rectangle((x - r * 0.06, y - r * 0.4, x + r * 0.06, y + r * 0.6), 3, fill=(40, 32, 30))
