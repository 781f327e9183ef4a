"""Weddings: white dresses and dark suits, arches of flowers, bouquets, rings, tall cakes and falling petals."""

import math

from simulator.domain.people import AgeGroup, Appearance, HairStyle
from simulator.drawing.backdrop import outdoors, tabletop
from simulator.drawing.color import HAIR, SKIN, STONE, WHITE, Color, hue, jitter, mix, shade
from simulator.drawing.figure import Outfit, Pose
from simulator.drawing.gathering import busts, crowd, full_height, snapshots, standing
from simulator.drawing.paint import bokeh, glow, soft_shadow, soft_spot, texture, vertical_gradient, write
from simulator.drawing.props import (
    CREAM,
    GOLD,
    bouquet,
    cake,
    candle,
    confetti,
    flower_arch,
    flute,
    leaf,
    lights,
    rose,
)
from simulator.drawing.scene import Drawing, Scene

_PETALS: tuple[Color, ...] = ((255, 250, 246), (250, 224, 226), (244, 196, 202), (255, 244, 222))
_IVORY: Color = (248, 244, 236)


def _weds(who: Appearance) -> bool:
    """Whether somebody is old enough to be married here; the young are guests."""
    return who.age in {AgeGroup.ADULT, AgeGroup.ELDER}


def _couple(scene: Scene) -> dict[Appearance, Outfit]:
    """The first two grown-ups marry and one of them, unless bearded, wears white; everybody else comes as a guest."""
    grown = [who for who in scene.people if _weds(who)]
    pair = sorted(
        grown[:2], key=lambda who: (who.beard, who.hair_style in {HairStyle.CROPPED, HairStyle.BALD, HairStyle.SHORT})
    )
    worn: dict[Appearance, Outfit] = {}
    for who in scene.people:
        worn[who] = Outfit.SUIT if who.beard > 0 else scene.rng.choice((Outfit.SUIT, Outfit.GOWN))
    for place, who in enumerate(pair):
        white = who.beard == 0 and (place == 0 or scene.rng.random() < 0.2)
        worn[who] = Outfit.WEDDING_DRESS if white else Outfit.SUIT
    return worn


def _seen_from_behind(scene: Scene, cx: float, foot: float, tall: float) -> None:
    """A pair without names, walking away: a white train with its veil, a dark suit."""
    pen, rng, side = scene.pen, scene.rng, scene.rng.choice((-1, 1))
    soft_shadow(scene, (cx - tall * 0.36, foot - tall * 0.05, cx + tall * 0.36, foot + tall * 0.04), 0.5)
    x, suit = cx + side * tall * 0.14, rng.choice(((38, 40, 50), (60, 62, 74), (44, 56, 88)))
    for leg in (-1, 1):
        pen.rectangle(
            (x + leg * tall * 0.045 - tall * 0.038, foot - tall * 0.5, x + leg * tall * 0.045 + tall * 0.038, foot),
            fill=shade(suit, 0.8),
        )
    pen.rounded_rectangle(
        (x - tall * 0.12, foot - tall * 0.82, x + tall * 0.12, foot - tall * 0.42), int(tall * 0.05), fill=suit
    )
    pen.line((x, foot - tall * 0.58, x, foot - tall * 0.42), fill=shade(suit, 0.6), width=3)
    pen.rectangle((x - tall * 0.03, foot - tall * 0.86, x + tall * 0.03, foot - tall * 0.8), fill=rng.choice(SKIN))
    pen.ellipse((x - tall * 0.066, foot - tall, x + tall * 0.066, foot - tall * 0.84), fill=rng.choice(HAIR))
    x, skin = cx - side * tall * 0.14, rng.choice(SKIN)
    pen.rounded_rectangle(
        (x - tall * 0.1, foot - tall * 0.8, x + tall * 0.1, foot - tall * 0.5), int(tall * 0.04), fill=skin
    )
    pen.polygon(
        [
            (x - tall * 0.085, foot - tall * 0.72),
            (x + tall * 0.085, foot - tall * 0.72),
            (x + tall * 0.27, foot),
            (x - tall * 0.27, foot),
        ],
        fill=_IVORY,
    )
    for k in (-0.16, -0.06, 0.06, 0.16):
        pen.line((x + k * tall * 0.4, foot - tall * 0.5, x + k * tall, foot), fill=shade(_IVORY, 0.87), width=4)
    pen.ellipse((x - tall * 0.062, foot - tall * 0.97, x + tall * 0.062, foot - tall * 0.8), fill=rng.choice(HAIR))
    pen.polygon(
        [
            (x - tall * 0.06, foot - tall * 0.92),
            (x + tall * 0.06, foot - tall * 0.92),
            (x + tall * 0.15, foot - tall * 0.3),
            (x - tall * 0.15, foot - tall * 0.3),
        ],
        fill=(255, 254, 252),
    )
    pen.line((x, foot - tall * 0.9, x, foot - tall * 0.31), fill=(232, 228, 224), width=3)


