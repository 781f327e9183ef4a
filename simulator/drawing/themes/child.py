"""Childhood: blocks and bears, the playground, crayons, a pool of balls, the pram."""

import math

from PIL import Image

from simulator.domain.people import AgeGroup, Appearance
from simulator.drawing.backdrop import lit, outdoors, tabletop
from simulator.drawing.color import PARTY, WHITE, Color, hue, jitter, mix, shade
from simulator.drawing.face import Expression
from simulator.drawing.figure import Outfit, Pose
from simulator.drawing.gathering import busts, full_height, standing
from simulator.drawing.paint import glow, lay_sheet, soft_shadow, soft_spot, texture, vertical_gradient
from simulator.drawing.playthings import blocks, childs_drawing, crayon, ring_tower, slide, swing_frame, teddy
from simulator.drawing.props import ball, balloon, bunting
from simulator.drawing.scene import Drawing, Scene

_BEARS: tuple[Color, ...] = ((186, 132, 84), (214, 176, 128), (150, 104, 74), (224, 204, 178))
_GLEE = (Expression.LAUGH, Expression.SMILE, Expression.SURPRISE)


def _everyday(_: Appearance) -> Outfit:
    return Outfit.CASUAL


def _nursery(scene: Scene, floor: float) -> None:
    """A pastel wall with stars or clouds, a bright floor."""
    w, h, rng = scene.width, scene.height, scene.rng
    wall = hue(rng.choice((0.1, 0.14, 0.38, 0.55, 0.75, 0.95)), rng.uniform(0.12, 0.26), 0.97)
    vertical_gradient(scene, (0, 0, w, floor), wall, shade(wall, 0.94))
    for _ in range(14):
        x, y, r = rng.uniform(0, w), rng.uniform(0, floor * 0.9), rng.uniform(8, 18)
        tips = [
            (
                x + (r if k % 2 == 0 else r * 0.45) * math.sin(k * math.pi / 5),
                y - (r if k % 2 == 0 else r * 0.45) * math.cos(k * math.pi / 5),
            )
            for k in range(10)
        ]
        scene.pen.polygon(tips, fill=mix(wall, rng.choice((WHITE, *PARTY)), 0.55))
    base = jitter(rng, (222, 188, 146), 14)
    vertical_gradient(scene, (0, floor, w, h), shade(base, 0.92), shade(base, 1.08))
    scene.pen.rectangle((0, floor - 12, w, floor), fill=WHITE)
    soft_spot(scene, (-w * 0.1, floor - 6, w * 1.1, floor + 26), (60, 40, 30), 0.3)


def _toys(scene: Scene, base: float, *, scale: float = 1.0) -> None:
    """Toys strewn along the lower edge."""
    w, rng = scene.width, scene.rng
    unit = min(w, scene.height) * scale
    slots = [0.1, 0.36, 0.64, 0.9]
    rng.shuffle(slots)
    teddy(scene, w * slots[0], base, unit * rng.uniform(0.24, 0.32), rng.choice(_BEARS))
    ring_tower(scene, w * slots[1], base, unit * 0.17)
    blocks(scene, w * slots[2] - unit * 0.12, base, unit * 0.1, rng.randint(3, 5))
    soft_shadow(scene, (w * slots[3] - unit * 0.1, base - 16, w * slots[3] + unit * 0.12, base + 12), 0.5)
    ball(scene, w * slots[3], base - unit * 0.1, unit * 0.1, rng.choice(PARTY))


