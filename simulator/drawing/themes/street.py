"""In the street: house fronts, cars, crossings, shops, trams, bicycles."""

import math

from simulator.drawing.backdrop import lit, sky, street, tree
from simulator.drawing.color import CLOTH, WHITE, Color, jitter, shade
from simulator.drawing.figure import Outfit
from simulator.drawing.paint import Box, Point, speckle, texture, vertical_gradient
from simulator.drawing.plants import bush, pot
from simulator.drawing.scene import Drawing, Scene
from simulator.drawing.things import after_dark, in_front, on_foot
from simulator.drawing.town import (
    PAINT,
    WALLS,
    bicycle,
    car_roof,
    lamp_post,
    painted_car,
    passer_by,
    shop_front,
    tram,
    walker_from_above,
    window,
)


def _asphalt(scene: Scene, top: float, bottom: float) -> Color:
    """Road between two heights (pixels); returns its colour."""
    road = lit(scene, jitter(scene.rng, (92, 94, 100), 8))
    vertical_gradient(scene, (0, top, scene.width, bottom), shade(road, 1.14), shade(road, 0.86))
    texture(scene, (0, top, scene.width, bottom), 8)
    return road


def town_row(scene: Scene) -> None:
    """The whole width of a street: fronts, parked cars, lamps, people passing."""
    rng, w, h = scene.rng, scene.width, scene.height
    horizon = rng.uniform(0.54, 0.62)
    street(scene, horizon)
    kerb = horizon * h + 26 + 0.14 * h
    for k in range(rng.randint(1, 3)):
        tree(scene, w * (k * 0.4 + rng.uniform(0, 0.2)), kerb - 8, h * rng.uniform(0.26, 0.36))
    for _ in range(rng.randint(3, 6)):
        passer_by(scene, rng.uniform(0, w), kerb - rng.uniform(12, 60), h * 0.15)
    lamp_post(scene, w * rng.uniform(0.1, 0.9), kerb - 6, h * 0.46, lit=after_dark(scene))
    x, length = -w * rng.uniform(0.05, 0.2), w * rng.uniform(0.26, 0.34)
    while x < w:
        if rng.random() < 0.7:
            painted_car(scene, x, kerb + h * 0.06, length)
        x += length * 1.12
    bicycle(scene, w * rng.uniform(0.1, 0.7), kerb - 2, w * 0.08, lit(scene, rng.choice(PAINT)))
    if scene.people:
        in_front(scene, Outfit.COAT)


def _receding(scene: Scene, near: float, far: float, eye: Point, color: Color) -> None:
    """One house of a row that runs towards the vanishing point ``eye``; ``near`` and ``far`` are its edges' x."""
    rng, pen, h = scene.rng, scene.pen, scene.height
    edge = 0 if near < eye[0] else scene.width
    rise = rng.uniform(0.75, 1.3) * h * 0.5

    def at(x: float, up: float) -> Point:
        t = (x - eye[0]) / (edge - eye[0])
        return (x, eye[1] + (h * 0.3 - up * (rise + h * 0.3)) * t)

    pen.polygon([at(near, 0), at(near, 1), at(far, 1), at(far, 0)], fill=color)
    pen.line([at(near, 1), at(far, 1)], fill=shade(color, 1.3), width=5)
    pen.line([at(far, 1), at(far, 0)], fill=shade(color, 0.6), width=2)
    columns, night = 3, after_dark(scene)
    for row in range(4):
        for k in range(columns):
            a, b = near + (far - near) * (k + 0.25) / columns, near + (far - near) * (k + 0.75) / columns
            low, high = 0.3 + row * 0.175, 0.42 + row * 0.175
            pane = (
                (255, 212, 130)
                if night and rng.random() < 0.5
                else shade(lit(scene, (104, 126, 146)), rng.uniform(0.7, 1.2))
            )
            pen.polygon(
                [at(a, low), at(a, high), at(b, high), at(b, low)], fill=pane, outline=shade(color, 1.35), width=2
            )
    shop = lit(scene, rng.choice(CLOTH))
    pen.polygon(
        [at(near, 0.02), at(near, 0.17), at(far, 0.17), at(far, 0.02)],
        fill=(255, 222, 160) if night else lit(scene, (78, 88, 98)),
    )
    pen.polygon([at(near, 0.16), at(near, 0.22), at(far, 0.22), at(far, 0.16)], fill=shop)


