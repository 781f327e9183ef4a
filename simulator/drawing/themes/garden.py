"""In the garden: flower beds, trees, pots, vegetables, a greenhouse, a bench."""

import math

from simulator.drawing.backdrop import ground, lit, outdoors, sky, tree
from simulator.drawing.color import FOLIAGE, STONE, WHITE, WOOD, Color, jitter, mix, shade
from simulator.drawing.paint import (
    Point,
    defocus,
    glow,
    smooth,
    soft_shadow,
    soft_spot,
    speckle,
    texture,
    vertical_gradient,
)
from simulator.drawing.plants import (
    BLOSSOM,
    blossom,
    bush,
    butterfly,
    cabbage,
    carrot_top,
    crown,
    edging,
    flower_bed,
    potted,
    stem,
    tomato,
)
from simulator.drawing.scene import Drawing, Scene
from simulator.drawing.things import facet, in_front, on_foot

_SOIL: Color = (104, 76, 56)


def _fence(scene: Scene, foot: float, height: float, color: Color) -> None:
    """Pickets across the picture."""
    pen, w = scene.pen, scene.width
    step = height * 0.24
    for y in (0.3, 0.75):
        pen.rectangle((0, foot - height * y, w, foot - height * (y - 0.08)), fill=shade(color, 0.8))
    for i in range(math.ceil(w / step)):
        x = i * step
        pen.polygon(
            [
                (x, foot),
                (x, foot - height * 0.88),
                (x + step * 0.36, foot - height),
                (x + step * 0.72, foot - height * 0.88),
                (x + step * 0.72, foot),
            ],
            fill=color,
        )
        pen.rectangle((x + step * 0.5, foot - height * 0.88, x + step * 0.72, foot), fill=shade(color, 0.86))


def flower_border(scene: Scene) -> None:
    """A lawn with a deep border of flowers in front of a fence or trees."""
    rng, w, h = scene.rng, scene.width, scene.height
    horizon = rng.uniform(0.36, 0.46)
    outdoors(scene, horizon)
    if rng.random() < 0.6:
        _fence(scene, h * (horizon + 0.12), h * 0.16, lit(scene, rng.choice((WHITE, *WOOD))))
    for k in range(rng.randint(4, 6)):
        bush(scene, w * (0.2 * k + rng.uniform(-0.05, 0.05)), h * (horizon + 0.15), h * rng.uniform(0.07, 0.12))
    flower_bed(scene, h * (horizon + 0.2), h * 0.98, 5, min(w, h) * 0.05)
    if scene.people:
        in_front(scene)


def vegetable_rows(scene: Scene) -> None:
    """A kitchen garden in rows that run away to a hedge and a shed."""
    rng, w, h, pen = scene.rng, scene.width, scene.height, scene.pen
    horizon = rng.uniform(0.32, 0.4)
    sky(scene, horizon + 0.04)
    for k in range(8):
        crown(
            scene,
            w * (k / 7),
            h * (horizon - 0.01),
            h * rng.uniform(0.06, 0.11),
            lit(scene, jitter(rng, rng.choice(FOLIAGE), 10)),
        )
    _shed(scene, w * rng.choice((0.2, 0.78)), h * (horizon + 0.04), h * 0.22)
    soil = lit(scene, jitter(rng, _SOIL, 10))
    vertical_gradient(scene, (0, h * (horizon + 0.03), w, h), shade(soil, 1.2), shade(soil, 0.84))
    eye = w * rng.uniform(0.4, 0.6)
    texture(scene, (0, h * (horizon + 0.03), w, h), 12)
    speckle(scene, (0, h * (horizon + 0.05), w, h), [shade(soil, 0.6), shade(soil, 1.35)], 90, 4)
    kinds = [rng.choice((cabbage, cabbage, carrot_top, tomato)) for _ in range(6)]
    for row in range(6):
        t = (row + 0.4) / 6
        y = h * (horizon + 0.07 + (0.92 - horizon) * t**1.5)
        soft_spot(scene, (-w * 0.1, y - h * 0.01, w * 1.1, y + h * 0.05 * (0.4 + t)), shade(soil, 0.6), 0.7)
        r = min(w, h) * (0.022 + 0.05 * t)
        for i in range(-1, math.ceil(w / (r * 2.8))):
            kinds[row](
                scene, i * r * 2.8 + (eye * 0.1 * row) % (r * 2.8), y + rng.uniform(-2, 2), r * rng.uniform(0.85, 1.15)
            )
    pen.rectangle((0, h * (horizon + 0.025), w, h * (horizon + 0.04)), fill=lit(scene, (120, 150, 84)))
    if scene.people:
        in_front(scene)