def _blossoms(scene: Scene) -> list[Color]:
    """One wedding's flowers: white with two shades of one hue."""
    h = scene.rng.choice((0.96, 0.02, 0.08, 0.13, 0.62, 0.78))
    return [(255, 252, 246), hue(h, 0.2, 1.0), hue(h, 0.42, 0.96), (255, 244, 230)]


def under_the_arch(scene: Scene) -> None:
    """Outdoors, at the end of an aisle of white chairs, under an arch of flowers."""
    w, h = scene.width, scene.height
    outdoors(scene, 0.52)
    colors, cx = _blossoms(scene), w * 0.5
    scene.pen.polygon(
        [(cx - w * 0.09, h * 0.6), (cx + w * 0.09, h * 0.6), (cx + w * 0.26, h), (cx - w * 0.26, h)], fill=_IVORY
    )
    for row in range(3):
        y, size = h * (0.68 + 0.12 * row), min(w, h) * (0.1 + 0.04 * row)
        for side in (-1, 1):
            for seat in range(3):
                _chair(scene, cx + side * (w * (0.24 + 0.04 * row) + seat * size * 1.15), y, size)
    flower_arch(scene, cx, h * 0.74, min(w * 0.42, h * 0.42), h * 0.68, colors=colors)
    tall, worn = full_height(scene), _couple(scene)
    if not any(_weds(who) for who in scene.people):
        aside = w * 0.24 if scene.people else 0
        _seen_from_behind(scene, cx - aside, h * 0.82, h * 0.5)
    standing(
        scene, h * 0.2 + tall, tall, dress=worn.__getitem__, span=(w * 0.12, w * 0.88), poses=(Pose.HOLDING, Pose.DOWN)
    )
    confetti(scene, (cx - w * 0.3, h * 0.1, cx + w * 0.3, h), 70, _PETALS)


def _chair(scene: Scene, x: float, foot: float, size: float) -> None:
    """A white chair seen from behind, with a ribbon."""
    pen, half = scene.pen, size * 0.36
    soft_spot(scene, (x - half * 1.3, foot - size * 0.12, x + half * 1.3, foot + size * 0.12), (20, 26, 18), 0.5)
    for side in (-1, 1):
        pen.line(
            (x + side * half, foot - size * 1.2, x + side * half, foot),
            fill=(222, 218, 210),
            width=max(4, int(size * 0.08)),
        )
    for k in (1.16, 0.98, 0.8, 0.5):
        pen.rectangle((x - half, foot - size * k, x + half, foot - size * (k - 0.07)), fill=_IVORY)
    pen.ellipse((x - half * 0.5, foot - size * 1.1, x + half * 0.5, foot - size * 0.8), fill=(246, 206, 212))


