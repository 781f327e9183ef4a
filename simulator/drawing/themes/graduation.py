"""Graduations: square caps with tassels, gowns, scrolls with ribbons, columns and stages."""

import math

from PIL import Image, ImageDraw

from simulator.domain.people import Appearance
from simulator.drawing.backdrop import lit, outdoors, sky, tabletop
from simulator.drawing.color import STONE, WHITE, WOOD, Color, jitter, mix, shade
from simulator.drawing.figure import Outfit, Pose
from simulator.drawing.gathering import busts, crowd, fist, full_height, limb, skin_of, snapshots, standing
from simulator.drawing.paint import (
    bokeh,
    glow,
    lay_sheet,
    soft_shadow,
    soft_spot,
    texture,
    vertical_gradient,
    write,
)
from simulator.drawing.props import CREAM, GOLD, bouquet, bunting, confetti
from simulator.drawing.scene import Drawing, Scene

_GOWNS: tuple[Color, ...] = ((32, 34, 44), (34, 44, 96), (122, 28, 42), (26, 78, 62))


def _robed(_: Appearance) -> Outfit:
    return Outfit.GRADUATION


def _cap(scene: Scene, cx: float, cy: float, size: float, angle: float, *, color: Color) -> None:
    """A square cap with its tassel, turned by ``angle`` radians."""
    pen, c, s = scene.pen, math.cos(angle), math.sin(angle)

    def at(x: float, y: float) -> tuple[float, float]:
        return (cx + (x * c - y * s) * size, cy + (x * s + y * c) * size)

    pen.polygon([at(-0.46, 0.04), at(0.46, 0.04), at(0.4, 0.5), at(0, 0.6), at(-0.4, 0.5)], fill=shade(color, 0.75))
    pen.polygon([at(0.1, 0.1), at(0.46, 0.04), at(0.4, 0.5), at(0.1, 0.58)], fill=shade(color, 0.6))
    pen.polygon([at(0, -0.38), at(0.95, -0.02), at(0, 0.36), at(-0.95, -0.02)], fill=shade(color, 0.68))
    pen.polygon([at(0, -0.42), at(0.95, -0.06), at(0, 0.3), at(-0.95, -0.06)], fill=mix(color, WHITE, 0.12))
    pen.polygon([at(0, -0.42), at(-0.95, -0.06), at(-0.5, 0.11), at(0.42, -0.26)], fill=mix(color, WHITE, 0.22))
    pen.line([at(0, -0.06), at(0.74, 0.02), at(0.78, 0.46)], fill=GOLD, width=max(2, int(size * 0.05)), joint="curve")
    pen.polygon([at(0.74, 0.42), at(0.83, 0.42), at(0.9, 0.78), at(0.68, 0.78)], fill=GOLD)
    pen.polygon([at(0.79, 0.5), at(0.83, 0.5), at(0.9, 0.78), at(0.8, 0.78)], fill=shade(GOLD, 0.8))
    x, y = at(0, -0.06)
    pen.ellipse((x - size * 0.06, y - size * 0.05, x + size * 0.06, y + size * 0.05), fill=shade(GOLD, 0.85))


