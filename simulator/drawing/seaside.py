"""What lies and stands on a beach: sand, waves, palms, parasols, towels, shells. All lengths are in pixels."""

import math

from simulator.drawing.backdrop import lit
from simulator.drawing.color import PARTY, WHITE, Color, jitter, mix, shade
from simulator.drawing.paint import Box, Point, smooth, soft_shadow, soft_spot, speckle, texture, vertical_gradient
from simulator.drawing.papers import lay, sheet_of
from simulator.drawing.scene import Scene
from simulator.drawing.things import facet

_SAND: tuple[Color, ...] = ((236, 208, 160), (226, 198, 150), (244, 222, 182), (218, 186, 142))


_SEA: tuple[tuple[Color, Color], ...] = (
    ((24, 96, 158), (72, 190, 200)),
    ((30, 116, 150), (110, 206, 196)),
    ((36, 84, 140), (82, 160, 190)),
    ((20, 124, 168), (128, 220, 214)),
)


def sand_floor(scene: Scene, top: float, color: Color | None = None) -> Color:
    """Fills the picture from ``top`` (pixels) down with sand; returns its colour."""
    rng, w, h = scene.rng, scene.width, scene.height
    base = color or lit(scene, jitter(rng, rng.choice(_SAND), 8))
    vertical_gradient(scene, (0, top, w, h), shade(base, 1.08), shade(base, 0.9))
    for _ in range(9):
        x, y, r = rng.uniform(0, w), rng.uniform(top, h), rng.uniform(80, 240)
        soft_spot(scene, (x - r, y - r * 0.16, x + r, y + r * 0.16), shade(base, rng.choice((0.84, 1.2))), 0.45)
    texture(scene, (0, top, w, h), 8)
    speckle(scene, (0, top, w, h), [shade(base, 0.72), shade(base, 1.4), shade(base, 0.6)], 110, 2.2)
    return base


def shoreline(scene: Scene, at: float, swing: float) -> list[Point]:
    """The line of the last wave across the picture."""
    rng, w = scene.rng, scene.width
    knots = [(w * i / 6, at + rng.uniform(-swing, swing)) for i in range(-1, 8)]
    return smooth(knots, closed=False, steps=6)


def sea_water(scene: Scene, top: float, bottom: float) -> None:
    """Water from the horizon (pixels) to the foam on wet sand; the sand must be there already."""
    rng, w, pen = scene.rng, scene.width, scene.pen
    deep, shallow = (lit(scene, jitter(rng, c, 10)) for c in rng.choice(_SEA))
    line, depth = shoreline(scene, bottom, scene.height * 0.018), bottom - top
    wet = lit(scene, (176, 146, 108))
    pen.polygon([(0, top), (w, top), *[(x, y + depth * 0.16) for x, y in reversed(line)]], fill=mix(wet, shallow, 0.15))
    vertical_gradient(scene, (0, top, w, bottom - depth * 0.1), deep, shallow)
    pen.polygon([(0, bottom - depth * 0.1), (w, bottom - depth * 0.1), *reversed(line)], fill=shallow)
    foam = lit(scene, (250, 252, 252))
    for back, thick in ((0.0, 0.045), (0.17, 0.028), (0.36, 0.016)):
        edge = [(x, y - depth * back + math.sin(x / 37 + back * 40) * depth * 0.012) for x, y in line]
        pen.line(
            [(x, y - depth * thick) for x, y in edge],
            fill=mix(shallow, (40, 90, 110), 0.35),
            width=max(2, round(depth * 0.02)),
            joint="curve",
        )
        pen.line(edge, fill=foam, width=max(2, round(depth * thick)), joint="curve")
    for _ in range(90):
        t = rng.random() ** 1.4
        x, y, long = rng.uniform(-40, w), top + depth * (0.03 + 0.78 * t), 12 + 60 * t * rng.random()
        tone = mix(mix(deep, shallow, t), foam if rng.random() < 0.6 else (10, 40, 80), 0.4)
        pen.line((x, y, x + long, y), fill=tone, width=1 + round(2 * t))


