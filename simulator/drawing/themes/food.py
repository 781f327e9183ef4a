"""Food: plates, bowls, boards, cups and cutlery, from above and from the chair, and where it is bought."""

import math

from simulator.drawing.backdrop import lit, room, tabletop
from simulator.drawing.color import CLOTH, WHITE, WOOD, jitter, shade
from simulator.drawing.dishes import (
    CHINA,
    DISHES,
    cake_slice,
    coffee_cup,
    cutlery,
    dinner_plate,
    disc,
    eggs,
    fork_lying,
    glass_from_above,
    maki,
    napkin,
    nigiri,
    pizza,
    salad,
    soup,
    spot_on,
    toast,
)
from simulator.drawing.paint import bokeh, glow, soft_shadow, soft_spot, texture, vertical_gradient, write
from simulator.drawing.papers import word
from simulator.drawing.scene import Drawing, Scene
from simulator.drawing.things import across_the_table, after_dark, cup_from_above, facet, in_front


def plate_from_above(scene: Scene) -> None:
    """One plate seen from straight above, with cutlery, a cup and a napkin."""
    rng, w, h = scene.rng, scene.width, scene.height
    tabletop(scene)
    r = min(w, h) * rng.uniform(0.32, 0.38)
    cx, cy, spare = w * rng.uniform(0.44, 0.56), h * rng.uniform(0.47, 0.56), min(w, h)
    napkin(scene, w * 0.1, h * rng.uniform(0.7, 0.86), spare * 0.4)
    dinner_plate(scene, cx, cy, r, 1)
    rng.choice(DISHES)(scene, cx, cy, r * rng.uniform(0.8, 0.9), 1)
    cutlery(scene, cx - r * 1.16, cy, r * 1.3, "fork")
    cutlery(scene, cx + r * 1.16, cy, r * 1.3, "knife")
    if rng.random() < 0.5:
        cup_from_above(scene, w * rng.uniform(0.86, 0.95), h * rng.uniform(0.08, 0.18), spare * 0.09, rng.choice(CHINA))
    else:
        glass_from_above(scene, w * rng.uniform(0.86, 0.94), h * rng.uniform(0.1, 0.18), spare * 0.08)


def bowls_and_chopsticks(scene: Scene) -> None:
    """Several bowls from above, cropped by the edges, with chopsticks and small dishes."""
    rng, w, h, pen = scene.rng, scene.width, scene.height, scene.pen
    tabletop(scene)
    unit = min(w, h)
    spots = [(0.36, 0.42, 0.27), (0.82, 0.3, 0.2), (0.74, 0.78, 0.23), (0.16, 0.84, 0.15), (0.12, 0.1, 0.13)]
    for x, y, size in spots[: rng.randint(3, 5)]:
        cx, cy, r = (
            w * (x + rng.uniform(-0.04, 0.04)),
            h * (y + rng.uniform(-0.04, 0.04)),
            unit * size * rng.uniform(0.9, 1.1),
        )
        china = jitter(rng, rng.choice((*CHINA, (150, 60, 50), (52, 70, 92))), 8)
        soft_shadow(scene, (cx - r, cy - r * 0.8, cx + r * 1.25, cy + r * 1.3), 0.6)
        for k, tone in ((1.0, shade(china, 0.8)), (0.97, shade(china, 1.15)), (0.9, shade(china, 0.7))):
            disc(scene, cx, cy, r * k, 1, color=tone)
        rng.choice((soup, soup, salad))(scene, cx, cy, r * 0.86, 1)
    wood, x0, y0 = (
        jitter(rng, rng.choice(((96, 46, 34), (60, 44, 38), (196, 150, 98))), 8),
        w * rng.uniform(0.3, 0.4),
        h * rng.uniform(0.78, 0.9),
    )
    for k in range(2):
        a, b = (x0, y0 + k * unit * 0.04), (x0 + w * 0.42, y0 - h * 0.2 + k * unit * 0.06)
        pen.line((a[0] + 6, a[1] + 10, b[0] + 6, b[1] + 10), fill=(50, 38, 34), width=max(4, round(unit * 0.012)))
        pen.line((*a, *b), fill=wood, width=max(5, round(unit * 0.016)))
        pen.line((a[0], a[1] - 3, b[0], b[1] - 3), fill=shade(wood, 1.3), width=2)


