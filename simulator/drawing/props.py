"""Things of feasts: balloons, bunting, cakes, candles, gifts, glasses and flowers. All lengths are in pixels."""

import math
from collections.abc import Sequence

from simulator.drawing.color import PARTY, WHITE, Color, mix, shade
from simulator.drawing.paint import Box, Point, glow, soft_shadow, write
from simulator.drawing.scene import Scene

CREAM: Color = (252, 244, 226)
GOLD: Color = (226, 182, 74)
LEAF: Color = (86, 132, 70)


def sag(x: float, left: float, right: float, depth: float) -> float:
    """How far below its ends a slack line between ``left`` and ``right`` hangs at ``x``."""
    t = (x - left) / max(1.0, right - left)
    return depth * 4 * t * (1 - t)


def ball(scene: Scene, x: float, y: float, r: float, color: Color) -> None:
    """A sphere lit from the upper left."""
    pen = scene.pen
    pen.ellipse((x - r, y - r, x + r, y + r), fill=shade(color, 0.72))
    pen.ellipse((x - r * 0.98, y - r * 0.98, x + r * 0.78, y + r * 0.78), fill=color)
    pen.ellipse((x - r * 0.72, y - r * 0.74, x + r * 0.2, y + r * 0.16), fill=mix(color, WHITE, 0.22))
    pen.ellipse((x - r * 0.5, y - r * 0.55, x - r * 0.15, y - r * 0.25), fill=mix(color, WHITE, 0.7))


def balloon(scene: Scene, x: float, y: float, r: float, color: Color, *, tie: Point) -> None:
    """A balloon around (x, y) whose string ends at ``tie``."""
    pen, h = scene.pen, r * 1.22
    bow = scene.rng.uniform(-0.5, 0.5) * r
    string = [(x, y + h), ((x + tie[0]) / 2 + bow, (y + h + tie[1]) / 2), tie]
    pen.line(string, fill=shade(mix(color, WHITE, 0.5), 0.8), width=2, joint="curve")
    pen.polygon([(x - r * 0.13, y + h * 1.12), (x + r * 0.13, y + h * 1.12), (x, y + h * 0.94)], fill=shade(color, 0.7))
    pen.ellipse((x - r, y - h, x + r, y + h), fill=shade(color, 0.76))
    pen.ellipse((x - r, y - h, x + r * 0.84, y + h * 0.86), fill=shade(color, 0.9))
    pen.ellipse((x - r * 0.96, y - h * 0.96, x + r * 0.62, y + h * 0.6), fill=color)
    pen.ellipse((x - r * 0.74, y - h * 0.78, x + r * 0.2, y + h * 0.06), fill=mix(color, WHITE, 0.2))
    pen.ellipse((x - r * 0.55, y - h * 0.68, x - r * 0.2, y - h * 0.28), fill=mix(color, WHITE, 0.78))


def balloons(scene: Scene, box: Box, count: int, *, tie: Point) -> None:
    """A bunch of balloons with centres in the box, far ones first and smaller, all tied at one point."""
    rng = scene.rng
    unit = min(scene.width, scene.height)
    spots = sorted(
        (rng.uniform(0.045, 0.085) * unit, rng.uniform(box[0], box[2]), rng.uniform(box[1], box[3]))
        for _ in range(count)
    )
    for r, x, y in spots:
        balloon(scene, x, y, r, rng.choice(PARTY), tie=(tie[0] + rng.uniform(-6, 6), tie[1]))


def bunting(
    scene: Scene, left: float, right: float, y: float, *, depth: float, colors: Sequence[Color] = PARTY
) -> None:
    """A string of pennants from one side to the other."""
    pen, rng = scene.pen, scene.rng
    count = rng.randint(8, 13)
    step = (right - left) / count
    points = [(left + i * step, y + sag(left + i * step, left, right, depth)) for i in range(count + 1)]
    start = rng.randrange(len(colors))
    for i in range(count):
        (x0, y0), (x1, y1) = points[i], points[i + 1]
        color = colors[(start + i) % len(colors)]
        tip = ((x0 + x1) / 2, (y0 + y1) / 2 + step * 1.05)
        pen.polygon([(x0 + step * 0.07, y0), (x1 - step * 0.07, y1), tip], fill=color)
        pen.polygon([((x0 + x1) / 2, (y0 + y1) / 2), (x1 - step * 0.07, y1), tip], fill=shade(color, 0.86))
    pen.line(points, fill=(240, 236, 226), width=4)


