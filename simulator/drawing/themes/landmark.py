"""At the sights: towers, bridges, arches, pyramids, wheels, temples, statues, under the sky, with visitors."""

import math

from simulator.drawing.backdrop import ground, lit, outdoors, sky, tree
from simulator.drawing.color import PARTY, STONE, jitter, mix, shade
from simulator.drawing.paint import glow, soft_shadow, soft_spot, speckle, texture
from simulator.drawing.scene import Drawing, Scene
from simulator.drawing.sights import (
    bridge_deck,
    bronze_figure,
    camel,
    floodlit,
    gateway,
    paved_square,
    pyramid,
    railing,
    river_boat,
    river_water,
    stone_blocks,
    temple_column,
    visitors,
)
from simulator.drawing.things import after_dark, in_front, on_foot
from simulator.drawing.town import lamp_post


def lattice_tower(scene: Scene) -> None:
    """An iron tower on four spread feet, behind lawns and trees."""
    rng, w, h, pen = scene.rng, scene.width, scene.height, scene.pen
    horizon = rng.uniform(0.68, 0.76)
    outdoors(scene, horizon)
    iron = lit(scene, jitter(rng, rng.choice(((134, 102, 76), (150, 76, 58), (104, 108, 116))), 12))
    cx, foot, tall = w * rng.uniform(0.36, 0.64), h * (horizon + 0.05), h * rng.uniform(0.66, 0.72)
    spread = tall * rng.uniform(0.21, 0.26)

    def half(t: float) -> float:
        return spread * (0.035 + 0.965 * math.pow(1 - t, 2.3))

    steps = 22
    soft_shadow(scene, (cx - spread * 1.2, foot - 14, cx + spread * 1.5, foot + 22), 0.5)
    for i in range(steps):
        a, b = i / steps, (i + 1) / steps
        y0, y1, r0, r1 = foot - a * tall, foot - b * tall, half(a), half(b)
        leg = 0.36 if a < 0.24 else 1.0
        for side in (-1, 1):
            pen.polygon(
                [
                    (cx + side * r0, y0),
                    (cx + side * r0 * (1 - leg), y0),
                    (cx + side * r1 * (1 - leg), y1),
                    (cx + side * r1, y1),
                ],
                fill=shade(iron, 0.62 if side > 0 else 0.78),
            )
            pen.line((cx + side * r0, y0, cx + side * r1 * (1 - leg), y1), fill=shade(iron, 1.25), width=2)
            pen.line((cx + side * r0 * (1 - leg), y0, cx + side * r1, y1), fill=iron, width=2)
            pen.line((cx + side * r0, y0, cx + side * r1, y1), fill=shade(iron, 1.1 if side < 0 else 0.5), width=4)
    for t, lip in ((0.24, 1.18), (0.5, 1.3), (0.9, 2.2)):
        y, r = foot - t * tall, half(t) * lip
        pen.rectangle((cx - r, y - tall * 0.018, cx + r, y + tall * 0.008), fill=shade(iron, 0.9))
        pen.rectangle((cx - r, y - tall * 0.018, cx + r, y - tall * 0.01), fill=shade(iron, 1.3))
    pen.arc(
        (cx - half(0) * 0.66, foot - tall * 0.22, cx + half(0) * 0.66, foot + tall * 0.2),
        188,
        352,
        fill=iron,
        width=max(4, round(tall * 0.014)),
    )
    pen.line((cx, foot - tall, cx, foot - tall * 1.07), fill=iron, width=3)
    floodlit(scene, cx, foot - tall * 0.36, tall * 0.56)
    visitors(scene, h * (horizon + 0.08), h * 0.08)
    if scene.people:
        in_front(scene)