def _shed(scene: Scene, cx: float, foot: float, size: float) -> None:
    pen, wood = scene.pen, lit(scene, jitter(scene.rng, scene.rng.choice(WOOD), 12))
    half = size * 0.55
    pen.rectangle((cx - half, foot - size * 0.7, cx + half, foot), fill=wood)
    for k in range(9):
        pen.line(
            (cx - half + k * half / 4, foot - size * 0.7, cx - half + k * half / 4, foot),
            fill=shade(wood, 0.74),
            width=2,
        )
    pen.polygon(
        [(cx - half * 1.15, foot - size * 0.68), (cx, foot - size * 1.1), (cx + half * 1.15, foot - size * 0.68)],
        fill=shade(wood, 0.56),
    )
    pen.rectangle((cx - half * 0.25, foot - size * 0.5, cx + half * 0.3, foot), fill=shade(wood, 0.64))
    pen.rectangle(
        (cx + half * 0.48, foot - size * 0.52, cx + half * 0.84, foot - size * 0.3),
        fill=lit(scene, (170, 200, 214)),
        outline=lit(scene, WHITE),
        width=2,
    )


def inside_the_greenhouse(scene: Scene) -> None:
    """Between benches of pots under a glass roof that runs to a far door."""
    rng, w, h, pen = scene.rng, scene.width, scene.height, scene.pen
    eye: Point = (w * rng.uniform(0.44, 0.56), h * rng.uniform(0.42, 0.5))
    sky(scene, 1.0)
    for k in range(7):
        crown(scene, w * k / 6, eye[1] + h * 0.05, h * 0.13, lit(scene, mix(rng.choice(FOLIAGE), WHITE, 0.35)))
    soft_spot(scene, (-w * 0.1, -h * 0.1, w * 1.1, h * 0.7), lit(scene, (226, 240, 236)), 0.55)
    soil = lit(scene, (132, 118, 92))
    vertical_gradient(scene, (0, eye[1] + h * 0.12, w, h), mix(soil, WHITE, 0.25), shade(soil, 0.7))
    path = lit(scene, jitter(rng, (186, 178, 164), 8))
    pen.polygon(
        [(0, h), (eye[0] - w * 0.06, eye[1] + h * 0.12), (eye[0] + w * 0.06, eye[1] + h * 0.12), (w, h)], fill=path
    )
    for k in range(7):
        t = (k / 7) ** 2
        y = eye[1] + h * 0.12 + (h * 0.88 - eye[1]) * t
        pen.line(
            (eye[0] - w * 0.5 * t - w * 0.06, y, eye[0] + w * 0.5 * t + w * 0.06, y), fill=shade(path, 0.84), width=2
        )
    _glass_roof(scene, eye, lit(scene, rng.choice((WHITE, (120, 146, 130), (94, 100, 104)))))
    bench, clay = lit(scene, rng.choice(WOOD)), lit(scene, (190, 104, 70))
    for side in (-1, 1):
        front = ((0.07, 0.06), (0.1, 0.06), (0.62, 0.24), (0.62, 0.52), (0.38, 0.3))
        board = ((0.06, 0.055), (0.11, 0.055), (0.75, 0.24), (0.38, 0.28))
        for points, tone in ((front, shade(bench, 0.62)), (board, bench)):
            pen.polygon([(eye[0] + side * w * x, eye[1] + h * y) for x, y in points], fill=tone)
        for k in range(6):
            t = 0.2 + 0.8 * (k / 5) ** 1.5
            x, y = eye[0] + side * w * (0.02 + 0.47 * t), eye[1] + h * (0.02 + 0.24 * t)
            potted(scene, x, y, min(w, h) * (0.03 + 0.1 * t), clay)
    if scene.people:
        on_foot(scene)