def lettering(scene: Scene, text: str, left: float, right: float, y: float, *, depth: float) -> None:
    """Words on a slack string, one card a letter."""
    pen, rng = scene.pen, scene.rng
    step = (right - left) / max(1, len(text))
    start = rng.randrange(len(PARTY))
    pen.line(
        [(left + i * step, y + sag(left + i * step, left, right, depth)) for i in range(len(text) + 1)],
        fill=CREAM,
        width=3,
    )
    for i, letter in enumerate(text):
        if letter == " ":
            continue
        x = left + (i + 0.5) * step
        top = y + sag(x, left, right, depth)
        color = PARTY[(start + i) % len(PARTY)]
        pen.rectangle((x - step * 0.44, top + 3, x + step * 0.44, top + step * 1.25), fill=shade(color, 0.8))
        pen.rectangle((x - step * 0.44, top, x + step * 0.42, top + step * 1.2), fill=color)
        write(pen, (x, top + step * 0.6), letter, round(step * 0.8), WHITE, anchor="mm")


def flame(scene: Scene, x: float, y: float, size: float) -> None:
    """A candle flame whose foot is at (x, y)."""
    pen = scene.pen
    lean = scene.rng.uniform(-0.12, 0.12) * size
    for k, color in ((1.0, (255, 158, 46)), (0.72, (255, 214, 92)), (0.4, (255, 248, 214))):
        w, h = size * 0.3 * k, size * k
        pen.polygon([(x - w, y - h * 0.36), (x + w, y - h * 0.36), (x + lean * k, y - h)], fill=color)
        pen.ellipse((x - w, y - h * 0.66, x + w, y), fill=color)


def candle(scene: Scene, x: float, base: float, height: float, color: Color, *, width: float, lit: bool = True) -> None:
    """An upright candle standing at ``base``."""
    pen, w = scene.pen, width / 2
    top = base - height
    pen.rectangle((x - w, top, x + w, base), fill=shade(color, 0.82))
    pen.rectangle((x - w, top, x + w * 0.35, base), fill=color)
    pen.rectangle((x - w * 0.6, top, x - w * 0.15, base), fill=mix(color, WHITE, 0.45))
    pen.ellipse((x - w, top - w * 0.4, x + w, top + w * 0.4), fill=mix(color, WHITE, 0.3))
    pen.line((x, top, x, top - width * 0.6), fill=(60, 48, 40), width=2)
    if lit:
        flame(scene, x, top - width * 0.3, max(width * 1.9, 12))


def drum(scene: Scene, box: Box, color: Color, *, flat: float) -> None:
    """An upright cylinder seen slightly from above; ``flat`` is the half height of its top ellipse."""
    pen = scene.pen
    x0, y0, x1, y1 = box
    pen.ellipse((x0, y1 - flat, x1, y1 + flat), fill=shade(color, 0.8))
    pen.rectangle((x0, y0, x1, y1), fill=shade(color, 0.88))
    w = x1 - x0
    pen.rectangle((x0, y0, x0 + w * 0.82, y1), fill=color)
    pen.pieslice((x0, y1 - flat, x1, y1 + flat), 55, 180, fill=color)
    pen.rectangle((x0 + w * 0.1, y0, x0 + w * 0.3, y1 + flat * 0.55), fill=mix(color, WHITE, 0.25))
    pen.ellipse((x0, y0 - flat, x1, y0 + flat), fill=mix(color, WHITE, 0.55))


def icing(scene: Scene, x0: float, x1: float, y: float, flat: float, *, color: Color) -> None:
    """Icing that runs down the rim of a cake's tier."""
    pen, rng = scene.pen, scene.rng
    count = rng.randint(9, 14)
    step = (x1 - x0) / count
    for i in range(count):
        x = x0 + (i + 0.5) * step
        t = (x - (x0 + x1) / 2) / ((x1 - x0) / 2)
        rim = y + flat * math.sqrt(max(0.0, 1 - t * t))
        drip = step * rng.uniform(0.5, 1.5)
        pen.rounded_rectangle((x - step * 0.52, rim - step * 0.9, x + step * 0.52, rim + drip), step * 0.5, fill=color)
    pen.ellipse((x0, y - flat, x1, y + flat), fill=color)
    pen.ellipse(
        (x0 + (x1 - x0) * 0.05, y - flat * 0.86, x1 - (x1 - x0) * 0.08, y + flat * 0.72), fill=mix(color, WHITE, 0.35)
    )


