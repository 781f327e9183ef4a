"""Worship, of many faiths: arches, coloured glass, candles, lamps, domes, towers and quiet rooms."""

from simulator.domain.people import Appearance
from simulator.drawing.backdrop import ground, lit, sky
from simulator.drawing.color import STONE, WHITE, WOOD, Color, jitter, mix, shade
from simulator.drawing.face import Expression
from simulator.drawing.figure import Outfit, Pose
from simulator.drawing.gathering import busts, full_height, standing
from simulator.drawing.paint import glow, soft_spot, speckle, texture, vertical_gradient
from simulator.drawing.props import GOLD, candle
from simulator.drawing.sanctuary import (
    arch,
    candle_row,
    carpet,
    columns,
    dome,
    hanging_lamp,
    medallion,
    stained_glass,
)
from simulator.drawing.scene import Drawing, Scene

_QUIET = (Expression.CALM, Expression.SMILE, Expression.CALM)
_CARPETS: tuple[Color, ...] = ((140, 32, 44), (36, 74, 110), (40, 98, 76), (108, 52, 96))
_STILL = (Pose.DOWN, Pose.HOLDING)


def _sunday_best(look: Appearance) -> Outfit:
    return Outfit.SUIT if look.outfit < 0.3 else Outfit.CASUAL


def _present(scene: Scene, top: float) -> None:
    """Everybody at full length, quiet, in the foreground."""
    tall = full_height(scene)
    standing(
        scene,
        scene.height * top + tall,
        tall,
        dress=_sunday_best,
        span=(scene.width * 0.05, scene.width * 0.95),
        poses=_STILL,
    )


def _inner_wall(scene: Scene, floor: float) -> Color:
    """A dim stone wall and a stone floor; returns the stone."""
    w, h = scene.width, scene.height
    stone = jitter(scene.rng, scene.rng.choice(STONE), 12)
    vertical_gradient(scene, (0, 0, w, floor), shade(stone, 0.5), shade(stone, 0.78))
    vertical_gradient(scene, (0, floor, w, h), shade(stone, 0.72), shade(stone, 0.42))
    texture(scene, (0, 0, w, h), 4)
    return stone


def church_nave(scene: Scene) -> None:
    """Down the nave: pointed arches, windows, pews, candles at the far end."""
    w, h, rng = scene.width, scene.height, scene.rng
    stone = _inner_wall(scene, h * 0.62)
    arch(scene, (w * 0.28, h * 0.02, w * 0.72, h * 0.64), shade(stone, 0.62), pointed=True)
    arch(scene, (w * 0.32, h * 0.07, w * 0.68, h * 0.63), shade(stone, 0.4), pointed=True)
    stained_glass(scene, (w * 0.43, h * 0.16, w * 0.57, h * 0.46), pointed=True)
    for side in (-1, 1):
        for k, far in ((0.27, 0.72), (0.4, 1.0)):
            x, half = w * (0.5 + side * k), w * 0.045 * far
            stained_glass(
                scene, (x - half, h * (0.3 - 0.14 * far), x + half, h * (0.36 + 0.16 * far)), pointed=True, dim=0.9
            )
    soft_spot(scene, (w * 0.2, h * 0.1, w * 0.8, h * 0.8), (255, 226, 160), 0.28)
    carpet(scene, h * 0.62, rng.choice(_CARPETS))
    scene.pen.rectangle((w * 0.42, h * 0.55, w * 0.58, h * 0.63), fill=(246, 240, 228))
    scene.pen.rectangle((w * 0.42, h * 0.55, w * 0.58, h * 0.565), fill=GOLD)
    candle_row(scene, w * 0.42, w * 0.58, h * 0.55, h * 0.07, count=6)
    scene.pen.rectangle((w * 0.5 - 4, h * 0.45, w * 0.5 + 4, h * 0.55), fill=GOLD)
    scene.pen.rectangle((w * 0.5 - 16, h * 0.475, w * 0.5 + 16, h * 0.487), fill=GOLD)
    _pews(scene, h * 0.66)
    _present(scene, 0.18)