def rings_and_bouquet(scene: Scene) -> None:
    """A table from above: two rings on a card, a bouquet, lace, prints of the guests."""
    w, h, rng = scene.width, scene.height, scene.rng
    tabletop(scene, rng.choice(((240, 232, 220), (226, 214, 204), (206, 190, 176), (228, 232, 230))))
    colors, unit = _blossoms(scene), min(w, h)
    _lace(scene, w * rng.uniform(0.1, 0.9), h * rng.uniform(0.0, 0.15), unit * 0.5)
    bx, by, r = w * rng.uniform(0.24, 0.34), h * rng.uniform(0.4, 0.5), unit * 0.24
    soft_shadow(scene, (bx - r, by - r * 0.8, bx + r * 1.2, by + r * 1.6), 0.5)
    bouquet(scene, bx, by, r, colors)
    cx, cy = w * 0.64, h * 0.6
    soft_shadow(scene, (cx - unit * 0.24, cy - unit * 0.2, cx + unit * 0.28, cy + unit * 0.24), 0.35)
    scene.pen.rectangle(
        (cx - unit * 0.22, cy - unit * 0.17, cx + unit * 0.22, cy + unit * 0.17), fill=_IVORY, outline=GOLD, width=3
    )
    scene.pen.rectangle(
        (cx - unit * 0.2, cy - unit * 0.15, cx + unit * 0.2, cy + unit * 0.15), outline=mix(GOLD, WHITE, 0.4), width=2
    )
    write(
        scene.pen,
        (cx, cy - unit * 0.11),
        rng.choice(("we do", "today", "for ever", "yes")),
        round(unit * 0.06),
        (140, 110, 70),
        anchor="mm",
    )
    for k, dx in ((0, -0.06), (1, 0.05)):
        _ring(scene, cx + unit * dx, cy + unit * 0.05, unit * (0.085 - 0.012 * k), stone=k == 1)
    for _ in range(26):
        x, y = rng.uniform(0, w), rng.uniform(0, h)
        leaf(scene, x, y, unit * rng.uniform(0.02, 0.04), rng.uniform(0, math.tau), color=rng.choice(_PETALS))
    spots = [(w * x, h * y) for x, y in ((0.86, 0.2), (0.6, 0.17), (0.86, 0.84), (0.13, 0.84), (0.4, 0.86))]
    snapshots(scene, spots, dress=_couple(scene).__getitem__)


def _ring(scene: Scene, x: float, y: float, r: float, *, stone: bool) -> None:
    """A gold ring lying on a surface, seen at a slant."""
    pen, thick = scene.pen, max(5, int(r * 0.2))
    soft_spot(scene, (x - r * 1.2, y - r * 0.4, x + r * 1.5, y + r * 1.2), (60, 40, 20), 0.45)
    pen.ellipse((x - r, y - r * 0.8, x + r, y + r * 0.8), outline=shade(GOLD, 0.72), width=thick)
    pen.ellipse((x - r * 0.97, y - r * 0.8, x + r * 0.97, y + r * 0.74), outline=GOLD, width=max(3, thick - 3))
    pen.arc(
        (x - r * 0.97, y - r * 0.8, x + r * 0.97, y + r * 0.74), 190, 260, fill=(255, 244, 204), width=max(3, thick - 4)
    )
    if stone:
        top = y - r * 0.85
        pen.polygon(
            [(x - r * 0.3, top - r * 0.2), (x + r * 0.3, top - r * 0.2), (x, top + r * 0.25)], fill=(190, 222, 240)
        )
        pen.polygon(
            [
                (x - r * 0.3, top - r * 0.2),
                (x - r * 0.15, top - r * 0.4),
                (x + r * 0.15, top - r * 0.4),
                (x + r * 0.3, top - r * 0.2),
            ],
            fill=(236, 248, 255),
        )


def _lace(scene: Scene, cx: float, cy: float, r: float) -> None:
    """A corner of a veil: a scalloped, pierced edge."""
    pen = scene.pen
    for k in range(30):
        a = k * math.tau / 30
        x, y, q = cx + r * math.cos(a), cy + r * math.sin(a), r * 0.115
        pen.ellipse((x - q, y - q, x + q, y + q), fill=(253, 252, 250), outline=(222, 216, 212), width=2)
        pen.ellipse((x - q * 0.35, y - q * 0.35, x + q * 0.35, y + q * 0.35), fill=(222, 214, 208))
    pen.ellipse((cx - r, cy - r, cx + r, cy + r), fill=(252, 251, 249))
    for ring in (0.88, 0.76):
        for k in range(24):
            a = (k + ring * 10) * math.tau / 24
            x, y, q = cx + r * ring * math.cos(a), cy + r * ring * math.sin(a), r * 0.03
            pen.ellipse((x - q, y - q, x + q, y + q), fill=(226, 219, 214))