def cake(scene: Scene, cx: float, base: float, width: float, *, tiers: int, color: Color, top: Color) -> float:
    """A cake on a stand whose foot is at ``base``; returns the y of its top, where candles or figures stand."""
    pen, rng = scene.pen, scene.rng
    flat = width * 0.085
    soft_shadow(scene, (cx - width * 0.72, base - flat * 0.6, cx + width * 0.72, base + flat * 1.7), 0.45)
    drum(scene, (cx - width * 0.62, base - width * 0.03, cx + width * 0.62, base), (236, 236, 240), flat=flat * 1.15)
    foot = base - width * 0.04
    for tier in range(tiers):
        half = width * 0.5 * (1 - tier * 0.27)
        tall = width * (0.34 if tiers == 1 else 0.27)
        box = (cx - half, foot - tall, cx + half, foot)
        drum(scene, box, color, flat=flat * half / (width * 0.5))
        tier_flat = flat * half / (width * 0.5)
        for i in range(11):
            t = math.cos(math.pi * (i + 0.5) / 11)
            y = foot + tier_flat * math.sqrt(1 - t * t)
            r = width * 0.021
            x = cx + half * 0.98 * t
            pen.ellipse((x - r, y - r, x + r, y + r), fill=top if i % 2 else mix(top, WHITE, 0.5))
        icing(scene, cx - half, cx + half, foot - tall, tier_flat, color=top)
        for _ in range(8):
            x, y = cx + rng.uniform(-0.8, 0.8) * half, foot - tall * rng.uniform(0.1, 0.55)
            pen.ellipse((x - 4, y - 4, x + 4, y + 4), fill=rng.choice(PARTY) if tiers < 3 else mix(top, GOLD, 0.5))
        foot -= tall
    return foot


def candles(scene: Scene, cx: float, y: float, half: float, count: int, *, lit: bool = True) -> None:
    """Birthday candles in an ellipse on a cake's top, the far ones first."""
    rng = scene.rng
    turn = rng.uniform(0, math.tau)
    spots = [(math.sin(turn + i * math.tau / count), math.cos(turn + i * math.tau / count)) for i in range(count)]
    if lit:
        glow(scene, (cx, y - half * 0.5), half * 1.5, (255, 196, 96), 0.45)
    for depth, side in sorted(spots):
        x, foot = cx + side * half * 0.78, y + depth * half * 0.12
        candle(scene, x, foot, half * rng.uniform(0.34, 0.42), rng.choice(PARTY), width=max(5, half * 0.06), lit=lit)


def gift(scene: Scene, box: Box, color: Color, ribbon: Color) -> None:
    """A wrapped box with a ribbon and a bow on top."""
    pen = scene.pen
    x0, y0, x1, y1 = box
    w, cx = x1 - x0, (x0 + x1) / 2
    lid = min((y1 - y0) * 0.22, w * 0.2)
    soft_shadow(scene, (x0 - w * 0.08, y1 - w * 0.08, x1 + w * 0.15, y1 + w * 0.08), 0.4)
    pen.rectangle(box, fill=color)
    pen.rectangle((x0 + w * 0.78, y0, x1, y1), fill=shade(color, 0.84))
    for i in range(3):
        for k in range(3):
            x, y = x0 + w * (0.14 + 0.3 * i + 0.1 * (k % 2)), y0 + lid + (y1 - y0 - lid) * (0.2 + 0.28 * k)
            pen.ellipse((x - w * 0.03, y - w * 0.03, x + w * 0.03, y + w * 0.03), fill=mix(color, WHITE, 0.45))
    pen.rectangle((cx - w * 0.07, y0, cx + w * 0.07, y1), fill=ribbon)
    pen.rectangle((x0 - w * 0.04, y0, x1 + w * 0.04, y0 + lid), fill=mix(color, WHITE, 0.12))
    pen.rectangle((cx - w * 0.07, y0, cx + w * 0.07, y0 + lid), fill=mix(ribbon, WHITE, 0.15))
    for side in (-1, 1):
        x = cx + side * w * 0.17
        pen.ellipse((x - w * 0.16, y0 - w * 0.2, x + w * 0.16, y0 + w * 0.03), fill=ribbon)
        pen.ellipse((x - w * 0.09, y0 - w * 0.14, x + w * 0.09, y0 - w * 0.02), fill=shade(ribbon, 0.7))
    pen.ellipse((cx - w * 0.06, y0 - w * 0.09, cx + w * 0.06, y0 + w * 0.03), fill=mix(ribbon, WHITE, 0.25))