def _pews(scene: Scene, top: float) -> None:
    w, h, pen = scene.width, scene.height, scene.pen
    wood = shade(scene.rng.choice(WOOD), 0.62)
    for row in range(5):
        t = row / 4
        y, tall, inner = top + (h - top) * 0.9 * t**1.4, h * (0.045 + 0.09 * t), w * (0.11 + 0.25 * t)
        for side in (-1, 1):
            near, far = w / 2 + side * inner, w / 2 + side * w * 0.62
            pen.rectangle((min(near, far), y, max(near, far), y + tall), fill=shade(wood, 0.7 + 0.4 * t))
            pen.rectangle((min(near, far), y, max(near, far), y + tall * 0.14), fill=shade(wood, 1.0 + 0.35 * t))
            pen.rectangle(
                (near - w * 0.008, y - tall * 0.2, near + w * 0.008, y + tall), fill=shade(wood, 0.9 + 0.3 * t)
            )


def prayer_hall(scene: Scene) -> None:
    """A mosque inside: a niche, striped arches, hanging lamps, a carpet of rows."""
    w, h, rng = scene.width, scene.height, scene.rng
    wall = jitter(rng, (222, 210, 186), 12)
    vertical_gradient(scene, (0, 0, w, h * 0.6), shade(wall, 0.66), wall)
    tile = rng.choice(((38, 110, 142), (40, 122, 108), (62, 84, 152)))
    for i in range(16):
        x = (i + 0.5) * w / 16
        for y in (0.5, 0.56):
            scene.pen.polygon(
                [(x, h * (y - 0.03)), (x + w / 34, h * y), (x, h * (y + 0.03)), (x - w / 34, h * y)],
                fill=mix(tile, WHITE, 0.3 * ((i + int(y * 100)) % 2)),
            )
    for k in (0.13, 0.87):
        stained_glass(scene, (w * k - w * 0.055, h * 0.14, w * k + w * 0.055, h * 0.42), pointed=True)
    for k, tone in ((0.19, tile), (0.165, GOLD), (0.155, shade(tile, 0.75)), (0.11, (24, 42, 60))):
        arch(scene, (w * (0.5 - k), h * (0.3 - k * 0.9), w * (0.5 + k), h * 0.6), tone, pointed=True)
    glow(scene, (w * 0.5, h * 0.42), w * 0.12, (255, 214, 140), 0.6)
    columns(scene, (w * 0.06, h * 0.1, w * 0.94, h * 0.62), 4, (236, 226, 206))
    color = rng.choice(_CARPETS)
    vertical_gradient(scene, (0, h * 0.6, w, h), shade(color, 1.1), shade(color, 0.7))
    for row in range(4):
        y = h * (0.62 + 0.38 * (row / 4) ** 1.3)
        size = w * (0.05 + 0.03 * row)
        for i in range(-5, 6):
            x = w / 2 + i * size * 1.5
            arch(scene, (x - size * 0.5, y, x + size * 0.5, y + size * 1.1), mix(color, GOLD, 0.35), pointed=True)
            arch(
                scene,
                (x - size * 0.4, y + size * 0.16, x + size * 0.4, y + size * 1.1),
                mix(color, (40, 20, 30), 0.25),
                pointed=True,
            )
    texture(scene, (0, h * 0.6, w, h), 5)
    for x, y in ((0.22, 0.2), (0.5, 0.12), (0.78, 0.2), (0.36, 0.26), (0.64, 0.26)):
        hanging_lamp(scene, w * x, 0, h * y, min(w, h) * 0.055)
    _present(scene, 0.2)