def confetti_at_the_door(scene: Scene) -> None:
    """Out of a stone doorway, into confetti, between the backs of the guests."""
    w, h, rng = scene.width, scene.height, scene.rng
    wall, cx = jitter(rng, rng.choice(STONE), 14), w * 0.5
    vertical_gradient(scene, (0, 0, w, h * 0.86), shade(wall, 1.08), shade(wall, 0.9))
    pen = scene.pen
    for row in range(11):
        y = row * h * 0.08
        pen.line((0, y, w, y), fill=shade(wall, 0.8), width=2)
        for x in range(8):
            at = (x + 0.5 * (row % 2)) * w / 7
            pen.line((at, y, at, y + h * 0.08), fill=shade(wall, 0.84), width=2)
    half = min(w * 0.3, h * 0.36)
    for k, tone in ((1.24, 1.15), (1.12, 0.85), (1.0, 0.3)):
        pen.pieslice(
            (cx - half * k, h * 0.12 + half * (1 - k), cx + half * k, h * 0.12 + half * (1 + k)),
            180,
            360,
            fill=shade(wall, tone),
        )
        pen.rectangle((cx - half * k, h * 0.12 + half - 1, cx + half * k, h * 0.84), fill=shade(wall, tone))
    glow(scene, (cx, h * 0.42), half * 0.9, (255, 210, 140), 0.45)
    vertical_gradient(scene, (0, h * 0.82, w, h), shade(wall, 1.12), shade(wall, 0.86))
    for k in range(3):
        pen.rectangle((0, h * (0.82 + 0.05 * k), w, h * (0.828 + 0.05 * k)), fill=shade(wall, 0.74))
    colors = _blossoms(scene)
    for i in range(22):
        a = math.pi * (1 + i / 21)
        rose(
            scene,
            cx + half * 1.18 * math.cos(a),
            h * 0.12 + half + half * 1.18 * math.sin(a),
            half * 0.09,
            rng.choice(colors),
        )
    tall = full_height(scene)
    if not any(_weds(who) for who in scene.people):
        aside = w * 0.24 if scene.people else 0
        _seen_from_behind(scene, cx - aside, h * 0.9, h * 0.62)
    standing(
        scene,
        h * 0.24 + tall,
        tall,
        dress=_couple(scene).__getitem__,
        span=(w * 0.16, w * 0.84),
        poses=(Pose.WAVING, Pose.HOLDING),
    )
    crowd(scene, h * 1.0, w * 0.11, ranks=1, dim=0.8, raised=0.4)
    confetti(scene, (0, 0, w, h * 0.9), 260, (*_PETALS, (255, 214, 120), (200, 222, 240)))


