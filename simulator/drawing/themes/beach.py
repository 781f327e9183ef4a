"""At the beach: sand, waves, parasols, towels, shells."""

from simulator.drawing.backdrop import lit, sky
from simulator.drawing.color import PARTY, WHITE, jitter, mix, shade
from simulator.drawing.figure import Outfit
from simulator.drawing.paint import glow, smooth, soft_shadow
from simulator.drawing.scene import Drawing, Scene
from simulator.drawing.seaside import (
    beach_ball,
    beach_sandal,
    beach_towel,
    lounger,
    palm,
    parasol,
    sailing_boat,
    sand_floor,
    sand_tower,
    sea_water,
    shell,
    shoreline,
    starfish,
    sunglasses,
)
from simulator.drawing.things import facet, in_front, on_foot


def palm_shore(scene: Scene) -> None:
    """The postcard: horizon, waves, palms and a parasol."""
    rng, w, h = scene.rng, scene.width, scene.height
    horizon, shore = rng.uniform(0.36, 0.46), rng.uniform(0.58, 0.66)
    sky(scene, horizon)
    sand_floor(scene, horizon * h)
    sea_water(scene, horizon * h, shore * h)
    side = rng.choice((-1, 1))
    for _ in range(rng.randint(1, 2)):
        palm(
            scene,
            w * (0.5 - side * rng.uniform(0.3, 0.47)),
            h * rng.uniform(0.8, 0.94),
            h * rng.uniform(0.6, 0.8),
            side * rng.uniform(0.1, 0.3),
        )
    parasol(
        scene,
        w * (0.5 + side * rng.uniform(0.12, 0.32)),
        h * rng.uniform(0.76, 0.86),
        w * rng.uniform(0.26, 0.36),
        rng.choice(PARTY),
    )
    beach_ball(scene, w * rng.uniform(0.2, 0.8), h * 0.9, w * rng.uniform(0.03, 0.05))
    if scene.people:
        on_foot(scene, Outfit.SWIM)


def towel_from_above(scene: Scene) -> None:
    """Looking down: towel, sandals, glasses, shells, and sometimes the foam of the last wave."""
    rng, w, h, pen = scene.rng, scene.width, scene.height, scene.pen
    sand_floor(scene, 0)
    if rng.random() < 0.6:
        water = lit(scene, (120, 206, 206))
        line = shoreline(scene, h * rng.uniform(0.1, 0.2), h * 0.03)
        for drop, tone in ((0.07, lit(scene, (186, 156, 116))), (0.02, lit(scene, WHITE)), (0.0, water)):
            pen.polygon([(0, 0), (w, 0), *[(x, y + drop * h) for x, y in reversed(line)]], fill=tone)
    unit = min(w, h)
    cx, cy, angle = w * rng.uniform(0.35, 0.65), h * rng.uniform(0.5, 0.6), rng.uniform(-50, 50)
    beach_towel(scene, (cx, cy), unit * rng.uniform(0.4, 0.5), angle)
    sunglasses(scene, cx + rng.uniform(-0.05, 0.05) * w, cy - h * 0.08, unit * 0.11)
    sandal = rng.choice(PARTY)
    side = rng.choice((0.14, 0.86))
    for k in (-1, 1):
        beach_sandal(
            scene, (w * side + k * unit * 0.055, h * 0.8 + k * unit * 0.02), unit * 0.08, rng.uniform(-14, 14), sandal
        )
    for _ in range(rng.randint(3, 6)):
        x, y = rng.uniform(0.04, 0.96) * w, rng.choice((rng.uniform(0.2, 0.34), rng.uniform(0.82, 0.96))) * h
        rng.choice((shell, shell, starfish))(scene, x, y, unit * rng.uniform(0.03, 0.055))
    beach_ball(scene, w * (1 - side) + rng.uniform(-30, 30), h * rng.uniform(0.3, 0.8), unit * rng.uniform(0.09, 0.12))