def domes_and_towers(scene: Scene) -> None:
    """Outside: domes between slender towers, or a church with its spire, behind a forecourt."""
    w, h, rng = scene.width, scene.height, scene.rng
    sky(scene, 0.72)
    ground(scene, 0.7, (206, 196, 178))
    stone = lit(scene, jitter(rng, rng.choice(((236, 228, 212), (226, 206, 176), (214, 208, 202))), 8))
    foot, top = h * 0.74, h * rng.uniform(0.36, 0.44)
    roof = lit(scene, rng.choice(((62, 132, 140), (206, 168, 76), (92, 120, 150), (168, 92, 70))))
    if rng.random() < 0.55:
        for x in (0.1, 0.9):
            _tower(scene, w * x, foot, h * 0.05, w * 0.026, stone=stone, roof=roof)
        for x in (0.27, 0.73):
            dome(scene, w * x, top + h * 0.02, w * 0.075, roof)
        dome(scene, w * 0.5, top, min(w * 0.17, h * 0.2), roof)
    else:
        _spire(scene, w * 0.5, top, min(w * 0.11, h * 0.13), stone, roof=roof)
    vertical_gradient(scene, (w * 0.16, top, w * 0.84, foot), shade(stone, 1.05), shade(stone, 0.86))
    scene.pen.rectangle((w * 0.15, top - 6, w * 0.85, top + 10), fill=shade(stone, 0.78))
    medallion(
        scene, w * 0.5, top + (foot - top) * 0.22, min(w, h) * 0.055, ((196, 48, 60), (44, 84, 178), (234, 184, 62))
    )
    for i in range(5):
        x, half = w * (0.24 + 0.13 * i), w * 0.042
        if i == 2:
            arch(
                scene,
                (x - half * 1.15, top + (foot - top) * 0.42, x + half * 1.15, foot),
                shade(stone, 0.7),
                pointed=True,
            )
            arch(scene, (x - half, top + (foot - top) * 0.47, x + half, foot), (60, 40, 34), pointed=True)
            glow(scene, (x, foot - (foot - top) * 0.25), half * 1.2, (255, 200, 110), 0.6)
        else:
            stained_glass(
                scene,
                (x - half * 0.6, top + (foot - top) * 0.3, x + half * 0.6, foot - (foot - top) * 0.2),
                pointed=True,
                dim=0.8,
            )
    for k in range(3):
        scene.pen.rectangle(
            (w * (0.14 - 0.03 * k), foot + k * 14, w * (0.86 + 0.03 * k), foot + k * 14 + 15),
            fill=shade(stone, 1.05 - 0.1 * k),
        )
    for x in (0.08, 0.92):
        candle_row(scene, w * (x - 0.06), w * (x + 0.06), h * 0.98, h * 0.09, count=4)
    _present(scene, 0.24)


def _tower(scene: Scene, x: float, foot: float, top: float, half: float, *, stone: Color, roof: Color) -> None:
    """A slender tower with two galleries and a pointed cap."""
    pen = scene.pen
    vertical_gradient(scene, (x - half, top + half * 4, x + half, foot), shade(stone, 1.08), shade(stone, 0.86))
    pen.rectangle((x + half * 0.35, top + half * 4, x + half, foot), fill=shade(stone, 0.78))
    for k in (0.25, 0.6):
        y = top + (foot - top) * k
        pen.rectangle((x - half * 1.6, y, x + half * 1.6, y + half * 0.8), fill=shade(stone, 0.86))
        arch(scene, (x - half * 0.5, y - half * 2.6, x + half * 0.5, y - half * 0.3), (70, 64, 70), pointed=True)
    pen.polygon([(x - half * 1.2, top + half * 4), (x + half * 1.2, top + half * 4), (x, top)], fill=roof)
    pen.polygon([(x, top), (x + half * 1.2, top + half * 4), (x + half * 0.2, top + half * 4)], fill=shade(roof, 0.75))