def on_the_rug(scene: Scene) -> None:
    """The nursery floor: a round rug, blocks, bear, rings and ball."""
    w, h, rng = scene.width, scene.height, scene.rng
    _nursery(scene, h * 0.6)
    rug = rng.sample(PARTY, 3)
    for k, color in ((0.46, rug[0]), (0.38, mix(rug[1], WHITE, 0.3)), (0.28, rug[2]), (0.16, mix(rug[0], WHITE, 0.5))):
        scene.pen.ellipse(
            (w * (0.5 - k), h * (0.84 - k * 0.34), w * (0.5 + k), h * (0.84 + k * 0.34)), fill=mix(color, WHITE, 0.25)
        )
    texture(scene, (0, h * 0.6, w, h), 5)
    if rng.random() < 0.6:
        bunting(scene, -20, w + 20, h * 0.04, depth=h * 0.08)
    else:
        for k in range(3):
            balloon(
                scene,
                w * (0.08 + 0.05 * k),
                h * (0.14 + 0.06 * (k % 2)),
                w * 0.04,
                rng.choice(PARTY),
                tie=(w * 0.12, h * 0.6),
            )
    tall = full_height(scene)
    standing(
        scene,
        h * 0.12 + tall,
        tall,
        dress=_everyday,
        span=(w * 0.12, w * 0.88),
        poses=(Pose.RAISED, Pose.WAVING, Pose.DOWN),
    )
    _toys(scene, h * 0.95)


def at_the_playground(scene: Scene) -> None:
    """Swings, slide and a sand pit under the sky."""
    w, h, rng = scene.width, scene.height, scene.rng
    outdoors(scene, 0.48)
    sand = lit(scene, (232, 206, 154))
    soft_spot(scene, (-w * 0.2, h * 0.66, w * 1.2, h * 1.25), shade(sand, 0.9), 0.9)
    scene.pen.ellipse((w * 0.02, h * 0.74, w * 0.98, h * 1.2), fill=sand)
    texture(scene, (0, h * 0.7, w, h), 7)
    left = rng.random() < 0.5
    swing_frame(
        scene, (w * (0.02 if left else 0.48), h * 0.26, w * (0.52 if left else 0.98), h * 0.8), rng.choice(PARTY)
    )
    slide(scene, (w * (0.52 if left else 0.02), h * 0.24, w * (0.98 if left else 0.48), h * 0.82), rng.choice(PARTY))
    tall = full_height(scene) * 1.02
    standing(scene, h * 0.16 + tall, tall, dress=_everyday, span=(w * 0.12, w * 0.88), poses=(Pose.RAISED, Pose.WAVING))
    _bucket(scene, w * rng.uniform(0.1, 0.3), h * 0.95, min(w, h) * 0.12)
    ball(scene, w * rng.uniform(0.6, 0.9), h * 0.9, min(w, h) * 0.07, rng.choice(PARTY))
    if rng.random() < 0.5:
        teddy(scene, w * 0.5, h * 0.97, min(w, h) * 0.2, rng.choice(_BEARS))


def _bucket(scene: Scene, x: float, base: float, size: float) -> None:
    """A bucket of sand and a spade."""
    pen, color = scene.pen, scene.rng.choice(PARTY)
    soft_shadow(scene, (x - size * 0.5, base - size * 0.15, x + size * 0.7, base + size * 0.12), 0.4)
    pen.arc((x - size * 0.45, base - size * 1.5, x + size * 0.45, base - size * 0.5), 180, 360, fill=WHITE, width=4)
    pen.polygon(
        [
            (x - size * 0.5, base - size),
            (x + size * 0.5, base - size),
            (x + size * 0.36, base),
            (x - size * 0.36, base),
        ],
        fill=color,
    )
    pen.polygon(
        [
            (x + size * 0.15, base - size),
            (x + size * 0.5, base - size),
            (x + size * 0.36, base),
            (x + size * 0.1, base),
        ],
        fill=shade(color, 0.8),
    )
    pen.ellipse((x - size * 0.5, base - size * 1.15, x + size * 0.5, base - size * 0.85), fill=(238, 214, 164))
    pen.line(
        (x + size * 0.85, base, x + size * 1.3, base - size * 0.9),
        fill=shade(color, 0.7),
        width=max(4, int(size * 0.09)),
    )
    pen.ellipse((x + size * 0.68, base - size * 0.24, x + size * 1.0, base + size * 0.1), fill=mix(color, WHITE, 0.2))