def suspension_bridge(scene: Scene) -> None:
    """A hanging bridge across the water, hills behind."""
    rng, w, h, pen = scene.rng, scene.width, scene.height, scene.pen
    shore = rng.uniform(0.5, 0.58)
    outdoors(scene, shore)
    river_water(scene, h * (shore + 0.02), h)
    paint = lit(scene, jitter(rng, rng.choice(((192, 74, 52), (96, 132, 120), (176, 178, 182), (214, 190, 130))), 12))
    deck, top = h * (shore - 0.04), h * rng.uniform(0.14, 0.2)
    towers = [w * rng.uniform(0.18, 0.26), w * rng.uniform(0.72, 0.82)]
    ends = [-w * 0.25, *towers, w * 1.25]
    for i in range(3):
        a, b = ends[i], ends[i + 1]
        dip = (deck - h * 0.03) if i == 1 else deck
        curve: list[tuple[float, float]] = []
        for k in range(25):
            t = k / 24
            edge = 4 * t * (1 - t) if i == 1 else (1 - t if i == 0 else t) ** 1.6
            curve.append((a + (b - a) * t, top + (dip - top) * edge))
        for x, y in curve:
            pen.line((x, y, x, deck), fill=shade(paint, 0.82), width=2)
        pen.line(curve, fill=shade(paint, 1.1), width=max(4, round(w * 0.006)), joint="curve")
    bridge_deck(scene, deck, paint)
    for k in range(13 if after_dark(scene) else 0):
        glow(scene, (w * k / 12, deck), h * 0.05, (255, 214, 140), 0.9)
    thick = w * 0.02
    for x in towers:
        soft_spot(scene, (x - thick * 3, h * (shore + 0.08), x + thick * 3, h * (shore + 0.34)), shade(paint, 0.4), 0.6)
        for side in (-1, 1):
            pen.polygon(
                [
                    (x + side * thick * 0.5, top - h * 0.02),
                    (x + side * thick * 1.1, top - h * 0.02),
                    (x + side * thick * 1.4, h * (shore + 0.1)),
                    (x + side * thick * 0.6, h * (shore + 0.1)),
                ],
                fill=shade(paint, 0.95 if side < 0 else 0.7),
            )
        for part in (0.04, 0.3, 0.56):
            y = top + (deck - top) * part
            pen.rectangle((x - thick * 1.15, y, x + thick * 1.15, y + h * 0.024), fill=paint)
        pen.rectangle(
            (x - thick * 2.2, h * (shore + 0.085), x + thick * 2.2, h * (shore + 0.13)), fill=lit(scene, STONE[1])
        )
    pen.polygon([(0, h), (0, h * 0.9), (w * 0.5, h * 0.93), (w, h * 0.89), (w, h)], fill=lit(scene, (150, 146, 138)))
    railing(scene, h * 0.83)
    if scene.people:
        in_front(scene)


def triumphal_arch(scene: Scene) -> None:
    """A stone arch on a square, with flags, lamps and visitors."""
    rng, w, h, pen = scene.rng, scene.width, scene.height, scene.pen
    horizon = rng.uniform(0.6, 0.66)
    sky(scene, horizon + 0.03)
    for k in range(9):
        tree(scene, w * (k / 8 + rng.uniform(-0.03, 0.03)), h * (horizon + 0.02), h * rng.uniform(0.13, 0.2))
    paved_square(scene, h * horizon, (196, 186, 170))
    stone = lit(scene, jitter(rng, rng.choice(STONE), 10))
    cx, foot, half, top = (
        w * rng.uniform(0.42, 0.58),
        h * (horizon + 0.06),
        w * rng.uniform(0.24, 0.3),
        h * rng.uniform(0.14, 0.2),
    )
    soft_shadow(scene, (cx - half, foot - 16, cx + half * 1.5, foot + 34), 0.55)
    stone_blocks(scene, (cx - half, top, cx + half, foot), stone, 22)
    pen.polygon(
        [(cx + half, top), (cx + half * 1.1, top + 14), (cx + half * 1.1, foot - 10), (cx + half, foot)],
        fill=shade(stone, 0.62),
    )
    gate, spring = half * 0.38, top + (foot - top) * 0.46
    gateway(scene, (cx, spring), gate, foot, stone)
    for side in (-1, 1):
        gateway(scene, (cx + side * half * 0.68, spring + half * 0.3), gate * 0.42, foot, stone)
    for y, out, tall in (
        (top - h * 0.012, 1.07, 0.03),
        (top + (foot - top) * 0.2, 1.04, 0.02),
        (foot - h * 0.025, 1.05, 0.025),
    ):
        pen.rectangle((cx - half * out, y, cx + half * out, y + h * tall), fill=shade(stone, 1.16))
        pen.rectangle((cx - half * out, y + h * tall * 0.7, cx + half * out, y + h * tall), fill=shade(stone, 0.72))
    for k in range(9):
        x = cx + half * (k - 4) / 4.7
        pen.rectangle(
            (x - half * 0.05, top + (foot - top) * 0.06, x + half * 0.05, top + (foot - top) * 0.17),
            fill=shade(stone, 0.8),
        )
    floodlit(scene, cx, (top + foot) / 2, half * 1.5)
    for x in (0.07, 0.93):
        lamp_post(scene, w * x, h * (horizon + 0.1), h * 0.3, lit=after_dark(scene))
    visitors(scene, foot + 6, h * 0.09)
    if scene.people:
        on_foot(scene)


