"""At work: laptops, keyboards, notebooks, whiteboards, meeting tables, mugs."""

import math

from simulator.drawing.backdrop import room, tabletop
from simulator.drawing.color import CLOTH, FOLIAGE, WHITE, WOOD, jitter, mix, shade
from simulator.drawing.figure import Outfit
from simulator.drawing.office import (
    MARKER,
    METAL,
    coffee_mug,
    desk_top,
    key_rows,
    laptop,
    notebook,
    on_screen,
    pencil,
    seat_setting,
    sketch,
    sticky_note,
)
from simulator.drawing.paint import Box, smooth, soft_shadow, soft_spot, texture, vertical_gradient
from simulator.drawing.plants import pot
from simulator.drawing.scene import Drawing, Scene
from simulator.drawing.things import across_the_table, cup_from_above, in_front, on_foot


def laptop_at_the_window(scene: Scene) -> None:
    """A laptop on a desk in a room, mug, plant and lamp; whoever works stands behind it."""
    rng, w, h = scene.rng, scene.width, scene.height
    room(scene, 0.66)
    edge = h * rng.uniform(0.62, 0.68)
    if scene.people:
        across_the_table(scene, edge + h * 0.04)
    desk_top(scene, edge)
    side, unit = rng.choice((-1, 1)), min(w, h)
    wide = unit * (0.34 if scene.people else rng.uniform(0.56, 0.64))
    cx = w * (0.5 + (side * 0.24 if len(scene.people) == 1 else side * 0.06))
    laptop(scene, cx, h * (0.95 if scene.people else 0.88), wide)
    coffee_mug(scene, w * (0.5 - side * 0.36), h * 0.86, unit * 0.14)
    rim = pot(scene, w * (0.5 + side * 0.43), edge + h * 0.08, unit * 0.11, (228, 226, 220))
    leaf = rng.choice(FOLIAGE)
    for k in range(9):
        a, x = math.pi * (0.14 + 0.72 * k / 8), w * (0.5 + side * 0.43)
        tip = (x + unit * 0.1 * math.cos(a), rim - unit * 0.15 * math.sin(a))
        scene.pen.polygon(
            smooth(
                [(x, rim), ((x + tip[0]) / 2 - 8, (rim + tip[1]) / 2), tip, ((x + tip[0]) / 2 + 8, (rim + tip[1]) / 2)],
                steps=3,
            ),
            fill=shade(leaf, 0.7 + 0.06 * k),
        )
    for k in range(rng.randint(1, 3)):
        sticky_note(scene, w * (0.5 - side * (0.2 - 0.07 * k)), h * 0.94, unit * 0.07)


def desk_from_above(scene: Scene) -> None:
    """Everything of a desk from above: keyboard, mouse, notebook, phone, cup, pens."""
    rng, w, h, pen = scene.rng, scene.width, scene.height, scene.pen
    tabletop(scene, jitter(rng, rng.choice((*WOOD, (232, 230, 226), (70, 72, 78))), 10))
    unit, flip, metal = min(w, h), rng.choice((-1, 1)), rng.choice(METAL)
    cx, cy, half, deep = w * (0.5 - flip * 0.06), h * rng.uniform(0.26, 0.34), w * (0.3 if w > h else 0.36), unit * 0.15
    soft_shadow(scene, (cx - half, cy - deep * 0.8, cx + half * 1.05, cy + deep * 1.3), 0.55)
    pen.rounded_rectangle((cx - half, cy - deep, cx + half, cy + deep), unit * 0.02, fill=metal)
    key_rows(
        scene,
        (cx - half * 0.95, cy - deep * 0.86, cx + half * 0.95, cy + deep * 0.88),
        rng.choice(((246, 246, 246), (46, 48, 54))),
    )
    mx = cx + half + unit * 0.1
    soft_shadow(scene, (mx - unit * 0.05, cy - unit * 0.07, mx + unit * 0.07, cy + unit * 0.11), 0.5)
    pen.rounded_rectangle(
        (mx - unit * 0.05, cy - unit * 0.09, mx + unit * 0.05, cy + unit * 0.09), unit * 0.05, fill=shade(metal, 1.1)
    )
    pen.line((mx, cy - unit * 0.08, mx, cy - unit * 0.03), fill=shade(metal, 0.6), width=4)
    notebook(scene, (w * (0.5 + flip * 0.2), h * 0.74), unit * 0.4, rng.uniform(-14, 14))
    px, py = w * (0.5 - flip * 0.14), h * rng.uniform(0.7, 0.78)
    soft_shadow(scene, (px - unit * 0.07, py - unit * 0.12, px + unit * 0.1, py + unit * 0.16), 0.5)
    pen.rounded_rectangle(
        (px - unit * 0.075, py - unit * 0.15, px + unit * 0.075, py + unit * 0.15), unit * 0.02, fill=(26, 27, 31)
    )
    pen.rounded_rectangle(
        (px - unit * 0.066, py - unit * 0.14, px + unit * 0.066, py + unit * 0.14), unit * 0.015, fill=(50, 60, 80)
    )
    cup_from_above(scene, w * (0.5 - flip * 0.37), h * rng.uniform(0.6, 0.84), unit * 0.1, rng.choice((WHITE, *CLOTH)))
    for _ in range(rng.randint(1, 3)):
        sticky_note(scene, w * rng.uniform(0.08, 0.92), h * rng.uniform(0.5, 0.56), unit * 0.09)
    pencil(scene, (w * (0.5 + flip * 0.34), h * 0.9), unit * 0.3, -flip * rng.uniform(0.7, 1.3))


