"""Birthdays: cake and candles, balloons and bunting, gifts and paper hats."""

from math import cos, radians, sin

from simulator.domain.people import Appearance
from simulator.drawing.backdrop import outdoors, room, tabletop
from simulator.drawing.color import PARTY, WHITE, Color, hue, jitter, mix, shade
from simulator.drawing.face import Expression, Hat
from simulator.drawing.figure import Outfit, Pose
from simulator.drawing.gathering import busts, full_height, snapshots, standing
from simulator.drawing.paint import bokeh, glow, soft_shadow, texture, vertical_gradient
from simulator.drawing.props import (
    balloon,
    balloons,
    bunting,
    cake,
    candle,
    candles,
    confetti,
    flame,
    gift,
    icing,
    lettering,
)
from simulator.drawing.scene import Drawing, Scene


def _festive(_: Appearance) -> Outfit:
    return Outfit.PARTY


def _icing(scene: Scene) -> tuple[Color, Color]:
    """Colours of a cake and of what runs down its side."""
    body = scene.rng.choice(
        ((255, 214, 222), (250, 232, 200), (206, 232, 250), (120, 74, 50), (224, 240, 206), (236, 220, 250))
    )
    return body, scene.rng.choice(((255, 252, 246), (240, 120, 150), (96, 54, 40), (250, 206, 96), (150, 110, 210)))


def _table(scene: Scene, top: float) -> None:
    """A laid table across the picture: a bright cloth with a scalloped hem of shade."""
    w, h = scene.width, scene.height
    cloth = mix(scene.rng.choice(PARTY), WHITE, scene.rng.uniform(0.35, 0.75))
    soft_shadow(scene, (-w * 0.1, top - 14, w * 1.1, top + 20), 0.3)
    edge = top + (h - top) * 0.42
    vertical_gradient(scene, (0, top, w, edge), shade(cloth, 1.12), shade(cloth, 0.96))
    vertical_gradient(scene, (0, edge, w, h), shade(cloth, 0.9), shade(cloth, 0.74))
    step = w / 22
    for i in range(23):
        scene.pen.pieslice(
            (i * step - step * 0.5, edge - step * 0.5, i * step + step * 0.5, edge + step * 0.5),
            0,
            180,
            fill=shade(cloth, 1.05),
        )
    texture(scene, (0, top, w, h), 4)


def _hung(scene: Scene, top: float) -> None:
    """What hangs over a party: bunting, or lettering, or both."""
    w, h, rng = scene.width, scene.height, scene.rng
    if rng.random() < 0.6:
        bunting(scene, -20, w + 20, top, depth=h * rng.uniform(0.06, 0.14))
    if rng.random() < 0.55:
        lettering(scene, "HAPPY BIRTHDAY", w * 0.08, w * 0.92, top + h * 0.03, depth=h * 0.1)


def cake_on_table(scene: Scene) -> None:
    """A cake in front, everybody behind the table."""
    w, h, rng = scene.width, scene.height, scene.rng
    room(scene, 0.8)
    balloons(scene, (0, h * 0.05, w, h * 0.4), rng.randint(6, 11), tie=(w * rng.uniform(0.2, 0.8), h * 0.9))
    _hung(scene, h * 0.03)
    top = h * 0.74
    busts(scene, top + 30, w * 0.34, dress=_festive, hat=Hat.PARTY, span=(w * 0.02, w * 0.98))
    _table(scene, top)
    body, run = _icing(scene)
    side = rng.choice((0.24, 0.5, 0.74)) if scene.people else 0.5
    size = min(w, h) * (0.34 if scene.people else rng.uniform(0.5, 0.66))
    cx, base = w * side, h * 0.93
    y = cake(scene, cx, base, size, tiers=1 if scene.people else rng.randint(1, 2), color=body, top=run)
    candles(scene, cx, y, size * (0.5 if y > base - size * 0.5 else 0.34), rng.randint(4, 9))
    confetti(scene, (0, top + 20, w, h), 40)