def palm(scene: Scene, x: float, foot: float, height: float, lean: float) -> None:
    """A palm leaning by ``lean`` of its height."""
    rng, pen = scene.rng, scene.pen
    bark = lit(scene, jitter(rng, (134, 100, 70), 10))
    spine = smooth(
        [(x, foot), (x + lean * height * 0.25, foot - height * 0.4), (x + lean * height, foot - height)],
        closed=False,
        steps=9,
    )
    for i, (px, py) in enumerate(spine):
        r = height * (0.04 - 0.022 * i / len(spine))
        pen.ellipse((px - r, py - r * 1.7, px + r, py + r * 1.7), fill=shade(bark, 0.74))
        pen.ellipse((px - r, py - r * 1.5, px + r * 0.4, py + r * 1.1), fill=shade(bark, 1.0 + 0.12 * (i % 2)))
    cx, cy = spine[-1]
    leaf = lit(scene, jitter(rng, (62, 128, 62), 14))
    for i in range(11):
        a = math.tau * i / 11 + rng.uniform(-0.18, 0.18)
        reach = height * rng.uniform(0.38, 0.5)
        droop = height * (0.13 + 0.12 * abs(math.cos(a)))
        tip = (cx + reach * math.cos(a), cy + reach * 0.42 * math.sin(a) + droop)
        mid = (cx + reach * 0.55 * math.cos(a), cy + reach * 0.5 * math.sin(a) - height * 0.05)
        wide = height * 0.045
        frond = smooth([(cx, cy), (mid[0] - wide * 0.4, mid[1] - wide), tip, (mid[0], mid[1] + wide)], steps=4)
        pen.polygon(frond, fill=shade(leaf, rng.uniform(0.66, 1.2)))
        pen.line([(cx, cy), mid, tip], fill=shade(leaf, 1.3), width=2, joint="curve")
    for dx in (-0.025, 0.02):
        r = height * 0.024
        pen.ellipse(
            (cx + dx * height - r, cy + r * 0.4, cx + dx * height + r, cy + r * 2.4), fill=lit(scene, (104, 72, 44))
        )


def parasol(scene: Scene, x: float, foot: float, size: float, color: Color) -> None:
    """A striped parasol, ``size`` wide, its pole in the sand at (x, foot)."""
    pen, r, tilt = scene.pen, size / 2, scene.rng.uniform(-0.12, 0.12)
    top = foot - size * 0.86
    soft_shadow(scene, (x - r * 0.9 + r * 0.5, foot - size * 0.06, x + r * 0.9 + r * 0.5, foot + size * 0.09), 0.5)
    pen.line((x + tilt * size * 0.2, top, x, foot), fill=lit(scene, (240, 238, 232)), width=max(3, round(size * 0.024)))
    cx, pale = x + tilt * size * 0.2, lit(scene, WHITE)
    color = lit(scene, color)
    rim = [
        (cx + r * k / 4, top + size * 0.24 + tilt * size * k / 4 * 0.4 + size * 0.03 * (1 - (k / 4) ** 2))
        for k in range(-4, 5)
    ]
    for k in range(8):
        tone = (color if k % 2 else pale) if k < 5 else shade(color if k % 2 else pale, 0.86)
        (x0, y0), (x1, y1) = rim[k], rim[k + 1]
        bulge = [(cx + (x0 - cx) * 0.72, y0 - size * 0.18), (cx + (x1 - cx) * 0.72, y1 - size * 0.18)]
        pen.polygon([(x0, y0), bulge[0], (cx, top - size * 0.04), bulge[1], (x1, y1)], fill=tone)
        pen.polygon([(x0, y0), (x1, y1), ((x0 + x1) / 2, max(y0, y1) + size * 0.035)], fill=shade(tone, 0.8))
    dots_r = size * 0.02
    pen.ellipse((cx - dots_r, top - size * 0.04 - dots_r * 2, cx + dots_r, top - size * 0.04), fill=pale)


def sailing_boat(scene: Scene, x: float, water: float, size: float, color: Color) -> None:
    """A boat with two sails and its reflection."""
    sail, hull, at = lit(scene, WHITE), lit(scene, color), (x, water)
    mirror = mix(sail, (80, 140, 170), 0.5)
    soft_spot(scene, (x - size * 0.6, water - size * 0.03, x + size * 0.6, water + size * 0.34), mirror, 0.45)
    facet(scene, at, size, [(-0.5, -0.14), (0.55, -0.16), (0.38, 0.03), (-0.38, 0.03)], hull)
    facet(scene, at, size, [(-0.42, -0.03), (0.45, -0.03), (0.38, 0.03), (-0.38, 0.03)], shade(hull, 0.66))
    facet(scene, at, size, [(-0.012, -0.14), (0.012, -0.14), (0.012, -1.3), (-0.012, -1.3)], lit(scene, (110, 84, 60)))
    facet(scene, at, size, [(0.03, -1.26), (0.5, -0.24), (0.03, -0.22)], sail)
    facet(scene, at, size, [(0.2, -0.9), (0.5, -0.24), (0.22, -0.23)], shade(sail, 0.9))
    facet(scene, at, size, [(-0.03, -1.14), (-0.42, -0.24), (-0.03, -0.22)], shade(sail, 0.84))