def sushi_board(scene: Scene) -> None:
    """A board of sushi in rows, a bowl of sauce beside it."""
    rng, w, h = scene.rng, scene.width, scene.height
    tabletop(scene, jitter(rng, rng.choice(((62, 64, 68), (94, 106, 112), (214, 206, 190))), 10))
    unit = min(w, h)
    _board_of_sushi(scene, w * rng.uniform(0.44, 0.52), h * rng.uniform(0.4, 0.46), math.radians(rng.uniform(-14, 14)))
    cx, cy, r = w * 0.84, h * 0.84, unit * 0.12
    soft_shadow(scene, (cx - r, cy - r, cx + r * 1.2, cy + r * 1.25), 0.6)
    for k, tone in ((1.0, (238, 236, 230)), (0.9, (190, 188, 184)), (0.84, (48, 26, 20))):
        disc(scene, cx, cy, r * k, 1, color=tone)
    soft_spot(scene, (cx - r * 0.6, cy - r * 0.6, cx, cy), (190, 150, 130), 0.6)
    for k in range(7):
        disc(
            scene,
            w * 0.2 + k * unit * 0.02,
            h * 0.88 + (k % 3) * unit * 0.016,
            unit * 0.035,
            0.8,
            color=jitter(rng, (246, 190, 176), 10),
        )
    disc(scene, w * 0.4, h * 0.9, unit * 0.04, 0.9, color=(150, 182, 84))


def _board_of_sushi(scene: Scene, cx: float, cy: float, turn: float) -> None:
    """Three rows of pieces on a board turned by ``turn`` (radians)."""
    rng, pen, across, rows = scene.rng, scene.pen, scene.rng.randint(4, 6), 3
    half_w, half_h = scene.width * 0.36, scene.height * 0.29
    wood = jitter(rng, rng.choice(WOOD), 10)

    def at(u: float, v: float) -> tuple[float, float]:
        x, y = u * half_w, v * half_h
        return (cx + x * math.cos(turn) - y * math.sin(turn), cy + x * math.sin(turn) + y * math.cos(turn))

    soft_shadow(scene, (cx - half_w, cy - half_h * 0.9, cx + half_w * 1.1, cy + half_h * 1.3), 0.7)
    corners = [at(-1, -1), at(1, -1), at(1, 1), at(-1, 1)]
    pen.polygon([(x + 3, y + 14) for x, y in corners], fill=shade(wood, 0.6))
    pen.polygon(corners, fill=wood)
    for _ in range(22):
        v = rng.uniform(-0.97, 0.97)
        pen.line(
            [at(-1, v), at(rng.uniform(-0.4, 0.4), v + rng.uniform(-0.02, 0.02)), at(1, v)],
            fill=shade(wood, rng.choice((0.88, 0.94, 1.12))),
            width=2,
        )
    size = min(half_w / (across + 0.4), half_h / (rows + 0.2))
    for row in range(rows):
        piece = rng.choice((nigiri, maki))
        for k in range(across):
            piece(scene, *at((2 * k + 1 - across) / (across + 0.3), (2 * row + 1 - rows) / (rows + 0.2)), size * 0.74)