def first_dance(scene: Scene) -> None:
    """An evening hall: strings of lights, white tables, a tall cake, the couple on the floor."""
    w, h, rng = scene.width, scene.height, scene.rng
    vertical_gradient(scene, (0, 0, w, h * 0.66), jitter(rng, (46, 36, 52), 12), jitter(rng, (116, 78, 66), 14))
    for k in range(7):
        x = (k + 0.5) * w / 7
        vertical_gradient(scene, (x - w * 0.05, 0, x + w * 0.02, h * 0.62), (120, 98, 96), (196, 160, 134))
    vertical_gradient(scene, (0, h * 0.62, w, h), (120, 84, 62), (70, 46, 40))
    bokeh(scene, [(255, 214, 150), (255, 190, 120), (255, 236, 204)], 26)
    for k in range(3):
        lights(scene, -20, w + 20, h * (0.03 + 0.07 * k), depth=h * rng.uniform(0.05, 0.12))
    glow(scene, (w * 0.5, h * 0.9), w * 0.5, (255, 210, 150), 0.5)
    colors, unit = _blossoms(scene), min(w, h)
    for side in (0.12, 0.88):
        _laid_table(scene, w * side, h * 0.7, unit * 0.36, colors)
    y = cake(scene, w * 0.88, h * 0.71, unit * 0.2, tiers=3, color=(252, 249, 243), top=(255, 253, 250))
    bouquet(scene, w * 0.88, y - unit * 0.02, unit * 0.04, colors, stems=False)
    tall = full_height(scene)
    soft_spot(scene, (w * 0.2, h * 0.88, w * 0.8, h), (20, 10, 10), 0.5)
    if not any(_weds(who) for who in scene.people):
        aside = w * 0.24 if scene.people else 0
        _seen_from_behind(scene, w * 0.5 - aside, h * 0.95, h * 0.66)
    standing(
        scene,
        max(h * 0.98, h * 0.22 + tall),
        tall,
        dress=_couple(scene).__getitem__,
        span=(w * 0.14, w * 0.86),
        poses=(Pose.HOLDING, Pose.DOWN),
    )
    confetti(scene, (0, h * 0.1, w, h), 60, _PETALS)


def _laid_table(scene: Scene, cx: float, top: float, half: float, colors: list[Color]) -> None:
    """A round table in white linen with flowers, candles and glasses."""
    vertical_gradient(scene, (cx - half, top, cx + half, top + half * 0.95), (250, 244, 236), (196, 178, 166))
    scene.pen.ellipse((cx - half, top - half * 0.16, cx + half, top + half * 0.16), fill=(255, 251, 244))
    for k in (-0.5, 0.46):
        candle(scene, cx + half * k, top, half * 0.4, CREAM, width=half * 0.05)
        flute(scene, cx + half * (k + 0.16), top + half * 0.1, half * 0.4)
    bouquet(scene, cx, top - half * 0.18, half * 0.22, colors, stems=False)


def toast_by_the_cake(scene: Scene) -> None:
    """Close by: the tall white cake in front, glasses raised, flowers behind."""
    w, h, rng = scene.width, scene.height, scene.rng
    tone = rng.choice(((236, 226, 220), (222, 230, 226), (240, 228, 214)))
    vertical_gradient(scene, (0, 0, w, h), shade(tone, 1.1), shade(tone, 0.82))
    colors, unit = _blossoms(scene), min(w, h)
    bokeh(scene, [(150, 130, 100), (140, 120, 120)], 12)
    for i in range(12):
        x, y = (i + 0.5) * w / 12, h * rng.uniform(0.0, 0.1)
        leaf(scene, x, y, unit * 0.2, rng.uniform(0.8, 2.3))
        rose(scene, x, y, unit * rng.uniform(0.05, 0.08), rng.choice(colors))
    lights(scene, -10, w + 10, h * 0.1, depth=h * 0.08)
    top = h * 0.86
    side = 0.82 if scene.people else 0.5
    worn, many = _couple(scene), len(scene.people)
    busts(scene, top + 20, w * 0.36, dress=worn.__getitem__, span=(0.0, w * (0.72 if many < 4 else 1.0)))
    vertical_gradient(scene, (0, top, w, h), (255, 253, 249), (214, 204, 196))
    texture(scene, (0, top, w, h), 3)
    y = cake(
        scene,
        w * side,
        h * 0.96,
        unit * (0.34 if many < 4 else 0.24),
        tiers=3,
        color=(252, 248, 242),
        top=rng.choice((colors[1], (255, 254, 250), GOLD)),
    )
    bouquet(scene, w * side, y - unit * 0.03, unit * 0.06, colors, stems=False)
    for i in range(4):
        flute(scene, w * (0.1 + 0.13 * i), h * (0.985 - 0.02 * (i % 2)), unit * 0.2)
    bouquet(scene, w * (0.62 if scene.people else 0.2), h * 0.93, unit * 0.08, colors, stems=False)


DRAWINGS: tuple[Drawing, ...] = (
    under_the_arch,
    rings_and_bouquet,
    confetti_at_the_door,
    first_dance,
    toast_by_the_cake,
)