def party_in_the_garden(scene: Scene) -> None:
    """On the lawn: bunting between the trees, balloons, a table of gifts."""
    w, h, rng = scene.width, scene.height, scene.rng
    outdoors(scene, 0.5)
    bunting(scene, -30, w * 0.55, h * 0.07, depth=h * 0.1)
    bunting(scene, w * 0.45, w + 30, h * 0.05, depth=h * 0.13)
    for side in (0.1, 0.9):
        balloons(
            scene, (w * (side - 0.1), h * 0.22, w * (side + 0.1), h * 0.45), rng.randint(3, 6), tie=(w * side, h * 0.72)
        )
    tall = full_height(scene)
    standing(
        scene,
        h * 0.32 + tall * 0.92,
        tall,
        dress=_festive,
        hat=Hat.PARTY,
        span=(w * 0.06, w * 0.94),
        poses=(Pose.DOWN, Pose.RAISED, Pose.WAVING),
    )
    left, wide = w * rng.uniform(0.0, 0.3), w * 0.66
    top, cloth = h * 0.84, mix(rng.choice(PARTY), WHITE, 0.5)
    soft_shadow(scene, (left, h * 0.95, left + wide, h * 1.05), 0.5)
    scene.pen.polygon(
        [(left + 20, top), (left + wide - 20, top), (left + wide, top + h * 0.05), (left, top + h * 0.05)],
        fill=shade(cloth, 1.15),
    )
    vertical_gradient(scene, (left, top + h * 0.05, left + wide, h), cloth, shade(cloth, 0.8))
    body, run = _icing(scene)
    size = min(w, h) * 0.2
    y = cake(scene, left + wide * 0.5, top + h * 0.03, size, tiers=1, color=body, top=run)
    candles(scene, left + wide * 0.5, y, size * 0.5, rng.randint(3, 7))
    for at in (0.12, 0.84):
        side = min(w, h) * rng.uniform(0.09, 0.13)
        x = left + wide * at
        gift(
            scene,
            (x - side / 2, top + h * 0.035 - side, x + side / 2, top + h * 0.035),
            rng.choice(PARTY),
            rng.choice(PARTY),
        )


def balloons_and_gifts(scene: Scene) -> None:
    """A heap of wrapped boxes under a great bunch of balloons."""
    w, h, rng = scene.width, scene.height, scene.rng
    room(scene, 0.7)
    _hung(scene, h * 0.03)
    heap = w * (rng.choice((0.2, 0.8)) if scene.people else 0.5)
    balloons(scene, (heap - w * 0.2, h * 0.08, heap + w * 0.2, h * 0.42), rng.randint(8, 13), tie=(heap, h * 0.78))
    tall = full_height(scene)
    span = (w * 0.34, w * 0.98) if heap < w / 2 else (w * 0.02, w * 0.66)
    standing(
        scene, h * 0.24 + tall, tall, dress=_festive, hat=Hat.PARTY, span=span if len(scene.people) < 4 else (0, w)
    )
    unit = min(w, h)
    for row, many in ((0, 3), (1, 4)):
        for i in range(many):
            side = unit * rng.uniform(0.13, 0.2)
            x = heap + (i - (many - 1) / 2) * unit * 0.19 + rng.uniform(-12, 12)
            base = h * (0.84 + 0.12 * row)
            gift(scene, (x - side / 2, base - side * rng.uniform(0.7, 1.2), x + side / 2, base), *rng.sample(PARTY, 2))
    confetti(scene, (0, h * 0.72, w, h), 50)


def blowing_out_candles(scene: Scene) -> None:
    """Lights out: faces over a ring of burning candles."""
    w, h, rng = scene.width, scene.height, scene.rng
    vertical_gradient(scene, (0, 0, w, h), jitter(rng, (34, 22, 40), 10), jitter(rng, (78, 42, 34), 12))
    bokeh(scene, [mix(c, (255, 190, 110), 0.4) for c in PARTY], 22)
    for _ in range(rng.randint(3, 6)):
        balloon(
            scene,
            rng.uniform(0, w),
            rng.uniform(0.05, 0.3) * h,
            min(w, h) * 0.08,
            shade(rng.choice(PARTY), 0.5),
            tie=(w * rng.random(), h * 0.7),
        )
    bunting(scene, -20, w + 20, h * 0.02, depth=h * 0.08, colors=[shade(c, 0.55) for c in PARTY])
    glow(scene, (w / 2, h * 0.66), w * 0.55, (255, 160, 70), 0.55)
    busts(
        scene,
        h * 0.8,
        w * 0.42,
        dress=_festive,
        hat=Hat.PARTY,
        span=(w * 0.02, w * 0.98),
        moods=(Expression.SURPRISE, Expression.SMILE, Expression.LAUGH),
    )
    vertical_gradient(scene, (0, h * 0.79, w, h), (92, 52, 40), (46, 26, 26))
    glow(scene, (w / 2, h * 0.86), w * 0.45, (255, 170, 90), 0.4)
    body, run = _icing(scene)
    size = w * rng.uniform(0.6, 0.8) if w < h else w * rng.uniform(0.46, 0.58)
    cy, flat = h * 0.88, size * 0.1
    scene.pen.ellipse(
        (w / 2 - size * 0.62, cy + size * 0.1, w / 2 + size * 0.62, cy + size * 0.36), fill=(206, 186, 178)
    )
    scene.pen.rectangle((w / 2 - size / 2, cy, w / 2 + size / 2, h), fill=shade(mix(body, (255, 180, 110), 0.25), 0.85))
    icing(scene, w / 2 - size / 2, w / 2 + size / 2, cy, flat, color=mix(run, (255, 196, 130), 0.25))
    candles(scene, w / 2, cy, size / 2, rng.randint(7, 14))