def breakfast_tray(scene: Scene) -> None:
    """A tray from above: eggs, toast, fruit, juice and coffee."""
    rng, w, h, pen = scene.rng, scene.width, scene.height, scene.pen
    tabletop(scene, jitter(rng, rng.choice(((236, 232, 226), (206, 216, 220), (226, 206, 196))), 8))
    unit = min(w, h)
    wood = jitter(rng, rng.choice(WOOD), 10)
    soft_shadow(scene, (w * 0.05, h * 0.1, w * 0.98, h * 0.98), 0.8)
    pen.rounded_rectangle((w * 0.06, h * 0.09, w * 0.94, h * 0.91), unit * 0.06, fill=shade(wood, 0.7))
    pen.rounded_rectangle((w * 0.08, h * 0.11, w * 0.92, h * 0.89), unit * 0.05, fill=wood)
    for k in range(12):
        y = h * rng.uniform(0.13, 0.87)
        pen.line(
            (w * 0.085, y, w * 0.5, y + rng.uniform(-6, 6), w * 0.915, y),
            fill=shade(wood, 0.84 + 0.03 * (k % 5)),
            width=2,
        )
    flip = rng.choice((-1, 1))
    cx, cy, r = w * (0.5 - flip * 0.12), h * 0.55, unit * 0.27
    dinner_plate(scene, cx, cy, r, 1)
    eggs(scene, cx, cy, r * 0.86, 1)
    for k in range(2):
        toast(scene, (w * (0.5 + flip * (0.24 + 0.04 * k)), h * (0.66 + 0.07 * k)), unit * 0.18, rng.uniform(-30, 30))
    cup_from_above(scene, w * (0.5 + flip * 0.27), h * 0.3, unit * 0.085, rng.choice(CHINA))
    glass_from_above(scene, w * (0.5 + flip * 0.08), h * 0.2, unit * 0.065)
    for _ in range(9):
        x, y = spot_on(scene, w * (0.5 - flip * 0.3), h * 0.22, unit * 0.08, 1)
        berry = jitter(rng, rng.choice(((206, 46, 56), (64, 66, 116), (230, 150, 50))), 10)
        disc(scene, x + 3, y + 5, unit * 0.024, 1, color=(70, 50, 40))
        disc(scene, x, y, unit * 0.024, 1, color=berry)
        disc(scene, x - unit * 0.007, y - unit * 0.008, unit * 0.008, 1, color=shade(berry, 1.5))
    cutlery(scene, cx - flip * r * 1.18, cy, r * 1.2, rng.choice(("fork", "spoon")))


def slice_of_cake(scene: Scene) -> None:
    """From the chair: a slice of layer cake and a cup, the café behind out of focus, company across the table."""
    rng, w, h, pen = scene.rng, scene.width, scene.height, scene.pen
    wall = jitter(rng, rng.choice(((120, 86, 66), (70, 96, 96), (150, 120, 104), (92, 84, 110))), 10)
    vertical_gradient(scene, (0, 0, w, h), shade(wall, 0.7), shade(wall, 1.15))
    bokeh(scene, [(255, 214, 140), (255, 180, 110), (240, 230, 210)], 20)
    edge = h * rng.uniform(0.56, 0.62)
    if scene.people:
        across_the_table(scene, edge + h * 0.06)
    wood = jitter(rng, rng.choice(WOOD), 10)
    vertical_gradient(scene, (0, edge, w, h), shade(wood, 0.92), shade(wood, 1.12))
    pen.line((0, edge, w, edge), fill=shade(wood, 1.35), width=4)
    texture(scene, (0, edge, w, h), 5)
    unit, side = min(w, h), rng.choice((-1, 1))
    coffee_cup(scene, w * (0.5 - side * 0.3), h * 0.8, unit * 0.24)
    cx, foot = w * (0.5 + side * 0.14), h * 0.86
    dinner_plate(scene, cx, foot, unit * 0.33, 0.3)
    cake_slice(scene, (cx, foot), unit)
    fork_lying(scene, cx - side * unit * 0.1, foot + unit * 0.1, unit * 0.4)