def sandcastle(scene: Scene) -> None:
    """Close to the ground: a castle of sand with bucket and spade, the sea behind."""
    rng, w, h, pen = scene.rng, scene.width, scene.height, scene.pen
    horizon = rng.uniform(0.22, 0.32)
    sky(scene, horizon)
    base = sand_floor(scene, horizon * h)
    sea_water(scene, horizon * h, (horizon + 0.17) * h)
    unit, cx, foot = min(w, h), w * rng.uniform(0.4, 0.6), h * rng.uniform(0.76, 0.84)
    castle = mix(shade(base, 0.86), lit(scene, (190, 140, 86)), 0.35)
    soft_shadow(scene, (cx - unit * 0.42, foot - unit * 0.07, cx + unit * 0.52, foot + unit * 0.09), 0.6)
    towers = [(-0.28, 0.3), (0.28, 0.28), (0.0, 0.46), (-0.15, 0.22), (0.16, 0.2)]
    for at, tall in towers[: rng.randint(4, 5)]:
        sand_tower(
            scene,
            cx + at * unit,
            foot + unit * (0.03 if tall < 0.25 else 0),
            unit * (0.17 if tall > 0.25 else 0.2),
            unit * tall * rng.uniform(0.9, 1.1),
            color=castle,
        )
    pen.pieslice(
        (cx - unit * 0.05, foot - unit * 0.08, cx + unit * 0.05, foot + unit * 0.12), 180, 360, fill=shade(castle, 0.4)
    )
    side, toy = rng.choice((-1, 1)), lit(scene, rng.choice(PARTY))
    bx, by, r = cx + side * unit * 0.5, foot + unit * 0.06, unit * 0.1
    soft_shadow(scene, (bx - r, by - r * 0.25, bx + r * 1.3, by + r * 0.3), 0.5)
    pen.arc((bx - r, by - r * 2.7, bx + r, by - r * 0.9), 180, 360, fill=(240, 240, 240), width=5)
    pen.polygon([(bx - r, by - r * 1.8), (bx + r, by - r * 1.8), (bx + r * 0.72, by), (bx - r * 0.72, by)], fill=toy)
    facet(scene, (bx, by), r, [(0.4, -1.8), (1, -1.8), (0.72, 0), (0.3, 0)], shade(toy, 0.78))
    pen.ellipse((bx - r, by - r * 2.0, bx + r, by - r * 1.6), fill=shade(toy, 0.6), outline=shade(toy, 1.3), width=3)
    sx, spade = cx - side * unit * 0.48, lit(scene, rng.choice(PARTY))
    pen.line((sx, foot - unit * 0.24, sx + unit * 0.03, foot), fill=(196, 150, 96), width=max(4, round(unit * 0.018)))
    pen.rounded_rectangle(
        (sx - unit * 0.015, foot - unit * 0.03, sx + unit * 0.08, foot + unit * 0.09), unit * 0.03, fill=spade
    )
    for _ in range(rng.randint(3, 6)):
        rng.choice((shell, starfish))(
            scene, rng.uniform(0.05, 0.95) * w, h * rng.uniform(0.88, 0.97), unit * rng.uniform(0.025, 0.045)
        )
    if scene.people:
        in_front(scene, Outfit.SWIM)


def boats_at_sea(scene: Scene) -> None:
    """Mostly water: sails, a headland, gulls, a glittering path, a strip of sand."""
    rng, w, h, pen = scene.rng, scene.width, scene.height, scene.pen
    horizon = rng.uniform(0.26, 0.4)
    sky(scene, horizon)
    sand_floor(scene, h * 0.8)
    sea_water(scene, horizon * h, h * rng.uniform(0.84, 0.9))
    side = rng.choice((0, 1))
    rock = lit(scene, jitter(rng, (118, 128, 104), 14))
    crest = [(0, 0.12), (0.1, 0.13), (0.2, 0.09), (0.3, 0.075), (0.38, 0.02), (0.42, 0)]
    edge = [(w * (x if side else 1 - x), h * (horizon - y * rng.uniform(0.8, 1.2))) for x, y in crest]
    pen.polygon([(0 if side else w, h * horizon + 3), *edge], fill=rock)
    pen.polygon([(x + (8 if side else -8), y + h * 0.035) for x, y in edge[1:]] + [edge[-1]], fill=shade(rock, 0.76))
    gx = w * rng.uniform(0.3, 0.7)
    for i in range(26):
        y = h * (horizon + 0.02 + i * 0.017)
        r = 12 + i * 3.2
        x = gx + rng.uniform(-1, 1) * r
        pen.line((x - r * 0.5, y, x + r * 0.5, y), fill=lit(scene, (255, 248, 220)), width=2 + i // 9)
    for k in sorted(rng.uniform(0.02, 0.3) for _ in range(rng.randint(2, 4))):
        sailing_boat(scene, w * rng.uniform(0.1, 0.9), h * (horizon + k), w * (0.05 + 0.45 * k), rng.choice(PARTY))
    for _ in range(rng.randint(3, 6)):
        x, y, s = w * rng.uniform(0.1, 0.9), h * horizon * rng.uniform(0.2, 0.85), w * rng.uniform(0.012, 0.026)
        pen.line(
            smooth(
                [
                    (x - s, y - s * 0.3),
                    (x - s * 0.5, y - s * 0.6),
                    (x, y),
                    (x + s * 0.5, y - s * 0.6),
                    (x + s, y - s * 0.3),
                ],
                closed=False,
                steps=4,
            ),
            fill=lit(scene, (70, 74, 84)),
            width=3,
        )
    if scene.people:
        in_front(scene, Outfit.SWIM)


def row_of_parasols(scene: Scene) -> None:
    """A bathing beach seen along its parasols and deck chairs."""
    rng, w, h = scene.rng, scene.width, scene.height
    horizon = rng.uniform(0.3, 0.4)
    sky(scene, horizon)
    sand_floor(scene, horizon * h)
    sea_water(scene, horizon * h, h * (horizon + rng.uniform(0.08, 0.14)))
    a, b = rng.sample(PARTY, 2)
    side, count = rng.choice((0, 1)), rng.randint(4, 6)
    for i in range(count):
        t = (i + 1) / count
        x = w * (0.5 + (0.42 - 0.36 * t) * (1 if side else -1) + (0.02 if i % 2 else -0.05))
        foot, size = h * (horizon + 0.14 + 0.42 * t * t), w * (0.1 + 0.28 * t * t)
        x += (w * 0.42 * t * t) * (-1 if side else 1)
        lounger(scene, x - size * 0.42, foot + size * 0.06, size * 0.5, b)
        parasol(scene, x, foot, size, a if i % 2 else b)
    glow(scene, (w * (0.2 if side else 0.8), h * 0.1), w * 0.4, lit(scene, (255, 246, 214)), 0.35)
    if scene.people:
        on_foot(scene, Outfit.SWIM)


DRAWINGS: tuple[Drawing, ...] = (palm_shore, towel_from_above, sandcastle, boats_at_sea, row_of_parasols)