def pyramids(scene: Scene) -> None:
    """Pyramids in the desert with a caravan."""
    rng, w, h = scene.rng, scene.width, scene.height
    horizon = rng.uniform(0.56, 0.64)
    sky(scene, horizon + 0.02)
    sand = jitter(rng, (226, 190, 132), 10)
    ground(scene, horizon, sand)
    stone, turn = lit(scene, shade(sand, 0.94)), rng.choice((-1, 1))
    spots = [
        (0.5 - turn * rng.uniform(0.3, 0.4), 0.17),
        (0.5 + turn * rng.uniform(0.32, 0.42), 0.22),
        (0.5 + turn * rng.uniform(-0.1, 0.1), 0.34),
    ]
    for x, size in spots:
        pyramid(scene, (x * w, h * (horizon + size * 0.16)), size * w * rng.uniform(0.95, 1.15), stone, turn)
    for _ in range(5):
        x, y, r = rng.uniform(0, w), h * rng.uniform(horizon + 0.1, 0.98), rng.uniform(0.15, 0.4) * w
        soft_spot(scene, (x - r, y - 10, x + r, y + 22), lit(scene, shade(sand, 0.76)), 0.6)
        soft_spot(scene, (x - r, y - 24, x + r * 0.6, y - 2), lit(scene, shade(sand, 1.2)), 0.5)
    start = rng.uniform(0.1, 0.5) * w
    for k in range(rng.randint(3, 6)):
        camel(scene, start + k * w * 0.075, h * (horizon + 0.13), w * 0.06)
    if scene.people:
        in_front(scene)


def big_wheel(scene: Scene) -> None:
    """A Ferris wheel beside a river, mirrored in the water."""
    rng, w, h, pen = scene.rng, scene.width, scene.height, scene.pen
    horizon = rng.uniform(0.62, 0.7)
    outdoors(scene, horizon)
    river_water(scene, h * (horizon + 0.04), h)
    pen.rectangle((0, h * (horizon + 0.01), w, h * (horizon + 0.05)), fill=lit(scene, STONE[1]))
    r = min(w * 0.36, h * 0.3)
    cx, cy, foot = w * rng.uniform(0.36, 0.64), h * horizon - r * 1.08, h * (horizon + 0.03)
    steel, seats, turn = lit(scene, (226, 230, 234)), rng.sample(PARTY, 4), rng.random()
    count = rng.choice((16, 18, 20, 24))
    for side in (-1, 1):
        pen.polygon(
            [(cx - 5, cy), (cx + 5, cy), (cx + side * r * 0.5 + 9, foot), (cx + side * r * 0.5 - 9, foot)],
            fill=shade(steel, 0.8 if side > 0 else 0.94),
        )
    spots = [
        (cx + r * math.cos(turn + i * math.tau / count), cy + r * math.sin(turn + i * math.tau / count))
        for i in range(count)
    ]
    for i, (x, y) in enumerate(spots):
        pen.line((cx, cy, x, y), fill=shade(steel, 0.9 if i % 2 else 0.76), width=2)
    for k, thick in ((1.0, 7), (0.93, 3), (0.5, 2)):
        pen.ellipse((cx - r * k, cy - r * k, cx + r * k, cy + r * k), outline=shade(steel, 0.96), width=thick)
    size = r * 0.085
    for i, (x, y) in enumerate(spots):
        tone = lit(scene, seats[i % 4])
        pen.rounded_rectangle((x - size, y, x + size, y + size * 1.7), size * 0.5, fill=tone)
        pen.rectangle(
            (x - size * 0.72, y + size * 0.35, x + size * 0.72, y + size * 0.9),
            fill=(255, 232, 170) if after_dark(scene) else lit(scene, (206, 226, 238)),
        )
    pen.ellipse((cx - r * 0.09, cy - r * 0.09, cx + r * 0.09, cy + r * 0.09), fill=lit(scene, seats[0]))
    if after_dark(scene):
        for i, (x, y) in enumerate(spots):
            glow(scene, (x, y), r * 0.16, seats[i % 4], 0.7)
    soft_spot(scene, (cx - r, foot + h * 0.03, cx + r, foot + h * 0.32), mix(steel, lit(scene, seats[1]), 0.4), 0.4)
    if rng.random() < 0.5:
        river_boat(scene, w * rng.uniform(0.15, 0.85), h * rng.uniform(0.82, 0.88), w * 0.2)
    if scene.people:
        in_front(scene)