def pizza_for_everybody(scene: Scene) -> None:
    """A pizza in its box on the sofa table, close to the camera, the company behind it."""
    rng, w, h = scene.rng, scene.width, scene.height
    room(scene, 0.66)
    edge = h * rng.uniform(0.58, 0.62)
    if scene.people:
        across_the_table(scene, edge + h * 0.05)
    wood = jitter(rng, rng.choice(WOOD), 10)
    vertical_gradient(scene, (0, edge, w, h), shade(wood, 0.86), shade(wood, 1.12))
    texture(scene, (0, edge, w, h), 5)
    unit, card = min(w, h), jitter(rng, rng.choice(((196, 152, 104), (240, 236, 228), (206, 176, 136))), 8)
    cx, at = w * rng.uniform(0.42, 0.58), h * 0.72
    soft_shadow(scene, (cx - unit * 0.5, at, cx + unit * 0.56, h * 1.02), 0.6)
    facet(scene, (cx, at), unit, [(-0.4, 0), (0.4, 0), (0.43, -0.16), (-0.43, -0.16)], shade(card, 0.9))
    facet(scene, (cx, at), unit, [(-0.36, -0.02), (0.36, -0.02), (0.38, -0.14), (-0.38, -0.14)], shade(card, 1.1))
    facet(scene, (cx, at), unit, [(-0.4, 0), (0.4, 0), (0.52, 0.36), (-0.52, 0.36)], card)
    facet(scene, (cx, at), unit, [(-0.52, 0.32), (0.52, 0.32), (0.52, 0.38), (-0.52, 0.38)], shade(card, 0.7))
    pizza(scene, cx, at + unit * 0.165, unit * 0.36, 0.42)
    for k in range(rng.randint(1, 2)):
        coffee_cup(scene, cx + unit * (0.56 if k else -0.56), h * rng.uniform(0.82, 0.9), unit * 0.15)


def laid_table(scene: Scene) -> None:
    """A table for company in a dining room: many dishes seen at a slant, people behind them."""
    rng, w, h, pen = scene.rng, scene.width, scene.height, scene.pen
    room(scene, 0.6)
    edge = h * rng.uniform(0.56, 0.62)
    for k in range(3):
        x = w * (0.5 + (k - 1) * 0.3)
        pen.line((x, 0, x, h * 0.07), fill=(60, 54, 50), width=3)
        glow(scene, (x, h * 0.1), w * 0.14, (255, 222, 150), 0.5)
        pen.pieslice((x - w * 0.05, h * 0.06, x + w * 0.05, h * 0.14), 180, 360, fill=jitter(rng, (190, 110, 70), 20))
    if scene.people:
        across_the_table(scene, edge + h * 0.05)
    cloth = jitter(rng, rng.choice(((246, 242, 234), *CLOTH)), 8)
    pen.polygon([(w * 0.04, edge), (w * 0.96, edge), (w * 1.1, h), (-w * 0.1, h)], fill=cloth)
    for k in range(1, 9):
        pen.line((w * (0.04 + 0.92 * k / 9), edge, w * (1.2 * k / 9 - 0.1), h), fill=shade(cloth, 0.93), width=5)
    soft_spot(scene, (w * 0.1, edge - h * 0.02, w * 0.9, edge + h * 0.09), (40, 30, 26), 0.25)
    for row, (y, size) in enumerate(((0.13, 0.085), (0.36, 0.125), (0.72, 0.17))):
        count = 5 - row if w > h else 4 - row
        for k in range(count):
            cx, cy, r = w * ((k + 0.5) / count + rng.uniform(-0.02, 0.02)), edge + (h - edge) * y, w * size
            if rng.random() < 0.24:
                coffee_cup(scene, cx, cy + r * 0.3, r * 0.9)
            else:
                dinner_plate(scene, cx, cy, r, 0.42)
                rng.choice((*DISHES, soup, eggs))(scene, cx, cy - r * 0.02, r * 0.74, 0.42)