def _glass_roof(scene: Scene, eye: Point, bar: Color) -> None:
    """Frames of a greenhouse one behind the other, down to the door around ``eye``."""
    pen, w, h = scene.pen, scene.width, scene.height
    for k in range(7):
        t = 0.13 + 0.87 * (k / 6) ** 1.7
        frame = ((-0.62, 0.5), (-0.62, -0.28), (0, -0.62), (0.62, -0.28), (0.62, 0.5))
        line = [(eye[0] + w * x * t, eye[1] + h * y * t) for x, y in frame]
        pen.line(line, fill=bar, width=max(2, round(w * 0.012 * t)), joint="curve")
    for x, y in ((-0.62, -0.28), (0.62, -0.28), (0, -0.62), (-0.31, -0.45), (0.31, -0.45), (-0.62, 0.1), (0.62, 0.1)):
        far, near = (eye[0] + w * x * 0.13, eye[1] + h * y * 0.13), (eye[0] + w * x, eye[1] + h * y)
        pen.line((far, near), fill=shade(bar, 0.94), width=4)
    pen.rectangle((eye[0] - w * 0.045, eye[1] - h * 0.02, eye[0] + w * 0.045, eye[1] + h * 0.12), outline=bar, width=4)


def bench_under_tree(scene: Scene) -> None:
    """A bench on the lawn under a big tree, roses beside it, a path."""
    rng, w, h, pen = scene.rng, scene.width, scene.height, scene.pen
    horizon = rng.uniform(0.5, 0.58)
    outdoors(scene, horizon)
    side = rng.choice((-1, 1))
    gravel = lit(scene, (214, 200, 174))
    path = smooth(
        [
            (w * 0.5, h * (horizon + 0.04)),
            (w * (0.5 - side * 0.12), h * (horizon + 0.16)),
            (w * (0.5 + side * 0.02), h * 0.86),
            (w * (0.5 - side * 0.1), h * 1.05),
        ],
        closed=False,
        steps=6,
    )
    outline = [(x - w * 0.015 - (y - h * horizon) * 0.22, y) for x, y in path] + [
        (x + w * 0.015 + (y - h * horizon) * 0.22, y) for x, y in reversed(path)
    ]
    pen.polygon(outline, fill=gravel)
    texture(scene, (0, h * horizon, w, h), 5)
    tx, foot = w * (0.5 + side * rng.uniform(0.24, 0.34)), h * (horizon + 0.2)
    bark = lit(scene, (98, 74, 54))
    soft_shadow(scene, (tx - w * 0.3, foot - h * 0.05, tx + w * 0.34, foot + h * 0.09), 0.6)
    pen.polygon(
        [(tx - w * 0.05, foot), (tx - w * 0.025, h * 0.3), (tx + w * 0.025, h * 0.3), (tx + w * 0.055, foot)], fill=bark
    )
    pen.polygon(
        [(tx + w * 0.008, h * 0.3), (tx + w * 0.025, h * 0.3), (tx + w * 0.055, foot), (tx + w * 0.014, foot)],
        fill=shade(bark, 0.7),
    )
    leaf = lit(scene, jitter(rng, rng.choice(FOLIAGE), 10))
    for dx, dy, r in ((-0.14, 0.24, 0.17), (0.15, 0.22, 0.17), (0.0, 0.12, 0.2)):
        crown(scene, tx + dx * w, dy * h, r * w, leaf)
    _bench(scene, tx - side * w * 0.08, foot + h * 0.05, w * 0.3)
    for k in range(rng.randint(2, 4)):
        x, r = w * (0.5 - side * (0.2 + 0.12 * k)), h * rng.uniform(0.06, 0.09)
        y = h * rng.uniform(horizon + 0.14, horizon + 0.3)
        bush(scene, x, y, r)
        color = lit(scene, rng.choice(BLOSSOM))
        for _ in range(9):
            blossom(scene, x + rng.uniform(-0.8, 0.8) * r, y - r * rng.uniform(0.1, 1.25), r * 0.16, color, petals=5)
    edging(scene, h * 0.97)
    if scene.people:
        on_foot(scene)


