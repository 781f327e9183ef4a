"""What children and pets play with, sit on and eat from. All lengths are in pixels."""

import math

from simulator.drawing.color import PARTY, WHITE, WOOD, Color, mix, shade
from simulator.drawing.paint import Box, soft_shadow, write
from simulator.drawing.props import ball
from simulator.drawing.scene import Scene


def block(scene: Scene, x: float, base: float, side: float, color: Color, *, letter: str) -> None:
    """A letter block, seen a little from above and from the left."""
    pen, d = scene.pen, side * 0.26
    soft_shadow(scene, (x - side * 0.1, base - side * 0.14, x + side * 1.4, base + side * 0.14), 0.4)
    pen.polygon(
        [(x, base - side), (x + d, base - side - d), (x + side + d, base - side - d), (x + side, base - side)],
        fill=mix(color, WHITE, 0.4),
    )
    pen.polygon(
        [(x + side, base), (x + side + d, base - d), (x + side + d, base - side - d), (x + side, base - side)],
        fill=shade(color, 0.72),
    )
    pen.rectangle((x, base - side, x + side, base), fill=color)
    m = side * 0.13
    pen.rectangle((x + m, base - side + m, x + side - m, base - m), fill=mix(color, WHITE, 0.82))
    write(pen, (x + side / 2, base - side / 2), letter, round(side * 0.62), shade(color, 0.8), anchor="mm")


def blocks(scene: Scene, x: float, base: float, side: float, count: int) -> None:
    """A small heap of letter blocks: a bottom row, then one on top of each two."""
    rng, left = scene.rng, count
    lower = max(1, math.ceil(count * 0.6))
    for row, many in ((0, lower), (1, min(left - lower, lower - 1))):
        for i in range(max(0, many)):
            nudge = rng.uniform(-0.1, 0.1) * side
            block(
                scene,
                x + (i + row * 0.5) * side * 1.12 + nudge,
                base - row * side,
                side,
                rng.choice(PARTY),
                letter=rng.choice("ABCDEKMORSTXZ"),
            )


def teddy(scene: Scene, cx: float, base: float, height: float, color: Color) -> None:
    """A sitting teddy bear."""
    pen, r = scene.pen, height * 0.25
    pale, dark = mix(color, WHITE, 0.45), shade(color, 0.8)
    soft_shadow(scene, (cx - r * 1.7, base - r * 0.4, cx + r * 1.7, base + r * 0.3), 0.45)

    def disc(x: float, y: float, rx: float, ry: float, fill: Color) -> None:
        pen.ellipse((x - rx, y - ry, x + rx, y + ry), fill=fill)

    for side in (-1, 1):
        disc(cx + side * r * 1.15, base - r * 1.5, r * 0.42, r * 0.75, dark)
        disc(cx + side * r * 0.78, base - height + r * 0.45, r * 0.42, r * 0.42, dark)
        disc(cx + side * r * 0.78, base - height + r * 0.45, r * 0.24, r * 0.24, pale)
    disc(cx, base - r * 1.2, r * 1.12, r * 1.2, color)
    disc(cx, base - r * 1.1, r * 0.7, r * 0.82, pale)
    disc(cx, base - height + r * 1.05, r * 1.05, r, color)
    disc(cx - r * 0.25, base - height + r * 0.75, r * 0.55, r * 0.45, mix(color, WHITE, 0.1))
    disc(cx, base - height + r * 1.4, r * 0.48, r * 0.4, pale)
    disc(cx, base - height + r * 1.22, r * 0.17, r * 0.13, (48, 34, 30))
    for side in (-1, 1):
        disc(cx + side * r * 0.4, base - height + r * 0.88, r * 0.11, r * 0.13, (34, 26, 24))
        disc(cx + side * r * 0.37, base - height + r * 0.84, r * 0.04, r * 0.04, WHITE)
        disc(cx + side * r * 0.9, base - r * 0.36, r * 0.5, r * 0.42, color)
        disc(cx + side * r * 0.95, base - r * 0.34, r * 0.28, r * 0.26, pale)


def ring_tower(scene: Scene, cx: float, base: float, width: float) -> None:
    """Rings on a stick, the largest lowest."""
    pen, tall = scene.pen, width * 0.2
    soft_shadow(scene, (cx - width * 0.6, base - tall * 0.5, cx + width * 0.7, base + tall * 0.5), 0.4)
    pen.rectangle((cx - width * 0.04, base - tall * 6, cx + width * 0.04, base), fill=WOOD[2])
    for i in range(5):
        half, y, color = width * (0.5 - 0.075 * i), base - i * tall, PARTY[(i * 2) % len(PARTY)]
        pen.rounded_rectangle((cx - half, y - tall, cx + half, y), int(tall * 0.5), fill=color)
        pen.rounded_rectangle(
            (cx - half * 0.8, y - tall * 0.85, cx + half * 0.1, y - tall * 0.55),
            int(tall * 0.15),
            fill=mix(color, WHITE, 0.5),
        )
    ball(scene, cx, base - tall * 5.7, tall * 0.6, PARTY[0])