def temple_steps(scene: Scene) -> None:
    """A temple front with columns and a gable above broad steps."""
    rng, w, h, pen = scene.rng, scene.width, scene.height, scene.pen
    horizon = rng.uniform(0.6, 0.68)
    outdoors(scene, horizon)
    stone = lit(scene, jitter(rng, (226, 212, 186), 12))
    cx, half, foot = w * rng.uniform(0.44, 0.56), w * rng.uniform(0.36, 0.44), h * (horizon + 0.04)
    beam = h * rng.uniform(0.26, 0.32)
    pen.rectangle((cx - half * 0.94, beam, cx + half * 0.94, foot), fill=shade(stone, 0.42))
    pen.rectangle((cx - half * 0.14, beam + (foot - beam) * 0.3, cx + half * 0.14, foot), fill=shade(stone, 0.26))
    columns = rng.choice((6, 8))
    for i in range(columns):
        temple_column(scene, cx + half * 0.86 * (2 * i / (columns - 1) - 1), (beam, foot), half * 0.72 / columns, stone)
    pen.rectangle((cx - half, beam - h * 0.06, cx + half, beam), fill=stone)
    for i in range(columns * 2 + 1):
        x = cx + half * 0.95 * (i / columns - 1)
        pen.rectangle((x - 5, beam - h * 0.034, x + 5, beam - h * 0.012), fill=shade(stone, 0.74))
    peak = beam - h * 0.06 - half * rng.uniform(0.24, 0.3)
    pen.polygon(
        [(cx - half * 1.05, beam - h * 0.055), (cx, peak), (cx + half * 1.05, beam - h * 0.055)],
        fill=shade(stone, 1.15),
    )
    pen.polygon(
        [(cx - half * 0.84, beam - h * 0.068), (cx, peak + h * 0.035), (cx + half * 0.84, beam - h * 0.068)],
        fill=shade(stone, 0.72),
    )
    pen.ellipse((cx - h * 0.03, beam - h * 0.12, cx + h * 0.03, beam - h * 0.06), fill=shade(stone, 1.1))
    step = (h - foot) / 7
    for i in range(7):
        out = half * (1.04 + 0.07 * i)
        pen.rectangle((cx - out, foot + i * step, cx + out, foot + (i + 1) * step), fill=shade(stone, 0.8))
        pen.rectangle((cx - out, foot + i * step, cx + out, foot + (i + 0.5) * step), fill=shade(stone, 1.1))
    texture(scene, (0, beam, w, h), 6)
    floodlit(scene, cx, (beam + foot) / 2, half * 1.3)
    visitors(scene, foot + step, h * 0.11)
    if scene.people:
        on_foot(scene)


def statue_on_plinth(scene: Scene) -> None:
    """From below: a bronze figure with a raised torch on a high plinth, pigeons around."""
    rng, w, h, pen = scene.rng, scene.width, scene.height, scene.pen
    horizon = rng.uniform(0.74, 0.8)
    sky(scene, horizon + 0.02)
    for k in range(7):
        tree(scene, w * (k / 6 + rng.uniform(-0.04, 0.04)), h * (horizon + 0.02), h * rng.uniform(0.14, 0.24))
    paved_square(scene, h * horizon, (180, 174, 166))
    cx, unit, stone = w * rng.uniform(0.38, 0.62), h * 0.09, lit(scene, jitter(rng, rng.choice(STONE), 10))
    foot, top = h * (horizon + 0.06), h * 0.55
    soft_shadow(scene, (cx - unit * 2.2, foot - 14, cx + unit * 3.2, foot + 26), 0.55)
    for out, y0, y1 in (
        (2.1, foot - unit * 0.4, foot),
        (1.75, foot - unit * 0.8, foot - unit * 0.4),
        (1.3, top, foot - unit * 0.8),
        (1.5, top - unit * 0.25, top),
    ):
        stone_blocks(scene, (cx - unit * out, y0, cx + unit * out, y1), stone, max(1, round((y1 - y0) / unit * 2)))
        pen.rectangle((cx + unit * out * 0.5, y0, cx + unit * out, y1), fill=shade(stone, 0.72))
    pen.rectangle((cx - unit * 0.7, top + unit * 0.6, cx + unit * 0.45, top + unit * 1.2), fill=shade(stone, 0.5))
    bronze_figure(scene, cx, top - unit * 0.25, unit, rng.choice((-1, 1)))
    pigeons = [lit(scene, (96, 100, 112)), lit(scene, (150, 152, 160))]
    speckle(scene, (cx - unit * 2.6, foot + 4, cx + unit * 2.6, h * 0.97), pigeons, 16, unit * 0.12)
    visitors(scene, foot + 8, h * 0.1)
    if scene.people:
        in_front(scene)


DRAWINGS: tuple[Drawing, ...] = (
    lattice_tower,
    suspension_bridge,
    triumphal_arch,
    pyramids,
    big_wheel,
    temple_steps,
    statue_on_plinth,
)