def _scroll(scene: Scene, cx: float, cy: float, length: float, angle: float) -> None:
    """A rolled diploma with a ribbon, lying at ``angle`` degrees."""
    w, h = round(length), round(length * 0.3)
    sheet = Image.new("RGBA", (w, h))
    pen = ImageDraw.Draw(sheet)
    r = h // 2
    pen.rounded_rectangle((0, h * 0.12, w - 1, h * 0.88), r // 2, fill=(*shade(CREAM, 0.86), 255))
    pen.rectangle((r * 0.4, h * 0.12, w - r * 0.4, h * 0.6), fill=(*CREAM, 255))
    pen.rectangle((r * 0.4, h * 0.2, w - r * 0.4, h * 0.32), fill=(*WHITE, 255))
    pen.ellipse((0, h * 0.12, r * 0.8, h * 0.88), fill=(*shade(CREAM, 0.7), 255))
    pen.arc((r * 0.15, h * 0.26, r * 0.65, h * 0.74), 0, 300, fill=(*shade(CREAM, 0.5), 255), width=2)
    ribbon: Color = scene.rng.choice(((196, 40, 52), (40, 74, 160), (190, 146, 50)))
    pen.rectangle((w * 0.46, h * 0.1, w * 0.56, h * 0.9), fill=(*ribbon, 255))
    pen.ellipse((w * 0.4, h * 0.28, w * 0.51, h * 0.62), fill=(*shade(ribbon, 0.85), 255))
    pen.ellipse((w * 0.51, h * 0.28, w * 0.62, h * 0.62), fill=(*shade(ribbon, 0.85), 255))
    pen.ellipse((w * 0.48, h * 0.34, w * 0.54, h * 0.56), fill=(*mix(ribbon, WHITE, 0.25), 255))
    lay_sheet(scene, sheet, (cx, cy), angle)


def _columns(scene: Scene, foot: float, top: float, span: tuple[float, float]) -> None:
    """The front of a hall of learning: steps, columns, a gable."""
    pen, rng = scene.pen, scene.rng
    wall = lit(scene, jitter(rng, rng.choice(STONE), 12))
    x0, x1 = span
    w, h = x1 - x0, foot - top
    vertical_gradient(scene, (x0 + w * 0.05, top + h * 0.3, x1 - w * 0.05, foot), shade(wall, 0.62), shade(wall, 0.78))
    pen.rectangle((x0 + w * 0.44, foot - h * 0.4, x0 + w * 0.56, foot), fill=shade(wall, 0.3))
    many = 6
    for i in range(many):
        x, half = x0 + w * (0.09 + 0.164 * i), w * 0.032
        vertical_gradient(scene, (x - half, top + h * 0.3, x + half, foot), shade(wall, 1.2), wall)
        for k in (0.2, 0.55, 0.8):
            pen.line(
                (x - half + 2 * half * k, top + h * 0.34, x - half + 2 * half * k, foot),
                fill=shade(wall, 0.84),
                width=3,
            )
        for y in (top + h * 0.3, foot - h * 0.05):
            pen.rectangle((x - half * 1.3, y, x + half * 1.3, y + h * 0.05), fill=shade(wall, 1.25))
    pen.rectangle((x0, top + h * 0.2, x1, top + h * 0.31), fill=shade(wall, 1.08))
    pen.polygon(
        [(x0 - w * 0.02, top + h * 0.2), ((x0 + x1) / 2, top - h * 0.06), (x1 + w * 0.02, top + h * 0.2)],
        fill=shade(wall, 1.18),
    )
    pen.polygon(
        [(x0 + w * 0.08, top + h * 0.18), ((x0 + x1) / 2, top - h * 0.005), (x1 - w * 0.08, top + h * 0.18)],
        fill=shade(wall, 0.88),
    )
    for k in range(4):
        y = foot + k * h * 0.045
        pen.rectangle((x0 - w * 0.02 * k, y, x1 + w * 0.02 * k, y + h * 0.05), fill=shade(wall, 1.2 - 0.09 * k))
        pen.line((x0 - w * 0.02 * k, y, x1 + w * 0.02 * k, y), fill=shade(wall, 1.35), width=2)


def cap_and_gown(scene: Scene) -> None:
    """On the campus lawn, close: gowns, caps, a scroll in a raised hand."""
    w, h, rng = scene.width, scene.height, scene.rng
    outdoors(scene, 0.6)
    _columns(scene, h * 0.62, h * 0.16, (w * rng.uniform(-0.1, 0.2), w * rng.uniform(0.8, 1.1)))
    busts(scene, h + 10, w * 0.5, dress=_robed, span=(-w * 0.02, w * 1.02))
    gown = rng.choice(_GOWNS)
    for x in (0.06, 0.95)[: 0 if len(scene.people) > 2 else rng.randint(1, 2)]:
        skin = skin_of(scene.people[0]) if scene.people else (190, 140, 104)
        r, y = w * 0.035, h * rng.uniform(0.6, 0.72)
        limb(scene, (w * x, h * 1.02), (w * x, y), w * 0.055, w * 0.036, color=gown)
        _scroll(scene, w * x, y - r * 0.6, w * 0.19, rng.uniform(-20, 20))
        fist(scene, w * x, y - r * 0.3, r, skin)
    if not scene.people:
        _cap(scene, w * 0.5, h * 0.66, w * 0.2, -0.06, color=gown)


def caps_in_the_air(scene: Scene) -> None:
    """Caps fly against the sky over cheering hands."""
    w, h, rng = scene.width, scene.height, scene.rng
    sky(scene, 1.0)
    gown = rng.choice(_GOWNS)
    if rng.random() < 0.6:
        _columns(scene, h * 0.94, h * 0.46, (w * rng.uniform(-0.3, 0.0), w * rng.uniform(0.75, 1.2)))
    many = rng.randint(9, 15)
    for i in range(many):
        depth = 0.4 + 0.6 * i / many
        x, y = w * ((i * 0.381 + rng.uniform(0, 0.1)) % 1.0), h * rng.uniform(0.05, 0.5 if scene.people else 0.66)
        _cap(scene, x, y, min(w, h) * 0.13 * depth, rng.uniform(-0.7, 0.7), color=gown)
    for i in range(9):
        x, size = (i + rng.uniform(0.1, 0.9)) * w / 9, w * 0.04
        y = h * rng.uniform(0.66, 0.86)
        limb(
            scene,
            (x + rng.uniform(-30, 30), h * 1.05),
            (x, y),
            size * 1.3,
            size * 0.75,
            color=shade(gown, rng.uniform(0.85, 1.25)),
        )
        fist(
            scene,
            x,
            y - size * 0.4,
            size * 0.72,
            rng.choice(((236, 192, 160), (150, 98, 66), (84, 54, 40), (213, 160, 118))),
        )
    busts(scene, h + 12, w * 0.32, dress=_robed, span=(0, w))
    confetti(scene, (0, 0, w, h * 0.7), 60, (GOLD, WHITE, mix(gown, WHITE, 0.5)))


def on_the_stage(scene: Scene) -> None:
    """A hall: curtain, banner, lectern, flowers, rows of caps in front."""
    w, h, rng = scene.width, scene.height, scene.rng
    curtain, gown = rng.choice(((126, 26, 40), (30, 48, 104), (44, 88, 70), (96, 60, 110))), rng.choice(_GOWNS)
    for i in range(18):
        x = i * w / 18
        vertical_gradient(scene, (x, 0, x + w / 36 + 1, h * 0.74), shade(curtain, 1.0), shade(curtain, 0.7))
        vertical_gradient(scene, (x + w / 36, 0, x + w / 18 + 1, h * 0.74), shade(curtain, 0.72), shade(curtain, 0.5))
    wood = rng.choice(WOOD)
    vertical_gradient(scene, (0, h * 0.72, w, h), shade(wood, 1.05), shade(wood, 0.7))
    pen = scene.pen
    pen.rectangle((w * 0.2, h * 0.04, w * 0.8, h * 0.16), fill=CREAM, outline=GOLD, width=4)
    write(
        pen,
        (w * 0.5, h * 0.1),
        rng.choice(("CLASS OF THIS YEAR", "GRADUATION DAY", "WELL DONE")),
        round(w * 0.045),
        shade(curtain, 0.8),
        anchor="mm",
    )
    for x in (0.25, 0.5, 0.75):
        glow(scene, (w * x, h * 0.72), w * 0.2, (255, 240, 206), 0.5)
    at = w * 0.86
    pen.polygon(
        [(at - w * 0.08, h * 0.5), (at + w * 0.08, h * 0.5), (at + w * 0.06, h * 0.84), (at - w * 0.06, h * 0.84)],
        fill=shade(wood, 0.6),
    )
    pen.polygon(
        [(at - w * 0.095, h * 0.47), (at + w * 0.095, h * 0.47), (at + w * 0.08, h * 0.52), (at - w * 0.08, h * 0.52)],
        fill=shade(wood, 0.85),
    )
    _cap(scene, at, h * 0.64, w * 0.035, 0, color=GOLD)
    pen.line((at, h * 0.47, at - w * 0.02, h * 0.4), fill=(30, 30, 34), width=5)
    bouquet(scene, w * 0.08, h * 0.72, w * 0.06, ((240, 120, 130), (255, 226, 120), (250, 249, 246)))
    tall = full_height(scene)
    standing(
        scene,
        h * 0.2 + tall,
        tall,
        dress=_robed,
        span=(w * 0.06, w * (0.78 if len(scene.people) < 4 else 0.98)),
        poses=(Pose.HOLDING, Pose.WAVING, Pose.RAISED),
    )
    _seated(scene, h * 0.99, w * 0.1, gown)


def _seated(scene: Scene, y: float, size: float, gown: Color) -> None:
    """Backs of those who wait for their turn: gowns and caps."""
    x = -size * scene.rng.random()
    while x < scene.width + size:
        scene.pen.rounded_rectangle(
            (x - size * 0.5, y - size * 0.1, x + size * 0.5, y + size), int(size * 0.3), fill=shade(gown, 0.9)
        )
        scene.pen.ellipse((x - size * 0.26, y - size * 0.62, x + size * 0.26, y - size * 0.02), fill=(64, 46, 38))
        _cap(scene, x, y - size * 0.6, size * 0.46, scene.rng.uniform(-0.12, 0.12), color=shade(gown, 1.1))
        x += size * 1.12


def diploma_on_the_desk(scene: Scene) -> None:
    """From above: the cap, the diploma, a rolled one, flowers and prints."""
    w, h, rng = scene.width, scene.height, scene.rng
    tabletop(scene)
    unit, gown = min(w, h), rng.choice(_GOWNS)
    sw, sh = round(unit * 0.6), round(unit * 0.44)
    sheet = Image.new("RGB", (sw, sh), CREAM)
    pen = ImageDraw.Draw(sheet)
    for k, tone in ((0.03, GOLD), (0.045, mix(GOLD, WHITE, 0.5)), (0.06, GOLD)):
        pen.rectangle((sw * k, sw * k, sw * (1 - k), sh - sw * k), outline=tone, width=2)
    write(pen, (sw / 2, sh * 0.24), "DIPLOMA", round(sw * 0.11), shade(gown, 1.2), anchor="mm")
    for k, half in ((0.4, 0.26), (0.5, 0.34), (0.58, 0.3), (0.66, 0.2)):
        pen.line((sw * (0.5 - half), sh * k, sw * (0.5 + half), sh * k), fill=(150, 140, 124), width=3)
    pen.line((sw * 0.14, sh * 0.84, sw * 0.42, sh * 0.82), fill=(60, 60, 110), width=3)
    pen.polygon(
        [
            (sw * 0.74, sh * 0.8),
            (sw * 0.7, sh * 0.97),
            (sw * 0.77, sh * 0.92),
            (sw * 0.84, sh * 0.97),
            (sw * 0.8, sh * 0.8),
        ],
        fill=(190, 44, 54),
    )
    pen.ellipse((sw * 0.69, sh * 0.66, sw * 0.85, sh * 0.88), fill=GOLD, outline=shade(GOLD, 0.75), width=4)
    turn = rng.uniform(-12, 12)
    lay_sheet(scene, sheet, (w * 0.42, h * 0.52), turn)
    cx, cy = w * 0.76, h * 0.36
    soft_shadow(scene, (cx - unit * 0.24, cy - unit * 0.06, cx + unit * 0.26, cy + unit * 0.2), 0.5)
    _cap(scene, cx, cy, unit * 0.26, rng.uniform(-0.3, 0.3), color=gown)
    _scroll(scene, w * 0.72, h * 0.74, unit * 0.4, rng.uniform(-30, 10))
    confetti(scene, (0, 0, w, h), 50, (GOLD, gown, WHITE))
    spots = [(w * x, h * y) for x, y in ((0.13, 0.2), (0.13, 0.8), (0.4, 0.86), (0.88, 0.82), (0.42, 0.14))]
    snapshots(scene, spots, dress=_robed)


def on_the_steps(scene: Scene) -> None:
    """At full length on the steps of the hall, flags overhead, families in front."""
    w, h, rng = scene.width, scene.height, scene.rng
    sky(scene, 0.7)
    stone = lit(scene, jitter(rng, rng.choice(STONE), 10))
    vertical_gradient(scene, (0, h * 0.6, w, h), shade(stone, 1.15), shade(stone, 0.8))
    _columns(scene, h * 0.74, h * 0.1, (-w * 0.06, w * 1.06))
    texture(scene, (0, h * 0.6, w, h), 4)
    gown = rng.choice(_GOWNS)
    bunting(scene, -20, w + 20, h * 0.03, depth=h * 0.07, colors=(gown, GOLD, mix(gown, WHITE, 0.6)))
    tall = full_height(scene)
    soft_spot(scene, (w * 0.1, h * 0.9, w * 0.9, h * 1.02), (30, 26, 30), 0.4)
    standing(
        scene,
        h * 0.2 + tall,
        tall,
        dress=_robed,
        span=(w * 0.05, w * 0.95),
        poses=(Pose.RAISED, Pose.HOLDING, Pose.DOWN),
    )
    if scene.people:
        crowd(scene, h * 1.01, w * 0.1, ranks=1, dim=0.7, raised=0.5)
    else:
        for i in range(3):
            _cap(scene, w * (0.25 + 0.25 * i), h * (0.8 + 0.04 * (i % 2)), w * 0.1, rng.uniform(-0.2, 0.2), color=gown)
        _scroll(scene, w * 0.5, h * 0.93, w * 0.24, 6)
    for _ in range(4):
        _cap(scene, rng.uniform(0, w), h * rng.uniform(0.05, 0.2), w * 0.05, rng.uniform(-0.8, 0.8), color=gown)
    if rng.random() < 0.3:
        bokeh(scene, [(120, 110, 80)], 8)


DRAWINGS: tuple[Drawing, ...] = (cap_and_gown, caps_in_the_air, on_the_stage, diploma_on_the_desk, on_the_steps)