def down_the_street(scene: Scene) -> None:
    """Looking along the tracks between two rows of houses; a tram comes."""
    rng, w, h, pen = scene.rng, scene.width, scene.height, scene.pen
    eye = (w * rng.uniform(0.4, 0.6), h * rng.uniform(0.44, 0.52))
    sky(scene, 0.62)
    road = _asphalt(scene, eye[1], h)
    for edge in (0, w):
        pen.polygon(
            [eye, (edge, eye[1] + h * 0.3), (edge, h * 1.05), (eye[0] + (edge - eye[0]) * 0.72, h)],
            fill=lit(scene, (170, 166, 160)),
        )
        pen.line([eye, (eye[0] + (edge - eye[0]) * 0.72, h)], fill=lit(scene, (214, 210, 204)), width=5)
        far = [eye[0] + (edge - eye[0]) * t for t in (0.1, 0.2, 0.36, 0.6, 1.0)]
        for k in range(4):
            _receding(
                scene,
                far[k + 1],
                far[k],
                eye,
                lit(scene, shade(jitter(rng, rng.choice(WALLS), 10), 0.86 if edge else 1.06)),
            )
    for side in (-1, 1):
        pen.line([eye, (eye[0] + side * w * 0.13, h)], fill=shade(road, 1.6), width=3)
    for k in range(9):
        t = (k / 9) ** 1.6 + 0.05
        y, half = eye[1] + (h - eye[1]) * t, w * 0.015 * t
        for side in (-1, 1):
            x = eye[0] + side * w * 0.24 * t
            pen.polygon(
                [(x - half, y), (x + half, y), (x + half * 1.3, y + h * 0.05 * t), (x - half * 1.3, y + h * 0.05 * t)],
                fill=shade(road, 1.7),
            )
    tram(scene, eye[0], eye[1] + h * rng.uniform(0.1, 0.2), w * rng.uniform(0.12, 0.19))
    for _ in range(rng.randint(3, 6)):
        t, side = rng.uniform(0.25, 0.75), rng.choice((-1, 1))
        passer_by(scene, eye[0] + side * w * (0.42 + 0.08 * rng.random()) * t * 1.1, eye[1] + h * 0.4 * t, h * 0.26 * t)
    if scene.people:
        on_foot(scene, Outfit.COAT)


def shop_fronts(scene: Scene) -> None:
    """Close to two or three shops with awnings, a bicycle leaning there."""
    rng, w, h, pen = scene.rng, scene.width, scene.height, scene.pen
    foot, count = h * rng.uniform(0.78, 0.84), 2 if w < h else rng.choice((2, 3))
    wide = w / count
    for k in range(count):
        shop_front(scene, (k * wide, 0, (k + 1) * wide, foot))
    paving = lit(scene, jitter(rng, (176, 170, 162), 10))
    vertical_gradient(scene, (0, foot, w, h), shade(paving, 0.86), shade(paving, 1.05))
    for i in range(-8, 9):
        pen.line((w * (0.5 + i * 0.1), foot, w * (0.5 + i * 0.17), h), fill=shade(paving, 0.74), width=2)
    for joint in (0.3, 0.62):
        pen.line((0, foot + (h - foot) * joint, w, foot + (h - foot) * joint), fill=shade(paving, 0.74), width=2)
    texture(scene, (0, foot, w, h), 6)
    for k in range(count):
        if rng.random() < 0.7:
            x = (k + rng.choice((0.08, 0.92))) * wide
            rim = pot(scene, x, foot + h * 0.04, w * 0.08)
            bush(scene, x, rim + w * 0.015, w * 0.045)
    bicycle(scene, w * rng.uniform(0.1, 0.55), foot + h * 0.07, min(w, h) * 0.2, lit(scene, rng.choice(PAINT)))
    if scene.people:
        on_foot(scene)


def crossing_from_above(scene: Scene) -> None:
    """From a high window: a zebra crossing, roofs of cars, people as dots with shadows."""
    rng, w, h = scene.rng, scene.width, scene.height
    road = _asphalt(scene, 0, h)
    top, low = h * rng.uniform(0.24, 0.3), h * rng.uniform(0.74, 0.8)
    cx, half = w * rng.uniform(0.36, 0.64), w * 0.11
    _pavements(scene, top, low)
    _markings(scene, road, (cx - half, top, cx + half, low))
    texture(scene, (0, 0, w, h), 4)
    size = w * rng.uniform(0.2, 0.24)
    for lane, turn in ((0.25, 180), (0.75, 0)):
        for x in (cx - half * 1.3 - size * 0.62, cx + half * 1.3 + size * 0.62):
            if rng.random() < 0.8:
                car_roof(scene, (x + rng.uniform(-0.05, 0.05) * w, top + (low - top) * lane), size, turn)
    for _ in range(rng.randint(2, 5)):
        walker_from_above(scene, cx + rng.uniform(-0.8, 0.8) * half, rng.uniform(top, low), w * 0.016)
    for _ in range(rng.randint(4, 8)):
        y = rng.choice((rng.uniform(0, top - 20), rng.uniform(low + 20, h)))
        walker_from_above(scene, rng.uniform(0, w), y, w * 0.016)
    for k in range(rng.randint(2, 4)):
        bush(scene, w * (0.1 + 0.26 * k + rng.uniform(0, 0.08)), h * rng.choice((0.16, 1.0)), w * 0.07)