def confetti(scene: Scene, box: Box, count: int, colors: Sequence[Color] = PARTY) -> None:
    """Paper flakes at all angles."""
    pen, rng = scene.pen, scene.rng
    for _ in range(count):
        x, y, a = rng.uniform(box[0], box[2]), rng.uniform(box[1], box[3]), rng.uniform(0, math.pi)
        s = rng.uniform(3, 9)
        dx, dy = s * math.cos(a), s * math.sin(a)
        color = rng.choice(colors)
        pen.polygon(
            [(x - dx, y - dy), (x + dy * 0.5, y - dx * 0.5), (x + dx, y + dy), (x - dy * 0.5, y + dx * 0.5)], fill=color
        )


def rose(scene: Scene, x: float, y: float, r: float, color: Color) -> None:
    """A blossom seen from the front."""
    pen = scene.pen
    turn = scene.rng.uniform(0, math.tau)
    for k in range(5):
        a = turn + k * math.tau / 5
        px, py, q = x + r * 0.5 * math.cos(a), y + r * 0.5 * math.sin(a), r * 0.58
        pen.ellipse((px - q, py - q, px + q, py + q), fill=shade(color, 0.86 + 0.04 * (k % 3)))
    pen.ellipse((x - r * 0.6, y - r * 0.6, x + r * 0.6, y + r * 0.6), fill=color)
    pen.arc((x - r * 0.4, y - r * 0.4, x + r * 0.4, y + r * 0.4), 20, 290, fill=shade(color, 0.74), width=2)
    pen.ellipse((x - r * 0.2, y - r * 0.2, x + r * 0.2, y + r * 0.2), fill=shade(color, 0.8))


def leaf(scene: Scene, x: float, y: float, length: float, angle: float, *, color: Color = LEAF) -> None:
    """A pointed leaf that starts at (x, y)."""
    c, s = math.cos(angle) * length, math.sin(angle) * length
    tip, side = (x + c, y + s), 0.26
    scene.pen.polygon(
        [
            (x, y),
            (x + c * 0.5 - s * side, y + s * 0.5 + c * side),
            tip,
            (x + c * 0.5 + s * side, y + s * 0.5 - c * side),
        ],
        fill=color,
    )
    scene.pen.line([(x, y), tip], fill=mix(color, WHITE, 0.2), width=1)


def bouquet(scene: Scene, cx: float, cy: float, r: float, colors: Sequence[Color], *, stems: bool = True) -> None:
    """A round bunch of blossoms with leaves, and a ribbon around its stems."""
    pen, rng = scene.pen, scene.rng
    if stems:
        for k in range(7):
            x = cx + (k - 3) * r * 0.09
            pen.line(
                (cx + (k - 3) * r * 0.2, cy + r * 0.5, x - (k - 3) * r * 0.12, cy + r * 1.9),
                fill=shade(LEAF, 0.8 + 0.07 * (k % 3)),
                width=max(2, int(r * 0.07)),
            )
        pen.rectangle((cx - r * 0.26, cy + r * 1.0, cx + r * 0.26, cy + r * 1.35), fill=CREAM)
        pen.rectangle((cx + r * 0.08, cy + r * 1.0, cx + r * 0.26, cy + r * 1.35), fill=shade(CREAM, 0.85))
    for k in range(14):
        a = k * math.tau / 14 + rng.uniform(-0.15, 0.15)
        leaf(
            scene,
            cx + r * 0.6 * math.cos(a),
            cy + r * 0.6 * math.sin(a),
            r * 0.7,
            a,
            color=shade(LEAF, rng.uniform(0.75, 1.15)),
        )
    spots = (
        [(0.72, k * math.tau / 9) for k in range(9)] + [(0.34, k * math.tau / 4 + 0.5) for k in range(4)] + [(0.0, 0.0)]
    )
    for far, a in spots:
        size = r * rng.uniform(0.26, 0.34)
        rose(scene, cx + far * r * math.cos(a), cy + far * r * math.sin(a), size, rng.choice(colors))