def crayon(scene: Scene, x: float, y: float, length: float, angle: float, *, color: Color) -> None:
    """A wax crayon that lies with its tip at (x, y)."""
    pen = scene.pen
    c, s, r = math.cos(angle), math.sin(angle), length * 0.08

    def at(along: float, across: float) -> tuple[float, float]:
        return (x + c * along * length - s * across * r, y + s * along * length + c * across * r)

    pen.polygon([at(0.03, 1.5), at(0.2, 1.6), at(1.02, 1.6), at(1.02, 0), at(0.2, 0)], fill=(60, 50, 46))
    pen.polygon([at(0, 0), at(0.17, 0.9), at(0.17, -0.9)], fill=shade(color, 0.85))
    pen.polygon([at(0.17, 1), at(0.17, -1), at(1, -1), at(1, 1)], fill=color)
    pen.polygon([at(0.17, -0.2), at(0.17, -0.7), at(1, -0.7), at(1, -0.2)], fill=mix(color, WHITE, 0.45))
    for k in (0.26, 0.88):
        pen.polygon([at(k, 1), at(k, -1), at(k + 0.05, -1), at(k + 0.05, 1)], fill=shade(color, 0.6))


def childs_drawing(scene: Scene, box: Box) -> None:
    """Sun, house, flower and a stick figure, as drawn by a small hand, on paper that fills ``box``."""
    pen, rng = scene.pen, scene.rng
    x0, y0, x1, y1 = box
    w, h = x1 - x0, y1 - y0
    thick = max(2, round(w * 0.012))
    pen.rectangle(box, fill=(253, 251, 244))
    colors = rng.sample(PARTY, 4)

    def wobble(x: float, y: float) -> tuple[float, float]:
        return (x0 + w * (x + rng.uniform(-0.008, 0.008)), y0 + h * (y + rng.uniform(-0.008, 0.008)))

    pen.line([wobble(i / 14, 0.84 + 0.03 * (i % 2)) for i in range(1, 14)], fill=(98, 172, 84), width=thick * 3)
    sun = w * 0.09
    sx, sy = wobble(rng.choice((0.17, 0.83)), 0.2)
    for k in range(9):
        a = k * math.tau / 9
        pen.line(
            (
                sx + sun * 1.25 * math.cos(a),
                sy + sun * 1.25 * math.sin(a),
                sx + sun * 1.8 * math.cos(a),
                sy + sun * 1.8 * math.sin(a),
            ),
            fill=(248, 190, 40),
            width=thick,
        )
    pen.ellipse((sx - sun, sy - sun, sx + sun, sy + sun), fill=(255, 216, 84), outline=(248, 180, 40), width=thick)
    hx = rng.uniform(0.16, 0.3)
    wall = [wobble(hx, 0.82), wobble(hx, 0.5), wobble(hx + 0.28, 0.5), wobble(hx + 0.28, 0.82)]
    pen.polygon(wall, fill=mix(colors[0], WHITE, 0.55))
    pen.line([*wall, wall[0]], fill=colors[0], width=thick)
    pen.line(
        [wobble(hx - 0.04, 0.5), wobble(hx + 0.14, 0.3), wobble(hx + 0.32, 0.5), wobble(hx - 0.04, 0.5)],
        fill=colors[1],
        width=thick * 2,
    )
    pen.line(
        [wobble(hx + 0.1, 0.82), wobble(hx + 0.1, 0.66), wobble(hx + 0.18, 0.66), wobble(hx + 0.18, 0.82)],
        fill=colors[2],
        width=thick,
    )
    for i in range(rng.randint(1, 3)):
        stick_figure(
            scene, (x0 + w * (0.6 + 0.12 * i), y0 + h * 0.5), h * rng.uniform(0.26, 0.36), rng.choice(colors), thick
        )


def stick_figure(scene: Scene, head: tuple[float, float], height: float, color: Color, thick: int) -> None:
    """A stick figure without a face to recognise, hanging from its head."""
    pen, (x, y), r = scene.pen, head, height * 0.17
    hip = y + height * 0.62
    pen.ellipse((x - r, y - r, x + r, y + r), outline=color, width=thick)
    pen.line((x, y + r, x, hip), fill=color, width=thick)
    pen.line([(x - r * 1.5, y + r * 1.4), (x, y + r * 2.1), (x + r * 1.5, y + r * 1.3)], fill=color, width=thick)
    pen.line([(x - r, y + height), (x, hip), (x + r, y + height)], fill=color, width=thick)