def slice_from_above(scene: Scene) -> None:
    """The table seen from above: a cut cake, plates, confetti, and prints of those who came."""
    w, h, rng = scene.width, scene.height, scene.rng
    tabletop(scene, mix(rng.choice(PARTY), WHITE, 0.6))
    unit = min(w, h)
    body, run = _icing(scene)
    cx, cy, r = w * rng.uniform(0.42, 0.58), h * rng.uniform(0.45, 0.55), unit * 0.25
    soft_shadow(scene, (cx - r * 1.3, cy - r * 1.2, cx + r * 1.4, cy + r * 1.45), 0.5)
    pen = scene.pen
    pen.ellipse(
        (cx - r * 1.25, cy - r * 1.25, cx + r * 1.25, cy + r * 1.25),
        fill=(246, 246, 248),
        outline=(214, 214, 220),
        width=5,
    )
    cut = rng.uniform(0, 360)
    pen.pieslice((cx - r, cy - r + 10, cx + r, cy + r + 10), cut, cut + 312, fill=shade(body, 0.7))
    pen.pieslice((cx - r, cy - r, cx + r, cy + r), cut, cut + 312, fill=run)
    pen.pieslice(
        (cx - r * 0.88, cy - r * 0.88, cx + r * 0.88, cy + r * 0.88), cut + 3, cut + 309, fill=mix(run, WHITE, 0.3)
    )
    _candles_from_above(scene, cx, cy, r * 0.66, cut)
    for px, py in ((0.12, 0.2), (0.88, 0.82)):
        _plate_with_slice(scene, w * px, h * py, unit * 0.12, body, run=run)
    confetti(scene, (0, 0, w, h), 110)
    spots = [(w * x, h * y) for x, y in ((0.86, 0.24), (0.14, 0.76), (0.5, 0.14), (0.5, 0.86), (0.86, 0.55))]
    snapshots(scene, spots, dress=_festive)


def _candles_from_above(scene: Scene, cx: float, cy: float, far: float, cut: float) -> None:
    for i in range(scene.rng.randint(5, 9)):
        a = radians(cut + 20 + i * 34)
        x, y = cx + far * cos(a), cy + far * sin(a)
        glow(scene, (x, y), far * 0.4, (255, 206, 110), 0.5)
        candle(scene, x, y + 14, 34, scene.rng.choice(PARTY), width=10)


def _plate_with_slice(scene: Scene, x: float, y: float, r: float, body: Color, *, run: Color) -> None:
    pen = scene.pen
    soft_shadow(scene, (x - r, y - r * 0.9, x + r * 1.1, y + r * 1.1), 0.4)
    pen.ellipse((x - r, y - r, x + r, y + r), fill=mix(hue(scene.rng.random(), 0.4, 0.95), WHITE, 0.5))
    pen.ellipse((x - r * 0.76, y - r * 0.76, x + r * 0.76, y + r * 0.76), fill=(252, 251, 248))
    tip, wide = (x - r * 0.55, y + r * 0.2), [(x + r * 0.5, y - r * 0.45), (x + r * 0.55, y + r * 0.35)]
    pen.polygon([(tip[0], tip[1] + r * 0.2), tip, wide[1], (wide[1][0], wide[1][1] + r * 0.2)], fill=body)
    pen.polygon([tip, *wide], fill=run)
    flame(scene, x + r * 0.2, y, r * 0.3)


DRAWINGS: tuple[Drawing, ...] = (
    cake_on_table,
    party_in_the_garden,
    balloons_and_gifts,
    blowing_out_candles,
    slice_from_above,
)