def flower_arch(scene: Scene, cx: float, base: float, half: float, height: float, *, colors: Sequence[Color]) -> None:
    """A garlanded arch that stands on ``base``."""
    pen, rng = scene.pen, scene.rng
    spring = base - height + half
    pen.arc((cx - half, base - height, cx + half, base - height + 2 * half), 180, 360, fill=(238, 232, 220), width=12)
    for side in (-1, 1):
        pen.rectangle((cx + side * half - 6, spring, cx + side * half + 6, base), fill=(238, 232, 220))
    spots = [
        (cx + half * math.cos(a), spring + half * math.sin(a)) for a in (math.pi + i * math.pi / 26 for i in range(27))
    ]
    drop = (base - spring) / 6
    spots += [(cx + side * half, spring + drop * i) for side in (-1, 1) for i in range(1, 6)]
    size = half * 0.1
    for x, y in spots:
        leaf(scene, x, y, size * 1.9, rng.uniform(0, math.tau), color=shade(LEAF, rng.uniform(0.8, 1.25)))
        leaf(scene, x, y, size * 1.7, rng.uniform(0, math.tau), color=shade(LEAF, rng.uniform(0.8, 1.25)))
    for x, y in spots:
        rose(scene, x + rng.uniform(-6, 6), y + rng.uniform(-6, 6), size * rng.uniform(0.6, 1.1), rng.choice(colors))


def lights(scene: Scene, left: float, right: float, y: float, *, depth: float, color: Color = (255, 224, 150)) -> None:
    """A slack string of warm bulbs."""
    pen, count = scene.pen, scene.rng.randint(12, 20)
    points = [
        (left + (right - left) * i / count, y + sag(left + (right - left) * i / count, left, right, depth))
        for i in range(count + 1)
    ]
    pen.line(points, fill=(58, 48, 46), width=2)
    for x, at in points:
        glow(scene, (x, at + 8), 26, color, 0.6)
        pen.ellipse((x - 5, at + 2, x + 5, at + 15), fill=mix(color, WHITE, 0.6))


def flute(scene: Scene, x: float, base: float, height: float, color: Color = (246, 220, 140)) -> None:
    """A tall glass of something that sparkles."""
    pen, half = scene.pen, height * 0.11
    rim, foot = base - height, base - height * 0.36
    pen.polygon(
        [(x - half, rim), (x + half, rim), (x + half * 0.45, foot), (x - half * 0.45, foot)], fill=(234, 238, 240)
    )
    pen.polygon(
        [
            (x - half * 0.9, rim + height * 0.12),
            (x + half * 0.9, rim + height * 0.12),
            (x + half * 0.4, foot - 3),
            (x - half * 0.4, foot - 3),
        ],
        fill=color,
    )
    pen.line((x - half * 0.55, rim + height * 0.05, x - half * 0.3, foot - height * 0.06), fill=WHITE, width=3)
    pen.ellipse((x - half, rim - 3, x + half, rim + 4), outline=(250, 252, 252), width=2)
    pen.line((x, foot, x, base), fill=(226, 230, 234), width=max(3, int(height * 0.025)))
    pen.ellipse(
        (x - half * 0.9, base - height * 0.03, x + half * 0.9, base + height * 0.03),
        fill=(232, 236, 240),
        outline=(200, 204, 210),
    )
    for _ in range(5):
        bx, by = x + scene.rng.uniform(-0.3, 0.3) * half, scene.rng.uniform(rim + height * 0.16, foot - 4)
        pen.ellipse((bx - 2, by - 2, bx + 2, by + 2), fill=WHITE)