def _spire(scene: Scene, x: float, top: float, half: float, stone: Color, *, roof: Color) -> None:
    """A gable, a bell tower and its spire."""
    pen, w = scene.pen, scene.width
    pen.polygon([(w * 0.13, top), (w * 0.87, top), (x, top - half * 1.5)], fill=roof)
    pen.polygon([(x, top - half * 1.5), (w * 0.87, top), (w * 0.56, top)], fill=shade(roof, 0.8))
    vertical_gradient(scene, (x - half, top - half * 1.5, x + half, top + 20), shade(stone, 1.08), shade(stone, 0.92))
    pen.rectangle((x + half * 0.5, top - half * 1.5, x + half, top + 20), fill=shade(stone, 0.8))
    arch(scene, (x - half * 0.42, top - half * 1.2, x + half * 0.42, top - half * 0.15), (58, 50, 54), pointed=True)
    pen.polygon(
        [(x - half * 1.15, top - half * 1.5), (x + half * 1.15, top - half * 1.5), (x, max(12, top - half * 3.4))],
        fill=roof,
    )
    pen.polygon(
        [(x, max(12, top - half * 3.4)), (x + half * 1.15, top - half * 1.5), (x + half * 0.2, top - half * 1.5)],
        fill=shade(roof, 0.75),
    )


def temple_court(scene: Scene) -> None:
    """A shrine of tiered roofs behind incense, lanterns and candles."""
    w, h, rng = scene.width, scene.height, scene.rng
    sky(scene, 0.66)
    ground(scene, 0.64, (196, 186, 170))
    red, roof = (
        lit(scene, rng.choice(((178, 48, 40), (150, 84, 44), (196, 120, 40)))),
        lit(scene, rng.choice(((52, 74, 70), (70, 60, 64), (44, 84, 96)))),
    )
    pen, cx = scene.pen, w * 0.5
    for tier in range(3):
        half, y = w * (0.34 - 0.08 * tier), h * (0.5 - 0.16 * tier)
        tall = h * 0.1
        vertical_gradient(
            scene,
            (cx - half * 0.72, y, cx + half * 0.72, y + tall + (h * 0.08 if tier == 0 else 0)),
            red,
            shade(red, 0.72),
        )
        for i in range(5):
            x = cx - half * 0.6 + i * half * 0.3
            arch(scene, (x - half * 0.07, y + tall * 0.3, x + half * 0.07, y + tall), (255, 214, 130), pointed=False)
        eave = [
            (cx - half * 1.12, y - h * 0.025),
            (cx - half * 0.9, y + h * 0.012),
            (cx + half * 0.9, y + h * 0.012),
            (cx + half * 1.12, y - h * 0.025),
            (cx + half * 0.55, y - h * 0.05),
            (cx - half * 0.55, y - h * 0.05),
        ]
        pen.polygon(eave, fill=roof)
        pen.line(eave[:4], fill=GOLD, width=4, joint="curve")
    pen.line((cx, h * 0.13, cx, h * 0.05), fill=GOLD, width=6)
    arch(scene, (cx - w * 0.05, h * 0.52, cx + w * 0.05, h * 0.68), (56, 30, 26), pointed=False)
    glow(scene, (cx, h * 0.62), w * 0.08, (255, 200, 110), 0.8)
    for k in range(3):
        pen.rectangle(
            (cx - w * (0.3 + 0.03 * k), h * 0.67 + k * 13, cx + w * (0.3 + 0.03 * k), h * 0.67 + k * 13 + 14),
            fill=lit(scene, shade((190, 182, 170), 1.1 - 0.1 * k)),
        )
    for x in (0.1, 0.24, 0.76, 0.9):
        hanging_lamp(scene, w * x, 0, h * rng.uniform(0.16, 0.26), min(w, h) * 0.07)
    _present(scene, 0.24)
    _incense(scene, w * rng.choice((0.14, 0.86)), h * 0.97, min(w, h) * 0.16)
    candle_row(scene, w * 0.36, w * 0.64, h * 0.99, h * 0.08, count=7)