def _bench(scene: Scene, cx: float, foot: float, width: float) -> None:
    pen, wood, half = (
        scene.pen,
        lit(scene, jitter(scene.rng, scene.rng.choice((*WOOD, (92, 124, 104), (226, 224, 216))), 10)),
        width / 2,
    )
    soft_shadow(scene, (cx - half, foot - width * 0.06, cx + half * 1.1, foot + width * 0.08), 0.55)
    for side in (-1, 1):
        x = cx + side * half * 0.84
        pen.rectangle((x - width * 0.02, foot - width * 0.46, x + width * 0.02, foot), fill=shade(wood, 0.55))
        pen.rectangle(
            (x - width * 0.03, foot - width * 0.3, x + width * 0.03, foot - width * 0.26), fill=shade(wood, 0.7)
        )
    for k in range(3):
        y = foot - width * (0.46 - 0.075 * k)
        pen.rectangle((cx - half, y, cx + half, y + width * 0.05), fill=shade(wood, 1.0 - 0.06 * k))
        pen.line((cx - half, y, cx + half, y), fill=shade(wood, 1.3), width=2)
    pen.polygon(
        [
            (cx - half * 0.98, foot - width * 0.2),
            (cx + half * 0.98, foot - width * 0.2),
            (cx + half * 1.05, foot - width * 0.11),
            (cx - half * 1.05, foot - width * 0.11),
        ],
        fill=shade(wood, 1.15),
    )
    pen.rectangle(
        (cx - half * 1.05, foot - width * 0.11, cx + half * 1.05, foot - width * 0.08), fill=shade(wood, 0.66)
    )


def blossoms_close(scene: Scene) -> None:
    """Very close: a few large flowers, the garden behind out of focus, a butterfly."""
    rng, w, h = scene.rng, scene.width, scene.height
    ground(scene, 0.0, jitter(rng, (96, 138, 72), 14))
    for _ in range(34):
        r, x, y = rng.uniform(0.02, 0.07) * w, rng.uniform(0, w), rng.uniform(0, h)
        scene.pen.ellipse(
            (x - r, y - r, x + r, y + r), fill=lit(scene, rng.choice((*BLOSSOM, *FOLIAGE, *FOLIAGE, *FOLIAGE)))
        )
    defocus(scene, 14)
    glow(scene, (w * rng.random(), 0), w * 0.45, lit(scene, (255, 250, 214)), 0.6)
    unit, count = min(w, h), rng.randint(3, 6)
    green, tones = lit(scene, jitter(rng, (84, 136, 66), 12)), [lit(scene, c) for c in rng.sample(BLOSSOM, 2)]
    heads = [(w * ((k + 0.5) / count + rng.uniform(-0.06, 0.06)), h * rng.uniform(0.24, 0.66)) for k in range(count)]
    for x, y in heads:
        stem(
            scene,
            x + rng.uniform(-0.06, 0.06) * w,
            h * 1.02,
            (x, y),
            shade(green, rng.uniform(0.8, 1.1)),
            width=max(5, round(unit * 0.014)),
        )
    for x, y in heads:
        blossom(scene, x, y, unit * rng.uniform(0.12, 0.19), rng.choice(tones), petals=rng.choice((6, 8, 11)))
    butterfly(scene, w * rng.uniform(0.2, 0.8), h * rng.uniform(0.1, 0.25), unit * 0.07)
    if scene.people:
        in_front(scene)