def crayons(scene: Scene) -> None:
    """A table: drawings by a small hand, crayons, and whoever drew them looking over the edge."""
    w, h, rng = scene.width, scene.height, scene.rng
    unit = min(w, h)
    if scene.people:
        _nursery(scene, h * 0.5)
        busts(scene, h * 0.62, w * 0.4, dress=_everyday, span=(w * 0.04, w * 0.96), moods=_GLEE)
        wood = jitter(rng, (226, 190, 140), 12)
        vertical_gradient(scene, (0, h * 0.58, w, h), shade(wood, 1.1), shade(wood, 0.9))
        scene.pen.rectangle((0, h * 0.58, w, h * 0.595), fill=shade(wood, 0.7))
        texture(scene, (0, h * 0.6, w, h), 4)
        spots = [(w * 0.3, h * 0.82), (w * 0.7, h * 0.8)]
    else:
        tabletop(scene)
        spots = [(w * 0.26, h * 0.34), (w * 0.68, h * 0.62)]
    for spot in spots:
        side = unit * (0.36 if scene.people else 0.58)
        part = Scene(
            image=Image.new("RGB", (round(side * 1.3), round(side))),
            rng=rng,
            people=(),
            pets=(),
            light=scene.light,
            weather=scene.weather,
        )
        childs_drawing(part, (0, 0, part.width, part.height))
        lay_sheet(scene, part.image, spot, rng.uniform(-14, 14))
    low = 0.66 if scene.people else 0.04
    for _ in range(rng.randint(8, 13)):
        crayon(
            scene,
            rng.uniform(0.03, 0.9) * w,
            rng.uniform(low, 0.96) * h,
            unit * 0.13,
            rng.uniform(-0.6, 0.9),
            color=rng.choice(PARTY),
        )
    blocks(scene, w * rng.choice((0.02, 0.78)), h * 0.97, unit * 0.09, 3)


def in_the_ball_pool(scene: Scene) -> None:
    """Up to the chest in coloured balls."""
    w, h, rng = scene.width, scene.height, scene.rng
    _nursery(scene, h * 0.5)
    net = mix(rng.choice(PARTY), WHITE, 0.3)
    for k in range(-12, 26):
        scene.pen.line((k * w / 14, 0, k * w / 14 + h * 0.5, h * 0.55), fill=mix(net, WHITE, 0.5), width=2)
        scene.pen.line((k * w / 14, 0, k * w / 14 - h * 0.5, h * 0.55), fill=mix(net, WHITE, 0.5), width=2)
    for x in (0.03, 0.97):
        scene.pen.rounded_rectangle((w * x - 18, -20, w * x + 18, h), 14, fill=rng.choice(PARTY))
    r = min(w, h) * 0.055
    _balls(scene, h * 0.5, h * 0.72, r * 0.86)
    busts(scene, h * 0.86, w * 0.42, dress=_everyday, span=(w * 0.03, w * 0.97), moods=_GLEE)
    if not scene.people:
        teddy(scene, w * rng.uniform(0.3, 0.7), h * 0.8, h * 0.4, rng.choice(_BEARS))
    _balls(scene, h * 0.78, h * 1.04, r * 1.1)


def _balls(scene: Scene, top: float, bottom: float, r: float) -> None:
    y = top
    while y < bottom:
        x = -r * scene.rng.random()
        while x < scene.width + r:
            ball(scene, x, y + scene.rng.uniform(-0.3, 0.3) * r, r, scene.rng.choice(PARTY))
            x += r * 1.75
        y += r * 1.1