def _incense(scene: Scene, x: float, base: float, size: float) -> None:
    """A bronze bowl with smouldering sticks."""
    pen, bronze = scene.pen, (126, 96, 58)
    for k in range(5):
        tip = (x + (k - 2) * size * 0.14, base - size * 1.25)
        pen.line((x + (k - 2) * size * 0.08, base - size * 0.6, *tip), fill=(150, 60, 50), width=3)
        glow(scene, tip, 10, (255, 140, 60), 1.0)
    for k in range(4):
        soft_spot(
            scene,
            (
                x - size * (0.2 + 0.12 * k),
                base - size * (1.7 + 0.5 * k),
                x + size * (0.3 + 0.12 * k),
                base - size * (1.1 + 0.45 * k),
            ),
            (226, 226, 230),
            0.4,
        )
    pen.pieslice((x - size * 0.6, base - size * 1.1, x + size * 0.6, base), 0, 180, fill=bronze)
    pen.pieslice((x - size * 0.6, base - size * 1.1, x + size * 0.6, base), 0, 70, fill=shade(bronze, 0.7))
    pen.ellipse((x - size * 0.62, base - size * 0.68, x + size * 0.62, base - size * 0.42), fill=shade(bronze, 1.2))
    pen.ellipse((x - size * 0.52, base - size * 0.64, x + size * 0.52, base - size * 0.46), fill=(206, 198, 188))


def synagogue_ark(scene: Scene) -> None:
    """Two lamp stands before a curtained ark, a round window, an ever-burning lamp."""
    w, h, rng = scene.width, scene.height, scene.rng
    stone = _inner_wall(scene, h * 0.66)
    medallion(
        scene, w * 0.5, h * 0.14, min(w, h) * 0.11, ((44, 84, 178), (84, 170, 206), (234, 184, 62), (250, 246, 230))
    )
    for x in (0.12, 0.88):
        stained_glass(scene, (w * (x - 0.06), h * 0.14, w * (x + 0.06), h * 0.54), pointed=False)
    wood = rng.choice(WOOD)
    for k, tone in ((0.19, shade(wood, 0.6)), (0.17, GOLD), (0.16, shade(wood, 0.85))):
        arch(scene, (w * (0.5 - k), h * (0.47 - k * 1.1), w * (0.5 + k), h * 0.68), tone, pointed=False)
    cloth = rng.choice(((96, 30, 60), (34, 52, 120), (60, 36, 100)))
    arch(scene, (w * 0.38, h * 0.33, w * 0.62, h * 0.68), cloth, pointed=False)
    for i in range(7):
        x = w * (0.395 + 0.035 * i)
        scene.pen.line((x, h * 0.42, x, h * 0.68), fill=shade(cloth, 0.75), width=5)
    scene.pen.rectangle((w * 0.38, h * 0.655, w * 0.62, h * 0.675), fill=GOLD)
    columns(scene, (w * 0.16, h * 0.26, w * 0.84, h * 0.69), 2, mix(stone, (240, 226, 196), 0.5))
    hanging_lamp(scene, w * 0.5, 0, h * 0.29, min(w, h) * 0.05)
    carpet(scene, h * 0.68, rng.choice(_CARPETS))
    for x in (0.3, 0.7):
        _lamp_stand(scene, w * x, h * 0.76, min(w, h) * 0.26)
    _present(scene, 0.22)
    if not scene.people:
        _pews(scene, h * 0.74)


def _lamp_stand(scene: Scene, x: float, base: float, tall: float) -> None:
    """Seven lights on curved arms."""
    pen, thick = scene.pen, max(4, int(tall * 0.035))
    soft_spot(scene, (x - tall, base - tall * 1.7, x + tall, base), (255, 190, 90), 0.4)
    pen.line((x, base, x, base - tall), fill=GOLD, width=thick)
    pen.polygon([(x - tall * 0.2, base), (x + tall * 0.2, base), (x, base - tall * 0.16)], fill=shade(GOLD, 0.8))
    for k in (1, 2, 3):
        r = tall * 0.17 * k
        pen.arc((x - r, base - tall - r, x + r, base - tall + r), 0, 180, fill=GOLD, width=thick)
    for k in range(-3, 4):
        candle(scene, x + k * tall * 0.17, base - tall, tall * 0.14, (250, 242, 224), width=max(5, tall * 0.045))