def market_stall(scene: Scene) -> None:
    """Crates of fruit and vegetables under a striped awning, with price cards."""
    rng, w, h, pen = scene.rng, scene.width, scene.height, scene.pen
    back = lit(scene, jitter(rng, (92, 100, 96), 12))
    vertical_gradient(scene, (0, 0, w, h), shade(back, 0.6), shade(back, 1.1))
    for k in range(2):
        y = h * (0.3 + 0.12 * k)
        for i in range(12):
            x, tall = w * (i + rng.uniform(0.1, 0.4)) / 12, h * rng.uniform(0.05, 0.09)
            pen.rounded_rectangle(
                (x, y - tall, x + w * 0.045, y),
                6,
                fill=lit(
                    scene, jitter(rng, rng.choice(((196, 120, 50), (150, 60, 50), (220, 196, 120), (90, 120, 70))), 12)
                ),
            )
        pen.rectangle((0, y, w, y + h * 0.014), fill=lit(scene, (136, 98, 64)))
    stripe, low = (
        lit(scene, jitter(rng, rng.choice(((196, 54, 48), (48, 110, 84), (44, 88, 140), (222, 150, 50))), 8)),
        h * 0.15,
    )
    for k in range(14):
        x0, x1 = w * k / 14, w * (k + 1) / 14
        tone = stripe if k % 2 else lit(scene, WHITE)
        pen.polygon(
            [(w * 0.5 + (x0 - w * 0.5) * 0.86, 0), (w * 0.5 + (x1 - w * 0.5) * 0.86, 0), (x1, low), (x0, low)],
            fill=tone,
        )
        pen.pieslice((x0, low - h * 0.025, x1, low + h * 0.025), 0, 180, fill=shade(tone, 0.84))
    if after_dark(scene):
        for k in range(5):
            glow(scene, (w * (0.1 + 0.2 * k), h * 0.24), w * 0.12, (255, 220, 150), 0.8)
    rows, across, top = 3, 4 if w > h else 3, h * 0.46
    for row in range(rows):
        y0, y1 = top + (h - top) * (row / rows), top + (h - top) * ((row + 1) / rows)
        for k in range(across):
            _crate(scene, (w * k / across + 4, y0, w * (k + 1) / across - 4, y1))
    if scene.people:
        in_front(scene)


def _crate(scene: Scene, box: tuple[float, float, float, float]) -> None:
    rng, pen, (left, top, right, bottom) = scene.rng, scene.pen, box
    wood, w, h = lit(scene, jitter(rng, rng.choice(WOOD), 12)), right - left, bottom - top
    fruit = jitter(
        rng,
        rng.choice(
            (
                (206, 44, 40),
                (244, 150, 40),
                (250, 214, 70),
                (120, 170, 60),
                (110, 50, 110),
                (232, 110, 90),
                (76, 120, 60),
            )
        ),
        8,
    )
    pen.rectangle((left, top + h * 0.1, right, bottom), fill=shade(wood, 0.5))
    r = w * rng.uniform(0.07, 0.11)
    for row in range(4):
        y = top + h * (0.16 + 0.17 * row)
        for k in range(math.ceil(w / (r * 1.8))):
            x = left + r + (k + 0.5 * (row % 2)) * r * 1.8
            if x < right - r * 0.5:
                tone = lit(scene, jitter(rng, fruit, 14))
                disc(scene, x, y + r * 0.1, r, 1, color=shade(tone, 0.66))
                disc(scene, x - r * 0.06, y, r * 0.9, 1, color=tone)
                disc(scene, x - r * 0.34, y - r * 0.34, r * 0.26, 1, color=shade(tone, 1.45))
    pen.rectangle((left, bottom - h * 0.26, right, bottom - h * 0.03), fill=wood)
    pen.line((left, bottom - h * 0.15, right, bottom - h * 0.15), fill=shade(wood, 0.7), width=3)
    if rng.random() < 0.7:
        x, y = left + w * rng.uniform(0.3, 0.7), bottom - h * 0.2
        card, ink = rng.choice(((WHITE, (196, 50, 44)), ((250, 226, 110), (150, 40, 40)), ((44, 52, 48), WHITE)))
        pen.rectangle((x - w * 0.17, y - h * 0.2, x + w * 0.17, y + h * 0.06), fill=lit(scene, card))
        write(pen, (x, y - h * 0.13), word(rng), round(w * 0.07), ink, "mm")
        write(pen, (x, y - h * 0.02), f"{rng.uniform(0.5, 6):.2f}", round(w * 0.09), ink, "mm")


DRAWINGS: tuple[Drawing, ...] = (
    plate_from_above,
    bowls_and_chopsticks,
    sushi_board,
    breakfast_tray,
    slice_of_cake,
    pizza_for_everybody,
    laid_table,
    market_stall,
)