def _pavements(scene: Scene, top: float, low: float) -> None:
    """Paving above ``top`` and below ``low`` (pixels), seen from above."""
    w, h, pen = scene.width, scene.height, scene.pen
    paving = lit(scene, jitter(scene.rng, (178, 172, 164), 8))
    for y0, y1 in ((0.0, top), (low, float(h))):
        vertical_gradient(scene, (0, y0, w, y1), paving, shade(paving, 0.92))
        for i in range(26):
            pen.line((i * w / 25, y0, i * w / 25, y1), fill=shade(paving, 0.86), width=1)
        for k in range(5):
            pen.line((0, y0 + (y1 - y0) * k / 4, w, y0 + (y1 - y0) * k / 4), fill=shade(paving, 0.86), width=1)
    for y in (top, low):
        pen.rectangle((0, y - 5, w, y + 5), fill=shade(paving, 1.3))


def _markings(scene: Scene, road: Color, zebra: Box) -> None:
    """Bars across the road within ``zebra`` and a broken line along its middle elsewhere."""
    pen, w, (left, top, right, low) = scene.pen, scene.width, zebra
    bars = scene.rng.randint(8, 11)
    step, middle = (low - top) / bars, (top + low) / 2
    for k in range(bars):
        y = top + step * (k + 0.25)
        pen.rectangle((left, y, right, y + step * 0.5), fill=shade(lit(scene, (236, 234, 226)), 1.1))
    for k in range(-1, 9):
        x = k * w / 8
        if not left - w * 0.06 < x < right + w * 0.01:
            pen.rectangle((x, middle - 3, x + w / 16, middle + 3), fill=shade(road, 1.6))


def parked_at_the_wall(scene: Scene) -> None:
    """One house front with door, windows and brickwork; a car at the kerb fills the foreground."""
    rng, w, h, pen = scene.rng, scene.width, scene.height, scene.pen
    foot = h * rng.uniform(0.64, 0.7)
    wall = lit(scene, jitter(rng, rng.choice(WALLS), 12))
    vertical_gradient(scene, (0, 0, w, foot), shade(wall, 1.08), shade(wall, 0.88))
    tall = h * 0.03
    for row in range(math.ceil(foot / tall)):
        for _ in range(5):
            x = rng.uniform(-0.05, 1) * w
            pen.rectangle(
                (x, row * tall, x + tall * 2.2, (row + 1) * tall - 2),
                fill=shade(wall, rng.choice((0.9, 0.95, 1.06, 1.12))),
            )
        pen.line((0, row * tall, w, row * tall), fill=shade(wall, 0.9), width=1)
    frame, door, night = lit(scene, WHITE), rng.choice((0.12, 0.7)), after_dark(scene)
    for up in (0.06, 0.36):
        for k in range(3):
            x = 0.1 + 0.31 * k
            if abs(x - door) > 0.14 or up < 0.3:
                window(scene, (x * w, up * h, (x + 0.14) * w, (up + 0.2) * h), frame, lit=night and rng.random() < 0.6)
    paint = lit(scene, rng.choice(PAINT))
    pen.rectangle((w * (door - 0.015), foot - h * 0.33, w * (door + 0.185), foot), fill=frame)
    pen.rectangle((w * door, foot - h * 0.31, w * (door + 0.17), foot), fill=paint)
    for sunk in (0.03, 0.17):
        for x in (0.02, 0.095):
            pen.rectangle(
                (w * (door + x), foot - h * (0.29 - sunk), w * (door + x + 0.055), foot - h * (0.18 - sunk)),
                fill=shade(paint, 0.74),
            )
    paving = lit(scene, (172, 168, 160))
    vertical_gradient(scene, (0, foot, w, foot + h * 0.12), shade(paving, 0.84), paving)
    pen.rectangle((0, foot + h * 0.115, w, foot + h * 0.14), fill=shade(paving, 1.25))
    road = _asphalt(scene, foot + h * 0.14, h)
    bicycle(scene, w * (0.2 if door > 0.5 else 0.64), foot + h * 0.05, min(w, h) * 0.16, lit(scene, rng.choice(PAINT)))
    lamp_post(scene, w * rng.choice((0.04, 0.52, 0.95)), foot + h * 0.09, h * 0.62, lit=night)
    painted_car(scene, w * rng.uniform(-0.06, 0.3), foot + h * 0.22, w * rng.uniform(0.66, 0.8))
    speckle(scene, (0, foot + h * 0.15, w, h), [shade(road, 0.7), lit(scene, (190, 140, 60))], 18, 4)
    if scene.people:
        in_front(scene)


DRAWINGS: tuple[Drawing, ...] = (town_row, down_the_street, shop_fronts, crossing_from_above, parked_at_the_wall)