def whiteboard_talk(scene: Scene) -> None:
    """A whiteboard full of sketches and notes; people in front of it."""
    rng, w, h, pen = scene.rng, scene.width, scene.height, scene.pen
    wall = jitter(rng, rng.choice(((204, 208, 210), (190, 204, 212), (220, 210, 196))), 8)
    vertical_gradient(scene, (0, 0, w, h), shade(wall, 1.1), shade(wall, 0.84))
    floor = jitter(rng, (128, 124, 124), 12)
    vertical_gradient(scene, (0, h * 0.86, w, h), shade(floor, 0.8), floor)
    box: Box = (w * 0.06, h * 0.08, w * 0.94, h * (0.72 if w > h else 0.52))
    soft_shadow(scene, (box[0], box[1] + h * 0.04, box[2] + 10, box[3] + h * 0.03), 0.5)
    pen.rounded_rectangle((box[0] - 10, box[1] - 10, box[2] + 10, box[3] + 10), 10, fill=(170, 174, 180))
    vertical_gradient(scene, box, (252, 253, 254), (236, 240, 243))
    sketch(scene, box)
    for _ in range(rng.randint(2, 6)):
        sticky_note(
            scene,
            rng.uniform(box[0] + w * 0.5, box[2] - w * 0.06),
            rng.uniform(box[1] + h * 0.1, box[3] - h * 0.1),
            min(w, h) * 0.08,
        )
    pen.rectangle((w * 0.3, box[3] + 8, w * 0.7, box[3] + 22), fill=(150, 154, 160))
    for k in range(4):
        x = w * (0.34 + 0.08 * k)
        pen.rounded_rectangle((x, box[3] - 2, x + w * 0.055, box[3] + 9), 5, fill=MARKER[k])
    soft_spot(scene, (w * 0.1, h * 0.02, w * 0.5, h * 0.5), (255, 255, 255), 0.35)
    if scene.people:
        on_foot(scene, rng.choice((Outfit.SUIT, Outfit.CASUAL)))
    else:
        desk_top(scene, h * 0.88)
        laptop(scene, w * rng.uniform(0.3, 0.7), h * 0.97, min(w, h) * 0.3)


def meeting_table(scene: Scene) -> None:
    """A long table with laptops, papers and glasses, a screen on the wall, empty or taken chairs."""
    rng, w, h, pen = scene.rng, scene.width, scene.height, scene.pen
    wall = jitter(rng, rng.choice(((214, 210, 202), (150, 166, 178), (96, 108, 120), (200, 206, 200))), 8)
    vertical_gradient(scene, (0, 0, w, h), shade(wall, 1.1), shade(wall, 0.84))
    sx, sy = w * rng.uniform(0.3, 0.7), h * 0.2
    half = min(w * 0.26, h * 0.24)
    pen.rounded_rectangle(
        (sx - half * 1.05, sy - half * 0.64, sx + half * 1.05, sy + half * 0.64), 8, fill=(24, 25, 28)
    )
    on_screen(scene, (sx - half, sy - half * 0.58, sx + half, sy + half * 0.58))
    for k in range(4):
        x = w * (0.14 + 0.24 * k)
        pen.line((x, 0, x, h * 0.03), fill=(50, 50, 54), width=3)
        pen.rounded_rectangle((x - w * 0.07, h * 0.03, x + w * 0.07, h * 0.045), 4, fill=(255, 246, 220))
        soft_spot(scene, (x - w * 0.1, h * 0.02, x + w * 0.1, h * 0.14), (255, 244, 214), 0.5)
    edge, cloth = h * rng.uniform(0.56, 0.62), jitter(rng, rng.choice(CLOTH), 12)
    seats = 5 if w > h else 4
    for k in range(seats):
        x, r = w * (k + 0.5) / seats, w * 0.075
        pen.rounded_rectangle((x - r, edge - h * 0.2, x + r, edge + h * 0.04), r * 0.4, fill=shade(cloth, 0.72))
        pen.rounded_rectangle((x - r * 0.9, edge - h * 0.19, x + r * 0.7, edge + h * 0.04), r * 0.36, fill=cloth)
    if scene.people:
        across_the_table(scene, edge + h * 0.05, rng.choice((Outfit.SUIT, Outfit.CASUAL)))
    wood = jitter(rng, rng.choice(WOOD), 10)
    pen.polygon([(w * 0.03, edge), (w * 0.97, edge), (w * 1.12, h), (-w * 0.12, h)], fill=wood)
    soft_spot(scene, (w * 0.2, edge, w * 0.8, edge + h * 0.18), mix(wood, WHITE, 0.5), 0.6)
    for row, (y, size) in enumerate(((0.2, 0.1), (0.6, 0.17))):
        count = 4 - row if w > h else 3 - row
        for k in range(count):
            seat_setting(scene, w * ((k + 0.5) / count + rng.uniform(-0.03, 0.03)), edge + (h - edge) * y, w * size)