def beach_towel(scene: Scene, center: Point, width: float, angle: float) -> None:
    """A striped towel from above."""
    rng = scene.rng
    a, b = rng.sample(PARTY, 2)
    towel = sheet_of(scene, width, width * 1.9, lit(scene, mix(a, WHITE, 0.15)))
    step = towel.height / rng.randint(9, 15)
    for i in range(0, 16, 2):
        towel.pen.rectangle((0, i * step, width, (i + 1) * step), fill=lit(scene, WHITE if i % 4 else b))
    for x in range(0, towel.width, 6):
        for y in (0, towel.height - 9):
            towel.pen.line((x, y, x, y + 9), fill=lit(scene, (240, 232, 214)), width=3)
    soft_spot(towel, (width * 0.2, step, width * 0.5, step * 9), (60, 40, 40), 0.18)
    texture(towel, (0, 0, width, towel.height), 7)
    lay(scene, towel, center, angle)


def starfish(scene: Scene, x: float, y: float, r: float) -> None:
    """A starfish."""
    color, turn = lit(scene, jitter(scene.rng, (232, 118, 74), 16)), scene.rng.random()
    soft_shadow(scene, (x - r * 0.8, y - r * 0.6, x + r * 0.95, y + r * 0.95), 0.4)
    points = [
        (x + r * k * math.cos(turn + i * math.pi / 5), y + r * k * math.sin(turn + i * math.pi / 5))
        for i, k in enumerate((1, 0.42) * 5)
    ]
    scene.pen.polygon(smooth(points, steps=4), fill=color)
    for i in range(5):
        for k in (0.2, 0.42, 0.64):
            px, py = x + r * k * math.cos(turn + i * math.tau / 5), y + r * k * math.sin(turn + i * math.tau / 5)
            scene.pen.ellipse((px - r * 0.05, py - r * 0.05, px + r * 0.05, py + r * 0.05), fill=mix(color, WHITE, 0.5))


def shell(scene: Scene, x: float, y: float, r: float) -> None:
    """A scallop."""
    rng, pen = scene.rng, scene.pen
    color, turn = (
        lit(scene, jitter(rng, rng.choice(((246, 214, 196), (250, 236, 214), (226, 180, 170))), 10)),
        rng.uniform(0, math.tau),
    )
    soft_shadow(scene, (x - r, y - r * 0.7, x + r * 1.15, y + r * 1.05), 0.4)
    rays = [(x + r * math.cos(turn + i * 0.26), y + r * math.sin(turn + i * 0.26)) for i in range(-6, 7)]
    hinge = (x - r * 0.8 * math.cos(turn), y - r * 0.8 * math.sin(turn))
    pen.polygon([hinge, *rays], fill=color)
    for i, ray in enumerate(rays):
        pen.ellipse((ray[0] - r * 0.13, ray[1] - r * 0.13, ray[0] + r * 0.13, ray[1] + r * 0.13), fill=color)
        pen.line((*hinge, *ray), fill=shade(color, 0.74 if i % 2 else 1.2), width=max(1, round(r * 0.05)))