def sofa(scene: Scene, box: Box, color: Color) -> float:
    """A sofa that fills ``box``; returns the y of its seat."""
    pen = scene.pen
    x0, y0, x1, y1 = box
    w, h = x1 - x0, y1 - y0
    seat, r = y0 + h * 0.55, int(h * 0.13)
    soft_shadow(scene, (x0, y1 - h * 0.08, x1, y1 + h * 0.06), 0.5)
    for x in (x0 + w * 0.06, x1 - w * 0.1):
        pen.rectangle((x, y1 - h * 0.1, x + w * 0.04, y1), fill=WOOD[3])
    pen.rounded_rectangle((x0 + w * 0.03, y0, x1 - w * 0.03, y1 - h * 0.1), r, fill=shade(color, 0.82))
    for k in range(2):
        left = x0 + w * (0.1 + 0.4 * k)
        pen.rounded_rectangle((left, y0 + h * 0.06, left + w * 0.395, seat + h * 0.1), r, fill=shade(color, 0.93))
        pen.rounded_rectangle((left + w * 0.02, y0 + h * 0.09, left + w * 0.36, y0 + h * 0.2), r // 2, fill=color)
        pen.rounded_rectangle((left, seat, left + w * 0.395, seat + h * 0.26), r // 2, fill=mix(color, WHITE, 0.1))
        pen.rectangle((left + r, seat + h * 0.2, left + w * 0.395 - r, seat + h * 0.26), fill=shade(color, 0.88))
    pen.rectangle((x0 + w * 0.1, seat + h * 0.24, x1 - w * 0.1, y1 - h * 0.1), fill=shade(color, 0.72))
    for left, right in ((x0, x0 + w * 0.12), (x1 - w * 0.12, x1)):
        pen.rounded_rectangle((left, y0 + h * 0.34, right, y1 - h * 0.08), r, fill=color)
        pen.rounded_rectangle(
            (left + w * 0.015, y0 + h * 0.36, right - w * 0.03, y0 + h * 0.44), r // 2, fill=mix(color, WHITE, 0.22)
        )
    return seat + h * 0.1


def cushion(scene: Scene, cx: float, cy: float, side: float, color: Color) -> None:
    """A square cushion standing on a corner's side, with a stripe."""
    pen, r = scene.pen, side / 2
    pen.polygon(
        [(cx - r, cy - r * 0.9), (cx + r * 0.9, cy - r), (cx + r, cy + r * 0.9), (cx - r * 0.9, cy + r)],
        fill=shade(color, 0.88),
    )
    pen.polygon(
        [
            (cx - r * 0.94, cy - r * 0.82),
            (cx + r * 0.8, cy - r * 0.92),
            (cx + r * 0.84, cy + r * 0.7),
            (cx - r * 0.86, cy + r * 0.8),
        ],
        fill=color,
    )
    for k in (-0.45, 0.0, 0.45):
        pen.line(
            (cx + r * (k - 0.04), cy - r * 0.84, cx + r * (k + 0.04), cy + r * 0.72),
            fill=mix(color, WHITE, 0.5),
            width=max(2, int(side * 0.05)),
        )


def bowl(scene: Scene, cx: float, base: float, width: float, color: Color) -> None:
    """A feeding bowl filled with kibble."""
    pen, rng, h = scene.pen, scene.rng, width * 0.36
    soft_shadow(scene, (cx - width * 0.6, base - h * 0.25, cx + width * 0.62, base + h * 0.25), 0.5)
    pen.polygon(
        [
            (cx - width * 0.42, base - h),
            (cx + width * 0.42, base - h),
            (cx + width * 0.56, base),
            (cx - width * 0.56, base),
        ],
        fill=color,
    )
    pen.polygon(
        [
            (cx + width * 0.16, base - h),
            (cx + width * 0.42, base - h),
            (cx + width * 0.56, base),
            (cx + width * 0.24, base),
        ],
        fill=shade(color, 0.8),
    )
    pen.ellipse((cx - width * 0.56, base - h * 0.2, cx + width * 0.56, base + h * 0.2), fill=shade(color, 0.9))
    pen.ellipse((cx - width * 0.44, base - h * 1.3, cx + width * 0.44, base - h * 0.72), fill=mix(color, WHITE, 0.45))
    pen.ellipse((cx - width * 0.38, base - h * 1.22, cx + width * 0.38, base - h * 0.8), fill=(92, 58, 36))
    for _ in range(26):
        a, d = rng.uniform(0, math.tau), math.sqrt(rng.random())
        x, y, r = cx + width * 0.32 * d * math.cos(a), base - h * (1.06 + 0.15 * d * math.sin(a)), width * 0.032
        pen.ellipse((x - r, y - r, x + r, y + r), fill=rng.choice(((148, 96, 58), (170, 116, 70), (124, 80, 48))))
    bone(scene, cx - width * 0.05, base - h * 0.42, width * 0.3, mix(color, WHITE, 0.8))


def bone(scene: Scene, cx: float, cy: float, length: float, color: Color) -> None:
    """A bone lying level."""
    pen, half, r = scene.pen, length / 2, length * 0.15
    pen.rectangle((cx - half, cy - r * 0.6, cx + half, cy + r * 0.6), fill=color)
    for x in (cx - half, cx + half):
        for y in (cy - r * 0.7, cy + r * 0.7):
            pen.ellipse((x - r, y - r, x + r, y + r), fill=color)


def basket(scene: Scene, cx: float, base: float, width: float, *, back: bool) -> None:
    """A wicker bed: its back wall with the cushion first, then, once the animal lies in it, its front wall."""
    pen, h = scene.pen, width * 0.3
    wicker: Color = (190, 144, 92)
    if back:
        soft_shadow(scene, (cx - width * 0.56, base - h * 0.3, cx + width * 0.58, base + h * 0.2), 0.5)
        pen.ellipse((cx - width * 0.5, base - h * 1.5, cx + width * 0.5, base - h * 0.4), fill=shade(wicker, 0.7))
        pen.ellipse(
            (cx - width * 0.44, base - h * 1.32, cx + width * 0.44, base - h * 0.4), fill=scene.rng.choice(PARTY)
        )
        return
    pen.pieslice((cx - width * 0.5, base - h * 1.9, cx + width * 0.5, base), 0, 180, fill=wicker)
    pen.rectangle((cx - width * 0.5, base - h * 0.96, cx + width * 0.5, base - h * 0.9), fill=mix(wicker, WHITE, 0.3))
    for row in range(5):
        y = base - h * (0.82 - row * 0.17)
        half = width * 0.5 * math.sqrt(max(0.0, 1 - ((row * 0.17 + 0.13) / 0.95) ** 2))
        steps = max(2, int(half / (width * 0.036)))
        for i in range(steps):
            x = cx - half + (i + 0.5 * (row % 2)) * 2 * half / steps
            pen.arc(
                (x - width * 0.03, y - h * 0.1, x + width * 0.03, y + h * 0.1),
                180,
                360,
                fill=shade(wicker, 0.72),
                width=3,
            )


def swing_frame(scene: Scene, box: Box, color: Color) -> None:
    """A frame with two swings, standing on the box's lower edge."""
    pen = scene.pen
    x0, y0, x1, y1 = box
    w, h = x1 - x0, y1 - y0
    thick = max(5, round(w * 0.03))
    for x in (x0 + w * 0.08, x1 - w * 0.08):
        for side in (-1, 1):
            pen.line((x, y0, x + side * w * 0.09, y1), fill=shade(color, 0.9 if side < 0 else 0.7), width=thick)
    pen.line((x0, y0, x1, y0), fill=color, width=thick + 2)
    for k in (0.32, 0.66):
        lean = scene.rng.uniform(-0.1, 0.1) * w
        left, right, seat = x0 + w * k, x0 + w * (k + 0.16), y0 + h * 0.72
        pen.line((left, y0, left + lean, seat), fill=(120, 120, 126), width=2)
        pen.line((right, y0, right + lean, seat), fill=(120, 120, 126), width=2)
        pen.rounded_rectangle((left + lean - 6, seat, right + lean + 6, seat + h * 0.04), 4, fill=(52, 48, 56))


def slide(scene: Scene, box: Box, color: Color) -> None:
    """A slide with its ladder at the left, standing on the box's lower edge."""
    pen = scene.pen
    x0, y0, x1, y1 = box
    w, h = x1 - x0, y1 - y0
    rail = mix(color, WHITE, 0.3)
    for k in (0.0, 0.16):
        pen.line((x0 + w * k, y1, x0 + w * (k + 0.1), y0), fill=(196, 70, 64), width=max(4, int(w * 0.025)))
    for i in range(1, 6):
        y = y1 - h * i * 0.16
        pen.line((x0 + w * 0.018 * i, y, x0 + w * (0.16 + 0.018 * i), y), fill=(220, 200, 90), width=4)
    pen.rectangle((x0 + w * 0.08, y0 + h * 0.22, x0 + w * 0.34, y0 + h * 0.28), fill=shade(color, 0.7))
    chute = [(x0 + w * 0.32, y0 + h * 0.24), (x0 + w * 0.82, y1 - h * 0.1), (x1, y1 - h * 0.06)]
    pen.line([(x, y + h * 0.05) for x, y in chute], fill=shade(color, 0.74), width=max(10, int(h * 0.1)), joint="curve")
    pen.line(chute, fill=color, width=max(8, int(h * 0.07)), joint="curve")
    pen.line([(x, y - h * 0.03) for x, y in chute], fill=rail, width=max(3, int(h * 0.02)), joint="curve")