def pram_in_the_park(scene: Scene) -> None:
    """A pram on a path, with a bear that looks out of it."""
    w, h, rng = scene.width, scene.height, scene.rng
    outdoors(scene, 0.5)
    path = lit(scene, (214, 200, 176))
    scene.pen.polygon([(w * 0.44, h * 0.52), (w * 0.56, h * 0.52), (w * 1.1, h), (-w * 0.1, h)], fill=path)
    texture(scene, (0, h * 0.5, w, h), 5)
    tall = full_height(scene)
    right = rng.random() < 0.5
    at = 0.5 if not scene.people else (0.8 if right else 0.2)
    span = (w * 0.02, w * 0.66) if right else (w * 0.34, w * 0.98)
    standing(
        scene,
        h * 0.18 + tall,
        tall,
        dress=_everyday,
        span=span if len(scene.people) < 4 else (0, w),
        poses=(Pose.DOWN, Pose.WAVING, Pose.HOLDING),
    )
    _pram(scene, w * at, h * 0.94, min(w, h) * 0.46)
    ball(scene, w * (0.2 if right else 0.8), h * 0.92, min(w, h) * 0.06, rng.choice(PARTY))
    if any(who.age is AgeGroup.CHILD for who in scene.people):
        balloon(scene, w * 0.5, h * 0.12, min(w, h) * 0.07, rng.choice(PARTY), tie=(w * 0.5, h * 0.6))


def _pram(scene: Scene, cx: float, base: float, size: float) -> None:
    pen, color = scene.pen, scene.rng.choice(PARTY)
    wheel, hood = size * 0.17, size * 0.42
    soft_shadow(scene, (cx - size * 0.5, base - size * 0.06, cx + size * 0.5, base + size * 0.06), 0.5)
    pen.line(
        [
            (cx - size * 0.34, base - wheel),
            (cx + size * 0.2, base - size * 0.44),
            (cx + size * 0.62, base - size * 0.86),
        ],
        fill=(110, 112, 120),
        width=max(5, int(size * 0.03)),
    )
    pen.line(
        [(cx + size * 0.34, base - wheel), (cx - size * 0.2, base - size * 0.44)],
        fill=(110, 112, 120),
        width=max(5, int(size * 0.03)),
    )
    teddy(scene, cx + size * 0.04, base - size * 0.44, size * 0.4, scene.rng.choice(_BEARS))
    pen.pieslice((cx - hood, base - size * 0.98, cx + hood, base - size * 0.2), 180, 262, fill=shade(color, 0.85))
    pen.pieslice((cx - hood * 0.86, base - size * 0.96, cx + hood * 0.5, base - size * 0.2), 180, 250, fill=color)
    pen.pieslice((cx - hood, base - size * 1.0, cx + hood, base - size * 0.2), 0, 180, fill=color)
    pen.pieslice((cx - hood, base - size * 1.0, cx + hood, base - size * 0.2), 0, 60, fill=shade(color, 0.84))
    pen.rounded_rectangle(
        (cx - hood, base - size * 0.64, cx + hood, base - size * 0.56), 8, fill=mix(color, WHITE, 0.6)
    )
    for side in (-1, 1):
        x = cx + side * size * 0.32
        pen.ellipse((x - wheel, base - wheel * 2, x + wheel, base), fill=(50, 50, 56))
        pen.ellipse(
            (x - wheel * 0.78, base - wheel * 1.78, x + wheel * 0.78, base - wheel * 0.22), fill=(206, 208, 214)
        )
        for k in range(4):
            a = k * math.pi / 4
            dx, dy = wheel * 0.76 * math.cos(a), wheel * 0.76 * math.sin(a)
            pen.line((x - dx, base - wheel - dy, x + dx, base - wheel + dy), fill=(120, 122, 130), width=2)
        glow(scene, (x, base - wheel), wheel * 0.4, WHITE, 0.6)


DRAWINGS: tuple[Drawing, ...] = (on_the_rug, at_the_playground, crayons, in_the_ball_pool, pram_in_the_park)