def pots_on_the_terrace(scene: Scene) -> None:
    """A sunny wall with shutters, steps full of flower pots, a watering can."""
    rng, w, h, pen = scene.rng, scene.width, scene.height, scene.pen
    foot = h * rng.uniform(0.58, 0.64)
    wall = lit(scene, jitter(rng, rng.choice(((236, 222, 196), (226, 196, 160), (210, 214, 206))), 8))
    vertical_gradient(scene, (0, 0, w, foot), shade(wall, 1.1), shade(wall, 0.9))
    texture(scene, (0, 0, w, foot), 5)
    ivy, side = lit(scene, jitter(rng, (84, 126, 70), 12)), rng.choice((0.0, 1.0))
    for k in range(13):
        crown(
            scene,
            w * abs(side - 0.027 * k),
            h * 0.42 * (1 - k / 13) ** 1.5 * rng.uniform(0.6, 1.1),
            w * rng.uniform(0.05, 0.075),
            ivy,
        )
        crown(scene, w * abs(side - 0.02 * k), h * 0.2 * (1 - k / 13), w * 0.06, ivy)
    tree(scene, w * abs(side - 0.93), foot + 8, h * 0.52)
    stone = lit(scene, jitter(rng, rng.choice(STONE), 8))
    clay = lit(scene, jitter(rng, rng.choice(((192, 106, 72), (176, 92, 66), (90, 116, 140), (216, 206, 190))), 10))
    for step in range(3):
        y0, y1 = foot + (h - foot) * step / 3, foot + (h - foot) * (step + 1) / 3
        vertical_gradient(scene, (0, y0, w, y1), shade(stone, 1.14), shade(stone, 0.98))
        pen.rectangle((0, y1 - (y1 - y0) * 0.3, w, y1), fill=shade(stone, 0.72))
        count = rng.randint(3, 5)
        for k in range(count):
            size = min(w, h) * (0.1 + 0.035 * step) * rng.uniform(0.85, 1.15)
            potted(
                scene,
                w * ((k + 0.5) / count + rng.uniform(-0.05, 0.05)),
                y0 + (y1 - y0) * 0.4,
                size,
                jitter(rng, clay, 10),
            )
    _watering_can(scene, w * rng.uniform(0.2, 0.7), h * 0.94, min(w, h) * 0.16)
    if scene.people:
        in_front(scene)


def _watering_can(scene: Scene, x: float, foot: float, size: float) -> None:
    pen, tin = scene.pen, lit(scene, scene.rng.choice(((150, 166, 170), (90, 136, 120), (196, 90, 70))))
    soft_shadow(scene, (x - size * 0.6, foot - size * 0.12, x + size * 0.8, foot + size * 0.12), 0.5)
    facet(scene, (x, foot), size, [(0.3, -0.24), (1.0, -0.86), (1.08, -0.78), (0.4, -0.05)], shade(tin, 0.8))
    facet(scene, (x, foot), size, [(0.9, -0.98), (1.2, -0.72), (1.06, -0.76)], shade(tin, 1.1))
    pen.arc(
        (x - size * 0.66, foot - size * 0.86, x + size * 0.1, foot - size * 0.14),
        100,
        300,
        fill=shade(tin, 0.7),
        width=max(4, round(size * 0.06)),
    )
    pen.rectangle((x - size * 0.4, foot - size * 0.64, x + size * 0.4, foot), fill=tin)
    pen.rectangle((x - size * 0.28, foot - size * 0.64, x - size * 0.14, foot), fill=shade(tin, 1.35))
    pen.rectangle((x + size * 0.18, foot - size * 0.64, x + size * 0.4, foot), fill=shade(tin, 0.78))
    pen.ellipse((x - size * 0.4, foot - size * 0.72, x + size * 0.4, foot - size * 0.56), fill=shade(tin, 0.5))


DRAWINGS: tuple[Drawing, ...] = (
    flower_border,
    vegetable_rows,
    inside_the_greenhouse,
    bench_under_tree,
    blossoms_close,
    pots_on_the_terrace,
)