def beach_ball(scene: Scene, x: float, y: float, r: float) -> None:
    """A ball in six stripes."""
    pen, rng = scene.pen, scene.rng
    turn, tones = rng.uniform(0, 360), [lit(scene, c) for c in (*rng.sample(PARTY, 3), WHITE, WHITE, WHITE)]
    soft_shadow(scene, (x - r * 0.8, y + r * 0.5, x + r * 1.3, y + r * 1.3), 0.55)
    for i in range(6):
        pen.pieslice((x - r, y - r, x + r, y + r), turn + i * 60, turn + i * 60 + 60, fill=tones[i // 2 + 3 * (i % 2)])
    soft_spot(scene, (x - r * 0.2, y - r * 0.1, x + r, y + r), (20, 20, 40), 0.3)
    soft_spot(scene, (x - r * 0.75, y - r * 0.8, x + r * 0.1, y), (255, 255, 255), 0.7)


def lounger(scene: Scene, x: float, foot: float, size: float, color: Color) -> None:
    """A deck chair from the side."""
    pen, wood, cloth = scene.pen, lit(scene, (176, 128, 80)), lit(scene, color)
    soft_shadow(scene, (x - size * 0.5, foot - size * 0.07, x + size * 0.7, foot + size * 0.08), 0.45)
    bar = max(3, round(size * 0.045))
    pen.line((x - size * 0.5, foot, x + size * 0.3, foot - size * 0.42), fill=shade(wood, 0.8), width=bar)
    pen.line((x + size * 0.46, foot, x - size * 0.3, foot - size * 0.28), fill=shade(wood, 0.8), width=bar)
    facet(
        scene,
        (x, foot),
        size,
        [(-0.52, -0.78), (-0.28, -0.78), (0.02, -0.16), (0.5, -0.3), (0.44, -0.2), (-0.06, -0.02)],
        cloth,
    )
    for k in (0.25, 0.6):
        pen.line(
            (
                x - size * (0.52 - 0.24 * k),
                foot - size * 0.78,
                x - size * (0.06 - 0.08 * k),
                foot - size * (0.02 + 0.14 * k),
            ),
            fill=mix(cloth, WHITE, 0.75),
            width=bar,
        )


def sunglasses(scene: Scene, x: float, y: float, size: float) -> None:
    """Sunglasses lying with their arms folded out."""
    pen = scene.pen
    soft_shadow(scene, (x - size * 1.1, y - size * 0.3, x + size * 1.2, y + size * 0.7), 0.45)
    pen.line(
        [(x - size, y - size * 0.2), (x - size * 0.7, y + size * 1.0)],
        fill=(44, 34, 32),
        width=max(3, round(size * 0.09)),
    )
    pen.line(
        [(x + size, y - size * 0.2), (x + size * 0.7, y + size * 1.0)],
        fill=(44, 34, 32),
        width=max(3, round(size * 0.09)),
    )
    for k in (-1, 1):
        box: Box = (
            x + k * size * 0.53 - size * 0.46,
            y - size * 0.38,
            x + k * size * 0.53 + size * 0.46,
            y + size * 0.4,
        )
        pen.rounded_rectangle(
            box, size * 0.3, fill=(34, 28, 30), outline=(84, 58, 44), width=max(2, round(size * 0.08))
        )
        pen.line(
            (box[0] + size * 0.2, box[1] + size * 0.3, box[0] + size * 0.5, box[1] + size * 0.16),
            fill=(180, 200, 214),
            width=max(2, round(size * 0.06)),
        )
    pen.line(
        (x - size * 0.1, y - size * 0.1, x + size * 0.1, y - size * 0.1),
        fill=(84, 58, 44),
        width=max(3, round(size * 0.1)),
    )


def beach_sandal(scene: Scene, center: Point, width: float, angle: float, color: Color) -> None:
    """One flip-flop from above."""
    sandal = sheet_of(scene, width, width * 2.5, (0, 0, 0))
    sandal.image = sandal.image.convert("RGBA")
    sandal.image.putalpha(0)
    pen, tall = type(sandal.pen)(sandal.image), sandal.height
    sole, strap = lit(scene, mix(color, WHITE, 0.5)), lit(scene, shade(color, 0.8))
    pen.rounded_rectangle((0, 0, width, tall * 0.62), width * 0.48, fill=(*sole, 255))
    pen.rounded_rectangle((width * 0.1, tall * 0.4, width * 0.9, tall), width * 0.4, fill=(*sole, 255))
    for x in (width * 0.06, width * 0.94):
        pen.line(
            [(width * 0.5, tall * 0.2), ((width * 0.5 + x) / 2, tall * 0.28), (x, tall * 0.5)],
            fill=(*strap, 255),
            width=max(4, round(width * 0.16)),
            joint="curve",
        )
    lay(scene, sandal, center, angle)


def sand_tower(scene: Scene, x: float, foot: float, width: float, height: float, *, color: Color) -> None:
    """A tower of damp sand, with a flag when it is tall."""
    pen, top, half = scene.pen, foot - height, width / 2
    pen.polygon(
        [(x - half * 0.86, top), (x + half * 0.86, top), (x + half * 1.08, foot), (x - half * 1.08, foot)], fill=color
    )
    pen.polygon(
        [(x + half * 0.2, top), (x + half * 0.86, top), (x + half * 1.08, foot), (x + half * 0.3, foot)],
        fill=shade(color, 0.78),
    )
    pen.polygon(
        [(x - half * 0.7, top), (x - half * 0.4, top), (x - half * 0.5, foot), (x - half * 0.9, foot)],
        fill=shade(color, 1.16),
    )
    for k in (-0.72, -0.1, 0.52):
        pen.rectangle(
            (x + half * k, top - width * 0.14, x + half * (k + 0.32), top + 2),
            fill=shade(color, 1.06 if k < 0.4 else 0.84),
        )
    pen.rectangle((x - half * 0.12, top + height * 0.3, x + half * 0.16, top + height * 0.46), fill=shade(color, 0.45))
    speckle(scene, (x - half * 0.8, top, x + half * 0.8, foot), [shade(color, 0.7), shade(color, 1.25)], 16, 2.4)
    if height > width * 1.6:
        flag = lit(scene, scene.rng.choice(PARTY))
        pen.line((x, top, x, top - width * 0.8), fill=(120, 88, 56), width=3)
        pen.polygon([(x, top - width * 0.8), (x + width * 0.5, top - width * 0.62), (x, top - width * 0.44)], fill=flag)