def candle_stand(scene: Scene) -> None:
    """Close: tiers of small flames in the dark, coloured glass behind."""
    w, h, rng = scene.width, scene.height, scene.rng
    vertical_gradient(scene, (0, 0, w, h), (30, 22, 28), jitter(rng, (66, 38, 26), 8))
    pointed = rng.random() < 0.6
    for x in (0.16, 0.5, 0.84):
        stained_glass(scene, (w * (x - 0.1), h * 0.06, w * (x + 0.1), h * 0.56), pointed=pointed, dim=0.62)
    if rng.random() < 0.5:
        hanging_lamp(scene, w * 0.33, 0, h * 0.22, min(w, h) * 0.06)
        hanging_lamp(scene, w * 0.67, 0, h * 0.22, min(w, h) * 0.06)
    busts(scene, h * 0.82, w * 0.36, dress=_sunday_best, span=(w * 0.02, w * 0.98), moods=_QUIET)
    soft_spot(scene, (-w * 0.1, h * 0.4, w * 1.1, h * 1.2), (255, 150, 60), 0.3)
    for row in range(2 if scene.people else 3):
        y = h * (0.84 + 0.15 * row) - (0 if scene.people else h * 0.15)
        scene.pen.rectangle((0, y, w, y + h * 0.03), fill=shade(GOLD, 0.45 + 0.1 * row))
        scene.pen.rectangle((0, y, w, y + 5), fill=shade(GOLD, 0.9))
        candle_row(scene, -w * 0.02, w * 1.02, y + 4, h * (0.1 + 0.02 * row), count=rng.randint(9, 12) - row)


def light_through_glass(scene: Scene) -> None:
    """A great window fills the wall and paints the floor with its colours."""
    w, h, rng = scene.width, scene.height, scene.rng
    stone = _inner_wall(scene, h * 0.7)
    pointed, great = rng.random() < 0.6, min(w * 0.24, h * 0.24)
    for x, size in ((0.17, 0.62), (0.83, 0.62), (0.5, 1.0)):
        half = great * size
        stained_glass(scene, (w * x - half, h * (0.05 + 0.16 * (1 - size)), w * x + half, h * 0.64), pointed=pointed)
    colors = [mix(c, WHITE, 0.2) for c in ((196, 48, 60), (44, 84, 178), (234, 184, 62), (52, 142, 96), (128, 70, 160))]
    for _ in range(18):
        x, y, r = rng.uniform(0.1, 0.9) * w, rng.uniform(0.74, 1.0) * h, w * rng.uniform(0.03, 0.08)
        soft_spot(scene, (x - r * 1.6, y - r * 0.5, x + r * 1.6, y + r * 0.5), rng.choice(colors), 0.55)
    soft_spot(scene, (w * 0.15, h * 0.05, w * 0.85, h * 1.1), (255, 240, 200), 0.22)
    speckle(scene, (w * 0.2, h * 0.1, w * 0.8, h * 0.8), [(255, 248, 220)], 40, 2)
    scene.pen.rectangle((0, h * 0.69, w, h * 0.71), fill=shade(stone, 0.95))
    _present(scene, 0.24)
    for x in (0.08, 0.92):
        candle_row(scene, w * (x - 0.07), w * (x + 0.07), h * 0.97, h * 0.12, count=4)
    if not scene.people:
        candle_row(scene, w * 0.3, w * 0.7, h * 0.95, h * 0.14, count=8)
        scene.pen.line((w * 0.3, h * 0.955, w * 0.7, h * 0.955), fill=GOLD, width=7)


DRAWINGS: tuple[Drawing, ...] = (
    church_nave,
    prayer_hall,
    domes_and_towers,
    temple_court,
    synagogue_ark,
    candle_stand,
    light_through_glass,
)