def open_notebook(scene: Scene) -> None:
    """Close up: a notebook fills the frame, a pencil across it, a cup and a keyboard's edge cut off."""
    rng, w, h = scene.rng, scene.width, scene.height
    tabletop(scene)
    unit = min(w, h)
    metal = rng.choice(METAL)
    soft_shadow(scene, (w * 0.04, -h * 0.1, w * 0.97, h * 0.2), 0.5)
    scene.pen.rounded_rectangle((w * 0.06, -h * 0.2, w * 0.94, h * 0.15), 14, fill=metal)
    key_rows(scene, (w * 0.08, -h * 0.05, w * 0.92, h * 0.135), (46, 48, 54), rows=4)
    notebook(scene, (w * rng.uniform(0.42, 0.5), h * 0.64), unit * 0.62, rng.uniform(-10, 10))
    pencil(scene, (w * 0.46, h * rng.uniform(0.62, 0.78)), unit * 0.46, rng.uniform(-0.6, 0.2))
    cup_from_above(scene, w * 0.9, h * rng.uniform(0.3, 0.44), unit * 0.13, rng.choice((WHITE, *CLOTH)))
    for k in range(rng.randint(1, 3)):
        sticky_note(scene, w * 0.1, h * (0.36 + 0.16 * k), unit * 0.1)


def two_monitors(scene: Scene) -> None:
    """Large screens, keyboard, lamp and a wall with notes; a face looks over from the front."""
    rng, w, h, pen = scene.rng, scene.width, scene.height, scene.pen
    wall = jitter(rng, rng.choice(CLOTH), 10)
    wall = mix(wall, WHITE, 0.45)
    vertical_gradient(scene, (0, 0, w, h), shade(wall, 1.08), shade(wall, 0.82))
    texture(scene, (0, 0, w, h * 0.7), 3)
    for _ in range(rng.randint(3, 7)):
        sticky_note(scene, w * rng.uniform(0.06, 0.94), h * rng.uniform(0.06, 0.16), min(w, h) * 0.07)
    edge = h * 0.7
    desk_top(scene, edge)
    count = 2 if w > h else 1
    for k in range(count):
        cx, half = w * ((k + 0.5) / count), w * 0.42 / count
        tall = half * 0.62
        cy = edge - tall - h * 0.05
        soft_shadow(scene, (cx - half * 0.5, edge + h * 0.02, cx + half * 0.5, edge + h * 0.08), 0.5)
        pen.polygon(
            [
                (cx - half * 0.08, cy + tall),
                (cx + half * 0.08, cy + tall),
                (cx + half * 0.1, edge + h * 0.04),
                (cx - half * 0.1, edge + h * 0.04),
            ],
            fill=(86, 90, 96),
        )
        pen.ellipse((cx - half * 0.34, edge + h * 0.02, cx + half * 0.34, edge + h * 0.06), fill=(104, 108, 114))
        pen.rounded_rectangle((cx - half, cy - tall, cx + half, cy + tall), 12, fill=(30, 31, 35))
        on_screen(scene, (cx - half * 0.96, cy - tall * 0.94, cx + half * 0.96, cy + tall * 0.9))
    metal, kx, ky, r = rng.choice(METAL), w * 0.46, h * 0.87, min(w * 0.24, h * 0.3)
    soft_shadow(scene, (kx - r * 1.1, ky - h * 0.03, kx + r * 1.2, ky + h * 0.09), 0.5)
    pen.polygon(
        [
            (kx - r, ky - h * 0.04),
            (kx + r, ky - h * 0.04),
            (kx + r * 1.08, ky + h * 0.06),
            (kx - r * 1.08, ky + h * 0.06),
        ],
        fill=metal,
    )
    key_rows(scene, (kx - r * 0.96, ky - h * 0.034, kx + r * 0.96, ky + h * 0.05), (50, 52, 58), rows=4)
    coffee_mug(scene, w * 0.86, h * 0.92, min(w, h) * 0.15)
    if scene.people:
        in_front(scene)


DRAWINGS: tuple[Drawing, ...] = (
    laptop_at_the_window,
    desk_from_above,
    whiteboard_talk,
    meeting_table,
    open_notebook,
    two_monitors,
)
